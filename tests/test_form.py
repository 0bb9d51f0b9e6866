"""The counts of a form."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app import form
from app.checker import Checker
from app.languages import Parsed
from app.model import Block, Box, Document, Field, FormReport

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


@pytest.fixture
def assess(checker: Checker) -> Callable[..., FormReport]:
    def assessed(*, pages: int, fields: tuple[Field, ...] = FIELDS, blocks: tuple[Block, ...] = ()) -> FormReport:
        document = Document(
            media_type="application/pdf", sha256="0" * 64, pages=pages, fields=fields, blocks=blocks, language="de"
        )
        return form.assess(Parsed(document, checker.language("de"), ()))

    return assessed


def test_counts_what_a_person_fills_in(assess: Callable[..., FormReport]) -> None:
    report = assess(pages=2)
    assert (report.fields, report.pages, report.required) == (5, 2, 2)
    assert report.kinds == {"check": 1, "radio": 1, "text": 3}


def test_a_label_is_words(assess: Callable[..., FormReport]) -> None:
    assert assess(pages=2).labelled == 2


def test_a_web_page_has_no_places(assess: Callable[..., FormReport]) -> None:
    assert assess(pages=0).fields == 6


def test_a_text_is_a_form_without_fields(assess: Callable[..., FormReport]) -> None:
    report = assess(pages=0, fields=())
    assert (report.fields, report.pages, report.labelled, report.required, report.kinds) == (0, 0, 0, 0, {})
    assert (report.minutes, report.effort, report.complexity, report.dimensions) == (None, None, None, {})
