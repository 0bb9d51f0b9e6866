"""What kind of answer a field expects, in German and English, and labels that only sound like another kind."""

from __future__ import annotations

import pytest

from app.model import Field, Kind
from app.reading.answers import Answer, answer_of


def answer(label: str, kind: Kind = "text", **more: object) -> Answer:
    return answer_of(Field.model_validate({"name": "f", "kind": kind, "label": label, **more}))


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Name, Vorname", "name"),
        ("Kontoinhaberin", "name"),
        ("Geburtsdatum (TT.MM.JJJJ)", "birth-date"),
        ("Date of birth", "birth-date"),
        ("Tag der Eheschließung", "date"),
        ("Ort, Datum", "date"),
        ("Einzugsdatum", "date"),
        ("Wann endet die Maßnahme?", "date"),
        ("Datum (TT.MM.JJJJ) - Unterschrift der Halterin", "signature"),
        ("IBAN (22-stellig)", "iban"),
        ("BIC", "bic"),
        ("Monatlicher Betrag", "amount"),
        ("Kaltmiete in EUR", "amount"),
        ("Bruttoeinkommen", "amount"),
        ("E-Mail-Adresse", "email"),
        ("Telefonnummer", "phone"),
        ("Mobile number", "phone"),
        ("Anzahl der Kinder", "count"),
        ("How many people live with you?", "count"),
        ("Rentenversicherungsnummer", "insurance-number"),
        ("Steuernummer", "tax-number"),
        ("Aktenzeichen", "reference"),
        ("Postleitzahl", "postcode"),
        ("Straße, Hausnummer", "street"),
        ("Anschrift des Vermieters", "address"),
        ("Address: city", "place"),
        ("Wohnort", "place"),
        ("Staatsangehörigkeit", "nationality"),
        ("Begründung", "free-text"),
        ("Uhrzeit der Abfahrt", "time"),
        ("Baujahr", "year"),
        ("Grad der Behinderung in Prozent", "percent"),
        ("Krankenkasse", "organisation"),
        ("Amtliches Kennzeichen", "plate"),
        ("Lieblingsfarbe", "text"),
        ("gültig bis", "date"),
        ("valid until", "date"),
        ("Eingereist am", "date"),
        ("Restforderung in Höhe von", "amount"),
        ("Refund", "amount"),
        ("Add lines 4 and 5", "amount"),
        ("An wie vielen Tagen arbeiten Sie?", "count"),
        ("No. of rooms", "count"),
        ("Docket No.", "reference"),
        ("Amtsgericht", "organisation"),
        ("Tax office", "organisation"),
        ("Court address", "address"),
        ("Employer phone", "phone"),
        ("Name der Bank", "name"),
        ("Familienstand des Antragstellers", "text"),
        ("Stellvertreterin", "name"),
        ("Ich beantrage dies, weil", "free-text"),
    ],
)
def test_labels(label: str, expected: Answer) -> None:
    assert answer(label) == expected


@pytest.mark.parametrize(
    ("label", "wrong"),
    [
        ("Telefonkosten", "phone"),
        ("Datenschutz", "date"),
        ("Namensänderung beantragt", "name"),
        ("Ortsteil", "place"),
        ("Separate Heizung", "amount"),
        ("Tagessatz", "date"),
        ("Ein weiterer Wohnsitz", "tax-number"),
        ("Straßenverkehrsamt", "street"),
        ("Kennwort", "plate"),
        ("Landwirtschaft", "country"),
        ("Jahresabschluss liegt bei", "year"),
        ("Beteiligung", "amount"),
        ("Faxgerät", "phone"),
        ("Wertmarke", "amount"),
        ("Adressat", "address"),
        ("Beruf der Antragstellerin", "name"),
        ("Saison von", "date"),
        ("Credit card", "amount"),
        ("Wohnzimmer", "name"),
    ],
)
def test_labels_that_only_sound_alike(label: str, wrong: Answer) -> None:
    assert answer(label) != wrong


@pytest.mark.parametrize(
    ("label", "kind", "more", "expected"),
    [
        ("ja", "check", {"group": "Haben Sie einen Hund?"}, "yes-no"),
        ("Besitzen Sie ein Auto?", "radio", {"options": ("ja", "nein")}, "yes-no"),
        ("Familienstand", "radio", {"options": ("ledig", "verheiratet")}, "choice"),
        ("Gas", "check", {"group": "Womit heizen Sie?"}, "choice"),
        ("Ich willige in die Abfrage ein.", "check", {}, "consent"),
        ("Ich bin umgezogen.", "check", {}, "yes-no"),
        ("Geburtsdatum", "combo", {"options": ("1", "2")}, "choice"),
        ("Datum", "signature", {}, "signature"),
        ("Was ist geschehen?", "text", {"box": (0, 0, 300, 90)}, "free-text"),
        ("Name der Zeugen", "text", {"box": (0, 0, 300, 90)}, "free-text"),
        ("Name", "text", {"box": (0, 0, 300, 40)}, "name"),
        ("Lieblingsfarbe", "text", {"box": (0, 0, 300, 40)}, "free-text"),
        ("Hinweis", "text", {"box": (0, 0, 60, 14)}, "text"),
        ("nein", "check", {"group": "Familienstand"}, "yes-no"),
        ("IBAN", "text", {"box": (0, 0, 300, 40)}, "iban"),
        ("", "text", {"tooltip": "Geburtsdatum des Kindes"}, "birth-date"),
        ("Unterlagen", "text", {"tooltip": "E-Mail"}, "email"),
    ],
)
def test_kinds_and_shapes(label: str, kind: Kind, more: dict[str, object], expected: Answer) -> None:
    assert answer(label, kind, **more) == expected
