"""Negations: those that a positive word could replace, or each of them."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Detector, Hit, hit_tokens, lexicon
from app.languages import Parsed
from app.lexicon import Entry
from app.model import Noun

FACTS = frozenset({"word", "plain", "instead"})


class Settings(Noun):
    """``entries`` (from lists) are negations with the positive words for them; ``each`` asks for all others as well."""

    entries: tuple[Entry, ...] = ()
    protected: tuple[str, ...] = ()
    each: bool = False


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the words that deny. Where a phrase of the list stands, its words are marked."""
    phrases = lexicon.compile(lexicon.Settings(entries=settings.entries, protected=settings.protected))

    def detect(parsed: Parsed) -> Iterator[Hit]:
        known = [_with_tip(hit) for hit in phrases(parsed)]
        yield from known
        if not settings.each:
            return
        taken = {(hit.block.id, place) for hit in known for place in range(hit.start, hit.end)}
        for block, sent in parsed.sents():
            for found in parsed.language.fact("negations", sent):
                if (block.id, found.first.idx) not in taken:
                    facts = {"word": found.first.text, "plain": "", "instead": ""}
                    yield hit_tokens(block, found.first, found.last, about=None, **facts)

    return detect


def _with_tip(hit: Hit) -> Hit:
    hit.facts["instead"] = f": {hit.facts['plain']}"
    return hit
