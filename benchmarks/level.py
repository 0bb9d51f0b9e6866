"""How well the level tells what readers find hard, on articles and topics kept apart from the fit.

    python -m benchmarks.level FOLDER

The folder and what is kept apart: ``training/level.py``; besides, ``textcomplexityde_pairs.jsonl`` (originals with
their simplified versions), ``zix_legal.jsonl`` and ``zix_rrbs.jsonl`` (rulings and decisions of a government). It
prints the correlation with the readers beside that of the logarithm of the letters on the same sentences, the error,
how many pairs and topics are in the right order, and how well legal texts are told from those up to B1. Last the level
of each of our sample forms before and after the safe rewrites.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from app import languages, reading, scores
from app.checker import Checker
from app.languages import Language
from app.level import totals, weights
from app.model import Block, Document
from app.settings import Settings, load
from training.level import BANDS, Rated, Topic, is_apart, mean_traits, rated, rows, topics

_MANY = 3
"""Marks from which on an English text counts as hard."""
_CUT = 2500
"""Letters of a ruling that are read: they are long and much alike."""
_SAMPLES = Path(__file__).parent.parent / "sample_forms"


def correlation(one: Sequence[float], other: Sequence[float]) -> float:
    """Pearson's."""
    return float(np.corrcoef(one, other)[0, 1])


def told_apart(easy: Sequence[float], hard: Sequence[float]) -> float:
    """How often a hard text has the higher value than an easy one (the area under the curve)."""
    more, less = np.array(hard)[:, None], np.array(easy)[None, :]
    return float(np.mean((more > less) + 0.5 * (more == less)))


def against_readers(seen: Sequence[Rated]) -> None:
    """Correlation and error."""
    ratings = [one.rating for one in seen]
    values = [weights().value(one.traits) for one in seen]
    letters = [float(np.log(one.letters)) for one in seen]
    error = float(np.sqrt(np.mean((np.array(values) - np.array(ratings)) ** 2)))
    slope, start = np.polyfit(values, ratings, 1)
    mapped = float(np.sqrt(np.mean((slope * np.array(values) + start - np.array(ratings)) ** 2)))
    print(
        f"readers: {len(seen)} sentences, Pearson {correlation(values, ratings):.3f}, logarithm of the letters "
        f"{correlation(letters, ratings):.3f}, RMSE {error:.2f}, after linear mapping {mapped:.2f}"
    )


def in_order(told: Sequence[Topic]) -> list[float]:
    """Prints how many topics are in order; gives the values of all texts up to B1."""
    values = [[weights().value(topic.bands[band]) for band in BANDS] for topic in told]
    whole = np.mean([all(one < other for one, other in pairwise(row[:5])) for row in values])
    each = [float(np.mean([row[place] < row[place + 1] for row in values])) for place in range(5)]
    print(f"topics: {len(told)}, A1 < A2 < B1 < B2 < C1 in {whole:.1%}; each step {[f'{one:.1%}' for one in each]}")
    return [value for row in values for value in row[:3]]


def pairs(folder: Path, language: Language) -> None:
    """How many originals are harder than what was made of them."""
    found = []
    for row in rows(folder / "textcomplexityde_pairs.jsonl"):
        if is_apart(f"article {row['Article_ID']}", 3):
            one, other = (mean_traits(language, str(row[key])) for key in ("Original_Sentence", "Simplification"))
            if one and other:
                found.append(weights().value(one) > weights().value(other))
    print(f"pairs: {len(found)}, the original is harder in {np.mean(found):.1%}")


def legal(folder: Path, language: Language, easy: Sequence[float]) -> None:
    """How well rulings and decisions are told from texts up to B1."""
    for name in ("zix_legal", "zix_rrbs"):
        texts = (mean_traits(language, str(row["text"])[:_CUT]) for row in rows(folder / f"{name}.jsonl"))
        values = [weights().value(traits) for traits in texts if traits]
        print(f"{name}: {len(values)} texts against {len(easy)} up to B1, AUC {told_apart(easy, values):.4f}")


def english(settings: Settings) -> None:
    """Our level and the classic formulas on the same English texts: plain ones of ours, and those with many marks.

    Both sets were written by people who had not seen the program; a text counts as hard from three marks on.
    """
    language = languages.load("en", settings)
    gold = Path(__file__).parent / "gold"
    plain = [str(row["text"]) for row in rows(gold / "plain_en.jsonl")]
    hard = [str(row["text"]) for row in rows(gold / "rules_en.jsonl") if len(row["marks"]) >= _MANY]
    told: dict[str, list[list[float]]] = {}
    with language.session():
        for number, texts in enumerate((plain, hard)):
            for text in texts:
                blocks = (Block(id="b", role="paragraph", text=text),)
                parsed = language.parse(Document(media_type="text/plain", sha256="", language="en", blocks=blocks))
                found = totals(parsed).values()
                level = weights().value(next(iter(found)).means()) if found else None
                values = {one.name: one.value for one in scores.measure(parsed)} | {"level": level}
                for name, value in values.items():
                    if value is not None:
                        told.setdefault(name, [[], []])[number].append(value)
    for name, (easy, difficult) in told.items():
        auc = told_apart(easy, difficult)
        print(f"English, {len(easy)} plain against {len(difficult)} hard texts: {name} AUC {max(auc, 1 - auc):.4f}")


def samples(checker: Checker) -> None:
    """The level of our sample forms before and after the safe rewrites."""
    for path in sorted(one for one in _SAMPLES.glob("[de][en]/*") if one.suffix in {".pdf", ".docx", ".html", ".txt"}):
        report = checker.check(reading.read(path.read_bytes(), name=path.name, settings=checker.settings))
        after = report.rewrite.level
        print(
            f"{path.parent.name}/{path.name}: {report.level.index} {report.level.cefr} -> "
            f"{after and after.index} {after and after.cefr}, {report.rewrite.applied} safe edits"
        )


def main() -> None:
    """Print all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    settings = load()
    language = languages.load("de", settings)
    with language.session():
        against_readers([one for one in rated(folder, language) if one.apart and one.traits])
        easy = in_order([one for one in topics(folder, language) if one.apart])
        pairs(folder, language)
        legal(folder, language, easy)
    english(settings)
    samples(Checker(settings))


if __name__ == "__main__":
    main()
