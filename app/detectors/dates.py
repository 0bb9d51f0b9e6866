"""How dates are written, in digits or with the name of the month: shared by detectors, not a detector itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Date", "dates", "english_dates", "foreign_dates"]

_DIGITS = re.compile(
    r"(?<![\d.,/-])(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|[’']?\d{2}))?"
    r"(?![\d/]|,\d|-(?!\d{1,2}\.)|\.\d|\s?(?:Uhr|Euro|EUR|€|%))"
)
_FOREIGN = re.compile(r"(?<![\w./-])(?:(?P<iso>\d{4}-\d\d-\d\d)|(?P<slash>\d{1,2}/\d{1,2}/(?:19|20)\d\d))(?![\w/-])")
_SLASHES = re.compile(r"(?<![\w./-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-])")
_DOTS = re.compile(r"(?<![\w./-])(\d{1,2})(\.)(\d{1,2})\.(\d{4}|\d{2})(?![\w/-]|\.\d)")
_OPENED = re.compile(r"(?<!\w)(?:on|by|before|after|from|until|till|since|to|of|dated|due|until)\s\Z")
_YEAR = r"\s?((?:19|20)\d\d|[’']\d{2})(?!\d)|(?!\s?\d{4})"


@dataclass(frozen=True, slots=True)
class Date:
    """Characters ``start`` to ``end``; ``digits`` when the month is a number; ``year`` as it is written, or empty.

    ``padded``: whether numbers below ten have a zero before them; none where there is no such number.
    """

    start: int
    end: int
    day: int
    month: int
    year: str
    digits: bool
    padded: bool | None = None
    month_first: bool | None = None
    """*March 1*, and not *1 March*; none where nobody can tell."""


def dates(text: str, months: tuple[str, ...], openers: tuple[str, ...] = ()) -> Iterator[Date]:
    """The dates of a text in German order, those in digits first; ``months`` are the twelve names.

    A year of two digits counts behind a month of two digits, or behind one of ``openers``: *01.03.27*, *am 1.3.27*,
    but not the section *1.2.20*. A date without a year counts behind one of ``openers`` only.
    """
    for match in _DIGITS.finditer(text):
        day, month, year = int(match[1]), int(match[2]), match[3] or ""
        opened = text[: match.start()].rstrip().endswith(openers)
        if 1 <= day <= 31 and 1 <= month <= 12 and (len(year) == 4 or opened or (year and len(match[2]) == 2)):
            small = [part for part in (match[1], match[2]) if int(part) < 10]
            padded = all(part[0] == "0" for part in small) if small else None
            yield Date(match.start(), match.end(), day, month, year.lstrip("’'"), digits=True, padded=padded)
    if any(month in text for month in months):
        names = "|".join(months)
        for match in re.finditer(rf"(?<!\d)(\d{{1,2}})\.\s?({names})(?:{_YEAR})", text):
            if 1 <= int(match[1]) <= 31:
                month, year = months.index(match[2]) + 1, (match[3] or "").lstrip("’'")
                yield Date(match.start(), match.end(), int(match[1]), month, year, digits=False)


def foreign_dates(text: str) -> Iterator[Date]:
    """The dates in the order of machines or of other countries: *2027-03-01*, *03/01/2027* (read as day and month)."""
    for match in _FOREIGN.finditer(text):
        parts = re.split("[-/]", match.group())
        year, month, day = parts if match["iso"] else parts[::-1]
        if 1 <= int(day) <= 31 and 1 <= int(month) <= 12:
            yield Date(match.start(), match.end(), int(day), int(month), year, digits=True)


def english_dates(text: str, months: tuple[str, ...]) -> Iterator[Date]:
    """The dates of an English text: *31/03/2027*, *03/31/2027*, *31 March 2027*, *March 31*.

    Which of two small numbers is the month nobody can tell; the day is taken to come first.
    """
    dotted = (match for match in _DOTS.finditer(text) if len(match[3]) == 2 or _OPENED.search(text, 0, match.start()))
    for match in (*_SLASHES.finditer(text), *dotted):
        day, month = int(match[1]), int(match[3])
        if month > 12:
            day, month = month, day
        if 1 <= day <= 31 and 1 <= month <= 12:
            yield Date(match.start(), match.end(), day, month, match[4], digits=True)
    if not any(month in text for month in months):
        return
    names, number, year = "|".join(months), r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?:,?\s(?P<year>(?:19|20)\d\d))?"
    for first, pattern in (
        (False, rf"(?<![\d/.]){number}(?:\sof)?\s(?P<month>{names})\b{year}"),
        (True, rf"\b(?P<month>{names})\s{number}(?![\w/]){year}"),
    ):
        for match in re.finditer(pattern, text):
            if 1 <= int(match["day"]) <= 31:
                place, month = match.span(), months.index(match["month"]) + 1
                yield Date(*place, int(match["day"]), month, match["year"] or "", digits=False, month_first=first)
