"""Asks what a German condition says: *Wenn Sie umziehen, …* as *Ziehen Sie um? Dann …*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.clause_order_de import verb_second
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
    if first.lower_ not in _OPENERS or comma is None or comma.i + 2 >= sent.end:
        return None
    main = doc[comma.i + 1]
    if main.lower_ in _THEN:
        main = doc[comma.i + 2]
    if not (is_finite(main) or main.tag_ == "VVIMP") or main.lower_ in _OPENERS:
        return None
    told = verb_second(sent, first.i + 1, doc[comma.i - 1], "")
    if told is None:
        return None
    question = told.strip()
    return [(first.idx, main.idx, f"{question[:1].upper()}{question[1:]}? Dann ")]
