"""Makes the training data: trees by the teacher over our sentences, tags settled with a second opinion.

    python -m training.prepare SILVER OUT --teacher MODEL --teacher-python PYTHON3.7 --second-python PYTHON

``SILVER`` holds texts as spaCy ``DocBin`` files (``train-*.spacy``, ``dev.spacy``, and what ``training.texts`` made);
only their words are used. Sentences are marked by our rules. The teacher parses what it is shown (``training.trees``),
HanTa tags the words a second time (``training.second``), ``training.opinions`` settles the tags. Files called
``train*`` are varied as well (``training.variety``). ``OUT/second`` keeps the second opinions: they take longest.
``own.spacy`` holds our own sentences, without those kept for the test.
"""

# ruff: noqa: T201
from __future__ import annotations

import argparse
import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from app.languages.tokens_de import mark_sentences
from training.conllu import own
from training.opinions import Nouns, settled
from training.trees import Tree, by_rule, doc_of, restored, shown
from training.variety import varied

ANNOTATE = Path(__file__).with_name("annotate.py")
SECOND = Path(__file__).with_name("second.py")


@dataclass(frozen=True, slots=True)
class Sources:
    """Who annotates: the teacher's model and its Python, the Python with HanTa and german-nouns."""

    teacher: Path
    teacher_python: Path
    second_python: Path

    def trees(self, docs: Sequence[Doc]) -> list[Tree]:
        """The teacher's tree of each doc. Raises ``subprocess.CalledProcessError`` when the teacher fails."""
        parts = [shown(doc) for doc in docs]
        rows = [{"words": part.words, "spaces": part.spaces, "starts": part.starts} for part in parts]
        answers = _asked([str(self.teacher_python), str(ANNOTATE), str(self.teacher)], rows)
        return [
            restored(doc, part, answer["tags"], [int(head) for head in answer["heads"]], answer["deps"])
            for doc, part, answer in zip(docs, parts, answers, strict=True)
        ]

    def tags(self, docs: Sequence[Doc], kept: Path) -> list[list[str]]:
        """The second tagger's tags of each doc, read from the file ``kept`` if it is there, else written to it."""
        if not kept.exists():
            rows = [{"words": [token.text for token in doc]} for doc in docs]
            answers = _asked([str(self.second_python), str(SECOND), "tags"], rows)
            kept.write_text("".join(json.dumps(answer) + "\n" for answer in answers), encoding="utf-8")
        return [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]

    def nouns(self) -> Nouns:
        """Names and common nouns."""
        command = [str(self.second_python), str(SECOND), "names"]
        found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)  # noqa: S603
        return Nouns(frozenset(found["names"]), frozenset(found["commons"]))


def _asked(command: Sequence[str], rows: Sequence[object]) -> list[dict[str, list[str]]]:
    """What a program answers, line by line."""
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True, encoding="utf-8")  # noqa: S603
    return [json.loads(line) for line in done.stdout.splitlines()]


def bare(doc: Doc, vocab: Vocab) -> Doc:
    """The words of a doc with sentence starts by our rules and nothing else."""
    fresh = Doc(vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])
    mark_sentences(fresh)
    return fresh


def annotated(docs: Sequence[Doc], sources: Sources, nouns: Nouns, kept: Path) -> list[Tree]:
    """The tree of each doc with its tags settled."""
    trees: list[Tree] = []
    for tree, second in zip(sources.trees(docs), sources.tags(docs, kept), strict=True):
        ruled = by_rule(tree)
        trees.append(replace(ruled, tags=settled(ruled, second, nouns)))
    return trees


def write(trees: Sequence[Tree], vocab: Vocab, path: Path) -> None:
    """Writes a ``DocBin``."""
    store = DocBin(attrs=["TAG", "HEAD", "DEP"])
    for tree in trees:
        store.add(doc_of(tree, vocab))
    store.to_disk(path)


def main(arguments: Sequence[str] | None = None) -> None:
    """Makes file after file and says how much of the tags was settled."""
    parser = argparse.ArgumentParser(prog="training.prepare", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("silver", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--teacher-python", type=Path, required=True)
    parser.add_argument("--second-python", type=Path, required=True)
    parser.add_argument("--files", nargs="*", help="names without .spacy; all files when left out")
    options = parser.parse_args(arguments)
    seconds = options.out / "second"
    seconds.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("de").vocab
    sources = Sources(options.teacher, options.teacher_python, options.second_python)
    nouns = sources.nouns()
    names = sorted(nouns.names)
    for path in sorted(options.silver.glob("*.spacy")):
        if options.files and path.stem not in options.files:
            continue
        docs = [bare(doc, vocab) for doc in DocBin().from_disk(path).get_docs(vocab)]
        trees = annotated(docs, sources, nouns, seconds / f"{path.stem}.jsonl")
        if path.stem.startswith("train"):
            trees = [varied(tree, doc, names) for tree, doc in zip(trees, docs, strict=True)]
        write(trees, vocab, options.out / path.name)
        print(f"{path.name}: {len(trees)} texts, {sum(len(tree.words) for tree in trees)} tokens", flush=True)
    write([sentence.tree for sentence in own("train")], vocab, options.out / "own.spacy")


if __name__ == "__main__":
    main()
