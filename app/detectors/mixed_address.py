"""Texts that call the reader two things: *Sie* here and *du* there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Parsed
from app.model import Block, Noun

if TYPE_CHECKING:
    from spacy.tokens import Token

FACTS = frozenset({"other"})


class Settings(Noun):
    """``formal`` words count as they are written and not where a sentence begins, ``informal`` ones in any case."""

    formal: tuple[str, ...]
    informal: tuple[str, ...]


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the first word of the rarer address, once in a text."""
    formal, informal = frozenset(settings.formal), frozenset(settings.informal)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        polite: list[tuple[Block, Token]] = []
        familiar: list[tuple[Block, Token]] = []
        for block, doc in parsed.docs:
            for token in doc:
                if token.text in formal and not token.is_sent_start:
                    polite.append((block, token))
                elif token.lower_ in informal and not _is_quoted(token):
                    familiar.append((block, token))
        if polite and familiar:
            rare, usual = sorted((familiar, polite), key=len)
            block, token = rare[0]
            yield hit_tokens(block, token, token, other=usual[0][1].text)

    return detect


def _is_quoted(token: Token) -> bool:
    """Whether the word itself is spoken about: *„du“*."""
    before = token.doc[token.i - 1].text if token.i else ""
    return before in {"„", "“", '"', "»", "‚"}
