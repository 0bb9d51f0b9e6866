"""An enumeration becomes a real list: each part on its line, every word kept, closing verbs in front."""

from __future__ import annotations

import re

import pytest

from app.checker import Checker, Options
from app.model import Block, Document

GERMAN = [
    (
        "Wir brauchen den Mietvertrag, die Abrechnung der Heizkosten, den Nachweis und die Kopie Ihres Ausweises.",
        "Wir brauchen:|den Mietvertrag,|die Abrechnung der Heizkosten,|den Nachweis und|die Kopie Ihres Ausweises.",
    ),
    (
        "Bringen Sie bitte den Ausweis, die Urkunde des Kindes, eine Karte der Kasse und den letzten Bescheid mit.",
        "Bringen Sie bitte mit:|den Ausweis,|die Urkunde des Kindes,|eine Karte der Kasse und|den letzten Bescheid.",
    ),
    (
        "Sie müssen die Größe der Wohnung, die Höhe der Miete, die Zahl der Zimmer und das Jahr des Einzugs angeben.",
        "Sie müssen angeben:|die Größe der Wohnung,|die Höhe der Miete,|die Zahl der Zimmer und|das Jahr des Einzugs.",
    ),
    ("Wir lagern Papiere wie die Urkunden, die Akten der Ämter, die Karten und die Filme.", None),
    ("Sie finden auf den Einzelfall bezogene Hilfen, Rat zum Gesetz, Antwort auf Fragen und Hilfe bei Gericht.", None),
    ("Kommen Sie mit dem Ausweis, dem Bescheid vom letzten Jahr, dem Mietvertrag und den Auszügen vom Konto.", None),
    ("Der Ausweis, die Urkunde des Kindes, die Karte der Kasse und der letzte Bescheid sind im Amt vorzulegen.", None),
    (
        "Wir brauchen den Ausweis, die Urkunde des Kindes, die Karte der Kasse und den Bescheid, den Sie haben.",
        None,
    ),
]
ENGLISH = [
    (
        "Please bring your passport, a photo of the child, a letter from your doctor and the last decision.",
        "Please bring:|your passport,|a photo of the child,|a letter from your doctor and|the last decision.",
    ),
    (
        "Please write to the office, the school of the child, the doctor at the hospital and the bank of your town.",
        None,
    ),
]


@pytest.mark.parametrize(
    ("language", "text", "after"), [("de", *row) for row in GERMAN] + [("en", *row) for row in ENGLISH]
)
def test_a_list(checker: Checker, language: str, text: str, after: str | None) -> None:
    block = Block(id="p0b1", role="paragraph", text=text)
    document = Document(media_type="text/plain", sha256="", blocks=(block,))
    rules = frozenset({"list-in-sentence"})
    report = checker.check(document, Options(language=language, rules=rules))
    cures = [cure.result for finding in report.findings for cure in finding.suggestions]
    assert cures == ([after.replace("|", "\n– ")] if after else [])
    for cure in cures:
        assert cure is not None
        assert sorted(re.findall(r"\w+", cure)) == sorted(re.findall(r"\w+", text))
