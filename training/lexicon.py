"""Builds the word data of the German grammar facts: python -m training.lexicon OUT [--nouns nouns.csv].

    python -m training.lexicon app/languages/data

Needs the package german-nouns 1.2.5 (data from Wiktionary, CC BY-SA 4.0), which the product itself does not need.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

from training import noun_rows

NOUNS = "nouns_de.txt.gz"


def write(path: Path, lines: Iterable[str]) -> None:
    """Writes lines as gzip, the same bytes for the same lines."""
    data = "".join(f"{line}\n" for line in lines).encode()
    path.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))


def main() -> None:
    """Writes the data files; see the top of this file."""
    parser = argparse.ArgumentParser(description="Builds the word data of the German grammar facts.")
    parser.add_argument("out", type=Path, help="folder for the data files")
    parser.add_argument("--nouns", type=Path, help="nouns.csv of german-nouns; else that of the installed package")
    options = parser.parse_args()
    nouns = options.nouns or Path(str(distribution("german-nouns").locate_file("german_nouns/nouns.csv")))
    options.out.mkdir(parents=True, exist_ok=True)
    write(options.out / NOUNS, noun_rows.lines(noun_rows.paradigms(nouns)))


if __name__ == "__main__":
    main()
