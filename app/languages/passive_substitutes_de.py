"""What German says in place of a passive: *lässt sich ändern*, *ist abrufbar*, *bekommt … zugeschickt*, *erfolgt*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages.nouns_de import genders
from app.languages.outline_de import Outline, is_endless, outline
from app.languages.verbs_de import SEIN

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_LASSEN = frozenset("lässt lassen ließ ließen".split())
_GET = frozenset("bekomme bekommt bekommen bekam bekamen erhalte erhält erhalten erhielt erhielten".split())
_HAPPEN = frozenset("erfolgt erfolgen erfolge erfolgte erfolgten ergeht ergehen erging ergingen".split())
_ABLE = frozenset("erhältlich ersichtlich veräußerlich unveräußerlich widerruflich unwiderruflich".split())
"""Adjectives without *-bar* that say what somebody can do with a thing: *Das Formular ist im Rathaus erhältlich*."""
_PERSON = re.compile(r".*(?:er|innen|ende[nrs]?|person(?:en)?|mann|frau(?:en)?|kind(?:er)?|eltern|leute)\Z")
_THINGS = frozenset("das dies dieses es diese alles".split())
_BREAKS = frozenset({"$,", "$.", "KOUS"})


@dataclass(frozen=True, slots=True)
class PassiveSubstitute:
    """The words of the verb in text order; ``kind`` is let, able, get, happen; ``word`` says what."""

    words: tuple[Token, ...]
    kind: str
    word: Token


def passive_substitutes(sent: Words) -> list[PassiveSubstitute]:
    """The substitutes of a sentence in text order.

    *Sie lassen sich beraten* (a person) and *Sie erhalten 50 Euro* are none.
    """
    if is_endless(sent):
        return []
    shape = outline(sent.doc)
    lowers = shape.lowers[sent.start : sent.end]
    found: list[PassiveSubstitute] = []
    for place, word in enumerate(lowers, sent.start):
        if word in _LASSEN and "sich" in lowers:
            found += _let(sent, shape, place)
        elif word in _GET:
            found += _get(sent, shape, place)
        elif word in _HAPPEN:
            found += _happen(sent, shape, place)
        elif (word.endswith("bar") or word in _ABLE) and shape.tags[place] == "ADJD":
            found += _able(sent, shape, place)
    return sorted(found, key=lambda one: one.words[0].i)


def _let(sent: Words, shape: Outline, place: int) -> Iterator[PassiveSubstitute]:
    """*Der Termin lässt sich ändern*; the infinitive closes the clause."""
    near = range(max(sent.start, place - 12), min(sent.end, place + 12))
    itself = next((one for one in near if shape.lowers[one] == "sich" and _is_one_clause(shape, one, place)), None)
    if itself is None or shape.tags[place] == "VVINF" or _acts(shape, place):
        return
    verb = next((child for child in shape.under(place) if shape.tags[child] in {"VVINF", "VVPP"}), None)
    if verb is None or not _is_one_clause(shape, verb, place) or "sich" in _own_words(shape, verb, itself):
        return
    yield _made(sent, (place, itself, verb), "let", verb)


def _own_words(shape: Outline, verb: int, itself: int) -> set[str]:
    """Other reflexive pronouns of the verb: *sich vertreten lassen* has only one."""
    return {shape.lowers[child] for child in shape.under(verb) if child != itself and shape.tags[child] == "PRF"}


def _get(sent: Words, shape: Outline, place: int) -> Iterator[PassiveSubstitute]:
    """*Sie bekommen den Bescheid zugeschickt*: a participle of the same clause that has no other auxiliary."""
    if not shape.tags[place].endswith("FIN"):
        return
    for child in shape.under(place):
        close = child + 1 >= sent.end or shape.tags[child + 1] in {"$.", "$,", "KON", "$("}
        if shape.tags[child] == "VVPP" and child > place and close and _is_one_clause(shape, child, place):
            yield _made(sent, (place, child), "get", child)


def _happen(sent: Words, shape: Outline, place: int) -> Iterator[PassiveSubstitute]:
    """*Die Prüfung erfolgt*: the noun says what is done; *hat zu erfolgen* is a duty and another fact."""
    if shape.tags[place] in {"VVFIN", "VVPP", "VVINF"} and shape.tags[place - 1 if place else 0] != "PTKZU":
        yield _made(sent, (place,), "happen", place)


def _able(sent: Words, shape: Outline, place: int) -> Iterator[PassiveSubstitute]:
    """*Das Formular ist abrufbar*: the adjective as the predicate of *sein*."""
    verb = shape.heads[place]
    if shape.lowers[verb] in SEIN and shape.deps[place] in {"pd", "mo"} and _is_one_clause(shape, place, verb):
        yield _made(sent, (verb, place), "able", place)


def _made(sent: Words, places: tuple[int, ...], kind: str, word: int) -> PassiveSubstitute:
    return PassiveSubstitute(tuple(sent.doc[place] for place in sorted(places)), kind, sent.doc[word])


def _acts(shape: Outline, place: int) -> bool:
    """Whether the subject is a person, who lets something be done: *Sie lassen sich beraten*."""
    subject = next((child for child in shape.under(place) if shape.deps[child] in {"sb", "ep"}), None)
    if subject is None:
        return True
    word, tag = shape.lowers[subject], shape.tags[subject]
    if word in _THINGS or tag not in {"NN", "PIS"}:
        return word not in _THINGS
    return _PERSON.match(word) is not None or (word.endswith("in") and genders(word.capitalize()) == {"f"})


def _is_one_clause(shape: Outline, one: int, other: int) -> bool:
    low, high = sorted((one, other))
    return _BREAKS.isdisjoint(shape.tags[low:high])
