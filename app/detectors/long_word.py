"""Words that are too long to take in at a glance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Parsed
from app.lexicon import Entry
from app.model import Noun

FACTS = frozenset({"letters", "limit", "times"})

_PARTS = re.compile(r"[-–/()*:_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-/*:_()]+[^\W\d_]*)*\Z")


class Settings(Noun):
    """More than ``letters`` letters without a hyphen give a finding; ``exempt`` words are known to all."""

    letters: int
    exempt: tuple[Entry, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; each word is reported where it stands first, with the number of times it stands there."""
    known = frozenset(entry.word.lower() for entry in settings.exempt)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        places: dict[str, Hit] = {}
        times: dict[str, int] = {}
        for block, doc in parsed.docs:
            for token in doc:
                if len(token) <= settings.letters or not _WORD.match(token.text):
                    continue
                letters = max(len(part) for part in _PARTS.split(token.text))
                stem = _stem(token.lower_)
                if letters <= settings.letters or _is_known(token.lower_, known):
                    continue
                times[stem] = times.get(stem, 0) + 1
                places.setdefault(stem, hit_tokens(block, token, token, letters=letters, limit=settings.letters))
        for stem, hit in places.items():
            hit.facts["times"] = times[stem]
            yield hit

    return detect


def _stem(word: str) -> str:
    return re.sub(r"(?:es|en|s|n|e)\Z", "", word)


def _is_known(word: str, known: frozenset[str]) -> bool:
    return any(word.startswith(item) and len(word) - len(item) <= 2 for item in _beginnings(word) if item in known)


def _beginnings(word: str) -> tuple[str, ...]:
    return (word, word[:-1], word[:-2])
