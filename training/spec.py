"""The contract between training and the program: fixed numbers, names and shapes of all weights.

`weights(labels)` is the one list; export writes exactly these and the program refuses anything else.
"""
from __future__ import annotations

SPEC_VERSION = 1
LAYERS, HIDDEN, HEADS, INNER, VOCABULARY = 6, 384, 12, 1536, 30522
MAX_PIECES = 256          # of a window
POSITIONS = 512
SHAPES = 14               # classes of wordpiece.shape_of
ARC, REL = 384, 128       # biaffine sizes
CUE_HIDDEN = 256          # of the head that finds source and content, given a cue
DISTANCES = 24            # classes of signed log distance to the cue
ROLES = ("O", "B-source", "I-source", "B-content", "I-content")
CUES = ("O", "B-cue", "I-cue")


def weights(tags: int, lemmas: int, relations: int, names: int) -> dict[str, tuple[int, ...]]:
    """name -> shape of every weight, f32, for label sets of these sizes."""
    found: dict[str, tuple[int, ...]] = {
        "embed.word.weight": (VOCABULARY, HIDDEN), "embed.position.weight": (POSITIONS, HIDDEN), "embed.segment": (HIDDEN,),
        "embed.shape.weight": (SHAPES, HIDDEN), "embed.norm.weight": (HIDDEN,), "embed.norm.bias": (HIDDEN,)}
    for k in range(LAYERS):
        for part, out, inner in (("qkv", 3 * HIDDEN, HIDDEN), ("attend", HIDDEN, HIDDEN), ("up", INNER, HIDDEN),
                                 ("down", HIDDEN, INNER)):
            found[f"layer{k}.{part}.weight"] = (out, inner)
            found[f"layer{k}.{part}.bias"] = (out,)
        for norm in ("norm1", "norm2"):
            found[f"layer{k}.{norm}.weight"] = found[f"layer{k}.{norm}.bias"] = (HIDDEN,)
    for head, out in (("tag", tags), ("lemma", lemmas), ("name", names), ("cue", len(CUES)), ("boundary", 2),
                      ("arc_head", ARC), ("arc_child", ARC), ("rel_head", REL), ("rel_child", REL),
                      ("role_word", CUE_HIDDEN), ("role_cue", CUE_HIDDEN)):
        found[f"{head}.weight"] = (out, HIDDEN)
        found[f"{head}.bias"] = (out,)
    found["root"] = (HIDDEN,)
    found["arc.weight"] = (ARC + 1, ARC)
    found["rel.weight"] = (relations, REL + 1, REL + 1)
    found["role_distance"] = (DISTANCES, CUE_HIDDEN)
    found["role_inner.weight"], found["role_inner.bias"] = (CUE_HIDDEN, CUE_HIDDEN), (CUE_HIDDEN,)
    found["role.weight"], found["role.bias"] = (len(ROLES), CUE_HIDDEN), (len(ROLES),)
    return found
