"""Deadlines that a reader meets only near the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit
from app.detectors.dates import Date, dates, english_dates
from app.languages import Language, Parsed, lowers, sentence_text, tokens_among
from app.model import Noun

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

FACTS = frozenset[str]()


class Settings(Noun):
    """A deadline has one of the ``openers`` before a date or before a number with one of the ``units``, and a reader.

    ``numbers`` in words count before a unit; without any, any word. ``ends`` are days without a number (*Freitag*),
    ``parts`` of a month stand before its name (*Ende März*). After one of the ``vague`` openers (*am*) a date is a
    deadline only in a sentence with one of the ``duties`` (*müssen*, *Frist*). Sentences with one of the ``granted``
    words (*bekommen*, *gilt*) and no duty ask for nothing in time, nor do those of ``ours`` (*wir*) without one of
    ``asked``, questions, conditions (``when``) with a span, sentences that begin with one of ``then``, and spans that
    begin with ``since`` (*vom … bis*).
    It is late behind the share ``after`` of the running text, in texts of ``sentences`` or more whole sentences.
    Dates are German or ``english``.
    """

    openers: tuple[str, ...]
    units: tuple[str, ...]
    months: tuple[str, ...]
    readers: tuple[str, ...]
    vague: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    granted: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    after: float = 0.67
    sentences: int = 12
    english: bool = False


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the first sentence with a deadline when that is late."""
    names_day, asks = _names_day(settings), _asks(settings)
    openers = frozenset(phrase.lower().split()[0] for phrase in (*settings.openers, *settings.vague))

    def detect(parsed: Parsed) -> Iterator[Hit]:
        running = [(block, sent, parsed.language.is_sentence(sent)) for block, sent in parsed.sents()]
        lengths = [sent.end_char - sent.start_char for _, sent, whole in running if whole]
        soon = settings.after * sum(lengths)
        if len(lengths) < settings.sentences:
            return
        before = 0
        for block, sent, whole in running:
            opened = not openers.isdisjoint(lowers(sent.doc)[sent.start : sent.end])
            reader, duty = asks(sent, parsed.language) if opened else (False, False)
            if opened and names_day(sent, duty=duty):
                if before <= soon and (reader or duty or not whole):
                    return  # a heading says the day soon enough, too
                if whole and (reader or duty):
                    yield Hit(block, sent.start_char, sent.end_char, {}, sent)
                    return
            before += (sent.end_char - sent.start_char) * whole

    return detect


def _names_day(settings: Settings) -> Callable[..., bool]:
    """Whether a sentence says until when; a date alone counts with a duty."""
    opening = re.compile(rf"(?<!\w)(?:{_any(settings.openers)})(?!\w)", re.IGNORECASE)
    vague = re.compile(rf"(?<!\w)(?:{_any(settings.vague)})\s", re.IGNORECASE) if settings.vague else None
    span, day, when = _span(settings), _day(settings), frozenset(settings.when)

    def near(text: str, opener: re.Pattern[str]) -> bool:
        ends = [found.end() for found in opener.finditer(text)]
        days = [date.start for date in _dates(text, settings)] if ends else []
        return any(0 <= day - end <= 25 for end in ends for day in days)

    def names_day(sent: Words, *, duty: bool) -> bool:
        text = sentence_text(sent)
        if duty and vague is not None and near(text, vague):
            return True
        if opening.search(text) is None:
            return False
        if near(text, opening) or (day is not None and day.search(text)):
            return True
        return span.search(text) is not None and not tokens_among(sent, when)

    return names_day


def _span(settings: Settings) -> re.Pattern[str]:
    """*innerhalb von zwei Wochen*."""
    number = rf"(?:\d+|{_any(settings.numbers)})" if settings.numbers else r"\S+"
    units = _any(settings.units)
    return re.compile(
        rf"(?<!\w)(?:{_any(settings.openers)})\s(?:\S+\s){{0,2}}?{number}\s(?:{units})(?!\w)", re.IGNORECASE
    )


def _day(settings: Settings) -> re.Pattern[str] | None:
    """*bis Freitag*, *bis Ende März*."""
    if not settings.ends:
        return None
    later = rf"(?:(?:{_any(settings.parts)})\s)(?:{_any(settings.months)})" if settings.parts else ""
    days = "|".join(part for part in (_any(settings.ends), later) if part)
    return re.compile(rf"(?<!\w)(?:{_any(settings.openers)})\s(?:\w+\s)?(?:{days})(?!\w)", re.IGNORECASE)


def _asks(settings: Settings) -> Callable[[Words, Language], tuple[bool, bool]]:
    """Whether a sentence speaks to a reader, and whether it names a duty; neither where it asks for nothing."""
    readers, duties, granted = frozenset(settings.readers), frozenset(settings.duties), frozenset(settings.granted)
    ours, asked, then = frozenset(settings.ours), frozenset(settings.asked), frozenset(settings.then)
    since = re.compile(rf"(?<!\w)(?:{_any(settings.since)})\s\d", re.IGNORECASE) if settings.since else None

    def asks(sent: Words, language: Language) -> tuple[bool, bool]:
        text = sentence_text(sent)
        duty = bool(tokens_among(sent, duties))
        if text.rstrip().endswith("?") or sent[0].lower_ in then or (since and since.search(text)):
            return False, False
        if tokens_among(sent, ours) and not tokens_among(sent, asked):
            return False, False
        if not duty and tokens_among(sent, granted):
            return False, False
        reader = bool(tokens_among(sent, readers)) or any(token.tag_ == "VVIZU" for token in sent)
        return reader or (settings.english and language.fact("order", sent) is not None), duty

    return asks


def _dates(text: str, settings: Settings) -> Iterator[Date]:
    if settings.english:
        return english_dates(text, settings.months)
    return dates(text, settings.months, (*settings.openers, *settings.vague))


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
