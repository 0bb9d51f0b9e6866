"""Insertions that interrupt a sentence: words in brackets or between dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit
from app.languages import Language, Parsed, sentence_text
from app.model import Block, Noun

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

FACTS = frozenset({"sign", "words"})

_BRACKETS = re.compile(r"\([^()]*\)")
_DASHES = re.compile(r"(?<=\s)([–—-])\s[^–—()\n]+?\s\1(?=\s)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_PIECE = re.compile(r"[^\W_]+")
_LINES = "–—-"
_ARTICLES = frozenset({"ART", "PPOSAT", "PIAT"})


class Settings(Noun):
    """Insertions of at least ``least`` words give a finding; with ``inside`` only those with more text after them.

    After one of the ``openers`` (*for example*) or before one of the ``closers`` (*usw.*) an insertion shows what is
    meant, and with one of the ``signs`` (*§*) it is a reference: both are fine.
    Between dashes ``between_dashes`` words are enough (0: as many as in brackets); between commas those that begin with
    one of ``commas`` (*abgesehen von*) count. With ``explains`` brackets are fine that name the thing once more, but
    numbers count as words.
    """

    least: int
    inside: bool = True
    openers: tuple[str, ...] = ()
    closers: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    between_dashes: int = 0
    commas: tuple[str, ...] = ()
    explains: bool = False


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the insertion with its signs."""
    openers = "|".join(sorted(map(re.escape, settings.commas), key=len, reverse=True))
    commas = re.compile(rf",\s(?:{openers})\s[^,;()]+,") if openers else None

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            text = sentence_text(sent)
            if not any(sign in text for sign in "(–—-,"):
                continue
            patterns = (_BRACKETS, _DASHES, *([commas] if commas else []))
            inserted = [match for pattern in patterns for match in pattern.finditer(text)]
            inserted = [match for match in inserted if _disturbs(match, text, settings)]
            if settings.explains:
                inserted = [match for match in inserted if not _explains(match, sent, parsed.language)]
            if inserted and parsed.language.is_sentence(sent):
                for match in sorted(inserted, key=lambda match: match.start()):
                    yield _hit(block, sent, match.start(), match.end(), text)

    return detect


def _hit(block: Block, sent: Words, start: int, end: int, text: str) -> Hit:
    facts = {"sign": text[start], "words": len(_WORD.findall(text[start:end]))}
    return Hit(block, sent.start_char + start, sent.start_char + end, facts, sent)


def _disturbs(match: re.Match[str], text: str, settings: Settings) -> bool:
    """Whether this is an insertion that a reader has to hold in mind."""
    inner = match.group().strip("()–—-, ")
    least = settings.between_dashes if settings.between_dashes and match.group()[0] in _LINES else settings.least
    words = (_PIECE if settings.explains else _WORD).findall(inner)
    if len(words) < least or any(sign in inner for sign in settings.signs):
        return False
    if inner.casefold().startswith(settings.openers) or inner.endswith(settings.closers):
        return False
    return not settings.inside or _goes_on(text[match.end() :])


def _explains(match: re.Match[str], sent: Words, language: Language) -> bool:
    """Whether a bracket behind a noun is nothing but another name of it, or examples: nouns without a verb."""
    start = sent.start_char + match.start()
    inside = sent.doc.char_span(start + 1, start + len(match.group()) - 1, alignment_mode="contract")
    if match.group()[0] != "(" or inside is None or not len(inside) or inside[0].i < 2:
        return False
    first, before = inside[0], inside[0].nbor(-2)
    named = language.word_class(first) in {"noun", "adjective"} or first.tag_ in _ARTICLES
    plain = not any(
        language.word_class(token) == "verb" or token.tag_ == "PTKNEG" or token.text == ";" for token in inside
    )
    return language.word_class(before) == "noun" and named and plain


def _goes_on(after: str) -> bool:
    """Whether at least two more words of the same sentence follow."""
    rest = after.lstrip(' \n\u00a0”"“')
    return rest[:1] not in {".", "!", "?", ":", ""} and len(_WORD.findall(rest)) >= 2
