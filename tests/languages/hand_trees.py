"""German sentences with tags and relations written by hand, so that a test stands on the grammar and not on the model.

``trees_de.txt`` holds a sentence a line, each word as ``word/TAG/relation>head`` with the place of the head from 0; a
root has no head. A line that begins with ``~`` holds an error that a small parser makes, kept on purpose.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

_FILE = Path(__file__).with_name("trees_de.txt")
_CLOSING = {".", ",", "?", "!", ":", ";", ")", "“", "…"}


def sentence(text: str) -> Span:
    """The sentence with this text as one span of a document of its own; ``KeyError`` when nobody drew it."""
    words = _lines()[text]
    parts = [word.rsplit("/", 2) for word in words]
    relations = [part[2].split(">") for part in parts]
    heads = [int(relation[1]) if len(relation) > 1 else place for place, relation in enumerate(relations)]
    doc = Doc(
        _vocab(),
        words=[part[0] for part in parts],
        spaces=_spaces([part[0] for part in parts]),
        tags=[part[1] for part in parts],
        heads=heads,
        deps=[relation[0] for relation in relations],
    )
    return doc[:]


def _spaces(words: list[str]) -> list[bool]:
    after = [*words[1:], "."]
    return [following not in _CLOSING and word not in {"(", "„"} for word, following in zip(words, after, strict=True)]


@cache
def _vocab() -> Vocab:
    """German words without any model; an empty vocabulary knows no lower case."""
    return spacy.blank("de").vocab


@cache
def _lines() -> dict[str, list[str]]:
    found = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            words = line.removeprefix("~ ").split()
            texts = [word.rsplit("/", 2)[0] for word in words]
            spaces = _spaces(texts)
            text = "".join(word + " " * space for word, space in zip(texts, spaces, strict=True))
            found[text.strip()] = words
    return found
