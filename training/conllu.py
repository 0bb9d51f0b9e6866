"""Reads sentences in CoNLL-U with STTS tags in the fifth column."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.trees import Tree

OWN = sorted(Path(__file__).parent.glob("sentences*.conllu"))
"""Our own sentences, corrected by hand."""

_SAME = {"APPR_ART": "APPRART", "PAV": "PROAV"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its id, its comments and its tree; relations are whatever the file has."""

    id: str
    comments: dict[str, str]
    tree: Tree

    @property
    def half(self) -> int:
        """0 or 1, from the id."""
        return half(self.id)


def half(identifier: str) -> int:
    """0 or 1. Corrections were thought of with half 0 in view; half 1 was only counted."""
    return zlib.crc32(identifier.encode()) % 2


def features(row: Sequence[str]) -> dict[str, str]:
    """The morphological features of a row."""
    return dict(pair.split("=", 1) for pair in row[5].split("|") if "=" in pair)


def own(part: str) -> list[Sentence]:
    """Our own sentences for training (``train``) or kept for the test (``test``)."""
    return [sentence for path in OWN for sentence in read(path) if sentence.comments["part"] == part]


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a file; tags get the names that our labels have."""
    for comments, rows in tables(path):
        yield Sentence(comments["sent_id"], comments, _tree(rows))


def tables(path: Path) -> Iterator[tuple[dict[str, str], list[list[str]]]]:
    """Comments and rows of each sentence of a file, the place as ``sent_id`` where there is none.

    Multiword lines (``3-4``) are skipped.
    """
    for place, block in enumerate(path.read_text(encoding="utf-8").split("\n\n")):
        lines = [line for line in block.splitlines() if line]
        pairs = (line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
        comments = {"sent_id": str(place)} | dict(pairs)
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        rows = [row for row in rows if row[0].isdigit()]
        if rows:
            yield comments, rows


def _tree(rows: list[list[str]]) -> Tree:
    return Tree(
        words=tuple(row[1] for row in rows),
        spaces=tuple("SpaceAfter=No" not in row[9] for row in rows),
        tags=tuple(_SAME.get(row[4], row[4]) for row in rows),
        heads=tuple(int(row[6]) - 1 if row[6] != "0" else place for place, row in enumerate(rows)),
        deps=tuple(row[7] for row in rows),
    )
