"""Pronouns that may stand for several things: *The landlord calls the tenant. He …*."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Parsed
from app.model import Noun

FACTS = frozenset({"word", "candidates"})


class Settings(Noun):
    """A pronoun with at least ``least`` nouns that it may stand for gives a finding."""

    least: int = 2


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the pronoun and names the candidates. One finding for a sentence is enough."""

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            for found in parsed.language.fact("pronouns", sent):
                if len(found.candidates) >= settings.least:
                    names = ", ".join(word.text for word in found.candidates)
                    facts = {"word": found.token.text, "candidates": names}
                    yield hit_tokens(block, found.token, found.token, about=found, **facts)
                    break

    return detect
