"""Nouns that hang on one another by genitives: *the date of the receipt of the decision of the authority*."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Parsed
from app.model import Noun

FACTS = frozenset({"nouns", "genitives"})


class Settings(Noun):
    """Chains of at least ``least`` genitives behind a noun give a finding."""

    least: int


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector for this length; it marks from the first noun to the last."""

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            reached = -1
            for chain in parsed.language.fact("genitive_chains", sent):
                first, last = chain.nouns[0], chain.nouns[-1]
                if chain.genitives < settings.least or first.i <= reached:
                    continue
                reached = last.i
                nouns = " – ".join(noun.text for noun in chain.nouns)
                yield hit_tokens(block, first, last, about=chain, nouns=nouns, genitives=chain.genitives)

    return detect
