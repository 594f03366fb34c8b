"""The weighted mean of two runs' weights, one of which went on from the other: it keeps what both are good at
(Wortsman et al. 2022, robust fine-tuning).

    python3 training/average.py --first OUT --second FURTHER --share 0.2 --out MEAN
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
    arguments = parser.parse_args()
    first = checkpoint.load(arguments.first)[0].state_dict()
    model, labels = checkpoint.load(arguments.second)
    model.load_state_dict({name: arguments.share * first[name] + (1 - arguments.share) * second
                           for name, second in model.state_dict().items()})
    checkpoint.save(arguments.out, model, labels)


if __name__ == "__main__":
    main()
