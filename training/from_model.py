"""The way back: a checkpoint from a model file, so that training can go on from a shipped model.

    python3 training/from_model.py --model models/onrecord.model --link-bias 0.32 --out OUT

writes OUT/checkpoint.pt and OUT/labels.json as train.py does; `train.py --further OUT` goes on from there.
Weights are as exact as the file keeps them (word pieces in 8 bits, matrices in bfloat16). Heads that are not shipped
start anew, the optimiser too. `--link-bias`: what export.py added to the links of coreference, taken off again.
"""
from __future__ import annotations

import argparse
import json
import struct
from pathlib import Path

import torch
from torch import Tensor

import checkpoint
from export import FORMAT_VERSION
from labels import Labels, sizes_of
from model import Model
from spec import NOT_SHIPPED

TYPES = {"f32": torch.float32, "bf16": torch.bfloat16, "i8": torch.int8}


def read(path: Path) -> tuple[dict, dict[str, Tensor]]:
    """The header and every weight of a model file, in f32."""
    raw = path.read_bytes()
    version, length = struct.unpack("<II", raw[8:16])
    if raw[:8] != b"ONRECORD" or version != FORMAT_VERSION:
        raise SystemExit(f"{path} is no model file of format {FORMAT_VERSION}")
    header, data = json.loads(raw[16:16 + length]), memoryview(bytearray(raw[16 + length:]))

    def tensor(offset: int, dtype: str, shape: list[int]) -> Tensor:
        count = int(torch.tensor(shape).prod())
        return torch.frombuffer(data, dtype=TYPES[dtype], count=count, offset=offset).view(shape).float()

    found = {}
    for row in header["tensors"]:
        found[row["name"]] = tensor(row["offset"], row["dtype"], row["shape"])
        if row["dtype"] == "i8":
            found[row["name"]] *= tensor(row["scales"], "f32", row["shape"][:1])[:, None]
    return header, found


def main() -> None:
    """Reads the command line and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--link-bias", type=float, default=0.0)
    parser.add_argument("--seed", type=int, default=1, help="of the heads that start anew")
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    header, weights = read(arguments.model)
    labels = Labels(**{k: v for k, v in header["labels"].items() if k != "names"})
    model = Model(sizes_of(labels), checkpoint.dimensions_of(header["dimensions"]))
    missing, unknown = model.load_state_dict(weights, strict=False)
    assert set(missing) == set(NOT_SHIPPED) and not unknown, (missing, unknown)
    with torch.no_grad():
        model.coref.pair.bias -= arguments.link_bias
    checkpoint.save(arguments.out, model, labels)


if __name__ == "__main__":
    main()
