"""Ends English sentences earlier: *…, and the letter comes by post* becomes a sentence of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages import Change

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_LINKS = frozenset({"and", "but"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_CONDITIONS = frozenset("if unless until when while because whether provided either both neither not only".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_SHORTEST = 4
"""Words that each new sentence has at least."""


def cuts(sent: Words) -> list[list[Change]]:
    """The places where the sentence can end, each with its change: before a main clause with a subject of its own.

    None in a question, where a condition may cover both clauses, or where a verb is shared.
    """
    words = {word.lower_ for word in sent}
    if sent.text.rstrip()[-1:] != "." or words & _CONDITIONS or sent.text.count("(") != sent.text.count(")"):
        return []
    found = []
    for link in sent:
        change = _cut(sent, link)
        if change is not None:
            found.append([change])
    return found


def _cut(sent: Words, link: Token) -> Change | None:
    """The change at one *, and*, *, but* or semicolon."""
    before = link.nbor(-1) if link.i > sent.start else None
    if before is None or (link.text != ";" and not (link.lower_ in _LINKS and before.text == ",")):
        return None
    first, second = sent.doc[sent.start : link.i], sent.doc[link.i + 1 : sent.end - 1]
    if min(len(first), len(second)) < _SHORTEST or not _stands_alone(first) or not _stands_alone(second):
        return None
    opening = second[0]
    if opening.tag_[:1] not in {"D", "P", "N", "J", "E"} or opening.tag_ in {"PDT", "POS"}:
        return None
    end = before if link.text != ";" else link
    text = opening.text[:1].upper() + opening.text[1:]
    if link.lower_ == "but":
        text = f"But {opening.text}"
    return (end.idx, opening.idx + len(opening), f". {text}")


def _stands_alone(clause: Words) -> bool:
    """Whether a stretch begins with its subject and has one finite verb after it, and no clause inside hangs over."""
    verbs = [word for word in clause if word.tag_ in _FINITE]
    if not verbs:
        return False
    subjects = [word for word in clause if word.dep_ in _SUBJECTS and word.head in clause]
    own = [word for word in subjects if word.left_edge.i == clause.start and word.i < verbs[0].i]
    asks = clause[0].tag_ == "VB"
    return bool(own) and not asks
