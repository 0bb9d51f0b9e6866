"""Dates that are written in several ways in one text, or with half a year."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Detector, Hit
from app.detectors.dates import Date, dates
from app.languages import Parsed
from app.model import Block, Noun

FACTS = frozenset({"better"})


class Settings(Noun):
    """``months``: their names. ``digits``: whether every month in digits is found, not only where styles are mixed.

    ``openers`` (*am*, *bis*) make a date of short digits behind them: *am 1.1.27*.
    """

    months: tuple[str, ...]
    openers: tuple[str, ...] = ()
    digits: bool = False


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector: each year of two digits, and the first date in the rarer style where a text has two.

    Of two styles that are equally rare the one that comes later is strange to the reader.
    """

    def detect(parsed: Parsed) -> Iterator[Hit]:
        order = {block.id: number for number, (block, _) in enumerate(parsed.docs)}
        texts = [
            (block, date) for block, _ in parsed.docs for date in dates(block.text, settings.months, settings.openers)
        ]
        found = sorted(texts, key=lambda pair: (order[pair[0].id], pair[1].start))
        whole = [(block, date) for block, date in found if len(date.year) != 2]
        short = [(block, date) for block, date in found if len(date.year) == 2]
        strange = short + _strange(whole, every=settings.digits)
        for block, date in strange:
            yield Hit(block, date.start, date.end, {"better": _spelled(date, settings.months)})

    return detect


def _strange(whole: list[tuple[Block, Date]], *, every: bool) -> list[tuple[Block, Date]]:
    """The dates that do not fit: all in digits, or the first of the rarer style."""
    digits = [(block, date) for block, date in whole if date.digits]
    if every:
        return digits
    names = [(block, date) for block, date in whole if not date.digits and date.year]
    if digits and names:
        if len(digits) != len(names):
            return min(digits, names, key=len)[:1]
        return (names if whole.index(names[0]) > whole.index(digits[0]) else digits)[:1]
    return []


def _spelled(date: Date, months: tuple[str, ...]) -> str:
    """*1. März 2026*; of a year with two digits only its place is shown: which century it is, the author knows."""
    year = f"…{date.year}" if len(date.year) == 2 else date.year
    return f"{date.day}. {months[date.month - 1]} {year}".rstrip()
