"""Writes German words that stand in capitals as they are written in a sentence: *NUR VOLLSTÄNDIGE ANTRÄGE*."""

from __future__ import annotations

import re

from app.languages.adjectives_de import base, is_adjectival
from app.languages.difficulty_de import frequencies
from app.languages.names_de import is_name
from app.languages.noun_index_de import nouns
from app.languages.nouns_de import readings
from app.languages.verb_forms_de import infinitive, is_known

_PIECE = re.compile(r"\w+(?:-\w+)*|[.!?:]")
_ARTICLES = frozenset(
    "alle allen aller das dem den der des die diese diesem diesen dieser dieses ein eine einem einen einer eines jede "
    "jedem jeden jeder jedes kein keine keinem keinen keiner unser unsere unserem unseren unserer".split()
)
_BEFORE_NOUNS = _ARTICLES | frozenset(
    "am ans beim fürs im ins vom zum zur ab auf aus bei für gegen in mit nach ohne seit von vor zu".split()
)
_SMALL = _BEFORE_NOUNS | frozenset(
    """
    an auch auszufüllen bereits bis bisher bitte bleiben bleibt bzw da dabei dafür damit danach dann daran darauf dass
    dazu dort durch durchgehend endlich erst früher gerne hat hatte haben heute hier hinter ich immer innerhalb ist
    jederzeit jetzt kann können leider mehr mittags morgens muss müssen nachmittags neben nicht nie niemals noch nur
    oben ob oder sehr sich sind sofort soll sollen sonst sowie über um umgehend und uns unbedingt unten unter vormittags
    war waren weder weil wenn werden wie wieder wir wird wo wurde wurden zurück zurzeit zwischen dürfen darf
    """.split()
)
"""Words that are no nouns."""
_POLITE = frozenset("sie ihnen ihr ihre ihrem ihren ihrer ihres".split())
_BEFORE_NAMES = frozenset(
    "familie firma frau gemeinde herr herrn kreis landkreis markt ort stadt straße strasse".split()
)
_SHORT_NOUNS = frozenset("amt bad bus hof mai not ort tag tür uhr".split())
_ADJECTIVE_ENDINGS = ("em", "en", "er", "es", "e")
_SHORTEST = 4
"""Letters of a word that is surely no short name; of the shorter nouns only the ``_SHORT_NOUNS`` count."""


def in_normal_case(run: str, *, opens: bool) -> str | None:
    """A run of words in capitals in normal case; ``opens`` if it begins a sentence. None where a word is in doubt.

    *Sie* speaks to the reader where the run asks for something (*FÜLLEN SIE*). Words that can be a verb or a noun
    (*SCHREIBEN*) are nouns behind an article or a preposition, and in doubt elsewhere.
    """
    pieces = list(_PIECE.finditer(run))
    words = [piece.group().lower() for piece in pieces]
    if not _BEFORE_NAMES.isdisjoint(words):
        return None
    asks = any(_is_request(words, place) for place in range(len(words)))
    told, last, start = "", 0, opens
    for place, piece in enumerate(pieces):
        new = _written(words, place, asks=asks)
        if new is None:
            return None
        told += run[last : piece.start()] + (new[:1].upper() + new[1:] if start else new)
        last = piece.end()
        start = new in {".", "!", "?"} and not (place and words[place - 1].isdigit())
    return told + run[last:]


def _written(words: list[str], place: int, *, asks: bool) -> str | None:
    """The word as it is written; None where that is in doubt."""
    word = words[place]
    if word in _POLITE:
        return word.capitalize() if asks else None
    if not word.isalpha() or word in _SMALL:
        return word if "-" not in word else None
    if _is_request(words, place):
        return word
    if is_name(word.capitalize()) and not nouns().direct(word.capitalize()):
        return None
    noun = _as_noun(word)
    other = _is_adjective(word) or _is_participle(word) or _is_verb(word)
    if noun is None or not other:
        return noun or (word if other and "ss" not in word and _is_settled(words, place) else None)
    return noun if _is_noun_place(words, place) and not _is_adjective(word) else None


def _is_request(words: list[str], place: int) -> bool:
    """*FÜLLEN SIE* at the start, behind *bitte* or behind a full stop."""
    first = place == 0 or words[place - 1] in {"bitte", ".", "!", "?", ":", "und"}
    return first and words[place + 1 : place + 2] == ["sie"] and is_known(words[place]) and "ss" not in words[place]


def _as_noun(word: str) -> str | None:
    """The noun with its capital letter, and *ß* where only that is a word; None where it is none."""
    spellings = {word.capitalize(), word.replace("ss", "ß").capitalize()}
    if len(word) < _SHORTEST and word not in _SHORT_NOUNS:
        return None
    known = [one for one in spellings if _is_noun(one)]
    return known[0] if len(known) == 1 else None


def _is_noun(form: str) -> bool:
    if nouns().direct(form):
        return True
    found = readings(form)
    return bool(found) and not _is_adjective(form.lower()) and not _is_verb(form.lower())


def _is_adjective(word: str) -> bool:
    """Whether it can be an adjective, with or without an ending: its strong dative is a word that people use."""
    stems = {word, *(word.removesuffix(ending) for ending in _ADJECTIVE_ENDINGS)}
    return any(f"{stem}em" in frequencies() for stem in stems if len(stem) > 2) or (
        word.endswith(_ADJECTIVE_ENDINGS) and is_adjectival(base(word)) and not nouns().direct(word.capitalize())
    )


def _is_participle(word: str) -> bool:
    return infinitive(word, "p") is not None or infinitive(word, "z") is not None


def _is_verb(word: str) -> bool:
    """Whether it can be an infinitive or a finite form that people write, not the bare stem: *Antrag* is no verb."""
    return infinitive(word, "f") is not None and word.endswith(("en", "rn", "ln", "t", "e"))


def _is_noun_place(words: list[str], place: int) -> bool:
    return place > 0 and words[place - 1] in _BEFORE_NOUNS


def _is_settled(words: list[str], place: int) -> bool:
    """Whether a word that is no noun itself is used as none.

    An adjective with an ending must have its noun behind it, an infinitive no word before it that makes it a noun.
    """
    word = words[place]
    if _is_participle(word) or not word.endswith(_ADJECTIVE_ENDINGS):
        return not _is_noun_place(words, place)
    if _is_adjective(word):
        after = words[place + 1] if place + 1 < len(words) else ""
        return bool(after) and (_as_noun(after) is not None or _is_adjective(after))
    return is_known(word) and "bitte" in words and not _is_noun_place(words, place)
