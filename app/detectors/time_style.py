"""Times of day that are written in several ways in one text, with a dash after *from*, or with a unit for spans."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from app.detectors import Detector, Hit
from app.languages import Parsed
from app.model import Block, Noun

FACTS = frozenset({"better"})


class Settings(Noun):
    """``unit`` follows a time (*Uhr*), ``since`` or ``between`` and ``until`` enclose a span (*von … bis*).

    ``units`` are signs that stand for the unit (*h*): found after minutes, in a span, and after one of ``at`` (*um*).
    ``plain_hours``: whether leading zeros and full hours with minutes (*08:00 Uhr*) are found as well.
    """

    unit: str
    since: str
    until: str
    between: str = ""
    link: str = ""
    units: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    plain_hours: bool = False


@dataclass(frozen=True, slots=True)
class _Time:
    """A time as it is written; ``sign`` stands before the minutes."""

    block: Block
    start: int
    end: int
    hour: str
    sign: str
    minutes: str
    tail: str

    def written(self, *, sign: str | None = None, zero: bool | None = None, full: bool | None = None) -> str:
        """The same time in another style."""
        hour = self.hour if zero is None else f"{int(self.hour):0{1 + zero}}"
        minutes = self.minutes if full is None or self.minutes not in {"", "00"} else "00" * full
        return f"{hour}{sign or self.sign or ':'}{minutes}{self.tail}" if minutes else f"{hour}{self.tail}"


_STYLES: tuple[tuple[str, Callable[[_Time], str | bool | None]], ...] = (
    ("sign", lambda time: time.sign or None),
    ("full", lambda time: bool(time.minutes) if time.minutes in {"", "00"} else None),
    ("zero", lambda time: time.hour[0] == "0" if int(time.hour) < 10 else None),
)
"""What may differ between two times: point or colon, full hours with minutes, a zero before small hours."""


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector: spans with a dash, foreign units, and the first time in the rarer style where a text has two."""
    unit, hour = re.escape(settings.unit), r"(\d{1,2})(?:([.:])([0-5]\d))?"
    goes_on = rf"(?=\s?(?:[–-]|{settings.until})\s?\d{{1,2}}(?:[.:]\d{{2}})?\s?{unit}\b)"
    time = re.compile(rf"(?<![\d.:,]){hour}(\s?{unit}\b|{goes_on})")
    span = _span(settings, unit)
    foreign = _foreign(settings, unit)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        times: list[_Time] = []
        for block, _ in parsed.docs:
            text = block.text
            for match in (match for pattern in foreign for match in pattern.finditer(text)):
                yield Hit(block, match.start("time"), match.end(), {"better": _in_full(match, settings)})
            if settings.unit not in text:
                continue
            for match in span.finditer(text):
                link = settings.until if match[1].casefold() == settings.since.casefold() else settings.link
                better = f"{match[1]} {match[2]} {link} {match[3]} {settings.unit}"
                yield Hit(block, match.start(), match.end(), {"better": better})
            times += [
                _Time(block, match.start(), match.end(), match[1], match[2] or "", match[3] or "", match[4])
                for match in time.finditer(text)
                if int(match[1]) <= 24
            ]
        found = _too_long(times) if settings.plain_hours else _rare(times)
        for place, better in found:
            yield Hit(place.block, place.start, place.end, {"better": better})

    return detect


def _span(settings: Settings, unit: str) -> re.Pattern[str]:
    """*von 9–12 Uhr*, *zwischen 9 - 12 Uhr*."""
    time = r"(\d{1,2}(?:[.:]\d{2})?)"
    openers = "|".join(word for word in (settings.since, settings.between) if word)
    return re.compile(rf"\b((?i:{openers})) {time}(?:\s?{unit})?\s?[–-]\s?{time}\s?{unit}\b")


def _foreign(settings: Settings, unit: str) -> list[re.Pattern[str]]:
    """*8:30 h*, *8–12 h*; *um 14h*, *um 8 Uhr 30*."""
    if not settings.units:
        return []
    units, at = "|".join(settings.units), "|".join(settings.at)
    after = rf"(?:{units})\b|{unit}\s(?P<minutes>[0-5]\d)(?![\w.,:]\w|\w|\s[A-ZÄÖÜ€%])"
    return [
        re.compile(rf"(?<![\d.:,/])(?P<time>\d{{1,2}}[.:][0-5]\d|\d{{1,2}}\s?[–-]\s?\d{{1,2}})\s?(?:{units})\b"),
        re.compile(rf"(?<![\d.:,/])(?P<time>(?!24)\d{{1,2}})(?:{units})\b(?!-)"),
        re.compile(rf"\b(?i:{at})\s(?P<time>\d{{1,2}})\s?(?:{after})"),
    ]


def _in_full(match: re.Match[str], settings: Settings) -> str:
    minutes = match.groupdict().get("minutes")
    time = re.sub(r"\s?[–-]\s?", f" {settings.until} ", match["time"])
    return f"{time}{f':{minutes}' if minutes else ''} {settings.unit}"


def _too_long(times: list[_Time]) -> Iterator[tuple[_Time, str]]:
    """The times with a zero before the hour or behind it: *08:00 Uhr*."""
    for time in times:
        plain = time.written(zero=False, full=False)
        if plain != time.written():
            yield time, plain


def _rare(times: list[_Time]) -> Iterator[tuple[_Time, str]]:
    """The first time in the rarer style, or in both, and the first one with a zero before the hour."""
    seen: dict[tuple[str, int], tuple[_Time, dict[str, Any]]] = {}
    for name, style in _STYLES:
        styled = [(style(time), time) for time in times if style(time) is not None]
        values = list(dict.fromkeys(value for value, _ in styled))
        if name == "zero":
            values.sort()
        for value in values:
            some = [time for other, time in styled if other == value]
            strange = value is True if name == "zero" else len(values) > 1 and len(some) * 2 <= len(styled)
            if strange:
                usual = next((other for other in values if other != value), False)
                key = some[0].block.id, some[0].start
                seen.setdefault(key, (some[0], {}))[1][name] = usual
    for time, changes in seen.values():
        yield time, time.written(**changes)
