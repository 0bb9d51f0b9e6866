"""Two negations that cancel each other: *nicht unerheblich*, *not uncommon*, *may not … unless*."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit
from app.languages import Language, Parsed, lowers, tokens_among
from app.model import Noun, Severity

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

FACTS = frozenset({"first", "second"})

_MOST_BETWEEN = 3
_STOPS = frozenset({"$,", "$(", "$.", "KON", ",", ".", ":", "CC", "-LRB-", "-RRB-"})
_PREPOSITIONS = frozenset({"APPR", "IN"})
_PARTNERS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_FIRST = frozenset({"do", "please"})


class Settings(Noun):
    """The words of one language, in lower case.

    ``negators`` (*nicht*, *not*) deny what follows, at most three words of ``between`` away: one of ``negatives``
    (*unüblich*, with any of ``endings``) or of ``verbs`` (*versäumen*). A verb may also stand first, with only
    ``pronouns`` between it and the negator. ``quantifiers`` (*kein*, *no*) deny one of ``litotes`` that follows
    (*kein unerheblicher Betrag*), or one of ``negatives`` after one of ``copulas`` (*no request is unreasonable*).
    With ``prefixes`` any adjective that a prefix turns into its opposite (*unzuständig*) is denied like ``negatives``.
    ``only`` and ``but`` spare *not only … but also*. ``phrases`` are double negations as they stand, ``fine`` are
    phrases that are none. One of ``without`` (*ohne*) and a negation in the same stretch between commas are a hint;
    so is any pair with one of ``mild`` (*versäumen*), which asks for something rather than cancels out.
    ``openers`` (*unless*) open a clause that cancels a denied clause above it;
    ``modal_openers`` (*until*) do so only when the negator follows one of ``modals``; ``fixed`` words after an
    opener make a fixed term (*unless otherwise stated*).
    """

    negators: tuple[str, ...]
    between: tuple[str, ...] = ()
    negatives: tuple[str, ...] = ()
    litotes: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    prefixes: bool = False
    verbs: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    quantifiers: tuple[str, ...] = ()
    copulas: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    fine: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    mild: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    modal_openers: tuple[str, ...] = ()
    modals: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()


Pair = tuple["Token", "Token"]
Way = Callable[["Token", "Words", "Language"], "Pair | None"]


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks from the first negation to the second. Questions are left alone."""
    ways: tuple[Way, ...] = (
        _denied(settings),
        _quantified(settings),
        _phrase(settings),
        _clause(settings),
        _without(settings),
    )
    without = frozenset(settings.without)
    mild = without | frozenset(settings.mild)

    starts = frozenset(
        {phrase.split()[0] for phrase in settings.phrases}
        | {*settings.negators, *settings.verbs, *settings.quantifiers, *settings.openers, *settings.modal_openers}
        | without
    )

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            candidates = tokens_among(sent, starts)
            if not candidates or sent.text.rstrip(" \n”\"')").endswith("?"):
                continue
            reached = -1
            for token in candidates:
                pair = next((found for way in ways if (found := way(token, sent, parsed.language)) is not None), None)
                if pair is not None and pair[0].i > reached:
                    first, second = pair
                    reached = second.i
                    facts = {"first": first.text, "second": second.text}
                    severity: Severity | None = "hint" if {first.lower_, second.lower_} & mild else None
                    yield Hit(block, first.idx, second.idx + len(second), facts, sent, severity=severity)

    return detect


def _denied(settings: Settings) -> Way:
    """*nicht unerheblich*, *nicht versäumen*; *versäumen Sie nicht*."""
    negators, between, only = set(settings.negators), set(settings.between), set(settings.only)
    second = _inflected(settings.negatives, settings.endings) | set(settings.verbs)
    verbs, pronouns, but = set(settings.verbs), set(settings.pronouns), set(settings.but)

    def find(token: Token, sent: Words, language: Language) -> Pair | None:
        if token.lower_ in negators:
            other = _next_but(token, sent, between | only)
            if other is None or not (other.lower_ in second or (settings.prefixes and _is_opposite(other, language))):
                return None
            stepped = {word.lower_ for word in token.doc[token.i + 1 : other.i]}
            spared = stepped & only and any(word.lower_ in but for word in token.doc[other.i + 1 : sent.end])
            return None if spared else (token, other)
        if token.lower_ in verbs:
            other = _next_but(token, sent, pronouns)
            if other is not None and other.lower_ in negators and not _is_next_in(other, sent, only):
                return token, other
        return None

    return find


def _is_opposite(word: Token, language: Language) -> bool:
    """Whether a prefix denies the word: *unzuständig*, but not *unbefristet*."""
    return any(found.kind == "prefix" and found.first.i == word.i for found in language.fact("negations", word.sent))


def _quantified(settings: Settings) -> Way:
    """*kein unerheblicher Betrag*; *kein Antrag ist unbegründet*; *nothing prevents you*; *no claim that is not …*."""
    quantifiers, between, copulas = set(settings.quantifiers), set(settings.between), set(settings.copulas)
    attributes = _inflected(settings.litotes, settings.endings)
    predicates, verbs, negators = set(settings.negatives), set(settings.verbs), set(settings.negators)

    def find(token: Token, sent: Words, _: Language) -> Pair | None:
        if token.lower_ not in quantifiers:
            return None
        other = _next_but(token, sent, between)
        if other is not None and other.lower_ in attributes:
            return token, other
        denied = next((word for word in _clause_of(token) if word.lower_ in negators), None)
        if denied is not None:
            return token, denied
        subject = token.head if token.dep_ == "det" else token
        if subject.dep_ == "nsubj" and subject.head.lower_ in verbs and subject.i < subject.head.i:
            return token, subject.head
        copula = _next_copula(token, sent, copulas) if token.i == sent.start else None
        other = _next_but(copula, sent, between) if copula is not None else None
        return (token, other) if other is not None and other.lower_ in predicates else None

    return find


