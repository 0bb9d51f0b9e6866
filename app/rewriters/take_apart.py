"""Takes a long compound apart, as an idea: in several words where that is plain, else with a hyphen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.detectors import Hit
from app.languages import Parsed
from app.languages.taken_apart_de import in_words
from app.model import Edit, Noun, Span, Suggestion
from app.rewriters import Rewriter

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWNED = frozenset({"ag", "pg", "mnr", "op"})
"""What a noun has behind it: *die Antragsprüfung des Amtes* has no place for a second genitive."""
_NAMES = tuple(
    "gesetz gesetzes gesetzbuch gesetzbuchs gesetzbuches verordnung gesellschaft gericht gerichts amt amtes".split()
)
"""Endings of names: they are written as they are."""


class Settings(Noun):
    """``longest``: letters that no part of a word with a hyphen may pass."""

    longest: int = 20


def compile(settings: Settings) -> Rewriter:  # noqa: A001
    """The rewriter; German only."""

    def rewrite(parsed: Parsed, hit: Hit) -> Iterator[Suggestion]:
        if hit.sent is None:
            return
        for found in parsed.language.fact("compounds", hit.sent):
            token: Token = found.token
            if token.idx != hit.start or token.idx + len(token) != hit.end or _stays(token):
                continue
            alone = not any(child.dep_ in _OWNED for child in token.children)
            hyphenated: str | None = found.hyphenated
            if hyphenated is not None and any(len(part) > settings.longest for part in hyphenated.split("-")):
                hyphenated = None
            for text in filter(None, (in_words(token.text) if alone else None, hyphenated)):
                edit = Edit(span=Span(block=hit.block.id, start=hit.start, end=hit.end), text=text)
                yield Suggestion(edits=(edit,), safety="idea")

    return rewrite


def _stays(token: Token) -> bool:
    """Whether the word is a name, or the half of a pair that has its hyphen already (*Pfändungs- und …*)."""
    before = token.doc[max(token.sent.start, token.i - 2) : token.i]
    return token.lower_.endswith(_NAMES) or any(word.text.endswith("-") for word in before)
