"""Texts of our own, and records of them."""
from __future__ import annotations

TEXT = "Ms Holm said “no” on Monday, and 40 people left."


def place(part: str, text: str = TEXT) -> dict:
    """start and end of a part of the text."""
    return {"start": text.index(part), "end": text.index(part) + len(part)}


def span(part: str, text: str = TEXT) -> tuple[int, int]:
    """The same as a tuple."""
    return text.index(part), text.index(part) + len(part)


def record(text: str = TEXT, **layers: list) -> dict:
    """A record of one article."""
    return {"article": {"source_id": "a", "text": text}, **layers}


CONLLU = """# newdoc id = d
# newpar
1-2\tDon’t\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_
2\tn’t\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
1\tStay\tstay\tVERB\tVB\t_\t0\troot\t_\t_

"""
