"""Reading: from bytes or text to a document. The content decides what a file is, not its name."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from app.errors import EmptyText, TooLarge, UnsupportedFile
from app.model import Document
from app.reading.characters import decode
from app.reading.limits import Limits
from app.reading.text import read_text as _read_text
from app.settings import Settings

if TYPE_CHECKING:
    from app.reading.guard import Zygote

__all__ = ["Limits", "read", "read_text"]

_PDF_WITHIN = 1024
"""So far into a file the signature of a PDF may stand."""
_NOT_TEXT = (
    *(b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*", b"BM\x00"),  # pictures
    *(b"PK\x05\x06", b"{\\rtf", b"%!PS"),  # an empty zip, other documents
    *(b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd"),  # archives
    *(b"RIFF", b"OggS", b"ID3", b"fLaC", b"\x7fELF", b"SQLite format 3", b"\x00asm"),
)
_MAYBE_WORD = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""A ZIP, which a DOCX is, and the container of old and of encrypted Office files."""
_TAG = re.compile(
    r"</?(?:html|head|body|title|meta|p|div|span|h[1-6]|ul|ol|li|table|tr|td|th|form|fieldset|label|input|select|textarea|"
    r"button|br|hr|a|b|i|em|strong|section|article|main|header|footer|nav|details|small|img)\b[^<>]{0,2000}/?>",
    re.IGNORECASE,
)
_HTML_START = re.compile(
    r"\s*(?:<!doctype html|<\?xml[^>]{0,200}\?>\s*(?:<!doctype html|<html)|<html\b)", re.IGNORECASE
)
_SNIFFED = 100_000


def read(
    data: bytes,
    *,
    name: str | None = None,
    declared: str | None = None,
    settings: Settings,
    zygote: Zygote | None = None,
) -> Document:
    """The document in ``data``: a PDF, a Word document, an HTML page or a plain text.

    ``name`` is the file's name, ``declared`` the media type its sender gave (with a charset, if any): it decides
    between HTML and plain text only. All but plain text is read in a guarded process, in bounded time and memory.
    That process comes from ``zygote``, by default from the one that all share. Raises ``TooLarge``, ``EmptyText``,
    ``UnsupportedFile`` and what ``guard.read`` raises.
    """
    from app.reading import guard, ocr

    guarded = zygote or guard.shared()
    if len(data) > settings.max_bytes:
        raise TooLarge(limit="max_bytes", maximum=settings.max_bytes)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        if settings.ocr:
            return ocr.read_pdf(guarded, data, name=name, settings=settings)
        return guarded.read("pdf", data, name=name, settings=settings)
    if data.startswith(_MAYBE_WORD):
        return guarded.read("docx", data, name=name, settings=settings)
    if data.startswith(_NOT_TEXT):
        raise UnsupportedFile
    html = (declared or "").partition(";")[0].strip().lower() in {"text/html", "application/xhtml+xml"}
    text = decode(data, declared, html=html)
    if text is None:
        raise UnsupportedFile
    if not text.strip():
        raise EmptyText
    if html or (not (declared or "").lower().startswith("text/plain") and _looks_like_html(text)):
        return guarded.read("html", data, name=name, declared=declared, settings=settings)
    return _read_text(text, name=name, limits=Limits.of(settings), sha256=hashlib.sha256(data).hexdigest())


def read_text(text: str, *, name: str | None = None, settings: Settings) -> Document:
    """The document in a plain text; raises ``TooLarge``, ``InvalidRequest`` (lone surrogates) and ``EmptyText``."""
    return _read_text(text, name=name, limits=Limits.of(settings))


def _looks_like_html(text: str) -> bool:
    """Whether a text of unknown kind is HTML: it says so, or it begins with an element, or it is full of them."""
    head = text[:_SNIFFED]
    if _HTML_START.match(head):
        return True
    tags = _TAG.findall(head)
    return bool(_TAG.match(head.lstrip())) or len(tags) >= 3
