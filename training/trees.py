"""Corrections of automatic trees: spelling that the teacher knows, signs that it does not, STTS by rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from app.languages.tokens_de import as_learnt

QUOTES = frozenset("\" „ “ ” ‚ ‘ » « ‹ › `` ''".split())
"""Quotation marks: the teacher takes them for nouns, so it never sees them."""

HIDDEN = QUOTES | {"[", "]"}
_OPENING = frozenset("„ ‚ « ‹ `` [".split())
_SEEN = {"–": "-", "—": "-", "…": "...", "gemäss": "gemäß", "Gemäss": "Gemäß"}
_ENDS = frozenset(". ! ? : ; ?! !! ?? !!!".split())
_SIGNS = frozenset("\"'’´`„“”‚‘»«‹›()[]{}/\\–—-…•·▪●■□☐☒_|.:;,!?")
_NOUNS = frozenset("§ §§ % ‰ € EUR °".split())
_ORDINAL = re.compile(r"\d+\.\Z")
_MODAL = re.compile(
    r"(?:m[uü](?:ss|ß)(?:t|te|test|ten|tet)?|kann(?:st)?|k[oö]nnt(?:e|est|en|et)?|darf(?:st)?|d[uü]rft(?:e|est|en|et)?"
    r"|soll(?:st|t|te|test|ten|tet)?|will(?:st)?|wollt(?:e|est|en|et)?|möcht(?:e|est|en|et))\Z",
    re.IGNORECASE,
)
_PARTICLE = (
    "(?:ab|an|auf|aus|bei|bereit|dar|durch|ein|fest|fort|frei|her|herab|heran|heraus|herbei|herein|los|mit|nach|nieder"
    "|offen|sicher|statt|teil|um|unter|vor|voran|voraus|wahr|weg|weiter|wieder|zurück|zusammen|zu)"
)
_WITH_ZU = re.compile(_PARTICLE + r"zu(?!ge(?!b|h|n|w|st))[a-zäöüß]+(?:en|ern|eln|un)\Z")
"""Separable verbs with *zu* inside; participles with *ge* are left out."""
_PARTICIPLE = re.compile(_PARTICLE + r"ge(?!b|h|n|w|st|lt|lo|sell|rat|fähr|deih|denk|dulden)[a-zäöüß]+(?:en|t)\Z")
"""Participles of separable verbs; infinitives such as *angehören* are left out."""
_WEAK = re.compile(
    r"(?:.*ge.+|(?:be|er|ver|zer|ent|über|unter|hinter|voll).+|.+ier)"
    r"(?<!steh)(?<!ginn)(?<!sprich)(?<!häl)(?<!träg)(?<!nimm)(?<!zieh)(?<!bleib)(?<!komm)(?<!finde)(?<!geh)(?<!fäll)t\Z"
)
"""What may be a participle in *-t*, without finite forms of strong verbs."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed text: tokens, whether a space follows, STTS tags, heads as positions, TIGER relations."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the teacher is shown of a text, where sentences start, and which token each word stands for."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    starts: tuple[bool, ...]
    kept: tuple[int, ...]


def tree_of(doc: Doc) -> Tree:
    """The annotation of a doc."""
    return Tree(
        words=tuple(token.text for token in doc),
        spaces=tuple(bool(token.whitespace_) for token in doc),
        tags=tuple(token.tag_ for token in doc),
        heads=tuple(token.head.i for token in doc),
        deps=tuple(token.dep_ for token in doc),
    )


def shown(doc: Doc) -> Shown:
    """The text in signs and spelling that the teacher knows, with the sentence starts of the doc.

    Signs that only confuse the teacher are left out, unless the text has nothing else.
    """
    words = [_SEEN.get(token.text, token.text) for token in as_learnt(doc)]
    kept = tuple(index for index, word in enumerate(words) if word not in HIDDEN) or tuple(range(len(words)))
    starts, pending = [], True
    for index, token in enumerate(doc):
        pending = pending or bool(token.is_sent_start)
        if index in kept:
            starts.append(pending)
            pending = False
    return Shown(tuple(words[i] for i in kept), tuple(bool(doc[i].whitespace_) for i in kept), tuple(starts), kept)


def restored(doc: Doc, part: Shown, tags: Sequence[str], heads: Sequence[int], deps: Sequence[str]) -> Tree:
    """The teacher's tree of ``part`` as a tree of the whole text: each hidden sign hangs on its neighbour.

    An opening sign belongs to the word after it, any other to the word before it, or to that word's head if the word
    is punctuation: so no branch is ever crossed.
    """
    size = len(doc)
    tree_tags, tree_heads, tree_deps = ["$("] * size, [-1] * size, ["punct"] * size
    for place, tag, head, dep in zip(part.kept, tags, heads, deps, strict=True):
        tree_tags[place], tree_heads[place], tree_deps[place] = tag, part.kept[head], dep
    kept = set(part.kept)
    opening, quoted = False, False
    for index in range(size):
        text = doc[index].text
        if text in QUOTES:
            quoted = not quoted
        if index in kept:
            continue
        if index == 0 or index - 1 in kept:
            opening = text in _OPENING or (text in {'"', "»"} and quoted)
        before = max((i for i in part.kept if i < index), default=-1)
        after = min((i for i in part.kept if i > index), default=size)
        if before < 0 or any(doc[i].is_sent_start for i in range(before + 1, index + 1)):
            opening = True
        if after == size or any(doc[i].is_sent_start for i in range(index + 1, after + 1)):
            opening = False
        near = after if opening or before < 0 else before
        tree_heads[index] = tree_heads[near] if tree_deps[near] == "punct" else near
    words, spaces = tuple(t.text for t in doc), tuple(bool(t.whitespace_) for t in doc)
    return Tree(words, spaces, tuple(tree_tags), tuple(tree_heads), tuple(tree_deps))


def by_rule(tree: Tree) -> tuple[str, ...]:
    """The tags, right where STTS leaves no choice: punctuation, brackets, ordinals, units, modal verbs, *dass*."""
    after = (*tree.words[1:], "")
    tags = [_tag(*item) for item in zip(tree.words, tree.tags, after, strict=True)]
    return tuple("VVPP" if tag == "VVFIN" and _under_auxiliary(tree, i) else tag for i, tag in enumerate(tags))


def _tag(word: str, tag: str, after: str) -> str:
    if set(word) <= _SIGNS:
        return "$," if word == "," else "$." if word in _ENDS else "$("
    if word in _NOUNS:
        return "NN"
    if _ORDINAL.match(word) and after[:1].isalpha():
        return "ADJA"
    if word.lower() == "dass":
        return "KOUS"
    return _verb(word, tag)


def _verb(word: str, tag: str) -> str:
    if _MODAL.match(word) and (tag == "VVFIN" or word.lower() in {"muss", "muß"}):
        return "VMFIN"
    if _WITH_ZU.match(word) and not (tag == "ADJA" and word.endswith("enden")):
        return "VVIZU"
    if tag in {"VVINF", "VVIZU"} and _PARTICIPLE.match(word):
        return "VVPP"
    return "VVINF" if tag == "VVIZU" and "zu" not in word[1:] else tag


def _under_auxiliary(tree: Tree, index: int) -> bool:
    """Whether this is the non-finite verb of an auxiliary: same clause, relation ``oc``, a weak participle."""
    head = tree.heads[index]
    between = tree.words[min(head, index) : max(head, index)]
    auxiliary = tree.tags[head].startswith("VA") and head != index
    return auxiliary and tree.deps[index] == "oc" and bool(_WEAK.match(tree.words[index])) and "," not in between
