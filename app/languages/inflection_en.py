"""Forms of English words: regular plurals, and the verb forms that a word list gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.languages import Form

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLASSES = {
    "NOUN": "noun",
    "PROPN": "noun",
    "VERB": "verb",
    "AUX": "verb",
    "ADJ": "adjective",
    "ADV": "adverb",
    "ADP": "preposition",
    "SCONJ": "conjunction",
    "CCONJ": "conjunction",
}
_CELLS = ("3sg", "past", "part", "ing")


def word_class(token: Token) -> str:
    """noun, verb, adjective, adverb, preposition, conjunction or other."""
    return _CLASSES.get(token.pos_, "other")


def paradigm(word: str, pos: str, forms: str | None) -> tuple[Form, ...]:
    """All forms of a word with their cells."""
    if pos == "noun":
        return (Form(word, "sg"), Form(forms or _plural(word), "pl"))
    if pos in {"verb", "light-verb"}:
        return (Form(word, "base"), *_verb(word, forms))
    return (Form(word, "base"),)


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _verb(word: str, forms: str | None) -> Iterator[Form]:
    if forms:
        yield from (Form(text, cell) for text, cell in zip(forms.split(), _CELLS, strict=False))
        return
    yield Form(_plural(word), "3sg")
    stem = word.removesuffix("e")
    past = word[:-1] + "ied" if word.endswith("y") and word[-2] not in "aeiou" else stem + "ed"
    yield from (Form(past, "past"), Form(past, "part"), Form(stem + "ing", "ing"))
