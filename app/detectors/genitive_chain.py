"""Nouns that hang on one another by genitives: *the date of the receipt of the decision of the authority*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Language, Parsed
from app.model import Noun, Severity

if TYPE_CHECKING:
    from spacy.tokens import Token

FACTS = frozenset({"nouns", "genitives"})

_INSIDE = frozenset({"ART", "ADJA", "PPOSAT", "PDAT", "PIAT", "CARD"})
"""What may stand between a preposition and its noun."""


class Settings(Noun):
    """Chains of at least ``least`` genitives behind a noun give a finding.

    The nouns ``like_prepositions`` do not count as the first one after a preposition: *on the basis of the …*.
    After them and after a word of ``governors`` (a preposition or a verb that demands a genitive) the first noun is a
    genitive, too: *infolge des Umzugs der Mutter*; a chain that is long enough only with it is a hint.
    """

    least: int
    like_prepositions: tuple[str, ...] = ()
    governors: tuple[str, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector for this length; it marks from the first noun to the last."""
    light, governors = frozenset(settings.like_prepositions), frozenset(settings.governors)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            reached = -1
            for chain in parsed.language.fact("genitive_chains", sent):
                led = _is_preposition(chain.nouns[0], light, parsed.language)
                chained = chain.nouns[led:]
                first, last = chained[0], chained[-1]
                text = sent.doc[first.i : last.i + 1].text
                governed = len(chained) == settings.least > 1 and (led or _is_governed(first, governors))
                if len(chained) + governed <= settings.least or first.i <= reached or "," in text or "(" in text:
                    continue
                reached = last.i
                nouns = " – ".join(noun.text for noun in chained)
                severity: Severity | None = "hint" if governed else None
                genitives = len(chained) - 1 + governed
                yield hit_tokens(block, first, last, about=chain, severity=severity, nouns=nouns, genitives=genitives)

    return detect


def _is_preposition(noun: Token, light: frozenset[str], language: Language) -> bool:
    """Whether the noun makes a preposition with the one before it: *auf Grund*, *on the basis*."""
    before = noun.doc[max(noun.sent.start, noun.i - 2) : noun.i] if noun.lower_ in light else ()
    return any(language.word_class(word) == "preposition" for word in before)


def _is_governed(noun: Token, governors: frozenset[str]) -> bool:
    """Whether a preposition before the noun, or the verb above it, demands a genitive: *bedarf der Zustimmung*."""
    opening = noun
    while opening.i > opening.sent.start and opening.nbor(-1).tag_ in _INSIDE:
        opening = opening.nbor(-1)
    if opening.i in {noun.i, opening.sent.start}:
        return False
    above = noun.head
    return opening.nbor(-1).lower_ in governors or (
        above.lower_ in governors and above.pos_ == "VERB" and noun.dep_ not in {"sb", "mo"}
    )
