"""A narrower encoder from a trained one: takes out the heads of attention and the inner numbers of layers that the rest
can best make up for.

    python3 training/shrink.py --data DATA --start MODEL_FOLDER --run RUN --binary onrecord --keep 0.6 --out SMALL

Optimal brain surgeon on groups (Hassibi and Stork 1992; Frantar et al. 2022): a linear map W of inputs h with the Gram
matrix G = sum h h' loses least, and its other columns make up best, when the group g of columns goes that has the least
tr(W_g (G^-1)_gg^-1 W_g'). One by one, all groups of each layer are so put in order; then blocks of groups are taken from
whichever layer loses least for the time that it saves, until `--keep` of the time of all layers is left. `distil.py`
trains what remains.
"""
from __future__ import annotations

import argparse
import random
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

import checkpoint
import spec
from model import Layer, Model
from train import read_all
from windows import Batch, groups, make_batch
from wordpiece import WordPiece

SAMPLE = 900               # windows whose inputs make the Gram matrices
DAMP = 1e-4                # of the mean of the diagonal
HEAD_TIME = 113            # of a head, in inner numbers: its part of two maps, and attention itself (one core of a Zen 4)
HEAD_BLOCK, INNER_BLOCK = 2, 192  # the program's kernels like such multiples
FEWEST_HEADS, FEWEST_INNER = 4, 384


@dataclass
class Order:
    """Of one map of a layer: its groups in the order in which they go, and the loss when each has gone."""

    groups: list[int]
    losses: list[float]


def group_losses(inverse: Tensor, weight: Tensor, size: int) -> Tensor:
    """What each group's going would lose."""
    inputs = weight.shape[1] - 1
    if size == 1:
        return weight[:, :-1].square().sum(0) / inverse.diagonal()[:-1]
    columns = torch.arange(inputs).view(-1, size)
    chosen = weight[:, columns].transpose(0, 1)  # (groups, outputs, size)
    blocks = torch.linalg.pinv(inverse[columns[:, :, None], columns[:, None, :]], hermitian=True)
    return ((chosen @ blocks) * chosen).sum((1, 2))


def remove(gram: Tensor, weight: Tensor, size: int, count: int, scale: float = 1.0) -> tuple[Tensor, Order]:
    """Takes `count` groups of `size` columns out of `weight` (outputs, inputs and a bias column), one by one, the others
    making up for each. Returns the new weight, with zeros where groups went, and the order; losses times `scale`."""
    inverse, weight, order = torch.linalg.inv(gram), weight.clone(), Order([], [])
    for _ in range(count):
        losses = group_losses(inverse, weight, size)
        losses[order.groups] = float("inf")
        chosen = int(losses.argmin())
        gone = slice(chosen * size, (chosen + 1) * size)
        block = torch.linalg.inv(inverse[gone, gone])
        weight -= weight[:, gone] @ block @ inverse[gone]
        inverse -= inverse[:, gone] @ block @ inverse[gone]
        weight[:, gone] = 0
        order.groups.append(chosen)
        order.losses.append(float(losses[chosen]) * scale + (order.losses[-1] if order.losses else 0.0))
    return weight, order


class Calibration:
    """Some windows, and what stands before the next layer for each of them."""

    def __init__(self, model: Model, batches: list[Batch]) -> None:
        self.batches = batches
        self.x = [model.embed(b.pieces, b.shapes) for b in batches]
        self.wide = [torch.zeros(b.mask.shape).masked_fill(~b.mask, -1e4)[:, None, None, :] for b in batches]

    def gram(self, inputs: list[Tensor]) -> Tensor:
        """Of the inputs of a map and a one, over all pieces; in f64, damped."""
        total = torch.zeros(inputs[0].shape[-1] + 1, inputs[0].shape[-1] + 1, dtype=torch.float64)
        for x, batch in zip(inputs, self.batches):
            rows = F.pad(x[batch.mask], (0, 1), value=1.0)
            total += (rows.T @ rows).double()
        return total + DAMP * total.diagonal().mean() * torch.eye(len(total))

    def mixed(self, layer: Layer) -> list[Tensor]:
        """The inputs of `attend`."""
        return [layer.mix(x, wide) for x, wide in zip(self.x, self.wide)]

    def attended(self, layer: Layer) -> list[Tensor]:
        """What stands after the first norm."""
        return [layer.norm1(x + layer.attend(layer.mix(x, wide))) for x, wide in zip(self.x, self.wide)]

    def advance(self, layer: Layer) -> None:
        """Goes on to the next layer."""
        self.x = [layer(x, wide) for x, wide in zip(self.x, self.wide)]


def joined(linear: torch.nn.Linear) -> Tensor:
    """Weight and bias in one, f64."""
    return torch.cat([linear.weight, linear.bias[:, None]], 1).double()


