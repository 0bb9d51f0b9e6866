"""Words that may be exchanged unseen: only where they mean the same and the letters alone prove the form."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.model import Block, Document

SAFE = [
    ("Dafür sind weitere Unterlagen erforderlich.", "Dafür sind weitere Unterlagen nötig."),
    ("Legen Sie die erforderlichen Nachweise bei.", "Legen Sie die nötigen Nachweise bei."),
    ("Sofern Sie verheiratet sind, füllen Sie Anlage B aus.", "Wenn Sie verheiratet sind, füllen Sie Anlage B aus."),
    ("Hierzu brauchen wir Ihre Unterschrift.", "Dazu brauchen wir Ihre Unterschrift."),
    ("Gemäß § 5 der Satzung zahlen Sie weniger.", "Nach § 5 der Satzung zahlen Sie weniger."),
    ("Sie zahlen gem. § 5 der Satzung nur die Hälfte.", "Sie zahlen nach § 5 der Satzung nur die Hälfte."),
    ("Der Kurs dauert mind. zwei Tage.", "Der Kurs dauert mindestens zwei Tage."),
    ("Das Original verbleibt bei der Behörde.", "Das Original bleibt bei der Behörde."),
    ("Beantworten Sie die nachfolgenden Fragen.", "Beantworten Sie die folgenden Fragen."),
    ("Bringen Sie sämtliche Unterlagen mit.", "Bringen Sie alle Unterlagen mit."),
    ("Der Umbau der Räumlichkeiten dauert lange.", "Der Umbau der Räume dauert lange."),
    ("Bitte unterzeichnen Sie den Antrag.", "Bitte unterschreiben Sie den Antrag."),
    ("Die Satzung gilt mit Wirkung vom 1. Mai 2027.", "Die Satzung gilt ab dem 1. Mai 2027."),
    (
        "Es gibt keine unrichtigen oder unvollständigen Angaben.",
        "Es gibt keine falschen oder unvollständigen Angaben.",
    ),
    ("Wir regeln das in der Weise, dass alle zahlen.", "Wir regeln das so, dass alle zahlen."),
    ("Sie können das zu einem späteren Zeitpunkt sagen.", "Sie können das später sagen."),
]
LOOKED_AT = [
    ("Der Rest verbleibt hier, die Kinder bleiben auch.", "verbleibt", "the plain word stands there already"),
    ("Der Antrag wurde am Montag unterzeichnet.", "unterzeichnet", "a participle or the present: the parse decides"),
    ("Nachfolgende Eigentümer haften ebenso.", "Nachfolgende", "who comes later, not what stands below"),
    ("Sie zahlen gemäß der Satzung weniger.", "gemäß", "*nach* could mean *after*"),
    ("Die Bescheinigung war unrichtig.", "unrichtig", "*falsch* could mean forged"),
    ("Die Abgabe zu einem späteren Zeitpunkt ist verboten.", "zu einem späteren Zeitpunkt", "belongs to the noun"),
    ("Sie können zu einem späteren Zeitpunkt des Jahres zahlen.", "zu einem späteren Zeitpunkt", "goes on"),
    ("Zu diesem Zweck, den Sie kennen, zahlen wir.", "Zu diesem Zweck", "a relative clause goes with the noun"),
    ("Reichen Sie sämtliche erforderliche Nachweise ein.", "sämtliche", "the adjective needs another ending"),
    ("Schreiben Sie „Das Original verbleibt hier“ in das Feld.", "verbleibt", "a quotation"),
    ("Wir händigen Ihnen den Pass aus.", "händigen", "two words change"),
]


def safeties(checker: Checker, text: str) -> dict[str, list[tuple[str, str | None]]]:
    document = Document(media_type="text/plain", sha256="", blocks=(Block(id="b", role="paragraph", text=text),))
    report = checker.check(document, Options(language="de", rules=frozenset({"jargon", "abbreviation"})))
    return {one.quote: [(cure.safety, cure.result) for cure in one.suggestions] for one in report.findings}


@pytest.mark.parametrize(("text", "result"), SAFE)
def test_what_is_proven_may_be_applied_unseen(checker: Checker, text: str, result: str) -> None:
    assert [("safe", result)] in list(safeties(checker, text).values())


@pytest.mark.parametrize(("text", "word", "why"), LOOKED_AT)
def test_what_is_not_proven_wants_a_look(checker: Checker, text: str, word: str, why: str) -> None:
    assert {safety for safety, _ in safeties(checker, text)[word]} <= {"review"}, why
