"""Comments in a web page that switch rules off, for the next block or until they are switched on again."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.model import Report
from app.reading.html import read_html
from app.reading.limits import Limits
from app.settings import Settings

TEXT = "Der Antrag wird seitens der Stadt geprüft."
FOUND = ["jargon", "passive-voice"]


def check(checker: Checker, page: str) -> Report:
    document = read_html(page.encode(), name=None, limits=Limits.of(Settings()))
    return checker.check(
        document, Options(language="de", suggestions=False, rules=frozenset({*FOUND, "technical-label"}))
    )


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>{0}</p><p>{0}</p>", [FOUND, FOUND]),
        ("<!-- formklar: ignore jargon --><p>{0}</p><p>{0}</p>", [["passive-voice"], FOUND]),
        ("<!--FORMKLAR:IGNORE Jargon, passive-voice--><p>{0}</p><p>{0}</p>", [[], FOUND]),
        ("<!-- formklar: ignore --><p>{0}</p><p>{0}</p>", [[], FOUND]),
        ("<p><!-- formklar: ignore jargon -->{0}</p><p>{0}</p>", [["passive-voice"], FOUND]),
        ("<!-- formklar: off jargon --><p>{0}</p><p>{0}</p><!-- formklar: on --><p>{0}</p>",
         [["passive-voice"], ["passive-voice"], FOUND]),
        ("<!-- formklar: off --><p>{0}</p><!-- formklar: on jargon --><p>{0}</p>", [[], []]),
        ("<!-- formklar: off jargon passive-voice --><p>{0}</p><!-- formklar: on jargon --><p>{0}</p>",
         [[], ["jargon"]]),
        ("<!-- formklar is great --><p>{0}</p>", [FOUND]),
        ("<!-- bitte formklar: off --><p>{0}</p>", [FOUND]),
        ("<!-- formklar: offen --><p>{0}</p>", [FOUND]),
        ("<!-- formklar: ignore " + "x" * 9000 + " --><p>{0}</p>", [FOUND]),
    ],
)  # fmt: skip
def test_what_a_comment_switches_off(checker: Checker, page: str, expected: list[list[str]]) -> None:
    report = check(checker, page.format(TEXT))
    blocks = [block for block in report.document.blocks if block.text == TEXT]
    found = [sorted(finding.rule for finding in report.findings if finding.span.block == block.id) for block in blocks]
    assert found == expected


def test_labels_of_fields_in_a_part_that_is_off() -> None:
    off, on = "<!-- formklar: off -->", "<!-- formklar: on -->"
    page = f"{off}<label>Text1 <input name=a></label>{on}<label>Text2 <input name=b></label>"
    blocks = read_html(page.encode(), name=None, limits=Limits.of(Settings())).blocks
    assert {block.field: block.ignore for block in blocks if block.field} == {"a": ("*",), "b": ()}


def test_a_rule_that_does_not_exist_gives_a_notice(checker: Checker) -> None:
    report = check(checker, f"<!-- formklar: ignore jagon --><p>{TEXT}</p>")
    (notice,) = report.document.notices
    assert notice.code == "unknown-suppression"
    assert "jagon" in notice.message
    assert len(report.findings) == 2