def orders_of(layer: Layer, at: Calibration) -> tuple[Order, Order]:
    """Both orders of a layer; losses are shares of the variance of what the layer gives."""
    after = at.attended(layer)
    spread = sum(float((y + layer.down(F.gelu(layer.up(y))))[b.mask].var(-1).sum()) for y, b in zip(after, at.batches))
    scale = 1 / (spread * layer.attend.weight.shape[0])
    _, heads = remove(at.gram(at.mixed(layer)), joined(layer.attend), spec.HEAD_SIZE, layer.heads - FEWEST_HEADS, scale)
    _, inner = remove(at.gram([F.gelu(layer.up(y)) for y in after]), joined(layer.down), 1,
                      layer.up.weight.shape[0] - FEWEST_INNER, scale)
    return heads, inner


def choose(orders: list[tuple[Order, Order]], d: spec.Dimensions, keep: float) -> spec.Dimensions:
    """How many heads and inner numbers each layer keeps."""
    left = [list(d.heads), list(d.inner)]
    full = [d.heads, d.inner]
    blocks, times = (HEAD_BLOCK, INNER_BLOCK), (HEAD_TIME, 1)

    def time() -> int:
        return sum(HEAD_TIME * h + i for h, i in zip(*left))

    def price(layer: int, part: int) -> float:
        gone = full[part][layer] - left[part][layer]
        losses = [0.0, *orders[layer][part].losses]
        if gone + blocks[part] >= len(losses):
            return float("inf")
        return (losses[gone + blocks[part]] - losses[gone]) / (blocks[part] * times[part])

    goal = keep * time()
    while time() > goal:
        if not any(price(k, p) < float("inf") for k in range(d.layers) for p in (0, 1)):
            raise SystemExit(f"no layer can lose more: {100 * time() * keep / goal:.0f} % of the time is the least")
        layer, part = min(((k, p) for k in range(d.layers) for p in (0, 1)), key=lambda kp: price(*kp))
        left[part][layer] -= blocks[part]
    return replace(d, heads=tuple(left[0]), inner=tuple(left[1]))


def narrow(layer: Layer, at: Calibration, heads: int, inner: int) -> Layer:
    """The layer with so many heads and inner numbers, the rest made up for; `at` stands before it."""
    small = Layer(layer.norm1.weight.shape[0], heads, inner, 0.0)
    small.norm1, small.norm2 = layer.norm1, layer.norm2
    weight, order = remove(at.gram(at.mixed(layer)), joined(layer.attend), spec.HEAD_SIZE, layer.heads - heads)
    kept = torch.tensor([h for h in range(layer.heads) if h not in order.groups])
    columns = (kept[:, None] * spec.HEAD_SIZE + torch.arange(spec.HEAD_SIZE)).flatten()
    rows = (torch.arange(3)[:, None] * layer.heads * spec.HEAD_SIZE + columns).flatten()
    small.qkv.weight.data, small.qkv.bias.data = layer.qkv.weight[rows].clone(), layer.qkv.bias[rows].clone()
    small.attend.weight.data, small.attend.bias.data = weight[:, columns].float(), weight[:, -1].float()
    after = at.attended(small)
    weight, order = remove(at.gram([F.gelu(layer.up(y)) for y in after]), joined(layer.down), 1,
                           layer.up.weight.shape[0] - inner)
    columns = torch.tensor(sorted(set(range(layer.up.weight.shape[0])) - set(order.groups)))
    small.up.weight.data, small.up.bias.data = layer.up.weight[columns].clone(), layer.up.bias[columns].clone()
    small.down.weight.data, small.down.bias.data = weight[:, columns].float(), weight[:, -1].float()
    return small


def shrink(model: Model, batches: list[Batch], keep: float) -> Model:
    """The narrower model; heads and embeddings are the same."""
    at = Calibration(model, batches)
    layers = [getattr(model, f"layer{k}") for k in range(model.dimensions.layers)]
    orders = []
    for layer in layers:
        orders.append(orders_of(layer, at))
        at.advance(layer)
    d = choose(orders, model.dimensions, keep)
    print(f"heads {d.heads}, inner {d.inner}", flush=True)
    small, at = Model(model.sizes, d), Calibration(model, batches)
    state = {k: v for k, v in model.state_dict().items() if not k.startswith("layer")}
    for k, layer in enumerate(layers):
        fresh = narrow(layer, at, d.heads[k], d.inner[k])
        state.update({f"layer{k}.{name}": v for name, v in fresh.state_dict().items()})
        at.advance(fresh)
    small.load_state_dict(state)
    return small


def main() -> None:
    """Reads the command line and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "start", "run", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--keep", type=float, required=True, help="share of the time of the layers")
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    model, labels = checkpoint.load(arguments.run)
    pieces = WordPiece(arguments.start / "vocab.txt")
    windows = random.Random(5).sample(read_all(arguments.data, "train", pieces, arguments.binary), SAMPLE)
    with torch.no_grad():
        small = shrink(model.eval(), [make_batch(g, pieces) for g in groups(windows, 2048, None)], arguments.keep)
    checkpoint.save(arguments.out, small, labels)


if __name__ == "__main__":
    main()
