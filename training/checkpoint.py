"""A run's folder: checkpoint.pt with its weights and sizes, labels.json with its label sets, log.txt."""
from __future__ import annotations

import json
import time
from pathlib import Path

import torch

import spec
from labels import Labels, sizes_of
from model import Model


def dimensions_of(saved: dict) -> spec.Dimensions:
    """The sizes as a checkpoint or the header of a model file tells them; those of the start where it tells none."""
    return spec.Dimensions(**{k: tuple(v) if isinstance(v, list) else v for k, v in saved.items()})


def load(run: Path, drop: float = 0.1) -> tuple[Model, Labels]:
    """The model of a run and its label sets; `drop`: the encoder's dropout, should training go on."""
    saved = torch.load(run / "checkpoint.pt", weights_only=True)
    labels = Labels(**json.loads((run / "labels.json").read_text()))
    model = Model(sizes_of(labels), dimensions_of(saved.get("dimensions", {})), drop)
    model.load_state_dict(saved["model"])
    return model, labels


def save(run: Path, model: Model, labels: Labels, **more: object) -> None:
    """Writes both, the checkpoint in one move; `more` stands beside the weights."""
    run.mkdir(parents=True, exist_ok=True)
    (run / "labels.json").write_text(json.dumps(vars(labels)))
    path = run / "checkpoint.pt"
    torch.save({"model": model.state_dict(), "dimensions": dict(vars(model.dimensions)), **more},
               path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def log(run: Path, line: str) -> None:
    """To the terminal and to the run's log."""
    print(f"{time.strftime('%H:%M:%S')} {line}", flush=True)
    with (run / "log.txt").open("a") as file:
        file.write(line + "\n")
