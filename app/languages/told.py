"""What a form tells the people who fill it in, and where: found by words in its printed text, never in its fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.languages import answerability_de, answerability_en
from app.model import Block, Document

__all__ = ["ITEMS", "Place", "told"]

ITEMS = ("deadline", "destination", "contact", "enclosures", "next-step", "cost", "remedy")
"""What every form should tell, in the order in which people ask; the remedy only where it decides something."""

_END = re.compile(r"(?<=[^\d\s][.!?])\s+(?=[A-ZÄÖÜ„])")
"""Between two sentences; never behind the number of a day."""
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:\w|ggf|bzw|usw|Abs|Nr|Str|Tel|inkl|evtl|zzgl|vgl|etc|No)\.$")
"""A dot that ends no sentence."""
_LONGEST = 2_000
"""Characters of a block that are looked at: patterns stay fast on anything."""
_IN_FURNITURE = frozenset({"contact", "destination"})
"""What may also stand in a footer or a letterhead."""
_HEAD, _RUNNING = 12, 80
"""So many texts at the top of a form may be its letterhead; a text with more characters is none."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a form tells something: characters ``start`` to ``end`` of a block."""

    block: Block
    start: int
    end: int


def told(document: Document, code: str, items: Iterable[str] = ITEMS) -> dict[str, Place | None]:
    """For each of ``items`` the first place that tells it; None where none does, or in an unknown language."""
    found: dict[str, Place | None] = dict.fromkeys(items)
    if code not in _WORDS:
        return found
    for block in document.blocks:
        missing = [
            item
            for item, place in found.items()
            if place is None and (block.role != "furniture" or item in _IN_FURNITURE)
        ]
        if block.field is None and missing:
            for start, sentence in _sentences(block.text[:_LONGEST]):
                for item in missing:
                    if found[item] is None and _tells(sentence, code, item):
                        found[item] = Place(block, start, start + len(sentence))
    if "destination" in found and found["destination"] is None:
        found["destination"] = _letterhead(document, code)
    return found


def _tells(sentence: str, code: str, item: str) -> bool:
    small, stems = sentence.lower(), _WORDS[code].STEMS.get(item)
    if stems is not None and not any(stem in small for stem in stems):
        return False
    return _MEANT[code][item].search(sentence) is not None and _NOT_MEANT[code][item].search(sentence) is None


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a block with their offsets."""
    start = 0
    for match in _END.finditer(text):
        if not _ABBREVIATED.search(text[start : match.start()]):
            yield start, text[start : match.start()]
            start = match.end()
    if text[start:].strip():
        yield start, text[start:].rstrip()


def _letterhead(document: Document, code: str) -> Place | None:
    """The address of the office at the top of the first page, before any running text and any greeting."""
    for block in [block for block in document.blocks if block.field is None][:_HEAD]:
        if block.role == "item" or len(block.text) > _RUNNING or (block.page or 1) > 1:
            return None
        match = _LETTERHEAD[code].search(block.text)
        if match is not None:
            return Place(block, 0, len(block.text))
    return None


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)


_WORDS = {"de": answerability_de, "en": answerability_en}
_MEANT = {code: {item: _any(words.PATTERNS[item]) for item in ITEMS} for code, words in _WORDS.items()}
_NOT_MEANT = {code: {item: _any(words.NOT_MEANT[item]) for item in ITEMS} for code, words in _WORDS.items()}
_LETTERHEAD = {code: re.compile(words.LETTERHEAD) for code, words in _WORDS.items()}
