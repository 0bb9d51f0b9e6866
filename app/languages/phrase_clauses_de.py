"""The cases of the noun phrases of one German clause, settled together: subject and objects by what the verb says.

One subject agrees with the verb; beside *sein* or *werden* alone and in the passive nothing is an accusative object;
*es gibt* has its *es* as subject and the rest as object.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Final

from app.languages.phrase_cells_de import ALL, NOM, PL, SG
from app.languages.phrase_outline_de import Lines, Nominal
from app.languages.phrase_weights_de import ACCUSATIVE, MASKS, NOMINATIVE, OTHER, WEIGHTS, cases_of

_REFLEXIVE = (0, 0, 7, 10)
_AWARE = (0, 0, 10, 3)
_AWARE_OF = frozenset("einig sicher bewusst bewußt klar uneinig schlüssig".split())
"""*Sie sind sich einig*: beside these the reflexive pronoun is dative."""
_EVERY_ONE = frozenset({"es", "Es", "das", "Das", "dies", "Dies", "was", "Was"})
"""*Das sind Kosten*: these agree with what follows."""
_COPULAS: Final = frozenset(
    """ist sind war waren sei seien wäre wären bin bist seid wird werden wurde wurden würde würden bleibt bleiben blieb
    blieben heißt heißen hieß hießen""".split()
)
_COPULAS_BELOW = frozenset("sein werden bleiben heißen gewesen geworden geblieben geheißen".split())
_BECOME: Final = frozenset("wird werden wurde wurden würde würden werde worden werdet".split())
_BE: Final = frozenset("ist sind war waren sei seien wäre wären bin bist seid sein".split())
_WITH_OBJECT = frozenset("eingegangen angegangen durchgegangen durchlaufen losgeworden".split())
"""Participles that have an object beside *sein*: *ist einen Vertrag eingegangen*."""
_GIVE: Final = frozenset("gibt gab gebe gäbe geben gegeben".split())
_NEED: Final = frozenset("bedarf bedürfen bedürfe bedurfte bedurften bedurft gedenken gedenkt".split())
"""Verbs with a genitive object: *Das bedarf der Genehmigung*."""
_HELP: Final = frozenset(
    """hilft helfen half halfen geholfen dankt danken gedankt gehört gehören gehörte gelingt gelang gelungen dient
    dienen diente entspricht entsprechen entsprach fehlt fehlen fehlte schadet schaden nützt nützen obliegt obliegen
    droht drohen gratuliert gratulieren""".split()
)
"""Verbs with a dative and never an accusative object: *Das hilft Familien*."""
_PROVIDE: Final = frozenset(
    """bietet bot erteilt erteilte gibt gewährt gewährte leistet leistete regelt regelte enthält erhebt bewilligt
    übernimmt vermittelt""".split()
)
"""Verbs that a bare noun before them is rather the object of: *Auskunft erteilt die Behörde*."""
_FIRST_PERSON = frozenset("habe hab bin war werde bitte möchte".split())
"""*Habe alles gelesen*: notes often leave out *ich*."""
_SPECIAL: Final = _COPULAS | _BECOME | _BE | _GIVE | _NEED | _HELP | _FIRST_PERSON
_MEASURES: Final = frozenset(
    """Jahr Jahre Monat Monate Woche Wochen Tag Tage Stunde Stunden Minuten Mal Meter Kilometer Anfang Mitte Ende Montag
    Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Sommer Winter Herbst Frühjahr Nacht""".split()
)
"""Time and measure: accusative beside any verb."""
_MANY = 5
"""Phrases in one clause up to which every choice is weighed."""
_SINGULAR_N = frozenset("kann bin schien erschien begann gewann entrann besann sann rann gewann bestimmten".split())
_BESIDE = frozenset({"mo", "cj", "ph", "nk"})
_OWN_CLAUSE = frozenset({"FIN", "IMP"})
_NO_SUBJECT = 8
_TWO_SUBJECTS = 8
_DISAGREES = 12
_TWO_OBJECTS = 8
_NEVER = 20


@dataclass(slots=True)
class Clause:
    """The verb of a clause, as far as it speaks about the cases beside it."""

    plural: bool | None
    """Whether the finite verb is a plural; none when there is no finite verb."""
    bare: bool
    """Whether this is an infinitive with *zu*, which has no subject."""
    subjectless: bool
    """Whether the subject may stand elsewhere: *… und zahlt*."""
    copula: bool
    """*sein*, *werden*, *bleiben* or *heißen* as full verb: subject and predicative."""
    objectless: bool
    """Whether there can be no accusative object: a copula, a passive, *ist zu zahlen*, *ist gekommen*."""
    gives: bool
    """Whether this is *es gibt*."""
    needs: bool
    """*bedürfen*, with a genitive object."""
    helps: bool
    """*helfen* and the like, with a dative object."""
    aware: bool
    """*sich einig sein*."""
    linked: set[int]
    """The places of phrases that further ones are joined to."""


def cluster(verb: int, lines: Lines) -> int:
    """The verb that rules the clause: the finite one above participles and bare infinitives."""
    for _ in range(5):
        head = lines.heads[verb]
        if lines.deps[verb] != "oc" or head == verb or lines.tags[head][:1] != "V":
            break
        if lines.tags[verb][2:] in _OWN_CLAUSE or verb in lines.openers:
            break
        if _has_zu(verb, lines) and lines.tags[head][:2] == "VV":
            break
        verb = head
    return verb


def _plural_of(verb: int, lines: Lines) -> bool | None:
    """Whether a finite verb is a plural; none for other verbs."""
    finite = lines.tags[verb][2:] == "FIN" or lines.openers.get(verb) == "KOUS"
    return _is_plural(lines.words[verb]) if finite else None


def _clause_of(verb: int, plural: bool | None, members: list[Nominal], linked: set[int], lines: Lines) -> Clause:
    """What the verb says about the phrases beside it."""
    word = lines.words[verb]
    if verb not in lines.verbs_below and word not in _SPECIAL:  # most verbs ask for nothing
        bare, subjectless = plural is None and _has_zu(verb, lines), lines.deps[verb] == "cj"
        return Clause(plural, bare, subjectless, False, False, False, False, False, False, linked)
    words = [word, *[lines.words[part] for part in lines.verbs_below.get(verb, ())]]
    copula = _is_copula(verb, lines) if verb in lines.verbs_below else word in _COPULAS
    return Clause(
        plural=plural,
        bare=plural is None and _has_zu(verb, lines),
        subjectless=lines.deps[verb] == "cj" or (not verb and word in _FIRST_PERSON),
        copula=copula,
        objectless=copula or (verb in lines.verbs_below and _is_objectless(verb, lines)),
        gives=_is_there(verb, members, lines),
        needs=not _NEED.isdisjoint(words),
        helps=not _HELP.isdisjoint(words) and verb not in lines.with_particle,
        aware=copula and any(one.tag == "PRF" for one in members) and not _AWARE_OF.isdisjoint(lines.words[verb:]),
        linked=linked,
    )


def _has_zu(verb: int, lines: Lines) -> bool:
    if lines.openers.get(verb) == "KOUS":
        return False
    return lines.tags[verb] == "VVIZU" or (verb > 0 and lines.tags[verb - 1] == "PTKZU")


def _is_copula(verb: int, lines: Lines) -> bool:
    """Whether the verb at the bottom is a copula: *ist Mutter geworden*, *kann ein Grund sein*."""
    top = cluster(verb, lines)
    for _ in range(5):
        below = [part for part in lines.verbs_below.get(verb, ()) if cluster(part, lines) == top]
        if not below:
            break
        verb = below[0]
    return lines.words[verb] in (_COPULAS if verb == top else _COPULAS_BELOW)


def _is_objectless(verb: int, lines: Lines) -> bool:
    """Whether *werden* or *sein* stands above a participle, or *sein* above *zu* with an infinitive."""
    words, tags, top = lines.words, lines.tags, cluster(verb, lines)
    for _ in range(5):
        below = [part for part in lines.verbs_below.get(verb, ()) if cluster(part, lines) == top]
        if not below:
            return False
        for part in below:
            if words[verb] in _BECOME and tags[part] == "VVPP" and not _may_be_infinitive(words[part]):
                return True
            if words[verb] in _BE and (tags[part] == "VVPP" or _has_zu(part, lines)):
                return words[part] not in _WITH_OBJECT
        verb = below[0]
    return False


def _may_be_infinitive(participle: str) -> bool:
    """*Sie werden Geld erhalten*: such a form is no sign of the passive."""
    return participle.endswith("en") and "ge" not in participle


def _is_there(verb: int, members: list[Nominal], lines: Lines) -> bool:
    """Whether this is *es gibt*, not *er gibt es ihm* or *es gibt auf*."""
    below = lines.verbs_below.get(verb, ())
    if len(members) < 2:
        return False
    if lines.words[verb] not in _GIVE and not any(lines.words[part] in _GIVE for part in below):
        return False
    if verb in lines.with_particle or any(part in lines.with_particle for part in below):
        return False
    others = [one for one in members if one.word not in {"es", "Es"}]
    if len(others) == len(members):
        return False
    return not any(one.tag == "PPER" or one.cells & ~NOM == 0 or one.relation == "da" for one in others)


def settle_clause(members: list[Nominal], verb: int, linked: set[int], lines: Lines) -> None:
    """Settles the phrases of a clause together: one subject that agrees with the verb.

    ``linked`` are the places of phrases that further ones are joined to.
    """
    if lines.words[verb] in _PROVIDE:
        _swap_provided(members, verb)
    options = [cases_of(one.cells) for one in members]
    plural = _plural_of(verb, lines)
    if max(map(len, options)) == 1:  # the words leave no choice
        choice = tuple([some[0] for some in options])
    else:
        choice = _best(members, options, _clause_of(verb, plural, members, linked, lines))
    for one, index, some in zip(members, choice, options, strict=True):
        one.case = index
        one.certain = len(some) == 1 and one.cues > 0
        one.cells &= MASKS[index]
        agrees = index == NOMINATIVE and one.relation != "pd" and not _is_linked(one, linked)
        if plural is not None and (agrees or one.tag == "PRF"):
            one.cells = one.cells & (PL if plural else SG) or one.cells


def _swap_provided(members: list[Nominal], verb: int) -> None:
    """Makes a bare noun before such a verb the object where the parser took it for the subject."""
    first = next((one for one in members if one.relation == "sb"), None)
    other = next((one for one in members if one.relation == "oa" and one.tag != "PRF"), None)
    if first is None or other is None or not first.place < verb < other.place:
        return
    if first.tag == "NN" and first.determiner < 0 and other.determiner >= 0:
        first.relation, other.relation = "oa", "sb"


def _best(members: list[Nominal], options: list[tuple[int, ...]], clause: Clause) -> tuple[int, ...]:
    """The cases that suit the relations best with the least against them."""
    weights = [_weight(one, clause) for one in members]
    choice = tuple(
        [
            some[0] if len(some) == 1 else max(some, key=row.__getitem__)
            for some, row in zip(options, weights, strict=True)
        ]
    )
    if len(members) <= _MANY and _penalty(members, choice, clause):
        choice = max(
            product(*options),
            key=lambda some: (
                sum(row[index] for row, index in zip(weights, some, strict=True)) - _penalty(members, some, clause)
            ),
        )
    return choice


def _is_linked(one: Nominal, linked: set[int]) -> bool:
    """Whether the phrase is one of several that are the subject together."""
    return one.joined or one.place in linked


def _weight(one: Nominal, clause: Clause) -> tuple[int, int, int, int]:
    if one.tag == "PRF":
        return _AWARE if clause.aware else _REFLEXIVE
    relation = one.relation
    if relation == "sb" and one.word in _MEASURES and one.adjectives and one.determiner < 0:
        relation = "mo"  # *nächste Woche*
    nom, gen, dat, acc = WEIGHTS.get(relation, OTHER)
    if clause.helps and relation != "mo":
        acc, dat = acc - 8, dat + 2
    elif not one.cues and relation in {"sb", "oa"}:  # nothing shows the dative: it would have an article
        dat -= 8
    if clause.needs and one.cues:
        gen += 12
    if clause.gives:
        if one.word in {"es", "Es"}:
            return _NEVER, 0, 0, 0
        nom, gen = -_NEVER, -_NEVER
    elif clause.objectless and relation not in {"mo", "ams"} and one.word not in _MEASURES:
        acc -= 8 if clause.copula else 4
    return nom, gen, dat, acc


def _penalty(members: list[Nominal], choice: tuple[int, ...], clause: Clause) -> int:
    """What speaks against these cases side by side."""
    disagreeing = subjects = objects = 0
    predicate = False
    for one, index in zip(members, choice, strict=True):
        if index == NOMINATIVE and one.relation == "pd":
            predicate = True
        elif index == NOMINATIVE:
            subjects += one.relation not in _BESIDE
            wanted = ALL if clause.plural is None else PL if clause.plural else SG
            agrees = one.cells & NOM & wanted or one.word in _EVERY_ONE or _is_linked(one, clause.linked)
            disagreeing += not agrees
        elif index == ACCUSATIVE and one.relation not in _BESIDE and one.word not in _MEASURES:
            objects += 1
    if clause.bare:
        return _TWO_SUBJECTS * subjects
    penalty = 0 if predicate or clause.copula else _DISAGREES * disagreeing
    if clause.plural is not None and subjects == 0 and not predicate and not clause.subjectless:
        penalty += _NO_SUBJECT
    extra = max(subjects - 1 - clause.copula, 0)
    return penalty + _TWO_SUBJECTS * extra + _TWO_OBJECTS * max(objects - 1, 0)


def _is_plural(finite: str) -> bool:
    """Whether a finite verb (lower case) is a plural form: *werden*, *sind*, *ändern*."""
    return (finite.endswith(("en", "ern", "eln", "tun", "sind")) and finite not in _SINGULAR_N) or finite == "seid"
