"""Gives what hangs at a German sentence a sentence of its own: a legal citation in brackets, a reason with *weil*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.clause_order_de import verb_second
from app.languages.clauses_de import clauses
from app.languages.outline_de import once
from app.languages.phrases_de import noun_phrases

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_CITATION = re.compile(
    r"\s\((?P<look>vgl\. |vergleiche |siehe (?:auch )?)?"
    r"(?P<law>(?:§§? ?\d|Art(?:\.|ikel) \d|Paragraf(?:en)? \d)[^()„“?!;]{2,90})\)"
)
_MANY = re.compile(r"§§|Paragrafen| und | bis ")
_LONGER = 6
"""Words that a clause needs, so that it is worth a sentence."""
_EARLIER = frozenset("nur deshalb deswegen daher darum nicht".split())
"""Words to which *weil* answers: *nicht, weil …, sondern …*."""


def cited(sent: Words) -> list[Change] | None:
    """The change that moves a citation from its brackets to the end: *Grundlage dafür ist § 60 …*.

    None where there are several, or where the sentence does not end plainly: the reader would not know which is meant.
    """
    text = sent.text.rstrip()
    found = list(_CITATION.finditer(text))
    if len(found) != 1 or not text.endswith((".", ").")) or text.count("(") != 1 or len(text.split()) < 2 * _LONGER:
        return None
    match, start = found[0], sent.start_char
    law = match["law"].strip()
    if law.endswith((".", ",", ":")):
        return None
    verb = "sind" if _MANY.search(law) else "ist"
    told = f"Näheres dazu steht in {law}." if match["look"] else f"Grundlage dafür {verb} {law}."
    stop = start + len(text)
    if match.end() != len(text) - 1:
        return None  # it says which thing is meant, not why all this is so
    return [(start + match.start(), stop, f". {told}")]


def reasoned(sent: Words) -> list[Change] | None:
    """The change that ends the sentence before *weil* and says the reason alone: *Der Grund: Sie haben …*.

    The clause must begin with its subject and be the only one.
    """
    doc = sent.doc
    words = [word for word in sent if not word.is_space]
    opener = next((word for word in words if word.lower_ in {"weil", "da"} and word.tag_ == "KOUS"), None)
    if opener is None or words[-1].text != "." or opener.i - sent.start < _LONGER or opener.nbor(-1).text != ",":
        return None
    others = [one.opener for one in once(sent, "clauses", clauses) if one.opener is not None]
    finite = words[-2]
    if any(word.lower_ in _EARLIER or word.text == "?" for word in doc[sent.start : opener.i]) or len(others) != 1:
        return None
    last = subject_end(sent, opener)
    if last is None or finite.i - opener.i < _LONGER:
        return None
    front = doc[opener.i + 1 : last + 1].text
    told = verb_second(sent, last + 1, finite, f"Der Grund: {front[:1].upper()}{front[1:]}")
    comma = opener.nbor(-1)
    return None if told is None else [(comma.idx, finite.idx + len(finite), f". {told}")]


def subject_end(sent: Words, opener: Token) -> int | None:
    """The token index of the last word of a subject that follows at once: a pronoun or a plain phrase."""
    first = sent.doc[opener.i + 1]
    if first.tag_ == "PPER" and first.dep_ == "sb":
        return int(first.i)
    for phrase in once(sent, "noun_phrases", noun_phrases):
        if phrase.first == first.i and phrase.case == "nom" and phrase.preposition is None and phrase.head.dep_ == "sb":
            return int(phrase.last) if phrase.head.right_edge.i == phrase.last else None
    return None
