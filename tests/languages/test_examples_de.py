"""Examples get a sentence of their own, as a subject in the nominative; nothing where a form would be in doubt."""

from __future__ import annotations

import pytest

from app.checker import Checker
from app.languages import sentences
from app.languages.examples_de import exampled
from app.model import Edit, Span, apply

TOLD = [
    (
        "Bitte fügen Sie Ihrem Antrag alle Nachweise bei, zum Beispiel Mietvertrag, Bescheid, Rechnung.",
        "Bitte fügen Sie Ihrem Antrag alle Nachweise bei. Dazu gehören zum Beispiel Mietvertrag, Bescheid, Rechnung.",
    ),
    (
        "Haben Sie im Jahr 2026 auch eine Leistung bekommen (z. B. Kindergeld, Wohngeld, Rente)?",
        "Haben Sie im Jahr 2026 auch eine Leistung bekommen? Dazu gehören zum Beispiel Kindergeld, Wohngeld, Rente.",
    ),
    (
        "Bringen Sie zu dem Termin alle wichtigen Unterlagen mit, insbesondere den gültigen Ausweis.",
        "Bringen Sie zu dem Termin alle wichtigen Unterlagen mit. Dazu gehört insbesondere der gültige Ausweis.",
    ),
    (
        "Wenn Sie Gegenstände (z. B. Ihren Herd) verkauft haben, geben Sie das an.",
        "Wenn Sie Gegenstände verkauft haben, geben Sie das an. Zu diesen Gegenständen gehört zum Beispiel Ihr Herd.",
    ),
]
LEFT = [
    (
        "Sie können den Antrag auf mehreren Wegen schicken, zum Beispiel mit der Post oder am Schalter.",
        "no nouns alone",
    ),
    ("Wir helfen Ihnen gern bei allen Fragen, zum Beispiel wenn Sie einen Brief nicht verstehen.", "a clause"),
    ("Sagen Sie uns bitte, wovon Sie zurzeit leben, zum Beispiel Rente, Lohn, Ersparnisse.", "no thing to belong to"),
    ("Die Zustellung hat für alle Menschen im Haus mehrere Folgen (z. B. Beginn einer Frist).", "a bare singular"),
    ("Den neuen Antrag (z. B. Wohngeld) geben Sie bitte mit allen Unterlagen im Rathaus ab.", "one thing, no group"),
    ("Das Amt kann jungen Menschen im Haus helfen, insbesondere einen höheren Betrag zahlen.", "a verb follows"),
    ("Alle Krankheiten (z. B. schwere Störungen oder des Atmens) zählen bei uns zum Grad dazu.", "a loose genitive"),
    ("Kurz, zum Beispiel Ausweis, Pass.", "too short to need it"),
]


def ways(checker: Checker, text: str) -> list[str]:
    doc = checker.language("de").parse_texts([text])[0]
    found = [way for sent in sentences(doc) if (way := exampled(sent)) is not None]
    return [
        apply(text, [Edit(span=Span(block="b", start=start, end=end), text=new) for start, end, new in way])
        for way in found
    ]


@pytest.mark.parametrize(("text", "result"), TOLD)
def test_examples_are_said_behind_the_sentence(checker: Checker, text: str, result: str) -> None:
    assert ways(checker, text) == [result]


@pytest.mark.parametrize(("text", "why"), LEFT)
def test_nothing_where_the_examples_are_no_plain_nouns(checker: Checker, text: str, why: str) -> None:
    assert ways(checker, text) == [], why
