"""What the service says about the accessibility of a form."""

from __future__ import annotations

import httpx
import pytest

from app.model import Report
from app.settings import ROOT

FORMS = ROOT / "sample_forms"


def report(client: httpx.Client, name: str, media_type: str) -> Report:
    answer = client.post(
        "/v1/check", content=(FORMS / name).read_bytes(), headers={"Content-Type": media_type}
    ).raise_for_status()
    return Report.model_validate_json(answer.content)


def test_a_form_with_its_checks_and_what_they_are_not(client: httpx.Client) -> None:
    found = report(client, "de/schuelerbefoerderung.pdf", "application/pdf")
    assert list(found.form.accessibility) == [
        *("tagged", "title", "language", "tab-order", "tooltips", "font-size", "contrast", "fillable")
    ]
    assert found.form.accessibility["language"].state == "good"
    assert found.form.accessibility["tooltips"].state == "bad"
    assert found.form.accessibility["tooltips"].pages
    assert found.form.accessibility_scope is not None
    assert "keine Prüfung" in found.form.accessibility_scope
    assert found.document.file is not None
    assert found.document.file.language == "de-DE"


@pytest.mark.parametrize(
    ("name", "media_type", "names"),
    [
        ("de/hundesteuer.html", "text/html", ["title", "language", "tooltips"]),
        ("de/sondernutzung.txt", "text/plain", []),
    ],
)
def test_other_files_are_asked_less(client: httpx.Client, name: str, media_type: str, names: list[str]) -> None:
    found = report(client, name, media_type).form
    assert list(found.accessibility) == names
    assert (found.accessibility_scope is None) == (not names)
