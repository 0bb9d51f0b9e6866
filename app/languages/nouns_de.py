"""German nouns: gender, number and case that a form can have; compounds, nominalised adjectives, gender forms too."""

from __future__ import annotations

import re

from app.languages.noun_index_de import NounReading, as_adjective, first_parts, in_classes, nouns
from app.languages.verb_forms_de import infinitive, verbs
from app.languages.words import german

__all__ = ["NounReading", "genders", "readings"]

_WORD = re.compile(r"[A-ZÄÖÜ][\wäöüÄÖÜß'’-]*\Z")
_FEMALE = re.compile(r"(?P<base>[\wäöüÄÖÜß-]+?)(?:[*:_·/]-?|\(-?)?(?P<ending>(?<=[*:_·/(-])in(?:nen)?|In(?:nen)?)\)?\Z")
_EITHER = re.compile(r"(?P<base>[\wäöüÄÖÜß-]+e)(?:[*:_·/]-?|\(-?)(?P<ending>[rn])\)?\Z")
_LONGEST = 80
"""Letters of a word that is still looked at; no noun of a form is longer."""
_WEAK = ">;>en;>en;>en;>en;>en;>en;>en"
_PLURAL_EN = ">;>;>;>;>en;>en;>en;>en"
_BY_ENDING = {
    **dict.fromkeys("ung heit keit schaft tät tion sion anz enz ik erei ur".split(), "f:" + _PLURAL_EN),
    "erin": "f:>;>;>;>;>nen;>nen;>nen;>nen",
    **dict.fromkeys("logie graphie grafie kratie nomie metrie pathie therapie".split(), "f:>;>;>;>;>n;>n;>n;>n"),
    "ismus": "m:>;>;>;>;us>en;us>en;us>en;us>en",
    "ling": "m:>;>s;>;>;>e;>e;>en;>e",
    **dict.fromkeys("ist ant path".split(), "m:" + _WEAK),
    **dict.fromkeys("eur är".split(), "m:>;>s;>;>;>e;>e;>en;>e"),
    "loge": "m:>;>n;>n;>n;>n;>n;>n;>n",
    **dict.fromkeys("chen lein".split(), "n:>;>s;>;>;>;>;>;>"),
    "ment": "n:>;>s,>es;>;>;>e,>s;>e,>s;>en,>s;>e,>s",
}
"""Endings that tell the class of an unknown noun."""
_ADJECTIVAL = ("ig", "lich", "isch", "los", "frei", "al", "iv", "ell", "ant", "ent", "krank", "sund")
_PLAIN = frozenset(
    "ander best dritt erst folgend gleich letzt letzter meist näher neunt sechst viert weiter zehnt zweit übrig".split()
)
"""Adjectives that are often used as nouns: *Näheres*, *Gleiches*."""
_CHANGES = {"": ">", "s": ">s", "es": ">es", "en": ">en", "e": ">e", "nen": ">nen", "n": ">n"}
_BEFORE = frozenset(
    "ab an auf aus außen bei binnen dritt durch ein einzel erst fehl fern fort gegen gesamt grund haupt her hin höchst"
    " hoch inner innen kfz lkw pkw mehr mindest mit nach neben neu nicht nieder ober pro rück selbst sonder spät teil"
    " über um un unter ur vize voll vor vorab weiter wieder zu zusammen zusatz zweit zwischen"
    " amt bad bau bio bus ehe eil eis eu gas hof ort ost rad rat see ski süd tag tee tod tür uhr weg wohn zug"
    " öko öl".split()
)
"""First parts of compounds that are no nouns, or short ones."""
_SHORT_HEADS = frozenset(
    "Abo Akt Amt Art Bar Bau Box Bus Ehe Eid Gut Hof Kur Not Ort Rad Rat See Tag Tal Tat Tor Typ Tür Uhr Weg"
    " Zug".split()
)
_NO_HEADS = frozenset(
    "Aden Ahne Alge Anne Egel Eier Elle Enge Enter Erde Erin Esel Este Heit Inge Ion Ist Leins Ling Ment Reiten Schaft"
    " Stelen Ungar".split()
)
"""Nouns that are rather the ending of another word."""
_AGENT = re.compile(r"(?P<stem>[A-ZÄÖÜ]\w{2,})er(?P<ending>|s|n)\Z")
_NOMINAL = re.compile(r"(?P<stem>\w{4,}?)(?P<ending>e[rnms]?)\Z")
_PARTICIPLE = re.compile(r"\w*(?:ge\w{2,}(?:t|en)|(?:be|ver|er|ent|zer|miss)\w{2,}(?:t|en)|\w{2,}iert)\Z")


