"""Runs of words in capital letters: they have no shape that a reader knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.detectors import Detector, Hit
from app.languages import Parsed
from app.model import Noun

FACTS = frozenset({"words"})

_WORD = r"[A-ZÄÖÜẞ]{2,}(?:-[A-ZÄÖÜẞ]{2,})*"
_RUN = re.compile(rf"(?<!\w){_WORD}(?:[\s,;:]+(?:\d+[\s,;:]+)?{_WORD}){{1,}}(?!\w)")
_LONG = 4
"""Letters from which a word in capitals is hardly a short name: one such word must be in the run."""


class Settings(Noun):
    """From ``words`` words in a row a run is found."""

    words: int


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the run."""

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, _ in parsed.docs:
            for match in _RUN.finditer(block.text):
                words = re.findall(_WORD, match.group())
                if len(words) >= settings.words and sum(len(word) >= _LONG for word in words) * 2 >= len(words):
                    yield Hit(block, match.start(), match.end(), {"words": len(words)})

    return detect
