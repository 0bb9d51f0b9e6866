"""Sentences heavy with abstract nouns that hide a verb: *die Durchführung der Prüfung der Berechtigung*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Parsed
from app.lexicon import Entry
from app.model import Noun, Severity

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

FACTS = frozenset({"nouns", "count"})

_PREFIXES = frozenset(
    """
    ab an auf aus be bei durch ein ent er ge her hin miss mit nach rück um un unter ver vor voraus wieder zer zu über
    """.split()
)
"""What makes another word, not a compound."""

_FUSED = frozenset({"zur", "zum"})
"""After these a noun right before its verb is part of a light verb, which has a rule of its own."""

_INSIDE = frozenset({"ART", "ADJA", "PPOSAT", "PDAT", "CARD"})
_LINKS = frozenset({"APPR", "APPRART"})


class Settings(Noun):
    """``least`` abstract nouns in one sentence give a finding, or ``in_a_row`` that follow each other closely.

    ``endings`` make a noun abstract; the plural mostly names things (*Leistungen*, *Zahlungen*) and does not count.
    Beside two of them also count: plurals, the nouns ``also`` without such an ending (*Vorlage*), and everyday things
    with a genitive (*Ausstellung des Passes*). Two nouns held together by a preposition are a
    hint.
    ``exempt`` (from lists) are everyday things, also as the last part of a compound.
    """

    least: int
    in_a_row: int
    endings: tuple[str, ...]
    also: tuple[str, ...] = ()
    shortest: int = 7
    exempt: tuple[Entry, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks from the first to the last of the abstract nouns."""
    everyday = tuple(sorted({entry.word.lower() for entry in settings.exempt}))
    plurals = tuple(f"{ending}en" for ending in settings.endings if not ending.endswith("e"))
    also = {form for noun in settings.also for form in (noun, noun + "s", noun + "es")}

    def abstract(token: Token) -> bool:
        lower = token.lower_
        long_enough = len(lower) >= settings.shortest and token.tag_ == "NN"
        return long_enough and lower.endswith(settings.endings) and not _is_everyday(lower, everyday)

    def acts_too(token: Token) -> bool:
        lower = token.lower_
        if token.text in also or abstract(token):
            return True
        if token.tag_ != "NN" or len(lower) < settings.shortest:
            return False
        if lower.endswith(plurals):
            return not _is_everyday(lower[:-2], everyday)
        return lower.endswith(settings.endings) and any(word.dep_ == "ag" for word in token.rights)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            nouns = _distinct(token for token in sent if abstract(token))
            if settings.least - 1 == len(nouns) > 1:
                nouns = _distinct(token for token in sent if acts_too(token))
            run = _longest_run([noun for noun in nouns if abstract(noun)], sent)
            chosen = nouns if len(nouns) >= settings.least else run if len(run) >= settings.in_a_row else []
            if chosen and parsed.language.is_sentence(sent):
                words = ", ".join(dict.fromkeys(token.text for token in chosen))
                loose = len(chosen) < settings.least and _link(chosen[0], chosen[-1]) is not None
                severity: Severity | None = "hint" if loose else None
                facts = {"nouns": words, "count": len(chosen)}
                yield hit_tokens(block, chosen[0], chosen[-1], about=chosen, severity=severity, **facts)

    return detect


def _is_everyday(word: str, everyday: tuple[str, ...]) -> bool:
    """Whether the word is on the list or a compound of one; *Gewährung* is no kind of *Währung*."""
    return any(word.endswith(known) and word[: -len(known)] not in _PREFIXES for known in everyday)


def _distinct(nouns: Iterable[Token]) -> list[Token]:
    """The first of equal nouns, and none that belongs to a fixed expression with its verb (*zur Verfügung stellen*)."""
    first = {noun.lower_: noun for noun in reversed([noun for noun in nouns if not _is_in_light_verb(noun)])}
    return sorted(first.values(), key=lambda noun: noun.i)


def _is_in_light_verb(noun: Token) -> bool:
    fused = noun.head.lower_ in _FUSED and noun.head.head.tag_.startswith("V")
    return fused and (noun.i + 1 >= noun.sent.end or noun.nbor(1).tag_.startswith(("V", "$", "PTK", "KON")))


def _longest_run(nouns: list[Token], sent: Words) -> list[Token]:
    """The longest run of nouns of which each belongs to the one before: as a genitive or behind a preposition."""
    best: list[Token] = []
    run: list[Token] = []
    for noun in nouns:
        run = [*run, noun] if run and _belongs(noun, run[-1], sent) else [noun]
        best = max(best, run, key=len)
    return best


def _belongs(noun: Token, before: Token, sent: Words) -> bool:
    link = _link(before, noun)
    rest = sent.doc[before.i + 1 + (link is not None) : noun.i]
    near = len(rest) <= 2 and all(word.tag_ in _INSIDE for word in rest)
    return near and (link is None or link.head == before)


def _link(noun: Token, last: Token) -> Token | None:
    """The preposition right behind a noun, before another noun."""
    after = noun.nbor(1) if noun.i + 1 < last.i else None
    return after if after is not None and after.tag_ in _LINKS else None
