"""Where the noun phrases of a German sentence are: head, determiner, adjectives, preposition, words of a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from app.languages.outline_de import outline
from app.languages.phrase_cells_de import ALL, GEN, has_own_s, name_cells, noun_cells

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Words

NOUNS: Final = frozenset({"NN", "NE"})
_PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PRELS", "PRF", "PWS", "PPOSS"})
_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT", "PRELAT"})
_QUANTIFIERS = frozenset({"PIAT", "PIDAT"})
_PREPOSITIONS = frozenset({"APPR", "APPRART", "KOKOM", "APPO", "KOUI", "KOUS"})
_GLUED = frozenset({"NN", "NE", "ADJA", "FM", "TRUNC"})
_QUOTES = frozenset("„ “ ” \" ‚ ‘ ’ » « `` ''".split())
_INSIDE = frozenset({"$,", "KON", "TRUNC", "ADJD", "ADV", "PTKA", "PTKNEG", "VVPP", "VVINF", "VVFIN"})
_ARGUMENTS = frozenset({"sb", "oa", "oa2", "da", "og", "pd", "ep"})
_NOT_ARTICLE_BEFORE = frozenset({"PPER", "PIS", "PRF", "VAFIN", "VVFIN", "VMFIN", "$.", "$,"})
_BEHIND = frozenset({"nach", "zufolge"})
_OPINIONS = frozenset("meinung ansicht auffassung angabe angaben kenntnis erfahrung".split())
_ARTICLES = frozenset({"ART", "PPOSAT", "PDAT"})
_COUNTED = frozenset({"ADJA", "CARD", "TRUNC"}) | _QUANTIFIERS
_LONE = frozenset({"ADJA", "ART", "PIAT", "PDAT", "PIDAT", "CARD"})
_MAY_HEAD = NOUNS | _PRONOUNS | _LONE
_PLAIN = _PRONOUNS | {"NN"}


@dataclass(slots=True)
class Lines:
    """A sentence as plain lists; ``heads`` are places in it."""

    doc: Doc
    start: int
    """The place of the sentence in the document."""
    words: list[str]
    """In lower case."""
    tags: list[str]
    deps: list[str]
    heads: list[int]
    openers: dict[int, str]
    """The verbs of clauses that a conjunction opens, with its tag."""
    verbs_below: dict[int, list[int]]
    """The verbs with others right below them: *wird* with *geprüft*."""
    with_particle: set[int]
    """The verbs whose particle stands apart."""
    glued: set[int]
    """Words that a hyphen without spaces joins to the next one but one, where a tokenizer splits *IT-Stelle*."""

    def text(self, place: int) -> str:
        """The word as it is written."""
        return self.doc[self.start + place].text


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
    openers: dict[int, str] = {}
    below: dict[int, list[int]] = {}
    with_particle: set[int] = set()
    for place, relation in enumerate(deps):
        if relation == "oc":
            if tags[place][:1] == "V" and heads[place] != place:
                below.setdefault(heads[place], []).append(place)
        elif relation == "cp":
            openers[heads[place]] = tags[place]
        elif relation == "svp":
            with_particle.add(heads[place])
    glued: set[int] = set()
    if "-" in words:
        glued = {place - 1 for place in range(1, len(words) - 1) if words[place] == "-" and _is_glue(place, tags, sent)}
    return Lines(sent.doc, start, words, tags, deps, heads, openers, below, with_particle, glued)


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
            kind = tag if tag in _PLAIN and lines.words[place] not in _QUOTES else _kind(place, tag, lines)
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
        is_part = lines.tags[lines.heads[place]] == "NE" or _is_first_name(place, lines)
        return "part" if is_part and not _is_owner(place, lines) else tag
    if tag not in _LONE:
        return "" if lines.words[place] in _QUOTES else tag
    if tag == "ADJA" and place and lines.text(place)[0].isupper() and _is_noun(place, lines):
        return "NN"
    return tag if _is_lone(lines, place) else ""


def _is_first_name(place: int, lines: Lines) -> bool:
    """Whether a name goes on in words taken for nouns: *Eva Apfel*, but not *Lindenbachs Schulen*."""
    head = lines.heads[place]
    return head > place and lines.tags[head] == "NN" and not _has_s(place, lines)


def _is_owner(place: int, lines: Lines) -> bool:
    """Whether a name stands in the genitive before what it owns: *Lindenbachs Bürgermeisterin Eva Weber*."""
    if not _has_s(place, lines):
        return False
    following = lines.tags[place + 1] if place + 1 < len(lines.tags) else ""
    known = name_cells(lines.text(place)) if following == "NE" else GEN
    return following in NOUNS and known != 0 and known & ~GEN == 0


def _has_s(place: int, lines: Lines) -> bool:
    return lines.words[place].endswith("s") and not has_own_s(lines.text(place))


def _is_lone(lines: Lines, place: int) -> bool:
    """Whether an article or adjective stands for a noun: *die Ältere*, a relative pronoun taken for an article."""
    relation, head, tag = lines.deps[place], lines.heads[place], lines.tags[place]
    following = lines.tags[place + 1] if place + 1 < len(lines.tags) else "$."
    if tag == "ART" and _is_pronoun(lines, place, following):
        return True
    if relation in _ARGUMENTS:
        return tag != "CARD"
    if relation != "nk" or lines.tags[head] != "APPR" or head > place or tag == "CARD":
        return False
    return following not in {"NN", "NE", "ADJA", "CARD", "TRUNC"}


def _is_pronoun(lines: Lines, place: int, following: str) -> bool:
    """Whether an article is a pronoun by what follows; hangs it on the verb where the parser took it for an article."""
    if following in _NOT_ARTICLE_BEFORE:
        if lines.deps[place] == "nk" and lines.heads[place] == place + 1:  # *Ware, die man braucht*
            _unlink(place, lines)
        return True
    if following in _ARTICLES and lines.heads[place] == lines.heads[place + 1]:
        _unlink(place, lines)
        return True
    return place > 0 and lines.tags[place - 1] == "$," and _opens_relative(lines, place)


def _unlink(place: int, lines: Lines) -> None:
    """Frees a pronoun taken for a second article: *Leute, die das Amt kennen*; *und der unserer Eltern*."""
    noun = lines.heads[place]
    if place and lines.tags[place - 1] == "KON":
        lines.heads[place], lines.deps[place] = lines.heads[noun], lines.deps[noun]
        lines.heads[noun], lines.deps[noun] = place, "ag"
        return
    verb = lines.heads[noun]
    lines.heads[place], lines.deps[place] = verb, "loose" if verb != noun else "ROOT"


def _is_noun(place: int, lines: Lines) -> bool:
    """Whether a capital word taken for an adjective is a noun: *die Vorsitzende Weber*, not *der Nahe Osten*."""
    following = lines.tags[place + 1 : place + 2]
    return (not following or following[0] not in {"NN", "ADJA", "CARD", "TRUNC"}) and noun_cells(lines.text(place)) > 0


def _opens_relative(lines: Lines, place: int) -> bool:
    """Whether an article is rather the relative pronoun that its clause lacks: *…, die Lindenbach anbietet*."""
    noun = lines.heads[place]
    verb = lines.heads[noun]
    if noun < place or lines.deps[verb] != "rc" or verb < noun or noun == verb:
        return False
    if lines.tags[place + 1] != "NE" and noun_cells(lines.text(place + 1)):
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
    if one.relation == "nk" and lines.words[head] in _BEHIND and _is_behind(head, one, lines):
        one.relation = "loose"  # *Ihrer Meinung nach fehlen Unterlagen*
        heads[one.place] = heads[head]
        return
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


def _is_behind(preposition: int, one: Nominal, lines: Lines) -> bool:
    """Whether a preposition stands behind its noun, so that the phrase that follows is none of its own."""
    return 0 < preposition < one.place and lines.words[preposition - 1] in _OPINIONS


def _join(place: int, found: dict[int, Nominal], lines: Lines) -> None:
    """Adds the word of a name to the phrase of its last word."""
    head = lines.heads[place]
    for _ in range(6):
        if head in found:
            found[head].parts.append(place)
            found[head].parts.sort()
            found[head].first = min(found[head].first, place)
            found[head].last = max(found[head].last, place)
            _adopt_determiner(place, found[head], lines)
            found[head].joined |= place > 0 and lines.tags[place - 1] == "KON"
            return
        head = lines.heads[head]


def _adopt_determiner(place: int, one: Nominal, lines: Lines) -> None:
    """Gives the phrase of a name the article and the preposition of its first word: *in der GALERIE LINDENBACH*."""
    before = place - 1
    if one.determiner < 0 <= before and lines.tags[before] in _DETERMINERS and lines.heads[before] == place:
        one.determiner = one.first = before
        if one.preposition < 0:
            _preposition(one, lines)
