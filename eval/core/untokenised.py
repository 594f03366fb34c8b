"""Text as it is printed, from gold that has only tokens: `( the U.S. 's )` becomes `(the U.S.'s)`.

A blank stands between two tokens unless the first opens something or the second closes something. A straight
quotation mark opens and closes by turns, each kind for itself, anew in each sentence.
"""
from __future__ import annotations

from core.cases import Span

OPENING = set("([{$£€“‘#@") | {"``"}
CLOSING = set(".,;:!?%)]}…’”") | {"...", "''"}
ENDINGS = {mark + letters for mark in "'’" for letters in ("s", "re", "ve", "ll", "d", "m")} | {"n't", "n’t"}
STRAIGHT = "\"'"


def printed(tokens: list[str]) -> tuple[str, list[Span]]:
    """The text of one sentence and the place of each token in it."""
    text, places = "", []
    inside: set[str] = set()  # the straight marks that are open
    tied = True  # whether the token before wants no blank after it
    for token in tokens:
        closes = token in inside
        if not (tied or closes or token in CLOSING or token.lower() in ENDINGS):
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
        opens = token in set(STRAIGHT) and not closes
        inside = inside | {token} if opens else inside - {token}
        tied = opens or token in OPENING
    return text, places


def printed_sentences(sentences: list[list[str]]) -> tuple[str, list[list[Span]]]:
    """The text of sentences with a blank between them, and the place of each token of each sentence."""
    text, places = "", []
    for tokens in sentences:
        line, inner = printed(tokens)
        begin = len(text) + 1 if text else 0
        text = f"{text} {line}" if text else line
        places.append([(begin + b, begin + e) for b, e in inner])
    return text, places
