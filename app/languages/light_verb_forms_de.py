"""The verbs of a clause when a plain verb takes the place of a German light verb: *nimmt … vor* as *prüft*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages import Change, Swap
from app.languages.hidden_verbs_de import forms_of
from app.languages.outline_de import once
from app.languages.verb_groups_de import VerbGroup, verb_groups
from app.languages.verbalise_de import clause_end

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PAIRS = (
    "ist sind, war waren, wird werden, wurde wurden, kann können, muss müssen, soll sollen, darf dürfen, "
    "sollte sollten, könnte könnten, müsste müssten, dürfte dürften, konnte konnten, musste mussten, durfte durften"
)
_PLURALS = {pair.split()[0]: pair.split()[1] for pair in _PAIRS.split(", ")}
_SINGULARS = {plural: singular for singular, plural in _PLURALS.items()}
_PASSIVE = "werden-passive"
_PERSONS = {"ich": 1, "du": 2, "wir": 4}
_STOPS = frozenset({"$,", "$.", "$(", "KON"})
_MOODS = ("present", "preterite", "konjunktiv")


@dataclass(frozen=True, slots=True)
class Place:
    """A light verb in its clause: the verb group it is part of, and whether it is the finite verb there."""

    request: Swap
    group: VerbGroup

    @property
    def is_finite(self) -> bool:
        """Whether the light verb itself is inflected: *nimmt … vor*."""
        return self.group.finite == self.request.head

    @property
    def is_passive(self) -> bool:
        """Whether what the light verb takes is the subject: *wird vorgenommen*, *ist vorzunehmen*."""
        finite = self.group.finite
        be = finite is not None and finite.lower_ in {"ist", "sind", "war", "waren"}
        return self.group.voice == _PASSIVE or (self.group.duty and be)

    @property
    def is_last(self) -> bool:
        """Whether the finite light verb closes its clause: *wenn wir … vornehmen*."""
        head, fixed = self.request.head, self.request.fixed
        ends = head.i + 1 >= head.sent.end or head.nbor(1).tag_ in _STOPS
        return self.is_finite and self.request.particle is None and head.i > fixed[-1].i and ends and not self.is_second

    @property
    def is_second(self) -> bool:
        """Whether the words of the light verb open a main clause: *In Betracht kommen auch …*."""
        head, fixed = self.request.head, self.request.fixed
        return self.is_finite and fixed[0].is_sent_start is True and head.i == fixed[-1].i + 1


def place_of(request: Swap) -> Place | None:
    """The light verb in its clause; none where the clause has no verb group of its own."""
    groups = once(request.head.sent, "verb_groups", verb_groups)
    found = [group for group in groups if request.head in (*group.verbs, *group.others)]
    if len(found) != 1 or found[0].voice == "sein-passive":
        return None
    return Place(request, found[0])


def exchanged(place: Place, verb: str) -> tuple[list[Change], str] | None:
    """The changes that put ``verb`` in the place of the light verb, and the particle that must still close the clause.

    None (``None``) where a form is in doubt, and where the perfect would need another auxiliary.
    """
    head, forms = place.request.head, forms_of(verb)
    if head.tag_ == "VVINF" and head.i > head.sent.start and head.nbor(-1).tag_ == "PTKZU":
        return _with_zu(head.nbor(-1), head, forms)
    cells = {form.cell for form in place.request.forms}
    if head.tag_ == "VVIZU" or cells == {"zu"}:
        return _with_zu(head, head, forms)
    if place.is_finite:
        return _finite(place, forms, cells)
    if place.group.finite is None and "inf" not in cells:
        return None
    participle = {cell for cell in cells if cell.startswith("part")}
    passive = place.is_passive and not place.group.duty
    if participle and (passive or place.group.tense in {"perfect", "pluperfect"}):
        return _participle(head, participle, forms, passive=passive)
    return ([_change(head, verb)], "") if "inf" in cells and not participle else None


def _with_zu(first: Token, last: Token, forms: dict[str, tuple[str, str]]) -> tuple[list[Change], str] | None:
    zu = forms.get("zu")
    return None if zu is None else ([(first.idx, last.idx + len(last), zu[0])], "")


def _participle(
    head: Token, cells: set[str], forms: dict[str, tuple[str, str]], *, passive: bool
) -> tuple[list[Change], str] | None:
    found = [(cell, text) for cell, (text, _) in forms.items() if cell.startswith("part")]
    if len(found) != 1 or not (passive or found[0][0] in cells):
        return None
    return [_change(head, found[0][1])], ""


def _finite(place: Place, forms: dict[str, tuple[str, str]], cells: set[str]) -> tuple[list[Change], str] | None:
    head, particle = place.request.head, place.request.particle
    person = _person(place)
    plain = {cell.removesuffix(".final") for cell in cells if cell.startswith(_MOODS)}
    fitting = {cell for cell in plain if person is None or cell.endswith(f".{person}")}
    fitting = {cell for cell in fitting if cell.startswith("present")} or fitting
    last = place.is_last
    found = {_form(forms, cell, last=last) for cell in fitting}
    if len(found) != 1:
        return None
    form = found.pop()
    if form is None:
        return None
    changes = [_change(head, form[0])]
    if particle is not None:
        if form[1]:
            return [*changes, _change(particle, form[1])], ""
        before = particle.nbor(-1)
        return [*changes, (before.idx + len(before), particle.idx + len(particle), "")], ""
    return changes, form[1]


def _form(forms: dict[str, tuple[str, str]], cell: str, *, last: bool) -> tuple[str, str] | None:
    """The form and its separate particle; in one word at the end of a subordinate clause."""
    form = forms.get(cell)
    if form is None or not (last and form[1]):
        return form
    final = forms.get(f"{cell}.final")
    return None if final is None else (final[0], "")


def _person(place: Place) -> int | None:
    """1 to 6 for *ich* to *sie*; none where it is not plain to see."""
    subject, group = place.group.subject, place.group
    if subject is not None and subject.lower_ in _PERSONS and subject.tag_ == "PPER":
        return _PERSONS[subject.lower_]
    if group.person is None or group.number not in {"sg", "pl"}:
        return None
    return group.person + (3 if group.number == "pl" else 0)


def in_number(finite: Token, *, plural: bool) -> list[Change] | None:
    """The finite verb of a passive in the number of its new subject; none (``None``) where we do not know it."""
    word = finite.lower_
    if word in (_PLURALS.values() if plural else _PLURALS):
        return []
    other = (_PLURALS if plural else _SINGULARS).get(word)
    return None if other is None else [_change(finite, other)]


def gone(place: Place, first: int, last: int, particle: str) -> list[Change] | None:
    """The changes that take out the words from one token to the other and close the clause with a particle.

    The particle stands where the words were when they ended the clause. None (``None``) where the end is not plain.
    """
    doc, sent = place.request.head.doc, place.request.head.sent
    following = doc[last + 1] if last + 1 < sent.end else None
    if not particle:
        return [cut(doc, first, last)]
    if following is None or following.tag_ in _STOPS:
        return [(doc[first].idx, doc[last].idx + len(doc[last]), particle)]
    end = clause_end(place.request.head)
    return None if end is None else [cut(doc, first, last), (end, end, f" {particle}")]


def cut(doc: Doc, first: int, last: int) -> Change:
    """Takes the words out with one space."""
    following = doc[last + 1] if last + 1 < len(doc) else None
    if following is not None and doc[last].whitespace_ and following.tag_[:1] != "$":
        return (doc[first].idx, following.idx, "")
    before = doc[first - 1] if first else doc[first]
    return (before.idx + len(before), doc[last].idx + len(doc[last]), "")


def _change(token: Token, text: str) -> Change:
    if token.text[:1].isupper():
        text = text[:1].upper() + text[1:]
    return (token.idx, token.idx + len(token), text)
