"""Times of day that are written in several ways in one text, or with a dash after *from*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.detectors import Detector, Hit
from app.languages import Parsed
from app.model import Block, Noun

FACTS = frozenset({"better"})


class Settings(Noun):
    """``unit`` follows a time (*Uhr*), ``since`` and ``until`` enclose a span (*von … bis*).

    ``plain_hours``: whether leading zeros and full hours with minutes (*08:00 Uhr*) are found as well.
    """

    unit: str
    since: str
    until: str
    plain_hours: bool = False


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector: half-open spans, and the first time in the rarer style where a text has two styles."""
    unit = re.escape(settings.unit)
    hour = r"(\d{1,2})(?:([.:])(\d{2}))?"
    goes_on = rf"(?=\s?(?:[–-]|{settings.until})\s?\d{{1,2}}(?:[.:]\d{{2}})?\s?{unit}\b)"
    time = re.compile(rf"(?<![\d.:,]){hour}(?:\s?{unit}\b|{goes_on})")
    span = re.compile(rf"\b(?i:{settings.since}) ({hour})\s?[–-]\s?({hour})\s?{unit}\b")

    def detect(parsed: Parsed) -> Iterator[Hit]:
        styles: dict[str, list[tuple[Block, re.Match[str]]]] = {":": [], ".": []}
        for block, _ in parsed.docs:
            if settings.unit not in block.text:
                continue
            for match in span.finditer(block.text):
                better = f"{settings.since} {match[1]} {settings.until} {match[5]} {settings.unit}"
                yield Hit(block, match.start(), match.end(), {"better": better})
            for match in time.finditer(block.text):
                if match[2] is not None:
                    styles[match[2]].append((block, match))
                if settings.plain_hours and match.group() != _plain(match, settings.unit):
                    yield Hit(block, match.start(), match.end(), {"better": _plain(match, settings.unit)})
        rare, usual = sorted(styles, key=lambda sign: len(styles[sign]))
        if styles[rare] and not settings.plain_hours:
            block, match = styles[rare][0]
            better = match.group().replace(rare, usual)
            yield Hit(block, match.start(), match.end(), {"better": better})

    return detect


def _plain(match: re.Match[str], unit: str) -> str:
    """*8 Uhr*, *8:30 Uhr*."""
    minutes = f":{match[3]}" if match[3] not in (None, "00") else ""
    return f"{int(match[1])}{minutes} {unit}"
