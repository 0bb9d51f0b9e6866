"""The present for the future and *wenn* for *sollten*: only where the form is certain."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.model import Block, Document

TABLE = [
    ("future-tense", "Wir werden Ihnen das Ergebnis bald mitteilen.", "Wir teilen Ihnen das Ergebnis bald mit."),
    ("future-tense", "Das Amt wird den Antrag im Mai prüfen.", "Das Amt prüft den Antrag im Mai."),
    ("future-tense", "Morgen werden Sie den Bescheid bekommen.", "Morgen bekommen Sie den Bescheid."),
    ("future-tense", "Wir werden den Antrag prüfen und bewilligen.", None),
    ("future-tense", "Werden Beträge vom Lohn einbehalten, so tragen Sie das ein.", None),
    ("future-tense", "Wir werden den Antrag prüfen müssen.", None),
    ("future-tense", "Wir werden den Einsatz dokumentieren und die Akten dem Gericht übermitteln.", None),
    ("future-tense", "Sie werden an einem dieser Kurse teilnehmen:", None),
    ("future-tense", "Weiterhin wird es Firmen geben, die das zahlen.", None),
    ("future-tense", "Sie wissen, dass wir im Juli umziehen werden.", "Sie wissen, dass wir im Juli umziehen."),
    ("future-tense", "Geben Sie an, wer im Haus wohnen wird.", None),
    ("subjunctive", "Sollten Sie Fragen haben, rufen Sie uns an.", "Wenn Sie Fragen haben, rufen Sie uns an."),
    ("subjunctive", "Sollte das Kind krank sein, rufen Sie uns an.", "Wenn das Kind krank ist, rufen Sie uns an."),
    ("subjunctive", "Sollte Ihr Kind umziehen, rufen Sie uns an.", "Wenn Ihr Kind umzieht, rufen Sie uns an."),
    ("subjunctive", "Sollten Sie umziehen und bleibt die Wohnung leer, rufen Sie uns an.", None),
    ("subjunctive", "Der Vermieter schreibt, die Wohnung sei zu klein.", None),
    ("subjunctive", "Ohne Nachweis wäre der Antrag ungültig.", None),
]


@pytest.mark.parametrize(("rule", "text", "after"), TABLE)
def test_what_is(checker: Checker, rule: str, text: str, after: str | None) -> None:
    block = Block(id="p0b1", role="paragraph", text=text)
    document = Document(media_type="text/plain", sha256="", blocks=(block,))
    report = checker.check(document, Options(language="de", rules=frozenset({rule})))
    cures = [cure.result for finding in report.findings for cure in finding.suggestions]
    assert (cures[0] if cures else None) == after
