"""Which case a German noun phrase has: preposition and relation choose among what its words allow."""

from __future__ import annotations

from app.languages.phrase_cells_de import ALL, GEN, NOM, PL, SG, F, M, spread
from app.languages.phrase_clauses_de import cluster, settle_clause
from app.languages.phrase_governed_de import COMPARING, compare, govern
from app.languages.phrase_names_de import is_beside, is_name, settle_names
from app.languages.phrase_outline_de import NOUNS, Lines, Nominal
from app.languages.phrase_weights_de import GENITIVE, INDEX, MASKS, OTHER, WEIGHTS, decide

_CLAUSAL = frozenset({"loose", "sb", "ep", "pd", "oa", "oa2", "da", "og", "mo", "cj", "nk", "ph", "re", "sbp"})
_FOLLOWS = frozenset({"app", "nk", "pnc", "cj"})
_TIMES = frozenset("Jahr Jahres Jahren Monat Monats Monaten Woche Wochen Tag Tagen Zeit Zeitraum Zeitpunkt".split())
_TAKE_NOUNS = frozenset("Herrn Frau Firma Familie Stadt Gemeinde Landkreis Amt Abteilung Verein Projekt".split())
"""Datives that a bare noun may follow as a name."""
_COUNTS = frozenset("Million Millionen Milliarde Milliarden Prozent Dutzend".split())
"""What is counted behind these has their case: *15 Millionen neue Arbeitsplätze*."""
_OBJECTS = frozenset({"oa", "oa2", "da"})
_LATER = _OBJECTS | {"sb", "nk", "mo"}
_OF_PEOPLE = {"frau": SG & F, "herr": SG & M, "herrn": SG & M}
_TITLES = frozenset("frau familie herrn dr. prof.".split())
_CLOSED = COMPARING | {"pro", "je"}
"""Behind these a phrase is complete: *als Vater Elterngeld*, *pro Monat Miete*."""
_FAR = 5
_FINITE = (["VVFIN"], ["VAFIN"], ["VMFIN"])


def settle(found: dict[int, Nominal], lines: Lines) -> None:
    """Gives every phrase its case; narrows ``cells`` to it."""
    clauses: dict[int, list[Nominal]] = {}
    followers: list[Nominal] = []
    compared: list[Nominal] = []
    before: Nominal | None = None
    for one in found.values():
        if one.preposition >= 0:
            if lines.words[one.preposition] in COMPARING:
                compared.append(one)
            else:
                govern(one, lines)
        else:
            one.leader = _leader(one, before, found, lines)
            if one.leader >= 0:
                followers.append(one)
            else:
                _place(one, clauses, found, lines)
        before = one
    linked: set[int] = set()
    for one in followers:
        if one.relation == "cj":
            linked.update((one.leader, _top(one, found).place))
            _share(one, found)
    for verb, members in clauses.items():
        settle_clause(members, verb, linked, lines)
    for one in compared:
        compare(one, clauses.get(_verb_of(one, lines), []), found, lines)
    for one in followers:
        _follow(one, found, lines)
    _settle_titles(found, lines)
    settle_names(found, lines)


def _place(one: Nominal, clauses: dict[int, list[Nominal]], found: dict[int, Nominal], lines: Lines) -> None:
    """Puts a phrase to those of its clause, or settles it at once where it is in none."""
    if one.tag == "PRELS":
        _agree(one, found, lines)
    verb = _verb_of(one, lines)
    if verb >= 0:
        clauses.setdefault(verb, []).append(one)
    else:
        decide(one, WEIGHTS.get(one.relation, OTHER))


def _verb_of(one: Nominal, lines: Lines) -> int:
    """The verb whose clause the phrase is part of, or -1."""
    verb = lines.heads[one.place if one.preposition < 0 else one.preposition]
    if one.relation == "loose":
        for _ in range(_FAR):
            if lines.tags[verb][:1] == "V":
                break
            verb = lines.heads[verb]
    if one.relation == "cj" and lines.tags[verb][:1] != "V" and lines.tags[one.last + 1 : one.last + 2] in _FINITE:
        return cluster(one.last + 1, lines)  # *… ist eng, und Geld darf ich erwarten*
    if one.relation in _CLAUSAL and verb != one.place and lines.tags[verb][:1] == "V":
        return cluster(verb, lines)
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
    if leader.preposition >= 0 and lines.words[leader.preposition] in _CLOSED and one.determiner < 0:
        return True
    if leader.tag != "NN" or leader.determiner < 0 or one.determiner >= 0:
        return False
    return leader.word in _TIMES or (
        leader.relation == "da" and leader.preposition < 0 and leader.word not in _TAKE_NOUNS
    )


