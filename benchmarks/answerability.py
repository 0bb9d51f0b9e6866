"""How well we see what a form tells people: deadline, destination, contact, enclosures, next step, cost, remedy.

    python -m benchmarks.answerability FOLDER [--marks FILE …] [--missed]

``FOLDER`` holds the PDF files that the marks name. Each file of marks is of one person who read the text of each form
before the words were run on it; what that person was not sure of is not marked. The end of its name is the language.
Precision and recall are those of *told*; a third of the forms, by a hash of their names, is only counted.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from app import reading
from app.languages.told import ITEMS, Place, told
from app.settings import Settings, load

MARKS = tuple(sorted((Path(__file__).parent / "gold").glob("answerability*.jsonl")))


def main() -> None:
    """Print precision and recall by file of marks, part and item."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--marks", type=Path, nargs="+", default=MARKS)
    parser.add_argument("--missed", action="store_true", help="name what is wrong in the forms that may be read")
    given = parser.parse_args()
    settings = load()
    for marks in given.marks:
        counted = Counter[tuple[str, str, bool, bool]]()
        for name, kept, item, meant, place in compared(marks, given.folder, settings):
            part = "only counted" if kept else "read"
            counted[part, item, meant, place is not None] += 1
            counted[part, "all", meant, place is not None] += 1
            if given.missed and not kept and meant != (place is not None):
                print(name, item, "not seen" if place is None else place.block.text[place.start : place.end][:90])
        _print(marks.stem, counted)


def compared(marks: Path, folder: Path, settings: Settings) -> Iterator[tuple[str, bool, str, bool, Place | None]]:
    """Each mark: the form, whether it is only counted, the item, whether it is told, and where we see it."""
    language = marks.stem.rpartition("_")[2]
    for line in marks.read_text("utf-8").splitlines():
        mark = json.loads(line)
        path = next(folder.rglob(mark["file"]), None)
        if path is None or hashlib.sha256(path.read_bytes()).hexdigest() != mark["sha256"]:
            continue
        found = told(reading.read(path.read_bytes(), name=path.name, settings=settings), language)
        kept = hashlib.sha256(mark["file"].encode()).digest()[0] % 3 == 0
        for item, meant in mark["told"].items():
            yield mark["file"], kept, item, meant, found[item]


def _print(name: str, counted: Counter[tuple[str, str, bool, bool]]) -> None:
    for part in sorted({part for part, *_ in counted}):
        for item in (*ITEMS, "all"):
            right, false, missed, silent = (
                counted[part, item, meant, seen]
                for meant, seen in ((True, True), (False, True), (True, False), (False, False))
            )
            precision = f"{right / (right + false):.2f}" if right + false else "   –"
            recall = f"{right / (right + missed):.2f}" if right + missed else "   –"
            print(
                f"{name:20s}{part:14s}{item:12s} precision {precision} recall {recall}   "
                f"told {right + missed}, of them seen {right}; wrongly seen {false}; rightly silent {silent}"
            )


if __name__ == "__main__":
    main()
