"""What a PDF says about itself to programs that read it aloud: structure, language, title, order of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.model import FileFacts

if TYPE_CHECKING:
    from pypdf import PdfReader

_LONGEST = 40
"""Characters of a name of a language that are kept."""
_MOST = 3_000
"""Annotations of one page that are looked at."""
_MAY_ANNOTATE, _MAY_FILL = 1 << 5, 1 << 8
"""Permissions of a protected file; one of them is enough to fill it in."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page with fields: how many places to fill in it has, how many of them are in no structure, and ``/Tabs``."""

    number: int
    widgets: int
    outside: int
    order: str


def facts_of(reader: PdfReader, root: Any, pages: int, title: str | None) -> FileFacts:
    """The facts of an open PDF; each that the file does not let us see stays None. Never raises.

    ``title`` is what the file declares, empty where it declares none.
    """
    tagged = _is_true(_at(_at(root, "/MarkInfo"), "/Marked")) and bool(_at(_at(root, "/StructTreeRoot"), "/K"))
    found = _pages(reader, pages)
    xfa = _at(_at(root, "/AcroForm"), "/XFA") is not None  # its own order holds, which we do not see
    loose = None if found is None or xfa else tuple(page.number for page in found if _is_loose(page, tagged=tagged))
    return FileFacts(
        tagged=tagged,
        title=title,
        language=_language(root),
        shows_title=_is_true(_at(_at(root, "/ViewerPreferences"), "/DisplayDocTitle")),
        loose_order=loose,
        own_order=() if tagged else tuple(page.number for page in found or () if page.order in {"/W", "/A"}),
        outside=sum(page.outside for page in found) if tagged and found is not None else None,
        may_fill=_may_fill(reader),
    )


def _is_loose(page: _Page, *, tagged: bool) -> bool:
    """Whether nobody said in which order the tab key goes. PDF/UA-1 7.18.3 asks for the order of the structure.

    Where there is no structure, an order that somebody set by hand is no fault; one field needs no order.
    """
    return page.widgets > 1 and page.order != "/S" and (tagged or page.order not in {"/W", "/A"})


def _language(root: Any) -> str:
    """The language of the file, or of the one element of its structure that holds all others."""
    kids = _at(_at(root, "/StructTreeRoot"), "/K")
    if isinstance(kids, list) and len(kids) == 1:
        kids = _followed(kids[0])
    named = _at(root, "/Lang") or (_at(kids, "/Lang") if isinstance(kids, dict) else None)
    return "".join(filter(str.isprintable, str(named or ""))).strip()[:_LONGEST]


def _may_fill(reader: PdfReader) -> bool | None:
    """Whether the protection of the file lets people fill it in."""
    try:
        if not reader.is_encrypted:
            return True
        return bool(int(_at(_at(reader.trailer, "/Encrypt"), "/P")) & (_MAY_ANNOTATE | _MAY_FILL))
    except Exception:
        return None


def _pages(reader: PdfReader, pages: int) -> list[_Page] | None:
    """The pages with fields; none when one of the pages is broken."""
    try:
        return list(filter(lambda page: page.widgets, (_page(reader.pages[one], one + 1) for one in range(pages))))
    except Exception:
        return None


def _page(page: Any, number: int) -> _Page:
    widgets = [one for one in _notes(page) if str(_at(one, "/Subtype")) == "/Widget"]
    outside = sum("/StructParent" not in one for one in widgets)
    return _Page(number, len(widgets), outside, str(_at(page, "/Tabs")))


def _notes(page: Any) -> Iterator[Any]:
    for reference in (_at(page, "/Annots") or [])[:_MOST]:
        node = _followed(reference)
        if node is not None:
            yield node


def _is_true(value: Any) -> bool:
    """Of pypdf's objects, ``false`` too is true in Python."""
    return getattr(value, "value", value) is True


def _at(parent: Any, key: str) -> Any:
    """The value behind a key, followed to its object; none when there is none or it is broken."""
    try:
        return _followed(parent.get(key))
    except Exception:
        return None


def _followed(value: Any) -> Any:
    try:
        return value.get_object() if value is not None else None
    except Exception:
        return None
