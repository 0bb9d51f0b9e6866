"""German infinitives that are used as nouns: *das Ausfüllen des Formulars*, *beim Verlassen des Raums*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages.outline_de import outline
from app.languages.verb_forms_de import infinitive

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_ARTICLES = frozenset("das des beim zum vom im ins durchs dieses jedes ihr unser".split())
_BETWEEN = frozenset({"ADJA", "ADJD", "ADV"})
_THINGS = tuple(
    """
    abkommen andenken anliegen aufsehen benehmen einkommen einvernehmen ersuchen essen guthaben gutachten interessen
    leben schreiben treffen unternehmen verfahren vermögen vertrauen vorhaben wissen wesen
    """.split()
)
"""Infinitives that have become the name of a thing, also at the end of a compound."""


def used_verbs(sent: Words) -> list[Token]:
    """The infinitives of a sentence that stand for nouns, in text order; those that name a thing are none."""
    shape = outline(sent.doc)
    return [
        sent.doc[place]
        for place in range(sent.start, sent.end)
        if shape.tags[place] == "NN"
        and _is_used_verb(shape.lowers[place])
        and _has_article(shape.lowers, shape.tags, place, sent.start)
    ]


def _is_used_verb(word: str) -> bool:
    verb = word.removesuffix("s") if word.endswith("ns") else word
    return verb.endswith("n") and not verb.endswith(_THINGS) and infinitive(verb, "f") == verb


def _has_article(lowers: list[str], tags: list[str], place: int, start: int) -> bool:
    """Whether an article for one neuter thing stands before the word, at most two words away."""
    for before in range(place - 1, max(start, place - 3) - 1, -1):
        if lowers[before] in _ARTICLES:
            return True
        if tags[before] not in _BETWEEN:
            return False
    return False
