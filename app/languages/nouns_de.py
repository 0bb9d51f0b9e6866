"""German nouns: gender, number and case that a form can have; compounds, nominalised adjectives, gender forms too."""

from __future__ import annotations

import re

from app.languages.noun_index_de import NounReading, as_adjective, in_class, nouns
from app.languages.words import german

__all__ = ["NounReading", "genders", "readings"]

_WORD = re.compile(r"[A-ZÄÖÜ][\wäöüÄÖÜß'’-]*\Z")
_FEMALE = re.compile(r"(?P<base>[\wäöüÄÖÜß-]+?)(?:[*:_·/]-?|\(-?)?(?P<ending>(?<=[*:_·/(-])in(?:nen)?|In(?:nen)?)\)?\Z")
_EITHER = re.compile(r"(?P<base>[\wäöüÄÖÜß-]+e)(?:[*:_·/]-?|\(-?)(?P<ending>[rn])\)?\Z")
_WEAK = ">;>en;>en;>en;>en;>en;>en;>en"
_PLURAL_EN = ">;>;>;>;>en;>en;>en;>en"
_BY_ENDING = {
    **dict.fromkeys("ung heit keit schaft tät tion sion anz enz ik erei ur".split(), "f:" + _PLURAL_EN),
    "erin": "f:>;>;>;>;>nen;>nen;>nen;>nen",
    "ie": "f:>;>;>;>;>n;>n;>n;>n",
    "ismus": "m:>;>;>;>;us>en;us>en;us>en;us>en",
    "ling": "m:>;>s;>;>;>e;>e;>en;>e",
    **dict.fromkeys("ist ant".split(), "m:" + _WEAK),
    **dict.fromkeys("eur är".split(), "m:>;>s;>;>;>e;>e;>en;>e"),
    "loge": "m:>;>n;>n;>n;>n;>n;>n;>n",
    **dict.fromkeys("chen lein".split(), "n:>;>s;>;>;>;>;>;>"),
    "ment": "n:>;>s,>es;>;>;>e,>s;>e,>s;>en,>s;>e,>s",
}
"""Endings that tell the class of an unknown noun."""
_ADJECTIVAL = ("ig", "lich", "isch", "los", "frei")
_CHANGES = {"": ">", "s": ">s", "es": ">es", "en": ">en", "e": ">e", "nen": ">nen", "n": ">n"}
_BEFORE = frozenset(
    "ab an auf aus außen bei binnen dritt durch ein einzel erst fehl fern fort gegen gesamt grund haupt her hin höchst"
    " hoch inner innen kfz lkw pkw mehr mindest mit nach neben neu nicht nieder ober pro rück selbst sonder spät teil"
    " über um un unter ur vize voll vor vorab weiter wieder zu zusammen zusatz zweit zwischen eu".split()
)
"""First parts of compounds that are no nouns."""
_SHORT_HEADS = frozenset("Akt Amt Art Arzt Bau Eid Hof Not Ort Rat Tag Tat Tor Typ Uhr Weg Gut".split())
_NO_HEADS = frozenset(
    "Aden Ahne Alge Anne Egel Eier Elle Enge Enter Erde Erin Esel Este Heit Inge Ion Ist Leins Ling Ment Reiten Schaft"
    " Stelen Ungar".split()
)
"""Nouns that are rather the ending of another word."""
_PARTICIPLE = re.compile(r"(?:ge\w{2,}(?:t|en)|(?:be|ver|er|ent|zer|miss)\w{2,}t|\w{2,}iert)\Z")


def genders(word: str) -> frozenset[str]:
    """The genders that a form can have: m, f, n; empty when the word is unknown or has no singular."""
    return frozenset(reading.gender for reading in readings(word) if reading.gender)


def readings(word: str) -> tuple[NounReading, ...]:
    """All cells of a paradigm that this very form can fill; empty when the word is not known and cannot be explained.

    Compounds are read through their head, *Antragstellende* and *Berechtigter* as adjectives (strong and weak), gender
    forms („Antragsteller/in“, „Bürger*innen“, „BürgerInnen“) as both genders. Only words that begin with a capital.
    """
    if _WORD.match(word):
        return nouns().direct(word) or _explained(word)
    both = _FEMALE.match(word) or _EITHER.match(word)
    return _both_genders(both["base"], both["ending"]) if both is not None and word[0].isupper() else ()


def _explained(word: str) -> tuple[NounReading, ...]:
    """The readings of a word that is not in the index."""
    both = _FEMALE.match(word)
    if both is not None:
        return _both_genders(both["base"], both["ending"])
    if "-" in word[1:-1]:
        return _of_hyphen(word)
    if word.isupper() or len(word) < 5:
        return ()
    return (
        _adjective(word, present=True)
        or _compound(word, shortest=5, known=True)
        or _adjective(word, present=False)
        or _by_ending(word)
        or _compound(word, shortest=3, known=True)
        or _compound(word, shortest=6, known=False)
    )


