"""Says whether the form of a German word put in for another one follows from the letters alone, without a parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages import Form, Swap
from app.languages.agreement_de import cells_of
from app.languages.inflection_de import paradigm

if TYPE_CHECKING:
    from spacy.tokens import Token


_NOBODY = frozenset({"konjunktiv1.5", "konjunktiv2.5"})
"""*Ihr gestattet* as a subjunctive: no form of ours speaks so."""


def is_certain(swap: Swap, text: str) -> bool:
    """Whether ``text`` is the only form of the plain word that can stand for the form found, whatever its cell.

    An adjective keeps its ending, so that it is certain. A noun and a verb are certain when all cells that the form
    can fill (for a noun: behind its determiner) give the same text. A separable verb never is.
    """
    if swap.entry.pos == "adjective":
        return True
    if swap.entry.pos == "noun":
        return _of_noun(swap) == {text.lower()}
    return swap.entry.pos == "verb" and swap.particle is None and _of_verb(swap) == {text.lower()}


def _of_noun(swap: Swap) -> set[str | None]:
    """What the plain noun would be in each cell that the form found can fill."""
    target = {
        _cell(form): form.text.lower()
        for form in paradigm(swap.plain.word, "noun", swap.plain.forms or "")
        if not form.spare
    }
    allowed = _allowed(swap.head)
    cells = {_cell(form) for form in swap.forms}
    narrowed = {cell for cell in cells if any(cell[0] == case and cell[1] == number for case, number in allowed)}
    return {target.get(cell) for cell in narrowed or cells}


def _cell(form: Form) -> tuple[str, ...]:
    return tuple(form.cell.split(".")[:2])


def _allowed(noun: Token) -> set[tuple[str, str]]:
    """The cases and numbers that the determiner directly before the noun allows; none where there is none."""
    if noun.i == noun.sent.start:
        return set()
    return {(case, "pl" if place == "pl" else "sg") for case, place in cells_of(noun.nbor(-1).text)}


def _of_verb(swap: Swap) -> set[str | None]:
    """What the plain verb would be in each cell that the form found can fill; none where a particle stands apart."""
    forms = {form.cell: form for form in reversed(paradigm(swap.plain.word, "verb", None))}
    participles = {cell.partition(".")[0]: form for cell, form in forms.items() if cell.startswith("part")}
    found: set[str | None] = set()
    for old in swap.forms:
        if old.cell in _NOBODY:
            continue
        form = forms.get(old.cell) or participles.get(old.cell.partition(".")[0])
        plain = form is not None and form.particle is None and old.particle is None
        found.add(form.text.lower().removeprefix("zu ") if form is not None and plain else None)
    return found
