"""Our own forms with XFA are read like the same forms without it: labels, texts, findings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from drawing import read, texts

from app.checker import Checker, Options
from app.model import Document

FOLDER = Path(__file__).parents[2] / "sample_forms" / "de"


def document(name: str) -> Document:
    """A sample form as it is read."""
    return read((FOLDER / name).read_bytes())


def marked(form: str) -> list[dict[str, Any]]:
    """The fields with the labels that a person gives them."""
    marks = yaml.safe_load((FOLDER / f"{form}.expected.yaml").read_text(encoding="utf-8"))
    fields: list[dict[str, Any]] = marks["fields"]
    return fields


def squash(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def last_step(name: str) -> str:
    """``form1[0].#subform[2].kind_name[0]`` is the field ``kind_name``."""
    return re.sub(r"\[\d+\]", "", name).rpartition(".")[2]


@pytest.mark.parametrize(
    ("file", "form"), [("kita-dynamic", "kita"), ("schuelerbefoerderung-hybrid", "schuelerbefoerderung")]
)
def test_fields_have_the_label_that_a_person_gives(file: str, form: str) -> None:
    labels = {last_step(item.name): item.label for item in document(f"{file}.pdf").fields}
    wanted = {item["name"]: item["label"] for item in marked(form)}
    assert set(labels) == set(wanted)
    wrong = [
        (name, label, labels[name])
        for name, label in wanted.items()
        if squash(label) not in squash(labels[name]) and squash(labels[name]) not in squash(label)
    ]
    assert wrong == []
    exact = [name for name, label in wanted.items() if squash(label) == squash(labels[name])]
    assert len(exact) >= 0.85 * len(wanted)


def test_kinds_and_what_must_be_filled_are_the_same_as_in_the_pdf() -> None:
    def facts(name: str) -> dict[str, tuple[object, ...]]:
        return {
            last_step(item.name): (item.kind, item.required, item.max_length or 100, item.options)
            for item in document(name).fields
        }

    with_form, without = facts("kita.pdf"), facts("kita-dynamic.pdf")
    del with_form["stunden"], without["stunden"]  # the PDF names its answers s25, s35, s45
    assert with_form == without


def test_the_template_of_a_hybrid_form_adds_labels() -> None:
    before, after = (document(f"schuelerbefoerderung{end}.pdf") for end in ("", "-hybrid"))
    wanted = {item["name"]: squash(item["label"]) for item in marked("schuelerbefoerderung")}

    def right(found: Document) -> int:
        return sum(squash(item.label) == wanted[last_step(item.name)] for item in found.fields)

    assert right(after) > right(before)
    assert texts(after) == texts(before)


def test_the_same_sentences_give_the_same_findings(checker: Checker) -> None:
    rules = ("long-sentence", "passive-voice", "nominal-style", "nested-clause", "jargon", "modal-infinitive")

    def findings(name: str) -> set[tuple[str, str]]:
        report = checker.check(document(name), Options(language="de"))
        return {(finding.rule, squash(finding.quote)) for finding in report.findings if finding.rule in rules}

    dynamic, printed = findings("kita-dynamic.pdf"), findings("kita.pdf")
    assert len(printed) >= 10
    assert len(dynamic & printed) >= 0.9 * len(dynamic | printed)
