"""Long compounds said with several words: only where the genitive says what the compound says."""

from __future__ import annotations

import pytest

from app.languages.taken_apart_de import in_words


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("Verkehrsmessanlagenprüfung", "Prüfung der Verkehrsmessanlagen"),
        ("Hausratversicherungsbeitragserhöhungen", "Erhöhungen des Hausratversicherungsbeitrags"),
        ("Grundsteuerermäßigung", "Ermäßigung der Grundsteuer"),
        ("Personalausweisausstellung", "Ausstellung des Personalausweises"),
        ("Straßenreinigungsgebührenermäßigung", "Ermäßigung der Straßenreinigungsgebühren"),
        ("Weiterbewilligungsantrag", "Antrag auf Weiterbewilligung"),
        ("Steuererstattungsansprüche", "Ansprüche auf Steuererstattung"),
    ],
)
def test_a_compound_of_a_deed_and_its_object_is_taken_apart(word: str, words: str) -> None:
    assert in_words(word) == words


@pytest.mark.parametrize(
    "word",
    [
        "Jahresabrechnung",  # of a year, not the year itself
        "Meisterprüfung",
        "Abschlagszahlung",
        "Wohnungsantrag",
        "Verantwortlichkeiten",
        "Unbedenklichkeitsbescheinigung",
        "Kindertagespflegeperson",
        "Bundesausbildungsförderungsgesetz",
    ],
)
def test_other_compounds_stay(word: str) -> None:
    assert in_words(word) is None
