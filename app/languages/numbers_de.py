"""German numbers in words and what they are in digits: *vierundzwanzig*, *zweitausend*."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_ONES = {word: number for number, word in enumerate("null ein zwei drei vier fünf sechs sieben acht neun".split())}
_SMALL = _ONES | {"eine": 1, "einen": 1, "einem": 1, "einer": 1, "eines": 1, "zehn": 10, "elf": 11, "zwölf": 12}
_TENS = {
    word: number * 10
    for number, word in enumerate("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(), 2)
}
_LONGEST = 60


def numbers(sent: Words) -> list[tuple[Token, int]]:
    """The words of a sentence that are whole numbers from two on, with their value."""
    found = ((token, value(token.lower_)) for token in sent if token.is_alpha)
    return [(token, number) for token, number in found if number is not None and number > 1]


@cache
def _known() -> dict[str, int]:
    """All numbers below one hundred."""
    teens = {f"{word}zehn": number for number, word in enumerate("drei vier fünf sech sieb acht neun".split(), 13)}
    mixed = {f"{one}und{ten}": high + low for one, low in _ONES.items() if low for ten, high in _TENS.items()}
    return _SMALL | teens | _TENS | mixed


def value(word: str) -> int | None:
    """The number that a word in lower case is, up to 999,999; none for any other word."""
    if len(word) > _LONGEST:
        return None
    if "tausend" in word:
        return _parts(word, "tausend", 1000, _hundreds)
    return _hundreds(word)


def _hundreds(word: str) -> int | None:
    return _parts(word, "hundert", 100, _below) if "hundert" in word else _below(word)


def _below(word: str) -> int | None:
    return _known().get(word)


def _parts(word: str, unit: str, size: int, read: Callable[[str], int | None]) -> int | None:
    """*zwei-hundert-drei*: what stands before the unit times its size, and what stands behind."""
    before, _, behind = word.partition(unit)
    many = read(before) if before else 1
    rest = (_hundreds if size > 100 else _below)(behind.removeprefix("und")) if behind else 0
    return None if many is None or rest is None else many * size + rest
