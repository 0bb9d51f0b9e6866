"""English numbers in words and what they are in digits: *thirteen*, *thirty*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: number for number, word in enumerate((*_SMALL, *_TEENS))} | {
    word: number * 10 for number, word in enumerate(_TENS, 2)
}
_LARGE = frozenset("hundred thousand million billion and".split())


def value(word: str) -> int | None:
    """The number that a single word in lower case is; none for any other word."""
    return _VALUES.get(word)


def numbers(sent: Words) -> list[tuple[Token, int]]:
    """The single words of a sentence that are whole numbers from two on, with their value.

    Parts of a longer number (*thirty-five*, *two hundred*) are left out.
    """
    return [
        (token, _VALUES[token.lower_])
        for token in sent
        if _VALUES.get(token.lower_, 0) > 1 and not any(_continues(word) for word in _beside(token))
    ]


def _beside(token: Token) -> list[Token]:
    doc = token.doc
    return [doc[place] for place in (token.i - 1, token.i + 1) if 0 <= place < len(doc)]


def _continues(word: Token) -> bool:
    return word.text in "-–" or word.lower_ in _VALUES or word.lower_ in _LARGE
