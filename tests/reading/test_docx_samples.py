"""The sample forms as Word documents: the same texts and labels as on paper, whether Word knows the fields or not."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from app.checker import Checker, Options
from app.model import Document
from app.reading.docx import read_docx
from app.reading.limits import Limits
from app.settings import ROOT
from sample_forms import content

FOLDER = ROOT / "sample_forms"


def read(name: str) -> Document:
    return read_docx((FOLDER / "de" / name).read_bytes(), name=name, limits=Limits())


def expected(stem: str) -> dict[str, Any]:
    """What a person marked in this form."""
    marks: dict[str, Any] = yaml.safe_load((FOLDER / "de" / f"{stem}.expected.yaml").read_text(encoding="utf-8"))
    return marks


def words(label: str) -> set[str]:
    return set(re.findall(r"\w+", label.casefold()))


@pytest.mark.parametrize(("file", "stem"), [("kita.docx", "kita"), ("bibliothek-flat.docx", "bibliothek")])
def test_every_text_is_read(file: str, stem: str) -> None:
    form = content.load(FOLDER / "source" / "de" / f"{stem}.yaml")
    document = read(file)
    said = [" ".join(block.text.split()) for block in document.blocks if block.id.startswith("p0b")]
    assert document.title == form.title
    assert {block.text for block in document.blocks if block.role == "furniture"} >= {form.publisher, form.department}
    for text in content.texts(form):
        assert any(" ".join(text.split()) in one for one in said), text


def test_fields_that_word_knows_have_the_labels_that_a_person_gives() -> None:
    wanted = {field["name"]: words(field["label"]) for field in expected("kita")["fields"]}
    found = {field.name: words(field.label) for field in read("kita.docx").fields if field.source == "form"}
    radios = {name for name, kind in content.inputs(content.load(FOLDER / "source/de/kita.yaml")) if kind == "radio"}
    assert set(wanted) - set(found) == radios  # Word has boxes only
    both = set(wanted) & set(found)
    assert sum(wanted[name] <= found[name] or found[name] <= wanted[name] for name in both) >= 0.9 * len(both)


def test_boxes_of_one_question_are_a_group() -> None:
    groups = {field.name: field.group for field in read("kita.docx").fields if field.name.startswith("stunden_")}
    assert list(groups.values()) == ["Wie viele Stunden soll Ihr Kind in der Woche betreut werden?"] * 3


def test_blanks_have_the_labels_that_are_printed_beside_them() -> None:
    fields = read("bibliothek-flat.docx").fields
    assert {field.source for field in fields} == {"flat"}
    assert [field.label for field in fields if field.kind == "text"] == [
        "Vorname",
        "Nachname",
        "Straße und Hausnummer",
        "Postleitzahl und Ort",
        "Geburtsdatum (zum Beispiel 24.12.1980)",
        "E-Mail (freiwillig)",
        "Vorname und Nachname des Kindes",
        "Geburtsdatum des Kindes",
        "Ort und Datum",
    ]
    assert [field.label for field in fields if field.kind != "text"] == [
        "für mich",
        "für mein Kind",
        "Ich kenne die Regeln der Bibliothek.",
        "Unterschrift",
    ]


def test_the_plain_form_is_plain_in_word_too(checker: Checker) -> None:
    report = checker.check(read("bibliothek-flat.docx"), Options(language="de"))
    assert [(finding.rule, finding.quote) for finding in report.findings] == []


def test_the_hard_form_is_hard_in_word_too(checker: Checker) -> None:
    report = checker.check(read("kita.docx"), Options(language="de"))
    found = {(finding.rule, finding.quote) for finding in report.findings}
    marks = [mark for mark in expected("kita")["findings"] if "quote" in mark]
    hit = [
        mark
        for mark in marks
        if any(rule == mark["rule"] and (mark["quote"] in quote or quote in mark["quote"]) for rule, quote in found)
    ]
    assert len(hit) >= 0.7 * len(marks)