def genders(word: str) -> frozenset[str]:
    """The genders that a form can have: m, f, n; empty when the word is unknown or has no singular."""
    return frozenset(reading.gender for reading in readings(word) if reading.gender)


def readings(word: str) -> tuple[NounReading, ...]:
    """All cells of a paradigm that this very form can fill; empty when the word is not known and cannot be explained.

    Compounds are read through their head, *Antragstellende* and *Berechtigter* as adjectives (strong and weak), gender
    forms („Antragsteller/in“, „Bürger*innen“, „BürgerInnen“) as both genders. Only words that begin with a capital.
    """
    if len(word) > _LONGEST:
        return ()
    if _WORD.match(word):
        return _listed(word) or _explained(word)
    both = _FEMALE.match(word) or _EITHER.match(word)
    return _both_genders(both["base"], both["ending"]) if both is not None and word[0].isupper() else ()


def _listed(word: str) -> tuple[NounReading, ...]:
    """The readings of a word of the index, also in old or Swiss spelling."""
    index = nouns()
    found = index.direct(word.replace("trasse", "traße"))
    if not found and ("ß" in word or "ss" in word):
        found = index.direct(word.replace("ß", "ss")) or index.direct(word.replace("ss", "ß"))
    return found


def _explained(word: str) -> tuple[NounReading, ...]:
    """The readings of a word that is not in the index."""
    both = _FEMALE.match(word)
    if both is not None:
        return _both_genders(both["base"], both["ending"])
    if "-" in word[1:-1]:
        return _of_hyphen(word)
    if word.isupper() or len(word) < 5:
        return ()
    if (found := _used_verb(word)) or (found := _agent(word)):
        return found
    if found := _adjective(word, present=True) or _plain_compound(word):
        return found
    heads = [(place, found) for place in range(2, len(word) - 2) if (found := _head(word, place))]
    return (
        _compound(word, heads, shortest=5)
        or _adjective(word, present=False)
        or _by_ending(word)
        or _compound(word, heads, shortest=3)
        or next((found for place, found in heads if place > 2 and len(found[0].lemma) - place > 5), ())
    )


def _used_verb(word: str) -> tuple[NounReading, ...]:
    """*Vorliegen*, *des Ausfüllens*: an infinitive used as a noun."""
    lower = word.lower()
    lemma = word.removesuffix("s") if lower.endswith("ns") else word
    verb = lemma.lower()
    if not verb.endswith("n") or infinitive(verb, "f") != verb:
        return ()
    return tuple(NounReading(lemma, "n", "sg", case) for case in (("gen",) if lemma != word else ("nom", "dat", "acc")))


def _agent(word: str) -> tuple[NounReading, ...]:
    """*Erwerber*, *Kapitalgebers*: who does what a verb says."""
    match = _AGENT.match(word)
    if match is None:
        return ()
    stem, lower = match["stem"], match["stem"].lower()
    for place in range(len(lower) - 2):
        verb = f"{lower[place:]}{'n' if lower.endswith(('el', 'er')) else 'en'}"
        known = verb in verbs().infinitives or (not place and infinitive(verb, "f") == verb)
        if known and (not place or _is_first_part(stem[:place])):
            spec = "m:>;>s;>;>;>;>;>n;>"
            return tuple(in_classes(f"{stem}er", spec, _CHANGES[match["ending"]]))
    return ()


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


def _plain_compound(word: str) -> tuple[NounReading, ...]:
    """The readings with the longest head that has a simple first part: what most compounds are, found quickly."""
    for place in range(2, len(word) - 2):
        if nouns().may_begin(word[place : place + 5].lower()) and _is_simple_part(word[:place]):
            found = _head(word, place)
            if found and len(found[0].lemma) - place >= 5:
                return found
    return ()


