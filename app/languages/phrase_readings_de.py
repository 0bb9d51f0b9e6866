"""What the words of a German noun phrase allow together: determiner, adjectives and noun as sets of cells."""

from __future__ import annotations

from app.languages.phrase_cells_de import (
    ALL,
    GEN,
    PL,
    SG,
    STRONG,
    WEAK,
    N,
    determiners,
    ending_cells,
    has_own_s,
    name_cells,
    noun_cells,
    prepositions,
    pronouns,
    spread,
)
from app.languages.phrase_outline_de import NOUNS, Lines, Nominal

_TITLES = frozenset("herr herrn frau familie firma dr. prof. stadt gemeinde landkreis straße".split())


def allowed(one: Nominal, lines: Lines) -> int:
    """What the words of a phrase allow together; the noun gives way first where they contradict each other."""
    words = lines.words
    if one.tag not in NOUNS and one.tag != "ADJA":
        one.cues = 1
        allowed = pronouns().get(words[one.place], ALL)
        return _polite(allowed, one) if words[one.place] in {"sie", "ihr", "ihnen"} else allowed
    shown, after = ALL, None
    if one.determiner >= 0:
        after = words[one.determiner]
        known = determiners().get(after, ALL)
        if known != ALL:
            one.cues += 1
        shown = known
    for place in one.adjectives:
        if lines.tags[place] == "CARD":
            shown = _counted(shown, words[place]) if one.word != "Uhr" else shown
            continue
        text = lines.text(place)
        if not place and text[-2:] != "er":  # *Neue Anträge*, not *Berliner Luft*
            text = words[0]
        known = ending_cells(text, after=after)
        if lines.tags[place] != "ADJA":
            known = determiners().get(words[place], ALL) | known
        if known != ALL and shown & known:
            shown &= known
            one.cues += 1
    if one.tag == "ADJA":
        tail = one.word[-2:] if one.word[-2:] in STRONG else one.word[-1:]
        ending = WEAK.get(tail, 0) | STRONG.get(tail, ALL) if one.determiner >= 0 else STRONG.get(tail, ALL)
        return shown & ending or shown
    one.shown = shown
    return _of_noun(one, shown, lines)


def _polite(allowed: int, one: Nominal) -> int:
    """*Sie* and *Ihnen* inside a sentence are the polite plural."""
    return allowed & PL or allowed if one.place and one.word[0].isupper() and one.word != "Ihr" else allowed


def _counted(shown: int, number: str) -> int:
    """A cardinal number leaves the plural, but for one, years and the time of day."""
    if number in {"1", "ein", "eins"}:
        return shown & SG or shown
    if len(number) == 4 and number.isdigit() and number[:2] in {"19", "20"}:
        return shown
    return shown & PL or shown


def _of_noun(one: Nominal, shown: int, lines: Lines) -> int:
    if one.tag == "NE" and not one.cues:
        return _of_name(one, lines)
    known = noun_cells(one.word)
    one.known = known > 0
    known = known or _unknown(one.word)
    if not shown & known:
        return shown
    allowed = shown & known
    alone = not one.cues and not one.adjectives and one.relation != "cj" and lines.words[one.place - 1] != "-"
    if alone and not _takes_genitive(one, lines):
        # Without a determiner a noun cannot be in the genitive: *der Preis von Waren*, not *der Preis Waren*.
        allowed = allowed & ~GEN or allowed
    return allowed


def _unknown(word: str) -> int:
    """What the ending of an unknown noun says: *beim Ausfüllen*, *des Ausfüllens* are infinitives or plurals."""
    if word.endswith(("en", "eln", "ern")):
        return SG & N & ~GEN | PL
    return SG & N & GEN if word.endswith("ens") else ALL


def _takes_genitive(one: Nominal, lines: Lines) -> bool:
    if one.preposition < 0:
        return False
    return GEN in prepositions().get(lines.words[one.preposition], ())


def _of_name(one: Nominal, lines: Lines) -> int:
    """A name without a determiner: in the genitive with *-s* and only then."""
    if one.preposition < 0 and _has_genitive(one, lines):
        return GEN
    allowed = ALL if one.relation in {"app", "nk", "cj"} and one.preposition < 0 else ALL & ~GEN  # *laut Lindenbach*
    known = name_cells(one.word)
    one.known = known > 0
    return allowed & (spread(known) if known & SG else SG) or allowed


def _has_genitive(one: Nominal, lines: Lines) -> bool:
    """*Lindenbachs Straßen*, *die Straßen Lindenbachs*, but not *Frau Fuchs* or *Thomas*."""
    word, tags = one.word, lines.tags
    if not word.endswith(("s", "'", "’")) or word.isupper():
        return False
    if has_own_s(word):
        return False
    before = lines.words[one.place - 1] if one.place else ""
    following = tags[one.place + 1] if one.place + 1 < len(tags) else ""
    if following == "NE" and name_cells(word) and not name_cells(word) & ~GEN:  # *Bayerns Alpen*
        return True
    if following in {"NN", "ADJA"} and one.relation in {"ag", "pnc", "nk", "sb", "oa"}:
        return True
    return one.relation == "ag" or (bool(one.place) and tags[one.place - 1] == "NN" and before not in _TITLES)
