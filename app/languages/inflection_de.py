"""Forms of German words: regular endings of our own, verbs by ablaut; each form with the cells it can fill."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import ablaut

from app.languages import Form

if TYPE_CHECKING:
    from spacy.tokens import Token

CASES = ("nom", "acc", "dat", "gen")
_ENDINGS = ("e", "er", "em", "en", "es")
_CLASSES = {
    "N": "noun",
    "VV": "verb",
    "VA": "verb",
    "VM": "verb",
    "ADJA": "adjective",
    "ADJD": "adverb",
    "ADV": "adverb",
    "PROAV": "adverb",
    "PTKA": "adverb",
    "AP": "preposition",
    "KO": "conjunction",
}
_FIRM = {"unterschreiben": "unter", "unterliegen": "unter", "überlassen": "über", "durchlaufen": "durch"}
"""Verbs that ablaut takes for separable ones, and the prefix that stays with them."""
_APART = {"wiederher": "wieder her", "wiederein": "wieder ein", "wiederauf": "wieder auf"}
"""Particles that are two words behind the verb."""


def word_class(token: Token) -> str:
    """noun, verb, adjective (with ending), adverb (also an adjective without one), preposition, conjunction, other."""
    for prefix, name in _CLASSES.items():
        if token.tag_.startswith(prefix):
            return name
    return "other"


def paradigm(word: str, pos: str, forms: str | None) -> tuple[Form, ...]:
    """All forms of a word with their cells; only the word itself where we cannot tell."""
    if pos == "noun" and forms:
        return tuple(_noun(word, forms))
    if pos in {"verb", "light-verb"}:
        return tuple(_verb(word))
    if pos == "adjective":
        return tuple(_adjective(word))
    return (Form(word, "base"),)


def _noun(word: str, forms: str) -> Iterator[Form]:
    if forms == "adj":
        stem = word.removesuffix("r").removesuffix("e")
        yield from (Form(stem + ending, "any") for ending in ("e", "er", "en", "em", "es"))
        return
    gender, genitive, plural = forms.split()
    if genitive != "-":
        oblique = genitive if gender == "m" and genitive.endswith("n") and not word.endswith("n") else word
        oblique = genitive.removesuffix("s") if genitive.endswith("ns") and word.endswith("e") else oblique
        yield Form(word, f"nom.sg.{gender}")
        yield Form(oblique if gender == "m" else word, f"acc.sg.{gender}")
        yield Form(oblique, f"dat.sg.{gender}")
        yield Form(genitive, f"gen.sg.{gender}")
        other = genitive.removesuffix("es") + "s" if genitive.endswith("es") else None
        if other and not word.endswith(("s", "ß", "z", "x")):
            yield Form(other, f"gen.sg.{gender}", spare=True)
        elif genitive == word + "s" and gender != "f" and not word.endswith(("el", "er", "en", "chen", "ling")):
            yield Form(word + "es", f"gen.sg.{gender}", spare=True)
    if plural != "-":
        dative = plural if plural.endswith(("n", "s")) else plural + "n"
        yield from (Form(dative if case == "dat" else plural, f"{case}.pl") for case in CASES)


def _verb(word: str) -> Iterator[Form]:
    prefix = _FIRM.get(word, "")
    try:
        table = ablaut.conjugate(word.rpartition(" ")[2].removeprefix(prefix))
    except ValueError:
        yield Form(word, "inf")
        return
    yield Form(prefix + table.infinitive, "inf")
    yield Form(f"zu {word}" if prefix else table.zu_infinitive, "zu")
    yield Form(prefix + table.past_participle.removeprefix("ge" if prefix else ""), f"part.{table.auxiliary}")
    for name in ("present", "preterite", "konjunktiv1", "konjunktiv2"):
        for person, text in enumerate(getattr(table, name), 1):
            stem, _, particle = text.partition(" ")
            yield Form(prefix + stem, f"{name}.{person}", _APART.get(particle, particle) or None)
            if particle:
                yield Form(particle + stem, f"{name}.{person}.final")


def _adjective(word: str) -> Iterator[Form]:
    yield Form(word, "base")
    stem = word.removesuffix("e")
    if not word.endswith(("el", "hoch")):
        yield from (Form(stem + ending, f"ending.{ending}") for ending in _ENDINGS)
