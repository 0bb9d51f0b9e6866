"""Our own forms, read and checked as a clerk would send them, against what a person marked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from app import reading
from app.checker import Checker, Options
from app.model import Report
from app.settings import ROOT
from benchmarks.rules import compare, squash, total

FORMS = sorted((ROOT / "sample_forms").glob("*/*.expected.yaml"))


def expected_of(path: Path) -> dict[str, Any]:
    """The marks of a form."""
    marks: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return marks


@pytest.fixture(scope="module")
def reports(checker: Checker) -> dict[str, Report]:
    found = {}
    for path in FORMS:
        pdf = path.with_name(path.name.replace(".expected.yaml", ".pdf"))
        document = reading.read(pdf.read_bytes(), name=pdf.name, settings=checker.settings)
        found[path.name] = checker.check(document, Options(language=path.parent.name))
    return found


@pytest.mark.parametrize("path", [path for path in FORMS if expected_of(path)["silent"]], ids=lambda path: path.stem)
def test_plain_forms_come_out_silent(reports: dict[str, Report], path: Path) -> None:
    assert [(finding.rule, finding.quote) for finding in reports[path.name].findings] == []


@pytest.mark.parametrize(
    "path", [path for path in FORMS if not expected_of(path)["silent"]], ids=lambda path: path.stem
)
def test_hard_forms_get_a_report_worth_reading(reports: dict[str, Report], path: Path) -> None:
    report = reports[path.name]
    assert report.document.pages >= 1
    asked = [field for field in report.document.fields if field.kind != "push" and field.page and not field.read_only]
    assert report.form.fields == len(asked)
    assert len({finding.rule for finding in report.findings}) >= 6
    assert any(finding.suggestions for finding in report.findings)
    assert all(finding.page and finding.boxes for finding in report.findings)
    assert all(score.value is not None for score in report.scores)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_findings_stand_where_the_text_is_printed(reports: dict[str, Report], path: Path) -> None:
    for finding in reports[path.name].findings:
        for x0, y0, x1, y1 in finding.boxes:
            assert 0 <= x0 < x1 <= 600
            assert 0 <= y0 < y1 <= 850


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_safe_edits_keep_amounts_dates_and_sections(reports: dict[str, Report], path: Path) -> None:
    report = reports[path.name]
    rewritten = {block.id: block.text for block in report.rewrite.blocks}
    before = squash(" ".join(block.text for block in report.document.blocks))
    after = squash(" ".join(rewritten.get(block.id, block.text) for block in report.document.blocks))
    for keep in expected_of(path).get("safe_changes_nothing_in") or []:
        assert before.count(squash(keep)) == after.count(squash(keep)) >= 1, keep


def test_most_fields_get_the_label_that_a_person_gives(reports: dict[str, Report]) -> None:
    right, wrong = 0, []
    for path in FORMS:
        labels = {field.name: field.label for field in reports[path.name].document.fields}
        for field in expected_of(path)["fields"]:
            wanted, got = squash(field["label"]).casefold(), squash(labels[field["name"]]).casefold()
            if wanted == got or (wanted and got and (wanted in got or got in wanted)):
                right += 1
            else:
                wrong.append((path.stem, field["name"], field["label"], labels[field["name"]]))
    assert right / (right + len(wrong)) >= 0.9, wrong


def test_precision_and_recall_do_not_fall(checker: Checker) -> None:
    for language, table in compare(ROOT / "sample_forms", checker).items():
        count = total(table)
        assert count.precision >= 0.94, (language, count.wrong)
        assert count.recall >= 0.84, (language, count.missed)
        assert table["passive-voice"].precision >= 0.98
        assert table["passive-voice"].recall >= 0.95
