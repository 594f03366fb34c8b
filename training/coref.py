"""Coreference: which words are heads of mentions, which earlier mention each one continues, and where each one ends.

Word level: a mention stands for its head word (the word of the span whose own head lies outside it). Everything that
the head looks at is a function of the word vectors, the word forms and the sentence of each word, so that the
program computes the same from raw text. Training material: OntoGUM, whose tokens line up with those of UD GUM.

The features (FIRST = first code point of the form, LOWER = the form in lower case, as wordpiece.py lower-cases):
 * pronoun class of a word: by LOWER, from PRONOUNS; 0 where it is in none
 * name-like: FIRST is an upper-case letter and LOWER is not in NOT_NAMES and has no pronoun class
 * key of a word: of a name-like word, the set of the LOWERs of the longest run of name-like words of its sentence
   that holds it (a run of more than LONGEST_RUN is cut into such); of any other, {LOWER}
 * initials of a name-like word: the first code points of the LOWERs of its run, where the run has 2 words or more
 * form class of a pair: 1 the same LOWER; 2 one LOWER is the other one and "s" or "es"; else 0
 * key class of a pair: 4 the LOWER of one is the initials of the other; else 3 the same key; 2 one key holds the
   other; 1 the keys share a word; else 0
 * distance class in words, in sentences: how many of WORD_STEPS, SENTENCE_STEPS the distance reaches
 * quoted: a word that is one of QUOTES opens a quotation, the next one closes it, and so does the end of a sentence
   after 10 sentences; class of a pair: 0 both outside, 1 both in the same quotation, 2 in two quotations, 3 only the
   later word inside, 4 only the earlier one
"""
from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

import readers
import spec
from readers import Sentence, Span

PRONOUNS = (("i", "me", "my", "mine"), ("we", "us", "our", "ours", "'s"), ("you", "your", "yours"),
            ("he", "him", "his"), ("she", "her", "hers"), ("it", "its"), ("they", "them", "their", "theirs", "'em"),
            ("myself", "ourselves"), ("yourself", "yourselves"), ("himself",), ("herself",), ("itself",),
            ("themselves", "themself"), ("this",), ("that",), ("these", "those"), ("who", "whom", "whose"),
            ("which", "what"), ("one", "ones", "another", "other", "others"), ("here", "there", "then", "now"))
PRONOUN_OF = {form: 1 + k for k, forms in enumerate(PRONOUNS) for form in forms}
NOT_NAMES = frozenset(
    "a an the and or but nor so yet if as at by for from in into of off on onto out over to up with about after before "
    "is are was were be been am do does did has have had will would can could may might shall should must not no yes "
    "how when where why because while although though since than too also just all both each every some any many most "
    "few such however well oh okay".split())
QUOTES = frozenset(('"', "“", "”", "``", "''", "«", "»", "„"))
WORD_STEPS = (2, 3, 4, 5, 7, 9, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768)
SENTENCE_STEPS = (1, 2, 3, 4, 6, 10, 20)
PRONOUN_CLASSES, WORD_CLASSES, SENTENCE_CLASSES = len(PRONOUNS) + 1, len(WORD_STEPS) + 1, len(SENTENCE_STEPS) + 1
FORM_CLASSES, KEY_CLASSES, QUOTE_CLASSES = 3, 5, 5
QUOTE_SENTENCES = 10       # a quotation that is longer was not one
LONGEST_RUN = 32           # words of a run of names
CANDIDATE_SHARE = 0.25     # of the words of a document: those of the best mention scores
MOST_CANDIDATES = 600


