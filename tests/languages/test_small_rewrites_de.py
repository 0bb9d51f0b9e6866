"""Small German rewrites: *Sie* for *man*, words for signs, capitals, reminders; about half the cases must give none."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.model import Block, Document

MAN = [
    ("Den Antrag muss man selbst unterschreiben.", "Den Antrag müssen Sie selbst unterschreiben."),
    ("Wenn man umzieht, muss man sich beim Amt melden.", "Wenn Sie umziehen, müssen Sie sich beim Amt melden."),
    ("Man muss seinen Ausweis mitbringen.", "Sie müssen Ihren Ausweis mitbringen."),
    ("Man hat den Ausweis vorzulegen.", "Sie haben den Ausweis vorzulegen."),
    ("Man müsste den Bescheid beilegen.", "Sie müssten den Bescheid beilegen."),
    (
        "Die Gebühr muss man vorher bezahlen, sonst bekommt man keinen Termin.",
        "Die Gebühr müssen Sie vorher bezahlen, sonst bekommen Sie keinen Termin.",
    ),
    ("Man muss davon ausgehen, dass die Prüfung länger dauert.", None),
    ("Man muss dem Amt seinen Ausweis zeigen.", None),
    ("Man muss Ihnen den Bescheid zeigen.", None),
    ("Muss man den Antrag unterschreiben?", None),
    ("Wenn jemand krank ist, muss man den Arzt rufen.", None),
    ("Die Mieterin weiß, dass man die Miete zahlen muss.", None),
    ("Man wirft den Brief in den Kasten am Tor.", None),
]
SIGNS = [
    ("Bringen Sie Pass & Foto mit.", "Bringen Sie Pass und Foto mit."),
    ("Wer >18 Jahre alt ist, zahlt 20 Euro.", "Wer mehr als 18 Jahre alt ist, zahlt 20 Euro."),
    ("Der Zuschuss ist ≤ 300 Euro.", "Der Zuschuss ist höchstens 300 Euro."),
    (
        "Hinweis: Angaben zu Feld 7 sind nicht nötig; Anmeldungen nehmen wir nicht an.",
        "Hinweis: Angaben zu Feld 7 sind nicht nötig. Anmeldungen nehmen wir nicht an.",
    ),
    ("Die Firma Weber & Bauer GmbH baut das Haus.", None),
    ("Sie bekommen den Grundbetrag + Zuschlag am Monatsanfang.", None),
    ("Klicken Sie auf der Seite auf Anträge → Hilfe.", None),
    ("Bitte beachten Sie die Erläuterungen; sie gehören zum Gutschein.", None),
    ("Wenn Sie umziehen, zahlen wir im Mai; im Juni zahlen wir nichts.", None),
    ("Es gilt dabei: Kinder zahlen nichts; Erwachsene zahlen fünf Euro.", None),
]
CAPITALS = [
    ("BITTE BEACHTEN SIE DIE HINWEISE AUF DER RÜCKSEITE!", "Bitte beachten Sie die Hinweise auf der Rückseite!"),
    ("NICHT VOM ANTRAGSTELLER AUSZUFÜLLEN!", "Nicht vom Antragsteller auszufüllen!"),
    ("ANTRÄGE OHNE NACHWEISE WERDEN NICHT BEARBEITET.", "Anträge ohne Nachweise werden nicht bearbeitet."),
    ("NUR MIT SCHWARZEM STIFT SCHREIBEN!", None),
    ("FRAU KLEIN IST HEUTE NICHT DA.", None),
    ("BITTE DIE MASSE NICHT VERGESSEN!", None),
    ("ELTERN UND IHRE KINDER ZAHLEN NICHTS.", None),
]
REMINDERS = [
    (
        "Bitte versäumen Sie deshalb nicht, das Paket bald abzuholen.",
        "Bitte denken Sie deshalb daran, das Paket bald abzuholen.",
    ),
    ("Nicht unerhebliche Kosten trägt der Mieter.", "Erhebliche Kosten trägt der Mieter."),
    ("Das ist nicht ungewöhnlich.", None),
    ("Versäumen Sie es nicht, uns anzurufen.", None),
    ("Auf die Urkunde kann nicht verzichtet werden.", None),
]
CASES = [
    pytest.param(rule, text, after, id=f"{rule}-{number}")
    for rule, table in (
        ("impersonal-man", MAN),
        ("special-character", SIGNS),
        ("all-caps", CAPITALS),
        ("double-negation", REMINDERS),
    )
    for number, (text, after) in enumerate(table)
]


@pytest.mark.parametrize(("rule", "text", "after"), CASES)
def test_small_rewrites(checker: Checker, rule: str, text: str, after: str | None) -> None:
    block = Block(id="p0b1", role="paragraph", text=text)
    document = Document(media_type="text/plain", sha256="", blocks=(block,))
    options = Options(language="de", rules=frozenset({rule}), profile="easy")
    report = checker.check(document, options)
    cures = [(cure.safety, cure.result) for finding in report.findings for cure in finding.suggestions]
    assert report.findings, "without a finding nothing is shown"
    assert cures == ([] if after is None else [("review", after)])