def _phrase(settings: Settings) -> Way:
    """*no fewer than*, *nicht ohne*; but not *nicht ohne Weiteres*."""
    phrases = tuple(tuple(phrase.split()) for phrase in settings.phrases)
    fine = tuple(tuple(phrase.split()) for phrase in settings.fine)

    def find(token: Token, sent: Words, _: Language) -> Pair | None:
        if any(_reads(token, sent, phrase) for phrase in fine):
            return None
        phrase = next((phrase for phrase in phrases if _reads(token, sent, phrase)), None)
        return (token, token.nbor(len(phrase) - 1)) if phrase else None

    return find


def _clause(settings: Settings) -> Way:
    """*You may not enter unless you have a ticket*: the clause with *unless* hangs on a denied clause."""
    openers, modal_openers, fixed = set(settings.openers), set(settings.modal_openers), set(settings.fixed)
    negators, modals, quantifiers = set(settings.negators), set(settings.modals), set(settings.quantifiers)

    def find(token: Token, sent: Words, _: Language) -> Pair | None:
        if token.lower_ not in openers | modal_openers or token.dep_ != "mark" or _is_next_in(token, sent, fixed):
            return None
        clause = token.head
        above = clause.head
        if above == clause or clause.dep_ != "advcl":
            return None
        negation = _negation(above, negators, quantifiers)
        if negation is None or (token.lower_ in modal_openers and not _demands(negation, modals, quantifiers)):
            return None
        return (negation, token) if negation.i < token.i else (token, negation)

    return find


def _without(settings: Settings) -> Way:
    """*Ohne Antrag zahlen wir nicht*, *keine Leistung ohne Antrag*."""
    without, negatives = set(settings.without), set(settings.negatives)
    denials = set(settings.negators) | set(settings.quantifiers)
    fine = tuple(tuple(phrase.split()) for phrase in settings.fine)

    def find(token: Token, sent: Words, _: Language) -> Pair | None:
        if (
            token.lower_ not in without
            or token.tag_ not in _PREPOSITIONS
            or any(word.dep_ == "mark" for word in token.head.lefts)  # *if you cannot come without help*
            or any(_reads(token, sent, phrase) for phrase in fine)
        ):
            return None
        start, end = token.i, token.i + 1
        while start > sent.start and token.doc[start - 1].tag_ not in _STOPS:
            start -= 1
        while end < sent.end and token.doc[end].tag_ not in _STOPS:
            end += 1
        for word in token.doc[start:end]:
            negative = word.lower_ in negatives and word.i > token.i
            if word.lower_ in denials or negative:
                return (token, word) if word.i > token.i else (word, token)
        return None

    return find


def _negation(verb: Token, negators: set[str], quantifiers: set[str]) -> Token | None:
    """The word that denies the clause of a verb: *not* itself, or *no* with its subject or object."""
    for child in verb.children:
        if child.lower_ in negators:
            return child
        if child.lower_ in quantifiers and child.dep_ in _PARTNERS:
            return child
        if child.dep_ in _PARTNERS:
            denied = next((word for word in child.lefts if word.lower_ in quantifiers), None)
            if denied is not None:
                return denied
    return None


def _inflected(words: tuple[str, ...], endings: tuple[str, ...]) -> set[str]:
    return {word + ending for word in words for ending in ("", *endings)}


def _next_but(token: Token, sent: Words, skipped: set[str]) -> Token | None:
    """The next word that is not one of the skipped ones, at most three of them; none at the end."""
    for place in range(token.i + 1, min(token.i + _MOST_BETWEEN + 2, sent.end)):
        word = token.doc[place]
        if word.lower_ not in skipped:
            return word
    return None


def _clause_of(quantifier: Token) -> list[Token]:
    """The words that belong to the verb of an English relative clause: *no claim that is not signed*."""
    noun = quantifier.head if quantifier.dep_ == "det" else quantifier
    return [word for clause in noun.rights if clause.dep_ == "relcl" for word in clause.lefts]


def _next_copula(token: Token, sent: Words, copulas: set[str]) -> Token | None:
    """The copula after a short subject: *Kein Antrag ist …*."""
    following = token.doc[token.i + 1 : min(token.i + _MOST_BETWEEN + 2, sent.end)]
    return next((word for word in following if word.lower_ in copulas), None)


def _is_next_in(token: Token, sent: Words, words: set[str]) -> bool:
    return token.i + 1 < sent.end and token.nbor(1).lower_ in words


def _demands(negation: Token, modals: set[str], quantifiers: set[str]) -> bool:
    """Whether a denied clause says what must be: *may not*, *no fee will*, *do not* at the beginning of a sentence."""
    if negation.lower_ in quantifiers:
        after = negation.doc[negation.i + 1 : min(negation.sent.end, negation.i + 6)]
        return any(word.lower_ in modals for word in after)
    if negation.i == negation.sent.start:
        return False
    before = negation.nbor(-1)
    return before.lower_ in modals or (before.lower_ in _FIRST and before.i <= negation.sent.start + 1)


def _reads(token: Token, sent: Words, phrase: tuple[str, ...]) -> bool:
    """Whether the words from this token on are the phrase."""
    end = token.i + len(phrase)
    return end <= sent.end and lowers(token.doc)[token.i : end] == list(phrase)
