"""Makes the training data: silver trees, corrected.

    python -m training.prepare SILVER OUT --teacher MODEL --teacher-python PYTHON3.7 [--files train-5 train-6 …]

``SILVER`` holds ``train-*.spacy`` and ``dev.spacy`` (spaCy ``DocBin`` with tags, heads and relations). Every text with
words or signs that the teacher's treebank does not know is annotated again by the teacher, which is shown what it
knows; then the tags that STTS leaves no choice about are set. ``dev.spacy`` is corrected in the same way, but its words
stay as they are. The files keep their names. ``own.spacy`` holds our own sentences, without those kept for the test.
"""

# ruff: noqa: T201
from __future__ import annotations

import argparse
import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training.conllu import read
from training.trees import Shown, Tree, by_rule, restored, shown, tree_of, varied

ANNOTATE = Path(__file__).with_name("annotate.py")
OWN = Path(__file__).with_name("sentences.conllu")


def annotated(parts: Sequence[Shown], teacher: Path, python: Path) -> list[dict[str, list[str]]]:
    """The teacher's trees. Raises ``subprocess.CalledProcessError`` when the teacher fails."""
    lines = "".join(json.dumps({"words": part.words, "spaces": part.spaces}) + "\n" for part in parts)
    command = [str(python), str(ANNOTATE), str(teacher)]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True, encoding="utf-8")  # noqa: S603
    return [json.loads(line) for line in done.stdout.splitlines()]


def corrected(docs: Sequence[Doc], teacher: Path, python: Path) -> list[Tree]:
    """The tree of each doc, corrected."""
    parts = [shown(doc) for doc in docs]
    answers = iter(annotated([part for part in parts if part is not None], teacher, python))
    trees: list[Tree] = []
    for doc, part in zip(docs, parts, strict=True):
        tree = tree_of(doc)
        if part is not None:
            answer = next(answers)
            heads = [int(head) for head in answer["heads"]]
            tree = restored(doc, part, answer["tags"], heads, answer["deps"])
        trees.append(Tree(tree.words, tree.spaces, by_rule(tree), tree.heads, tree.deps))
    return trees


def write(trees: Sequence[Tree], words: Sequence[Sequence[str]], vocab: Vocab, path: Path) -> None:
    """Writes a ``DocBin``; ``words`` are what the model will see of each tree."""
    store = DocBin(attrs=["TAG", "HEAD", "DEP"])
    for tree, seen in zip(trees, words, strict=True):
        store.add(
            Doc(
                vocab,
                words=list(seen),
                spaces=list(tree.spaces),
                tags=list(tree.tags),
                heads=list(tree.heads),
                deps=list(tree.deps),
            )
        )
    store.to_disk(path)


def main(arguments: Sequence[str] | None = None) -> None:
    """Corrects file after file and says how much changed."""
    parser = argparse.ArgumentParser(prog="training.prepare", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("silver", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--teacher-python", type=Path, required=True)
    parser.add_argument("--files", nargs="*", help="names without .spacy; all files when left out")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("de").vocab
    for path in sorted(options.silver.glob("*.spacy")):
        if options.files and path.stem not in options.files:
            continue
        docs = list(DocBin().from_disk(path).get_docs(vocab))
        trees = corrected(docs, options.teacher, options.teacher_python)
        training = path.stem.startswith("train")
        words = [varied(tree, doc) if training else tree.words for tree, doc in zip(trees, docs, strict=True)]
        write(trees, words, vocab, options.out / path.name)
        pairs = [(tree_of(doc), tree) for doc, tree in zip(docs, trees, strict=True)]
        size = sum(len(tree.words) for tree in trees)
        tags = sum(a != b for old, new in pairs for a, b in zip(old.tags, new.tags, strict=True))
        arcs = sum(a != b for old, new in pairs for a, b in zip(old.heads, new.heads, strict=True))
        print(f"{path.name}: {len(trees)} texts, {size} tokens, {tags} tags and {arcs} heads changed", flush=True)
    own = [sentence.tree for sentence in read(OWN) if sentence.comments["part"] == "train"]
    write(own, [tree.words for tree in own], vocab, options.out / "own.spacy")


if __name__ == "__main__":
    main()
