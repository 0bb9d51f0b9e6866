"""Exchanges one English word for another in the same form; nothing where the form is not certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages import Change, Swap
from app.languages.inflection_en import paradigm

if TYPE_CHECKING:
    from spacy.tokens import Token

_CELL_OF_TAG = {
    "VBZ": "3sg",
    "VBD": "past",
    "VBN": "part",
    "VBG": "ing",
    "VB": "base",
    "VBP": "base",
    "NN": "sg",
    "NNS": "pl",
}
_VOWELS = "aeio"


def swap(request: Swap) -> list[Change]:
    """The changes (start, end, text) in the block that carry out the exchange; empty when it is not safe to do."""
    pos = "verb" if request.entry.pos == "light-verb" else request.entry.pos
    cell = _CELL_OF_TAG.get(request.head.tag_, "base")
    cells = {form.cell for form in request.forms}
    if pos in {"verb", "noun"} and cell not in cells:
        return []
    first, *rest = request.plain.word.split(" ", 1)
    target = {form.cell: form.text for form in paradigm(first, pos, request.plain.forms)}
    text = target.get(cell if pos in {"verb", "noun"} else "base")
    if text is None or (pos == "noun" and rest):
        return []
    text = " ".join((text, *rest))
    if request.entry.pos != "light-verb":
        return _with_article(request.head, text)
    fixed = request.fixed
    if (
        not fixed
        or fixed[0].i < request.head.i
        or any(child.i > fixed[-1].i for child in fixed[-1].children if child.dep_ not in {"prep", "punct"})
    ):
        return []
    between = request.head.doc[request.head.i + 1 : fixed[0].i]
    if any(token.dep_ != "det" for token in between):
        return []
    return [(request.head.idx, fixed[-1].idx + len(fixed[-1]), _cased(request.head, text))]


def _with_article(token: Token, text: str) -> list[Change]:
    """The exchange, with *a* or *an* before it set right."""
    changes = [(token.idx, token.idx + len(token), _cased(token, text))]
    if token.i > token.sent.start and token.nbor(-1).lower_ in {"a", "an"}:
        article = token.nbor(-1)
        wanted = "an" if text[:1].lower() in _VOWELS else "a"
        if article.lower_ != wanted:
            changes.insert(0, (article.idx, article.idx + len(article), _cased(article, wanted)))
    return changes


def _cased(token: Token, text: str) -> str:
    return text[:1].upper() + text[1:] if token.text[:1].isupper() else text
