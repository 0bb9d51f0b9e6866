"""What a PDF says about itself to programs that read it aloud: structure, language, title, order of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.model import FileFacts

if TYPE_CHECKING:
    from pypdf import PdfReader

_LONGEST = 40
"""Characters of a name of a language that are kept."""


def facts_of(reader: PdfReader, root: Any, pages: int) -> FileFacts:
    """The facts of an open PDF; each that the file does not let us see stays None. Never raises."""
    return FileFacts(
        tagged=_tagged(root),
        language=_language(root),
        shows_title=_shows_title(root),
        loose_order=_loose(reader, pages),
    )


def _tagged(root: Any) -> bool | None:
    """Marked as tagged, and with a tree of its structure that is not empty."""
    try:
        marks, tree = _at(root, "/MarkInfo"), _at(root, "/StructTreeRoot")
        return bool(marks and _at(marks, "/Marked") and tree and _at(tree, "/K"))
    except Exception:
        return None


def _language(root: Any) -> str | None:
    try:
        return str(_at(root, "/Lang") or "").strip("\x00 ")[:_LONGEST]
    except Exception:
        return None


def _shows_title(root: Any) -> bool | None:
    try:
        wishes = _at(root, "/ViewerPreferences")
        return bool(wishes and _at(wishes, "/DisplayDocTitle"))
    except Exception:
        return None


def _loose(reader: PdfReader, pages: int) -> tuple[int, ...] | None:
    """Pages with fields but without ``/Tabs /S``, as PDF/UA-1 7.18.3 asks."""
    try:
        found = []
        for number in range(pages):
            page = reader.pages[number]
            notes = _at(page, "/Annots") or ()
            if (
                any(str(note.get_object().get("/Subtype")) == "/Widget" for note in notes)
                and _at(page, "/Tabs") != "/S"
            ):
                found.append(number + 1)
        return tuple(found)
    except Exception:
        return None


def _at(parent: Any, key: str) -> Any:
    """The value behind a key, followed to its object; none when there is none."""
    value = parent.get(key)
    return value.get_object() if value is not None else None
