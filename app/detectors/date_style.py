"""Dates that are written in several ways in one text, or with half a year."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Detector, Hit
from app.detectors.dates import Date, dates, foreign_dates
from app.languages import Parsed
from app.model import Block, Noun

FACTS = frozenset({"better"})

Place = tuple[Block, Date]


class Settings(Noun):
    """``months``: their names. ``digits``: whether every month in digits is found, not only where styles are mixed.

    ``openers`` (*am*, *bis*) make a date of short digits behind them: *am 1.1.27*.
    """

    months: tuple[str, ...]
    openers: tuple[str, ...] = ()
    digits: bool = False


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector: each date of a strange order or with half a year, and the first one in the rarer style.

    Of two styles that are equally rare the one that comes later is strange to the reader.
    """

    def detect(parsed: Parsed) -> Iterator[Hit]:
        whole: list[Place] = []
        strange: list[Place] = []
        for block, _ in parsed.docs:
            found = sorted(dates(block.text, settings.months, settings.openers), key=lambda date: date.start)
            whole += [(block, date) for date in found if len(date.year) != 2]
            strange += [(block, date) for date in found if len(date.year) == 2]
            strange += [(block, date) for date in foreign_dates(block.text)]
        strange += [place for place in whole if place[1].digits] if settings.digits else _rare(whole)
        for block, date in strange:
            yield Hit(block, date.start, date.end, {"better": _spelled(date, settings.months)})

    return detect


def _rare(whole: list[Place]) -> list[Place]:
    """The first of the rarer style: digits or names; where all are digits, with or without a zero before them."""
    named = [(date.digits, place) for place in whole for date in [place[1]]]
    padded = [(date.padded, place) for place in whole for date in [place[1]] if date.padded is not None]
    for styled in (named, padded):
        first = next((place for style, place in styled if style == styled[0][0]), None)
        others = [place for style, place in styled if style != styled[0][0]]
        if first is not None and others:
            return [others[0] if len(others) * 2 <= len(styled) else first]
    return []


def _spelled(date: Date, months: tuple[str, ...]) -> str:
    """*1. März 2026*; of a year with two digits only its place is shown: which century it is, the author knows."""
    year = f"…{date.year}" if len(date.year) == 2 else date.year
    return f"{date.day}. {months[date.month - 1]} {year}".rstrip()
