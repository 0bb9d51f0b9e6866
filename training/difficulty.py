"""Fits how hard German words are on sentences in which readers marked the words they found hard.

    python -m training.difficulty CWI.tsv

The file is that of the shared task on complex words of 2018: sentence in column 2, word or phrase in column 5, and in
column 10 whether any reader marked it. A quarter of the sentences, by their hash, is kept apart and not read here. It
prints ``_START`` and ``_WEIGHTS`` for ``app/languages/difficulty_de.py``.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from app.languages.difficulty_de import Difficulty, difficulty

_NAMES = ("zipf", "lemma", "part", "letters", "syllables", "depth", "foreign", "name")
_ROUNDS = 50
_RIDGE = 1.0


@dataclass(frozen=True, slots=True)
class Marked:
    """A word or phrase that readers saw, whether one of them marked it, and whether it is kept apart."""

    text: str
    hard: bool
    apart: bool


def marked(path: Path) -> Iterator[Marked]:
    """The words and phrases of a file; the sentence decides what is kept apart."""
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        apart = hashlib.sha256(cells[1].encode()).digest()[0] % 4 == 0
        yield Marked(cells[4].strip(), cells[9].strip() == "1", apart)


def row(found: Difficulty) -> list[float]:
    """The features of a word, in the order of ``_WEIGHTS``."""
    return [float(getattr(found, name)) for name in _NAMES]


def fit(rows: Iterable[list[float]], hard: Iterable[bool]) -> tuple[float, dict[str, float]]:
    """Start and weights of a logistic regression by Newton's method; both answers count the same."""
    x = np.array([[1.0, *one] for one in rows])
    y = np.array(list(hard), dtype=float)
    share = np.where(y == 1, 0.5 / y.mean(), 0.5 / (1 - y.mean()))
    weights = np.zeros(x.shape[1])
    ridge = np.eye(x.shape[1]) * _RIDGE
    ridge[0, 0] = 0
    for _ in range(_ROUNDS):
        guess = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (share * (y - guess)) - ridge @ weights
        bend = (x * (share * guess * (1 - guess))[:, None]).T @ x + ridge
        weights = weights + np.linalg.solve(bend, slope)
    return float(weights[0]), {name: float(weight) for name, weight in zip(_NAMES, weights[1:], strict=True)}


def main() -> None:
    """Prints what goes into ``app/languages/difficulty_de.py``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    given = parser.parse_args()
    words = [one for one in marked(given.file) if not one.apart and " " not in one.text]
    start, weights = fit([row(difficulty(one.text)) for one in words], [one.hard for one in words])
    sys.stdout.write(f"# {len(words)} words\n_START = {start:.3f}\n_WEIGHTS = {{\n")
    for name, weight in weights.items():
        sys.stdout.write(f'    "{name}": {weight:.3f},\n')
    sys.stdout.write("}\n")


if __name__ == "__main__":
    main()
