#!/usr/bin/env python3
"""Tests of the scorers on sentences of our own: gold as output scores 100 %, each kind of mistake costs what it must."""
from __future__ import annotations

import sys
import tempfile
import unittest
from fractions import Fraction
from itertools import permutations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import precision  # noqa: E402
from core import floors  # noqa: E402
from core.alignment import Alignment  # noqa: E402
from core.assignment import heaviest  # noqa: E402
from core.cases import Case  # noqa: E402
from core.counts import Counts, MeanF1, letters_f1, pair_up  # noqa: E402
from core.program import Program  # noqa: E402
from selftests.coreference import Coreference  # noqa: E402, F401
from selftests.names import Names  # noqa: E402, F401
from selftests.samples import CONLLU, TEXT, place, record, span  # noqa: E402
from tasks import actors, articles, figures, pages, places, statements, times, words  # noqa: E402
from tasks.conllu import read_documents  # noqa: E402
from tasks.same_name import same_name  # noqa: E402
from tasks.unit_names import same_unit  # noqa: E402


class Actors(unittest.TestCase):
    """Country and sector of phrases."""

    def test_dates(self) -> None:
        self.assertEqual([actors.iso_date(words) for words in (None, "2022-05-01", "Today", "3 March 2015")],
                         [None, "2022-05-01", actors.TODAY, "2015-03-03"])

    def test_shares(self) -> None:
        cases = [Case("1", "ngec", "Norland police", {"country": "NLD", "code_1": "COP", "known": ""}),
                 Case("2", "ngec", "Norland", {"country": "NLD", "known": ""})]
        ours = {"1": {"plover": {"country": "NLD", "code_1": "MIL"}}, "2": {"plover": {"country": "NLD", "code_1": ""}}}
        found = actors.score(cases, ours)
        self.assertEqual({name: share.f1 for name, share in found.items()}, {"country": 1.0, "sector": 0.0, "both": 0.5})


