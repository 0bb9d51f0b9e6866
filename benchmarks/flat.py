"""How well blanks of forms without fields are found: ``python -m benchmarks.flat FORMS MARKS`` prints a line a form.

``FORMS`` is a folder with PDF files (also in folders inside it), ``MARKS`` one with a JSON-lines file for each marked
form, by its name: one object a blank with ``page``, ``box`` (PDF points), ``kind`` and ``label`` (several that a person
would accept with ``|`` between them; empty: none to find). Only pages with a mark count. A found field and a mark
are a pair when the middle of one lies in the other and neither is more than ``WIDEST`` times as wide, each in one pair
only, the best overlap first. A label is right when it shares half of the words of either side with the mark.

Without ``MARKS`` each form with fields is read as its print: its fields are taken out of the first ``PAGES`` pages, and
their places are the marks, a total for each half of the forms (by their name). That asks too much where nothing is
printed at a field or a comb has a field for each character, and too little where a printed blank has no field.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import zlib
from dataclasses import dataclass
from pathlib import Path

from app.errors import FormklarError
from app.model import Box, Field
from app.reading.fields import read_form
from app.reading.limits import Limits
from app.reading.pdf import read_pdf

LIMITS = Limits(cpu_seconds=120)
PAGES = 3
FEWEST = 5
"""Forms with fewer fields on these pages are left out."""
WIDEST = 3.0


@dataclass(frozen=True)
class Mark:
    """A blank as a person marked it."""

    page: int
    box: Box
    kind: str
    label: str


@dataclass
class Score:
    """Counts of one form or of all."""

    found: int = 0
    marked: int = 0
    pairs: int = 0
    kinds: int = 0
    labels: int = 0
    labelled: int = 0

    def add(self, other: Score) -> None:
        """Add the counts of a form."""
        for name in ("found", "marked", "pairs", "kinds", "labels", "labelled"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, from 0 to 1."""
        return 2 * self.pairs / max(self.found + self.marked, 1)

    def line(self) -> str:
        """The counts as one line."""
        kinds = self.kinds / max(self.pairs, 1)
        return (
            f"P {self.pairs / max(self.found, 1):5.1%} R {self.pairs / max(self.marked, 1):5.1%} F1 {self.f1:5.1%} "
            f"({self.pairs} of {self.marked} marked, {self.found} found) | kind {kinds:4.0%} | "
            f"label {self.labels / max(self.labelled, 1):4.0%} of {self.labelled}"
        )


def marks_of(path: Path) -> list[Mark]:
    """The marks of one file."""
    entries = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [Mark(entry["page"], tuple(entry["box"]), entry["kind"], entry["label"]) for entry in entries]


def pairs_of(fields: list[Field], marks: list[Mark]) -> list[tuple[Field, Mark]]:
    """Fields and marks that are the same blank."""
    options = [
        (_overlap(field.box, mark.box), number, other)
        for number, field in enumerate(fields)
        for other, mark in enumerate(marks)
        if field.box is not None and field.page == mark.page and _same(field.box, mark.box)
    ]
    used: set[int] = set()
    taken: set[int] = set()
    found = []
    for _, number, other in sorted(options, key=lambda option: (-option[0], option[1], option[2])):
        if number not in used and other not in taken:
            used.add(number)
            taken.add(other)
            found.append((fields[number], marks[other]))
    return found


def _same(one: Box, other: Box) -> bool:
    widths = sorted((one[2] - one[0], other[2] - other[0]))
    return (_holds(one, other) or _holds(other, one)) and widths[1] <= WIDEST * max(widths[0], 1)


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _overlap(one: Box, other: Box) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    shared = max(width, 0.0) * max(height, 0.0)
    return shared / (sum((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)) - shared)


