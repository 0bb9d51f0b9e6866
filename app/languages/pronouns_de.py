"""German pronouns of the third person, and the nouns before them that they may stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages.outline_de import once
from app.languages.phrases_de import NounPhrase, noun_phrases

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_CELLS = {"er": {("sg", "m")}, "sie": {("sg", "f"), ("pl", "")}}
"""Number and gender that a pronoun may stand for; the plural has no gender. *es* stands for too much."""


_PERSON = re.compile(
    r"""
    (?:.*(?:mutter|vater|frau|mann|kind|sohn|tochter|bruder|schwester|person|partner|gatte|gattin|erbe|kunde|zeuge|herr)
    |.*(?<!aus)(?<!feh)(?<!kör)(?<!num)(?<!steu)(?<!dau)(?<!regist)(?<!pap)(?<!zimm)(?<!must)(?<!alt)(?<!fenst)er
    |.*(?:erin|ärztin|amte|beamtin|ist|ant|ent|arzt|gestellte|hörige|jährige|pflichtige|berechtigte|anwalt|anwältin))
    (?:s|es|n|en|nen|innen)?\Z
    """,
    re.VERBOSE,
)
"""Words for people."""
_PLURAL = ("n", "sind")
"""How a finite verb in the plural of the third person ends."""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun and the nouns before it that agree with it and that the text speaks about."""

    token: Token
    candidates: tuple[Token, ...]


def pronouns(sent: Words) -> list[Pronoun]:
    """The pronouns *er* and *sie* that are subjects in a sentence, in text order, with their candidates.

    *Sie* to the reader is none, also at the start of a sentence, where nobody can tell. Candidates are subjects and
    objects that stand before the pronoun in its sentence; where there is none, those of the sentence before. Nouns
    behind a preposition, genitives and predicates are what the text mentions, not what it speaks about. Candidates are
    people: with things the sense mostly says what is meant.
    """
    found = [token for token in sent if token.text in _CELLS and token.tag_ == "PPER" and token.dep_ == "sb"]
    if not found:
        return []
    own = once(sent, "noun_phrases", noun_phrases)
    return [Pronoun(token, _candidates(token, own) or _candidates(token, _before(sent))) for token in found]


def _before(sent: Words) -> list[NounPhrase]:
    """The noun phrases of the sentence before this one in the same block."""
    return once(sent.doc[sent.start - 1].sent, "noun_phrases", noun_phrases) if sent.start else []


def _candidates(pronoun: Token, phrases: list[NounPhrase]) -> tuple[Token, ...]:
    cells = _CELLS[pronoun.text]
    if pronoun.text == "sie" and pronoun.head.tag_.endswith("FIN"):
        plural = pronoun.head.lower_.endswith(_PLURAL)
        cells = {cell for cell in cells if (cell[0] == "pl") == plural}
    found: dict[str, Token] = {}
    for phrase in phrases:
        head = phrase.head
        cell = (phrase.number, "" if phrase.number == "pl" else phrase.gender)
        if head.i < pronoun.i and head.tag_ == "NN" and cell in cells and _is_spoken_about(phrase):
            found.setdefault(head.lower_, head)
    return tuple(head for word, head in found.items() if _PERSON.match(word))


def _is_spoken_about(phrase: NounPhrase) -> bool:
    return phrase.preposition is None and phrase.case != "gen" and phrase.head.dep_ in {"sb", "oa", "da", "ep"}
