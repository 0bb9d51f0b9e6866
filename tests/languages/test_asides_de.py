"""Citations in brackets and reasons with *weil* become sentences of their own; nothing where the sense could change."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from app.checker import Checker
from app.languages import Change, Language, sentences
from app.languages.asides_de import cited, reasoned

CITED = [
    (  # it may say which data
        "Bitte beachten Sie, dass das Amt einen Vergleich der Daten (§ 52 SGB II) bei vielen Behörden durchführt.",
        None,
    ),
    (
        "Wer Hilfe vom Amt bekommt, muss uns alles sagen, was für die Hilfe wichtig ist (§§ 60 bis 67 SGB I).",
        (
            "Wer Hilfe vom Amt bekommt, muss uns alles sagen, was für die Hilfe wichtig ist. "
            "Grundlage dafür sind §§ 60 bis 67 SGB I."
        ),
    ),
    (
        "Auf jeden neuen Antrag bekommen Sie auch einen neuen Gutschein für Ihr Kind (vgl. § 8 Abs. 5 KitaFöG).",
        (
            "Auf jeden neuen Antrag bekommen Sie auch einen neuen Gutschein für Ihr Kind. "
            "Näheres dazu steht in § 8 Abs. 5 KitaFöG."
        ),
    ),
    ("Sie zahlen nichts (§ 5 SGB II).", None),
    (
        "Wir prüfen das Einkommen (§ 11 SGB II) und das Vermögen (§ 12 SGB II) aller Menschen, die im Haushalt leben.",
        None,
    ),
    ("Der Antrag (siehe Seite 4) geht an das Amt, das für die Stadt und für den Kreis zuständig ist.", None),
    ("Gilt die Regel (§ 7 SGB II) auch für Kinder, die nur am Wochenende bei Ihnen in der Wohnung leben?", None),
]

REASONED = [
    (
        "Wir bearbeiten Ihren Antrag erst im nächsten Monat, weil Sie uns den Nachweis noch nicht geschickt haben.",
        (
            "Wir bearbeiten Ihren Antrag erst im nächsten Monat. "
            "Der Grund: Sie haben uns den Nachweis noch nicht geschickt."
        ),
    ),
    (
        "Das Wohngeld fällt in diesem Monat etwas kleiner aus, da die Familienkasse seit Januar mehr Kindergeld zahlt.",
        (
            "Das Wohngeld fällt in diesem Monat etwas kleiner aus. "
            "Der Grund: Die Familienkasse zahlt seit Januar mehr Kindergeld."
        ),
    ),
    ("Wir zahlen nicht, weil Sie umgezogen sind, sondern weil Sie in der neuen Wohnung noch Möbel brauchen.", None),
    ("Wir zahlen nur dann, weil Sie in der neuen Wohnung noch viele Möbel für die Küche brauchen.", None),
    ("Bekommen Sie weniger Geld, weil Sie im letzten Monat für zwei Wochen im Krankenhaus gewesen sind?", None),
    ("Wir schreiben Ihnen, weil etwas fehlt.", None),
    ("Teilen Sie uns den Grund mit, wenn Sie nicht kommen, weil Sie an diesem Tag selbst im Krankenhaus sind.", None),
]


@pytest.fixture(scope="module")
def german(checker: Checker) -> Iterator[Language]:
    with checker.language("de").session():
        yield checker.language("de")


def told(german: Language, text: str, rule: Callable[..., list[Change] | None]) -> str | None:
    (sent,) = sentences(german.parse_text(text))
    changes = rule(sent)
    if changes is None:
        return None
    for start, end, new in reversed(changes):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(("text", "after"), CITED)
def test_a_citation_goes_to_the_end(german: Language, text: str, after: str | None) -> None:
    assert told(german, text, cited) == after


@pytest.mark.parametrize(("text", "after"), REASONED)
def test_a_reason_is_a_sentence(german: Language, text: str, after: str | None) -> None:
    assert told(german, text, reasoned) == after