def weights(d: spec.Dimensions) -> dict[str, tuple[int, ...]]:
    """name -> shape of every weight of the head, as in spec.weights, under the module name "coref"."""
    found: dict[str, tuple[int, ...]] = {}
    for name, out, inner in (("mention_inner", d.coref_mention, d.hidden), ("mention", 1, d.coref_mention),
                             ("later", d.coref_link, d.hidden), ("earlier", d.coref_link, d.hidden),
                             ("pair_later", d.coref_pair, d.hidden), ("pair_earlier", d.coref_pair, d.hidden),
                             ("pair_inner", d.coref_pair, d.coref_pair), ("pair", 1, d.coref_pair), ("edge_head", 2 * d.coref_edge, d.hidden),
                             ("edge_left", d.coref_edge, d.hidden), ("edge_right", d.coref_edge, d.hidden)):
        found[f"coref.{name}.weight"], found[f"coref.{name}.bias"] = (out, inner), (out,)
    found["coref.bilinear"] = (d.coref_link, d.coref_link)
    for name, rows in (("words", WORD_CLASSES), ("sentences", SENTENCE_CLASSES), ("match", FORM_CLASSES * KEY_CLASSES),
                       ("pronouns", PRONOUN_CLASSES * PRONOUN_CLASSES), ("quotes", QUOTE_CLASSES)):
        found[f"coref.pair_{name}.weight"] = (rows, d.coref_pair)
    found["coref.edge_distance"] = (2, WORD_CLASSES)
    return found


# --- gold chains -----------------------------------------------------------------------------------------------------

@dataclass(frozen=True)
class Mention:
    """Word indices in its sentence, end exclusive; `chain` is a number of the whole document."""

    begin: int
    end: int
    head: int
    chain: int


def read(data: Path, part: str) -> dict[str, list[Mention]]:
    """sentence id of GUM -> its mentions, of chains of two or more; every sentence of a known document is there."""
    ending = ".gz" if part == "train" else ""
    cells: dict[str, list[str]] = {}
    for block in readers._text(data / "coref_gum" / f"ontogum.{part}.conll{ending}").split("# begin document ")[1:]:
        lines = block.split("\n")
        cells[lines[0].strip()] = [x.split("\t")[2] for x in lines[1:] if x and not x.startswith("#")]
    found: dict[str, list[Mention]] = {}
    for document in readers.conllu(data / "ud_gum" / f"en_gum-ud-{part}.conllu{ending}"):
        marks = cells.get(document[0].ident.rsplit("-", 1)[0], [])
        genre = document[0].ident.split("_")[1]
        if len(marks) == sum(len(s.words) for s in document) and not (
                part == "train" and genre in readers.NON_COMMERCIAL_GENRES):
            found.update(_mentions_of(document, marks))
    return found


def _mentions_of(document: list[Sentence], marks: list[str]) -> dict[str, list[Mention]]:
    """A mention that leaves its sentence is left out; of mentions with one head word, the longest stays."""
    spans, at = chain_spans(marks), 0
    found = {}
    for sentence in document:
        best: dict[int, Mention] = {}
        for begin, end, chain in spans:
            if at <= begin and end <= at + len(sentence.words):
                b, e = begin - at, end - at
                head = next((k for k in range(b, e) if not b < sentence.heads[k] <= e), b)
                if head not in best or e - b > best[head].end - best[head].begin:
                    best[head] = Mention(b, e, head, chain)
        found[sentence.ident] = [best[k] for k in sorted(best)]
        at += len(sentence.words)
    return found


def chain_spans(marks: list[str]) -> list[tuple[int, int, int]]:
    """(begin, end, chain) from CoNLL brackets: "(1" opens, "1)" closes, "(1)" does both; in order of their ends."""
    opened: dict[int, list[int]] = {}
    found = []
    for k, mark in enumerate(marks):
        for part in mark.replace("(", " (").replace(")", ") ").replace("|", " ").replace("_", " ").split():
            chain = int(part.strip("()"))
            if part.startswith("("):
                opened.setdefault(chain, []).append(k)
            if part.endswith(")") and opened.get(chain):
                found.append((opened[chain].pop(), k + 1, chain))
    return found


# --- a document as the head sees it ----------------------------------------------------------------------------------

