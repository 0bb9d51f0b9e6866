"""How dates are written, in digits or with the name of the month: shared by detectors, not a detector itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Date", "dates"]

_DIGITS = re.compile(r"(?<![\d.,/-])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?![\d,/-]|\.\d|\s?(?:Uhr|Euro|EUR|€|%))")


@dataclass(frozen=True, slots=True)
class Date:
    """Characters ``start`` to ``end``; ``digits`` when the month is a number; ``year`` as it is written."""

    start: int
    end: int
    day: int
    month: int
    year: str
    digits: bool


def dates(text: str, months: tuple[str, ...], openers: tuple[str, ...] = ()) -> Iterator[Date]:
    """The whole dates of a text in German order, those in digits first; ``months`` are the twelve names.

    A year of two digits counts behind a month of two digits, or behind one of ``openers``: *01.03.27*, *am 1.3.27*,
    but not the section *1.2.20*.
    """
    for match in _DIGITS.finditer(text):
        day, month = int(match[1]), int(match[2])
        sure = len(match[3]) == 4 or len(match[2]) == 2 or text[: match.start()].rstrip().endswith(openers)
        if 1 <= day <= 31 and 1 <= month <= 12 and sure:
            yield Date(match.start(), match.end(), day, month, match[3], digits=True)
    if any(month in text for month in months):
        names = "|".join(months)
        for match in re.finditer(rf"(?<!\d)(\d{{1,2}})\.\s?({names})\s?(\d{{4}}|(?!\d))", text):
            yield Date(match.start(), match.end(), int(match[1]), months.index(match[2]) + 1, match[3], digits=False)
