"""The counts of a form."""

from __future__ import annotations

from app import form
from app.model import Box, Document, Field

BOX: Box = (10.0, 10.0, 200.0, 30.0)

FIELDS = (
    Field(name="a", kind="text", page=1, box=BOX, label="Name", label_source="tooltip", required=True),
    Field(name="b", kind="text", page=1, box=BOX, label="Textfeld 12", label_source="tooltip"),
    Field(name="c", kind="check", page=2, box=BOX, label="", required=True),
    Field(name="d", kind="radio", page=2, box=BOX, label="Familienstand", options=("ledig", "verheiratet")),
    Field(name="e", kind="text", page=2, box=BOX, label="Konto", label_source="name"),
    Field(name="f", kind="push", page=2, box=BOX, label="Drucken"),
    Field(name="g", kind="text", page=2, box=BOX, label="Aktenzeichen", read_only=True),
    Field(name="h", kind="text", label="Ohne Platz auf einer Seite"),
)


def document(*, pages: int) -> Document:
    return Document(media_type="application/pdf", sha256="0" * 64, pages=pages, fields=FIELDS)


def test_counts_what_a_person_fills_in() -> None:
    report = form.assess(document(pages=2))
    assert (report.fields, report.pages, report.required) == (5, 2, 2)
    assert report.kinds == {"check": 1, "radio": 1, "text": 3}


def test_a_label_is_words() -> None:
    assert form.assess(document(pages=2)).labelled == 2


def test_a_web_page_has_no_places() -> None:
    assert form.assess(document(pages=0)).fields == 6


def test_a_text_is_a_form_without_fields() -> None:
    report = form.assess(Document(media_type="text/plain", sha256="0" * 64))
    assert (report.fields, report.pages, report.labelled, report.required, report.kinds) == (0, 0, 0, 0, {})
