"""Slashes that leave it to the reader whether *and* or *or* is meant: *and/or*, *spouse/partner*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pydantic

from app.detectors import Detector, Hit
from app.languages import Parsed, sentence_text
from app.model import Noun

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

FACTS = frozenset[str]()

_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_CHAIN = re.compile(rf"(?<![\w/.:@\\&#-]){_WORD}(?:\s?/\s?{_WORD})+(?![\w/@\\&#]|[.:]\w|-\w|\()")
_SLASH = re.compile(r"\s?/\s?")
_DATE = frozenset("dmyj")
_SHORT = 3
"""Letters of a word in a chain that may be a form of an ending or an article: *der/die/das*."""


class Settings(Noun):
    """``allow``: chains with a slash that are fixed terms (*he/she*, *km/h*), in any case of letters.

    ``only``: these words are found, and besides only chains with at least ``slashes`` slashes; without it, any chain.
    """

    allow: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    slashes: int = pydantic.Field(default=2, ge=1)


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the words and the slashes between them."""
    allowed = frozenset(chain.casefold() for chain in settings.allow)
    only = _literally(settings.only) if settings.only else None

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            text = sentence_text(sent)
            found = list(only.finditer(text)) if only else []
            if "/" in text:
                found += [match for match in _CHAIN.finditer(text) if wanted(match.group(), parsed, sent)]
            for match in sorted(found, key=lambda match: match.start()):
                yield Hit(block, sent.start_char + match.start(), sent.start_char + match.end(), {}, sent)

    def wanted(chain: str, parsed: Parsed, sent: Words) -> bool:
        if only is None:
            return not _is_term(chain, allowed)
        words = _SLASH.split(chain)
        whole = all(len(word) > _SHORT and not set(word.casefold()) <= _DATE for word in words)
        return (
            len(words) > settings.slashes and whole and only.search(chain) is None and parsed.language.is_sentence(sent)
        )

    return detect


def _literally(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """These words, with or without a blank around their slashes."""
    spaced = (re.escape(phrase).replace("/", r"\s?/\s?").replace(r"\ ", r"\s") for phrase in phrases)
    return re.compile(rf"(?<![\w/.@])(?:{'|'.join(sorted(spaced, key=len, reverse=True))})(?![\w/@])", re.IGNORECASE)


def _is_term(chain: str, allowed: frozenset[str]) -> bool:
    """Whether the slash is part of a fixed term, a unit, a date pattern or a pair of short names."""
    words = _SLASH.split(chain)
    if sum(word.count("-") for word in words) > 4:
        return True  # the end of an address on the web
    plain = "/".join(words).casefold()
    if plain == "and/or" or plain in allowed:
        return plain in allowed
    if any(len(word) == 1 or not (word.islower() or word.istitle()) for word in words):
        return True
    return all(set(word.casefold()) <= _DATE for word in words) or all(word.istitle() for word in words)
