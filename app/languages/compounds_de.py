"""German compounds and their parts: *Grundstücks|verkehrs|genehmigung*, with the place where a hyphen helps most."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from app.languages.noun_index_de import NounIndex, first_parts, nouns
from app.languages.outline_de import outline
from app.languages.words import german

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_SHORTEST = 12
"""Letters of a word that is looked at."""
_LONGEST = 60
_SHORT = frozenset("amt akt bad bau bus ehe eid gas gut hof kur not ort rad rat tag tat tod tür uhr weg zug".split())
"""Parts of three letters; all others have four."""
_STEMS = frozenset("fahr heiz impf lehr lern melde mess miet park prüf schul sperr wohn".split())
"""Stems of verbs that stand before another part: *Messanlage*, *Prüfbericht*."""
_ABSTRACT = ("ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "tion", "tionen", "nahme")
"""Nouns with these endings are known from the list of all word forms as well, where the index of nouns has none."""
_NO_PARTS = frozenset(
    """
    schaft heit keit ment enge erin elle erde ente eile este esel igel inge alge halte rente tung ring ling nisse unge
    ende innen stelen reiten ungar leins einen ahne alle dank acht chen lein über unter gegen wider neben zwischen
    vier fünf eins zwei drei sehr lich bare barer rung sche iche ione ionen tion tionen aten iker unde ausen eine lage
    lagen besch voraus eid sein rinnen ster mine uren haben strukt mate soli stags richt integ psycho samt skonto
    steil beste weise halt gabe gaben nahme nahmen zahl satz sätze
    """.split()
)
"""Nouns and endings that inside a long word are mostly the middle of another part."""
_WHOLE = tuple(
    """
    haushalt fahrzeug kraftfahrzeug grundstück arbeitgeber arbeitnehmer landkreis lebenslauf rathaus krankenhaus
    handwerk bahnhof bürgermeister bundesland hauptstadt landrat jugendamt finanzamt standesamt gemeinderat stadtrat
    wohngeld kindergeld elterngeld geburtstag mittwoch donnerstag samstag sonntag feiertag werktag unterschrift
    anschrift vorschrift rechnung ordnung verordnung wohnort wohnsitz familienname vorname nachname geburtsname
    führerschein reisepass personalausweis staatsangehörigkeit antragsteller sachbearbeiter ansprechpartner zeitraum
    zeitpunkt mitglied partner fachkraft lehrkraft ehrenamt ehegatte lebenspartner bundesrepublik grundlage grundsatz
    dienstleistung weiterbildung ausbildung psycholog gutachten tatbestand gottesdienst hochschul kindergarten
    schwerpunkt lebensmittel spielplatz standort durchschnitt brennstoff treibstoff grundriss plattform arbeitsplatz
    straftat teilhabe bundestag landtag diebstahl gesetzbuch gerichtshof einwohner rufnummer sportbund
    """.split()
)
"""Compounds that everybody reads as one word; no seam is looked for inside them."""


@dataclass(frozen=True)
class Compound:
    """A long noun that may be made of several words; it is taken apart when it is asked."""

    token: Token

    @cached_property
    def _seams(self) -> tuple[tuple[int, ...], bool]:
        return split(self.token.text)

    @property
    def parts(self) -> tuple[str, ...]:
        """The words that it is made of; the word itself where it is no compound."""
        word, (seams, _) = self.token.text, self._seams
        return tuple(word[start:end] for start, end in pairwise((0, *seams, len(word))))

    @property
    def hyphenated(self) -> str | None:
        """The word with a hyphen where it helps most: *Grundstücksverkehrs-Genehmigung*.

        None where the word can be taken apart in two ways, so that a hyphen might mislead.
        """
        word, (seams, sure) = self.token.text, self._seams
        place = _best(word, seams) if seams and sure else None
        return None if place is None else f"{word[:place]}-{word[place:].capitalize()}"


def compounds(sent: Words) -> list[Compound]:
    """The long nouns of a sentence in text order; words with a hyphen of their own are left out."""
    tags = outline(sent.doc).tags
    found = []
    for place in range(sent.start, sent.end):
        if tags[place] != "NN":
            continue
        token = sent.doc[place]
        word = token.text
        if _SHORTEST <= len(word) <= _LONGEST and word.isalpha() and not word.isupper():
            found.append(Compound(token))
    return found


def split(word: str) -> tuple[tuple[int, ...], bool]:
    """The seams of a word taken apart into as many known parts as it goes, and whether there is only one such way."""
    lower, index = word.lower(), nouns()
    closed = _closed(lower)
    best: dict[int, tuple[int, int, tuple[int, ...]]] = {0: (0, 1, ())}
    for end in range(3, len(lower) + 1):
        if end in closed:
            continue
        count, ways = 0, 0
        seams: tuple[int, ...] = ()
        for start in [start for start in best if end - start >= 3]:
            last = end == len(lower)
            if start == 0 and last:
                known = True
            else:
                known = _is_head(lower[start:], index) if last else _is_part(lower[start:end], index)
            if not known:
                continue
            more = best[start][0] + 1
            if more > count:
                count, ways, seams = more, best[start][1], (*best[start][2], start)
            elif more == count:
                ways += best[start][1]
        if count:
            best[end] = (count, ways, seams)
    _, ways, found = best.get(len(lower), (0, 0, ()))
    return tuple(seam for seam in found if seam), ways == 1


def _closed(lower: str) -> frozenset[int]:
    """The places inside words that are not taken apart."""
    places: set[int] = set()
    for whole in _WHOLE:
        start = lower.find(whole)
        if start >= 0:
            places.update(range(start + 1, start + len(whole)))
    return frozenset(places)


def _is_part(part: str, index: NounIndex) -> bool:
    """Whether this can stand before another part: a noun, with its link (*Wohnungs-*), or a known first part."""
    if part in _NO_PARTS or (len(part) < 4 and part not in _SHORT):
        return False
    if part in first_parts() or part in _STEMS:
        return len(part) > 4 or part in _STEMS
    if _is_noun(part, index):
        return True
    for link in ("s", "es", "n", "en", "er", "e"):
        stem = part.removesuffix(link)
        if stem != part and len(stem) > 3 and stem not in _NO_PARTS and _is_noun(stem, index):
            return link != "e" or len(stem) > 4
    return False


def _is_head(part: str, index: NounIndex) -> bool:
    """Whether this can end a word: a form of a noun."""
    if part in _NO_PARTS or (len(part) < 4 and part not in _SHORT):
        return False
    found = index.direct(part.capitalize())
    if not found and len(part) > 7 and part.endswith(_ABSTRACT) and part in german():
        return True
    return any(one.lemma.lower() not in _NO_PARTS and not index.is_name(one.lemma) for one in found)


def _is_noun(stem: str, index: NounIndex) -> bool:
    capital = stem.capitalize()
    return capital in index.classes and not index.is_name(capital)


def _best(word: str, seams: tuple[int, ...]) -> int | None:
    """The seam for a hyphen: before the last part, or before the last two where these are a word of their own.

    None where both would do: *Bundesgerichts-Hof* and *Betriebs-Kostenabrechnung* mislead.
    """
    if len(seams) == 1:
        return seams[0]
    index = nouns()
    left, right = word[: seams[-1]].capitalize(), word[seams[-2] :].capitalize()
    front = any(left.removesuffix(link) in index.classes for link in ("", "s", "es", "n", "en"))
    back = bool(index.direct(right))
    if front and back:
        return None
    return seams[-2] if back else seams[-1]
