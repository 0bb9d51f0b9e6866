"""How well and how fast PDF forms are read: ``python -m benchmarks.reading FOLDER`` prints a line a file and totals.

Columns: pages, CPU milliseconds a page, blocks by role, share of fields with a label in words and where it came from,
hyphens left at joined lines; below, how many sentences are whole (``benchmarks.sentence_ends``). With ``--geometry``
also how often the label found without tooltips names what the tooltip names, beside a nearest-text baseline (see
``benchmarks.label_places``). Sentences and labels in total, for the mean form, and for two halves of the files by the
CRC of their names.
"""

from __future__ import annotations

import argparse
import statistics
import time
import zlib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import FormklarError
from app.model import Document
from app.reading import blocks, fields, pdf
from app.reading.limits import Limits
from app.reading.roles import words
from benchmarks import label_places, sentence_ends

LIMITS = Limits(cpu_seconds=120)


@dataclass
class Tally:
    """Counts of one file or of all."""

    pages: int = 0
    seconds: float = 0.0
    roles: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    labelled: int = 0
    hyphens: int = 0

    def add(self, other: Tally) -> None:
        """Add the counts of a file."""
        self.pages += other.pages
        self.seconds += other.seconds
        for name in ("roles", "sources"):
            getattr(self, name).update(getattr(other, name))
        self.labelled += other.labelled
        self.hyphens += other.hyphens

    def line(self) -> str:
        """The counts as one line."""
        count = sum(self.sources.values())
        roles = " ".join(f"{role[:5]}:{number}" for role, number in sorted(self.roles.items()))
        sources = " ".join(f"{source}:{number / count:.0%}" for source, number in sorted(self.sources.items()))
        return (
            f"{self.pages:4} S. {1000 * self.seconds / max(self.pages, 1):5.0f} ms/S. | {roles} | "
            f"Felder {count}, mit Wörtern {self.labelled / max(count, 1):.0%} ({sources}) | Trennstriche {self.hyphens}"
        )


def measure(document: Document, seconds: float) -> Tally:
    """The counts of one document."""
    tally = Tally(pages=document.pages, seconds=seconds)
    for block in document.blocks:
        if block.field is not None:
            continue
        tally.roles[block.role] += 1
        for line in block.lines[1:]:
            before = block.text[: line.start].rstrip()
            tally.hyphens += before.endswith("-") and block.text[line.start : line.start + 1].islower()
    for item in document.fields:
        tally.sources[item.label_source] += 1
        tally.labelled += bool(words(item.label))
    return tally


def geometry(data: bytes) -> label_places.Counts:
    """Hide the tooltips and compare what is found with what they say."""
    form = fields.read_form(data, LIMITS)
    if not form.fields:
        return Counter()
    text = pdf._text(data, form, LIMITS, {})
    return label_places.compare(form, blocks.print_blocks(text.sheets) if text else [])


def main() -> None:
    """Read all PDFs under the folders."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--geometry", action="store_true", help="also measure labels with the tooltips hidden")
    options = parser.parse_args()
    total = Tally()
    costs = []
    halves: tuple[list[label_places.Counts], list[label_places.Counts]] = ([], [])
    wholes: tuple[list[sentence_ends.Counts], list[sentence_ends.Counts]] = ([], [])
    refused: Counter[str] = Counter()
    for path in sorted(path for folder in options.folders for path in folder.rglob("*.pdf")):
        data = path.read_bytes()
        started = time.process_time()
        try:
            document = pdf.read_pdf(data, name=path.name, limits=LIMITS)
        except FormklarError as error:
            refused[error.slug] += 1
            print(f"{path.name[:44]:44} {error.slug}")
            continue
        tally = measure(document, time.process_time() - started)
        costs.append(1000 * tally.seconds / max(tally.pages, 1))
        places = geometry(data) if options.geometry else Counter()
        half = zlib.crc32(path.name.encode()) % 2
        if places:
            halves[half].append(places)
        whole = sentence_ends.count(document)
        wholes[half].append(whole)
        total.add(tally)
        codes = ",".join(sorted({notice.code for notice in document.notices}))
        print(f"{path.name[:44]:44} {tally.line()} {codes}")
        print(f"{'':44} {sentence_ends.line(whole)}")
        if places:
            print(f"{'':44} {label_places.line(places)}")
    print(f"{'alle':44} {total.line()}")
    for title, sentences in (("alle", [*wholes[0], *wholes[1]]), ("Hälfte 0", wholes[0]), ("Hälfte 1", wholes[1])):
        if sentences:
            print(f"{'':44} {title}: {sentence_ends.line(sum(sentences, Counter()))}")
            print(f"{'':44} {title}, je Formular: {sentence_ends.mean_line(sentences)}")
    for title, found in (("alle", [*halves[0], *halves[1]]), ("Hälfte 0", halves[0]), ("Hälfte 1", halves[1])):
        if found:
            print(f"{'':44} {title}: {label_places.line(sum(found, Counter()))}")
            print(f"{'':44} {title}, je Formular: {label_places.mean_line(found)}")
    print(f"abgelehnt: {dict(refused)}")
    if costs:
        print(f"Median je Datei {statistics.median(costs):.0f} ms je Seite, höchstens {max(costs):.0f}")


if __name__ == "__main__":
    main()
