"""Strings of nouns that the reader has to take apart alone: *household income verification form*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Language, Parsed
from app.model import Noun, Severity

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

FACTS = frozenset({"nouns"})

_NOUNS = frozenset(("NN", "NNS"))


class Settings(Noun):
    """``hint`` and ``warning``: from how many nouns in a row a string is reported; 0 switches a step off.

    ``allow``: everyday terms that count as one noun (*social security number*). ``units``: words that after a
    number only measure (*a 30 day period*).
    """

    hint: int = 3
    warning: int = 4
    allow: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the whole string. Names (capital letters) are never part of one."""
    allowed = sorted((tuple(term.casefold().split()) for term in settings.allow), key=len, reverse=True)
    units = frozenset(settings.units)
    steps: tuple[tuple[int, Severity], ...] = ((settings.warning, "warning"), (settings.hint, "hint"))
    fewest = min((least for least, _ in steps if least), default=0)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            for string in _runs(sent, units):
                if len(string) < fewest:
                    continue
                order = parsed.language.fact("order", sent)
                run = [token for token in string if token != order]
                count = _count(run, allowed)
                severity = next((name for least, name in steps if least and count >= least), None)
                if severity is not None and _is_judged(run, parsed.language):
                    yield hit_tokens(block, run[0], run[-1], severity=severity, nouns=count)

    return detect


def _is_judged(run: Sequence[Token], language: Language) -> bool:
    """Only in running sentences, and not *a health savings account (HSA)*: a term with its own abbreviation."""
    head = run[-1]
    following = head.doc[head.i + 1 : min(head.i + 3, head.sent.end)]
    if len(following) == 2 and following[0].text == "(" and following[1].is_upper:
        return False
    return language.is_sentence(head.sent)


def _runs(sent: Words, units: frozenset[str]) -> Iterator[list[Token]]:
    """Nouns that stand side by side and form one compound, the last of them its head."""
    run: list[Token] = []
    for token in sent:
        if run and not _continues(run[-1], token):
            yield run
            run = []
        if _is_common_noun(token) and not _is_unit(token, units):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_common_noun(token: Token) -> bool:
    if token.tag_ not in _NOUNS or not token.is_alpha or not (token.is_lower or token.is_sent_start):
        return False
    return token.i == token.sent.start or not token.nbor(-1).text.endswith(("-", "–"))


def _continues(before: Token, token: Token) -> bool:
    """Whether both belong to one compound: the first hangs on a noun that is not before the second."""
    return before.dep_ in ("compound", "nmod") and before.head.i >= token.i and before.head.tag_ in _NOUNS


def _is_unit(token: Token, units: frozenset[str]) -> bool:
    return token.lower_ in units and token.i > 0 and token.nbor(-1).like_num


def _count(run: Sequence[Token], allowed: Sequence[tuple[str, ...]]) -> int:
    """Number of nouns, with each everyday term counted as one."""
    words = [token.lower_ for token in run]
    count = 0
    while words:
        length = next((len(term) for term in allowed if tuple(words[: len(term)]) == term), 1)
        words = words[length:]
        count += 1
    return count
