"""How well German sentence boundaries are found, beside spaCy's own ways, and how fast text becomes tokens.

    python -m benchmarks.sentences [--misses]

``gold/sentences_de.jsonl`` holds paragraphs as lists of sentences; a boundary lies between two of them, counted by
the character at which the later one starts. The paragraphs whose id has a hash divisible by three are kept apart:
the rule was written looking at the others only.

What a sentence is: full stop, question and exclamation mark and ellipsis end it, also inside quotes and brackets
that close right there; a colon or semicolon never does. Each bullet, check box and enumerator at the start of a unit
(``• …``, ``☐ …``, ``2. Unterschreiben Sie …``) opens a new one; whether the number itself stands with its words or
alone is neither right nor wrong. An enumeration inside a clause (``1. den Regelbedarf, 2. die Kosten``) is no boundary.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc

from app.languages import load, tokens_de
from app.languages.pipeline import load_nlp
from app.settings import Settings
from app.settings import load as load_settings

GOLD = Path(__file__).parent / "gold" / "sentences_de.jsonl"
_MARKER = re.compile(r"(?:\d{1,2}\.|[•☐])\s*\Z")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and the places at which its second and later sentences start."""

    id: str
    text: str
    starts: frozenset[int]

    @property
    def apart(self) -> bool:
        """Whether it was never looked at while the rule was written."""
        return hashlib.sha256(self.id.encode()).digest()[0] % 3 == 0

    def neutral(self, place: int) -> bool:
        """Whether this place lies right after the number or bullet that opens a sentence."""
        opened = max((start for start in self.starts if start < place), default=0)
        return _MARKER.fullmatch(self.text[opened:place]) is not None


def paragraphs(lines: Iterable[str]) -> list[Paragraph]:
    """The gold paragraphs of a file of JSON lines with ``id`` and ``sentences``."""
    found = []
    for line in lines:
        row = json.loads(line)
        place, starts = 0, []
        for sentence in row["sentences"]:
            starts.append(place)
            place += len(sentence) + 1
        found.append(Paragraph(row["id"], " ".join(row["sentences"]), frozenset(starts[1:])))
    return found


@dataclass(frozen=True, slots=True)
class Counts:
    """Boundaries: found and right, found and wrong, not found."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of right ones among those found."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Share of those in gold that were found."""
        return self.right / max(self.right + self.missed, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)


def starts_of(doc: Doc) -> frozenset[int]:
    """Where the second and later sentences of a parse start, in characters."""
    return frozenset(sent.start_char for sent in doc.sents) - {0}


def count(gold: Sequence[Paragraph], found: Sequence[frozenset[int]]) -> Counts:
    """Boundaries of all paragraphs against gold, in the same order."""
    right = wrong = missed = 0
    for paragraph, places in zip(gold, found, strict=True):
        judged = {place for place in places if not paragraph.neutral(place)}
        right += len(judged & paragraph.starts)
        wrong += len(judged - paragraph.starts)
        missed += len(paragraph.starts - judged)
    return Counts(right, wrong, missed)


def systems(settings: Settings) -> dict[str, Callable[[str], Doc]]:
    """The ways to find sentences, by name."""
    ours = load("de", settings)
    simple = spacy.blank("de")
    simple.add_pipe("sentencizer")
    return {"Formklar": ours.parse_text, "spaCy sentencizer": simple, "parser alone": load_nlp(settings.model_de)}


def speed(make: Callable[[str], Doc], texts: Sequence[str], seconds: float = 2.0) -> float:
    """Tokens a second, measured over at least ``seconds``, the first pass left out."""
    for text in texts:
        make(text)
    tokens, begin = 0, time.perf_counter()
    while time.perf_counter() - begin < seconds:
        tokens += sum(len(make(text)) for text in texts)
    return tokens / (time.perf_counter() - begin)


def print_speeds(texts: Sequence[str]) -> None:
    """Prints how fast texts are cut, plain and prepared, and with sentences marked."""
    plain, prepared = spacy.blank("de"), spacy.blank("de")
    tokens_de.prepare(prepared)

    def marked(text: str) -> Doc:
        doc = prepared.make_doc(text)
        tokens_de.mark_sentences(doc)
        return doc

    ways: dict[str, Callable[[str], Doc]] = {
        "spacy.blank('de')": plain.make_doc,
        "prepared": prepared.make_doc,
        "prepared and sentences marked": marked,
    }
    for name, make in ways.items():
        print(f"{speed(make, texts):10,.0f} tokens a second  {name}")


def print_misses(gold: Sequence[Paragraph], found: Sequence[frozenset[int]]) -> None:
    """Prints each wrong (+) and missed (-) boundary with the text around it."""
    for paragraph, places in zip(gold, found, strict=True):
        judged = {place for place in places if not paragraph.neutral(place)}
        for place in sorted(judged ^ paragraph.starts):
            sign = "+" if place in judged else "-"
            around = f"{paragraph.text[max(place - 40, 0) : place]}|{paragraph.text[place : place + 30]}"
            print(f"    {sign} {paragraph.id} {around}")


def main() -> None:
    """Prints precision, recall and F1 of both parts, then speeds; see the top of this file."""
    parser = argparse.ArgumentParser(description="How well German sentence boundaries are found.")
    parser.add_argument("--misses", action="store_true", help="show our errors in the part that is not kept apart")
    misses = bool(parser.parse_args().misses)
    gold = paragraphs(GOLD.read_text(encoding="utf-8").splitlines())
    for name, find in systems(load_settings()).items():
        for part, apart in (("developed on", False), ("kept apart", True)):
            chosen = [paragraph for paragraph in gold if paragraph.apart == apart]
            found = [starts_of(find(paragraph.text)) for paragraph in chosen]
            counts = count(chosen, found)
            print(
                f"{name:18} {part:13} precision {counts.precision:.3f}  recall {counts.recall:.3f}  F1 {counts.f1:.3f}"
                f"  ({counts.right} right, {counts.wrong} wrong, {counts.missed} missed, {len(chosen)} paragraphs)"
            )
            if misses and not apart and name == "Formklar":
                print_misses(chosen, found)
    print_speeds([paragraph.text for paragraph in gold])


if __name__ == "__main__":
    main()
