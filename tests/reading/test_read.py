"""The door: the content decides what a file is, limits are kept, and every answer is a document or a typed error."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from reportlab.pdfgen import canvas

from app.errors import (
    EmptyText,
    EncryptedPdf,
    FormklarError,
    InvalidRequest,
    NoTextLayer,
    TooLarge,
    UnreadableFile,
    UnsupportedFile,
)
from app.model import Document
from app.reading import guard, read, read_text
from app.settings import Settings

SENTENCE = "Bitte reichen Sie den Antrag bis zum Monatsende bei uns ein."
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + bytes(range(256)) * 4


@pytest.fixture(scope="module", autouse=True)
def _closed() -> Iterator[None]:
    yield
    guard.close()


def pdf(*pages: str, encrypt: str | None = None) -> bytes:
    """A PDF with one line on each page."""
    paper = io.BytesIO()
    drawing = canvas.Canvas(paper, invariant=True, encrypt=encrypt)
    for text in pages:
        drawing.drawString(72, 700, text)
        drawing.showPage()
    drawing.save()
    return paper.getvalue()


def answer(data: bytes, declared: str | None = None) -> Document | None:
    """The document, or none when it is refused as the caller's mistake."""
    refusal = None
    try:
        return door(data, declared)
    except FormklarError as error:
        refusal = error
    assert refusal.status in {413, 415, 422}
    return None


def door(data: bytes, declared: str | None = None, **limits: int) -> Document:
    return read(data, declared=declared, settings=Settings(**limits))


@pytest.mark.parametrize(
    ("data", "declared", "media_type"),
    [
        (SENTENCE.encode(), None, "text/plain"),
        (SENTENCE.encode(), "application/octet-stream", "text/plain"),
        (SENTENCE.encode("utf-16"), None, "text/plain"),
        (f"<p>{SENTENCE}</p>".encode(), None, "text/html"),
        (f"<p>{SENTENCE}</p>".encode(), "application/octet-stream", "text/html"),
        (f"<!-- x --><!DOCTYPE html><title>A</title>{SENTENCE}".encode(), "text/html", "text/html"),
        (f"<?xml version='1.0'?>\n<html><body>{SENTENCE}</body></html>".encode(), None, "text/html"),
        (f"{SENTENCE}<br>{SENTENCE}<b>Ja</b>".encode(), None, "text/html"),
        (f"<p>{SENTENCE}</p>".encode(), "text/plain; charset=utf-8", "text/plain"),
        (SENTENCE.encode(), "text/html", "text/html"),
        (f"{SENTENCE} Es gilt a < b und b > c.".encode(), None, "text/plain"),
        (f"{SENTENCE} Schreiben Sie an <amt@lindenbach.example>.".encode(), None, "text/plain"),
        (pdf(SENTENCE), "text/plain", "application/pdf"),
        (b"\r\n" * 400 + pdf(SENTENCE), None, "application/pdf"),
    ],
)
def test_the_content_decides(data: bytes, declared: str | None, media_type: str) -> None:
    document = door(data, declared)
    assert document.media_type == media_type
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert any(SENTENCE in block.text for block in document.blocks)


def test_the_name_decides_nothing() -> None:
    document = read(SENTENCE.encode(), name="antrag.pdf", settings=Settings())
    assert (document.name, document.media_type) == ("antrag.pdf", "text/plain")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", EmptyText),
        (b" \r\n\t ", EmptyText),
        (b"\xef\xbb\xbf", EmptyText),
        (b"<p> </p>", EmptyText),
        (JPEG, UnsupportedFile),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), UnsupportedFile),
        (b"PK\x03\x04" + b"Zipped" * 20, UnsupportedFile),
        (b"\xd0\xcf\x11\xe0" + b"Word" * 20, UnsupportedFile),
        (b"{\\rtf1 Guten Tag.}", UnsupportedFile),
        (b"\x00" * 100, UnsupportedFile),
        (b"Guten\x00Tag", UnsupportedFile),
        (bytes(range(1, 256)) * 10, UnsupportedFile),
        (SENTENCE.encode("utf-32"), UnsupportedFile),
        (b"\xff\xfe\x00\xd8", UnsupportedFile),  # half a character in UTF-16
        (b"%PDF-1.7\nnothing that follows is a PDF", UnreadableFile),
        (pdf(SENTENCE)[:300], UnreadableFile),
        (pdf(SENTENCE, encrypt="geheim"), EncryptedPdf),
        (pdf(""), NoTextLayer),
    ],
    ids=lambda value: repr(value[:12]) if isinstance(value, bytes) else value.slug,
)
def test_refusals(data: bytes, expected: type[FormklarError]) -> None:
    with pytest.raises(expected):
        door(data)


