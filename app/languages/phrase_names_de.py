"""Names in close apposition behind a German noun: *dem Vorsitzenden Peter Weber*, *die Stadt Lindenbach*.

The noun in front carries the case, the name behind it has no ending and is counted as nominative, as grammars do
(„enge Apposition“). Behind *Herr*, *Frau* and titles without an article the name is the core and shares the case.
"""

from __future__ import annotations

from app.languages.phrase_cells_de import NOM, spread
from app.languages.phrase_outline_de import Lines, Nominal
from app.languages.phrase_weights_de import GENITIVE, NOMINATIVE

_SHARING = frozenset("herr herrn herren frau dr. doktor prof. professor".split())
_QUOTES = frozenset("„ “ ” \" ‚ » « `` ''".split())
_PARTS_OF_TIME = frozenset("Anfang Mitte Ende".split())
_MONTHS = frozenset("Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split())


def is_name(one: Nominal, lines: Lines) -> bool:
    """Whether a phrase is a bare name: *Lindenbach*, *Peter Weber*."""
    if one.determiner >= 0 or one.adjectives:
        return False
    return one.tag == "NE" or any(lines.tags[part] == "NE" for part in one.parts)


def settle_names(found: dict[int, Nominal], lines: Lines) -> None:
    """Makes names in close apposition nominative, once all phrases have a case, and bare names joined to them."""
    apposed: set[int] = set()
    before: Nominal | None = None
    for one in found.values():
        if one.case == NOMINATIVE or one.determiner >= 0 or one.adjectives:
            before = one
            continue
        joined = one.relation == "cj" and one.leader in apposed and is_name(one, lines)
        if joined or _is_aside(one, lines) or (before is not None and _is_apposed(one, before, lines)):
            one.certain = False
            apposed.add(one.place)
            one.case, one.cells = NOMINATIVE, spread(one.cells) & NOM
        before = one


def _is_aside(one: Nominal, lines: Lines) -> bool:
    """Whether this is a bare name or abbreviation in parentheses: *mit der Arbeitsagentur (BA)*."""
    opened = one.first > 0 and lines.words[one.first - 1] == "(" and lines.words[one.last + 1 : one.last + 2] == [")"]
    return opened and one.preposition < 0 and one.case not in (NOMINATIVE, GENITIVE) and is_name(one, lines)


def is_beside(one: Nominal, before: Nominal, lines: Lines) -> bool:
    """Whether a phrase follows another with at most a quotation mark between them."""
    gap = one.first - before.last
    return gap == 1 or (gap == 2 and lines.words[one.first - 1] in _QUOTES)


def _is_apposed(one: Nominal, before: Nominal, lines: Lines) -> bool:
    """Whether this is a name behind a noun that has the article: *dem Vorsitzenden Peter Weber*."""
    if before.tag != "NN" or not is_beside(one, before, lines) or one.case == NOMINATIVE:
        return False
    if one.leader != before.place and before.leader != one.place:
        return False
    if before.word in _PARTS_OF_TIME:
        return one.word in _MONTHS
    if one.case == GENITIVE and one.word.endswith("s"):  # *die Straßen Lindenbachs*
        return False
    if not is_name(one, lines) or lines.words[before.place] in _SHARING:
        return False
    return before.determiner >= 0 or bool(before.adjectives) or _has_owner(before, lines)


def _has_owner(noun: Nominal, lines: Lines) -> bool:
    """Whether a name in the genitive stands before the noun: *Lindenbachs Bürgermeisterin*."""
    place = noun.first - 1
    return place >= 0 and lines.tags[place] == "NE" and lines.words[place].endswith("s")
