"""The German verb bracket: the two parts of the predicate that hold a clause together, and the words between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages import Clause
from app.languages.clauses_de import clauses, stands_first
from app.languages.outline_de import Outline, once, outline
from app.languages.verb_groups_de import VerbGroup, verb_groups

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_OPENERS = frozenset({"KOUS", "PRELS", "PRELAT", "PWS", "PWAT", "PWAV"})


@dataclass(frozen=True, slots=True)
class Bracket:
    """``left`` opens the bracket, ``right`` are the words that close it, ``words`` is how many stand between.

    In a main clause the finite verb opens and a particle, participle or infinitive closes: *reicht … ein*. In a
    subordinate clause (``subordinate``) the conjunction or relative pronoun opens and the verbs close. Punctuation is
    not counted; words of clauses inserted between are.
    """

    left: Token
    right: tuple[Token, ...]
    words: int
    subordinate: bool = False


def brackets(sent: Words) -> list[Bracket]:
    """The verb brackets of a sentence in the order of their left parts; a verb alone makes none."""
    groups = once(sent, "verb_groups", verb_groups)
    if not groups:
        return []
    shape = outline(sent.doc)
    openers = {clause.head.i: clause.opener or _first_of(clause, sent) for clause in once(sent, "clauses", clauses)}
    found = [bracket for group in groups if (bracket := _bracket(sent, shape, group, openers)) is not None]
    return sorted(found, key=lambda bracket: bracket.left.i)


def _first_of(clause: Clause, sent: Words) -> Token | None:
    """*Wer* in *Wer umzieht, …*, which ``clauses`` gives without an opener."""
    first = clause.head.left_edge
    return first if clause.depth and stands_first(first, sent) else None


def _bracket(sent: Words, shape: Outline, group: VerbGroup, openers: dict[int, Token | None]) -> Bracket | None:
    if group.finite is None:
        return None
    opener = next((found for verb in group.verbs if (found := openers.get(verb.i)) is not None), None)
    if opener is not None and opener.i < group.verbs[0].i and opener.tag_ in _OPENERS:
        return _between(sent, shape, opener, group.verbs, subordinate=True)
    right = [verb for verb in (*group.verbs, *([group.particle] if group.particle else [])) if verb.i > group.finite.i]
    if not right or any(verb.i < group.finite.i and verb not in group.others for verb in group.verbs):
        return None
    return _between(sent, shape, group.finite, tuple(right), subordinate=False)


def _between(sent: Words, shape: Outline, left: Token, right: tuple[Token, ...], *, subordinate: bool) -> Bracket:
    first = right[0].i
    if shape.tags[first - 1] == "PTKZU":
        first -= 1
    inside = range(left.i + 1, first)
    words = sum(not shape.tags[place].startswith("$") and not sent.doc[place].is_space for place in inside)
    closing = right if first == right[0].i else (sent.doc[first], *right)
    return Bracket(left, closing, words, subordinate)
