"""What a form tells the people who fill it in, and where: found by words in its printed text, never in its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.languages.told_words import ITEMS, NOT_MEANT, PATTERNS
from app.model import Block, Document

__all__ = ["ITEMS", "Place", "told"]

_END = re.compile(r"(?<=[a-zäöüß)“][a-zäöüß)“][.!?])\s+(?=[A-ZÄÖÜ„])")
"""Between two sentences; never behind the number of a day."""
_LONGEST = 2_000
"""Characters of a block that are looked at: patterns stay fast on anything."""
_IN_LABELS = frozenset({"contact", "destination"})
"""What may also stand in a footer or a letterhead."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a form tells something: characters ``start`` to ``end`` of a block."""

    block: Block
    start: int
    end: int


def told(document: Document, code: str) -> dict[str, Place | None]:
    """For each of ``ITEMS`` the first place that tells it; None where none does."""
    return {item: next(_places(document, code, item), None) for item in ITEMS}


def _places(document: Document, code: str, item: str) -> Iterator[Place]:
    pattern, other = PATTERNS[code][item], NOT_MEANT[code].get(item)
    for block in document.blocks:
        if block.field is not None or (block.role == "furniture" and item not in _IN_LABELS):
            continue
        text = block.text[:_LONGEST]
        starts = [0, *(match.end() for match in _END.finditer(text))]
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
            sentence = text[start:end].rstrip()
            if (other is None or not other.search(sentence)) and pattern.search(sentence):
                yield Place(block, start, start + len(sentence))
