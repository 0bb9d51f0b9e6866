"""Breaks a chain of genitives with *von*: *die Höhe der Kosten von der Heizung*; a direction: a verb may be better."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.detectors import Hit
from app.languages import Change, Parsed
from app.languages.case_de import joined_in_case
from app.languages.genitives_de import GenitiveChain
from app.languages.outline_de import once
from app.languages.phrases_de import noun_phrases
from app.model import Noun, Suggestion
from app.rewriters import Rewriter
from app.rewriters.actors import suggested

if TYPE_CHECKING:
    from spacy.tokens import Token

NOTE = "Oft ist ein Satz mit Verb noch besser."


class Settings(Noun):
    """Nothing to set."""


def compile(settings: Settings) -> Rewriter:  # noqa: A001, ARG001
    """The rewriter; German only. The last genitive, with an article of its own, becomes *von* and a dative."""

    def rewrite(parsed: Parsed, hit: Hit) -> Iterator[Suggestion]:  # noqa: ARG001
        if isinstance(hit.about, GenitiveChain):
            yield from suggested(hit, _with_of(hit.about.nouns[-1]), "idea", NOTE)

    return rewrite


def _with_of(noun: Token) -> list[Change] | None:
    """The changes; none without an article or possessive, or where a form is in doubt."""
    phrase = next((one for one in once(noun.sent, "noun_phrases", noun_phrases) if one.head == noun), None)
    changes = joined_in_case(noun, frozenset({"gen"}), "dat")
    if phrase is None or phrase.determiner is None or phrase.case != "gen" or changes is None:
        return None
    first = phrase.determiner
    article = next((text for start, _, text in changes if start == first.idx), first.text)
    told = "vom" if article == "dem" else f"von {article}"
    others = [change for change in changes if change[0] != first.idx]
    return [(first.idx, first.idx + len(first), told), *others]
