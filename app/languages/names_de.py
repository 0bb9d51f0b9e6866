"""Names of people and places: which nouns the tagger took for names, or names for nouns, by a list of names."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from app.languages.noun_index_de import nouns

_DATA = Path(__file__).parent / "data"
_TITLES = frozenset("Herr Herrn Frau Dr. Prof. Familie Firma Fa. Stadt Gemeinde Landkreis Kreis".split())


def named(words: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The tags, with ``NE`` and ``NN`` where the lexicon knows better than the tagger.

    A word that is only ever a name is a name. A word that is only ever a common noun is one, unless a name or a title
    stands beside it (*Herr Koch*). Everything else stays as it was.
    """
    found = list(tags)
    for place, tag in enumerate(tags):
        word = words[place]
        if tag not in {"NN", "NE"} or not word[:1].isupper() or word.isupper():
            continue
        if tag == "NN" and is_name(word):
            found[place] = "NE"
        elif tag == "NE" and not _beside(words, tags, place) and is_common(word):
            found[place] = "NN"
    return found


def _beside(words: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Whether a name or a title stands beside this word."""
    before = place > 0 and (tags[place - 1] == "NE" or words[place - 1] in _TITLES)
    return before or (place + 1 < len(tags) and tags[place + 1] == "NE")


def is_name(word: str) -> bool:
    """Whether this form can only be a name; the genitive in *-s* is one too."""
    known = names()
    return known.get(word, False) or (word.endswith("s") and known.get(word[:-1], False) and not is_common(word))


def is_common(word: str) -> bool:
    """Whether this very form is known as a common noun, and not as a name as well. Compounds do not count."""
    if word in names():
        return False
    index = nouns()
    return any(not index.is_name(reading.lemma) for reading in index.direct(word))


@cache
def names() -> dict[str, bool]:
    """Names, and whether they are nothing else; read once when they are first needed."""
    words = gzip.decompress((_DATA / "names_de.txt.gz").read_bytes()).decode().split()
    return {word.removeprefix("~"): not word.startswith("~") for word in words}
