"""Variety for the training data: old spelling, other quotation marks, other names, compounds in three tokens.

All choices depend on the text alone, so two runs make the same data.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from training.spelling import as_learnt
from training.trees import QUOTES, Tree

_PAIRS = (("``", "''"), ("„", "“"), ('"', '"'), ("»", "«"), ("«", "»"))
_COMPOUND = re.compile(r"([A-ZÄÖÜ][\w.]*)-([A-ZÄÖÜ][a-zäöüß]+)\Z")
_NAME = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,}\Z")

RENAMED = 0.35
"""Share of the texts with names that get other names: the administrative texts have few, and always the same."""

CUT = 0.1
"""Share of the texts whose compounds with a hyphen become three tokens, as some treebanks write them."""


def varied(tree: Tree, doc: Doc, names: Sequence[str]) -> Tree:
    """The tree with other words where that changes nothing about it; ``doc`` holds the words of the tree."""
    dice = random.Random(zlib.crc32(" ".join(tree.words).encode()))  # noqa: S311
    # Texts of today and texts in the old spelling: the network has to know both.
    words = [token.text for token in as_learnt(doc)] if dice.random() < 0.5 else list(tree.words)
    _quote(words, dice)
    if names and dice.random() < RENAMED:
        for place, (word, tag) in enumerate(zip(words, tree.tags, strict=True)):
            if tag == "NE" and _NAME.match(word):
                name = dice.choice(names)
                words[place] = name + "s" if word.endswith("s") and not name.endswith("s") else name
    tree = replace(tree, words=tuple(words))
    return cut(tree) if dice.random() < CUT else tree


def _quote(words: list[str], dice: random.Random) -> None:
    """Quotation marks of another kind in half of the texts: one kind must not stand for all."""
    places = [index for index, word in enumerate(words) if word in QUOTES and word not in {"‚", "‘"}]
    pick = dice.randrange(len(_PAIRS) * 2)
    if len(places) % 2 == 0 and pick < len(_PAIRS):
        for count, index in enumerate(places):
            words[index] = _PAIRS[pick][count % 2]


def cut(tree: Tree) -> Tree:
    """*SGB-Leistung* as three tokens: the first part hangs on the last, which keeps the place in the tree."""
    parts = [_COMPOUND.match(word) if tag == "NN" else None for word, tag in zip(tree.words, tree.tags, strict=True)]
    if not any(parts):
        return tree
    last: list[int] = []
    for part in parts:
        last.append((last[-1] if last else -1) + (3 if part else 1))
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    for place, part in enumerate(parts):
        if part:
            words += [part[1], "-"]
            spaces += [False, False]
            tags += ["NN", "$("]
            heads += [last[place], last[place]]
            deps += ["nk", "punct"]
        words.append(part[2] if part else tree.words[place])
        spaces.append(tree.spaces[place])
        tags.append(tree.tags[place])
        heads.append(last[tree.heads[place]])
        deps.append(tree.deps[place])
    return Tree(tuple(words), tuple(spaces), tuple(tags), tuple(heads), tuple(deps))
