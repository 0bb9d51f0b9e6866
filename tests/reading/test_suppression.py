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


@pytest.mark.parametrize(
    "page",
    [
        "<!-- formklar: ignore technical-label --><label>Text1 <input name=a></label>",
        "<!-- formklar: ignore technical-label --><label for=a>Text1</label><input id=a name=a>",
        "<!-- formklar: ignore technical-label --><p><label for=a>Text1</label></p><p><input id=a name=a></p>",
        "<!-- formklar: ignore technical-label --><input aria-label=Text1 name=a>",
    ],
    ids=["around the field", "before the field", "in another block", "the field alone"],
)
def test_what_is_meant_for_a_label_counts_for_its_field(checker: Checker, page: str) -> None:
    report = check(checker, f"<p>{TEXT}</p>{page}<p>{TEXT}</p><label>Text2 <input name=b></label>")
    found = [finding for finding in report.findings if finding.rule == "technical-label"]
    assert [report.document.block(finding.span.block).field for finding in found] == ["b"]


def test_a_comment_in_the_head_counts_for_the_page(checker: Checker) -> None:
    page = f"<html><head><!-- formklar: off jargon --><title>Antrag</title></head><body><p>{TEXT}</p></body></html>"
    assert [finding.rule for finding in check(checker, page).findings] == ["passive-voice"]


@pytest.mark.parametrize("said", ["ignore jagon", "off passiv_voice", "ingore", "ignore (jagon)"])
def test_a_word_that_is_no_rule_gives_a_notice(checker: Checker, said: str) -> None:
    report = check(checker, f"<!-- formklar: {said} --><p>{TEXT}</p>")
    (notice,) = report.document.notices
    assert notice.code == "unknown-suppression"
    assert said.rsplit(maxsplit=1)[-1] in notice.message
    assert len(report.findings) == 2


def test_a_reason_behind_the_rule_does_not_undo_the_command(checker: Checker) -> None:
    report = check(checker, f"<!-- formklar: ignore jargon, weil es so im Gesetz steht --><p>{TEXT}</p>")
    assert [finding.rule for finding in report.findings] == ["passive-voice"]


def test_thousands_of_comments_are_read_fast() -> None:
    names = ["".join(chr(97 + int(digit)) for digit in str(number)) for number in range(10_000)]
    page = "".join(f"<!-- formklar: off {name} --><p>{TEXT}</p>" for name in names)
    blocks = read_html(page.encode(), name=None, limits=Limits.of(Settings())).blocks
    assert len(blocks) == len(names)
    assert max(len(block.ignore) for block in blocks) <= 100
