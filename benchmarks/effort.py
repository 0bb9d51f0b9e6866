"""Effort and complexity of real forms, and how well the kind of answer is told.

    python -m benchmarks.effort FOLDER [--marks benchmarks/gold/answers.jsonl]

``FOLDER`` holds PDF files. A line a form: fields, minutes, kinds of answers, complexity; then for each dimension the
least, middle and greatest value, so that one that is the same everywhere is seen. ``--marks`` has one marked field a
line: ``file`` (relative to FOLDER), ``number`` of the field among those to fill in, ``kind``. A third of the marked
forms (by a hash of their names) was not looked at while the words were written; it is counted apart.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from app import reading
from app.checker import Checker, Options
from app.errors import BadInput
from app.model import FormReport
from app.settings import load

_MARKS = Path(__file__).parent / "gold" / "answers.jsonl"


def reports(folder: Path) -> Iterator[tuple[str, FormReport]]:
    """The forms that can be read, with their name in the folder."""
    checker = Checker(load())
    for path in sorted(folder.rglob("*.pdf")):
        try:
            document = reading.read(path.read_bytes(), name=path.name, settings=checker.settings)
            yield path.relative_to(folder).as_posix(), checker.check(document, Options(suggestions=False)).form
        except BadInput:
            continue


def is_apart(file: str) -> bool:
    """Whether a form belongs to the third that is only counted."""
    return hashlib.sha256(file.encode()).digest()[0] % 3 == 0


def main() -> None:
    """Print the table and the shares that are right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--marks", type=Path, default=_MARKS)
    given = parser.parse_args()
    found = dict(reports(given.folder))
    values: dict[str, list[float]] = defaultdict(list)
    for name, form in found.items():
        if form.effort is None or form.minutes is None:
            continue
        works = ", ".join(f"{number} {work}" for work, number in form.effort.works.items())
        print(f"{name}: {form.fields} fields, {form.minutes.mean} ± {form.minutes.sd} min, {form.complexity}; {works}")
        for dimension, value in form.dimensions.items():
            values[dimension].append(value.value)
    for dimension, all_values in values.items():
        print(f"{dimension:22s} {min(all_values):8.2f} {median(all_values):8.2f} {max(all_values):8.2f}")
    if given.marks.exists():
        _print_marks(given.marks, found)


def _print_marks(marks: Path, found: dict[str, FormReport]) -> None:
    right, seen, wrong = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    for line in marks.read_text("utf-8").splitlines():
        mark = json.loads(line)
        form = found.get(mark["file"])
        if form is None or form.effort is None:
            continue
        told = form.effort.fields[mark["number"]].work
        half = "only counted" if is_apart(mark["file"]) else "read"
        seen[half] += 1
        right[half] += told == mark["kind"]
        if told != mark["kind"]:
            wrong[mark["kind"], told] += 1
    for half, number in seen.items():
        print(f"kind of answer, {half}: {right[half]} of {number} ({right[half] / number:.1%})")
    print("marked as, told as:", ", ".join(f"{a}/{b} {n}" for (a, b), n in wrong.most_common()))


if __name__ == "__main__":
    main()
