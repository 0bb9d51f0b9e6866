"""What a German sentence states: the verbs of its main clauses, without those of subordinate clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages.clauses_de import clauses
from app.languages.outline_de import Outline, once, outline
from app.languages.verb_groups_de import VerbGroup, verb_groups

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_OPENERS = frozenset({"KOUS", "PRELS", "PRELAT", "PWS", "PWAT", "PWAV"})
_RELATIONS = frozenset({"rc", "re", "oc", "mo"})
"""How the verb of a subordinate clause hangs on the clause around it."""


def statements(sent: Words) -> list[tuple[Token, ...]]:
    """The verbs of each statement, in text order, a separate particle included.

    Each finite verb of a main clause makes one statement: *Wir prüfen den Antrag und schicken den Bescheid* has two.
    Verbs that share one finite verb (*wird geprüft und bewilligt*) make one, a condition and its main clause as well.
    """
    groups = [group for group in once(sent, "verb_groups", verb_groups) if group.finite is not None]
    if len(groups) < 2:
        return [_words(group) for group in groups]
    shape = outline(sent.doc)
    inside = {clause.head.i for clause in once(sent, "clauses", clauses) if clause.depth}
    return [
        _words(group)
        for group in groups
        if not _is_inside(group, shape, inside, sent.start)
        and not _closes_clause(group, shape)
        and not _hangs_on_modal(group, shape, sent.start)
    ]


def _hangs_on_modal(group: VerbGroup, shape: Outline, start: int) -> bool:
    """Whether what looks finite is one more infinitive of a modal before it: *man kann klettern, paddeln, kochen*."""
    assert group.finite is not None  # noqa: S101
    place = group.finite.i
    lone = len(group.verbs) == 1 and shape.tags[place].startswith("VV") and shape.lowers[place].endswith("n")
    if not lone or any(shape.deps[child] == "sb" for child in shape.under(place)):
        return False
    listed = shape.tags[place - 1] in {"$,", "KON"} or shape.tags[place + 1 : place + 2] == ["$,"]
    return listed and any(tag == "VMFIN" for tag in shape.tags[start:place])


def _words(group: VerbGroup) -> tuple[Token, ...]:
    return group.verbs if group.particle is None else (*group.verbs, group.particle)


def _is_inside(group: VerbGroup, shape: Outline, inside: set[int], start: int) -> bool:
    """Whether a verb group belongs to a subordinate clause, or is joined to a verb that does."""
    if any(verb.i in inside for verb in group.verbs):
        return True
    assert group.finite is not None  # noqa: S101  (only finite groups are asked about)
    place = group.finite.i
    while shape.heads[place] != place:
        if shape.deps[place] in _RELATIONS and place >= start and shape.tags[place].startswith("V"):
            return True
        place = shape.heads[place]
        if place in inside:
            return True
    return any(shape.tags[child] in _OPENERS for verb in group.verbs for child in shape.under(verb.i))


def _closes_clause(group: VerbGroup, shape: Outline) -> bool:
    """Whether the finite verb stands last, as in a subordinate clause whose opener was not seen."""
    assert group.finite is not None  # noqa: S101
    place = group.finite.i
    if shape.lowers[place] == "sei" and shape.lowers[place + 1 : place + 2] == ["denn"]:
        return True  # *es sei denn, …*
    after = shape.tags[place + 1] if place + 1 < len(shape.tags) else "$."
    if not (after.startswith("$") or after == "KON"):
        return False
    before = [
        child
        for child in shape.under(place)
        if child < place and not shape.tags[child].startswith("$") and shape.deps[child] not in {"cd", "ju", "cp"}
    ]
    return len(before) > 1 or any(verb.i < place for verb in group.verbs)