class Shared(unittest.TestCase):
    """What all tasks stand on."""

    def test_pairs_are_as_many_as_possible(self) -> None:
        fits = {(0, 0), (0, 1), (1, 0)}
        self.assertEqual(pair_up([0, 1], [0, 1], lambda g, p: (g, p) in fits), [(0, 1), (1, 0)])

    def test_letters(self) -> None:
        self.assertEqual(letters_f1(frozenset(), frozenset()), 1.0)
        self.assertEqual(letters_f1(frozenset({1, 2}), frozenset({2, 3})), 0.5)

    def test_alignment(self) -> None:
        self.assertEqual(Alignment("a  “b”\r\nc", 'a "b"\nc').span(3, 6), (2, 5))
        self.assertEqual(Alignment("one two four", "one two three four").span(8, 12), (14, 18))
        self.assertIsNone(Alignment("abc", "abc").span(3, 3))

    def test_floors_only_rise(self) -> None:
        part = floors.raised({}, {"x": 0.71239, "y": 0.0}, {"set": "1"}, False)
        self.assertEqual(part, {"gold": {"set": "1"}, "floors": {"x": 71.23}})
        self.assertEqual(floors.raised(part, {"x": 0.5}, {}, False)["floors"], {"x": 71.23})
        self.assertEqual(floors.raised(part, {"x": 0.5}, {}, True)["floors"], {"x": 50.0})
        self.assertEqual(floors.below(part, {"x": 0.7122}), ["x"])
        self.assertEqual(floors.below(part, {"x": 0.71239}), [])
        self.assertEqual(floors.other_gold(part, {"set": "2"}), ["set"])


    def test_a_mean_has_no_counts(self) -> None:
        mean = MeanF1([Counts.of(1, 2, 1), Counts.of(0.5, 1, 1)])
        self.assertAlmostEqual(mean.f1, (2 / 3 + 0.5) / 2)
        self.assertEqual((mean.precision, mean.recall, mean.predicted, mean.gold), (0.5, 0.75, 0, 0))

    def test_the_heaviest_assignment(self) -> None:
        self.assertEqual(heaviest([]), 0)
        self.assertEqual(heaviest([{0: Fraction(3, 4), 1: Fraction(1, 2)}, {0: Fraction(1, 2)}]), 1)  # not 3/4
        self.assertEqual(heaviest([{0: Fraction(1, 4)}, {0: Fraction(1)}, {}]), 1)  # the first goes without
        tried = [{j: Fraction((3 * i + 5 * j) % 7 + 1) for j in range(4) if (i + j) % 3} for i in range(4)]
        best = max(sum(row.get(j, Fraction(0)) for row, j in zip(tried, order)) for order in permutations(range(4)))
        self.assertEqual(heaviest(tried), best)

    def test_a_text_is_read_once(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            binary, log = Path(folder) / "program", Path(folder) / "log"
            binary.write_text(f"#!/usr/bin/env python3\nimport json, sys\n"
                              f"print(sys.argv[-3:-1], file=open({str(log)!r}, 'a'))\n"
                              "for line in open(sys.argv[-1]):\n    row = json.loads(line)\n"
                              "    print(json.dumps({'article': {'source_id': row['id'], 'text': row['text']}}))\n",
                              encoding="utf-8")
            binary.chmod(0o755)
            program = Program(str(binary), ["--precision", "f32"], jobs=1)
            cases = [Case("a", "x", "One.", None), Case("b", "y", "One.", None), Case("c", "y", "One.", None, "2024")]
            found = program.annotate(cases)
            self.assertEqual([found[name]["article"]["source_id"] for name in "abc"], ["a", "a", "c"])
            self.assertEqual(program.annotate(cases[1:]), {name: found[name] for name in "bc"})
            self.assertEqual(log.read_text(encoding="utf-8"), "['--precision', 'f32']\n")


class Statements(unittest.TestCase):
    """PolNeAR's figures."""

    GOLD = [{"cue": [span("said")], "source": [span("Ms Holm")], "content": [span("“no”")]}]

    def scored(self, **changed: object) -> dict:
        row = {role: {"spans": [place(part)]} for role, part in
               (("cue", "said"), ("source", "Ms Holm"), ("content", "“no”"))}
        case = Case("a", "polnear", TEXT, self.GOLD)
        found = statements.score([case], {"a": record(statements=[{**row, **changed}])})
        return {name: counts.f1 for name, counts in found.items()}

    def test_gold_is_right(self) -> None:
        self.assertEqual(set(self.scored().values()), {1.0})

    def test_a_little_off_is_loose(self) -> None:
        found = self.scored(content={"spans": [place("no")]})
        self.assertEqual((found["attribution loose"], found["attribution exact"], found["content exact"]), (1.0, 0.0, 0.0))

    def test_wrong_source_is_wrong(self) -> None:
        self.assertEqual(self.scored(source=None)["attribution loose"], 0.0)

    def test_nested_statements_stand_apart(self) -> None:
        found = self.scored(within="s1")
        self.assertEqual(found["attribution loose"], 0.0)
        self.assertEqual(found["attribution loose, nested statements counted too"], 1.0)

    def test_brat(self) -> None:
        gold = statements.gold_of("T1\tCue 8 12\tsaid\nT2\tContent 13 17;20 22\t“no” x\nE1\tCue:T1 Content1:T2\nE2\tCue:T1")
        self.assertEqual(gold, [{"cue": [(8, 12)], "source": [], "content": [(13, 17), (20, 22)]}])


class Times(unittest.TestCase):
    """TempEval-3's figures."""

    def scored(self, part: str, kind: str, value: str | None) -> dict:
        case = Case("a", "t", TEXT, [times.Mark(span("Monday"), "DATE", "2024-05-13")])
        row = {**place(part), "type": kind, "value": value}
        return {name: counts.f1 for name, counts in times.score([case], {"a": record(times=[row])}).items()}

    def test_each_figure_asks_for_more(self) -> None:
        self.assertEqual(set(self.scored("Monday", "DATE", "2024-05-13").values()), {1.0})
        self.assertEqual(self.scored("on Monday", "DATE", "2024-05-13"),
                         {"t strict": 0.0, "t relaxed": 1.0, "t type": 1.0, "t value": 1.0})
        self.assertEqual(self.scored("Monday", "TIME", None),
                         {"t strict": 1.0, "t relaxed": 1.0, "t type": 0.0, "t value": 0.0})

    def test_values(self) -> None:
        self.assertEqual(times.plain_value("2024-05-13T10:00:00"), "2024-05-13T10:00")
        self.assertEqual(times.plain_value("2024-05-13t10:00Z"), "2024-05-13T10:00")
        self.assertEqual(times.plain_value("2024-05-13-wxx-1"), "2024-05-13")

    def test_timex2(self) -> None:
        body = '<TEXT>in <TIMEX2 val="P2Y">two years</TIMEX2></TEXT>'
        marks = times.with_timex2([times.Mark((3, 12), "DATE", "")], "in two years", body)
        self.assertEqual(marks, [times.Mark((3, 12), "DURATION", "P2Y")])


class FiguresOfText(unittest.TestCase):
    """Value, and value and unit."""

    def scored(self, **row: object) -> tuple[float, float]:
        case = Case("a", "newsquant", TEXT, [figures.Quantity(40, 40, ["people"])])
        found = figures.score([case], {"a": record(figures=[{**place("40"), "kind": "count", **row}])})
        return found["newsquant value"].f1, found["newsquant value+unit"].f1

    def test_value_and_unit(self) -> None:
        self.assertEqual(self.scored(value=40, of={"text": "people"}), (1.0, 1.0))
        self.assertEqual(self.scored(value=40), (1.0, 0.0))
        self.assertEqual(self.scored(value=41, of={"text": "people"}), (0.0, 0.0))
        self.assertEqual(self.scored(value=40, kind="rank"), (0.0, 0.0))

    def test_units(self) -> None:
        for gold, ours in (("$", "US dollars"), ("sq km", "square kilometers"), ("dollar per year", "$/yr"),
                           ("barrels of oil", "barrel of oil"), ("soldiers", "wounded soldiers")):
            self.assertTrue(same_unit([gold], [ours]), (gold, ours))
        for gold, ours in (("$", "euro"), ("mile", None), ("soldiers", "tanks")):
            self.assertFalse(same_unit([gold], [ours]), (gold, ours))


class Articles(unittest.TestCase):
    """Whole articles with hand-made records."""

    def setUp(self) -> None:
        self.gold = {"statements": [{"cue": "said", "source": "Ms Holm", "content": "no", "speaker": "Ada Holm"}],
                     "figures": [{"text": "40", "value": 40}, {"text": "Ms", "value": 1, "doubt": True}],
                     "times": [{"text": "Monday", "value": "2024-05-13"}],
                     "places": [{"text": "Holm", "country": "SWE"}, {"text": "people", "country": None, "doubt": True}]}

    def scored(self, speaker: str = "Holm", **layers: list) -> dict:
        rows = {"statements": [{"cue": {"spans": [place("said")]}, "source": {"spans": [place("Holm")], "speaker": speaker},
                                "content": {"spans": [place("“no”")]}}],
                "figures": [{**place("40"), "value": 40, "kind": "count"}, {**place("Ms"), "value": 7}],
                "times": [{**place("on Monday"), "value": "2024-05-13"}],
                "places": [{**place("Holm"), "country": "SWE"}, {**place("people"), "country": "USA"}], **layers}
        found = articles.score([Case("a", "frontpage", TEXT, self.gold)], {"a": record(**rows)})
        return {name: counts.f1 for name, counts in found.items()}

    def test_words_by_their_place(self) -> None:
        self.assertEqual(articles.uncut("no nothing, no", "no"), [(0, 2), (12, 14)])
        self.assertEqual(articles.places_of("no, no", {"text": "no", "text_n": 1}, "text"), [(4, 6)])
        self.assertEqual(articles.nearest([(0, 2), (12, 14)], [(10, 11)]), [(12, 14)])

    def test_each_figure_asks_for_more(self) -> None:
        content = {"statements: cue+content": 0.0, "statements: + source": 0.0, "statements: + speaker": 0.0}
        found = self.scored()
        self.assertEqual({name: found[name] for name in content}, content)  # “no” is not yet 0.8 of no
        self.gold["statements"][0]["content"] = "“no”"
        self.assertEqual(set(self.scored().values()), {1.0})
        self.assertEqual(self.scored(speaker="Ida Berg")["statements: + speaker"], 0.0)
        self.assertEqual(self.scored(speaker="Ida Berg")["statements: + source"], 1.0)

    def test_doubtful_gold_costs_nothing(self) -> None:
        self.assertEqual(self.scored(figures=[])["figures: span"], 0.0)
        self.assertEqual(self.scored(figures=[{**place("40"), "value": 4}])["figures: + value"], 0.0)

    def test_places_need_their_country(self) -> None:
        found = self.scored(places=[{**place("Holm"), "country": "NOR"}])
        self.assertEqual((found["places: span"], found["places: + country"]), (1.0, 0.0))
        twice = self.scored(places=[{**place("Holm"), "country": "SWE"}, {**place("Monday"), "country": None}])
        self.assertAlmostEqual(twice["places: span"], 2 / 3)

    def test_names(self) -> None:
        for gold, ours in (("Chancellor Merkel", "Angela Merkel"), ("United Nations", "U.N."),
                           ("German government", "Government of Germany"), ("Erdoğan", "Recep Tayyip Erdogan")):
            self.assertTrue(same_name(gold, ours), (gold, ours))
        for gold, ours in (("Angela Merkel", "Angela Rayner"), ("Merkel", None)):
            self.assertFalse(same_name(gold, ours), (gold, ours))


class Toponyms(unittest.TestCase):
    """LGL's figures."""

    GOLD = [places.Place(span("Holm"), "7", 60.0, 10.0), places.Place(span("people"), None, None, None)]

    def scored(self, *rows: dict) -> dict:
        found = places.score([Case("a", "lgl", TEXT, self.GOLD)], {"a": record(places=list(rows))})
        return {name.removeprefix("lgl "): counts.f1 for name, counts in found.items()}

    def test_gold_is_right(self) -> None:
        found = self.scored({**place("Holm"), "geonames": 7, "lat": 60.0, "lon": 10.0}, place("people"))
        self.assertEqual(set(found.values()), {1.0})

    def test_a_far_place_is_recognised_and_wrong(self) -> None:
        found = self.scored({**place("Ms Holm"), "geonames": 8, "lat": 62.0, "lon": 10.0})
        self.assertEqual(found["recognition, exact"], 0.0)
        self.assertAlmostEqual(found["recognition, overlap"], 2 / 3)
        self.assertEqual(found["accuracy@161km of recognised"], 0.0)
        self.assertEqual(found["GeoNames id of recognised"], 0.0)
        self.assertEqual(found["end to end, 161 km"], 0.0)

    def test_a_missed_place_is_wrong_of_all(self) -> None:
        found = self.scored(place("40"))
        self.assertEqual(found["accuracy@161km of all"], 0.0)
        self.assertNotIn("accuracy@161km of recognised", found)

    def test_distances(self) -> None:
        here = places.Place((0, 1), None, 51.5, -0.1)
        self.assertAlmostEqual(places.distance(here, here._replace(lat=52.5)), 111.19, places=1)


class Pages(unittest.TestCase):
    """Snippets and dates."""

    def test_snippets_and_dates(self) -> None:
        cases = [Case("a", "trafilatura", "", {"with": ["one  two", "three"], "without": ["menu"]}),
                 Case("b", "htmldate", "", {"date": "2024-05-13", "lang": "en"}), Case("c", "htmldate", "", {"date": "2024-05-14"})]
        records = {"a": record("one\ntwo menu"), "b": {"article": {"published": "2024-05-13T10:00Z"}}, "c": None}
        found = {name: counts.f1 for name, counts in pages.score(cases, records).items()}
        self.assertEqual(found, {"snippet F1": 0.5, "date": 0.5, "date, English pages": 1.0})


class Words(unittest.TestCase):
    """CoNLL 2018's figures."""

    def setUp(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "x.conllu"
            path.write_text(CONLLU, encoding="utf-8")
            self.document = read_documents(path)[0]
        self.tokens = [
            {"start": 0, "end": 2, "form": "Do", "lemma": "do", "upos": "AUX", "xpos": "VB", "head": 2, "deprel": "aux"},
            {"start": 2, "end": 5, "form": "n’t", "lemma": "not", "upos": "PART", "xpos": "RB", "head": 2, "deprel": "advmod"},
            {"start": 6, "end": 8, "form": "go", "lemma": "go", "upos": "VERB", "xpos": "VB", "head": None, "deprel": "root"},
            {"start": 8, "end": 9, "form": ".", "lemma": ".", "upos": "PUNCT", "xpos": ".", "head": 2, "deprel": "punct"},
            {"start": 11, "end": 15, "form": "Stay", "lemma": "stay", "upos": "VERB", "xpos": "VB", "head": None, "deprel": "root"}]

    def scored(self) -> dict:
        case = Case("a", "x", self.document.text, self.document)
        sentences = [{"start": 0, "end": 9}, {"start": 11, "end": 15}]
        found = words.score([case], {"a": record(self.document.text, tokens=self.tokens, sentences=sentences)})
        return {name[2:]: counts.f1 for name, counts in found.items()}

    def test_gold_is_right(self) -> None:
        self.assertEqual(self.document.text, "Don’t go.\n\nStay")
        self.assertEqual(set(self.scored().values()), {1.0})

    def test_a_multiword_token_of_ours(self) -> None:
        for token in self.tokens[:2]:
            token.update(start=0, end=5)
        self.assertEqual(self.scored()["LAS"], 1.0)

    def test_a_token_too_many(self) -> None:
        self.tokens[2:3] = [{**self.tokens[2], "start": 6, "end": 7}, {**self.tokens[2], "start": 7, "end": 8}]
        self.assertAlmostEqual(self.scored()["tokens"], 8 / 11)

    def test_wrong_head_and_tag(self) -> None:
        self.tokens[3].update(head=1, upos="X")
        found = self.scored()
        for name, f1 in (("UAS", 0.8), ("LAS", 0.8), ("UPOS", 0.8), ("lemma", 1.0)):
            self.assertAlmostEqual(found[name], f1, msg=name)


class Precision(unittest.TestCase):
    """What int8 may lose."""

    def test_losses(self) -> None:
        columns = {name: dict.fromkeys(precision.GUARDED, 0.9) for name in precision.PRECISIONS}
        columns["int8"]["ewt LAS"], columns["int8"]["gum LAS"], columns["int8"]["ewt UPOS"] = 0.8965, 0.897, 0.95
        self.assertEqual(list(precision.losses(columns)), ["ewt LAS"])
        self.assertEqual(precision.absent(columns), [])
        del columns["bf16"]["ewt LAS"]
        self.assertEqual(precision.absent(columns), ["ewt LAS"])


if __name__ == "__main__":
    unittest.main()