@dataclass
class Document:
    """Per word of a run of sentences: what its form says, and the gold where there is any.

    `chain` is -1 for words that are no head; `begin` and `last` are the first and last word of the mention.
    """

    sentence: Tensor
    pronoun: Tensor
    form: Tensor       # number of LOWER
    plural: Tensor     # number of LOWER and "s"; -1 where the document has no such word
    plural_es: Tensor
    key: Tensor        # number of the key
    initials: Tensor   # number of the initials as a LOWER; -1
    quote: Tensor      # 0 outside, else the number of the quotation
    key_words: Tensor  # (keys, words): 1.0 where the key holds the word
    bounds: Tensor     # (words, 2): first and last word of the word's sentence
    chain: Tensor
    begin: Tensor
    last: Tensor
    words: list[str] = field(default_factory=list)


def document_of(sentences: list[Sentence], gold: dict[str, list[Mention]] | None = None) -> Document:
    """The sentences in document order; `gold` as `read` gives it. Costs little, but is worth keeping for all epochs."""
    words = [w for s in sentences for w in s.words]
    ids = [k for k, s in enumerate(sentences) for _ in s.words]
    lower = [w.lower() for w in words]
    number = {form: k for k, form in enumerate(dict.fromkeys(lower))}
    keys, initials = _keys(sentences)
    key_number = {key: k for k, key in enumerate(dict.fromkeys(keys))}
    key_words = torch.zeros(max(1, len(key_number)), max(1, len(number)))
    for key, row in key_number.items():
        key_words[row, [number[w] for w in key]] = 1.0
    bounds, at = [], 0
    marks = [[-1] * len(words) for _ in range(3)]
    for s in sentences:
        bounds += [(at, at + len(s.words) - 1)] * len(s.words)
        for m in (gold or {}).get(s.ident, []):
            for row, value in zip(marks, (m.chain, at + m.begin, at + m.end - 1)):
                row[at + m.head] = value
        at += len(s.words)
    tensors = [torch.tensor(x, dtype=torch.long) for x in (
        ids, [PRONOUN_OF.get(w, 0) for w in lower], [number[w] for w in lower],
        [number.get(w + "s", -1) for w in lower], [number.get(w + "es", -1) for w in lower],
        [key_number[k] for k in keys], [number.get(w, -1) if w else -1 for w in initials], _quotations(words, ids))]
    return Document(*tensors, key_words, torch.tensor(bounds).view(-1, 2),
                    *(torch.tensor(m, dtype=torch.long) for m in marks), words)


def _keys(sentences: list[Sentence]) -> tuple[list[frozenset[str]], list[str]]:
    """Key and initials of every word."""
    keys: list[frozenset[str]] = []
    initials: list[str] = []
    for s in sentences:
        lower = [w.lower() for w in s.words]
        like = [w[:1].isupper() and low not in NOT_NAMES and low not in PRONOUN_OF for w, low in zip(s.words, lower)]
        at = 0
        while at < len(lower):
            end = at + 1
            while like[at] and end < len(lower) and like[end] and end - at < LONGEST_RUN:
                end += 1
            keys += [frozenset(lower[at:end])] * (end - at)
            initials += ["".join(w[0] for w in lower[at:end]) if end - at > 1 else ""] * (end - at)
            at = end
    return keys, initials


def _quotations(words: list[str], ids: list[int]) -> list[int]:
    """0 outside, else the number of the quotation; the marks themselves are outside."""
    found, count, since = [], 0, -1
    for word, sentence in zip(words, ids):
        if since >= 0 and sentence - since >= QUOTE_SENTENCES:
            since = -1
        if word in QUOTES:
            count, since = (count + 1, sentence) if since < 0 else (count, -1)
        found.append(count if since >= 0 and word not in QUOTES else 0)
    return found


def classes(distance: Tensor, steps: tuple[int, ...]) -> Tensor:
    """How many of the steps each distance reaches."""
    return torch.bucketize(distance, torch.tensor(steps), right=True)


