"""Comments in a Word document that switch rules off for the paragraphs that they cover."""

from __future__ import annotations

import pytest
from docx_files import cell, docx, legacy, p, run, table

from app.checker import Checker, Options
from app.model import Report
from app.reading.docx import read_docx
from app.reading.limits import Limits
from app.settings import Settings

LIMITS = Limits.of(Settings())
TEXT = "Der Antrag wird seitens der Stadt geprüft."
FOUND = ["jargon", "passive-voice"]


def start(number: int = 0) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int = 0) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/>'


def reference(number: int = 0) -> str:
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def word(body: str, *comments: str) -> bytes:
    """A document with this body and these comments, numbered from 0."""
    inside = "".join(
        f'<w:comment w:id="{number}" w:author="A">{p("<w:r><w:annotationRef/></w:r>", text)}</w:comment>'
        for number, text in enumerate(comments)
    )
    return docx(body, parts={"comments": inside})


def check(checker: Checker, data: bytes) -> Report:
    document = read_docx(data, name=None, limits=LIMITS)
    rules = frozenset({*FOUND, "field-without-label"})
    return checker.check(document, Options(language="de", suggestions=False, rules=rules))


def found(report: Report) -> list[list[str]]:
    """The rules that find something, for each paragraph."""
    blocks = [block for block in report.document.blocks if block.text == TEXT]
    return [sorted(one.rule for one in report.findings if one.span.block == block.id) for block in blocks]


def text(*more: str) -> str:
    """A paragraph with the text; ``…`` stands for it among the pieces."""
    return p(*(TEXT if one == "…" else one for one in more))


@pytest.mark.parametrize(
    ("body", "comment", "expected"),
    [
        (text(start(), "…", end(), reference()) + text("…"), "formklar: ignore jargon", [["passive-voice"], FOUND]),
        (text(start(), "…", end(), reference()) + text("…"), "Formklar: IGNORE Jargon, passive-voice", [[], FOUND]),
        (text(start(), "…") + text("…") + text("…", end(), reference()) + text("…"), "formklar: off",
         [[], [], [], FOUND]),
        (text("…") + start() + text("…") + end() + text("…"), "formklar: off jargon",
         [FOUND, ["passive-voice"], FOUND]),
        (text(start(), "…") + text(end(), reference(), "…"), "formklar: ignore", [[], FOUND]),
        (text("…", reference()) + text("…"), "formklar: ignore passive-voice", [["jargon"], FOUND]),
        (table((cell(text(start(), "…")), cell(text("…", end()))), (cell(text("…")), cell(text("…")))),
         "formklar: off", [[], [], FOUND, FOUND]),
        (text(start(), "…", end(), reference()), "Bitte ändern. formklar: off", [FOUND]),
        (text(start(), "…", end(), reference()), "formklar: on", [FOUND]),
        (text(start(), "…", end(), reference()), "formklar: ignore " + "x" * 9000, [FOUND]),
        (text(start(7), "…", end(7), reference(7)), "formklar: off", [FOUND]),
    ],
    ids=["one paragraph", "in capitals", "three paragraphs", "around a paragraph", "ends before the next says anything",
         "without a range", "cells", "another comment", "on", "endless", "another number"],
)  # fmt: skip
def test_what_a_comment_switches_off(checker: Checker, body: str, comment: str, expected: list[list[str]]) -> None:
    report = check(checker, word(body, comment))
    assert found(report) == expected
    assert "formklar" not in " ".join(block.text for block in report.document.blocks)


def test_two_comments_on_one_paragraph(checker: Checker) -> None:
    body = text(start(), "…", start(1), end(), end(1)) + text("…")
    report = check(checker, word(body, "formklar: ignore jargon", "formklar: ignore passive-voice"))
    assert found(report) == [[], FOUND]


def test_a_field_without_a_label_is_found_unless_a_comment_covers_it(checker: Checker) -> None:
    field = legacy("FORMTEXT", '<w:name w:val="Text1"/>')
    body = p("Hier beantragen Sie Wohngeld.") + p(field) + p(start(), field, end(), reference())
    report = check(checker, word(body, "formklar: ignore field-without-label"))
    assert [one.span.block for one in report.findings if one.rule == "field-without-label"] == ["f1label"]
    assert report.document.block("f2label").ignore == ("field-without-label",)


def test_a_name_that_is_no_rule_gives_a_notice(checker: Checker) -> None:
    report = check(checker, word(text(start(), "…", end(), reference()), "formklar: ignore passiv"))
    (notice,) = report.document.notices
    assert notice.code == "unknown-suppression"
    assert "passiv" in notice.message
    assert found(report) == [FOUND]


@pytest.mark.parametrize("comments", ["<w:comment", "", "<w:comment/>" * 50, '<w:comment w:id="0">' + "<w:p>" * 90])
def test_broken_comments_change_nothing(comments: str) -> None:
    document = read_docx(
        docx(text(start(), "…", end(), reference()), parts={"comments": comments}), name=None, limits=LIMITS
    )
    assert [block.text for block in document.blocks] == [TEXT]


def test_thousands_of_comments_that_never_end_are_read_fast() -> None:
    body = "".join(p(start(number), run(TEXT)) for number in range(3000))
    blocks = read_docx(word(body, *(f"formklar: off rule-{n}" for n in range(3000))), name=None, limits=LIMITS).blocks
    assert len(blocks) == 3000
    assert max(len(block.ignore) for block in blocks) <= 100
