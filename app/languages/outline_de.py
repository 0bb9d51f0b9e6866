"""The tags, relations, heads and children of a parse as plain lists, read once: asking tokens costs ten times more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.languages import lowers

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEY = "formklar:outline"


@dataclass(frozen=True, slots=True)
class Outline:
    """A parse by place: entry ``i`` of each list belongs to token ``i`` of the document."""

    tags: list[str]
    deps: list[str]
    heads: list[int]
    """The place of the head; a root is its own head."""
    lowers: list[str]
    children: dict[int, list[int]]
    """The places of the dependents in text order; words without dependents are left out."""

    def under(self, place: int) -> list[int]:
        """The dependents of a token in text order."""
        return self.children.get(place, [])

    def child(self, place: int, dep: str) -> int | None:
        """The first dependent with this relation, or none."""
        return next((child for child in self.children.get(place, ()) if self.deps[child] == dep), None)


def outline(doc: Doc) -> Outline:
    """The outline of a parse, made once."""
    found: Outline | None = doc.user_data.get(_KEY)
    if found is None:
        found = doc.user_data[_KEY] = _made(doc)
    return found


def _made(doc: Doc) -> Outline:
    cells = np.asarray(doc.to_array(["TAG", "DEP", "HEAD"]))
    names = {key: doc.vocab.strings[key] for key in set(cells[:, :2].ravel().tolist())}
    offsets: list[int] = cells[:, 2].astype(np.int64).tolist()
    heads = [place + offset for place, offset in enumerate(offsets)]
    children: dict[int, list[int]] = {}
    for place, head in enumerate(heads):
        if place != head:
            children.setdefault(head, []).append(place)
    tags = [names[key] for key in cells[:, 0].tolist()]
    deps = [names[key] for key in cells[:, 1].tolist()]
    return Outline(tags, deps, heads, lowers(doc), children)