def pair_classes(d: Document, later: Tensor, earlier: Tensor) -> dict[str, Tensor]:
    """The classes of the pairs of words (later[k], earlier[k])."""
    a, b = d.form[later], d.form[earlier]
    plural = (d.plural[later] == b) | (d.plural[earlier] == a) | (d.plural_es[later] == b) | (d.plural_es[earlier] == a)
    form = torch.where(a == b, 1, torch.where(plural, 2, 0))
    size = d.key_words.sum(1)
    shared = d.key_words @ d.key_words.T
    small, large = torch.minimum(size[:, None], size), torch.maximum(size[:, None], size)
    table = (shared > 0).long() + (shared == small) + (shared == large)
    key = table[d.key[later], d.key[earlier]]
    key = torch.where((d.initials[later] == b) | (d.initials[earlier] == a), 4, key)
    q, r = d.quote[later], d.quote[earlier]
    quotes = torch.where((q > 0) & (r > 0), torch.where(q == r, 1, 2), torch.where(q > 0, 3, torch.where(r > 0, 4, 0)))
    return {"words": classes(later - earlier, WORD_STEPS),
            "sentences": classes(d.sentence[later] - d.sentence[earlier], SENTENCE_STEPS),
            "match": form * KEY_CLASSES + key, "quotes": quotes,
            "pronouns": d.pronoun[later] * PRONOUN_CLASSES + d.pronoun[earlier]}


# --- the head --------------------------------------------------------------------------------------------------------

