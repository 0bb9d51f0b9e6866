"""What finite forms of German verbs can be: tense, mood and person by the form alone."""

from __future__ import annotations

import pytest

from app.languages.finite_forms_de import may_be_finite, readings


@pytest.mark.parametrize(
    ("form", "tense", "mood"),
    [
        ("prüft", "present", "indicative"),
        ("prüfte", "past", "indicative"),
        ("gab", "past", "indicative"),
        ("gäbe", "present", "subjunctive-2"),
        ("einreichte", "past", "indicative"),
        ("unterschrieb", "past", "indicative"),
        ("musste", "past", "indicative"),
        ("müsste", "present", "subjunctive-2"),
        ("sei", "present", "subjunctive-1"),
        ("könne", "present", "subjunctive-1"),
        ("wurde", "past", "indicative"),
        ("würde", "present", "subjunctive-2"),
        # traps: the t belongs to the stem, or the form looks like another verb's
        ("warten", "present", "indicative"),
        ("wartete", "past", "indicative"),
        ("beantworten", "present", "indicative"),
        ("beantragten", "past", "indicative"),
        ("verbrachte", "past", "indicative"),
        ("zieht", "present", "indicative"),
        ("führe", "present", "indicative"),
        ("vermietet", "present", "indicative"),
        ("vermieteten", "past", "indicative"),
        ("arbeiten", "present", "indicative"),
    ],
)
def test_the_likeliest_reading(form: str, tense: str, mood: str) -> None:
    likeliest = readings(form)[0]
    assert (likeliest.tense, likeliest.mood) == (tense, mood)


@pytest.mark.parametrize(
    ("form", "persons"),
    [
        ("habe", {(1, "sg")}),
        ("reichen", {(1, "pl"), (3, "pl")}),
        ("gab", {(1, "sg"), (3, "sg")}),
        ("zahlst", {(2, "sg")}),
        ("reist", {(3, "sg")}),  # no du: the s belongs to the stem
        ("passt", {(2, "sg"), (3, "sg")}),
        ("seid", {(2, "pl")}),
    ],
)
def test_persons(form: str, persons: set[tuple[int, str]]) -> None:
    assert readings(form)[0].persons == persons


def test_a_form_in_e_may_be_reported_speech() -> None:
    assert [(one.mood, (3, "sg") in one.persons) for one in readings("habe")] == [
        ("indicative", False),
        ("subjunctive-1", True),
    ]


@pytest.mark.parametrize(("word", "expected"), [("zahlte", True), ("gab", True), ("tiptop", False), ("klar", False)])
def test_endings_of_finite_verbs(word: str, expected: bool) -> None:
    assert may_be_finite(word) is expected