def label_fits(label: str, wanted: str) -> bool:
    """Does a label share half of the words of either side with one of those wanted?"""
    own = set(re.findall(r"\w+", label.lower()))
    options = [set(re.findall(r"\w+", option.lower())) for option in wanted.split("|")]
    return any(2 * len(own & option) >= min(len(own), len(option)) > 0 for option in options)


def score_of(data: bytes, marks: list[Mark], *, verbose: bool = False) -> Score:
    """How well the blanks of one form are found: none in one that cannot be read. ``verbose``: print what is wrong."""
    try:
        document = read_pdf(data, name=None, limits=LIMITS)
    except FormklarError:
        return Score(marked=len(marks))
    pages = {mark.page for mark in marks}
    fields = [field for field in document.fields if field.source == "flat" and field.page in pages]
    pairs = pairs_of(fields, marks)
    named = [(field, mark) for field, mark in pairs if mark.label]
    wrong = [(field, mark) for field, mark in named if not label_fits(field.label, mark.label)]
    if verbose:
        matched = {id(item) for pair in pairs for item in pair}
        for field in (field for field in fields if id(field) not in matched):
            print(f"    too much: {field.kind} {field.page} {field.box} {field.label[:50]!r}")
        for mark in (mark for mark in marks if id(mark) not in matched):
            print(f"    missed:   {mark.kind} {mark.page} {mark.box} {mark.label[:50]!r}")
        for field, mark in wrong:
            print(f"    label:    {field.label[:60]!r} for {mark.label[:50]!r}")
    return Score(
        found=len(fields),
        marked=len(marks),
        pairs=len(pairs),
        kinds=sum(field.kind == mark.kind for field, mark in pairs),
        labels=len(named) - len(wrong),
        labelled=len(named),
    )


def printed_only(data: bytes) -> tuple[bytes, list[Mark]]:
    """The first pages of a form without its fields, and where these were; raises what pypdf raises on a broken file."""
    from pypdf import PdfReader, PdfWriter

    fields = [field for field in read_form(data, LIMITS).fields if field.kind != "push"]
    kinds = {"check": "check", "radio": "check", "signature": "signature"}
    marks = [
        Mark(widget.page, widget.box, kinds.get(field.kind, "text"), "")
        for field in fields
        for widget in field.widgets
        if widget.page <= PAGES
    ]
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        reader.decrypt("")
    writer = PdfWriter()
    writer.append(reader, pages=(0, min(PAGES, len(reader.pages))))
    for page in writer.pages:
        page.pop("/Annots", None)
    writer.root_object.pop("/AcroForm", None)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue(), marks


def compare_prints(forms: Path) -> None:
    """Print a line for each form with fields, and a total for each half."""
    halves = [Score(), Score()]
    for form in sorted(forms.rglob("*.pdf")):
        try:
            data, marks = printed_only(form.read_bytes())
        except Exception:  # noqa: S112 - pypdf raises what it likes on a broken file
            continue
        if len(marks) < FEWEST:
            continue
        score = score_of(data, marks)
        print(f"{form.stem:36} {score.line()}")
        halves[zlib.crc32(form.name.encode()) % 2].add(score)
    for half, score in enumerate(halves):
        print(f"{f'half {half}':36} {score.line()}")


def main() -> None:
    """Print a line a form and the total."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("forms", type=Path)
    parser.add_argument("marks", type=Path, nargs="?")
    parser.add_argument("--verbose", action="store_true", help="also print what was missed or found too much")
    options = parser.parse_args()
    if options.marks is None:
        compare_prints(options.forms)
        return
    total = Score()
    for path in sorted(options.marks.rglob("*.jsonl")):
        form = next(iter(sorted(options.forms.rglob(f"{path.stem}.pdf"))), None)
        if form is None:
            parser.error(f"no form for {path.name}")
        score = score_of(form.read_bytes(), marks_of(path), verbose=options.verbose)
        print(f"{path.stem:36} {score.line()}")
        total.add(score)
    print(f"{'total':36} {total.line()}")


if __name__ == "__main__":
    main()
