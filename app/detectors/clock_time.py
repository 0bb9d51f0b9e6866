"""Times of the twelve-hour clock that are written in several ways in one text, or with a dash after *from*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.detectors import Detector, Hit
from app.languages import Parsed
from app.model import Block, Noun

FACTS = frozenset({"better"})


class Settings(Noun):
    """``spans`` are the words around a span of time, such as *from* and *to*.

    ``full_hours``: whether full hours with minutes (*9:00 am*) are found as well.
    """

    spans: tuple[tuple[str, str], ...]
    full_hours: bool = False


@dataclass(frozen=True, slots=True)
class _Time:
    block: Block
    start: int
    end: int
    match: re.Match[str]

    def style(self) -> dict[str, str]:
        """What may differ: the sign before the minutes, and how morning and afternoon are written."""
        half = self.match["half"]
        signs = {"sign": self.match["sign"]} if self.match["sign"] else {}
        return signs | {"half": re.sub(r"[AaPp]", "a", half, count=1) if half[0].islower() else half.replace("P", "A")}


_HALF = r"(?P<half>[ap]m|[ap]\.m\.|[AP]M|[AP]\.M\.)"
_HOUR = r"(?P<hour>1[0-2]|0?[1-9])(?:(?P<sign>[.:])(?P<minutes>[0-5]\d))?"
_TIME = re.compile(rf"(?<![\d.:,$£€]){_HOUR}\s?{_HALF}(?!\w)")
_CLOCK = r"(?:1[0-2]|0?[1-9])(?:[.:][0-5]\d)?(?:\s?(?:[ap]m|[ap]\.m\.|[AP]M|[AP]\.M\.))?"


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector: spans with a dash, and the first time in the rarer style where a text has two."""
    until = dict(settings.spans)
    span = re.compile(rf"\b((?i:{'|'.join(until)})) ({_CLOCK})\s?[–-]\s?({_CLOCK})(?=[\s,.;)]|\Z)")

    def detect(parsed: Parsed) -> Iterator[Hit]:
        times: list[_Time] = []
        for block, _ in parsed.docs:
            for match in span.finditer(block.text):
                if _TIME.search(match.group()) is not None:
                    better = f"{match[1]} {match[2]} {until[match[1].lower()]} {match[3]}"
                    yield Hit(block, match.start(), match.end(), {"better": better})
            times += [_Time(block, match.start(), match.end(), match) for match in _TIME.finditer(block.text)]
        if settings.full_hours:
            yield from _full_hours(times)
        else:
            yield from _rare(times)

    return detect


def _full_hours(times: list[_Time]) -> Iterator[Hit]:
    for time in times:
        if time.match["minutes"] == "00":
            better = f"{int(time.match['hour'])}{time.match['half']}"
            yield Hit(time.block, time.start, time.end, {"better": better})


def _rare(times: list[_Time]) -> Iterator[Hit]:
    """For each way to differ the first time in the rarer style; of two equally rare the one that comes later."""
    seen: set[tuple[str, int]] = set()
    for name in ("sign", "half"):
        styled = [(time.style()[name], time) for time in times if name in time.style()]
        values = list(dict.fromkeys(value for value, _ in styled))
        if len(values) < 2:
            continue
        rare = min(reversed(values), key=lambda value: sum(other == value for other, _ in styled))
        usual = max(values, key=lambda value: sum(other == value for other, _ in styled))
        first = next(time for value, time in styled if value == rare)
        if (first.block.id, first.start) in seen:
            continue
        seen.add((first.block.id, first.start))
        yield Hit(first.block, first.start, first.end, {"better": _written(first.match, name, usual)})


def _written(match: re.Match[str], name: str, usual: str) -> str:
    """The same time in the usual style: *9:30am* for *9.30am*, *9 pm* for *9 P.M.*."""
    text = match.group()
    if name == "sign":
        return text.replace(match["sign"], usual, 1)
    afternoon = match["half"][0] in "Pp"
    half = usual.replace("a", "p", 1).replace("A", "P", 1) if afternoon else usual
    return text[: match.start("half") - match.start()] + half
