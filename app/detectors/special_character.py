"""Signs in running text that a reader must first translate into words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pydantic

from app.detectors import Detector, Hit
from app.languages import Parsed, sentence_text, tokens_among
from app.model import Noun

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

FACTS = frozenset({"sign", "word"})

_BEFORE_NUMBERS = "<>≤≥~±"
"""Signs that stand right before a number: *>18 Jahre*."""

_JOINS = "&+"
"""Signs that join two words without a blank: *Ausweis+Foto*."""


class Settings(Noun):
    """``signs``: each sign with the word for it. ``names`` are endings and firms beside which ``&`` belongs to a name.

    ``capitals``: two words with capital letters beside the sign make a name (*Courts & Tribunals*).
    A sign counts where it stands between words, or, with ``after_numbers``, behind a number; ``joining`` signs
    (*;*) between two statements.
    """

    signs: dict[str, str]
    names: tuple[str, ...] = ()
    capitals: bool = False
    after_numbers: bool = False
    joining: dict[str, str] = pydantic.Field(default_factory=dict)


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the sign with its neighbours."""
    patterns = _patterns(settings)
    names = frozenset(settings.names)

    def is_fine(match: re.Match[str]) -> bool:
        left, right = match["left"] or "", match["right"] or ""
        titled = settings.capitals and left[:1].isupper() and right[:1].isupper()
        formula = bool(left) and not any(map(str.isalpha, left)) and right[:1].isdigit()
        return titled or formula or bool({left, right} & names)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            text = sentence_text(sent)
            for token in _joining(sent, settings, parsed):
                facts = {"sign": token.text, "word": settings.joining[token.text]}
                yield Hit(block, token.idx, token.idx + len(token), facts, sent)
            if not any(sign in text for sign in settings.signs):
                continue
            reached = 0
            found = [match for pattern in patterns for match in pattern.finditer(text) if not is_fine(match)]
            for match in sorted(found, key=lambda match: (match.start(), -match.end())):
                if match.start() >= reached:
                    reached, start = match.end(), sent.start_char + match.start()
                    facts = {"sign": match["sign"], "word": settings.signs[match["sign"]]}
                    yield Hit(block, start, start + len(match.group()), facts, sent)

    return detect


def _joining(sent: Words, settings: Settings, parsed: Parsed) -> list[Token]:
    """The signs of a sentence with a statement on either side; those of a list are none."""
    signs = tokens_among(sent, frozenset(settings.joining)) if settings.joining else []
    if not signs or not parsed.language.is_sentence(sent):
        return []
    verbs = [words[0].i for words in parsed.language.fact("statements", sent)]
    return [sign for sign in signs if any(verb < sign.i for verb in verbs) and any(verb > sign.i for verb in verbs)]


def _patterns(settings: Settings) -> list[re.Pattern[str]]:
    """A sign between two words; before a number; after an opening bracket; within a word; behind a number."""
    sign = "|".join(map(re.escape, sorted(settings.signs, key=len, reverse=True)))
    before, joins = ("".join(one for one in group if one in settings.signs) for group in (_BEFORE_NUMBERS, _JOINS))
    end, word = r"(?P<right>[^\W_][\w.,-]*\w|[^\W_])", r"(?P<left>[^\W\d_][\w-]*\w\.?|\d[\d.,]*(?:\s?[€%])?|[^\s()]+\))"
    found = [rf"(?<![^\s(„]){word}\s(?P<sign>{sign})\s{end}", rf"(?P<left>(?<=\())(?P<sign>{sign})\s{end}"]
    if before:
        found.append(rf"(?P<left>(?<![^\s(]))(?P<sign>[{before}])\s?(?P<right>\d[\d.,]*)(?!\w)")
    if joins:
        noun = r"[A-ZÄÖÜ][a-zäöüß]{3,}"
        found.append(rf"(?<![\w&+])(?P<left>{noun})(?P<sign>[{joins}])(?P<right>{noun})(?![\w&+])")
    if settings.after_numbers:
        found.append(rf"(?<![\w.,])(?P<left>)\d[\d.,]*\s?(?P<sign>{sign})(?P<right>)(?!\w)")
    return [re.compile(pattern) for pattern in found]