@pytest.mark.parametrize(
    ("data", "limits", "facts"),
    [
        (b"a" * 11, {"max_bytes": 10}, {"limit": "max_bytes", "maximum": 10}),
        (b"a" * 2_000_001, {"max_bytes": 2_000_000}, {"limit": "max_bytes", "maximum": 2_000_000}),
        ("ä".encode() * 1001, {"max_characters": 1000}, {"limit": "max_characters", "maximum": 1000}),
        (b"<p>" + b"a" * 1001, {"max_characters": 1000}, {"limit": "max_characters", "maximum": 1000}),
        (b"<input>" * 3, {"max_fields": 2}, {"limit": "max_fields", "maximum": 2}),
        (pdf("Eins", "Zwei", "Drei"), {"max_pages": 2}, {"limit": "max_pages", "maximum": 2}),
    ],
)
def test_a_limit_is_named_with_its_value(data: bytes, limits: dict[str, int], facts: dict[str, Any]) -> None:
    with pytest.raises(TooLarge) as caught:
        door(data, **limits)
    assert caught.value.facts == facts
    assert caught.value.detail("de") != caught.value.detail("en")


def test_just_under_the_limits() -> None:
    assert door(b"abc def gh", max_bytes=10).blocks
    assert door("ä".encode() * 1000, max_characters=1000).blocks
    assert len(door(b"<input>" * 2, max_fields=2).fields) == 2
    assert door(pdf(SENTENCE, SENTENCE), max_pages=2).pages == 2


def test_five_megabytes_of_text_are_refused_at_once() -> None:
    with pytest.raises(TooLarge) as caught:
        door(b"Der Antrag ist da. " * 263_000)
    assert caught.value.facts["maximum"] == 1_000_000


def test_text_from_json() -> None:
    document = read_text(SENTENCE, name="antrag", settings=Settings())
    assert (document.name, document.media_type, document.pages) == ("antrag", "text/plain", 0)
    assert document.sha256 == hashlib.sha256(SENTENCE.encode()).hexdigest()
    assert read_text("<p>Das ist kein HTML.</p>", settings=Settings()).blocks[0].text == "<p>Das ist kein HTML.</p>"
    with pytest.raises(InvalidRequest):
        read_text("\udc00", settings=Settings())
    with pytest.raises(EmptyText):
        read_text("", settings=Settings())
    with pytest.raises(TooLarge):
        read_text("a" * 1001, settings=Settings(max_characters=1000))


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "iso-8859-1", "utf-16", "utf-8-sig"])
def test_umlauts(charset: str) -> None:
    data = "Prüfen Sie die Größe.".encode(charset)
    for declared in (None, f"text/plain; charset={charset}"):
        assert door(data, declared).blocks[0].text == "Prüfen Sie die Größe."


SIGNATURES = st.sampled_from(
    [b"", b"%PDF-1.7\n", b"<html>", b"\xff\xfe", b"\xef\xbb\xbf", b"<p>", b"trailer<</Root 1 0 R>>"]
)


@hypothesis_settings(max_examples=150, deadline=None)
@given(
    SIGNATURES,
    st.binary(max_size=300),
    st.sampled_from([None, "text/plain", "text/html", "application/pdf", "x;charset=zlib"]),
)
def test_any_bytes_are_a_document_or_a_typed_error(signature: bytes, data: bytes, declared: str | None) -> None:
    document = answer(signature + data, declared)
    if document is not None:
        assert document.blocks
        document.model_dump_json().encode()


@hypothesis_settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_pdf_is_a_document_or_a_typed_error(data: st.DataObject) -> None:
    sound = pdf(SENTENCE)
    at = data.draw(st.integers(0, len(sound) - 1))
    length = data.draw(st.integers(0, 200))
    answer(sound[:at] + data.draw(st.binary(max_size=20)) + sound[at + length :])


def test_a_charset_can_only_be_a_charset() -> None:
    packed = zlib.compress(SENTENCE.encode())
    for charset in ("zlib", "base64", "unicode_escape", "utf-7", "idna", "undefined", "rot13"):
        assert door(SENTENCE.encode(), f"text/plain; charset={charset}").blocks[0].text == SENTENCE
        with pytest.raises(UnsupportedFile):
            door(packed, f"text/plain; charset={charset}")
