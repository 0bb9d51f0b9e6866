"""What a form tells the people who fill it in, and where: found by words in its printed text, never in its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.languages.told_words import ITEMS, NOT_MEANT, PATTERNS, STEMS
from app.model import Block, Document

__all__ = ["ITEMS", "Place", "told"]

_END = re.compile(r"(?<=[a-zäöüß)“][a-zäöüß)“][.!?])\s+(?=[A-ZÄÖÜ„])")
"""Between two sentences; never behind the number of a day."""
_LONGEST = 2_000
"""Characters of a block that are looked at: patterns stay fast on anything."""
_IN_HEADS = frozenset({"contact", "destination"})
"""What may also stand in a footer or a letterhead."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a form tells something: characters ``start`` to ``end`` of a block."""

    block: Block
    start: int
    end: int


def told(document: Document, code: str) -> dict[str, Place | None]:
    """For each of ``ITEMS`` the first place that tells it; None where none does."""
    found: dict[str, Place | None] = dict.fromkeys(ITEMS)
    for block in document.blocks:
        if block.field is None:
            for place, sentence in _sentences(block):
                for item in [item for item, known in found.items() if known is None]:
                    if (block.role != "furniture" or item in _IN_HEADS) and _tells(sentence, code, item):
                        found[item] = place
    return found


def _sentences(block: Block) -> Iterator[tuple[Place, str]]:
    text = block.text[:_LONGEST]
    starts = [0, *(match.end() for match in _END.finditer(text))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        sentence = text[start:end].rstrip()
        yield Place(block, start, start + len(sentence)), sentence


def _tells(sentence: str, code: str, item: str) -> bool:
    small, stems = sentence.lower(), STEMS[code].get(item)
    if stems is not None and not any(stem in small for stem in stems):
        return False
    other = NOT_MEANT[code].get(item)
    return PATTERNS[code][item].search(sentence) is not None and (other is None or not other.search(sentence))
