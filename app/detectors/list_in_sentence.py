"""Enumerations inside a sentence that would be a list: *den Pass, das Foto, die Urkunde und den Vertrag*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Language, Parsed, sentence_text
from app.model import Noun

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

FACTS = frozenset({"items"})

_ARTICLES = frozenset({"ART", "PPOSAT", "PIAT", "PDAT", "CARD", "TRUNC", "DT", "PRP$", "JJ", "CD"})
"""Tags of what may stand before a noun, in both languages' schemes."""

_CLAUSE = frozenset({"PRELS", "PRELAT", "KOUS", "KOUI", "KOKOM", "WDT", "WP"})
"""Tags of what opens a clause or a comparison: the comma before it joins no parts."""

_LONGEST = 12
"""Words that a part in the middle of an enumeration has at most."""


class Settings(Noun):
    """From ``items`` joined parts on that together have ``words`` words or more, an enumeration is found.

    ``conjunctions`` stand before the last part.
    """

    items: int
    conjunctions: tuple[str, ...]
    words: int = 0


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks from the first to the last part. ``about``: the commas and the conjunction."""
    conjunctions = frozenset(settings.conjunctions)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        language = parsed.language
        for block, sent in parsed.sents():
            if sentence_text(sent).count(",") + 2 < settings.items or not language.is_sentence(sent):
                continue
            for commas, conjunction in _enumerations(sent, language, conjunctions):
                starts = [_first(sent, comma, language) for comma in commas]
                while starts and starts[0] is None:
                    del starts[0]
                first, last, items = next(iter(starts), None), _last(sent, conjunction, language), len(starts) + 2
                if first is None or last is None or items < settings.items:
                    continue
                if last.i - first.i + 1 >= settings.words:
                    yield hit_tokens(block, first, last, about=(commas, conjunction), items=items)

    return detect


def _enumerations(sent: Words, language: Language, conjunctions: frozenset[str]) -> Iterator[tuple[list[Token], Token]]:
    """The commas and the conjunction of each row of parts that have a noun and no verb."""
    commas: list[Token] = []
    nouns = words = 0
    for token in sent:
        kind = "adjective" if token.dep_ == "amod" else language.word_class(token)
        if token.text == ",":
            if commas and not (nouns and words <= _LONGEST):
                commas = []
            if token.i + 1 < sent.end and token.nbor().tag_ not in _CLAUSE:
                commas.append(token)
            nouns = words = 0
        elif kind == "verb" or token.text in ".;:!?–(":
            commas = []
        elif token.lower_ in conjunctions and commas and nouns and words <= _LONGEST:
            after = token.nbor() if token.i + 1 < sent.end else None
            if after is not None and not after.is_punct:
                yield commas, token
            commas = []
        else:
            words += 1
            nouns += kind == "noun"


def _first(sent: Words, comma: Token, language: Language) -> Token | None:
    """Where the part before a comma begins: its noun with article and adjectives; none when a verb ends that part."""
    noun = None
    for token in reversed(sent.doc[max(sent.start, comma.i - 5) : comma.i]):
        if token.is_punct or language.word_class(token) == "verb":
            break
        if _is_noun(token, language):
            noun = token
            break
    if noun is None:
        return None
    while sent.start <= noun.head.i < noun.i and _is_noun(noun.head, language):
        noun = noun.head
    first = noun
    while first.i > sent.start and _belongs(first.nbor(-1), language):
        first = first.nbor(-1)
    return first


def _belongs(token: Token, language: Language) -> bool:
    """Whether a word before a noun is part of its phrase: an article, an adjective, the first half of a compound."""
    return language.word_class(token) == "adjective" or token.tag_ in _ARTICLES or token.dep_ in {"compound", "amod"}


def _last(sent: Words, conjunction: Token, language: Language) -> Token | None:
    """The last noun of the part behind the conjunction."""
    last = None
    for token in sent.doc[conjunction.i + 1 : min(sent.end, conjunction.i + 1 + _LONGEST)]:
        if token.text == "-":
            continue
        if token.is_punct or (language.word_class(token) == "verb" and token.dep_ != "amod"):
            break
        if _is_noun(token, language):
            last = token
    return last


def _is_noun(token: Token, language: Language) -> bool:
    return language.word_class(token) == "noun"
