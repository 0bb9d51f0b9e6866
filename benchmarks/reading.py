"""How well and how fast PDF forms are read: ``python -m benchmarks.reading FOLDER`` prints a line a file and totals.

Columns: pages, CPU milliseconds a page, blocks by role, share of paragraphs and list items that end as a sentence does,
share of fields with a label in words and where it came from, hyphens left at joined lines. With ``--geometry`` also:
how often the label found without tooltips shares at least half of its words with the informative tooltip.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.errors import FormklarError
from app.model import Document
from app.reading import blocks, fields, labels, pdf
from app.reading.flow import ends_sentence
from app.reading.limits import Limits
from app.reading.roles import words
from app.reading.tooltips import is_informative, take_apart

LIMITS = Limits(cpu_seconds=120)


@dataclass
class Tally:
    """Counts of one file or of all."""

    pages: int = 0
    seconds: float = 0.0
    roles: Counter[str] = field(default_factory=Counter)
    ends: Counter[bool] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    labelled: int = 0
    hyphens: int = 0
    geometry: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Add the counts of a file."""
        self.pages += other.pages
        self.seconds += other.seconds
        for name in ("roles", "ends", "sources", "geometry"):
            getattr(self, name).update(getattr(other, name))
        self.labelled += other.labelled
        self.hyphens += other.hyphens

    def line(self) -> str:
        """The counts as one line."""
        count = sum(self.sources.values())
        texts = sum(self.ends.values())
        roles = " ".join(f"{role[:5]}:{number}" for role, number in sorted(self.roles.items()))
        sources = " ".join(f"{source}:{number / count:.0%}" for source, number in sorted(self.sources.items()))
        return (
            f"{self.pages:4} S. {1000 * self.seconds / max(self.pages, 1):5.0f} ms/S. | {roles} | "
            f"Satzende {self.ends[True] / max(texts, 1):.0%} von {texts} | Felder {count}, "
            f"mit Wörtern {self.labelled / max(count, 1):.0%} ({sources}) | Trennstriche {self.hyphens}"
        )

    def geometry_line(self) -> str:
        """How often geometry finds what the tooltip says."""
        parts = []
        for kind in ("text", "button"):
            total = self.geometry[kind, "all"]
            parts.append(
                f"{kind}: {total} Felder, gefunden {self.geometry[kind, 'found'] / max(total, 1):.0%}, "
                f"gleich {self.geometry[kind, 'same'] / max(total, 1):.0%}"
            )
        return "; ".join(parts)


def measure(document: Document, seconds: float) -> Tally:
    """The counts of one document."""
    tally = Tally(pages=document.pages, seconds=seconds)
    for block in document.blocks:
        if block.field is not None:
            continue
        tally.roles[block.role] += 1
        if block.role in {"paragraph", "item"} and len(words(block.text)) >= 4:
            tally.ends[ends_sentence(block.text) or block.text.rstrip().endswith((":", ";"))] += 1
        for line in block.lines[1:]:
            before = block.text[: line.start].rstrip()
            tally.hyphens += before.endswith("-") and block.text[line.start : line.start + 1].islower()
    for item in document.fields:
        tally.sources[item.label_source] += 1
        tally.labelled += bool(words(item.label))
    return tally


def geometry(data: bytes, tally: Tally) -> None:
    """Hide the tooltips and compare what is found with what they say."""
    form = fields.read_form(data, LIMITS)
    if not form.fields:
        return
    bare = replace(form, fields=tuple(replace(item, tooltip="") for item in form.fields))
    text = pdf._text(data, form, LIMITS)
    printed = blocks.print_blocks(text.sheets) if text else []
    found, _ = labels.label_fields(bare.fields, printed)
    by_name = {item.name: item for item in found}
    for item in form.fields:
        tip = take_apart(item.tooltip)
        if item.kind not in {"text", "check", "radio"} or not item.widgets or not is_informative(tip.text):
            continue
        kind = "text" if item.kind == "text" else "button"
        result = by_name[item.name]
        seen = result.label_source not in {"none", "name"}
        tally.geometry[kind, "all"] += 1
        tally.geometry[kind, "found"] += seen
        wanted = {word.lower() for word in words(f"{tip.text}")}
        got = {word.lower() for word in words(result.label)}
        tally.geometry[kind, "same"] += bool(seen and got and len(got & wanted) * 2 >= min(len(got), len(wanted)))


def main() -> None:
    """Read all PDFs under the folders."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--geometry", action="store_true", help="also measure labels with the tooltips hidden")
    options = parser.parse_args()
    total = Tally()
    costs = []
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
        if options.geometry:
            geometry(data, tally)
        total.add(tally)
        codes = ",".join(sorted({notice.code for notice in document.notices}))
        print(f"{path.name[:44]:44} {tally.line()} {codes}")
        if options.geometry and tally.geometry:
            print(f"{'':44} {tally.geometry_line()}")
    print(f"{'alle':44} {total.line()}")
    print(f"{'':44} {total.geometry_line()}" if options.geometry else "", f"abgelehnt: {dict(refused)}")
    if costs:
        print(f"Median je Datei {statistics.median(costs):.0f} ms je Seite, höchstens {max(costs):.0f}")


if __name__ == "__main__":
    main()
