"""Numbers that are hard to read: long ones without groups, amounts and spans of time in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.detectors import Detector, Hit
from app.languages import Parsed
from app.model import Noun

FACTS = frozenset({"better"})


class Settings(Noun):
    """``units`` follow an amount or a span of time. ``words`` are numbers in words with their digits.

    Words are found before a unit only. ``group`` stands between groups of three digits; five digits need it.
    """

    units: tuple[str, ...]
    words: dict[str, int]
    group: str = "."


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the number with its unit."""
    units = "|".join(sorted(map(re.escape, settings.units), key=len, reverse=True))
    words = "|".join(sorted(map(re.escape, settings.words), key=len, reverse=True)) or "(?!)"
    long = re.compile(rf"(?<![\d.,/-])(\d{{5,9}})((?:,\d{{2}}|,-)?\s?(?:{units}))(?!\w)")
    spelled = re.compile(rf"(?<![\w-])({words})(\s(?:{units}))(?!\w)", re.IGNORECASE)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, _ in parsed.docs:
            for match in long.finditer(block.text):
                grouped = f"{int(match[1]):,}".replace(",", settings.group)
                yield Hit(block, match.start(), match.end(), {"better": grouped + match[2]})
            for match in spelled.finditer(block.text):
                better = f"{settings.words[match[1].lower()]}{match[2]}"
                yield Hit(block, match.start(), match.end(), {"better": better})

    return detect
