"""Exchanges a German preposition for one that governs another case: *seitens des Amtes* as *vom Amt*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.case_de import joined_in_case
from app.languages.outline_de import once
from app.languages.phrases_de import noun_phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_ONE_WORD = {
    ("von", "dem"): "vom",
    ("zu", "dem"): "zum",
    ("zu", "der"): "zur",
    ("bei", "dem"): "beim",
    ("in", "dem"): "im",
    ("an", "dem"): "am",
}


def governed(first: Token, last: Token, preposition: str, case: str) -> list[Change] | None:
    """The changes that put a preposition in place of the words ``first`` to ``last``, and what follows into its case.

    What follows must be a noun phrase in the genitive, with all that is joined to it; after *von* it has its case
    already (*unter Verwendung von Strom* as *mit Strom*). None where a form is in doubt or a relative clause follows,
    and at the start of a sentence: *Seitens des Amtes bestehen keine Bedenken* is not *Vom Amt bestehen …*.
    """
    doc = first.doc
    if first.i == first.sent.start or last.i + 1 >= first.sent.end:
        return None
    following = doc[last.i + 1]
    if following.lower_ == "von" and case == "dat":
        return [(first.idx, following.idx + len(following), _like(first, preposition))]
    phrases = [one for one in once(first.sent, "noun_phrases", noun_phrases) if one.first == following.i]
    if len(phrases) != 1 or phrases[0].case != "gen" or phrases[0].preposition not in {None, last}:
        return None
    changes = joined_in_case(phrases[0].head, frozenset({"gen"}), case)
    if changes is None or any(word.tag_ == "PRELS" for word in phrases[0].head.subtree):
        return None
    article = following.text
    for start, end, text in changes:
        if (start, end) == (following.idx, following.idx + len(following)):
            article = text
    joined = _ONE_WORD.get((preposition, article))
    if joined is None or following.tag_ != "ART":
        return [(first.idx, last.idx + len(last), _like(first, preposition)), *changes]
    others = [change for change in changes if change[0] != following.idx]
    return [(first.idx, following.idx + len(following), _like(first, joined)), *others]


def _like(old: Token, text: str) -> str:
    return text[:1].upper() + text[1:] if old.text[:1].isupper() else text
