"""German verb groups: every finite verb with the verbs that depend on it, their tense, mood, voice and subject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages.finite_forms_de import Person
from app.languages.outline_de import Outline, is_endless, once, outline
from app.languages.verb_mood_de import finite_form, subject_of
from app.languages.verb_roles_de import AUXILIARIES, FINITE, INFINITIVE, MODALS, PARTICIPLE, ZU, roles
from app.languages.verb_tense_de import tense_of, voice_of
from app.languages.verbs_de import HABEN, SEIN, WERDEN, ModalInfinitive, modal_infinitives, passives

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_PARTICLES = frozenset("ab an auf aus bei ein mit nach vor zu zurück zusammen weiter fort los hinzu".split())
_RAISING = frozenset("brauche brauchst braucht brauchen brauchte brauchten scheint scheinen schien schienen".split())
"""*brauchen nicht zu zahlen*: these take an infinitive with *zu* into their group."""
_NEVER = frozenset("nie niemals keineswegs keinesfalls keinerlei nirgends".split())
_NOBODY = frozenset("nichts niemand niemanden niemandem keiner keine keines keinem keinen keins".split())
_DUTIES = HABEN | SEIN
_NEGATIVE = _NEVER | _NOBODY | frozenset("nicht weder kein".split())
"""Without one of these nothing in a sentence is denied."""
_ARGUMENTS = frozenset({"sb", "oa", "da", "pd", "oc", "ep"})
_CLOSING_TAGS = frozenset({"$,", "$.", "$(", "KON"})
_ALSO = frozenset("nur allein zuletzt".split())
"""*nicht nur* denies nothing."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A finite verb with all the verbs of its group, or a group of infinitives without a finite verb.

    ``tense`` is that of the whole group: present, past, perfect, pluperfect, future or future-perfect; empty for a
    bare infinitive. In the subjunctive *hätte geprüft* is perfect and *würde prüfen* present. ``mood`` is indicative,
    subjunctive-1, subjunctive-2, imperative (with *Sie* as well) or infinitive. ``voice`` is active, werden-passive
    or sein-passive.
    """

    finite: Token | None
    verbs: tuple[Token, ...]
    """All verbs in text order, the finite one included, a separate particle and *zu* left out."""
    main: Token
    particle: Token | None
    tense: str
    mood: str
    voice: str
    modal: Token | None
    negated: bool
    subject: Token | None
    person: int | None
    """1, 2 or 3 where form and subject leave no doubt; *Sie* counts as the third."""
    number: str
    """``sg``, ``pl`` or empty."""
    others: tuple[Token, ...] = ()
    """Further main verbs that share the finite verb: *wird geprüft und bewilligt*."""
    duty: bool = False
    """Whether this is *ist … einzureichen* or *hat … vorzulegen*."""


def verb_groups(sent: Words) -> list[VerbGroup]:
    """The verb groups of a sentence in the order of their first verbs; none of a sentence that never ends."""
    known = {} if is_endless(sent) else roles(sent)
    if not known:
        return []
    shape = outline(sent.doc)
    members = _members(sent, shape, known)
    denies = not _NEGATIVE.isdisjoint(shape.lowers[sent.start : sent.end])
    groups = []
    for top, below in members.items():
        negated = denies and _is_negated(shape, (top, *below))
        if known[top] == FINITE:
            groups.append(_finite_group(sent, shape, known, top, below, negated=negated))
        else:
            groups.append(_bare_group(sent, shape, known, top, below, negated=negated))
    return sorted(groups, key=lambda group: group.verbs[0].i) if len(groups) > 1 else groups


def _members(sent: Words, shape: Outline, known: dict[int, str]) -> dict[int, list[int]]:
    """For the first verb of each group the places of the verbs that depend on it."""
    duties = {
        found.finite.i: {found.infinitive.i, *(word.i for word in found.others)} for found in _duties(sent, shape)
    }
    owner: dict[int, int] = {}
    for top in (place for place, role in known.items() if role == FINITE):
        for place in _below(shape, known, top, duties.get(top, set())):
            owner.setdefault(place, top)
    _mark_passives(sent, shape, known, owner)
    _adopt(shape, known, owner)
    for place, role in known.items():
        if role in {INFINITIVE, ZU} and place not in owner:
            for below in _below(shape, known, place, set()):
                owner.setdefault(below, place)
    groups: dict[int, list[int]] = {}
    for place, role in known.items():
        if place not in owner and role != PARTICIPLE:
            groups[place] = sorted(below for below, top in owner.items() if top == place)
    return groups


def _mark_passives(sent: Words, shape: Outline, known: dict[int, str], owner: dict[int, int]) -> None:
    """Makes what ``passives`` found a participle of its group, and a participle of *werden* that it denied a future."""
    werden = [place for place in known if shape.lowers[place] in WERDEN]
    found = once(sent, "passives", passives) if werden else []
    denied = {child for place in werden for child in shape.under(place) if known.get(child) == PARTICIPLE}
    for passive in found:
        top = owner.get(passive.auxiliary.i, passive.auxiliary.i)
        for verb in (passive.participle, *passive.others):
            denied.discard(verb.i)
            if verb.i != top and (known.get(verb.i) != FINITE or verb.tag_ != "VVFIN" or verb.dep_ == "oc"):
                known[verb.i] = PARTICIPLE
                owner.setdefault(verb.i, top)
    for place in denied:
        if shape.lowers[place].endswith("en") and shape.tags[place] == "VVPP":
            known[place] = INFINITIVE


def _duties(sent: Words, shape: Outline) -> list[ModalInfinitive]:
    tags = shape.tags[sent.start : sent.end]
    return (
        once(sent, "modal_infinitives", modal_infinitives)
        if "PTKZU" in tags or "VVIZU" in tags or "VVINF" in tags
        else []
    )


def _below(shape: Outline, known: dict[int, str], top: int, duty: set[int]) -> Iterator[int]:
    """The verbs of the group below this one, from the top down; joined verbs without an auxiliary as well."""
    for child in shape.under(top):
        role = known.get(child)
        dep = shape.deps[child]
        if role in {INFINITIVE, PARTICIPLE} and (dep == "oc" or (dep == "pd" and role == PARTICIPLE)):
            own = _same_clause(shape, top, child)
        elif role == ZU:
            own = child in duty or (dep in {"oc", "re"} and _takes_zu(shape, top, child))
        else:
            own = False
        if own:
            yield child
            yield from _below(shape, known, child, duty)
            yield from _joined(shape, known, child, duty)


def _same_clause(shape: Outline, top: int, child: int) -> bool:
    """Auxiliaries reach over insertions and lists; a full verb reaches no verb behind a comma."""
    low, high = sorted((top, child))
    return shape.lowers[top] in AUXILIARIES or shape.lowers[top] in MODALS or "," not in shape.lowers[low:high]


def _takes_zu(shape: Outline, top: int, infinitive: int) -> bool:
    low, high = sorted((top, infinitive))
    return shape.lowers[top] in _RAISING and "," not in shape.lowers[low:high]


def _joined(shape: Outline, known: dict[int, str], verb: int, duty: set[int]) -> Iterator[int]:
    for link in shape.under(verb):
        for other in shape.under(link) if shape.deps[link] == "cd" else (link,):
            if shape.deps[other] == "cj" and known.get(other, FINITE) != FINITE:
                if known[other] == ZU and known[verb] != ZU:
                    continue
                yield other
                yield from _below(shape, known, other, duty)
                yield from _joined(shape, known, other, duty)


def _adopt(shape: Outline, known: dict[int, str], owner: dict[int, int]) -> None:
    """Gives verbs that the parser lost to the group next to them, and auxiliaries their lost verb."""
    for place in sorted(known, reverse=True):
        if place in owner or known[place] not in {INFINITIVE, PARTICIPLE}:
            continue
        after = place + 1
        if after in known and (shape.lowers[after] in AUXILIARIES or shape.lowers[after] in MODALS):
            owner[place] = owner.get(after, after)
    bereft = [
        place
        for place, role in known.items()
        if role == FINITE and place not in owner.values() and _wants_verb(shape, place)
    ]
    for top in bereft:
        verb = _stray(shape, known, owner, top)
        if verb is not None:
            owner[verb] = top
            known[verb] = INFINITIVE if shape.lowers[top] in MODALS else PARTICIPLE
            for below in _below(shape, known, verb, set()):
                owner.setdefault(below, top)


def _wants_verb(shape: Outline, place: int) -> bool:
    """A modal verb always wants one; *haben*, *sein* and *werden* only without object and predicate."""
    word = shape.lowers[place]
    if word in MODALS:
        return True
    return word in AUXILIARIES and not any(shape.deps[child] in {"oa", "pd", "svp"} for child in shape.under(place))


def _stray(shape: Outline, known: dict[int, str], owner: dict[int, int], top: int) -> int | None:
    """The verb that closes the clause after its finite verb; a comma pair holds an insertion."""
    wanted = INFINITIVE if shape.lowers[top] in MODALS else PARTICIPLE
    commas = 0
    for place in range(top + 1, max(known) + 1):
        commas += shape.tags[place] == "$,"
        role = known.get(place)
        closing = place + 1 >= len(shape.tags) or shape.tags[place + 1] in _CLOSING_TAGS
        if role == FINITE and wanted == INFINITIVE and closing and _is_like_infinitive(shape, place):
            role = INFINITIVE
        if role == FINITE and commas % 2 == 0:
            return None
        if role == wanted and place not in owner and closing and commas % 2 == 0:
            return place
    return None


def _is_like_infinitive(shape: Outline, place: int) -> bool:
    """*können Sie … geltend machen –*: tagged as finite, but without subject and opener."""
    own = any(shape.deps[child] in {"sb", "ep", "cp", "svp"} for child in shape.under(place))
    return shape.tags[place] == "VVFIN" and shape.lowers[place].endswith("n") and not own


def _finite_group(
    sent: Words, shape: Outline, known: dict[int, str], top: int, below: list[int], *, negated: bool
) -> VerbGroup:
    doc = sent.doc
    main = _main(shape, known, top, below)
    subject = subject_of(shape, known, top, below)
    form = finite_form(sent, shape, top, subject, any(known[place] != ZU for place in below))
    duty = shape.lowers[top] in _DUTIES and any(known[place] == ZU for place in below)
    modal = _modal(shape, top, below, main)
    person, number = _single(form.persons)
    particle = None if main != top else _particle(shape, top, sent)
    return VerbGroup(
        finite=doc[top],
        verbs=tuple(doc[place] for place in sorted((top, *below))),
        main=doc[main],
        particle=None if particle is None else doc[particle],
        tense=form.tense if duty else tense_of(shape, known, top, below, form),
        mood=form.mood,
        voice=voice_of(shape, known, top, below, main),
        modal=None if modal is None else doc[modal],
        negated=negated,
        subject=None if subject is None else doc[subject],
        person=person,
        number=number,
        others=_others(sent, shape, known, below),
        duty=duty,
    )


def _bare_group(
    sent: Words, shape: Outline, known: dict[int, str], top: int, below: list[int], *, negated: bool
) -> VerbGroup:
    doc = sent.doc
    main = _main(shape, known, top, below)
    modal = _modal(shape, top, below, main)
    return VerbGroup(
        finite=None,
        verbs=tuple(doc[place] for place in sorted((top, *below))),
        main=doc[main],
        particle=None,
        tense="",
        mood="infinitive",
        voice=voice_of(shape, known, top, below, main),
        modal=None if modal is None else doc[modal],
        negated=negated,
        subject=None,
        person=None,
        number="",
        others=_others(sent, shape, known, below),
    )


def _modal(shape: Outline, top: int, below: list[int], main: int) -> int | None:
    if not below:
        return None
    return next((place for place in (top, *below) if shape.lowers[place] in MODALS and place != main), None)


def _single(persons: frozenset[Person]) -> tuple[int | None, str]:
    """Person and number, each where all readings agree."""
    if len(persons) == 1:
        return next(iter(persons))
    numbers = {number for _, number in persons}
    one = {person for person, _ in persons}
    return one.pop() if len(one) == 1 else None, numbers.pop() if len(numbers) == 1 else ""


def _main(shape: Outline, known: dict[int, str], top: int, below: list[int]) -> int:
    """The verb with the meaning: the lowest full verb that is not joined to another; without one the lowest verb."""
    if not below:
        return top
    chain = [place for place in below if not _is_joined(shape, place, below)] or below
    lowest = sorted(
        [place for place in chain if _is_full(shape, known, place)] or chain,
        key=lambda place: (-_depth(shape, place, top), place),
    )
    return lowest[0] if lowest else top


def _is_full(shape: Outline, known: dict[int, str], place: int) -> bool:
    return known[place] == ZU or (shape.lowers[place] not in AUXILIARIES and shape.lowers[place] not in MODALS)


def _others(sent: Words, shape: Outline, known: dict[int, str], below: list[int]) -> tuple[Token, ...]:
    if len(below) < 2:
        return ()
    joined = (place for place in below if _is_full(shape, known, place) and _is_joined(shape, place, below))
    return tuple(sent.doc[place] for place in joined)


def _depth(shape: Outline, place: int, top: int) -> int:
    steps = 0
    while place not in {top, shape.heads[place]}:
        place, steps = shape.heads[place], steps + 1
    return steps


def _is_joined(shape: Outline, place: int, below: list[int]) -> bool:
    """Whether a verb is a further conjunct of another verb of the group, or belongs to one."""
    while True:
        if shape.deps[place] == "cj":
            link = shape.heads[place]
            return (shape.heads[link] if shape.deps[link] == "cd" else link) in below
        if shape.heads[place] not in below or shape.heads[place] == place:
            return False
        place = shape.heads[place]


def _particle(shape: Outline, top: int, sent: Words) -> int | None:
    """The separate particle: *reicht … ein*; also where the tagger took it for a preposition at the end."""
    found = shape.child(top, "svp")
    if found is not None:
        return found
    for place in range(top + 1, sent.end):
        tag = shape.tags[place]
        if tag in {"$.", "$,", "KON"} or tag.endswith("FIN"):
            return None
        if tag == "PTKVZ" or (shape.lowers[place] in _PARTICLES and tag in {"APPR", "ART", "PTKZU", "ADV"}):
            after = place + 1
            if after >= sent.end or shape.tags[after] in _CLOSING_TAGS:
                return place
    return None


def _is_negated(shape: Outline, verbs: tuple[int, ...]) -> bool:
    """Whether the group is denied: by *nicht* or *nie* at a verb, or by *kein*, *nichts*, *niemand* as an argument."""
    for child in (child for verb in verbs for child in shape.under(verb)):
        word = shape.lowers[child]
        if word in _NEVER or (word == "nicht" and shape.lowers[child + 1 : child + 2] != ["nur"]):
            return True
        if word == "weder":
            return True
        if shape.deps[child] in _ARGUMENTS and (
            word in _NOBODY or any(shape.lowers[part].startswith("kein") for part in shape.under(child))
        ):
            return True
    return False
