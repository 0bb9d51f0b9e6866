"""How hard a text is, as one number that can be explained: a sum of traits of its sentences, fitted to readers.

Each sentence gets a value on the scale of its readers, 1 (very easy) to 7 (very hard): ``start`` plus for each trait a
weight, never negative, times the trait in standard units. A text has the mean of its sentences. ``training/level.py``
fits the weights; docs/decisions/0012-level.md says to what, docs/benchmarks.md how well. English has the German ones.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from app.languages import Parsed
from app.model import BlockLevel, Burden, Level, RewrittenLevel
from app.scores import reason

_ROLES = frozenset({"paragraph", "item", "hint"})
"""Blocks of running text, as for the scores."""
_BANDS = ("A1", "A2", "B1", "B2", "C1", "C2")
_TOP, _STEP = 120.0, 27.0
"""Index points at 0 and for one step of the readers' scale: 100 is easier than nearly all texts at A1."""
_GROUPS = {
    "length": ("length", "length_log", "clause_length"),
    "words": ("hard_words", "hardest_words"),
    "nouns": ("abstract_nouns", "genitives", "attributes"),
    "clauses": ("subclauses", "infinitives"),
    "verbs": ("participles", "passive"),
}
_LABELS = {
    "de": {
        "length": "lange Sätze",
        "words": "schwere Wörter",
        "nouns": "viele Hauptwörter",
        "clauses": "verschachtelte Sätze",
        "verbs": "Passiv und Partizipien",
    },
    "en": {
        "length": "long sentences",
        "words": "hard words",
        "nouns": "many nouns",
        "clauses": "nested sentences",
        "verbs": "passive and participles",
    },
}


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted model: for each trait its mean and spread in the data, its weight, and what it is in texts at B1.

    ``steps`` are the five values at which the next band begins, A2 to C2.
    """

    start: float
    means: Mapping[str, float]
    spreads: Mapping[str, float]
    weights: Mapping[str, float]
    plain: Mapping[str, float]
    steps: tuple[float, ...]

    def value(self, traits: Mapping[str, float]) -> float:
        """From 1 (very easy) to 7 (very hard), as the readers would say; not cut off."""
        return self.start + sum(self._part(name, traits[name] - self.means[name]) for name in self.weights)

    def above_plain(self, traits: Mapping[str, float], names: Iterable[str]) -> float:
        """By how much these traits make it harder than a text at B1, on the same scale."""
        return sum(self._part(name, traits[name] - self.plain[name]) for name in names)

    def _part(self, name: str, more: float) -> float:
        return self.weights[name] * more / self.spreads[name]


@dataclass(frozen=True, slots=True)
class Totals:
    """How many sentences, and the sums of their traits."""

    sentences: int = 0
    sums: Mapping[str, float] = field(default_factory=dict)

    def exchanged(self, old: Totals, new: Totals) -> Totals:
        """These after the sentences summed in ``old`` have become those in ``new``."""
        changed = {name: value - old.sums.get(name, 0.0) + new.sums.get(name, 0.0) for name, value in self.sums.items()}
        return Totals(self.sentences - old.sentences + new.sentences, changed)

    def means(self) -> dict[str, float]:
        """The traits of the mean sentence."""
        return {name: value / self.sentences for name, value in self.sums.items()}


Blocks = Mapping[str, Totals]
"""Totals by the id of a block."""


@cache
def weights() -> Weights:
    """The fitted model, read once when it is first needed."""
    data = json.loads((Path(__file__).parent / "languages" / "data" / "level.json").read_text("utf-8"))
    return Weights(**{**data, "steps": tuple(data["steps"])})


def totals(parsed: Parsed) -> dict[str, Totals]:
    """The traits of all whole sentences of running text, by the id of their block."""
    language = parsed.language
    found: dict[str, list[Totals]] = defaultdict(list)
    for block, sent in parsed.only(_ROLES).sents():
        if language.is_sentence(sent) and (traits := language.fact("traits", sent)):
            found[block.id].append(Totals(1, traits))
    return {block: _joined(sentences) for block, sentences in found.items()}


def measure(blocks: Blocks, code: str) -> Level:
    """The level of a document and of its blocks, with what weighs most. No index without a whole sentence."""
    whole = _joined(blocks.values())
    index, band = _placed(whole)
    placed = {block: _placed(found) for block, found in blocks.items()}
    why = reason(whole.sentences, code)
    return Level(
        index=index,
        cefr=band,
        reliable=why is None,
        reason=why,
        burdens=_burdens(whole, code),
        blocks=tuple(BlockLevel(id=block, index=at[0], cefr=at[1]) for block, at in placed.items()),
    )


def after(blocks: Blocks, old: Blocks, new: Blocks) -> RewrittenLevel | None:
    """The level when the sentences of ``old`` have become those of ``new``; none without a whole sentence."""
    whole, gone, made = (_joined(one.values()) for one in (blocks, old, new))
    index, band = _placed(whole.exchanged(gone, made))
    return None if index is None or band is None else RewrittenLevel(index=index, cefr=band)


def _joined(parts: Iterable[Totals]) -> Totals:
    sums: dict[str, float] = defaultdict(float)
    number = 0
    for part in parts:
        number += part.sentences
        for name, value in part.sums.items():
            sums[name] += value
    return Totals(number, sums)


def _placed(totals: Totals) -> tuple[float | None, str | None]:
    """Index (one decimal) and band."""
    if not totals.sentences:
        return None, None
    value = weights().value(totals.means())
    band = _BANDS[sum(value >= step for step in weights().steps)]
    return round(min(100.0, max(0.0, _TOP - _STEP * value)), 1), band


def _burdens(totals: Totals, code: str) -> tuple[Burden, ...]:
    """What makes the text harder than one at B1, in index points, the heaviest first."""
    if not totals.sentences:
        return ()
    traits = totals.means()
    found = [
        Burden(trait=group, label=_LABELS[code][group], points=round(_STEP * weights().above_plain(traits, names), 1))
        for group, names in _GROUPS.items()
    ]
    return tuple(sorted((one for one in found if one.points > 0), key=lambda one: -one.points))
