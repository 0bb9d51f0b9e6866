"""How hard a German word is for readers, from 0 to 1: how often it is used, how long it is, what it is made of."""

from __future__ import annotations

import gzip
import math
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.languages.compounds_de import split
from app.languages.names_de import is_name
from app.languages.noun_index_de import nouns
from app.languages.outline_de import outline
from app.languages.syllables_de import syllables
from app.languages.words import german

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_DATA = Path(__file__).parent / "data"
_UNKNOWN = 1.5
"""Zipf value given to a word that the table does not have; the rarest in it have 2.0."""
_ENDINGS = ("en", "es", "er", "em", "e", "n", "s")
_FOREIGN = re.compile(
    r"(?:tion|ität|ismus|enz|anz|ikt|iert?|ieren|ibel|abel|iv|ös|oid|age|eur|ment|ur|ik|ose|itis)(?:en|es|er|e|s|n)?\Z"
)
_WEIGHTS = {
    "zipf": -0.218,
    "lemma": -0.535,
    "part": -0.034,
    "letters": 0.181,
    "syllables": 0.094,
    "depth": -0.057,
    "foreign": 0.533,
    "name": 0.078,
}
"""Fitted by ``training/difficulty.py``: what each part of a word adds, on the scale of the logistic function."""
_START = 1.221
_WORD_TAGS = frozenset({"NN", "ADJA", "ADJD"})
_SHORTEST = 5
_FREQUENT = 4.5
"""Words of this Zipf value and above are as common as any of their forms."""
_LETTERS = 3.0
"""Letters of a syllable, about."""
_COMMON = 2.75
"""Words of this Zipf value and above are no rare words, whatever else makes them hard."""
_SEEN = 4
_KNOWN = 3.8
"""Letters and Zipf value of a word inside another that makes it clear."""


@dataclass(frozen=True, slots=True)
class Difficulty:
    """What makes a word hard. Zipf values: 7 is *und*, 3 is a word that stands once in a million words."""

    zipf: float
    """Of this very form."""
    lemma: float
    """Of the most frequent word that it may be a form of."""
    part: float
    """Of the rarest word that it is made of; of the lemma where it is one word."""
    letters: int
    syllables: int
    depth: int
    """Seams between words: 0 is no compound."""
    foreign: bool
    """Whether it ends as words from Latin, Greek or French do."""
    name: bool

    @property
    def value(self) -> float:
        """From 0, easy for all, to 1, hard for nearly all."""
        parts = (weight * float(getattr(self, name)) for name, weight in _WEIGHTS.items())
        return 1 / (1 + math.exp(-_START - sum(parts)))


@dataclass(frozen=True, slots=True)
class HardWord:
    """A word of a sentence that few people use, with what makes it hard."""

    token: Token
    difficulty: Difficulty


def rare_words(sent: Words) -> list[HardWord]:
    """The single words of a sentence that are rare in every form; no names, no compounds, nothing with a hyphen."""
    table, tags, found = frequencies(), outline(sent.doc).tags, []
    for place in range(sent.start, sent.end):
        if tags[place] not in _WORD_TAGS:
            continue
        token = sent.doc[place]
        word = token.text
        if (
            len(word) < _SHORTEST
            or not 0 < table.get(word.casefold(), 0.0) < _COMMON
            or not word.isalpha()
            or word.isupper()
        ):
            continue
        if is_name(word) or not _is_german(word, tags[place]) or _is_clear(word.casefold()):
            continue
        if (hard := difficulty(word)).lemma < _COMMON and not hard.depth:
            found.append(HardWord(token, hard))
    return found


def _is_german(word: str, tag: str) -> bool:
    """Whether a lexicon has the word; so errors of typing and words of other languages are no rare words."""
    if tag == "NN":
        return any(not nouns().is_name(one.lemma) for one in nouns().direct(word))
    return any(form in german() for form in (word.lower(), *(word.lower().removesuffix(one) for one in _ENDINGS)))


def _is_clear(lower: str) -> bool:
    """Whether a word that all know stands inside, so that readers may guess: *Ausfertigung*, *unverletzlich*."""
    table = frequencies()
    ends = ((start, end) for start in range(len(lower)) for end in range(start + _SEEN, len(lower) + 1))
    return any(table.get(lower[start:end], 0.0) >= _KNOWN for start, end in ends)


def difficulty(word: str) -> Difficulty:
    """The difficulty of a word without spaces; of one with hyphens, its parts are taken one by one."""
    pieces = [piece for piece in word.split("-") if piece]
    table = frequencies()
    seams: list[str] = []
    for piece in pieces:
        ends = split(piece)[0] if len(piece) >= 8 and piece.isalpha() else ()
        seams += [piece[a:b] for a, b in zip((0, *ends), (*ends, len(piece)), strict=True)]
    lower = word.casefold()
    zipf = table.get(lower, _UNKNOWN) if len(pieces) < 2 else min((_zipf(one) for one in pieces), default=_UNKNOWN)
    lemma = max(zipf, _zipf(word))
    return Difficulty(
        zipf,
        lemma,
        min((_zipf(seam) for seam in seams), default=lemma) if len(seams) > 1 else lemma,
        len(word),
        syllables(word) if word.isalpha() else sum(syllables(piece) for piece in pieces),
        max(len(seams) - 1, 0),
        _FOREIGN.search(lower) is not None,
        is_name(word),
    )


def quick_value(word: str) -> float:
    """The difficulty of a word without taking it apart, from 0 to 1: for whole texts, where each word must be cheap."""
    table, lower = frequencies(), word.casefold()
    zipf = best = table.get(lower, _UNKNOWN)
    if zipf < _FREQUENT:
        for ending in _ENDINGS:
            if lower.endswith(ending) and len(lower) - len(ending) > 3:
                best = max(best, table.get(lower.removesuffix(ending), _UNKNOWN))
    length = _WEIGHTS["letters"] + _WEIGHTS["syllables"] / _LETTERS
    value = _START + _WEIGHTS["zipf"] * zipf + (_WEIGHTS["lemma"] + _WEIGHTS["part"]) * best + length * len(word)
    if len(word) >= _SHORTEST and _FOREIGN.search(lower):
        value += _WEIGHTS["foreign"]
    return 1 / (1 + math.exp(-value))


def _zipf(word: str) -> float:
    """Zipf value of the most frequent word that this may be a form of."""
    table, lower = frequencies(), word.casefold()
    lemmas = {one.lemma.casefold() for one in nouns().direct(word.capitalize())}
    stems = {lower.removesuffix(ending) for ending in _ENDINGS if len(lower) - len(ending) > 3}
    return max(table.get(one, _UNKNOWN) for one in {lower, *lemmas, *stems})


@cache
def frequencies() -> dict[str, float]:
    """Zipf values of the words in the table, in lower case with *ss* for *ß*, read once when they are first needed."""
    found: dict[str, float] = {}
    for line in gzip.decompress((_DATA / "frequencies_de.txt.gz").read_bytes()).decode().splitlines():
        level, _, words = line.partition("\t")
        found.update(dict.fromkeys(words.split(" "), int(level) / 10))
    return found
