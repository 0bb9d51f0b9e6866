"""Puts the verb of a German subordinate clause second: *das am Markt liegt* as *Das Amt liegt am Markt*."""

from __future__ import annotations

from itertools import pairwise
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
_INFINITIVES = frozenset({"VVINF", "VAINF", "VMINF"})
_BRACKETS = frozenset("()[]„“")
_WORD_JOINS = frozenset({"oder", "sowie"})
_OPENERS = frozenset("PRELS PRELAT PWS PWAV PWAT KOUS KOUI KON PDS PPER".split())
"""Words that open a clause: a comma before them joins no words."""


def verb_second(sent: Words, first: int, finite: Token, front: str) -> str | None:
    """The clause from ``first`` to its finite verb, which closes it, with the verb behind ``front``."""
    inner = sent.doc[first : finite.i]
    if not len(inner) or not _is_one_clause(inner):
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


def _is_one_clause(inner: Words) -> bool:
    """Whether only one verb can be finite here: commas and *oder* join nouns at most, and brackets close."""
    if any(is_finite(word) and word.lower_ != "werden" for word in inner):
        return False
    if any(word.tag_ in _INFINITIVES and after.tag_ == "KON" for word, after in pairwise(inner)):
        return False  # *Leistungen beziehen und den Bescheid beifügen*: the first verb looks like an infinitive
    text = inner.text
    if any(text.count(left) != text.count(right) for left, right in ("()", "[]", "„“")):
        return False
    signs = [word for word in inner if word.tag_ in {"$,", "$(", "$.", "KOUS", "KOUI", "KON"} and word.lower_ != "und"]
    return all(_joins_words(word) or word.text in _BRACKETS for word in signs)


def _joins_words(sign: Token) -> bool:
    """*Weihnachtsgeld oder Urlaubsgeld*, *Zinsen, Kosten*: what is joined are words of one kind, and no verbs."""
    if sign.tag_ not in {"$,", "KON"} or (sign.tag_ == "KON" and sign.lower_ not in _WORD_JOINS):
        return False
    before, after = sign.nbor(-1), sign.nbor(1)
    return before.tag_[:1] != "V" and after.tag_[:1] != "V" and after.tag_ not in _OPENERS


def _is_main(cell: str) -> bool:
    """Whether a form is finite and can stand second: not an infinitive, and no *mitteilt* with its particle."""
    return cell.startswith(("present", "past")) and "final" not in cell
