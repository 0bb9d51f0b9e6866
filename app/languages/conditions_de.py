"""Asks what a German condition says: *Wenn Sie umziehen, …* as *Ziehen Sie um? Dann …*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.clause_order_de import AUXILIARIES, verb_second
from app.languages.verbs_de import is_finite

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

_OPENERS = frozenset({"wenn", "falls", "sofern"})
_THEN = frozenset({"so", "dann"})


def as_question(sent: Words) -> list[Change] | None:
    """The changes that make a question of the condition with which a sentence begins; none where that is in doubt.

    The main clause must follow at once with its verb first, and the condition must be one clause with its verb last.
    """
    doc, first = sent.doc, sent[0]
    comma = next((word for word in sent if word.text == ","), None)
    if comma is None or comma.i + 2 >= sent.end:
        return None
    main = doc[comma.i + 1]
    if main.lower_ in _THEN:
        main = doc[comma.i + 2]
    if not (is_finite(main) or main.tag_ == "VVIMP") or main.lower_ in _OPENERS:
        return None
    if first.lower_ not in _OPENERS:
        asks = _asks_already(doc[first.i : comma.i])
        return [(comma.idx, main.idx, "? Dann ")] if asks else None
    told = verb_second(sent, first.i + 1, doc[comma.i - 1], "")
    if told is None:
        return None
    question = told.strip()
    return [(first.idx, main.idx, f"{question[:1].upper()}{question[1:]}? Dann ")]


def _asks_already(clause: Words) -> bool:
    """*Kommt Ihr Kind in die Schule, …*: a condition without *wenn*; *Füllen Sie …* is a request."""
    first = clause[0]
    if not is_finite(first) or first.lower_.startswith("soll") or len(clause) < 3:
        return False
    polite = clause[1].text == "Sie" and first.lower_ not in AUXILIARIES
    return not polite and not any(is_finite(word) or word.tag_ == "KON" for word in clause[1:])
