"""Tests of the scorer of names."""
from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

from core.cases import Case
from core.untokenised import printed, printed_sentences
from selftests.samples import CONLLU, TEXT, place, record, span
from tasks import names

NEWS = "Ida Berg left Oslo for the Nordic Bank."


class Names(unittest.TestCase):
    """Spans and types of names."""

    GOLD = [(*span("Ida Berg", NEWS), "PER"), (*span("Oslo", NEWS), "LOC"), (*span("Nordic Bank", NEWS), "ORG")]

    def scored(self, *found: tuple[str, str], form: str = "name", name: str = "uner_ewt") -> dict:
        entities = [{"type": kind, "mentions": [{**place(part, NEWS), "form": form}]} for part, kind in found]
        figures_ = names.score([Case("a", name, NEWS, self.GOLD)], {"a": record(NEWS, entities=entities)})
        return {key[len(name) + 1:]: counts.f1 for key, counts in figures_.items()}

    def test_gold_is_right(self) -> None:
        found = self.scored(("Ida Berg", "PERSON"), ("Oslo", "GPE"), ("Nordic Bank", "ORG"))
        self.assertEqual(set(found.values()), {1.0})
        self.assertEqual(len(found), 10)

    def test_a_wrong_type_costs_the_typed_figures(self) -> None:
        found = self.scored(("Ida Berg", "PERSON"), ("Oslo", "ORG"), ("Nordic Bank", "ORG"))
        self.assertEqual((found["exact, untyped"], found["PER: exact"], found["LOC: exact"]), (1.0, 1.0, 0.0))
        for key, f1 in (("exact, typed", 2 / 3), ("overlap, typed", 2 / 3), ("ORG: exact", 2 / 3)):
            self.assertAlmostEqual(found[key], f1, msg=key)

    def test_a_wrong_end_costs_the_exact_figures(self) -> None:
        found = self.scored(("Ida Berg", "PERSON"), ("Oslo", "GPE"), ("the Nordic Bank", "ORG"))
        self.assertEqual((found["overlap, typed"], found["overlap, untyped"], found["ORG: exact"]), (1.0, 1.0, 0.0))
        self.assertAlmostEqual(found["exact, typed"], 2 / 3)

    def test_what_is_not_scored(self) -> None:
        bare = self.scored(("Ida Berg", "PERSON"))["exact, typed"]
        self.assertEqual(bare, 0.5)
        self.assertEqual(self.scored(("Ida Berg", "PERSON"), ("Nordic", "NORP"))["exact, typed"], bare)  # no such type
        self.assertEqual(self.scored(("Ida Berg", "PERSON"), form="pronoun")["exact, typed"], 0.0)
        self.assertLess(self.scored(("Ida Berg", "PERSON"), ("Nordic", "NORP"), name="wikigold")["exact, typed"], bare)

    def test_nominals_times_and_figures_of_re3d(self) -> None:
        gold = [(*span("Ms Holm"), "Person"), (*span("Monday"), "Temporal"), (*span("40"), "Quantity")]
        row = record(entities=[{"type": "PERSON", "mentions": [{**place("Ms Holm"), "form": "nominal"}]}],
                     times=[place("Monday")], figures=[{**place("40"), "kind": "count"}])
        found = names.score([Case("a", "re3d", TEXT, gold)], {"a": row})
        self.assertEqual(found["re3d exact, typed, nominals counted too"].f1, 1.0)
        self.assertEqual(found["re3d exact, typed"].f1, 0.8)
        row["figures"][0]["kind"] = "money"
        found = names.score([Case("a", "re3d", TEXT, gold)], {"a": row})
        self.assertEqual((found["re3d Quantity: exact"].f1, found["re3d Money: exact"].predicted), (0.0, 1))

    def test_tags(self) -> None:
        places = [(0, 1), (2, 3), (4, 5), (6, 7), (8, 9)]
        self.assertEqual(names.names_of(["I-PER", "I-PER", "B-PER", "I-ORG", "O"], list(places)),
                         [(0, 3, "PER"), (4, 5, "PER"), (6, 7, "ORG")])
        self.assertEqual(names.names_of(["B-creative-work", "O", "I-PER", "O", "B-PER"], [*places[:4], None]),
                         [(0, 1, "creative-work"), (4, 5, "PER")])

    def test_tokens_printed(self) -> None:
        for line, text in (("Holm ( of Oslo ) did n't go , she said .", "Holm (of Oslo) didn't go, she said."),
                           ('He said " no " to $ 5 .', 'He said "no" to $5.'),
                           ("Berg 'S aunt 's ' old ' car", "Berg'S aunt's 'old' car"),
                           ("`` Yes '' , “ no ”", "``Yes'', “no”")):
            tokens = line.split(" ")
            found, places = printed(tokens)
            self.assertEqual(found, text)
            self.assertEqual([found[begin:end] for begin, end in places], tokens)
        self.assertEqual(printed_sentences([['"', "Go"], ["on", '"']]), ('"Go on "', [[(0, 1), (1, 3)], [(4, 6), (7, 8)]]))

    def test_files(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            tagged, trees, tags = (Path(folder) / name for name in ("x.conll", "x.conllu", "x.iob2"))
            tagged.write_text("-DOCSTART- O\n\nIda I-PER\nwent O\n\nOn O\n\n-DOCSTART- O\n\nEnd O\n", encoding="utf-8")
            self.assertEqual([[len(s[0]) for s in group] for group in names.documents(tagged)], [[2, 1], [1]])
            trees.write_text(CONLLU.replace("1-2", "# sent_id = d-1\n1-2", 1), encoding="utf-8")
            rows = ("Do\tO", "n’t\tB-ORG", "go\tI-ORG", ".\tO")
            tags.write_text("\n".join(["# sent_id = d-1", *(f"{k}\t{row}\t-" for k, row in enumerate(rows, 1))]) + "\n",
                            encoding="utf-8")
            self.assertEqual([case.gold for case in names.uner(tags, trees)], [[(2, 8, "ORG")]])
