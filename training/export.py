"""Writes the model file that the program reads (layout: src/nn/model_file.h).

    python3 training/export.py --run OUT --start MODEL_FOLDER --card CARD.md --link-bias BIAS --to models/onrecord.model
    python3 training/export.py --tiny tests/nn        # the tiny random model of the parity tests, and its outputs
"""
from __future__ import annotations

import argparse
import json
import struct
from pathlib import Path

import torch

import checkpoint
import coref
import names
import readers
import spec
from model import Model, distance_class

FORMAT_VERSION = 1
ALIGN = 64


# Of the starting weights and of the sets that the weights were trained on; the card says more.
LICENCES = ["starting weights: Apache-2.0", "UD English EWT, UNER English EWT: CC BY-SA 4.0",
            "UD English GUM, OntoGUM, WikiGold, WNUT-17: CC BY 4.0", "CrossNER: MIT",
            "re3d: public domain, OGL v3, CC BY 3.0 AU, CC BY-SA 3.0, reuse with source", "PolNeAR: none stated",
            "Wikinews: CC BY 2.5"]


def dtype_of(name: str, shape: tuple[int, ...], exact: bool) -> str:
    """Word pieces in 8 bits a row, other matrices in bfloat16, vectors as they are."""
    if exact or len(shape) == 1:
        return "f32"
    return "i8" if name == "embed.word.weight" else "bf16"


def write(path: Path, model: Model, labels: dict[str, list[str]], vocabulary: list[str], name: str, card: str,
          licences: list[str], exact: bool = False) -> None:
    """The model file; `exact` keeps every weight in f32."""
    data, tensors = bytearray(), []

    def put(raw: bytes) -> int:
        data.extend(b"\0" * (-len(data) % ALIGN))
        data.extend(raw)
        return len(data) - len(raw)

    for key, weight in model.state_dict().items():
        if key in spec.NOT_SHIPPED:
            continue
        shape = tuple(weight.shape)
        row = {"name": key, "dtype": dtype_of(key, shape, exact), "shape": list(shape)}
        if row["dtype"] == "i8":
            scales = weight.abs().amax(1).clamp(min=1e-8) / 127
            row["offset"] = put((weight / scales[:, None]).round().to(torch.int8).numpy().tobytes())
            row["scales"] = put(scales.float().numpy().tobytes())
        elif row["dtype"] == "bf16":
            row["offset"] = put(weight.to(torch.bfloat16).view(torch.int16).numpy().tobytes())
        else:
            row["offset"] = put(weight.float().numpy().tobytes())
        tensors.append(row)
    header = json.dumps({"spec_version": spec.SPEC_VERSION, "name": name, "card": card, "licences": licences,
                         "dimensions": vars(model.dimensions), "vocabulary": vocabulary, "labels": labels,
                         "tensors": tensors}, ensure_ascii=False).encode()
    header += b" " * (-(16 + len(header)) % ALIGN)
    path.write_bytes(b"ONRECORD" + struct.pack("<II", FORMAT_VERSION, len(header)) + header + bytes(data))


