"""Settles tags about which teacher, second tagger and noun lexicon disagree, and what STTS says of reflexives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from training.trees import Tree

_TITLES = frozenset({"Herr", "Herrn", "Frau", "Dr.", "Prof.", "Familie", "Firma", "Fa."})
_SECOND = frozenset(
    {("VVINF", "VVPP"), ("VVFIN", "VAFIN"), ("NN", "VAFIN"), ("NN", "PTKANT"), ("ADJA", "VVFIN")},
)
"""Pairs (teacher, second) in which the second tagger is right more often than not."""

_SELF = {"mich": "ich", "mir": "ich", "dich": "du", "dir": "du", "uns": "wir", "euch": "ihr"}
_SHORTEST = 5
"""Letters that the last part of an unknown compound must have to be looked up."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """Forms that are only ever a name, and forms that are only ever a common noun."""

    names: frozenset[str]
    commons: frozenset[str]

    def is_name(self, word: str) -> bool:
        """Whether the word can only be a name, the genitive in *-s* included."""
        return word in self.names or (word.endswith("s") and word[:-1] in self.names and word not in self.commons)

    def is_common(self, word: str) -> bool:
        """Whether the word, or the end of a compound, is a common noun."""
        if word in self.commons:
            return True
        ends = (word[place:].capitalize() for place in range(3, len(word) - _SHORTEST + 1))
        return any(end in self.commons for end in ends)


def settled(tree: Tree, second: Sequence[str], nouns: Nouns) -> tuple[str, ...]:
    """The tags of a tree after a second opinion; ``second`` are the tags of the second tagger, token by token."""
    tags = [_noun(tree, place, second[place], nouns) for place in range(len(tree.words))]
    tags = [other if (tag, other) in _SECOND else tag for tag, other in zip(tags, second, strict=True)]
    return tuple("PRF" if tag == "PPER" and _reflexive(tree, place) else tag for place, tag in enumerate(tags))


def _noun(tree: Tree, place: int, other: str, nouns: Nouns) -> str:
    """``NN`` or ``NE``: the lexicon where it knows the word, names beside names, else the teacher."""
    word, tag = tree.words[place], tree.tags[place]
    if tag not in {"NN", "NE"} or not word[:1].isupper() or word.isupper():
        return tag
    before = place and (tree.words[place - 1] in _TITLES or tree.tags[place - 1] == "NE")
    beside = before or (place + 1 < len(tree.tags) and tree.tags[place + 1] == "NE")
    if nouns.is_name(word):
        return "NE"
    if tag == "NE" and other in {"NN", "NE"} and not beside and nouns.is_common(word):
        return "NN"
    return "NE" if other == "NE" and beside and not nouns.is_common(word) else tag


def _reflexive(tree: Tree, place: int) -> bool:
    """Whether *mich, uns …* points back at the subject of its clause."""
    subject = _SELF.get(tree.words[place].lower())
    head = tree.heads[place]
    if subject is None or tree.tags[head].startswith("APPR"):
        return False
    for _ in range(4):
        if any(
            tree.words[i].lower() == subject and tree.heads[i] == head and tree.deps[i] == "sb"
            for i in range(max(0, head - 30), min(len(tree.words), head + 30))
        ):
            return True
        if tree.deps[head] != "oc" or tree.heads[head] == head:
            return False
        head = tree.heads[head]
    return False
