"""The weighted mean of two runs' weights, one of which went on from the other: it keeps what both are good at
(Wortsman et al. 2022, robust fine-tuning).

    python3 training/average.py --first OUT --second FURTHER --share 0.2 --out MEAN

With `--only name,cue,role` the mean is of the heads so named alone; all else is the second run's.
"""
from __future__ import annotations

import argparse
from pathlib import Path

import checkpoint


def main() -> None:
    """Reads the command line and writes a checkpoint that export.py takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("first", "second", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--share", type=float, required=True, help="of the first run's weights")
    parser.add_argument("--only", default="", help="beginnings of the weights' names, with commas; default: all")
    arguments = parser.parse_args()
    wanted = tuple(arguments.only.split(","))  # "" begins every name
    first = checkpoint.load(arguments.first)[0].state_dict()
    model, labels = checkpoint.load(arguments.second)
    means = {name: arguments.share * first[name] + (1 - arguments.share) * second
             for name, second in model.state_dict().items() if name.startswith(wanted)}
    model.load_state_dict(model.state_dict() | means)
    checkpoint.save(arguments.out, model, labels)


if __name__ == "__main__":
    main()
