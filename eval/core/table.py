"""The table of figures beside the peers'."""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

PEERS = Path(__file__).resolve().parent.parent / "peers.json"
HEAD = ("layer", "set", "figure", "ours", "best peer", "", "floor", "")


def shown_figures() -> list[dict[str, Any]]:
    """The rows of the table: {task, key, layer, set, figure, peers: [{name, value}]}."""
    rows = json.loads(PEERS.read_text(encoding="utf-8"))["figures"]
    layers = list(dict.fromkeys(row["layer"] for row in rows))
    return sorted(rows, key=lambda row: layers.index(row["layer"]))


def best_peer(row: dict[str, Any]) -> dict[str, Any] | None:
    """The peer with the highest figure."""
    return max(row["peers"], key=lambda peer: peer["value"], default=None)


def cells(row: dict[str, Any], f1: float | None, floor: float | None) -> list[str]:
    """One line of the table; a figure of None means that the program gives no such column yet."""
    peer = best_peer(row)
    ours = "–" if f1 is None else f"{100 * f1:.1f}"
    verdict = "" if f1 is None or floor is None else "below" if 100 * f1 + 1e-9 < floor else "ok"
    return [row["layer"], row["set"], row["figure"], ours, f"{peer['value']:.1f}" if peer else "",
            peer["name"] if peer else "", "" if floor is None else f"{floor:.2f}", verdict]


def lined_up(lines: list[list[str]]) -> str:
    """Lines of cells with their columns lined up; numbers to the right."""
    widths = [max(len(line[k]) for line in lines) for k in range(len(lines[0]))]
    rows = []
    for line in lines:
        right = [k in (3, 4, 6) for k in range(len(line))]
        rows.append("  ".join(c.rjust(w) if r else c.ljust(w) for c, w, r in zip(line, widths, right)).rstrip())
    return "\n".join(rows)


def write_into(page: Path, lines: list[list[str]]) -> None:
    """Puts the table, without floors, between the two marks of a Markdown page."""
    begin, end = "<!-- table: eval/run.py --docs -->\n", "<!-- end of table -->"
    text = page.read_text(encoding="utf-8")
    head, _, rest = text.partition(begin)
    _, _, tail = rest.partition(end)
    if not rest or not tail:
        raise ValueError(f"{page} has no marks for the table")
    rows = ["| layer | set | figure | onrecord | best peer | |", "|---|---|---|---|---|---|"]
    rows += [f"| {' | '.join(line[:6])} |" for line in lines[1:]]
    page.write_text(head + begin + "\n".join(rows) + "\n" + end + tail, encoding="utf-8")
