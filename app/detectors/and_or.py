"""Slashes that leave it to the reader whether *and* or *or* is meant: *and/or*, *spouse/partner*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.detectors import Detector, Hit
from app.languages import Parsed
from app.model import Noun

FACTS = frozenset[str]()

_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_CHAIN = re.compile(rf"(?<![\w/.:@\\&#-]){_WORD}(?:\s?/\s?{_WORD})+(?![\w/@\\&#]|[.:]\w|-\w|\()")
_SLASH = re.compile(r"\s?/\s?")
_DATE = frozenset("dmyj")


class Settings(Noun):
    """``allow``: chains with a slash that are fixed terms (*he/she*, *km/h*), in any case of letters.

    ``only``: no other chains than these are found; without it, any.
    """

    allow: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the words and the slashes between them."""
    allowed = frozenset(chain.casefold() for chain in settings.allow)
    only = frozenset(chain.casefold() for chain in settings.only)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            if "/" not in sent.text:
                continue
            for match in _CHAIN.finditer(sent.text):
                plain = "/".join(_SLASH.split(match.group())).casefold()
                if plain in only or not (only or _is_term(match.group(), allowed)):
                    yield Hit(block, sent.start_char + match.start(), sent.start_char + match.end(), {}, sent)

    return detect


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