class CorefHead(nn.Module):
    """Mentions, antecedents and edges of one document; `words` are (words, hidden) everywhere."""

    def __init__(self, d: spec.Dimensions = spec.Dimensions(), drop: float = 0.3) -> None:
        super().__init__()
        h = d.hidden
        self.mention_inner, self.mention = nn.Linear(h, d.coref_mention), nn.Linear(d.coref_mention, 1)
        self.later, self.earlier = nn.Linear(h, d.coref_link), nn.Linear(h, d.coref_link)
        self.bilinear = nn.Parameter(torch.zeros(d.coref_link, d.coref_link))
        self.pair_later, self.pair_earlier = nn.Linear(h, d.coref_pair), nn.Linear(h, d.coref_pair)
        self.pair_words = nn.Embedding(WORD_CLASSES, d.coref_pair)
        self.pair_sentences = nn.Embedding(SENTENCE_CLASSES, d.coref_pair)
        self.pair_match = nn.Embedding(FORM_CLASSES * KEY_CLASSES, d.coref_pair)
        self.pair_pronouns = nn.Embedding(PRONOUN_CLASSES * PRONOUN_CLASSES, d.coref_pair)
        self.pair_quotes = nn.Embedding(QUOTE_CLASSES, d.coref_pair)
        self.pair_inner, self.pair = nn.Linear(d.coref_pair, d.coref_pair), nn.Linear(d.coref_pair, 1)
        self.edge_head, self.edge_left, self.edge_right = nn.Linear(h, 2 * d.coref_edge), nn.Linear(h, d.coref_edge), nn.Linear(h, d.coref_edge)
        self.edge_distance = nn.Parameter(torch.zeros(2, WORD_CLASSES))
        self.drop = nn.Dropout(drop)
        for name in ("words", "sentences", "match", "pronouns", "quotes"):
            nn.init.normal_(getattr(self, f"pair_{name}").weight, std=0.3)
        nn.init.constant_(self.mention.bias, -2.0)
        assert {f"coref.{k}": tuple(v.shape) for k, v in self.state_dict().items()} == weights(d)

    def mentions(self, words: Tensor) -> Tensor:
        """(words) logits: is the word the head of a coreferent mention?"""
        return self.mention(self.drop(F.gelu(self.mention_inner(words)))).squeeze(-1)

    def antecedents(self, words: Tensor, document: Document, scores: Tensor, chosen: Tensor) -> Tensor:
        """[later, earlier] of the chosen words (in rising order), -inf where not earlier; "none" is 0."""
        mine = words[chosen]
        rows, columns = torch.tril_indices(len(chosen), len(chosen), -1)
        later, earlier = self.drop(F.gelu(self.later(mine))), self.drop(F.gelu(self.earlier(mine)))
        dense = later @ self.bilinear @ earlier.T + scores[chosen][:, None] + scores[chosen][None, :]
        x = self.pair_later(mine)[rows] + self.pair_earlier(mine)[columns]
        for name, index in pair_classes(document, chosen[rows], chosen[columns]).items():
            x = x + getattr(self, f"pair_{name}")(index)
        x = self.pair(F.gelu(self.pair_inner(F.gelu(x)))).squeeze(-1)  # dropout here costs a fifth of the time
        full = torch.full_like(dense, float("-inf"))
        return full.index_put((rows, columns), dense[rows, columns] + x)

    def edges(self, words: Tensor, document: Document, heads: Tensor) -> Tensor:
        """[2, head, word]: scores of the words as first and as last of the mention; -inf outside its part of the
        sentence (the first is at or before the head, the last at or after it)."""
        left, right = self.edge_head(words[heads]).chunk(2, 1)
        scores = torch.stack([left @ self.edge_left(words).T, right @ self.edge_right(words).T])
        offset = torch.arange(len(words))[None] - heads[:, None]
        scores = scores + self.edge_distance[:, classes(offset.abs(), WORD_STEPS)]
        bounds = torch.arange(len(words))[None]
        first, last = document.bounds[heads].unbind(1)
        allowed = torch.stack([(bounds >= first[:, None]) & (offset <= 0), (bounds <= last[:, None]) & (offset >= 0)])
        return scores.masked_fill(~allowed, float("-inf"))

    def candidates(self, scores: Tensor) -> Tensor:
        """The words of the best mention scores, in rising order; of equal scores the earlier word is better."""
        count = min(MOST_CANDIDATES, max(1, int(CANDIDATE_SHARE * len(scores))))
        return scores.detach().sort(descending=True, stable=True).indices[:count].sort().values

    def loss(self, words: Tensor, document: Document) -> dict[str, Tensor]:
        """Sums over the words of a document with gold; divide by the number of words."""
        with torch.autocast("cpu", enabled=False):
            words = words.float()
            scores = self.mentions(words)
            gold = document.chain >= 0
            heads = gold.nonzero().squeeze(1)
            out = {"mention": F.binary_cross_entropy_with_logits(scores, gold.float(), reduction="sum")}
            chosen = torch.cat([self.candidates(scores), heads]).unique()
            links = self.antecedents(words, document, scores, chosen)
            links = torch.cat([torch.zeros_like(links[:, :1]), links], 1)
            chain = document.chain[chosen]
            right = (chain[:, None] == chain[None, :]) & (chain[:, None] >= 0) & torch.isfinite(links[:, 1:])
            right = torch.cat([~right.any(1, keepdim=True), right], 1)
            out["antecedent"] = (links.logsumexp(1) - links.masked_fill(~right, float("-inf")).logsumexp(1)).sum()
            if len(heads):
                first, last = self.edges(words, document, heads)
                out["edge"] = F.cross_entropy(first, document.begin[heads], reduction="sum") + F.cross_entropy(
                    last, document.last[heads], reduction="sum")
            return out

    @torch.no_grad()
    def decode(self, words: Tensor, document: Document, bias: float = 0.0) -> list[list[tuple[int, Span]]]:
        """Chains of two or more (head word, (begin, end)); every word links to its best antecedent above -bias."""
        words = words.float()
        scores = self.mentions(words)
        chosen = self.candidates(scores)
        best, link = self.antecedents(words, document, scores, chosen).max(1)
        first, last = self.edges(words, document, chosen).argmax(2)
        owner = list(range(len(chosen)))
        for k in range(len(chosen)):
            if float(best[k]) > -bias:
                owner[k] = owner[int(link[k])]
        chains: dict[int, list[tuple[int, Span]]] = {}
        for k, root in enumerate(owner):
            chains.setdefault(root, []).append((int(chosen[k]), (int(first[k]), int(last[k]) + 1)))
        return [c for c in chains.values() if len(c) > 1]
