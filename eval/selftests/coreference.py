"""Tests of the scorer of coreference."""
from __future__ import annotations

import unittest

from core.cases import Case
from core.record import RecordView
from selftests.samples import record
from tasks import coreference


class Coreference(unittest.TestCase):
    """Chains. Words are single letters: word k stands at 2k."""

    WORDS = "a b c d e f g h i j k l"
    CHAINS = [[0, 1, 2, 3, 4], [5, 6], [7, 8, 9, 10, 11]]  # the example of Bagga and Baldwin

    def scored(self, chains: list[list[int]], gold: list[list[int]] | None = None) -> dict:
        def chain(numbers: list[int]) -> coreference.Chain:
            return frozenset((k, k + 1) for k in numbers)
        words_ = [(2 * k, 2 * k + 1) for k in range(12)]
        case = Case("a", "x", self.WORDS, coreference.Gold([chain(c) for c in gold or self.CHAINS], words_, [-1] * 12))
        entities = [{"mentions": [{"start": 2 * k, "end": 2 * k + 1} for k in numbers]} for numbers in chains]
        found = coreference.score([case], {"a": record(self.WORDS, entities=entities)})
        return {key[2:]: counts for key, counts in found.items()}

    def test_gold_is_right(self) -> None:
        self.assertEqual({counts.f1 for counts in self.scored(self.CHAINS).values()}, {1.0})
        self.assertEqual({counts.f1 for counts in self.scored([]).values()}, {0.0})

    def test_chains_run_together(self) -> None:
        """Two large chains made one is worse than a large and a small one, but for MUC, which counts links."""
        both = self.scored([[0, 1, 2, 3, 4, 7, 8, 9, 10, 11], [5, 6]])
        small = self.scored([[0, 1, 2, 3, 4], [5, 6, 7, 8, 9, 10, 11]])
        for found in (both, small):
            self.assertEqual((found["MUC"].precision, found["MUC"].recall), (0.9, 1.0))
            self.assertEqual((found["B3"].recall, found["mentions"].f1), (1.0, 1.0))
        self.assertAlmostEqual(both["B3"].precision, 7 / 12)
        self.assertAlmostEqual(small["B3"].precision, (5 + 4 / 7 + 25 / 7) / 12)
        self.assertAlmostEqual(both["CEAF-e"].precision, (1 + 2 / 3) / 2)
        self.assertAlmostEqual(both["CEAF-e"].recall, (1 + 2 / 3) / 3)
        self.assertAlmostEqual(both["CoNLL"].f1, sum(both[key].f1 for key in ("MUC", "B3", "CEAF-e")) / 3)

    def test_a_chain_cut(self) -> None:
        found = self.scored([[0, 1, 2], [3, 4], *self.CHAINS[1:]])
        self.assertEqual((found["MUC"].recall, found["MUC"].precision, found["B3"].precision), (8 / 9, 1.0, 1.0))
        self.assertAlmostEqual(found["B3"].recall, (7 + 9 / 5 + 4 / 5) / 12)
        self.assertAlmostEqual(found["CEAF-e"].recall, (2 + 3 / 4) / 3)

    def test_what_is_left_out(self) -> None:
        """Entities of one mention; a mention that an entity before has claimed."""
        self.assertEqual(self.scored([[0, 1, 2, 3, 4], [5, 6], [7, 8, 9, 10, 11], [11, 0]])["CoNLL"].f1, 1.0)
        self.assertEqual(self.scored([[0, 1, 2, 3, 4], [5]])["mentions"].predicted, 5)

    def test_gold_that_says_a_mention_twice(self) -> None:
        found = self.scored([[0, 1], [2, 3]], [[0, 1], [1, 2, 3]])
        self.assertEqual((found["mentions"].gold, found["B3"].gold, found["MUC"].right_predicted), (4, 5, 1))

    def test_brackets(self) -> None:
        found = coreference.chains_of(["(1(2)", "_", "(3)1)", "(1)", "(2", "(1", "2)1)", "(3"])
        self.assertEqual(found, [frozenset({(0, 1), (4, 7)}), frozenset({(0, 3), (3, 4), (5, 7)})])

    def test_heads(self) -> None:
        heads = [2, 2, -1, 2]  # all hang on word 2
        found = coreference.cut_to_heads([frozenset({(0, 4), (3, 4)}), frozenset({(1, 3), (0, 1)}),
                                          frozenset({(0, 2), (1, 2)})], heads)
        self.assertEqual(found, [frozenset({(2, 3), (3, 4)})])

    def test_mentions_touch_words(self) -> None:
        view = RecordView(Case("a", "x", "Ann and Bo", None), record("Ann and Bo", entities=[
            {"mentions": [{"start": 1, "end": 5}, {"start": 8, "end": 9}]}]))
        self.assertEqual(coreference.our_chains(view, [(0, 3), (4, 7), (8, 10)]), [frozenset({(0, 2), (2, 3)})])
