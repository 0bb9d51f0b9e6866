"""Which case a German noun phrase has: preposition and relation choose among what its words allow."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Final

from app.languages.phrase_cells_de import ACC, ALL, DAT, GEN, NOM, PL, SG, F, M, prepositions, spread
from app.languages.phrase_outline_de import Lines, Nominal

_MASKS: Final = (NOM, GEN, DAT, ACC)
_INDEX = {mask: index for index, mask in enumerate(_MASKS)}
_WEIGHTS: Final = {  # nom gen dat acc
    "sb": (10, 0, 3, 4),
    "ph": (10, 0, 2, 4),
    "ep": (10, 0, 2, 4),
    "pd": (10, 3, 2, 4),
    "oa": (5, 0, 3, 10),
    "oa2": (4, 0, 2, 10),
    "da": (3, 2, 10, 5),
    "ag": (2, 10, 4, 1),
    "og": (2, 10, 4, 1),
    "pg": (2, 4, 10, 1),
    "mo": (4, 5, 3, 8),
    "loose": (5, 1, 0, 7),
    "ams": (2, 3, 2, 10),
}
"""How well each case suits a relation: the one it asks for, then those that the parser most often takes for it."""
_OTHER = (6, 1, 2, 4)
_OBJECT = (5, 1, 2, 6)
_REFLEXIVE = (0, 0, 7, 10)
_CLAUSAL = frozenset({"loose", "sb", "ep", "pd", "oa", "oa2", "da", "og", "mo", "cj", "nk", "ph", "re", "sbp"})
_FOLLOWS = frozenset({"app", "nk", "pnc", "cj"})
_ANY_NUMBER = frozenset({"es", "Es", "das", "Das", "dies", "Dies", "was", "Was"})
"""*Das sind Kosten*: these agree with what follows."""
_COPULAS = frozenset(
    """ist sind war waren sei seien wäre wären bin bist seid wird werden wurde wurden würde würden bleibt bleiben blieb
    blieben""".split()
)
_TIMES = frozenset("Jahr Jahres Jahren Monat Monats Monaten Woche Wochen Tag Tagen Zeit Zeitraum Zeitpunkt".split())
_TAKE_NOUNS = frozenset("Herrn Frau Firma Familie Stadt Gemeinde Landkreis Amt Abteilung Verein Projekt".split())
"""Datives that a bare noun may follow as a name."""
_GENITIVE = 1
_OF_PEOPLE = {"frau": SG & F, "herr": SG & M, "herrn": SG & M}
_TITLES = frozenset("frau familie herrn dr. prof.".split())
_MANY = 5
"""Phrases in one clause up to which every choice is weighed."""
_SINGULAR_N = frozenset("kann bin schien erschien begann gewann entrann besann sann rann gewann bestimmten".split())
_BESIDE = frozenset({"mo", "cj", "ph", "nk"})
_OWN_CLAUSE = frozenset({"FIN", "IMP"})
_NO_SUBJECT = 8
_TWO_SUBJECTS = 8
_DISAGREES = 12
_TWO_OBJECTS = 5


def settle(found: dict[int, Nominal], lines: Lines) -> None:
    """Gives every phrase its case; narrows ``cells`` to it."""
    clauses: dict[int, list[Nominal]] = {}
    followers: list[Nominal] = []
    for one in found.values():
        if one.preposition >= 0:
            _govern(one, lines)
            continue
        one.leader = _leader(one, found, lines)
        if one.leader >= 0:
            followers.append(one)
            continue
        if one.tag == "PRELS":
            _agree(one, found, lines)
        verb = _verb_of(one, lines)
        if verb >= 0:
            clauses.setdefault(verb, []).append(one)
        else:
            _decide(one, _WEIGHTS.get(one.relation, _OTHER))
    linked = frozenset([one.leader for one in followers if one.relation == "cj"])
    for one in followers:
        if one.relation == "cj":
            _share(one, found)
    for verb, members in clauses.items():
        _settle_clause(members, _clause_of(verb, linked, lines))
    for one in followers:
        _follow(one, found, lines)
    _settle_titles(found, lines)


def _verb_of(one: Nominal, lines: Lines) -> int:
    """The verb whose clause the phrase is part of, or -1."""
    verb = lines.heads[one.place]
    if one.relation == "loose":
        for _ in range(_MANY):
            if lines.tags[verb][:1] == "V":
                break
            verb = lines.heads[verb]
    if one.relation in _CLAUSAL and verb != one.place and lines.tags[verb][:1] == "V":
        return _cluster(verb, lines)
    return -1


def _is_loose(one: Nominal, head: int, found: dict[int, Nominal], lines: Lines) -> bool:
    """Whether the parser hung an object on the noun or pronoun before it: *dem Antrag Kopien*, *wir Ihnen Wohngeld*.

    Other bare nouns do belong to the noun before them: *die Anzahl Kinder*, *mit dem Titel Doktor*.
    """
    if lines.tags[head] == "PPER":
        return True
    if one.tag != "NN" or head not in found or head > one.place:
        return False
    leader = found[head]
    if leader.tag != "NN" or leader.determiner < 0 or one.determiner >= 0:
        return False
    return leader.word in _TIMES or (
        leader.relation == "da" and leader.preposition < 0 and leader.word not in _TAKE_NOUNS
    )


def _govern(one: Nominal, lines: Lines) -> None:
    """The case that the preposition takes, as far as the words allow it."""
    wanted = prepositions().get(lines.words[one.preposition])
    if wanted is None:
        _decide(one, (2, 1, 6, 4))
        return
    for cells in (one.cells, one.shown):
        for mask in wanted:
            if cells & mask:
                one.certain = not any(cells & other for other in wanted if other != mask)
                one.cells, one.case = cells & mask, _INDEX[mask]
                return
    if one.cues:  # *zu viele schwarze Schafe*: no preposition at all
        _decide(one, _OBJECT)
    else:
        one.case, one.cells, one.certain = _INDEX[wanted[0]], wanted[0], len(wanted) == 1


def _leader(one: Nominal, found: dict[int, Nominal], lines: Lines) -> int:
    """The phrase whose case this one shares, or -1."""
    if one.relation not in _FOLLOWS:
        return -1
    head = lines.heads[one.place]
    if one.relation == "nk" and _is_loose(one, head, found, lines):
        one.relation = "loose"
        return -1
    if one.relation == "cj" and lines.deps[head] == "cd":
        head = lines.heads[head]
    return head if head in found and head != one.place and not (one.cells & ~GEN == 0 and one.relation != "cj") else -1


def _cluster(verb: int, lines: Lines) -> int:
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


def _has_zu(verb: int, lines: Lines) -> bool:
    if lines.openers.get(verb) == "KOUS":
        return False
    return lines.tags[verb] == "VVIZU" or (verb > 0 and lines.tags[verb - 1] == "PTKZU")


def _agree(one: Nominal, found: dict[int, Nominal], lines: Lines) -> None:
    """A relative pronoun has number and gender of what it refers to."""
    place = one.place
    for _ in range(5):
        if lines.deps[place] == "rc":
            antecedent = found.get(lines.heads[place])
            if antecedent is not None:
                agreeing = one.cells & spread(antecedent.cells)
                if agreeing and not (one.relation == "sb" and one.cells & NOM and not agreeing & NOM):
                    one.cells = agreeing
            return
        place = lines.heads[place]


def _decide(one: Nominal, weights: tuple[int, int, int, int]) -> None:
    """The best case among those that the words allow."""
    best = max((index for index in range(4) if one.cells & _MASKS[index]), key=lambda index: weights[index], default=0)
    one.certain = one.cells & ~_MASKS[best] == 0 and one.cues > 0
    one.case = best
    one.cells &= _MASKS[best]


def _share(one: Nominal, found: dict[int, Nominal]) -> None:
    """What conjuncts allow together narrows each of them, before prepositions and relations are asked."""
    leader = found[one.leader]
    for _ in range(8):
        if leader.leader < 0:
            break
        leader = found[leader.leader]
    common = [mask for mask in _MASKS if one.cells & mask and leader.cells & mask]
    if common and leader.case < 0:
        leader.cells &= sum(common)


def _settle_titles(found: dict[int, Nominal], lines: Lines) -> None:
    """*Frau Müllers Antrag*: the title is in the genitive with its name, whatever it hangs on."""
    for one in found.values():
        title = found.get(one.place - 1) if one.tag == "NE" and one.case == _GENITIVE else None
        if title is not None and title.determiner < 0 and lines.words[title.place] in _TITLES:
            title.case, title.cells = _GENITIVE, spread(title.cells) & GEN & SG


def _follow(one: Nominal, found: dict[int, Nominal], lines: Lines) -> None:
    leader = found[one.leader]
    if one.tag == "NE" and not one.known:
        one.cells = one.cells & _OF_PEOPLE.get(lines.words[one.leader], ALL) or one.cells
    mask = _MASKS[leader.case] if leader.case >= 0 else NOM
    if one.cells & mask:
        alone = one.cells & ~mask == 0 and one.cues > 0
        one.certain = alone or (leader.certain and (one.relation != "nk" or one.tag == "NE"))
        one.case, one.cells = _INDEX[mask], one.cells & mask
        if one.relation == "cj" and one.determiner < 0 and not leader.cells & SG:
            one.cells = one.cells & PL or one.cells  # *unsere Mitarbeiterinnen und Mitarbeiter*
    else:
        _decide(one, _WEIGHTS.get(leader.relation, _OTHER))


@dataclass(frozen=True, slots=True)
class _Clause:
    """The verb of a clause, as far as it speaks about the cases beside it."""

    plural: bool | None
    """Whether the finite verb is a plural; none when there is no finite verb."""
    bare: bool
    """Whether this is an infinitive with *zu*, which has no subject."""
    subjectless: bool
    """Whether the subject may stand elsewhere: *… und zahlt*."""
    copula: bool
    """*sein*, *werden* or *bleiben* alone: no accusative beside it."""
    linked: frozenset[int]
    """The places of phrases that further ones are joined to."""


def _clause_of(verb: int, linked: frozenset[int], lines: Lines) -> _Clause:
    finite = lines.tags[verb][2:] == "FIN" or lines.openers.get(verb) == "KOUS"
    word = lines.words[verb]
    copula = word in _COPULAS and not any(
        head == verb and lines.deps[place] == "oc" for place, head in enumerate(lines.heads)
    )
    plural = (_is_plural(word)) if finite else None
    return _Clause(plural, not finite and _has_zu(verb, lines), lines.deps[verb] == "cj", copula, linked)


def _settle_clause(members: list[Nominal], clause: _Clause) -> None:
    """Settles the phrases of a clause together: one subject that agrees with the verb."""
    options = [[index for index in range(4) if one.cells & _MASKS[index]] or [0] for one in members]
    weights = [_weight(one, clause) for one in members]
    choice = tuple(max(some, key=row.__getitem__) for some, row in zip(options, weights, strict=True))
    if len(members) <= _MANY and _penalty(members, choice, clause):
        choice = max(
            product(*options),
            key=lambda some: (
                sum(row[index] for row, index in zip(weights, some, strict=True)) - _penalty(members, some, clause)
            ),
        )
    for one, index, some in zip(members, choice, options, strict=True):
        one.case = index
        one.certain = len(some) == 1 and one.cues > 0
        one.cells &= _MASKS[index]
        agrees = index == 0 and one.relation != "pd" and not _is_linked(one, clause)
        if clause.plural is not None and (agrees or one.tag == "PRF"):
            one.cells = one.cells & (PL if clause.plural else SG) or one.cells


def _is_linked(one: Nominal, clause: _Clause) -> bool:
    """Whether the phrase is one of several that are the subject together."""
    return one.joined or one.place in clause.linked


def _weight(one: Nominal, clause: _Clause) -> tuple[int, int, int, int]:
    if one.tag == "PRF":
        return _REFLEXIVE
    nom, gen, dat, acc = _WEIGHTS.get(one.relation, _OTHER)
    if not one.cues and one.relation in {"sb", "oa"}:  # nothing shows the dative: it would have an article
        dat -= 8
    if clause.copula and one.relation != "mo":
        acc -= 8
    return nom, gen, dat, acc


def _penalty(members: list[Nominal], choice: tuple[int, ...], clause: _Clause) -> int:
    """What speaks against these cases side by side."""
    disagreeing = subjects = objects = 0
    predicate = False
    for one, index in zip(members, choice, strict=True):
        if index == 0 and one.relation == "pd":
            predicate = True
        elif index == 0:
            subjects += one.relation not in _BESIDE
            wanted = ALL if clause.plural is None else PL if clause.plural else SG
            agrees = one.cells & NOM & wanted or one.word in _ANY_NUMBER or _is_linked(one, clause)
            disagreeing += not agrees
        elif index == 3 and one.relation not in _BESIDE:
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
