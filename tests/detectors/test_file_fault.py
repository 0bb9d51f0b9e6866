"""Rules about the file: one finding at its beginning, none where nothing is known."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.detectors.file_fault import is_empty_title
from app.model import Block, Document, FileFacts, Finding

RULES = frozenset({"pdf-not-tagged", "pdf-without-title", "pdf-language-missing", "pdf-tab-order"})
BAD = FileFacts(tagged=False, title="", language="", shows_title=False, loose_order=(1, 2, 3, 5, 7, 8))
BLOCKS = (
    Block(id="p1b1", role="furniture", text="Stadt Lindenbach an der Queich", page=1),
    Block(id="p1b2", role="title", text="Antrag auf einen Stellplatz", page=1, boxes=((50, 700, 300, 720),)),
    Block(id="p1b3", role="paragraph", text="Wir prüfen Ihren Antrag.", page=1),
)


def findings(checker: Checker, **more: object) -> tuple[Finding, ...]:
    given = {"media_type": "application/pdf", "pages": 8, "blocks": BLOCKS, "file": BAD, **more}
    document = Document.model_validate({"sha256": "", **given})
    return checker.check(document, Options(language="de", rules=RULES)).findings


def test_one_finding_of_each_at_the_first_text(checker: Checker) -> None:
    found = findings(checker)
    assert {one.rule for one in found} == RULES
    assert len(found) == len({one.id for one in found}) == 4
    assert {(one.span.block, one.span.start, one.span.end, one.page, one.quote) for one in found} == {
        ("p1b2", 0, 0, 1, "")
    }
    assert all(one.boxes == BLOCKS[1].boxes for one in found)


def test_the_pages_are_named_in_brief(checker: Checker) -> None:
    (found,) = (one for one in findings(checker) if one.rule == "pdf-tab-order")
    assert found.facts == {"pages": "1–3, 5, 7, 8"}
    assert "Seiten: 1–3, 5, 7, 8" in found.message


@pytest.mark.parametrize(
    "more",
    [
        {"file": None},
        {"file": FileFacts()},
        {"file": FileFacts(dynamic=True)},
        {"media_type": "text/html", "pages": 0},
        {"media_type": "text/plain", "pages": 0, "file": None},
    ],
)
def test_nothing_is_said_about_other_files_and_what_is_not_known(checker: Checker, more: dict[str, object]) -> None:
    assert findings(checker, **more) == ()


@pytest.mark.parametrize(
    "title",
    ["", "#", "tmp-4711", "antrag_neu_2024", "hundesteuer.pmd", "Antrag.docx", "Microsoft Word - Antrag", "Dokument1"],
)
def test_titles_that_tell_nothing(title: str) -> None:
    assert is_empty_title(title)


@pytest.mark.parametrize("title", ["Antrag", "Anlage HA", "Form 1040", "Ferien-Pass 2025", "Antrag Nr. 7 – Stellplatz"])
def test_titles_that_tell_something(title: str) -> None:
    assert not is_empty_title(title)
