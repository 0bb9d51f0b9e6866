"""Tense and voice of a German verb group, from its auxiliaries."""

from __future__ import annotations

from app.languages.finite_forms_de import PRESENT, SUBJUNCTIVE_2, FiniteForm
from app.languages.outline_de import Outline
from app.languages.participles_de import is_adjective, takes_sein
from app.languages.verb_roles_de import INFINITIVE, PARTICIPLE, ZU
from app.languages.verbs_de import HABEN, SEIN, WERDEN

PERFECT, PLUPERFECT, FUTURE, FUTURE_PERFECT = "perfect", "pluperfect", "future", "future-perfect"
ACTIVE, WERDEN_PASSIVE, SEIN_PASSIVE = "active", "werden-passive", "sein-passive"

_BEEN = frozenset({"worden", "gewesen", "geworden"})


def tense_of(shape: Outline, known: dict[int, str], top: int, below: list[int], form: FiniteForm) -> str:
    """The tense of a group with the finite verb ``top``, whose form is ``form``, and the verbs ``below`` it."""
    verbs = [place for place in below if known[place] != ZU]
    word = shape.lowers[top]
    if not verbs:
        return form.tense
    if word in WERDEN:
        if word.startswith("wurd") or all(known[place] != INFINITIVE for place in verbs):
            return form.tense
        over = _is_over(shape, known, verbs)
        if form.mood == SUBJUNCTIVE_2:
            return PERFECT if over else form.tense
        return FUTURE_PERFECT if over else FUTURE
    if word in HABEN or (word in SEIN and _is_perfect_with_sein(shape, known, verbs)):
        return PERFECT if form.tense == PRESENT else PLUPERFECT
    return form.tense


def _is_over(shape: Outline, known: dict[int, str], verbs: list[int]) -> bool:
    """Whether the infinitive is one of the perfect: *geprüft haben*, *eingegangen sein*, *geprüft worden sein*."""
    words = {shape.lowers[place] for place in verbs}
    if all(known[place] != PARTICIPLE for place in verbs):
        return False
    return "haben" in words or ("sein" in words and _is_perfect_with_sein(shape, known, verbs))


def _is_perfect_with_sein(shape: Outline, known: dict[int, str], verbs: list[int]) -> bool:
    participles = [shape.lowers[place] for place in verbs if known[place] == PARTICIPLE]
    return any(word in _BEEN or takes_sein(word) for word in participles)


def voice_of(shape: Outline, known: dict[int, str], top: int, below: list[int], main: int) -> str:
    """The voice of a group with the first verb ``top``, the verbs ``below`` it, and its ``main`` verb."""
    if known[main] != PARTICIPLE or main == top:
        return ACTIVE
    words = {shape.lowers[place] for place in (top, *below) if place != main}
    if "worden" in words or (words & {"werden"} and shape.lowers[top] != "werden"):
        return WERDEN_PASSIVE
    # *werden … geprüft*: without an infinitive the finite verb is the auxiliary of the passive, not of the future.
    future = [place for place in below if known[place] == INFINITIVE]
    if shape.lowers[top] in WERDEN and (not future or any(shape.lowers[place] == "werden" for place in future)):
        return WERDEN_PASSIVE
    if words & SEIN and not words & HABEN:
        word = shape.lowers[main]
        return ACTIVE if takes_sein(word) or is_adjective(word) else SEIN_PASSIVE
    return ACTIVE
