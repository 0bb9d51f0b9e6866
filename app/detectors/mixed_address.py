"""Texts that call the reader two things: *Sie* here and *du* there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Language, Parsed
from app.model import Block, Noun

if TYPE_CHECKING:
    from spacy.tokens import Token

FACTS = frozenset({"other"})


class Settings(Noun):
    """``formal`` words count as they are written and not where a sentence begins, ``informal`` ones in any case.

    ``fixed`` are orders that everybody gets in this form (*siehe*). Orders to one familiar person (*bring*) open a
    sentence or stand behind one of ``before_orders`` (*bitte*); ``subjects`` are pronouns that speak to familiar people
    where they are the subject (*ihr*). ``acting``: formal words count only as the subject of a sentence without an
    informal one (*The applicant must …*).
    """

    formal: tuple[str, ...]
    informal: tuple[str, ...]
    fixed: tuple[str, ...] = ()
    before_orders: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    acting: bool = False


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks once the first word of the rarer address, or of the later one where both are as rare."""
    formal, informal, fixed = map(frozenset, (settings.formal, settings.informal, settings.fixed))
    commands, subjects = _commands(settings), frozenset(settings.subjects)

    def is_familiar(token: Token) -> bool:
        if token.lower_ in informal:
            return not _is_quoted(token)
        if token.lower_ in subjects and token.dep_ == "sb" and token.tag_ == "PPER" and token.text.islower():
            return True
        return token.lower_ not in fixed and commands(token)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        order = {block.id: number for number, (block, _) in enumerate(parsed.docs)}
        polite: list[tuple[Block, Token]] = []
        familiar: list[tuple[Block, Token]] = []
        for block, doc in parsed.docs:
            for token in doc:
                if token.text in formal:
                    if _acts(token, informal) if settings.acting else _addresses(token, parsed.language):
                        polite.append((block, token))
                elif is_familiar(token):
                    familiar.append((block, token))
        if polite and familiar:
            later_first = sorted(
                (familiar, polite), key=lambda found: (order[found[0][0].id], found[0][1].i), reverse=True
            )
            rare, usual = sorted(later_first, key=len)
            block, token = rare[0]
            yield hit_tokens(block, token, token, other=usual[0][1].text)

    return detect


def _addresses(token: Token, language: Language) -> bool:
    return not token.is_sent_start or _owns(token, language)


def _acts(token: Token, informal: frozenset[str]) -> bool:
    """*The applicant must sign*; not *the applicant's name*, and not beside *you*, where two people are told apart."""
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    return not any(word.lower_ in informal for word in token.sent)


def _owns(token: Token, language: Language) -> bool:
    """*Ihr Termin*: at the beginning of a sentence *Sie* may mean others, a possessive before a noun hardly does."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    return after is not None and language.word_class(after) == "noun"


def _commands(settings: Settings) -> Callable[[Token], bool]:
    """*Bring*, *bitte schicke*: an order to one familiar person; *Bringen Sie* has its pronoun beside it."""
    formal, before_orders = frozenset(settings.formal), frozenset(settings.before_orders)

    def is_order(token: Token) -> bool:
        if token.tag_ not in {"VVIMP", "VVFIN"} or token.lower_.endswith(("n", "t")):
            return False
        if token.is_sent_start:
            asks = token.tag_ == "VVIMP"
        else:
            asks = token.nbor(-1).lower_ in before_orders and not _has_subject(token)
        return asks and not any(word.text in formal for word in token.doc[token.i + 1 : token.i + 3])

    return is_order


def _has_subject(verb: Token) -> bool:
    """Whether somebody acts in the sentence so far, or beside the verb: *ich prüfe alles und schicke es*."""
    so_far = [word for word in verb.doc[verb.sent.start : verb.i] if word.dep_ == "sb"]
    return any(word.text != "Sie" for word in (*so_far, *(child for child in verb.children if child.dep_ == "sb")))


def _is_quoted(token: Token) -> bool:
    """Whether the word itself is spoken about: *„du“*."""
    before = token.doc[token.i - 1].text if token.i else ""
    return before in {"„", "“", '"', "»", "‚"}
