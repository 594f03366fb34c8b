"""Articles for tests: made of a few words by a seeded generator, so that every run has the same ones."""
from __future__ import annotations

import json
import random

PEOPLE = ["Ana Holm", "Viktor Brandt", "Mayor Sofía Núñez", "Two officials", "Prime Minister Tal Oren", "Ms Holm", "He"]
CUES = ["said", "denied", "warned", "announced", "told reporters"]
WHAT = ["that {n} trucks had left the port", "that £{n} million would follow", "that talks begin on {d}",
        "that no one was hurt", "that the bridge at Lünen is closed since {d}"]
DAYS = ["Monday", "4 March 2024", "last week", "June 2023", "Tuesday morning"]


def sentence(pick: random.Random) -> str:
    """One sentence with a speaker, often with a quotation, a number and a day."""
    what = pick.choice(WHAT).format(n=pick.randint(2, 900), d=pick.choice(DAYS))
    who, cue = pick.choice(PEOPLE), pick.choice(CUES)
    if pick.random() < 0.4:
        return f"“We know {what},” {who} {cue} on {pick.choice(DAYS)}."
    return f"{who} {cue} {what}."


def text(pick: random.Random) -> str:
    """A few paragraphs."""
    paragraphs = [" ".join(sentence(pick) for _ in range(pick.randint(1, 5))) for _ in range(pick.randint(1, 6))]
    return "\n\n".join(paragraphs) + "\n"


def json_line(number: int, pick: random.Random) -> str:
    """An article as a line of JSON Lines."""
    return json.dumps({"id": str(number), "title": f"Report {number}", "text": text(pick),
                       "published": f"2024-03-{pick.randint(1, 28):02}", "publisher": pick.choice(["A Post", "B Times"])})


def write_inputs(folder, seed: int, plain: int, lines: int) -> list:
    """`plain` text files and one JSON Lines file of `lines` articles below `folder`; their paths."""
    pick = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(plain):
        path = folder / f"article-{number:04}.txt"
        path.write_text(text(pick), encoding="utf-8")
        paths.append(path)
    feed = folder / "feed.jsonl"
    feed.write_text("\n".join(json_line(number, pick) for number in range(lines)) + "\n", encoding="utf-8")
    return paths + [feed]
