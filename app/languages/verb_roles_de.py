"""What each German verb is in its clause: finite, infinitive, with *zu*, or participle; repairs wrong tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages.finite_forms_de import may_be_finite
from app.languages.outline_de import Outline, outline
from app.languages.verbs_de import HABEN, SEIN, WERDEN, has_zu_inside

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

FINITE, INFINITIVE, ZU, PARTICIPLE = "finite", "infinitive", "zu", "participle"

MODALS = frozenset(
    """
    kann kannst können könnt könne könnest konnte konnten konntest könnte könnten könntest muss musst muß müssen müsst
    müsse musste mussten müsste müssten mußte mußten müßte müßten darf darfst dürfen dürft dürfe durfte durften dürfte
    dürften soll sollst sollen sollt solle sollte sollten sollest will willst wollen wollt wolle wollte wollten mag
    magst mögen mögt möge mochte mochten möchte möchten möchtest
    """.split()
)
AUXILIARIES = WERDEN | SEIN | HABEN
_HELPERS = AUXILIARIES | MODALS
_INFINITIVES = frozenset("haben sein werden können müssen dürfen sollen wollen mögen".split())
_ALWAYS = frozenset("ist sind war waren wird wurde hat hatte muss musst kann kannst darf soll sollte will".split())
_OPENERS = frozenset({"KOUS", "PRELS", "PRELAT", "PWS", "PWAT", "PWAV"})
_BEFORE_OPENER = frozenset({"$,", "$(", "APPR", "KON"})
_CLOSING = frozenset({"$,", "$.", "$(", "KON"})
_FINITE_TAGS = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
_PARTICIPLE_TAGS = frozenset({"VVPP", "VAPP", "VMPP"})
_SUBJECTS = frozenset({"sb", "ep"})
_CLAUSE_DEPS = frozenset({"rc", "ROOT", "cj", "mo", "re", "oc", "cc"})


def roles(sent: Words) -> dict[int, str]:
    """The role of every verb of a sentence by its place, in text order."""
    shape = outline(sent.doc)
    tags, lowers = shape.tags, shape.lowers
    found: dict[int, str] = {}
    start = sent.start
    for place in range(start, sent.end):
        tag = tags[place]
        if tag[0] != "V":
            known = lowers[place] in _ALWAYS and tag not in {"NN", "NE"}
            if known or ((tag == "ADJA" or (place == start and tag == "NN")) and _acts_as_verb(shape, place)):
                found[place] = FINITE
        elif tag in _FINITE_TAGS or lowers[place] in _ALWAYS:
            if tag == "VVFIN" and not may_be_finite(lowers[place]):
                continue
            found[place] = _of_finite(shape, place)
        elif tag in _PARTICIPLE_TAGS:
            found[place] = _of_participle(shape, place)
        else:
            found[place] = _of_infinitive(shape, place, sent.start)
    for place, role in found.items():
        if role in {FINITE, ZU}:
            continue
        joins = role == INFINITIVE and tags[place] != "VVIZU" and _joins_finite(shape, place, found)
        if joins or _closes_subordinate(shape, place, found, sent.start, sent.end):
            found[place] = FINITE
    return found


def _acts_as_verb(shape: Outline, place: int) -> bool:
    """*Reichen Ihre Unterlagen nicht aus, …*: the tagger sees a noun at the start, the parser gives it a subject."""
    return any(shape.deps[child] in {"sb", "svp"} and child > place for child in shape.under(place))


def _of_finite(shape: Outline, place: int) -> str:
    """*hätte gestellt werden müssen*: a form in *-en* below another verb is an infinitive, whatever the tag says."""
    head, word = shape.heads[place], shape.lowers[place]
    if shape.deps[place] != "oc" or head == place or shape.tags[head][0] != "V" or _has_own_clause(shape, place):
        return FINITE
    above = shape.lowers[head]
    able = word in _INFINITIVES or (word.endswith("n") and shape.tags[place] == "VVFIN")
    if able and above in _HELPERS and "," not in shape.lowers[place:head]:
        return INFINITIVE if "," not in shape.lowers[head:place] else FINITE
    if shape.tags[place] == "VVFIN" and above in AUXILIARIES and word.endswith("t"):
        return PARTICIPLE  # *hat … ausgefüllt*
    return FINITE


def _of_participle(shape: Outline, place: int) -> str:
    """*die den Antrag bearbeitet*, *bevor Sie Geld erhalten*: with an opener and without an auxiliary it is finite."""
    opener = shape.child(place, "cp")
    closed = shape.lowers[place].endswith("en") and opener is not None and shape.tags[opener] == "KOUS"
    if not (closed or shape.lowers[place].endswith("t")) or shape.deps[place] not in _CLAUSE_DEPS:
        return PARTICIPLE
    head = shape.heads[place]
    if head != place and shape.deps[place] == "oc" and shape.lowers[head] in _HELPERS:
        return PARTICIPLE
    after = place + 1
    if after < len(shape.lowers) and shape.lowers[after] in _HELPERS:
        return PARTICIPLE
    children = shape.under(place)
    if any(shape.lowers[child] in AUXILIARIES and shape.tags[child][0] == "V" for child in children):
        return PARTICIPLE
    return FINITE if _has_own_clause(shape, place) and shape.deps[place] != "cj" else PARTICIPLE


def _of_infinitive(shape: Outline, place: int, start: int) -> str:
    word = shape.lowers[place]
    if place > start and shape.tags[place - 1] == "PTKZU":
        return ZU
    if has_zu_inside(word):
        return ZU
    if shape.child(place, "cp") is not None and not _has_finite_child(shape, place):
        opener = shape.child(place, "cp")
        return FINITE if opener is not None and shape.tags[opener] == "KOUS" else INFINITIVE
    if any(shape.deps[child] in _SUBJECTS for child in shape.under(place)) and shape.deps[place] in {"ROOT", "rc"}:
        return FINITE
    if word in MODALS and _has_own_clause(shape, place) and not _is_governed(shape, place):
        return FINITE  # *welche Unterlagen Sie einreichen müssen*
    polite = place + 1 < len(shape.tags) and shape.lowers[place + 1] == "sie" and shape.tags[place + 1] == "PPER"
    return FINITE if polite and (place == start or shape.tags[place - 1] in {"KON", "$,"}) else INFINITIVE


def _has_own_clause(shape: Outline, place: int) -> bool:
    return any(shape.deps[child] in {"cp", "sb"} for child in shape.under(place))


def _closes_subordinate(shape: Outline, place: int, found: dict[int, str], start: int, end: int) -> bool:
    """*…, die Strom erzeugen*, *ob sie zahlen müssen*: the last verb of a clause with an opener is finite."""
    if place + 1 < end and shape.tags[place + 1] not in _CLOSING:
        return False
    nominal, cluster = False, shape.lowers[place] in _HELPERS
    for before in range(place - 1, start - 1, -1):
        tag = shape.tags[before]
        if tag[0] == "V" and cluster and found.get(before) in {INFINITIVE, PARTICIPLE}:
            continue
        cluster = False
        if before in found or tag in {"KOUI", "PTKZU", "$."}:
            return False
        if tag in _OPENERS and (before == start or shape.tags[before - 1] in _BEFORE_OPENER):
            plain = found[place] == INFINITIVE or nominal or tag == "PRELS"
            return plain and not _has_helper(shape, place, end)
        if tag == "$,":
            return False
        nominal = nominal or tag in {"NN", "NE", "PPER", "PIS", "PDS"}
    return False


def _has_helper(shape: Outline, place: int, end: int) -> bool:
    """Whether an auxiliary or modal verb follows in the same stretch: *die geprüft und bewilligt wurden*."""
    for after in range(place + 1, end):
        if shape.tags[after] in {"$,", "$."}:
            return False
        if shape.lowers[after] in _HELPERS:
            return True
    return False


def _is_governed(shape: Outline, place: int) -> bool:
    """Whether an auxiliary or modal verb of the same clause stands above: *wird … müssen*."""
    head = shape.heads[place]
    if head == place or shape.deps[place] != "oc":
        return False
    low, high = sorted((head, place))
    return shape.lowers[head] in _HELPERS and "," not in shape.lowers[low:high]


def _has_finite_child(shape: Outline, place: int) -> bool:
    return any(shape.tags[child] in _FINITE_TAGS for child in shape.under(place))


def _joins_finite(shape: Outline, place: int, found: dict[int, str]) -> bool:
    """*wenn Sie nicht mitwirken oder nichts vorlegen*: the second infinitive is finite because the first is."""
    if shape.deps[place] != "cj":
        return False
    link = shape.heads[place]
    first = shape.heads[link] if shape.deps[link] == "cd" else link
    if found.get(first) != FINITE or shape.lowers[first] in MODALS or shape.lowers[first] in WERDEN:
        return False
    return shape.lowers[first].endswith("n") and shape.tags[first].startswith("VV")
