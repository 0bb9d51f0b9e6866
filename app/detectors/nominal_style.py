"""Sentences heavy with abstract nouns that hide a verb: *die Durchführung der Prüfung der Berechtigung*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Parsed
from app.lexicon import Entry
from app.model import Noun

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

FACTS = frozenset({"nouns", "count"})

_PREFIXES = frozenset(
    "ab an auf aus be bei durch ein ent er ge her hin miss mit nach rück um un unter ver vor wieder zer zu über".split()
)
"""What makes another word, not a compound."""

_FUSED = frozenset({"zur", "zum"})
"""After these a noun is mostly part of a light verb, which has a rule of its own."""


class Settings(Noun):
    """``least`` abstract nouns in one sentence give a finding, or ``in_a_row`` that follow each other closely.

    ``endings`` make a noun abstract; the plural mostly names things (*Leistungen*, *Zahlungen*) and does not count.
    ``exempt`` (from lists) are everyday things, also as the last part of a compound.
    """

    least: int
    in_a_row: int
    endings: tuple[str, ...]
    shortest: int = 7
    exempt: tuple[Entry, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks from the first to the last of the abstract nouns."""
    everyday = tuple(sorted({entry.word.lower() for entry in settings.exempt}))

    def abstract(token: Token) -> bool:
        lower = token.lower_
        long_enough = len(lower) >= settings.shortest and token.tag_ == "NN"
        return long_enough and lower.endswith(settings.endings) and not _is_everyday(lower, everyday)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            nouns = _distinct(token for token in sent if abstract(token))
            run = _longest_run(nouns, sent)
            chosen = nouns if len(nouns) >= settings.least else run if len(run) >= settings.in_a_row else []
            if chosen and parsed.language.is_sentence(sent):
                words = ", ".join(dict.fromkeys(token.text for token in chosen))
                yield hit_tokens(block, chosen[0], chosen[-1], about=chosen, nouns=words, count=len(chosen))

    return detect


def _is_everyday(word: str, everyday: tuple[str, ...]) -> bool:
    """Whether the word is on the list or a compound of one; *Gewährung* is no kind of *Währung*."""
    return any(word.endswith(known) and word[: -len(known)] not in _PREFIXES for known in everyday)


def _distinct(nouns: Iterable[Token]) -> list[Token]:
    """The first of equal nouns, and none that belongs to a fixed expression with its verb (*zur Verfügung stellen*)."""
    first = {noun.lower_: noun for noun in reversed([noun for noun in nouns if noun.head.lower_ not in _FUSED])}
    return sorted(first.values(), key=lambda noun: noun.i)


def _longest_run(nouns: list[Token], sent: Words) -> list[Token]:
    """The longest run of nouns with at most two words (articles, adjectives) between neighbours."""
    best: list[Token] = []
    run: list[Token] = []
    for noun in nouns:
        between = sent.doc[run[-1].i + 1 : noun.i] if run else ()
        near = run and len(between) <= 2 and all(word.tag_ in {"ART", "ADJA", "PPOSAT", "PDAT"} for word in between)
        run = [*run, noun] if near else [noun]
        best = max(best, run, key=len)
    return best
