"""How well finite verbs are found, and their tense and mood, against a treebank with morphological features.

    python -m benchmarks.verbs TREEBANK [--misses]

``TREEBANK`` is a CoNLL-U file with the features ``VerbForm``, ``Tense`` and ``Mood``. Universal Dependencies mark the
form of the finite verb itself, not the tense of its group: *hat geprüft* is ``Tense=Pres`` there and perfect here. So
the form of the finite verb is compared: present, perfect and future count as ``Pres`` in the indicative, past and
pluperfect as ``Past``; the first subjunctive is ``Mood=Sub|Tense=Pres``, the second ``Mood=Sub|Tense=Past``. Polite
requests (*Reichen Sie …*) are as a rule indicative there; they are counted apart. The treebank is not about forms.

The text is parsed as the service does it; a verb counts when it stands at the same characters. Tense and mood are
judged for verbs that both sides call finite. Halves are by a hash of the sentence's id: what went wrong was looked at
in half 0; half 1 was only counted.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.languages import Language, load
from app.languages.verb_groups_de import verb_groups
from app.settings import load as load_settings
from training import conllu

Feature = tuple[str, str]
_MOODS = {
    "indicative": "Ind",
    "subjunctive-1": "Sub",
    "subjunctive-2": "Sub",
    "imperative": "Imp",
}
_PAST = frozenset({"past", "pluperfect"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its text and, by first and last character, mood and tense of its finite verbs."""

    id: str
    text: str
    finite: dict[tuple[int, int], Feature]

    @property
    def half(self) -> int:
        """0 or 1."""
        return conllu.half(self.id)


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file."""
    for comments, rows in conllu.tables(path):
        text, finite = "", {}
        for row in rows:
            features = conllu.features(row)
            if features.get("VerbForm") == "Fin" and row[4].startswith("V"):
                place = (len(text), len(text) + len(row[1]))
                finite[place] = (features.get("Mood", ""), features.get("Tense", ""))
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
        yield Sentence(comments["sent_id"], text, finite)


def found(language: Language, text: str) -> dict[tuple[int, int], tuple[Feature, bool]]:
    """By first and last character: mood and tense of the finite verbs as a treebank names them, and whether polite."""
    verbs = {}
    with language.session():
        for sent in language.parse_text(text).sents:
            for group in verb_groups(sent):
                if group.finite is not None:
                    place = (group.finite.idx, group.finite.idx + len(group.finite))
                    past = group.tense in _PAST or group.mood == "subjunctive-2"
                    polite = group.mood == "imperative" and group.person == 3
                    verbs[place] = ((_MOODS[group.mood], "Past" if past else "Pres"), polite)
    return verbs


@dataclass(slots=True)
class Tally:
    """Counts of one half: finite verbs, and pairs of gold and ours for each mood and tense."""

    both: int = 0
    missed: int = 0
    wrong: int = 0
    polite: int = 0
    moods: Counter[tuple[str, str]] = field(default_factory=Counter)
    tenses: Counter[tuple[str, str]] = field(default_factory=Counter)
    places: list[str] = field(default_factory=list)

    def add(self, gold: Sentence, ours: dict[tuple[int, int], tuple[Feature, bool]]) -> None:
        """Counts one sentence."""
        for place in sorted(gold.finite.keys() | ours.keys()):
            word = gold.text[place[0] : place[1]]
            if place not in ours:
                self.missed += 1
                self.places.append(f"not found  {word}: {gold.text}")
                continue
            if place not in gold.finite:
                self.wrong += 1
                self.places.append(f"not finite {word}: {gold.text}")
                continue
            self.both += 1
            (mood, tense), polite = ours[place]
            true_mood, true_tense = gold.finite[place]
            if polite:
                self.polite += 1
            elif true_mood:
                self.moods[true_mood, mood] += 1
            if true_tense and not polite:
                self.tenses[true_tense, tense] += 1
            if not polite and (true_mood, true_tense) != (mood, tense):
                self.places.append(f"{true_mood} {true_tense} as {mood} {tense} {word}: {gold.text}")


def row(name: str, half: int, right: int, ours: int, gold: int) -> str:
    """A line of the table."""
    precision = f"{right / ours:.3f}" if ours else "–"
    recall = f"{right / gold:.3f}" if gold else "–"
    return f"| {name} | {half} | {gold} | {ours} | {right} | {precision} | {recall} |"


def rows(half: int, tally: Tally) -> Iterator[str]:
    """The lines of the table for one half."""
    yield row("finite verbs", half, tally.both, tally.both + tally.wrong, tally.both + tally.missed)
    for title, pairs in (("mood", tally.moods), ("tense", tally.tenses)):
        for value in sorted({gold for gold, _ in pairs} | {ours for _, ours in pairs}):
            ours = sum(count for (_, one), count in pairs.items() if one == value)
            gold = sum(count for (one, _), count in pairs.items() if one == value)
            yield row(f"{title} {value}", half, pairs[value, value], ours, gold)
        right = sum(count for (gold, ours), count in pairs.items() if gold == ours)
        total = pairs.total()
        yield row(f"{title}, all", half, right, total, total)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a Markdown table; see the top of this file."""
    parser = argparse.ArgumentParser(prog="benchmarks.verbs", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("treebank", type=Path, help="a CoNLL-U file with features")
    parser.add_argument("--misses", action="store_true", help="print what went wrong in half 0")
    given = parser.parse_args(arguments)
    language = load("de", load_settings())
    tallies = (Tally(), Tally())
    for sentence in sentences(given.treebank):
        tallies[sentence.half].add(sentence, found(language, sentence.text))
    print(f"{given.treebank.name}, {language.version}\n")
    print("| what | half | gold | ours | both | precision | recall |")
    print("|---|---|---|---|---|---|---|")
    for half, tally in enumerate(tallies):
        print("\n".join(rows(half, tally)))
    print(f"\nPolite requests, left out of mood and tense: {tallies[0].polite} and {tallies[1].polite}")
    if given.misses:
        print("\n".join(f"  {place}" for place in tallies[0].places))


if __name__ == "__main__":
    main()
