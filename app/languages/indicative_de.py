"""Says in German what is: the present for *wir werden prüfen*, *wenn* for *sollten Sie umziehen*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.inflection_de import paradigm
from app.languages.lemma_de import verb_lemma
from app.languages.verb_groups_de import VerbGroup

if TYPE_CHECKING:
    from spacy.tokens import Token

_SINGULAR, _PLURAL = frozenset({"wird", "sollte"}), frozenset({"werden", "sollten"})
_MODALS = frozenset("können müssen dürfen sollen wollen werden sein haben lassen".split())
_LATER = frozenset(
    "bald dann danach demnächst einmal falls künftig morgen nächste nächsten nächster nächstes sobald später "
    "voraussichtlich wenn zukünftig januar februar märz april mai juni juli august september oktober november "
    "dezember".split()
)
"""Words with which the present is about later as well."""
_GOES_ON = frozenset("weiterhin immer stets künftig zukünftig nie niemals".split())
"""With these the future foretells: *Weiterhin wird es Firmen geben*."""
_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_SEIN = {"3": "ist", "6": "sind"}


def in_present(group: VerbGroup) -> list[Change] | None:
    """The changes that tell the future in the present: *wird umziehen* as *zieht um*, *umziehen wird* as *umzieht*.

    None with a second infinitive or where the form is in doubt.
    """
    finite, main = group.finite, group.main
    if finite is None or group.tense != "future" or len(group.verbs) != 2 or group.others:
        return None
    if any(word.lower_ in _GOES_ON or word.text == ":" for word in finite.sent) or _has_second_infinitive(main):
        return None
    cell = _cell(finite)
    infinitive = verb_lemma(main)
    if cell is None or main.lower_ != infinitive or infinitive in _MODALS:
        return None
    if main.i < finite.i:
        return _closing(main, finite, infinitive, cell)
    forms = paradigm(infinitive, "verb", None)
    form = next((one for one in forms if one.cell == f"present.{cell}"), None)
    passive = infinitive in _participles(infinitive)
    if form is None or (passive and all(child.dep_ != "oa" for child in main.children)):
        return None  # *Beträge werden einbehalten* may be a passive
    text = form.text[:1].upper() + form.text[1:] if finite.text[:1].isupper() else form.text
    changes: list[Change] = [(finite.idx, finite.idx + len(finite), text)]
    before = main.nbor(-1)
    if form.particle:
        changes.append((main.idx, main.idx + len(main), form.particle))
    else:
        changes.append((before.idx + len(before), main.idx + len(main), ""))
    return changes


def _has_second_infinitive(main: Token) -> bool:
    """*Sie wird prüfen und die Akte übermitteln*: the second infinitive would be left without its verb."""
    after = main.doc[main.i + 1 : main.sent.end]
    joined = False
    for word in after:
        if joined and word.tag_[:1] == "V" and word.lower_ == verb_lemma(word):
            return True  # whatever its tag: *übermitteln* is a finite form as well
        if word.tag_.endswith("FIN") or word.tag_ in {"KOUS", "PRELS", "PTKZU", "VVIZU"}:
            return False
        joined = joined or word.tag_ == "KON"
    return False


def _closing(main: Token, finite: Token, infinitive: str, cell: str) -> list[Change] | None:
    """*Wenn wir den Antrag im Mai prüfen werden*: at the end of a clause that says when.

    *Wer hier wohnen wird* is not who lives here, and *erhalten werden* may be a passive: None.
    """
    if not any(word.lower_ in _LATER for word in finite.sent[: finite.i - finite.sent.start]):
        return None
    ends = finite.i + 1 >= finite.sent.end or finite.nbor(1).tag_ in {"$,", "$."}
    told = _final(infinitive, cell)
    if not ends or main.i + 1 != finite.i or told is None or infinitive in _participles(infinitive):
        return None
    return [(main.idx, finite.idx + len(finite), told)]


def _participles(infinitive: str) -> set[str]:
    return {form.text for form in paradigm(infinitive, "verb", None) if form.cell.startswith("part.")}


def with_if(group: VerbGroup) -> list[Change] | None:
    """The changes that say a condition with *wenn*: *Sollten Sie umziehen, …*; none where the verb is in doubt."""
    finite, main = group.finite, group.main
    if finite is None or finite.i != finite.sent.start or finite.lower_ not in {"sollte", "sollten"}:
        return None
    last = max(group.verbs, key=lambda verb: verb.i)
    if len(group.verbs) != 2 or group.others or last.i + 1 >= finite.sent.end or last.nbor(1).text != ",":
        return None
    after = finite.doc[last.i + 1 : finite.sent.end]
    if any(word.tag_ == "KON" and word.nbor(1).tag_ in _FINITE for word in after[:-1]):
        return None  # *Sollten Sie umziehen und bleibt die Wohnung leer, …*: a second condition of the same build
    cell, infinitive = _cell(finite), verb_lemma(main)
    if cell is None or main.lower_ != infinitive:
        return None
    told = _SEIN.get(cell) if infinitive == "sein" else _final(infinitive, cell)
    if told is None:
        return None
    changes: list[Change] = [(finite.idx, finite.idx + len(finite), "Wenn")]
    return changes if told == main.text else [*changes, (main.idx, main.idx + len(main), told)]


def _final(infinitive: str, cell: str) -> str | None:
    """The form that closes a clause: *umzieht*, *mitteilen*."""
    forms = {one.cell: one for one in paradigm(infinitive, "verb", None)}
    form = forms.get(f"present.{cell}.final") or forms.get(f"present.{cell}")
    return None if form is None else (form.particle or "") + form.text


def _cell(finite: Token) -> str | None:
    """Third person singular or plural; *Sie* and *wir* have the form of the plural."""
    return "3" if finite.lower_ in _SINGULAR else "6" if finite.lower_ in _PLURAL else None
