"""Fits how hard German sentences are to the ratings of readers, and writes ``app/languages/data/level.json``.

    python -m training.level FOLDER

FOLDER holds ``textcomplexityde.jsonl`` (sentences with the mean rating of some ten readers, 1 to 7, and their article)
and ``cefr_synthetic.jsonl`` (the same topic told from A1 to C2). A third of the articles and half of the topics, by
their hash, are kept apart for ``benchmarks/level.py`` and not read here. The ratings alone fit the weights; none may be
negative, so that more of a trait never makes a text easier. The topics only say where the bands begin.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app import languages
from app.languages import Language, sentences
from app.settings import load

BANDS = ("A1", "A2", "B1", "B2", "C1", "C2")
_OUT = Path(__file__).parent.parent / "app" / "languages" / "data" / "level.json"
_RIDGE = 10.0
_ROUNDS = 3000
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rated:
    """A text with its mean rating, its letters, the mean traits of its sentences, and whether it is kept apart."""

    rating: float
    letters: int
    traits: dict[str, float]
    apart: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with the mean traits of its text at each band, and whether it is kept apart."""

    bands: dict[str, dict[str, float]]
    apart: bool


def mean_traits(language: Language, text: str) -> dict[str, float]:
    """The mean traits of the sentences of a text; empty where it has none."""
    found = [traits for sent in sentences(language.parse_text(text)) if (traits := language.fact("traits", sent))]
    return {name: float(np.mean([traits[name] for traits in found])) for name in (found[0] if found else ())}


def rated(folder: Path, language: Language) -> Iterator[Rated]:
    """The sentences with ratings; the article decides what is kept apart."""
    for row in rows(folder / "textcomplexityde.jsonl"):
        apart = is_apart(f"article {row['Article_ID']}", 3)
        text = str(row["Sentence"])
        yield Rated(float(row["MOS_Complexity"]), len(text), mean_traits(language, text), apart)


def topics(folder: Path, language: Language) -> Iterator[Topic]:
    """The topics; each second one, by the hash of its number, is kept apart."""
    for number, row in enumerate(rows(folder / "cefr_synthetic.jsonl")):
        told = {band: mean_traits(language, str(row[band])) for band in BANDS}
        if all(told.values()):
            yield Topic(told, not is_apart(f"topic {number}", 2))


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a file of JSON lines."""
    yield from map(json.loads, path.read_text("utf-8").splitlines())


def is_apart(key: str, one_in: int) -> bool:
    """Whether the hash of a key picks it, one in so many."""
    return hashlib.sha256(key.encode()).digest()[0] % one_in == 0


def fit(table: Numbers, target: Numbers) -> Numbers:
    """Ridge regression whose weights are never negative, by coordinate descent; both are centred and in units."""
    gram = table.T @ table + _RIDGE * np.eye(table.shape[1])
    wanted, found = table.T @ target, np.zeros(table.shape[1])
    for _ in range(_ROUNDS):
        for place in range(len(found)):
            rest = wanted[place] - gram[place] @ found + gram[place, place] * found[place]
            found[place] = max(0.0, rest / gram[place, place])
    return found


def fitted(seen: Sequence[Rated], told: Sequence[Topic]) -> dict[str, object]:
    """The model as ``app.level.Weights`` reads it."""
    names = list(seen[0].traits)
    table = np.array([[one.traits[name] for name in names] for one in seen])
    target = np.array([one.rating for one in seen])
    means, spreads = table.mean(0), table.std(0)
    found = fit((table - means) / spreads, target - target.mean())

    def value(traits: dict[str, float]) -> float:
        parts = (np.array([traits[name] for name in names]) - means) / spreads
        return float(target.mean() + parts @ found)

    centres = [float(np.mean([value(topic.bands[band]) for topic in told])) for band in BANDS]
    return {
        "start": round(float(target.mean()), 4),
        "means": named(names, means),
        "spreads": named(names, spreads),
        "weights": named(names, found),
        "plain": {name: round(float(np.mean([topic.bands["B1"][name] for topic in told])), 4) for name in names},
        "steps": [round((one + other) / 2, 3) for one, other in pairwise(centres)],
    }


def named(names: Iterable[str], values: Numbers) -> dict[str, float]:
    """The numbers by name, rounded."""
    return {name: round(float(one), 4) for name, one in zip(names, values, strict=True)}


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    language = languages.load("de", load())
    with language.session():
        seen = [one for one in rated(folder, language) if not one.apart and one.traits]
        told = [one for one in topics(folder, language) if not one.apart]
    model = fitted(seen, told)
    _OUT.write_text(json.dumps(model, indent=2) + "\n", "utf-8")
    sys.stdout.write(f"{len(seen)} sentences, {len(told)} topics: {model['steps']}\n")


if __name__ == "__main__":
    main()
