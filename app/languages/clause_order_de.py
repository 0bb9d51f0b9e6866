"""Puts the verb of a German subordinate clause second: *das am Markt liegt* as *Das Amt liegt am Markt*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages.inflection_de import paradigm
from app.languages.lemma_de import verb_lemma
from app.languages.outline_de import once
from app.languages.verb_groups_de import verb_groups
from app.languages.verbs_de import is_finite

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

AUXILIARIES = frozenset(
    "ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können konnte konnten muss müssen musste "
    "mussten soll sollen darf dürfen will wollen".split()
)
"""Finite forms without a particle: they stand second as they are."""


def verb_second(sent: Words, first: int, finite: Token, front: str) -> str | None:
    """The clause from ``first`` to its finite verb, which closes it, with the verb behind ``front``."""
    inner = sent.doc[first : finite.i]
    plain = all(word.tag_ not in {"$,", "$(", "$.", "KON", "KOUS"} or word.lower_ == "und" for word in inner)
    if not len(inner) or not plain or any(is_finite(word) and word.lower_ != "werden" for word in inner):
        return None
    if finite.lower_ in AUXILIARIES:
        return f"{front} {finite.text} {inner.text}"
    if all(group.finite != finite for group in once(sent, "verb_groups", verb_groups)):
        return None
    forms = paradigm(verb_lemma(finite), "verb", None)
    if any(form.text == finite.lower_ and form.particle is None and _is_main(form.cell) for form in forms):
        return f"{front} {finite.text} {inner.text}"
    for form in forms:
        if form.particle and form.particle + form.text == finite.lower_:
            return f"{front} {form.text} {inner.text} {form.particle}"
    return None


def _is_main(cell: str) -> bool:
    """Whether a form is finite and can stand second: not an infinitive, and no *mitteilt* with its particle."""
    return cell.startswith(("present", "past")) and "final" not in cell
