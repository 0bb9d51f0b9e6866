"""Corrections of automatic trees: spelling that the teacher knows, signs that it does not, STTS by rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc
from spacy.vocab import Vocab

from app.languages.tags_de import certain
from training.spelling import as_learnt

QUOTES = frozenset("\" „ “ ” ‚ ‘ » « ‹ › `` ''".split())
"""Quotation marks: the teacher takes them for nouns, so it never sees them."""

HIDDEN = QUOTES | {"[", "]"}
_OPENING = frozenset("„ ‚ « ‹ `` [".split())
_SEEN = {"–": "-", "—": "-", "…": "...", "gemäss": "gemäß", "Gemäss": "Gemäß"}


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


def doc_of(tree: Tree, vocab: Vocab) -> Doc:
    """The tree as a doc."""
    words, spaces = list(tree.words), list(tree.spaces)
    return Doc(vocab, words, spaces, tags=list(tree.tags), heads=list(tree.heads), deps=list(tree.deps))


def shown(doc: Doc) -> Shown:
    """The text in signs and spelling that the teacher knows, with the sentence starts of the doc.

    Signs that only confuse the teacher are left out, unless the text has nothing else.
    """
    words = [_SEEN.get(token.text, token.text) for token in as_learnt(doc)]
    kept = tuple(index for index, word in enumerate(words) if word not in HIDDEN) or tuple(range(len(words)))
    starts, pending, members = [], True, set(kept)
    for index, token in enumerate(doc):
        pending = pending or bool(token.is_sent_start)
        if index in members:
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


def by_rule(tree: Tree) -> Tree:
    """The tree with its tags right where STTS leaves no choice, by the same rules as in the service."""
    return replace(tree, tags=tuple(certain(tree.words, tree.tags, tree.heads, tree.deps)))
