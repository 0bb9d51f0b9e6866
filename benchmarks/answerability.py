"""How well we see what a form tells people: deadline, destination, contact, enclosures, next step, cost, remedy.

    python -m benchmarks.answerability FOLDER [--marks benchmarks/gold/answerability_de.jsonl] [--missed]

``FOLDER`` holds the PDF files that the marks name. The marks are those of one person who read the text of each form
before the words were run on it; what that person was not sure of is not marked. Precision and recall are those of
*told*, all items together; a third of the forms, by a hash of their names, is only counted.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from pathlib import Path

from app import reading
from app.languages.told import told
from app.settings import load

_MARKS = Path(__file__).parent / "gold" / "answerability_de.jsonl"


def main() -> None:
    """Print precision and recall by item and by part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--marks", type=Path, default=_MARKS)
    parser.add_argument("--missed", action="store_true", help="name what is wrong in the forms that may be read")
    given = parser.parse_args()
    settings = load()
    counted = Counter[tuple[str, str, bool, bool]]()
    for line in given.marks.read_text("utf-8").splitlines():
        mark = json.loads(line)
        path = next(given.folder.rglob(mark["file"]), None)
        if path is None:
            continue
        part = "only counted" if hashlib.sha256(mark["file"].encode()).digest()[0] % 3 == 0 else "read"
        found = told(reading.read(path.read_bytes(), name=path.name, settings=settings), "de")
        for item, meant in mark["told"].items():
            place = found[item]
            counted[part, item, meant, place is not None] += 1
            counted[part, "all", meant, place is not None] += 1
            if given.missed and part == "read" and meant != (place is not None):
                print(
                    mark["file"], item, "not seen" if place is None else place.block.text[place.start : place.end][:90]
                )
    for part, item in sorted({(part, item) for part, item, _, _ in counted}):
        right, false, missed = (counted[part, item, *pair] for pair in ((True, True), (False, True), (True, False)))
        silent = counted[part, item, False, False]
        precision, recall = right / max(1, right + false), right / max(1, right + missed)
        accuracy = (right + silent) / (right + false + missed + silent)
        print(
            f"{part:13s}{item:12s} precision {precision:.2f} recall {recall:.2f} right {accuracy:.2f} of "
            f"{right + false + missed + silent}"
        )


if __name__ == "__main__":
    main()
