"""Finds places where the form lets people calculate: sums, differences, products."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pydantic import BaseModel, ConfigDict, Field

from app.detectors import Detector, Hit
from app.detectors.asked import Asked, asked
from app.detectors.phrases import pattern
from app.languages import Parsed
from app.languages.recognise import other_language
from app.model import Block

FACTS = ("label", "word", "count")

_SURE = frozenset({"amount", "count", "percent"})
"""Kinds of answers that are numbers."""
_NUMBERS = _SURE | {"text"}
"""Kinds of answers that may be a number; the label of a line in a table seldom says more than that."""

_Place = tuple[Block, int, int]


class Settings(BaseModel):
    """``orders``: words that tell a person to calculate. ``results``: names of a result, ``exempt`` of a known number.

    ``above``: so many fields must stand above a result in its column that it can be the sum of.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    orders: tuple[str, ...]
    results: tuple[str, ...]
    exempt: tuple[str, ...] = ()
    above: int = Field(default=2, ge=1)
    max_words: int = Field(default=40, gt=0)
    confidence: float = Field(default=0.6, ge=0, le=1)


def compile(settings: Settings) -> Detector:  # noqa: A001  (the name is the interface of a detector)
    """One hit for each page, at the first place where a person calculates, with the number of such places.

    An order counts in a label and in running text; the name of a result only at a field below its summands.
    """
    orders, results, exempt = map(pattern, (settings.orders, settings.results, settings.exempt))

    def find(parsed: Parsed) -> Iterator[Hit]:
        fields = [one for one in asked(parsed, settings.confidence) if one.field.kind == "text"]
        places: dict[int | None, list[_Place]] = defaultdict(list)
        for block, match in [*_orders(parsed, fields, orders), *_results(fields, results, settings.above)]:
            named = not exempt.search(block.text) and len(block.text.split()) <= settings.max_words
            if named and not other_language(block.text, parsed.language.code):
                places[block.page].append((block, *match.span()))
        order = {block.id: number for number, block in enumerate(parsed.document.blocks)}
        for found in places.values():
            block, start, end = min(found, key=lambda place: (order[place[0].id], place[1]))
            count = len({place[0].id for place in found})
            yield Hit(block, start, end, {"label": block.text, "word": block.text[start:end], "count": count})

    return find


def _orders(parsed: Parsed, fields: Sequence[Asked], words: re.Pattern[str]) -> Iterator[tuple[Block, re.Match[str]]]:
    """The texts, and the labels of these fields, that tell to calculate."""
    asked_for = {one.block.id for one in fields}
    for block in parsed.document.blocks:
        mine = block.role != "furniture" if block.field is None else block.id in asked_for
        if mine and (match := words.search(block.text)) is not None:
            yield block, match


def _results(fields: Sequence[Asked], words: re.Pattern[str], above: int) -> Iterator[tuple[Block, re.Match[str]]]:
    """The labels of fields that name a result and stand below or behind that many numbers that it may be made of."""
    numbers = [one for one in fields if one.field.answer in _NUMBERS]
    found = {one.field.name: words.search(one.block.text) for one in numbers}
    parts = [one for one in numbers if found[one.field.name] is None]
    for one in numbers:
        match = found[one.field.name]
        if match is None:
            continue
        column = sum(_is_above(other, one) for other in parts)
        if max(column, sum(_is_left(other, one) for other in parts)) >= above:
            yield one.block, match


def _is_above(other: Asked, one: Asked) -> bool:
    """Whether a field stands above another one in the same column."""
    upper, lower = other.field, one.field
    if other is one or upper.page != lower.page:
        return False
    if upper.box is None or lower.box is None:
        return False
    apart = abs(upper.box[2] - lower.box[2])
    return upper.box[1] >= lower.box[3] - 1 and apart < max(20.0, (lower.box[2] - lower.box[0]) / 4)


def _is_left(other: Asked, one: Asked) -> bool:
    """Whether a number stands before another one in the same row of a table."""
    first, last = other.field, one.field
    if first.page != last.page or first.answer not in _SURE or first.box is None or last.box is None:
        return False
    middle = (last.box[1] + last.box[3]) / 2
    return first.box[1] < middle < first.box[3] and first.box[2] <= last.box[0] + 1
