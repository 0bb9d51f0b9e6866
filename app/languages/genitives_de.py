"""German chains of genitives: nouns of which each depends on the one before, *die Prüfung des Antrags der Mutter*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages.nouns_de import readings
from app.languages.outline_de import Outline, is_endless, outline

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_NOUNS = frozenset({"NN", "NE"})
_SURE = frozenset("des eines keines meines deines seines ihres unseres eures dieses jenes jedes".split())
"""Before a noun these are genitives, whatever the parser says."""
_UNSURE = frozenset("dieses jenes jedes".split())
"""Also nominative and accusative: a genitive only where the noun says so."""
_NEVER = frozenset("dem den einem einen keinem keinen ihrem ihren unserem unseren seinem seinen meinem meinen".split())
"""Before a noun these are dative or accusative."""
_FEMALE = frozenset("der einer keiner ihrer unserer seiner meiner dieser jener".split())
_GIVING = frozenset(
    """
    abgetreten abtreten angeboten anbieten geben gegeben gestatten gestattet mitgeteilt mitteilen überlassen übergeben
    überschreiben überschrieben übertragen untervermieten untervermietet vermacht vermachen vermieten vermietet
    verkaufen verkauft verpachten verpachtet weitergeben weitergegeben zeigen gezeigt
    """.split()
)
"""Verbs of giving: *einer* before them is the one who gets something."""
_NAME_DEPS = frozenset({"nk", "pnc", "app", "par", "uc"})
_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT"})
_MODIFIERS = frozenset({"ADJA", "ADJD", "ADV", "CARD", "TRUNC"})
_SIGNS = frozenset("- – — ( ) [ ] „ “ ” \" » « ‚ ‘ ’ '".split())
"""What may stand between a noun and its genitive; not the slash, which joins."""


@dataclass(frozen=True, slots=True)
class GenitiveChain:
    """Nouns in text order, the first one outside; each later one is a genitive that belongs to the one before."""

    nouns: tuple[Token, ...]

    @property
    def genitives(self) -> int:
        """How many genitives follow the first noun, at least 1."""
        return len(self.nouns) - 1


def genitive_chains(sent: Words) -> list[GenitiveChain]:
    """The longest chains of a sentence in text order; *von* and any other preposition ends a chain.

    A name behind a noun (*der Stadt Lindenbach*) and articles belong to their noun. Of joined genitives (*der Eltern
    und der Kinder*) the one that carries the chain on is taken, else the first. A genitive before its noun (*Annas
    Antrag*) and pronouns (*dessen*) make no chain.
    """
    shape = outline(sent.doc)
    places = range(sent.start, sent.end)
    words = shape.lowers[sent.start : sent.end]
    if is_endless(sent) or ("ag" not in shape.deps[sent.start : sent.end] and _SURE.isdisjoint(words)):
        return []
    above = {place: head for place in places if (head := _owner(shape, place, sent.start)) is not None}
    below: dict[int, list[int]] = {}
    for place, head in above.items():
        below.setdefault(head, []).append(place)
    tops = sorted(head for head in below if head not in above)
    return [GenitiveChain(tuple(sent.doc[place] for place in _longest(below, top))) for top in tops]


def _longest(below: dict[int, list[int]], top: int) -> list[int]:
    """The longest way down; the first of two equals. Heads stand before their genitives, so there is an end."""
    ways = [_longest(below, place) for place in below.get(top, ())]
    return [top, *max(ways, key=len, default=[])]


def _owner(shape: Outline, place: int, start: int) -> int | None:
    """The noun that this genitive belongs to, or none when it is no genitive behind a noun."""
    if not _is_noun(shape, place):
        return None
    if shape.deps[place] == "cj":
        first = _first_conjunct(shape, place)
        if start <= first < place and (owner := _owner(shape, first, start)) is not None:
            return owner
    opening = _opening(shape, place, start)
    if opening != place and not _may_be_genitive(shape, opening, place):
        return None
    if not _is_sure(shape, opening, place) and (shape.deps[place] != "ag" or shape.heads[place] > place):
        return None
    before, head = _noun_before(shape, opening, start), shape.heads[place]
    # *des auf das Jahr folgenden Monats*: without an article the noun before may belong to the adjective.
    if before is not None and (shape.tags[opening] in _DETERMINERS or head == before or opening == place):
        return before
    # Words stand between: only the parser knows.
    far = shape.deps[place] == "ag" and head < place and _is_noun(shape, head)
    breaks = any(tag.startswith(("APPR", "V")) for tag in shape.tags[head + 1 : place])
    return head if far and not breaks else None


def _is_noun(shape: Outline, place: int) -> bool:
    """A noun or name; § is a sign, and where a paragraph belongs is another fact."""
    return shape.tags[place] in _NOUNS and shape.lowers[place] not in {"§", "§§"}


def _is_sure(shape: Outline, opening: int, place: int) -> bool:
    word = shape.lowers[opening]
    if opening == place or word not in _SURE or shape.tags[opening] not in _DETERMINERS:
        return False
    return word not in _UNSURE or (shape.lowers[place].endswith("s") and shape.deps[place] not in {"sb", "oa"})


def _may_be_genitive(shape: Outline, opening: int, place: int) -> bool:
    """Whether the article and the noun agree in the genitive: not *dem Amt*, and *der Anteil* neither.

    *einen Teil der Wohnung einer anderen Person überlassen*: she gets it, so that is a dative.
    """
    article, noun = shape.lowers[opening], shape.lowers[place]
    if article in _NEVER or (article == "einer" and not _GIVING.isdisjoint(shape.lowers[place + 1 :])):
        return False
    if article not in _FEMALE:
        return True
    found = [reading for reading in readings(noun.capitalize()) if reading.case == "gen"]
    return not found or any(reading.number == "pl" or reading.gender == "f" for reading in found)


def _opening(shape: Outline, place: int, start: int) -> int:
    """The first word of the noun phrase that ends with this noun: its article, or the first adjective."""
    first = place
    for before in range(place - 1, start - 1, -1):
        tag = shape.tags[before]
        if tag in _DETERMINERS:
            return before
        if tag in _MODIFIERS:
            first = before
        elif tag != "KON" or before == start or shape.tags[before - 1] not in {"ADJA", "TRUNC"}:
            break
    return first


def _noun_before(shape: Outline, opening: int, start: int) -> int | None:
    """The noun that ends right before the phrase; for a name behind a noun (*der Stadt Lindenbach*) that noun."""
    before = opening - 1
    while before >= start and (shape.lowers[before] in _SIGNS or shape.tags[before] == "CARD"):
        before -= 1
    if before < start or not _is_noun(shape, before):
        return None
    head = shape.heads[before]
    while shape.deps[before] in _NAME_DEPS and start <= head < before and shape.tags[head] in _NOUNS:
        before, head = head, shape.heads[head]
    return before


def _first_conjunct(shape: Outline, place: int) -> int:
    link = shape.heads[place]
    return shape.heads[link] if shape.deps[link] == "cd" else link
