"""The weighted mean of two runs' weights, one of which went on from the other: it keeps what both are good at
(Wortsman et al. 2022, robust fine-tuning).

    python3 training/average.py --first OUT --second FURTHER --share 0.2 --out MEAN
"""
from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch


def main() -> None:
    """Reads the command line and writes a checkpoint that export.py takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("first", "second", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--share", type=float, required=True, help="of the first run's weights")
    arguments = parser.parse_args()
    first, second = (torch.load(run / "checkpoint.pt", weights_only=True)["model"]
                     for run in (arguments.first, arguments.second))
    mean = {name: arguments.share * first[name] + (1 - arguments.share) * second[name] for name in second}
    arguments.out.mkdir(parents=True, exist_ok=True)
    shutil.copy(arguments.second / "labels.json", arguments.out / "labels.json")
    torch.save({"model": mean}, arguments.out / "checkpoint.pt")


if __name__ == "__main__":
    main()
