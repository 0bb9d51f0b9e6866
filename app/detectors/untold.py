"""Finds forms that do not tell people what they must know: until when, whom to ask, what to add, what comes next.

Only forms by which people ask for something or report something are looked at; one finding a form, at its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from app.detectors import Detector, Hit
from app.detectors.fields import fillable
from app.languages import Parsed
from app.languages.told import told
from app.model import Block, Document

FACTS = ("fields",)

_TOP, _LONG = 10, 150
"""So many texts at the top say what a form is; longer texts, in characters, are no titles."""


class Settings(BaseModel):
    """``item``: what must be told. ``fields``: a form with fewer fields is a short notice.

    ``requests`` are ends of words by which a title says that people ask for something or report something.
    ``decisions`` and ``parts`` are ends of words for what is none: a decision, a certificate, a page that belongs to
    another form. A request beats a certificate (*Antrag auf eine Bescheinigung*), a part at the start beats both.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    item: Literal["deadline", "destination", "contact", "enclosures", "next-step", "cost"]
    requests: tuple[str, ...]
    decisions: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    fields: int = Field(default=8, gt=0)


def compile(settings: Settings) -> Detector:  # noqa: A001  (the name is the interface of a detector)
    """A hit without words at the title of a form that does not tell the item."""
    request, decision = _ends(settings.requests), _ends(settings.decisions)
    part = re.compile(rf"\W*(?:{_any(settings.parts)})(?!\w)", re.IGNORECASE)

    def find(parsed: Parsed) -> Iterator[Hit]:
        document = parsed.document
        fields = len(fillable(document))
        top = _top(document)
        if fields < settings.fields or not top or any(part.match(block.text) for block in top if settings.parts):
            return
        title = _title(top)
        asks = request.search(title.text) or (
            not decision.search(title.text) and any(request.search(block.text) for block in top)
        )
        if not asks:
            return
        places = told(document, parsed.language.code, (settings.item, "remedy"))
        if places[settings.item] is None and places["remedy"] is None:
            yield Hit(title, 0, 0, {"fields": fields})

    return find


def _top(document: Document) -> list[Block]:
    """The short texts with which the form begins, its running title among them; none of a field."""
    own = [block for block in document.blocks if block.field is None and (block.page or 1) == 1]
    worded = [block for block in own if any(map(str.isalpha, block.text))]
    return [block for block in worded[:_TOP] if len(block.text) <= _LONG]


def _title(top: list[Block]) -> Block:
    titles = [block for block in top if block.role == "title"]
    printed = [block for block in top if block.role != "furniture"]
    return (titles or printed or top)[0]


def _ends(words: Iterable[str]) -> re.Pattern[str]:
    """Any word that ends so; nothing without words."""
    return re.compile(rf"(?:{_any(words)})(?!\w)", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
