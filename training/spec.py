"""The contract between training and the program: fixed numbers, names and shapes of all weights.

`weights(labels)` is the one list; export writes exactly these and the program refuses anything else.
"""
from __future__ import annotations

from dataclasses import dataclass

SPEC_VERSION = 2
HEAD_SIZE = 32            # of attention; the program's kernels are written for it
MAX_PIECES = 256          # of a window
SHAPES = 14               # classes of wordpiece.shape_of
DISTANCES = 24            # classes of signed log distance to the cue
ROLES = ("O", "B-source", "I-source", "B-content", "I-content")
CUES = ("O", "B-cue", "I-cue")
NOT_SHIPPED = ("boundary.weight", "boundary.bias")  # helps the encoder in training; rules find sentences better


@dataclass(frozen=True)
class Dimensions:
    """Sizes that a model may choose, by default those of MiniLM-L6-H384; a layer may be narrower than the others."""

    hidden: int = 384
    heads: tuple[int, ...] = (12,) * 6    # of attention, layer by layer
    inner: tuple[int, ...] = (1536,) * 6  # between the two last maps of a layer
    positions: int = 512
    arc: int = 384
    rel: int = 128
    cue_hidden: int = 256
    coref_mention: int = 128
    coref_link: int = 192
    coref_pair: int = 64
    coref_edge: int = 64

    @property
    def layers(self) -> int:
        """How many."""
        return len(self.inner)


@dataclass(frozen=True)
class Sizes:
    """Sizes of the label sets and of the vocabulary."""

    tags: int
    lemmas: int
    relations: int
    names: int
    vocabulary: int = 30522


def weights(d: Dimensions, sizes: Sizes) -> dict[str, tuple[int, ...]]:
    """name -> shape of every weight but those of coref.weights and of heads that training alone has, f32."""
    h = d.hidden
    found: dict[str, tuple[int, ...]] = {
        "embed.word.weight": (sizes.vocabulary, h), "embed.position.weight": (d.positions, h), "embed.segment": (h,),
        "embed.shape.weight": (SHAPES, h), "embed.norm.weight": (h,), "embed.norm.bias": (h,)}
    for k, (heads, wide) in enumerate(zip(d.heads, d.inner, strict=True)):
        mixed = heads * HEAD_SIZE
        for part, out, inner in (("qkv", 3 * mixed, h), ("attend", h, mixed), ("up", wide, h), ("down", h, wide)):
            found[f"layer{k}.{part}.weight"] = (out, inner)
            found[f"layer{k}.{part}.bias"] = (out,)
        for norm in ("norm1", "norm2"):
            found[f"layer{k}.{norm}.weight"] = found[f"layer{k}.{norm}.bias"] = (h,)
    for head, out in (("tag", sizes.tags), ("lemma", sizes.lemmas), ("name", sizes.names), ("cue", len(CUES)),
                      ("arc_head", d.arc), ("arc_child", d.arc), ("rel_head", d.rel),
                      ("rel_child", d.rel), ("role_word", d.cue_hidden), ("role_cue", d.cue_hidden)):
        found[f"{head}.weight"] = (out, h)
        found[f"{head}.bias"] = (out,)
    found["root"] = (h,)
    found["arc.weight"] = (d.arc + 1, d.arc)
    found["rel.weight"] = (sizes.relations, d.rel + 1, d.rel + 1)
    found["role_distance"] = (DISTANCES, d.cue_hidden)
    found["role_inner.weight"], found["role_inner.bias"] = (d.cue_hidden, d.cue_hidden), (d.cue_hidden,)
    found["role.weight"], found["role.bias"] = (len(ROLES), d.cue_hidden), (len(ROLES),)
    return found
