"""Writes the table of how often German words are used, from the word list of wordfreq.

    python -m training.frequency_rows LARGE_DE.msgpack.gz OUT.txt.gz [--rarest 2.0]

The list is ``wordfreq/data/large_de.msgpack.gz`` of the package wordfreq (data: CC BY-SA 4.0); reading it needs
``msgpack``. OUT has one line for each frequency: ten times its Zipf value (7 is *und*, 1 is once in 100 million
words), a tab, and its words in lower case.
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
from pathlib import Path
from typing import Any

_WORD = re.compile(r"[a-zäöüß]{2,}\Z")


def frequencies(path: Path, rarest: float) -> dict[str, int]:
    """Words of German letters with ten times their Zipf value, those below ``rarest`` left out."""
    import msgpack  # type: ignore[import-not-found]

    levels: list[Any] = msgpack.unpackb(gzip.decompress(path.read_bytes()), raw=False)
    found: dict[str, int] = {}
    for centibels, words in enumerate(levels[1:]):
        zipf = 9 - centibels / 100
        if zipf >= rarest:
            found.update((word, round(10 * zipf)) for word in words if _WORD.match(word))
    return found


def table(words: dict[str, int]) -> str:
    """The lines of the table, the most frequent words first."""
    levels: dict[int, list[str]] = {}
    for word, level in words.items():
        levels.setdefault(level, []).append(word)
    return "".join(f"{level}\t{' '.join(sorted(levels[level]))}\n" for level in sorted(levels, reverse=True))


def main() -> None:
    """Writes the table and says how many words it has."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rarest", type=float, default=2.0)
    given = parser.parse_args()
    found = frequencies(given.words, given.rarest)
    given.out.write_bytes(gzip.compress(table(found).encode(), 9, mtime=0))
    sys.stdout.write(f"{len(found)} words, {given.out.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
