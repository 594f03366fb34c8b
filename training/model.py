"""One encoder, many heads. Names of the weights are those of spec.py."""
from __future__ import annotations

import json
import struct
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

import coref
import spec


class Dropout(nn.Module):
    """Dropout by a random slice of one fixed random mask: on a CPU, fresh random numbers cost more than the layer."""

    POOL = 1 << 22

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self.pool: Tensor | None = None

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.share == 0:
            return x
        if self.pool is None or len(self.pool) < x.numel() + 4096:
            size = max(self.POOL, 2 * x.numel())
            self.pool = (torch.rand(size) >= self.share).to(torch.bfloat16) / (1 - self.share)
        at = int(torch.randint(len(self.pool) - x.numel(), ()))
        return x * self.pool[at:at + x.numel()].view(x.shape)


def in_bytes(x: Tensor) -> Tensor:
    """Rows as the program's 8 bits hold them, with a scale each; the gradient passes as if nothing had happened."""
    there = x.detach()
    scale = there.abs().amax(-1, keepdim=True).clamp(min=1e-8) / 127
    return x + ((there / scale).round() * scale - there)


class Layer(nn.Module):
    """A BERT layer: attention, then two linear maps with GELU between; norms after the sums."""

    eight_bits = False  # as the program computes by default, to train for it

    def __init__(self, hidden: int, heads: int, inner: int, drop: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * heads * spec.HEAD_SIZE)
        self.attend = nn.Linear(heads * spec.HEAD_SIZE, hidden)
        self.up = nn.Linear(hidden, inner)
        self.down = nn.Linear(inner, hidden)
        self.norm1 = nn.LayerNorm(hidden, eps=1e-12)
        self.norm2 = nn.LayerNorm(hidden, eps=1e-12)
        self.drop = Dropout(drop)

    def mix(self, x: Tensor, mask: Tensor) -> Tensor:
        """What the heads of attention see, side by side: (windows, pieces, heads * HEAD_SIZE)."""
        b, n, _ = x.shape
        q, k, v = self.linear(self.qkv, x).view(b, n, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        v = in_bytes(v) if self.eight_bits else v
        scores = torch.matmul(q * spec.HEAD_SIZE ** -0.5, k.transpose(-1, -2))  # by hand: quicker back than SDPA's
        return torch.matmul(torch.softmax(scores + mask, -1), v).transpose(1, 2).reshape(b, n, -1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        x = self.norm1(x + self.drop(self.linear(self.attend, self.mix(x, mask))))
        return self.norm2(x + self.drop(self.linear(self.down, F.gelu(self.linear(self.up, x)))))

    def linear(self, of: nn.Linear, x: Tensor) -> Tensor:
        """What the map makes of `x`."""
        return F.linear(in_bytes(x), in_bytes(of.weight), of.bias) if self.eight_bits else of(x)


class Embed(nn.Module):
    """Word piece + position + shape; the segment of BERT is one constant row."""

    def __init__(self, d: spec.Dimensions, vocabulary: int) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, d.hidden)
        self.position = nn.Embedding(d.positions, d.hidden)
        self.segment = nn.Parameter(torch.zeros(d.hidden))
        self.shape = nn.Embedding(spec.SHAPES, d.hidden)
        self.norm = nn.LayerNorm(d.hidden, eps=1e-12)

    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        at = torch.arange(pieces.shape[1], device=pieces.device)
        shaped = self.shape(shapes.clamp(min=0)) * (shapes >= 0).unsqueeze(-1)
        return self.norm(self.word(pieces) + self.position(at) + self.segment + shaped)


class Model(nn.Module):
    """Encoder and heads; the heads look at one vector a word, that of its first piece."""

    def __init__(self, sizes: spec.Sizes, d: spec.Dimensions = spec.Dimensions(), drop: float = 0.1) -> None:
        super().__init__()
        self.dimensions, self.sizes = d, sizes
        self.embed = Embed(d, sizes.vocabulary)
        for k, (heads, inner) in enumerate(zip(d.heads, d.inner, strict=True)):
            self.add_module(f"layer{k}", Layer(d.hidden, heads, inner, drop))
        h = d.hidden
        self.tag, self.lemma = nn.Linear(h, sizes.tags), nn.Linear(h, sizes.lemmas)
        self.name, self.cue = nn.Linear(h, sizes.names), nn.Linear(h, len(spec.CUES))
        self.boundary = nn.Linear(h, 2)
        self.arc_head, self.arc_child = nn.Linear(h, d.arc), nn.Linear(h, d.arc)
        self.rel_head, self.rel_child = nn.Linear(h, d.rel), nn.Linear(h, d.rel)
        self.root = nn.Parameter(torch.randn(h) * 0.02)
        self.arc = nn.ParameterDict({"weight": nn.Parameter(torch.zeros(d.arc + 1, d.arc))})
        self.rel = nn.ParameterDict({"weight": nn.Parameter(torch.zeros(sizes.relations, d.rel + 1, d.rel + 1))})
        self.role_word, self.role_cue = nn.Linear(h, d.cue_hidden), nn.Linear(h, d.cue_hidden)
        self.role_distance = nn.Parameter(torch.zeros(spec.DISTANCES, d.cue_hidden))
        self.role_inner = nn.Linear(d.cue_hidden, d.cue_hidden)
        self.role = nn.Linear(d.cue_hidden, len(spec.ROLES))
        self.coref = coref.CorefHead(d)
        self.drop = Dropout(drop)
        nn.init.zeros_(self.embed.shape.weight)
        shapes = {k: tuple(v.shape) for k, v in self.state_dict().items() if k not in spec.NOT_SHIPPED}
        assert shapes == spec.weights(d, sizes) | coref.weights(d)

    def encode(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """(windows, pieces, hidden). `mask`: True where a piece stands; shapes: -1 for [CLS] and [SEP]."""
        return self.encode_all(pieces, shapes, mask)[-1]

    def encode_all(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> list[Tensor]:
        """What each layer gives."""
        x = self.drop(self.embed(pieces, shapes))
        wide = torch.zeros(mask.shape, dtype=x.dtype).masked_fill(~mask, -1e4)[:, None, None, :]
        found = []
        for k in range(self.dimensions.layers):
            x = getattr(self, f"layer{k}")(x, wide)
            found.append(x)
        return found

    def arcs(self, words: Tensor) -> Tensor:
        """Scores [child, head] of one window; head 0 is the root, head j+1 the j-th word."""
        heads = F.relu(self.arc_head(torch.cat([self.root[None], words])))
        children = F.relu(self.arc_child(words))
        children = torch.cat([children, torch.ones_like(children[:, :1])], 1)
        return children @ self.arc["weight"] @ heads.T

    def window_arcs(self, words: Tensor, windows: list[range]) -> Tensor:
        """Scores [window, child, head] of all windows at once, padded; `words` of all windows, one after the other."""
        longest = -(-max(map(len, windows)) // 32) * 32
        at = torch.tensor([[*w, *[0] * (longest - len(w))] for w in windows])
        heads = F.relu(self.arc_head(F.pad(torch.cat([self.root[None], words]), (0, 0, 0, 127))))
        children = F.relu(self.arc_child(words))
        children = torch.cat([children, torch.ones_like(children[:, :1])], 1) @ self.arc["weight"]
        mine = torch.cat([torch.zeros_like(at[:, :1]), at + 1], 1)
        return torch.bmm(children[at], heads[mine].transpose(1, 2))

    def relations(self, words: Tensor, heads: Tensor) -> Tensor:
        """Scores [child, relation], given each child's head (0: root)."""
        chosen = F.relu(self.rel_head(torch.cat([self.root[None], words])[heads]))
        children = F.relu(self.rel_child(words))
        one = torch.ones_like(children[:, :1])
        table = self.rel["weight"]
        turned = torch.cat([children, one], 1) @ table.transpose(0, 1).flatten(1)  # one big product: (child, r * j)
        return torch.bmm(turned.view(len(words), *table.shape[::2]), torch.cat([chosen, one], 1)[:, :, None]).squeeze(-1)

    def roles(self, words: Tensor, cues: Tensor, distances: Tensor) -> Tensor:
        """Scores [cue, word, role]; `cues` (cues, hidden), `distances` (cues, words) classes."""
        return self._roles(self.role_word(words)[None] + self.role_cue(cues)[:, None] + self.role_distance[distances])

    def role_pairs(self, words: Tensor, cues: Tensor, pairs: Tensor, distances: Tensor) -> Tensor:
        """Scores [pair, role] of pairs (word, cue), an index into each."""
        return self._roles(self.role_word(words)[pairs[0]] + self.role_cue(cues)[pairs[1]]
                           + self.role_distance[distances])

    def _roles(self, x: Tensor) -> Tensor:
        return self.role(self.drop(F.gelu(self.role_inner(self.drop(F.gelu(x))))))


_FAR = (1, 2, 3, 4, 6, 8, 12, 16, 32, 64, 128)  # words; each step outwards is a class


def distance_class(offset: int) -> int:
    """Class of a signed distance in words from the cue's first word: 0..DISTANCES-1, the middle is the cue."""
    steps = sum(abs(offset) >= far for far in _FAR)
    return spec.DISTANCES // 2 + (steps if offset >= 0 else -steps)


def load_start(model: Model, folder: Path) -> None:
    """The pretrained encoder into `model`; `folder` holds model.safetensors of a BERT of the same size."""
    raw = (folder / "model.safetensors").read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    table = json.loads(raw[8:8 + length])

    def tensor(name: str) -> Tensor:
        at, end = table[name]["data_offsets"]
        return torch.frombuffer(bytearray(raw[8 + length + at:8 + length + end]), dtype=torch.float32).view(
            table[name]["shape"])

    state = model.state_dict()
    fill = {"embed.word.weight": "embeddings.word_embeddings.weight",
            "embed.position.weight": "embeddings.position_embeddings.weight",
            "embed.norm.weight": "embeddings.LayerNorm.weight", "embed.norm.bias": "embeddings.LayerNorm.bias"}
    for k in range(model.dimensions.layers):
        theirs = f"encoder.layer.{k}."
        for ours, part in (("attend", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"),
                           ("up", "intermediate.dense"), ("down", "output.dense"), ("norm2", "output.LayerNorm")):
            for kind in ("weight", "bias"):
                fill[f"layer{k}.{ours}.{kind}"] = f"{theirs}{part}.{kind}"
        for kind in ("weight", "bias"):
            state[f"layer{k}.qkv.{kind}"].copy_(
                torch.cat([tensor(f"{theirs}attention.self.{p}.{kind}") for p in ("query", "key", "value")]))
    for ours, name in fill.items():
        state[ours].copy_(tensor(name))
    state["embed.segment"].copy_(tensor("embeddings.token_type_embeddings.weight")[0])
