"""How well passives are found: precision, recall and F1 by sentence, against sentences from gold trees.

    python -m benchmarks.passive DATA_DIR

``DATA_DIR`` holds files ``de_*.jsonl`` and ``en_*.jsonl``; each line has ``id``, ``text`` and whether the sentence
contains a passive: ``werden_passive`` in German, ``passive_any`` in English.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.languages import Language, load
from app.settings import load as load_settings

GOLD = {"de": "werden_passive", "en": "passive_any"}


@dataclass(frozen=True, slots=True)
class Counts:
    """Sentences by what gold says and what we say."""

    both: int = 0
    ours: int = 0
    gold: int = 0
    neither: int = 0

    @property
    def n(self) -> int:
        """All sentences."""
        return self.both + self.ours + self.gold + self.neither

    @property
    def precision(self) -> float:
        """Share of right ones among the sentences in which we find a passive."""
        return self.both / max(self.both + self.ours, 1)

    @property
    def recall(self) -> float:
        """Share of the sentences with a passive in which we find one."""
        return self.both / max(self.both + self.gold, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.both / max(2 * self.both + self.ours + self.gold, 1)


def count(pairs: Iterable[tuple[bool, bool]]) -> Counts:
    """Counts of pairs (gold, ours)."""
    both = ours = gold = neither = 0
    for truth, found in pairs:
        both += truth and found
        ours += found and not truth
        gold += truth and not found
        neither += not truth and not found
    return Counts(both, ours, gold, neither)


def has_passive(language: Language, text: str) -> bool:
    """Whether a passive is found; the German state passive is another rule's business and does not count."""
    with language.session():
        doc = language.parse_text(text)
        found = [passive for sent in doc.sents for passive in language.passives(sent)]
        return any(language.code == "en" or not passive.state for passive in found)


def half(identifier: str) -> int:
    """0 or 1. The English grammar was developed on half 0; half 1 was only counted."""
    return zlib.crc32(identifier.encode()) % 2


def measure(path: Path, language: Language) -> list[tuple[str, Counts]]:
    """Counts for the whole file and for its two halves."""
    field = GOLD[language.code]
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    judged = [(half(row["id"]), (bool(row[field]), has_passive(language, row["text"]))) for row in rows]
    return [
        ("all", count(pair for _, pair in judged)),
        ("half 0", count(pair for part, pair in judged if part == 0)),
        ("half 1", count(pair for part, pair in judged if part == 1)),
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a table with a line for each file and half."""
    parser = argparse.ArgumentParser(prog="benchmarks.passive", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder with de_*.jsonl and en_*.jsonl")
    folder: Path = parser.parse_args(arguments).data
    print(f"{'file':<18}{'part':<8}{'n':>6}{'gold':>6}{'P':>8}{'R':>8}{'F1':>8}")
    for code in GOLD:
        files = sorted(folder.glob(f"{code}_*.jsonl"))
        language = load(code, load_settings()) if files else None
        for path in files:
            assert language is not None
            for part, counts in measure(path, language):
                gold = counts.both + counts.gold
                print(
                    f"{path.stem:<18}{part:<8}{counts.n:>6}{gold:>6}"
                    f"{counts.precision:>8.3f}{counts.recall:>8.3f}{counts.f1:>8.3f}"
                )


if __name__ == "__main__":
    main()
