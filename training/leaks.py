"""Keeps what is measured on apart from what is trained on: leaves out training texts that share a sentence with it.

    python -m training.leaks FOLDER OUT --apart FILE.spacy [FILE.spacy …]

Copies each ``*.spacy`` of ``FOLDER`` to ``OUT`` without the texts of which a sentence of six words or more, or the text
as a whole, is in one of the files kept apart; those files themselves are copied as they are. Letters and digits decide,
so another spelling of dashes, quotation marks or spaces hides nothing.
"""

# ruff: noqa: T201
from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from app.languages.pipeline import squashed
from training.prepare import bare

WORDS = 6
"""Shorter sentences are alike by chance: „Ort, Datum“."""


def keys(doc: Doc) -> Iterator[str]:
    """The text and its longer sentences. Sentence starts are set by our rules, whatever tree the doc carries."""
    yield squashed(doc.text)
    for sent in bare(doc, doc.vocab).sents:
        key = squashed(sent.text)
        if key.count(" ") >= WORDS - 1:
            yield key


def known(paths: Iterable[Path], vocab: Vocab) -> frozenset[str]:
    """The keys of all texts in files."""
    return frozenset(key for path in paths for doc in DocBin().from_disk(path).get_docs(vocab) for key in keys(doc))


def clean(docs: Iterable[Doc], apart: frozenset[str]) -> list[Doc]:
    """The docs of which nothing is kept apart."""
    return [doc for doc in docs if not any(key in apart for key in keys(doc))]


def main(arguments: Sequence[str] | None = None) -> None:
    """Cleans file after file and counts."""
    parser = argparse.ArgumentParser(prog="training.leaks", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--apart", type=Path, nargs="+", required=True)
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("de").vocab
    apart = known(options.apart, vocab)
    kept_apart = {path.resolve() for path in options.apart}
    for path in sorted(options.folder.glob("*.spacy")):
        store = DocBin().from_disk(path)
        docs = list(store.get_docs(vocab))
        kept = docs if path.resolve() in kept_apart else clean(docs, apart)
        DocBin(attrs=cast(Any, store.attrs), docs=kept).to_disk(options.out / path.name)
        left_out = len(docs) - len(kept), sum(map(len, docs)) - sum(map(len, kept))
        print(f"{path.name}: {len(kept)} texts; left out {left_out[0]} texts, {left_out[1]} tokens", flush=True)


if __name__ == "__main__":
    main()
