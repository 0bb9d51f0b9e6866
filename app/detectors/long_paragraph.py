"""Paragraphs with more sentences, or more words, than a reader takes in at one go."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Detector, Hit
from app.detectors.long_sentence import count_words
from app.languages import Parsed, sentences
from app.model import Noun

FACTS = frozenset({"sentences", "words"})


class Settings(Noun):
    """More than ``sentences`` whole sentences with at least ``least`` words, or several with more than ``words``."""

    sentences: int
    least: int = 0
    words: int = 150


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the paragraph."""

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, doc in parsed.docs:
            whole = [sent for sent in sentences(doc) if parsed.language.is_sentence(sent)]
            words = sum(map(count_words, whole))
            many = len(whole) > settings.sentences and words >= settings.least
            if many or (len(whole) > 1 and words > settings.words):
                yield Hit(block, 0, len(block.text), {"sentences": len(whole), "words": words})

    return detect
