"""Reads JSON Lines with spaCy and prints what it took as JSON; speed.py runs it with the Python that has spaCy.

    spacy_run.py MODEL FILE.jsonl BATCH

Every component of the model runs; the texts are in memory before the clock starts, and nothing is written out.
"""
from __future__ import annotations

import importlib
import json
import resource
import sys
import time


def main(model: str, path: str, batch: int) -> None:
    """Loads, reads, prints."""
    nlp = importlib.import_module(model).load()
    with open(path, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    wall, cpu = time.monotonic(), time.process_time()
    tokens = parsed = names = 0
    for document in nlp.pipe(texts, batch_size=batch):
        tokens += len(document)
        parsed += sum(token.dep_ != "" and token.lemma_ != "" for token in document)
        names += len(document.ents)
    print(json.dumps({"wall_seconds": time.monotonic() - wall, "cpu_seconds": time.process_time() - cpu,
                      "tokens": tokens, "parsed": parsed, "names": names, "components": nlp.pipe_names,
                      "version": f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}",
                      "peak_memory_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
