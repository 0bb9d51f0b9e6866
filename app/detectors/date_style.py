"""Dates that are written in several ways in one text, or with half a year."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Detector, Hit
from app.detectors.dates import Date, dates, english_dates, foreign_dates
from app.languages import Parsed
from app.model import Block, Noun

FACTS = frozenset({"better"})

Place = tuple[Block, Date]


class Settings(Noun):
    """``months``: their names. ``digits``: whether every month in digits is found, not only where styles are mixed.

    ``openers`` (*am*, *bis*) make a date of short digits behind them: *am 1.1.27*. ``english`` dates have slashes.
    """

    months: tuple[str, ...]
    openers: tuple[str, ...] = ()
    digits: bool = False
    english: bool = False


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector: each date of a strange order or with half a year, and the first one in the rarer style."""

    def detect(parsed: Parsed) -> Iterator[Hit]:
        whole: list[Place] = []
        strange: list[Place] = []
        for block, _ in parsed.docs:
            found = sorted(_dates(block.text, settings), key=lambda date: date.start)
            whole += [(block, date) for date in found if not _is_short(date)]
            strange += [(block, date) for date in found if _is_short(date)]
            strange += [(block, date) for date in foreign_dates(block.text) if not settings.english]
        strange += [place for place in whole if place[1].digits] if settings.digits else _rare(whole)
        for block, date in strange:
            yield Hit(block, date.start, date.end, {"better": _spelled(date, settings)})

    return detect


def _dates(text: str, settings: Settings) -> Iterator[Date]:
    if settings.english:
        return english_dates(text, settings.months)
    return dates(text, settings.months, settings.openers)


def _is_short(date: Date) -> bool:
    """Whether the year has two digits, or the date is nothing but a day and the number of a month: *1.11.*."""
    return len(date.year) == 2 or (date.digits and not date.year)


def _rare(whole: list[Place]) -> list[Place]:
    """The first of the rarer style, or of both: digits or names; of digits, with or without a zero before them.

    A day without a year (*am 1. August*) counts, but it is not strange itself: it may come each year.
    """
    named = [(date.digits, block, date) for block, date in whole]
    padded = [(date.padded, block, date) for block, date in whole if date.padded is not None]
    month_first = [(date.month_first, block, date) for block, date in whole if date.month_first is not None]
    for styled in (named, padded, month_first):
        first = [place for place in styled if place[0] == styled[0][0]]
        others = [place for place in styled if place[0] != styled[0][0]]
        if others:
            rare = [some[0] for some in (first, others) if len(some) * 2 <= len(styled)]
            return [(block, date) for _, block, date in rare if date.digits or date.year]
    return []


def _spelled(date: Date, settings: Settings) -> str:
    """*1. März 2026*; of a year with two digits only its place is shown: which century it is, the author knows."""
    year = f"…{date.year}" if len(date.year) == 2 else date.year
    month = settings.months[date.month - 1]
    if not settings.english:
        return f"{date.day}. {month} {year}".rstrip()
    return f"{month} {date.day}, {year}" if date.month_first else f"{date.day} {month} {year}"
