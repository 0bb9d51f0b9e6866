"""What a form does not tell: once, at its title; silent where it is no request, and on anything odd."""

from __future__ import annotations

import pytest

from app import reading
from app.checker import Checker, Options
from app.model import Block, Document, Field
from app.settings import ROOT

RULES = frozenset({"no-contact", "no-deadline", "no-enclosure-list", "no-next-step"})


def found(
    checker: Checker, *texts: str, fields: int = 30, box: tuple[int, ...] | None = (0, 0, 9, 9), **more: object
) -> set[str]:
    roles = ("title", *["paragraph"] * len(texts))
    document = Document.model_validate(
        {
            "media_type": "application/pdf",
            "sha256": "",
            "pages": 1,
            "blocks": tuple(
                Block.model_validate({"id": f"b{n}", "role": roles[n], "text": text, "page": 1})
                for n, text in enumerate(texts)
            ),
            "fields": tuple(Field(name=f"f{n}", kind="text", page=1, box=box) for n in range(fields)),
            **more,
        }
    )
    report = checker.check(document, Options(language="de", rules=RULES))
    assert all(finding.span.block == "b0" and not finding.quote for finding in report.findings)
    return {finding.rule for finding in report.findings}


def test_an_application_that_tells_nothing(checker: Checker) -> None:
    assert found(checker, "Antrag auf einen Stellplatz") == RULES


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Geben Sie den Antrag bis zum 31. März ab.", "no-deadline"),
        ("Telefon 01234 56-100", "no-contact"),
        ("Legen Sie eine Kopie vom Mietvertrag bei.", "no-enclosure-list"),
        ("Wir schreiben Ihnen in vier Wochen.", "no-next-step"),
    ],
)
def test_what_is_told_is_not_missed(checker: Checker, text: str, rule: str) -> None:
    assert found(checker, "Antrag auf einen Stellplatz", text) == RULES - {rule}


@pytest.mark.parametrize(
    "texts",
    [
        ("Bescheid über Ihre Gebühren",),
        ("Gebühren", "Gegen diesen Bescheid können Sie Widerspruch einlegen.", "Antrag auf Raten"),
        ("Anlage EK zum Antrag auf Hilfe",),
        ("Bescheinigung des Vermieters", "Wir brauchen sie für einen anderen Zweck."),
        ("Vollmacht",),
        ("Spielregeln",),
    ],
)
def test_what_is_no_request(checker: Checker, texts: tuple[str, ...]) -> None:
    assert found(checker, *texts) == set()


def test_an_application_for_a_certificate_is_an_application(checker: Checker) -> None:
    assert found(checker, "Antrag auf eine Bescheinigung") == RULES


def test_few_fields_and_none(checker: Checker) -> None:
    assert found(checker, "Antrag auf einen Stellplatz", fields=9) == {"no-contact"}
    assert found(checker, "Antrag auf einen Stellplatz", fields=0) == set()


def test_fields_that_nobody_can_fill_in_do_not_count(checker: Checker) -> None:
    assert found(checker, "Antrag auf einen Stellplatz", box=None) == set()


def test_a_form_without_a_page_or_a_title(checker: Checker) -> None:
    blocks = (Block(id="b0", role="label", text="Antrag auf einen Stellplatz"),)
    assert found(checker, "Antrag", pages=0, blocks=blocks) == RULES


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("de/wohngeld", {"no-deadline", "no-next-step"}),
        ("de/anmeldung", {"no-next-step"}),
        ("de/kita", set()),
        ("de/bibliothek", set()),
        ("de/sperrmuell", set()),
        ("de/rueckforderung", set()),
        ("en/determination", set()),
        ("en/library_card", set()),
    ],
)
def test_our_own_forms(checker: Checker, name: str, rules: set[str]) -> None:
    data = (ROOT / "sample_forms" / f"{name}.pdf").read_bytes()
    document = reading.read(data, name=f"{name[3:]}.pdf", settings=checker.settings)
    report = checker.check(document, Options(language=name[:2], rules=RULES))
    assert {finding.rule for finding in report.findings} == rules
