"""Asks what a German condition says: *Wenn Sie umziehen, …* as *Ziehen Sie um? Dann …*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.clause_order_de import AUXILIARIES, verb_second
from app.languages.verbs_de import is_finite

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_OPENERS = frozenset({"wenn", "falls", "sofern"})
_THEN = frozenset({"so", "dann"})
_DENIALS = frozenset("nicht kein keine keinen keiner keinem keines nie weder".split())
_YOURS = frozenset("Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres Du Dir Dein Deine du dir".split())
_LONGEST, _LONGEST_OTHERS, _SHORT = 16, 9, 5
"""Words of a condition that readers can be asked about themselves, about others or what is not, and if not for them.

A longer question is no easier than the sentence was.
"""
_NUMBERED = re.compile(r"[\W\d]*")


def as_question(sent: Words) -> list[Change] | None:
    """The changes that make a question of the condition with which a sentence begins; none where that is in doubt.

    The main clause must follow at once with its verb first, and the condition must be one clause with its verb last.
    """
    doc, first = sent.doc, _first(sent)
    comma = _end_of_condition(sent, first)
    if comma is None or comma.i + 2 >= sent.end or not _can_be_asked(sent, doc[first.i : comma.i]):
        return None
    main = doc[comma.i + 1]
    if main.lower_ in _THEN:
        main = doc[comma.i + 2]
    if not (is_finite(main) or main.tag_ == "VVIMP") or main.lower_ in _OPENERS:
        return None
    if first.lower_ not in _OPENERS:
        asks = _asks_already(doc[first.i : comma.i])
        return [(comma.idx, main.idx, "? Dann ")] if asks else None
    last = _before_brackets(doc[first.i : comma.i])
    told = verb_second(sent, first.i + 1, last, "")
    if told is None:
        return None
    question = told.strip() + doc.text[last.idx + len(last) : comma.idx]
    return [(first.idx, main.idx, f"{question[:1].upper()}{question[1:]}? Dann ")]


def _can_be_asked(sent: Words, condition: Words) -> bool:
    yours = any(word.text in _YOURS for word in condition)
    denied = any(word.lower_ in _DENIALS for word in condition)
    for_you = any(word.text in _YOURS for word in sent)
    if not for_you:
        return len(condition) <= _SHORT and not denied
    return len(condition) <= (_LONGEST if yours and not denied else _LONGEST_OTHERS)


def _before_brackets(clause: Words) -> Token:
    """The last word of a clause, or the one before the brackets with which it ends."""
    if clause[-1].text != ")":
        return clause[-1]
    opening = next((word.i - clause.start for word in reversed(clause) if word.text == "("), 0)
    return clause[max(opening - 1, 0)]


def _first(sent: Words) -> Token:
    """The first word, behind a number that may stand before it: *16 Sofern …*, *73 - Wenn …*."""
    return next((word for word in sent if not _NUMBERED.fullmatch(word.text)), sent[0])


def _end_of_condition(sent: Words, first: Token) -> Token | None:
    """The comma behind the condition: the first one outside brackets, but for those of a list of words."""
    depth = 0
    for word in sent.doc[first.i : sent.end]:
        depth += (word.text == "(") - (word.text == ")")
        if word.text == "," and not depth and (word.nbor(-1).tag_[:1] == "V" or _follows(word)):
            return word
    return None


def _follows(comma: Token) -> bool:
    """Whether the main clause follows at once."""
    after = comma.nbor(1) if comma.i + 1 < comma.sent.end else comma
    return is_finite(after) or after.tag_ == "VVIMP" or after.lower_ in _THEN


def _asks_already(clause: Words) -> bool:
    """*Kommt Ihr Kind in die Schule, …*: a condition without *wenn*; *Füllen Sie …* is a request."""
    first = clause[0]
    if not is_finite(first) or first.lower_.startswith("soll") or len(clause) < 3:
        return False
    polite = clause[1].text == "Sie" and first.lower_ not in AUXILIARIES
    joins = [word for word in clause[1:] if word.tag_ == "KON" and word.lower_ != "oder"]
    return not polite and not joins and not any(is_finite(word) for word in clause[1:])
