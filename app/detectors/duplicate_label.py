"""Finds text fields on one page with the same name, so that nobody who only hears them can tell them apart."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from app.detectors import Detector, Hit
from app.detectors.fields import is_sure, named_fields
from app.languages import Parsed
from app.model import Block, Document
from app.model import Field as FormField

FACTS = ("label", "count", "fields")

_KINDS = frozenset({"text", "combo", "list"})
"""Check boxes and options are called „ja“ and „nein“ in every question: their question tells them apart."""


class Settings(BaseModel):
    """``minimum``: from how many fields of one name on. ``confidence``: how sure a label found by its place must be."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    minimum: int = Field(default=2, ge=2)
    confidence: float = Field(default=0.5, ge=0, le=1)


def compile(settings: Settings) -> Detector:  # noqa: A001  (the name is the interface of a detector)
    """One hit for each name that several fields of a page share, at the first of them, with their number."""

    def find(parsed: Parsed) -> Iterator[Hit]:
        shared: dict[tuple[int | None, str], list[tuple[FormField, Block]]] = {}
        for field, label, tooltip in named_fields(parsed.document):
            if tooltip is None and not is_sure(field, settings.confidence):
                continue
            block = tooltip or label  # a screen reader says the tooltip where there is one
            name = _plain(block.text)
            if field.kind in _KINDS and field.source == "form" and name:
                shared.setdefault((field.page, name), []).append((field, block))
        for fields in shared.values():
            if len(fields) >= settings.minimum and not _told_apart(fields, parsed.document):
                block = fields[0][1]
                names = [field.name for field, _ in fields]
                yield Hit(block, 0, len(block.text), {"label": block.text, "count": len(fields), "fields": names})

    return find


def _plain(text: str) -> str:
    """The name as it is heard: without marks for mandatory fields, colons and footnotes."""
    return " ".join(text.replace("*", " ").split()).strip(" :.¹²³").casefold()


def _told_apart(fields: list[tuple[FormField, Block]], document: Document) -> bool:
    """Whether each field stands in a group of its own whose name is heard before it: web pages have such groups.

    In other files the group is a printed heading or question, which is not heard with the field.
    """
    groups = [field.group for field, _ in fields]
    return document.media_type == "text/html" and all(groups) and len(set(groups)) == len(groups)
