"""Nouns that hang on one another by genitives: *the date of the receipt of the decision of the authority*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Language, Parsed
from app.model import Noun

if TYPE_CHECKING:
    from spacy.tokens import Token

FACTS = frozenset({"nouns", "genitives"})


class Settings(Noun):
    """Chains of at least ``least`` genitives behind a noun give a finding.

    The nouns ``like_prepositions`` do not count as the first one after a preposition: *on the basis of the …*.
    """

    least: int
    like_prepositions: tuple[str, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector for this length; it marks from the first noun to the last."""
    light = frozenset(settings.like_prepositions)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            reached = -1
            for chain in parsed.language.fact("genitive_chains", sent):
                chained = chain.nouns[_is_preposition(chain.nouns[0], light, parsed.language) :]
                first, last = chained[0], chained[-1]
                text = sent.doc[first.i : last.i + 1].text
                if len(chained) <= settings.least or first.i <= reached or "," in text or "(" in text:
                    continue
                reached = last.i
                nouns = " – ".join(noun.text for noun in chained)
                yield hit_tokens(block, first, last, about=chain, nouns=nouns, genitives=len(chained) - 1)

    return detect


def _is_preposition(noun: Token, light: frozenset[str], language: Language) -> bool:
    """Whether the noun makes a preposition with the one before it: *auf Grund*, *on the basis*."""
    before = noun.doc[max(noun.sent.start, noun.i - 2) : noun.i] if noun.lower_ in light else ()
    return any(language.word_class(word) == "preposition" for word in before)
