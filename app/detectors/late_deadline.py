"""Deadlines that a reader meets only near the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit
from app.detectors.dates import dates, english_dates
from app.languages import Language, Parsed, tokens_among
from app.model import Block, Noun

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

FACTS = frozenset[str]()


class Settings(Noun):
    """A deadline has one of the ``openers`` before a date or before a number with one of the ``units``, and a reader.

    It is late behind the share ``after`` of the running text, in texts of ``sentences`` or more whole sentences.
    Dates are German or ``english``.
    """

    openers: tuple[str, ...]
    units: tuple[str, ...]
    months: tuple[str, ...]
    readers: tuple[str, ...]
    after: float = 0.67
    sentences: int = 12
    english: bool = False


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the first sentence with a deadline when that is late."""
    openers = "|".join(sorted(map(re.escape, settings.openers), key=len, reverse=True))
    units = "|".join(map(re.escape, settings.units))
    opening = re.compile(rf"(?<!\w)(?:{openers})(?!\w)", re.IGNORECASE)
    span = re.compile(rf"(?<!\w)(?:{openers})\s(?:\S+\s){{0,2}}?\S+\s(?:{units})(?!\w)", re.IGNORECASE)
    readers = frozenset(settings.readers)

    def asks(sent: Words, language: Language) -> bool:
        if tokens_among(sent, readers) or any(token.tag_ == "VVIZU" for token in sent):
            return True
        return settings.english and language.fact("order", sent) is not None

    def is_deadline(sent: Words, language: Language) -> bool:
        text = sent.text
        found = opening.search(text)
        if found is None or not asks(sent, language):
            return False
        written = (english_dates if settings.english else dates)(text, settings.months)
        return span.search(text) is not None or any(0 <= date.start - found.end() <= 25 for date in written)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        whole = [(block, sent) for block, sent in parsed.sents() if parsed.language.is_sentence(sent)]
        first = next((pair for pair in whole if is_deadline(pair[1], parsed.language)), None)
        if first is None or len(whole) < settings.sentences:
            return
        if _share_before(first, whole) > settings.after:
            block, sent = first
            yield Hit(block, sent.start_char, sent.end_char, {}, sent)

    return detect


def _share_before(place: tuple[Block, Words], whole: list[tuple[Block, Words]]) -> float:
    """How much of the running text stands before a sentence, from 0 to 1."""
    lengths = [len(sent.text) for _, sent in whole]
    return sum(lengths[: whole.index(place)]) / sum(lengths)
