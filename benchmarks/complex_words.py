"""How well the difficulty of German words tells which ones readers marked as hard, on words kept apart.

    python -m benchmarks.complex_words CWI.tsv

The file and the part kept apart: ``training/difficulty.py``. A word was marked when one reader of about ten did so. The
flag is a difficulty of 0.5 or more; a phrase of several words is always flagged. The rule ``rare-word`` is much
stricter than the flag: it asks for a higher difficulty and for a rare word, and leaves out names and explained words.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from app.languages.difficulty_de import difficulty, frequencies
from training.difficulty import Marked, marked

_FLAG = 0.5


def flag(text: str) -> bool:
    """Whether the model calls a word hard; a phrase of several words is one more thing to take in, and is."""
    return max(difficulty(word).value for word in text.split()) >= _FLAG or len(text.split()) > 1


def is_long(text: str) -> bool:
    """The first baseline."""
    return len(text) > 10


def is_rare(text: str) -> bool:
    """The second baseline: a word that stands less than once in 100,000 words (Zipf 4)."""
    return min(frequencies().get(word.casefold(), 0.0) for word in text.split()) < 4


def figures(rows: list[Marked], flags: Callable[[str], bool]) -> tuple[float, float, float]:
    """Macro-F1 of both answers, and precision and recall of *hard*."""
    pairs = [(flags(one.text), one.hard) for one in rows]
    scores = []
    for answer in (True, False):
        right = sum(said == answer == is_so for said, is_so in pairs)
        said_so, are_so = sum(said == answer for said, _ in pairs), sum(is_so == answer for _, is_so in pairs)
        precision, recall = right / max(said_so, 1), right / max(are_so, 1)
        scores.append((2 * precision * recall / max(precision + recall, 1e-9), precision, recall))
    return (scores[0][0] + scores[1][0]) / 2, scores[0][1], scores[0][2]


def main() -> None:
    """Prints one table: the flag beside length alone and frequency alone."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    apart = [one for one in marked(parser.parse_args().file) if one.apart]
    words = [one for one in apart if " " not in one.text]
    print("kept apart                 |    n | macro-F1 | precision | recall")
    for title, rows in (("single words", words), ("words and phrases", apart)):
        for name, flags in (("flag", flag), ("letters > 10", is_long), ("frequency < 4", is_rare)):
            macro, precision, recall = figures(rows, flags)
            print(f"{title:18} {name:14}| {len(rows):4} | {macro:8.3f} | {precision:9.3f} | {recall:6.3f}")


if __name__ == "__main__":
    main()