def tiny(folder: Path) -> None:
    """A random model of 32 numbers a vector, and what PyTorch makes of two windows, layer by layer."""
    torch.manual_seed(10)
    d = spec.Dimensions(hidden=32, heads=(1, 2), inner=(48, 80), positions=256, arc=16, rel=8, cue_hidden=16, coref_mention=8,
                        coref_link=8, coref_pair=8, coref_edge=8)
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "mayor", "said", "boat", "##s", "left", ",", ".", "un",
                  "##known"]
    labels = {"tags": ["NOUN|NN|Number=Sing", "PUNCT|.|_", "VERB|VBD|Mood=Ind|Tense=Past", "DET|DT|_", "PROPN|NNP|_"],
              "lemmas": ["L-0+", "L-1+", "K-0+", "=be"], "relations": ["nsubj", "obj", "root"],
              "names": ["O", "B-PERSON", "I-PERSON"],
              "known": ["boats\tT1\tboat"]}
    sizes = spec.Sizes(5, 4, 3, 3, len(vocabulary))
    model = Model(sizes, d)
    for parameter in model.parameters():
        torch.nn.init.normal_(parameter, std=0.3)
    model.eval()
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "tiny.model", model, labels, vocabulary, "tiny", "A random model for tests.", [], exact=True)
    windows = [([2, 4, 5, 6, 3], [-1, 6, 3, 3, -1], [1, 2, 3]),
               ([2, 12, 13, 7, 8, 9, 10, 6, 4, 5, 11, 3], [-1, 3, 3, 6, 6, 3, 0, 3, 3, 5, 0, -1],
                [1, 3, 5, 6, 7, 8, 9, 10])]
    out = []
    with torch.no_grad():
        for pieces, shapes, first in windows:
            p, s = torch.tensor([pieces]), torch.tensor([shapes])
            wide = torch.zeros(p.shape)[:, None, None, :]
            steps = [model.embed(p, s)]
            for k in range(d.layers):
                steps.append(getattr(model, f"layer{k}")(steps[-1], wide))
            words = steps[-1][0, first]
            arcs = model.arcs(words)
            heads = torch.tensor([0] + [1] * (len(first) - 1))
            distances = torch.tensor([[distance_class(k - 1) for k in range(len(first))]])
            out.append({"pieces": pieces, "shapes": shapes, "first": first, "words": words.flatten().tolist(),
                        "layers": [x[0].flatten().tolist() for x in steps],
                        **{h: getattr(model, h)(words).flatten().tolist() for h in ("tag", "lemma", "name", "cue")},
                        "arcs": arcs.flatten().tolist(), "heads": heads.tolist(),
                        "relations": model.relations(words, heads).flatten().tolist(),
                        "roles": model.roles(words, words[1:2], distances).flatten().tolist()})
    _write_json(folder / "tiny.json", out)
    tiny_coref(model, folder)


TINY_DOCUMENT = (
    "The Harbour Board of Reyle met on Monday .", "Its chair , Ana Pohl , said : “ We will not close the harbours",
    "before I have read what the HBR wrote . ” She left .", "A boat passed ; two boats waited , and who knows why ?",
    "Pohl ’s deputy 's box held boxes from Łódź Ávila Reyle : \" those , \" Ana said .", "Ana POHL and they themselves saw it")


def tiny_coref(model: Model, folder: Path) -> None:
    """What the coreference head makes of random vectors for the words of a small document, and the pairs' classes."""
    document = coref.document_of([readers.Sentence(text.split()) for text in TINY_DOCUMENT])
    words = torch.randn(len(document.words), model.dimensions.hidden)
    with torch.no_grad():
        scores = model.coref.mentions(words)
        chosen = model.coref.candidates(scores)
        links = model.coref.antecedents(words, document, scores, chosen)
        rows, columns = torch.tril_indices(len(chosen), len(chosen), -1)
        first, last = model.coref.edges(words, document, chosen).argmax(2)
    later, earlier = torch.tril_indices(len(words), len(words), -1)
    out = {"sentences": [text.split() for text in TINY_DOCUMENT], "pronouns": document.pronoun.tolist(),
           "classes": {k: v.tolist() for k, v in coref.pair_classes(document, later, earlier).items()},
           "words": words.flatten().tolist(), "mentions": scores.tolist(), "chosen": chosen.tolist(),
           "links": links[rows, columns].tolist(), "first": first.tolist(), "last": last.tolist()}
    _write_json(folder / "tiny_coref.json", out)


def _write_json(path: Path, out: object) -> None:
    rounded = json.loads(json.dumps(out), parse_float=lambda x: round(float(x), 6))
    path.write_text(json.dumps(rounded, ensure_ascii=False), encoding="utf-8")


def main() -> None:
    """Reads the command line and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tiny", type=Path)
    for name in ("run", "start", "card", "to"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--link-bias", type=float, default=0.0, help="what link_bias.py prints")
    arguments = parser.parse_args()
    if arguments.tiny:
        tiny(arguments.tiny)
        return
    model, labels = checkpoint.load(arguments.run)
    with torch.no_grad():
        model.coref.pair.bias += arguments.link_bias
    vocabulary = (arguments.start / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    write(arguments.to, model, {**vars(labels), "names": list(names.LABELS)}, vocabulary, arguments.to.stem,
          arguments.card.read_text(encoding="utf-8"), LICENCES)


if __name__ == "__main__":
    main()
