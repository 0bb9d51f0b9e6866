"""German coordination: what is joined, by which conjunction, and what is shared; by hand-drawn trees and the model."""

from __future__ import annotations

import pytest
from hand_trees import sentence

from app import languages
from app.languages.coordination_de import Coordination, coordinations
from app.settings import Settings


def said(found: Coordination) -> str:
    """Conjuncts, conjunction, category and what is shared, in one line."""
    conjuncts = " ".join(token.text for token in found.conjuncts)
    shared = " ".join(token.text for token in found.shared)
    return f"{conjuncts} ({found.conjunction}): {found.category}" + (f", shared {shared}" if shared else "")


JOINED = [
    ("Vater und Mutter unterschreiben.", ["Vater Mutter (und): noun"]),
    ("Legen Sie Ausweis, Vertrag und Fotos bei.", ["Ausweis Vertrag Fotos (und): noun"]),
    ("Reichen Sie den Antrag und/oder die Fotos ein.", ["Antrag Fotos (und/oder): noun"]),
    ("Die Mutter oder Tante kommt.", ["Mutter Tante (oder): noun, shared Die"]),
    ("Kopien von Ausweis und Vertrag reichen.", ["Ausweis Vertrag (und): noun, shared von"]),
    ("Die Gemeinde prüft und bewilligt den Antrag.", ["prüft bewilligt (und): verb, shared Gemeinde"]),
    ("Der Antrag wird geprüft und bewilligt.", ["geprüft bewilligt (und): verb, shared Antrag wird"]),
    ("Sie können zahlen oder warten.", ["zahlen warten (oder): verb, shared Sie können"]),
    ("Der Vater unterschreibt und das Amt prüft.", ["unterschreibt prüft (und): clause"]),
    ("Die Angaben sind richtig und vollständig.", ["richtig vollständig (und): adjective, shared sind"]),
    ("Schöne und große Wohnungen fehlen.", ["Schöne große (und): adjective, shared Wohnungen"]),
    ("Sie helfen am Montag und am Freitag.", ["am am (und): phrase"]),
    # traps
    ("Haupt- und Nebenwohnung fehlen.", ["Haupt- Nebenwohnung (und): noun"]),
    ("Ein- oder Auszug melden Sie hier.", ["Ein- Auszug (oder): noun"]),  # the parser joined nothing
    ("Die Daten können gespeichert und verarbeitet werden.", [
        "gespeichert verarbeitet (und): verb, shared Daten können werden"
    ]),
    ("Der Antrag wird geprüft und der Betrag gezahlt.", ["geprüft gezahlt (und): clause, shared wird"]),
    ("Füllen Sie das Formular aus und senden Sie es zurück.", ["Füllen senden (und): clause"]),
    ("Die Leistung wird, wenn alles stimmt, gezahlt.", []),  # the parser joined two clauses
    ("Und dann rufen Sie an.", []),
    ("Er zahlt mehr als der Nachbar.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), JOINED)
def test_joined(text: str, expected: list[str]) -> None:
    assert [said(found) for found in coordinations(sentence(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Haupt- und Nebenwohnung fehlen.", ["Haupt-"]),
        ("Heizungs-, Wasser- und Stromkosten zahlen Sie.", ["Heizungs-", "Wasser-"]),
        ("Vater und Mutter unterschreiben.", []),
        ("Der CDU-Ortsverband und die SPD kommen.", []),  # a hyphen inside a word cuts nothing off
    ],
)
def test_cut_off_compounds(text: str, expected: list[str]) -> None:
    (found,) = coordinations(sentence(text))
    assert [token.text for token in found.truncated] == expected


@pytest.mark.parametrize(
    ("text", "opener"),
    [
        ("Sowohl Vater als auch Mutter unterschreiben.", "Sowohl"),
        ("Weder Vater noch Mutter unterschreiben.", "Weder"),
        ("Vater und Mutter unterschreiben.", "None"),
    ],
)
def test_paired_conjunctions(text: str, opener: str) -> None:
    (found,) = coordinations(sentence(text))
    assert str(found.opener) == opener
    assert [token.text for token in found.conjuncts] == ["Vater", "Mutter"]


def test_through_the_pipeline(settings: Settings) -> None:
    doc = languages.load("de", settings).parse_text("Der Antrag wird geprüft und bewilligt.")
    found = [said(one) for sent in doc.sents for one in coordinations(sent)]
    assert found == ["geprüft bewilligt (und): verb, shared Antrag wird"]