def _compound(word: str, heads: list[tuple[int, tuple[NounReading, ...]]], *, shortest: int) -> tuple[NounReading, ...]:
    """The readings with the longest head that has a lemma this long and a word, or several, before it."""
    for is_part in (_is_first_part, _is_known_part):
        for place, found in heads:
            if len(found[0].lemma) - place >= shortest and is_part(word[:place]):
                return found
    return ()


def _head(word: str, place: int) -> tuple[NounReading, ...]:
    """The readings of the compound whose head begins here; none where the head is unknown, a name or too short."""
    if not nouns().may_begin(word[place : place + 5].lower()):
        return ()
    return tuple(
        NounReading(word[:place] + one.lemma.lower(), one.gender, one.number, one.case)
        for one in _listed(word[place:].capitalize())
        if (len(one.lemma) > 3 or one.lemma in _SHORT_HEADS)
        and one.lemma not in _NO_HEADS
        and not nouns().is_name(one.lemma)
    )


def _is_first_part(part: str) -> bool:
    """Whether this can stand before the head of a compound: a simple part, or several in a row."""
    if _is_simple_part(part):
        return True
    reached = [0]
    for end in range(3, len(part) + 1):
        if any(end - start > 2 and _is_simple_part(part[start:end]) for start in reached):
            reached.append(end)
    return reached[-1] == len(part)


def _is_known_part(part: str) -> bool:
    """Whether this is any other word before a head: *Inklusiv-*."""
    return len(part) > 4 and part.lower() in german()


def _is_simple_part(part: str) -> bool:
    """Whether this is a noun with its link (*Wohnungs-*), the stem of a noun or verb (*Schul-*, *Melde-*), a prefix."""
    lower = part.lower()
    if lower in _BEFORE or lower in first_parts():
        return True
    if len(part) < 3:
        return False
    capital = lower.capitalize()
    if nouns().direct(capital) or (lower.endswith("s") and len(part) > 4 and nouns().direct(capital[:-1])):
        return True
    if len(part) > 6 and lower.endswith(("ungs", "heits", "keits", "schafts", "täts", "ions")):
        return True
    return len(part) > 3 and (f"{lower}en" in verbs().infinitives or f"{lower}n" in verbs().infinitives)


def _adjective(word: str, *, present: bool) -> tuple[NounReading, ...]:
    """*Antragstellende*, *Pflegebedürftiger*: a participle or adjective used as a noun."""
    match = _NOMINAL.match(word)
    if match is None:
        return ()
    stem, lower = match["stem"], match["stem"].lower()
    if present and not lower.endswith(("end", "ernd", "elnd")):
        return ()
    for place in range(max(len(lower) - 4, 1)):
        tail = lower[place:]
        if (_is_present(tail) if present else _is_other(tail)) and (not place or _is_first_part(stem[:place])):
            return tuple(as_adjective(stem + "e", match["ending"], "mfn"))
    return ()


def _is_present(tail: str) -> bool:
    verb = tail[:-1]
    return len(tail) > 5 and (verb in verbs().infinitives or infinitive(verb, "f") == verb or _has_zu(verb))


def _has_zu(verb: str) -> bool:
    return "zu" in verb and infinitive(verb, "z") is not None


def _is_other(tail: str) -> bool:
    if tail in _PLAIN:
        return True
    if tail.endswith(_ADJECTIVAL):
        return tail in german()
    return _PARTICIPLE.match(tail) is not None and infinitive(tail, "p") is not None


def _by_ending(word: str) -> tuple[NounReading, ...]:
    """The readings of an unknown noun whose ending tells its class: *-ung*, *-keit*, *-ismus*."""
    for ending, change in _CHANGES.items():
        lemma = word.removesuffix(ending) if ending else word
        if ending and lemma == word:
            continue
        for suffix, spec in _BY_ENDING.items():
            if lemma.endswith(suffix) and len(lemma) > len(suffix) + 2 and (found := in_classes(lemma, spec, change)):
                return tuple(found)
    return ()
