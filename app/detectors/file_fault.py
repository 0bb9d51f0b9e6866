"""Finds what a PDF lacks for people who have it read aloud: structure, title, language, order of its fields.

What we could not see is no fault; other kinds of files have none of these. One finding a document, at its beginning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from app.detectors import Detector, Hit
from app.languages import Parsed
from app.model import Block, Document, FileFacts

__all__ = ["is_empty_title", "is_pdf"]

FACTS = ("title", "pages")

_PDF = "application/pdf"
_FILE_NAME = re.compile(
    r"\.(?:docx?|dotx?|xlsx?|pptx?|pdf|indd|pmd|qxd|rtf|odt|eps|ai|fm|p65|xdp)\s*$"
    r"|^Microsoft (?:Word|Excel|PowerPoint) - |^(?:untitled|unbenannt|(?:new |neues )?do[ck]ument)\W*\d*$",
    re.IGNORECASE,
)
_PART = re.compile(r"[\s\-–/,.:;()]+")
_WORD = re.compile(r"[^\W\d_]{4,}|[A-ZÄÖÜ]{2,}")
"""A word for people; shorter ones only in capitals, as forms are called (*HA*)."""

_Look = Callable[[FileFacts], "dict[str, Any] | None"]


class Settings(BaseModel):
    """``fault``: what is looked for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fault: Literal["untagged", "untitled", "no-language", "loose-order"]


def compile(settings: Settings) -> Detector:  # noqa: A001  (the name is the interface of a detector)
    """A hit without words at the first block of a PDF that has this fault."""
    look = _FAULTS[settings.fault]

    def find(parsed: Parsed) -> Iterator[Hit]:
        document = parsed.document
        if document.file is None or not is_pdf(document):
            return
        facts, block = look(document.file), _first(document.blocks)
        if facts is not None and block is not None:
            yield Hit(block, 0, 0, facts)

    return find


def is_pdf(document: Document) -> bool:
    """Whether the document came as a PDF."""
    return document.media_type == _PDF


def is_empty_title(title: str) -> bool:
    """Whether a title tells people nothing: there is none, or it is the name of a file (*tmp-9888*, *form2.indd*)."""
    return bool(_FILE_NAME.search(title)) or not any(map(_WORD.fullmatch, _PART.split(title)))


def _first(blocks: Iterable[Block]) -> Block | None:
    """The first text of the document itself, if possible not of a letterhead and not of a field."""
    ordered = sorted(blocks, key=lambda block: (block.field is not None, block.role == "furniture"))
    return ordered[0] if ordered else None


def _untagged(file: FileFacts) -> dict[str, Any] | None:
    return {} if file.tagged is False else None


def _untitled(file: FileFacts) -> dict[str, Any] | None:
    return {"title": file.title} if file.title is not None and is_empty_title(file.title) else None


def _no_language(file: FileFacts) -> dict[str, Any] | None:
    return {} if file.language == "" else None


def _loose_order(file: FileFacts) -> dict[str, Any] | None:
    return {"pages": _ranges(file.loose_order)} if file.loose_order else None


def _ranges(pages: Sequence[int]) -> str:
    """Pages in brief: ``1–3, 7``."""
    runs = (list(run) for _, run in groupby(enumerate(sorted(pages)), key=lambda item: item[1] - item[0]))
    return ", ".join(
        str(run[0][1]) if len(run) == 1 else f"{run[0][1]}{'–' if len(run) > 2 else ', '}{run[-1][1]}" for run in runs
    )


_FAULTS: dict[str, _Look] = {
    "untagged": _untagged,
    "untitled": _untitled,
    "no-language": _no_language,
    "loose-order": _loose_order,
}
