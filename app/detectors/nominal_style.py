"""Sentences heavy with abstract nouns that hide a verb: *die Durchführung der Prüfung der Berechtigung*."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Language, Parsed, tags, tokens_among
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
    Beside one of them also count: the nouns ``actions`` without such an ending (*Wegfall*), infinitives
    (*das Ausfüllen*), words with ``denied`` before them (*Nichtvorlage*), and everyday things with a genitive
    (*Ausstellung des Passes*). Beside two of them also count plurals and the nouns
    ``also`` (*Meldung*). With one of ``support`` (*erfolgt*), or with a
    genitive behind each, one noun less is enough. Two nouns held together by a
    preposition are a hint.
    ``exempt`` (from lists) are everyday things, also as the last part of a compound.
    """

    least: int
    in_a_row: int
    endings: tuple[str, ...]
    also: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    denied: str = ""
    support: tuple[str, ...] = ()
    shortest: int = 7
    exempt: tuple[Entry, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks from the first to the last of the abstract nouns."""
    kind = _kind(settings)
    support = frozenset(settings.support)

    def chosen(sent: Words, language: Language) -> list[Token]:
        doc, tagged = sent.doc, tags(sent.doc)
        kinds = [(doc[place], kind(doc[place])) for place in range(sent.start, sent.end) if tagged[place] == "NN"]
        if any(one == "abstract" for _, one in kinds):
            used = {token.i for token in language.fact("used_verbs", sent)}
            kinds = [(token, one or "action" * (token.i in used)) for token, one in kinds]
        nouns = _distinct(token for token, one in kinds if one == "abstract")
        acts = _distinct(token for token, one in kinds if one in {"abstract", "action"})
        if len(nouns) >= 2 and len(acts) < settings.least:
            acts = _distinct(token for token, one in kinds if one)
        helped = settings.least > len(acts) == settings.least - 1 > 1 and _is_helped(acts, nouns, sent, support)
        if nouns and (len(acts) >= settings.least or helped):
            return acts
        run = _longest_run(nouns, sent)
        return run if len(run) >= settings.in_a_row else []

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            nouns = chosen(sent, parsed.language)
            if nouns and parsed.language.is_sentence(sent):
                words = ", ".join(dict.fromkeys(token.text for token in nouns))
                loose = len(nouns) < settings.least and _link(nouns[0], nouns[-1]) is not None
                severity: Severity | None = "hint" if loose else None
                facts = {"nouns": words, "count": len(nouns)}
                yield hit_tokens(block, nouns[0], nouns[-1], about=nouns, severity=severity, **facts)

    return detect


def _is_helped(acts: list[Token], nouns: list[Token], sent: Words, support: frozenset[str]) -> bool:
    """Whether each noun has a genitive, or a verb without a meaning of its own stands by and no noun names a thing."""
    sure = all(noun in nouns or any(word.dep_ == "ag" for word in noun.rights) for noun in acts)
    led = all(any(word.dep_ == "ag" for word in noun.rights) for noun in acts)
    return sure and (led or bool(tokens_among(sent, support)))


def _kind(settings: Settings) -> Callable[[Token], str]:
    """What a noun is: ``abstract``, an ``action`` beside one of those, a ``thing`` beside two, or nothing."""
    everyday = frozenset(entry.word.lower() for entry in settings.exempt)
    plurals = tuple(f"{ending}en" for ending in settings.endings if not ending.endswith("e"))
    also, actions = ({form for noun in nouns for form in _forms(noun)} for nouns in (settings.also, settings.actions))

    def kind(token: Token) -> str:
        lower = token.lower_
        denied = bool(settings.denied) and lower.startswith(settings.denied)
        if token.text in actions or (denied and not lower.endswith(settings.endings)):
            return "action"
        if len(lower) < settings.shortest:
            return ""
        if lower.endswith(settings.endings):
            if not _is_everyday(lower, everyday):
                return "abstract"
            return "action" if any(word.dep_ == "ag" for word in token.rights) else "thing" * (token.text in also)
        if lower.endswith(plurals):
            return "" if _is_everyday(lower[:-2], everyday) else "thing"
        return "thing" * (token.text in also)

    return kind


def _forms(noun: str) -> tuple[str, ...]:
    return noun, noun + "s", noun + "es"


def _is_everyday(word: str, everyday: frozenset[str]) -> bool:
    """Whether the word is on the list or a compound of one; *Gewährung* is no kind of *Währung*."""
    return any(word[place:] in everyday and word[:place] not in _PREFIXES for place in range(len(word)))


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
    if noun.dep_ == noun.head.dep_ == "ag" and noun.head.head == before:
        return True  # *die Berechnung der Höhe der Förderung*
    link = _link(before, noun)
    rest = sent.doc[before.i + 1 + (link is not None) : noun.i]
    near = len(rest) <= 2 and all(word.tag_ in _INSIDE for word in rest)
    return near and (link is None or link.head == before)


def _link(noun: Token, last: Token) -> Token | None:
    """The preposition right behind a noun, before another noun."""
    after = noun.nbor(1) if noun.i + 1 < last.i else None
    return after if after is not None and after.tag_ in _LINKS else None
