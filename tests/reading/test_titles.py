"""The title that a file gives itself: one without letters is none."""

from __future__ import annotations

import pytest
from docx_files import p, packed

from app.reading.docx import read_docx
from app.reading.html import read_html
from app.reading.limits import Limits
from app.settings import Settings

LIMITS = Limits.of(Settings())
CASES = [("Antrag auf Wohngeld", "Antrag auf Wohngeld"), (" Antrag\n 7 ", "Antrag 7"), ("#", None), ("2024-1", None),
         ("", None), ("Ö", "Ö")]  # fmt: skip


@pytest.mark.parametrize(("declared", "title"), CASES)
def test_title_of_a_page(declared: str, title: str | None) -> None:
    page = f"<html><head><title>{declared}</title></head><body><p>Name</p></body></html>"
    assert read_html(page.encode(), name=None, limits=LIMITS).title == title


@pytest.mark.parametrize(("declared", "title"), CASES)
def test_title_of_a_word_document(declared: str, title: str | None) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    files = {
        "word/document.xml": f"<w:document {space}><w:body>{p('Name')}</w:body></w:document>",
        "docProps/core.xml": f"<cp:coreProperties><dc:title>{declared}</dc:title></cp:coreProperties>",
    }
    assert read_docx(packed(files), name=None, limits=LIMITS).title == title
