"""Readers in the third person, in both languages, with the words of the rules."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.model import Block, Document, Role

RULE = "third-person-address"


def quotes(checker: Checker, language: str, text: str, role: Role = "paragraph") -> list[str]:
    document = Document(media_type="text/plain", sha256="", blocks=(Block(id="b", role=role, text=text),))
    report = checker.check(document, Options(language=language, rules=frozenset({RULE})))
    return [finding.quote for finding in report.findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der Antragsteller hat jede Änderung sofort zu melden.", ["Der Antragsteller"]),
        ("Die antragstellende Person legt den Ausweis vor.", ["Die antragstellende Person"]),
        ("Der Bescheid wird dem Steuerpflichtigen zugeschickt.", ["dem Steuerpflichtigen"]),
        ("Die Kosten werden von der Antragstellerin getragen.", ["der Antragstellerin"]),
        ("Antragstellende erhalten danach einen Brief.", ["Antragstellende"]),
        ("Die Antragsteller:innen erhalten danach einen Brief.", ["Die Antragsteller:innen"]),
        ("Der Antragsteller/die Antragstellerin erhält einen Brief.", ["Der Antragsteller/die Antragstellerin"]),
        (
            "Antragstellerinnen und Antragsteller erhalten danach einen Brief.",
            ["Antragstellerinnen und Antragsteller"],
        ),
        ("Jeder Hundehalter zahlt die Steuer im Voraus.", ["Jeder Hundehalter"]),
    ],
)
def test_german_finds(checker: Checker, text: str, found: list[str]) -> None:
    assert quotes(checker, "de", text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Name und Vorname des Antragstellers",
        "Vom Antragsteller auszufüllen",
        "Von der Antragstellerin auszufüllen:",
        "Antragsteller ist, wer die Leistung für sich beantragt.",
        "Hundehalter im Sinne dieser Satzung ist, wer einen Hund bei sich aufnimmt.",
        "Als Antragsteller gilt die Person, die unterschreibt.",
        "Wenn Sie nicht selbst Antragsteller sind, legen Sie eine Vollmacht vor.",
        "Der Antragsteller und sein Ehegatte müssen unterschreiben.",
        "Ich bin der Antragsteller und bestätige meine Angaben.",
        "Bei jüngeren Antragstellern ist die Gebühr niedriger.",
        "Sie müssen jede Änderung melden.",
    ],
)
def test_german_stays_silent(checker: Checker, text: str) -> None:
    assert quotes(checker, "de", text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The applicant must sign the form.", ["The applicant"]),
        ("The form must be signed by the taxpayer.", ["the taxpayer"]),
        ("We will send the claimant a letter.", ["the claimant"]),
        ("Each applicant gets a number.", ["Each applicant"]),
        ("The applicant(s) must sign the form.", ["The applicant(s)"]),
        ("Applicants should bring a photo.", ["Applicants"]),
    ],
)
def test_english_finds(checker: Checker, text: str, found: list[str]) -> None:
    assert quotes(checker, "en", text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Name of the applicant",
        "Applicant means any person who asks for a permit.",
        "If you are not the applicant, give us your name.",
        "The applicant and the applicant's spouse must sign.",
        "The name of the applicant must be readable.",
        "Low-income applicants pay less.",
        "The applicant data must be complete.",
        "You must sign the form.",
    ],
)
def test_english_stays_silent(checker: Checker, text: str) -> None:
    assert quotes(checker, "en", text) == []


@pytest.mark.parametrize("role", ["label", "heading", "option"])
def test_labels_headings_and_options_are_left_alone(checker: Checker, role: Role) -> None:
    assert quotes(checker, "de", "Der Antragsteller bestätigt die Angaben.", role) == []
