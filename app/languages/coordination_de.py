"""German coordination: what *und*, *oder* and commas join, what the joined parts share, and cut-off compounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages.outline_de import Outline, is_endless, outline
from app.languages.verbs_de import SEIN, WERDEN

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

NOUN, VERB, CLAUSE, ADJECTIVE, PHRASE, OTHER = "noun", "verb", "clause", "adjective", "phrase", "other"

_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
_NOMINAL = frozenset({"NN", "NE", "PPER", "PDS", "PIS", "PPOSS", "CARD", "FM", "XY", "TRUNC"})
_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PWAT", "APPRART"})
_FILLERS = frozenset({"ADJA", "ADV", "CARD", "TRUNC"})
_BEFORE_NOUN = _DETERMINERS | _FILLERS
_PAIRED = {"sowohl": "als", "entweder": "oder", "weder": "noch"}
_PASSIVE = WERDEN | SEIN
_SECOND = frozenset(_PAIRED.values())
_SUBJECTS = frozenset({"sb", "ep"})


@dataclass(frozen=True, slots=True)
class Coordination:
    """Parts that are joined: their heads in text order, at least two, and the conjunction or none.

    ``category`` is noun, verb (one subject), clause (each with a subject or a conjunction of its own), adjective,
    phrase (with preposition) or other. ``shared`` are the words that stand once and belong to all parts: subject and
    auxiliary of verbs, article and preposition of nouns, the noun of adjectives. ``truncated`` are the parts that end
    in a hyphen: *Haupt-* in *Haupt- und Nebenwohnung*.
    """

    conjuncts: tuple[Token, ...]
    conjunction: Token | None
    category: str
    shared: tuple[Token, ...] = ()
    truncated: tuple[Token, ...] = ()
    opener: Token | None = None
    """The first half of a paired conjunction: *sowohl* … *als*, *entweder* … *oder*, *weder* … *noch*."""


def coordinations(sent: Words) -> list[Coordination]:
    """The coordinations of a sentence in the order of their first parts; an inner one stands for itself."""
    shape = outline(sent.doc)
    tags, deps = shape.tags[sent.start : sent.end], shape.deps[sent.start : sent.end]
    if is_endless(sent) or ("cj" not in deps and "KON" not in tags and "TRUNC" not in tags):
        return []
    joined, links = _joined(shape, sent.start, sent.end)
    _join_lost(shape, sent, joined, links)
    groups: dict[int, list[int]] = {}
    for place in joined:
        groups.setdefault(_top(joined, place), []).append(place)
    found = [_made(sent, shape, sorted({top, *places}), links) for top, places in groups.items()]
    return sorted(found, key=lambda item: item.conjuncts[0].i)


def _joined(shape: Outline, start: int, end: int) -> tuple[dict[int, int], dict[int, int]]:
    """For each later conjunct the earlier one, and for each conjunct the conjunction before it, as the parser says."""
    joined: dict[int, int] = {}
    links: dict[int, int] = {}
    for place in range(start, end):
        if shape.deps[place] != "cj" or not _is_word(shape, place):
            continue
        link = shape.heads[place]
        first = shape.heads[link] if shape.deps[link] == "cd" else link
        # *wird, sofern alles vorliegt, gezahlt*: two kinds of verbs without a conjunction are no parts of one whole
        mixed = first == link and (shape.tags[first] in _FINITE) != (shape.tags[place] in _FINITE)
        if mixed and shape.tags[first][0] == shape.tags[place][0] == "V":
            continue
        if first == place or not start <= first < end or not _is_word(shape, first):
            continue
        joined[place] = first
        if first != link:
            links[max(place, first)] = link
    return joined, links


def _is_word(shape: Outline, place: int) -> bool:
    """Signs, bullets and blanks are no parts of a coordination."""
    word = shape.lowers[place]
    return shape.tags[place][0] != "$" and (word[0].isalnum() or any(letter.isalnum() for letter in word))


def _join_lost(shape: Outline, sent: Words, joined: dict[int, int], links: dict[int, int]) -> None:
    """Joins what the parser left apart around a conjunction: *Ein- und Auszahlung*, *Name und Anschrift*."""
    start, end = sent.start, sent.end
    weder = "weder" in shape.lowers[start:end]
    known = set(links.values())
    for place in range(start + 1, end - 1):
        if shape.tags[place] != "KON" and not (weder and shape.lowers[place] == "noch"):
            continue
        word = shape.lowers[place]
        if place in known or word in _PAIRED or word in {"aber", "denn", "sondern"}:
            continue
        before, after = place - 1, _like(shape, place - 1, place + 1, end)
        if (
            after is None
            or after in joined
            or joined.get(before) == after
            or _top(joined, before) == _top(joined, after)
        ):
            continue
        joined[after] = before
        links[after] = place


def _like(shape: Outline, before: int, after: int, end: int) -> int | None:
    """The next word of the same kind, past articles and adjectives before a noun."""
    kind = _kind(shape.tags[before])
    if kind not in {NOUN, ADJECTIVE, VERB}:
        return None
    for place in range(after, end):
        tag = shape.tags[place]
        if _kind(tag) == kind and tag != "CARD" and (kind != VERB or tag == shape.tags[before]):
            return place
        if kind != NOUN or tag not in _BEFORE_NOUN:
            return None
    return None


def _kind(tag: str) -> str:
    if tag in _NOMINAL:
        return NOUN
    if tag.startswith("V"):
        return VERB
    if tag.startswith("ADJ"):
        return ADJECTIVE
    return PHRASE if tag in {"APPR", "APPRART", "PROAV"} else OTHER


def _top(joined: dict[int, int], place: int) -> int:
    """The first conjunct of all; loops, which a wrong tree may hold, end where they began."""
    seen = {place}
    while place in joined and joined[place] not in seen:
        place = joined[place]
        seen.add(place)
    return place


def _made(sent: Words, shape: Outline, places: list[int], links: dict[int, int]) -> Coordination:
    doc = sent.doc
    conjunctions = [links[place] for place in places if place in links]
    places = [_verb_inside(shape, place, places[0]) for place in places]
    category = _category(shape, places)
    conjunction = shape.lowers[conjunctions[-1]] if conjunctions else ""
    opener = _opener(shape, places[0], sent.start, conjunction) if conjunction in _SECOND else None
    return Coordination(
        conjuncts=tuple(doc[place] for place in places),
        conjunction=doc[conjunctions[-1]] if conjunctions else None,
        category=category,
        shared=tuple(doc[place] for place in sorted(_shared(shape, places, category))),
        truncated=tuple(
            doc[place] for place in places if shape.tags[place] == "TRUNC" or shape.lowers[place][-1] == "-"
        ),
        opener=None if opener is None else doc[opener],
    )


def _verb_inside(shape: Outline, place: int, first: int) -> int:
    """The participle of an auxiliary that was joined to a participle: *gespeichert und verarbeitet werden*."""
    if shape.tags[place] != "VAINF" or shape.tags[first] != "VVPP":
        return place
    return next((child for child in shape.under(place) if shape.tags[child] == "VVPP"), place)


def _opener(shape: Outline, first: int, start: int, conjunction: str) -> int | None:
    """*sowohl*, *entweder*, *weder* at most eight words before the end of the first conjunct."""
    for place in range(first, max(start, first - 8) - 1, -1):
        if _PAIRED.get(shape.lowers[place]) == conjunction:
            return place
        if shape.tags[place] in {"$,", "$."}:
            return None
    return None


def _category(shape: Outline, places: list[int]) -> str:
    kinds = [_kind(shape.tags[place]) for place in places if shape.tags[place] != "TRUNC"] or [NOUN]
    if VERB in kinds:
        finite = [place for place in places if shape.tags[place] in _FINITE]
        own = [place for place in finite[1:] if _has_own(shape, place)]
        # *wird geprüft und der Betrag ausgezahlt*: the second clause lacks only its auxiliary
        own += [place for place in places[1:] if _has_own_noun(shape, place) and _is_passive(shape, places[0])]
        return CLAUSE if own else VERB
    for kind in (PHRASE, NOUN, ADJECTIVE):
        if kind in kinds:
            return kind
    return OTHER


def _is_passive(shape: Outline, participle: int) -> bool:
    return shape.lowers[shape.heads[participle]] in _PASSIVE


def _has_own(shape: Outline, verb: int) -> bool:
    """Whether a finite verb has a subject or a conjunction of its own."""
    after = verb + 1
    if after < len(shape.tags) and shape.tags[after] == "PPER" and shape.lowers[after] in {"sie", "ich", "wir", "er"}:
        return True
    return any(shape.deps[child] in _SUBJECTS or shape.deps[child] == "cp" for child in shape.under(verb)) or any(
        shape.deps[child] == "oa" and any(shape.lowers[part] == "der" for part in shape.under(child))
        for child in shape.under(verb)
    )


def _shared(shape: Outline, places: list[int], category: str) -> set[int]:
    if category == VERB or (category == CLAUSE and shape.tags[places[0]] == "VVPP"):
        return _shared_by_verbs(shape, places)
    if category == NOUN:
        return _shared_by_nouns(shape, places)
    if category == ADJECTIVE:
        head = next((shape.heads[place] for place in places if shape.deps[place] != "cj"), -1)
        last = [place for place in places if head > place and shape.tags[head] in {"NN", "NE"}]
        if len(last) == len(places) or (head >= 0 and shape.tags[head].startswith("V")):
            return {head}
    return set()


def _shared_by_verbs(shape: Outline, places: list[int]) -> set[int]:
    """The subject, and the auxiliary or modal verb above participles and infinitives."""
    first = next(
        (place for place in places if shape.heads[place] not in places and shape.deps[place] != "cj"), places[0]
    )
    found = {child for child in shape.under(first) if shape.deps[child] in _SUBJECTS and _is_word(shape, child)}
    # *gespeichert und verarbeitet werden*: the auxiliary was joined to the participle
    found |= {shape.heads[place] for place in places if shape.tags[shape.heads[place]] == "VAINF"}
    if shape.tags[first] in _FINITE:
        return found
    above = first
    while shape.deps[above] in {"oc", "pd"} and shape.tags[shape.heads[above]].startswith("V"):
        above = shape.heads[above]
        found.add(above)
        found |= {child for child in shape.under(above) if shape.deps[child] in _SUBJECTS and _is_word(shape, child)}
        if shape.tags[above] in _FINITE:
            break
    if any(_has_own_noun(shape, place) for place in places[1:]):
        found = {place for place in found if shape.deps[place] not in _SUBJECTS}
    return found


def _has_own_noun(shape: Outline, participle: int) -> bool:
    """*wird geprüft und der Betrag ausgezahlt*: what looks like an object of a passive is its subject."""
    return shape.tags[participle] == "VVPP" and any(
        shape.deps[child] in {"sb", "oa"} and shape.tags[child] in {"NN", "NE", "PPER"}
        for child in shape.under(participle)
    )


def _shared_by_nouns(shape: Outline, places: list[int]) -> set[int]:
    """The article before the first noun when no later one has its own, and the preposition above."""
    first, found = places[0], set()
    articles = [
        [child for child in shape.under(place) if shape.tags[child] in _DETERMINERS and child < place]
        for place in places
    ]
    before = [child for group in articles for child in group if child < first]
    if before and not any(child > first for group in articles for child in group):
        found.add(before[0])
    for place in places:
        head = shape.heads[place]
        if shape.tags[head] in {"APPR", "APPRART"} and head < first:
            found.add(head)
    return found
