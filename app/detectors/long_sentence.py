"""Sentences with more words than a reader holds in mind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from pydantic import model_validator

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Parsed, lowers
from app.languages.values import MONTHS
from app.model import Noun, Severity

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

FACTS = frozenset({"words", "limit"})

_DAY, _YEAR = re.compile(r"[0-3]?\d\.?"), re.compile(r"(?:19|20)\d\d")
_MONTHS = frozenset(month.lower() for months in MONTHS.values() for month in months)
_NUMBER = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})*[.)]?")


class Settings(Noun):
    """More words than ``hint``, ``warning`` or ``error`` give a finding of that severity; 0 switches a step off."""

    hint: int
    warning: int
    error: int

    @model_validator(mode="after")
    def _ordered(self) -> Settings:
        steps = [step for step in (self.hint, self.warning, self.error) if step]
        if steps != sorted(steps):
            raise ValueError("hint, warning und error müssen ansteigen")
        return self


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector for these limits."""
    steps: tuple[tuple[int, Severity], ...] = (
        (settings.error, "error"),
        (settings.warning, "warning"),
        (settings.hint, "hint"),
    )

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            count = count_words(sent)
            for limit, severity in steps:
                if limit and count > limit:
                    if parsed.language.is_sentence(sent):
                        words = [token for token in sent if not token.is_space]
                        yield hit_tokens(block, words[0], words[-1], severity=severity, words=count, limit=limit)
                    break

    return detect


def count_words(sent: Words) -> int:
    """Words a reader reads: with a letter or a digit; a reference such as *§ 12 Abs. 3* counts each part.

    The number of a question (*19 Wenn Sie …*, *3.2 Haben …*) is no word of its sentence.
    """
    lower = lowers(sent.doc)
    words = [place for place in range(sent.start, sent.end) if any(map(str.isalnum, lower[place]))]
    count = len(words) - _inside_dates([lower[place] for place in words])
    if len(words) < 2 or sent.start_char or not _NUMBER.fullmatch(lower[words[0]]):
        return count
    after = sent.doc[words[1]]
    return count - (after.text[0].isupper() and not after.tag_.startswith("N"))


def _inside_dates(words: list[str]) -> int:
    """How many words only go on with a date: *1. September 2026* is one, as *01.09.2026* is."""
    return sum(
        (word in _MONTHS and _DAY.fullmatch(before) is not None)
        or (before in _MONTHS and _YEAR.fullmatch(word) is not None)
        for before, word in pairwise(words)
    )