def _of_hyphen(word: str) -> tuple[NounReading, ...]:
    """*EU-Bürger*: the part after the last hyphen, if it is a noun."""
    first, _, head = word.rpartition("-")
    return tuple(
        NounReading(f"{first}-{one.lemma}", one.gender, one.number, one.case) for one in readings(head) if head
    )


def _both_genders(base: str, ending: str) -> tuple[NounReading, ...]:
    """The readings of *Antragsteller/in*, *Ärzt:innen*, *Angehörige/r* for both genders."""
    base = base.rstrip("-")
    if ending in "rn":
        both = dict.fromkeys(readings(base + ending) + readings(base))
        return tuple(one for one in both if one.number == "sg" and one.gender in {"m", "f"})
    number = "pl" if ending.lower() == "innen" else "sg"
    women = [one for one in readings(f"{base}{ending.lower()}") if one.gender == "f" and one.number == number]
    men = [one for one in _man(base) if one.gender == "m"]
    if number == "pl":
        lemmas = dict.fromkeys(one.lemma for one in men)
        return (*(NounReading(lemma, "m", "pl", one.case) for lemma in lemmas for one in women), *women)
    return (*(one for one in men if one.number == "sg"), *women)


def _man(base: str) -> tuple[NounReading, ...]:
    """The readings of the male noun that shares its stem with a female one: *Kolleg*, *Ärzt*, *Bürger*."""
    plain = re.sub("[äöü](?!.*[äöüaeiou])", lambda found: found[0].translate(str.maketrans("äöü", "aou")), base)
    plain = "A" + plain[1:] if plain.startswith("Ä") else plain
    for lemma in dict.fromkeys((base, base + "e", plain, plain + "e")):
        found = tuple(one for one in readings(lemma) if one.gender == "m")
        if any(one.number == "sg" for one in found):
            return found
    return ()


def _compound(word: str, *, shortest: int, known: bool) -> tuple[NounReading, ...]:
    """The readings of the longest head in the index with a lemma this long; ``known``: the first part is a word too."""
    for place in range(2 if known else 3, len(word) - 2):
        head = word[place:].capitalize()
        found = [
            NounReading(word[:place] + one.lemma.lower(), one.gender, one.number, one.case)
            for one in nouns().direct(head, names=False)
            if (len(one.lemma) >= max(shortest, 4) or (shortest <= 3 and one.lemma in _SHORT_HEADS))
            and one.lemma not in _NO_HEADS
        ]
        if found and (_is_first_part(word[:place]) if known else _sounds(word[:place])):
            return tuple(found)
    return ()


def _sounds(part: str) -> bool:
    return re.search("[aeiouyäöü]", part.lower()) is not None


def _is_first_part(part: str) -> bool:
    """Whether this can stand before the head of a compound: a noun with its link, a verb stem, a prefix, a compound."""
    lower = part.lower()
    if lower in _BEFORE:
        return True
    if len(part) < 3:
        return False
    known = german()
    capital = part[0].upper() + lower[1:]
    if (
        lower in known
        or nouns().direct(capital)
        or (len(part) > 3 and any(lower + end in known for end in ("e", "en")))
    ):
        return True
    if lower.endswith("s") and len(part) > 4 and (lower[:-1] in known or nouns().direct(capital[:-1])):
        return True
    return any(
        _is_first_part(part[:place]) and _is_first_part(part[place:]) and len(part) - place > 3
        for place in range(3, len(part) - 3)
    )


def _adjective(word: str, *, present: bool) -> tuple[NounReading, ...]:
    """*Antragstellende*, *Pflegebedürftiger*: a participle or adjective used as a noun."""
    match = re.match(r"(?P<stem>\w{4,}?)(?P<ending>e[rnms]?)\Z", word)
    if match is None:
        return ()
    stem, ending = match["stem"], match["ending"]
    known = german()
    lower = stem.lower()
    for place in range(len(lower) - 3):
        tail = lower[place:]
        if place and not _is_first_part(stem[:place]):
            continue
        if present:
            fits = tail.endswith("nd") and len(tail) > 5 and tail[:-1] in known
        else:
            fits = bool(_PARTICIPLE.match(tail) or tail.endswith(_ADJECTIVAL)) and tail in known
        if fits:
            return tuple(as_adjective(stem + "e", ending, "mfn"))
    return ()


def _by_ending(word: str) -> tuple[NounReading, ...]:
    """The readings of an unknown noun whose ending tells its class: *-ung*, *-keit*, *-ismus*."""
    for ending, change in _CHANGES.items():
        lemma = word.removesuffix(ending) if ending else word
        if ending and lemma == word:
            continue
        for suffix, spec in _BY_ENDING.items():
            if lemma.endswith(suffix) and len(lemma) > len(suffix) + 2 and (found := in_class(lemma, spec, change)):
                return tuple(found)
    return ()