def _leader(one: Nominal, before: Nominal | None, found: dict[int, Nominal], lines: Lines) -> int:
    """The phrase whose case this one shares, or -1."""
    if before is not None and one.relation in _LATER and one.determiner < 0 and _explains(one, before, found, lines):
        one.relation = "app"
        return before.place
    if one.relation not in _FOLLOWS:
        return -1
    head = lines.heads[one.place]
    if one.relation == "nk" and _is_loose(one, head, found, lines):
        one.relation = "loose"
        return -1
    if one.relation == "cj" and lines.deps[head] == "cd":
        head = lines.heads[head]
    return head if head in found and head != one.place and not (one.cells & ~GEN == 0 and one.relation != "cj") else -1


def _explains(one: Nominal, before: Nominal, found: dict[int, Nominal], lines: Lines) -> bool:
    """Whether a phrase that the parser hung on the verb belongs to the one before it.

    *15 Millionen neue Arbeitsplätze*; *sagte Peter Weber, Sprecher der Stadt*; *Eva Xqzt*, an unknown word for a name.
    """
    if before.word in _COUNTS and before.place == one.first - 1:
        return True
    if lines.tags[one.place - 1] == "$(" and lines.words[one.place - 1] == "-" and before.place == one.place - 2:
        return before.tag in NOUNS and one.tag in NOUNS  # *Premium - Hotel*
    if one.tag != "NN" or one.adjectives or not is_name(before, lines):
        return False
    if lines.heads[one.place] != lines.heads[_top(before, found).place] or one.relation not in _OBJECTS:
        return False
    if one.first == before.last + 2:
        return lines.tags[one.first - 1] == "$,"
    return is_beside(one, before, lines) and not one.known


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


def _share(one: Nominal, found: dict[int, Nominal]) -> None:
    """What conjuncts allow together narrows each of them, before prepositions and relations are asked."""
    leader = _top(one, found)
    common = [mask for mask in MASKS if one.cells & mask and leader.cells & mask]
    if common and leader.case < 0:
        leader.cells &= sum(common)


def _top(one: Nominal, found: dict[int, Nominal]) -> Nominal:
    """The phrase that one follows in the end, itself where it follows none."""
    for _ in range(_FAR):
        if one.leader < 0:
            break
        one = found[one.leader]
    return one


def _settle_titles(found: dict[int, Nominal], lines: Lines) -> None:
    """*Frau Müllers Antrag*: the title is in the genitive with its name, whatever it hangs on."""
    for one in found.values():
        title = found.get(one.place - 1) if one.tag == "NE" and one.case == GENITIVE else None
        if title is not None and title.determiner < 0 and lines.words[title.place] in _TITLES:
            title.case, title.cells = GENITIVE, spread(title.cells) & GEN & SG


def _follow(one: Nominal, found: dict[int, Nominal], lines: Lines) -> None:
    leader = found[one.leader]
    if one.tag == "NE" and not one.known:
        one.cells = one.cells & _OF_PEOPLE.get(lines.words[one.leader], ALL) or one.cells
    mask = MASKS[leader.case] if leader.case >= 0 else NOM
    if one.cells & mask:
        alone = one.cells & ~mask == 0 and one.cues > 0
        one.certain = alone or (leader.certain and (one.relation != "nk" or one.tag == "NE"))
        one.case, one.cells = INDEX[mask], one.cells & mask
        if one.relation == "cj" and one.determiner < 0 and not leader.cells & SG:
            one.cells = one.cells & PL or one.cells  # *unsere Mitarbeiterinnen und Mitarbeiter*
    else:
        decide(one, WEIGHTS.get(leader.relation, OTHER))
