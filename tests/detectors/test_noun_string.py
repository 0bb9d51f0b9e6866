"""Strings of nouns: long compounds are found, names, everyday terms, units and orders stay silent."""

from __future__ import annotations

import pytest

from app.checker import Checker
from app.detectors import noun_string
from app.model import Block, Document

FIND = noun_string.compile(noun_string.Settings(allow=("bank account", "phone number"), units=("day", "year")))


def found(checker: Checker, text: str) -> list[tuple[str, int, str | None]]:
    document = Document(media_type="text/plain", sha256="", blocks=(Block(id="b", role="paragraph", text=text),))
    language = checker.language("en")
    with language.session():
        return [(text[h.start : h.end], h.facts["nouns"], h.severity) for h in FIND(language.parse(document))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Please send us your household income verification form.",
            [("household income verification form", 4, "warning")],
        ),
        ("We will check your rent payment history.", [("rent payment history", 3, "hint")]),
        ("We need your bank account verification letter.", [("bank account verification letter", 3, "hint")]),
    ],
)
def test_finds(checker: Checker, text: str, expected: list[tuple[str, int, str]]) -> None:
    assert found(checker, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We need your bank account phone number.",
        "The Lindenbach Housing Benefit Appeals Office will help you.",
        "You have a 30 day notice period.",
        "Attach copies and sign here.",
        "The form shows the income of your household.",
        "You may open a health savings account (HSA) with any bank.",
        "Household income verification form",
        "Your name, address, age and job must be right.",
    ],
)
def test_stays_silent(checker: Checker, text: str) -> None:
    assert found(checker, text) == []


def test_a_step_can_be_switched_off(checker: Checker) -> None:
    find = noun_string.compile(noun_string.Settings(hint=0, warning=4))
    block = Block(id="b", role="paragraph", text="We will check your rent payment history.")
    language = checker.language("en")
    with language.session():
        parsed = language.parse(Document(media_type="text/plain", sha256="", blocks=(block,)))
        assert list(find(parsed)) == []
