"""What a hyphen at the end of a line means: a divided word, a word with a hyphen, a part of a word, or a dash."""

from __future__ import annotations

import re

from app.languages.words import german
from app.reading.addresses import is_address

HYPHENS = "-\xad\u2010\u2011"
"""The last two are Unicode's own hyphens; many files use the soft one, U+00AD, for all."""

_TAIL = 80
"""How much of a line's end or beginning is looked at; longer words are no words."""
_HALF_AT_END = re.compile(r"([^\W\d_]+)[-\xad\u2010\u2011]\Z")
_HALF_AT_START = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile(r"[aeiouyäöüàéèêáíóú]", re.IGNORECASE)
_PARTS = frozenset("und oder bzw beziehungsweise sowie and or".split())
"""After these a hyphen at the end of a line stands for a part of a word: ``Haupt- und Nebenwohnung``."""
_PERHAPS = frozenset("als bis noch to wie".split())
"""The same, but some words end in them: ``Den-⏎noch``, ``Kon-⏎to``."""
_ENGLISH = frozenset(
    "self non well long short full half part low high first second third one two three four year month day mid cross "
    "follow co ex".split()
)
"""English first parts of words that keep their hyphen; none is a syllable at which German words are divided."""


def ready_for(line: str, after: str, vocabulary: frozenset[str]) -> str:
    """``line`` made ready for ``after``, the next line: with a space behind it, with nothing, or without its hyphen.

    ``vocabulary`` holds the words that the document prints undivided, in small letters; it decides first, the list of
    German words next.
    """
    range_of_numbers = line[-1:] == "–" and line[-2:-1].isdigit() and after[:1].isdigit()  # 2024–⏎2026
    if range_of_numbers or (line.endswith("/") and not line.endswith(" /")):
        return line
    if not line or line[-1] not in HYPHENS or line[-2:-1].isspace() or len(line) == 1:
        return f"{line} "
    if is_address(line) or not (first := _HALF_AT_END.search(line[-_TAIL:])):
        return line  # 12-⏎jährig, Antragsteller/-⏎in
    second = _HALF_AT_START.match(after[:_TAIL])
    if second is None:
        return line if after[:1].isdigit() or after[:1] in {"/", ")", ",", "."} else f"{line} "
    if _is_part(first[1], second[0], vocabulary):
        return f"{line} "
    return line[:-1] if _is_divided(first[1], second[0], vocabulary) else line


def _is_part(first: str, second: str, vocabulary: frozenset[str]) -> bool:
    """Does the second part of a word with a hyphen follow only later: ``Haupt- und Nebenwohnung``?"""
    if second in _PARTS:
        return True
    return second in _PERHAPS and not _is_word(first + second, vocabulary)


def _is_divided(first: str, second: str, vocabulary: frozenset[str]) -> bool:
    """Are both halves one word without a hyphen?"""
    hyphened, joined = f"{first}-{second}".lower(), f"{first}{second}".lower()
    if second[0].isupper():  # E-Mail-⏎Adresse; only in a heading in capitals a word may be divided
        capitals = first.isupper() and second.isupper() and len(first) > 1 and len(second) > 1
        return capitals and hyphened not in vocabulary and _is_word(joined, vocabulary)
    if joined in vocabulary or hyphened in vocabulary:
        return joined in vocabulary
    if len(first) == 1 or (first.isupper() and len(first) > 1) or not _VOWEL.search(first):
        return False  # e-⏎mail, EU-⏎weit, Kfz-⏎steuerliche: no syllables
    return first.lower() not in _ENGLISH


def _is_word(word: str, vocabulary: frozenset[str]) -> bool:
    return word.lower() in vocabulary or word in german()
