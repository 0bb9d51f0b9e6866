"""Labels in forms in several languages: the form's own language names the field, its translations do not."""

from __future__ import annotations

import pytest
from drawing import PAGE, Draw, at, field, form, lines, text_field

from app.reading.tongues import Tongue, tongue_of

ROWS = (
    ("Familienname", "Family name / Nom de famille / Cognome"),
    ("Geburtsort", "Place of birth / Lieu de naissance / Luogo di nascita"),
    ("ausgestellt von", "issued by / délivré par / emesso da"),
)
ANSWERS = lines(
    "The form must be signed by the person who is named above. Please write with a pen.",
    "Le formulaire est signé par la personne qui est nommée au début. Vous le signez avec un stylo.",
    "Bitte unterschreiben Sie das Formular mit einem Stift, wenn Sie es nicht am Bildschirm ausfüllen.",
    y=780,
)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Vornamen First names Prénoms Nomi", "Vornamen"),
        ("Geburtstag / Gründungsdatum - date of birth / date of incorporation", "Geburtstag / Gründungsdatum"),
        ("Ort ( Place / Localité / Luogo )", "Ort"),
        ("Steuernummer - tax no.", "Steuernummer"),
        ("nein - no", "nein"),
        ("Reisekosten travelling expenses of the company", "Reisekosten"),
        ("Family name / Nom de famille / Cognome", ""),
        ("Country of birth / Pays de naissance", ""),
        ("Indirizzo attuale", ""),
        ("Straße, Hausnummer", "Straße, Hausnummer"),
        ("Rückkehrberechtigung", "Rückkehrberechtigung"),
        ("gültig bis", "gültig bis"),
        ("12", "12"),
    ],
)
def test_the_part_in_the_own_language(text: str, own: str) -> None:
    assert Tongue("de").own_part(text) == own


def test_a_form_in_one_language_has_no_choice() -> None:
    assert tongue_of(["Bitte füllen Sie das Formular aus und geben Sie es bei uns ab.", "Name", "E-Mail"]) is None
    assert tongue_of([]) is None


def test_the_line_above_its_translation_names_the_field() -> None:
    draws: list[Draw] = [PAGE, ANSWERS]
    for row, (own, other) in enumerate(ROWS):
        y = 650 - 40 * row
        draws += [at(own, 70, y + 12, 11), at(other, 70, y + 3, 7), text_field(f"f{row}", 300, y)]
    assert [item.label for item in form(*draws).fields] == [own for own, _ in ROWS]


def test_a_form_in_one_language_keeps_a_foreign_word_in_its_label() -> None:
    document = form(PAGE, at("Software as a Service", 70, 605), text_field("a", 220, 600))
    assert field(document, "a").label == "Software as a Service"
