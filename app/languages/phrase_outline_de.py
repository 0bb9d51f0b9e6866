"""Where the noun phrases of a German sentence are: head, determiner, adjectives, preposition, words of a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from app.languages.outline_de import outline
from app.languages.phrase_cells_de import ALL, noun_cells

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

NOUNS: Final = frozenset({"NN", "NE"})
_PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PRELS", "PRF", "PWS", "PPOSS"})
_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT", "PRELAT"})
_QUANTIFIERS = frozenset({"PIAT", "PIDAT"})
_PREPOSITIONS = frozenset({"APPR", "APPRART", "KOKOM", "APPO", "KOUI"})
_GLUED = frozenset({"NN", "NE", "ADJA", "FM", "TRUNC"})
_QUOTES = frozenset("„ “ ” \" ‚ ‘ ’ » « `` ''".split())
_INSIDE = frozenset({"$,", "KON", "TRUNC", "ADJD", "ADV", "PTKA", "PTKNEG", "VVPP", "VVINF", "VVFIN"})
_ARGUMENTS = frozenset({"sb", "oa", "oa2", "da", "og", "pd", "ep"})
_NOT_ARTICLE_BEFORE = frozenset({"PPER", "PIS", "PRF", "VAFIN", "VVFIN", "VMFIN", "$.", "$,"})
_COUNTED = frozenset({"ADJA", "CARD", "TRUNC"}) | _QUANTIFIERS
_LONE = frozenset({"ADJA", "ART", "PIAT", "PDAT", "PIDAT", "CARD"})
_MAY_HEAD = NOUNS | _PRONOUNS | _LONE


@dataclass(slots=True)
class Lines:
    """A sentence as plain lists; ``heads`` are places in it."""

    sent: Words
    words: list[str]
    """In lower case."""
    tags: list[str]
    deps: list[str]
    heads: list[int]
    openers: dict[int, str]
    """The verbs of clauses that a conjunction opens, with its tag."""
    glued: set[int]
    """Words that a hyphen without spaces joins to the next one but one, where a tokenizer splits *IT-Stelle*."""

    def text(self, place: int) -> str:
        """The word as it is written."""
        return self.sent.doc[self.sent.start + place].text


@dataclass(slots=True)
class Nominal:
    """A noun phrase in the making; all places count from the start of the sentence, -1 for none."""

    place: int
    word: str
    tag: str
    relation: str
    """The relation of the phrase, of its preposition too where it has one."""
    cells: int = ALL
    """What the words allow."""
    shown: int = ALL
    """What determiner and adjectives allow."""
    cues: int = 0
    """How many words of the phrase show its case: determiner, adjectives; a pronoun is one."""
    determiner: int = -1
    preposition: int = -1
    adjectives: list[int] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)
    first: int = 0
    last: int = 0
    leader: int = -1
    """The place of the phrase that this one follows in case: first conjunct, or what an apposition explains."""
    case: int = -1
    """Index in ``CASES``, once settled."""
    certain: bool = False
    joined: bool = False
    """Whether *und* or *oder* stands before the phrase."""
    known: bool = False
    """Whether the noun is in the lexicon."""


def lines_of(sent: Words) -> Lines:
    """The sentence as plain lists, cut from those of the whole text."""
    start, end = sent.start, sent.end
    whole = outline(sent.doc)
    words, tags, deps = whole.lowers[start:end], whole.tags[start:end], whole.deps[start:end]
    heads = [
        head - start if start <= head < end else place  # a head outside is as good as none
        for place, head in enumerate(whole.heads[start:end])
    ]
    openers = {heads[place]: tags[place] for place, relation in enumerate(deps) if relation == "cp"}
    glued: set[int] = set()
    if "-" in words:
        glued = {place - 1 for place in range(1, len(words) - 1) if words[place] == "-" and _is_glue(place, tags, sent)}
    return Lines(sent, words, tags, deps, heads, openers, glued)


def _is_glue(hyphen: int, tags: Sequence[str], sent: Words) -> bool:
    before, sign = sent[hyphen - 1], sent[hyphen]
    return tags[hyphen + 1] in _GLUED and not before.whitespace_ and not sign.whitespace_


def nominals(lines: Lines) -> dict[int, Nominal]:
    """The noun phrases of a sentence by the place of their head, in text order, without what their words allow."""
    found: dict[int, Nominal] = {}
    names: list[int] = []
    determiner_of: dict[int, int] = {}
    for place, tag in enumerate(lines.tags):
        if place in lines.glued:
            _unglue(place, lines)
            if tag in NOUNS:
                names.append(place)
        elif tag in _MAY_HEAD:
            kind = _kind(place, tag, lines)
            if kind == "part":
                names.append(place)
            elif kind:
                found[place] = Nominal(place, lines.text(place), kind, lines.deps[place], first=place, last=place)
        if tag in _DETERMINERS and place not in found and lines.heads[place] > place:
            determiner_of.setdefault(lines.heads[place], place)
    for one in found.values():
        if one.tag not in _PRONOUNS:
            _span(one, lines, determiner_of)
        _preposition(one, lines)
        one.joined = one.first > 0 and lines.tags[one.first - 1] == "KON"
    for place in names:
        _join(place, found, lines)
    return found


def _kind(place: int, tag: str, lines: Lines) -> str:
    """What heads a phrase here: the tag, ``NN`` for a noun taken for an adjective, ``part`` for a word of a name."""
    if tag == "NE" and lines.deps[place] == "pnc" and lines.heads[place] != place:
        return "part" if lines.tags[lines.heads[place]] == "NE" else tag
    if tag not in _LONE:
        return "" if lines.words[place] in _QUOTES else tag
    if tag == "ADJA" and place and lines.text(place)[0].isupper() and _is_noun(place, lines):
        return "NN"
    return tag if _is_lone(lines, place) else ""


def _is_lone(lines: Lines, place: int) -> bool:
    """Whether an article or adjective stands for a noun: *die Ältere*, a relative pronoun taken for an article."""
    relation, head = lines.deps[place], lines.heads[place]
    following = lines.tags[place + 1 : place + 2]
    if lines.tags[place] == "ART" and (not following or following[0] in _NOT_ARTICLE_BEFORE):
        return True
    if lines.tags[place] == "ART" and place and lines.tags[place - 1] == "$," and _opens_relative(lines, place):
        return True
    if relation in _ARGUMENTS:
        return lines.tags[place] != "CARD"
    if relation != "nk" or lines.tags[head] != "APPR" or head > place or lines.tags[place] == "CARD":
        return False
    return not following or following[0] not in {"NN", "NE", "ADJA", "CARD", "TRUNC"}


def _is_noun(place: int, lines: Lines) -> bool:
    """Whether a capital word taken for an adjective is a noun: *die Vorsitzende Weber*, not *der Nahe Osten*."""
    following = lines.tags[place + 1 : place + 2]
    return (not following or following[0] not in {"NN", "ADJA", "CARD", "TRUNC"}) and noun_cells(lines.text(place)) > 0


def _opens_relative(lines: Lines, place: int) -> bool:
    """Whether an article is rather the relative pronoun that its clause lacks: *…, die Lindenbach anbietet*."""
    noun = lines.heads[place]
    verb = lines.heads[noun]
    if noun < place or lines.deps[verb] != "rc" or verb < noun or noun == verb or lines.tags[place + 1] != "NE":
        return False
    return not any(tag in {"PRELS", "PRELAT", "PWAV", "PWS"} for tag in lines.tags[place:verb])


def _unglue(place: int, lines: Lines) -> None:
    """Hands the relation of the first part of a compound to the last: *IT* in *IT-Stelle*."""
    after = place + 2
    governed = lines.deps[place] == "nk" and lines.tags[lines.heads[place]] in _PREPOSITIONS
    if (lines.heads[after] in (place, place + 1) or governed) and lines.heads[place] not in (place, place + 1, after):
        lines.heads[after], lines.deps[after] = lines.heads[place], lines.deps[place]
    for word, head in enumerate(lines.heads):
        if head == place and word != place:
            lines.heads[word] = after
    lines.heads[place], lines.deps[place] = after, "pnc"


def _span(one: Nominal, lines: Lines, determiner_of: dict[int, int]) -> None:
    """Finds determiner and adjectives: side by side before the head, or a determiner further left by the tree."""
    tags, heads = lines.tags, lines.heads
    place = one.place - 1
    while place >= 0:
        tag = tags[place]
        if tag == "ADJA" or (tag == "CARD" and heads[place] != place):
            one.adjectives.append(place)
        elif tag in _DETERMINERS:
            if lines.deps[place] in _ARGUMENTS and heads[place] > one.place:
                break
            if tag in _QUANTIFIERS and place and tags[place - 1] in _DETERMINERS:
                one.adjectives.append(place)
            else:
                one.determiner = one.first = place
                break
        elif tag == "APPRART":
            one.determiner = one.preposition = one.first = place
            break
        elif not _is_inside(place, one, lines):
            break
        if tag == "TRUNC":
            one.parts.append(place)
        if tag in _COUNTED:
            one.first = place
        place -= 1
    if one.determiner < 0:
        one.determiner = determiner_of.get(one.place, -1)
        if one.determiner >= 0:
            one.first = one.determiner
    one.adjectives.reverse()
    one.parts.reverse()


def _is_inside(place: int, one: Nominal, lines: Lines) -> bool:
    """Whether a word between determiner and noun may be passed over: quotes, commas, parts of compounds, adverbs."""
    tag = lines.tags[place]
    if tag == "TRUNC" or place in lines.glued or place - 1 in lines.glued or lines.words[place] in _QUOTES:
        return True
    return tag in _INSIDE and _is_under(place, one.place, lines.heads)


def _is_under(place: int, head: int, heads: Sequence[int]) -> bool:
    for _ in range(4):
        place = heads[place]
        if place == head:
            return True
    return False


def _preposition(one: Nominal, lines: Lines) -> None:
    """Finds the preposition: the head of the noun, or one that stands right before the phrase and has no noun."""
    tags, deps, heads = lines.tags, lines.deps, lines.heads
    if one.preposition >= 0:
        one.relation = deps[one.preposition] if one.relation == "nk" else one.relation
        return
    head = heads[one.place]
    if one.relation == "nk" and tags[head] == "ADV" and deps[head] == "nk":  # *von unter 18 Stunden*
        head = heads[head]
    if one.relation == "nk" and head != one.place and tags[head] in _PREPOSITIONS:
        one.preposition = head
    before = one.first - 1
    if before > 0 and lines.words[before] in _QUOTES:
        before -= 1
    if one.preposition < 0 <= before and tags[before] in {"APPR", "APPRART"}:
        others = [place for place, head in enumerate(heads) if head == before and deps[place] == "nk"]
        if all(one.first <= place <= one.place and tags[place] != "CARD" for place in others):
            one.preposition = before
    if one.preposition >= 0:
        one.relation = deps[one.preposition]


def _join(place: int, found: dict[int, Nominal], lines: Lines) -> None:
    """Adds the word of a name to the phrase of its last word."""
    head = lines.heads[place]
    for _ in range(6):
        if head in found:
            found[head].parts.append(place)
            found[head].parts.sort()
            found[head].first = min(found[head].first, place)
            found[head].last = max(found[head].last, place)
            found[head].joined |= place > 0 and lines.tags[place - 1] == "KON"
            return
        head = lines.heads[head]
