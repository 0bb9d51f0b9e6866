"""German noun phrases with their case, number and gender, from words, endings and relations together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages.outline_de import is_endless
from app.languages.phrase_cells_de import CASES, PL, SG, F, M, N
from app.languages.phrase_outline_de import Nominal, lines_of, nominals
from app.languages.phrase_readings_de import allowed
from app.languages.phrase_roles_de import settle

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

__all__ = ["NounPhrase", "noun_phrases"]


_GENDERS = {1: "m", 2: "f", 4: "n"}
_MALE_OR_NEUTER = 5


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun or pronoun with its determiner and adjectives.

    ``first`` and ``last`` are token indices in the document: from the determiner (or the first adjective) to the head
    or the last part of a name. ``parts`` are words without a phrase of their own that share the case of the head: the
    other words of a name, the first part of *Haus- und Gartenarbeit*. ``preposition`` governs the phrase, and is the
    same token as ``determiner`` in *im Amt*.
    """

    head: Token
    determiner: Token | None
    preposition: Token | None
    adjectives: tuple[Token, ...]
    parts: tuple[Token, ...]
    first: int
    last: int
    case: str
    """nom, gen, dat or acc: always the likeliest."""
    number: str
    """sg or pl."""
    gender: str
    """m, f or n; empty where the form leaves it open, as for plural-only nouns and *ich*."""
    certain: bool
    """Whether the words themselves or a preposition or agreement leave no other case."""


def noun_phrases(sent: Words) -> list[NounPhrase]:
    """The noun phrases of a parsed sentence (STTS tags, TIGER relations) in text order.

    Each noun, name and pronoun heads one, also inside another phrase (*des Kindes* in *der Name des Kindes*). The
    case is the one that determiner, endings and noun allow; where they leave several, the relation or the preposition
    decides, and agreement with the verb where the relation cannot be right. None in a stretch too long for a sentence.
    """
    doc, start = sent.doc, sent.start
    if is_endless(sent):
        return []
    lines = lines_of(sent)
    found = nominals(lines)
    for one in found.values():
        one.cells = allowed(one, lines)
    settle(found, lines)
    return [_phrase(one, doc, start) for one in found.values()]


def _phrase(one: Nominal, doc: Doc, start: int) -> NounPhrase:
    number, gender = _number_and_gender(one)
    return NounPhrase(
        doc[start + one.place],
        None if one.determiner < 0 else doc[start + one.determiner],
        None if one.preposition < 0 else doc[start + one.preposition],
        tuple([doc[start + place] for place in one.adjectives]) if one.adjectives else (),
        tuple([doc[start + place] for place in one.parts]) if one.parts else (),
        start + one.first,
        start + one.last,
        CASES[one.case],
        number,
        gender,
        one.certain,
    )


def _number_and_gender(one: Nominal) -> tuple[str, str]:
    """Number and gender of what is left of the cells; a doubtful noun without a determiner is a plural with *-en*."""
    cells = one.cells
    singular, plural = cells & SG, cells & PL
    if singular and plural:
        many = one.tag == "NN" and one.determiner < 0 and one.word.endswith("en") and one.relation != "ROOT"
        singular, plural = (0, plural) if many else (singular, 0)
    cells = singular or plural
    bits = (cells & M > 0) | (cells & F > 0) << 1 | (cells & N > 0) << 2
    if bits == _MALE_OR_NEUTER and (one.known or one.tag == "PPER"):
        bits = 1  # where the lexicon has both, the neuter is mostly rare: *das Monat*
    return ("sg" if singular else "pl"), _GENDERS.get(bits, "")
