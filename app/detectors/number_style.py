"""Numbers that are hard to read: long ones without groups, amounts and spans of time in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Parsed
from app.model import Noun

FACTS = frozenset({"better"})


class Settings(Noun):
    """``units`` follow an amount or a span of time; numbers in words are found before a unit, from ``least`` on.

    ``group`` stands between groups of three digits; five digits need it.
    """

    units: tuple[str, ...]
    least: int
    group: str = "."


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the number with its unit."""
    units = "|".join(sorted(map(re.escape, settings.units), key=len, reverse=True))
    long = re.compile(rf"(?<![\d.,/-])(\d{{5,9}})((?:,\d{{2}}|,-)?\s?(?:{units}))(?!\w)")
    names = frozenset(settings.units)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, _ in parsed.docs:
            for match in long.finditer(block.text):
                better = _grouped(int(match[1]), settings.group) + match[2]
                yield Hit(block, match.start(), match.end(), {"better": better})
        for block, sent in parsed.sents():
            for token, number in parsed.language.fact("numbers", sent):
                unit = token.nbor() if token.i + 1 < sent.end else None
                if number >= settings.least and unit is not None and unit.text in names:
                    better = f"{_grouped(number, settings.group)} {unit.text}"
                    yield hit_tokens(block, token, unit, better=better)

    return detect


def _grouped(number: int, sign: str) -> str:
    """*12.500*; four digits stay together."""
    return f"{number:,}".replace(",", sign) if number >= 10_000 else str(number)
