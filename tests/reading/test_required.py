"""What must be filled in: flags, words, stars and what a form says about them; and words that only look alike."""

from __future__ import annotations

import pytest
from drawing import PAGE, at, field, form, text_field

from app.reading.required import Legend, Star, legend_of, said

NONE = Legend()


@pytest.mark.parametrize(
    "text",
    [
        "Nachname *",
        "* Nachname",
        "Nachname*",
        "Nachname (Pflichtfeld)",
        "Pflichtangabe: Geburtsdatum",
        "Geburtsdatum (erforderlich)",
        "Surname (required)",
        "Surname - mandatory",
        "Required: your surname",
    ],
)
def test_must(text: str) -> None:
    assert said([text], NONE) is True


@pytest.mark.parametrize(
    "text",
    [
        "Telefon (freiwillig)",
        "Telefon (freiwillige Angabe)",
        "Telefon – freiwillig",
        "Bedarfsgemeinschaft, falls vorhanden",
        "Versichertennummer (soweit bekannt)",
        "ggf. Geburtsname",
        "Fax (optional)",
        "optional: zweiter Vorname",
        "Telefon (kein Pflichtfeld)",
        "DX number (if known)",
        "Former names, if any",
        "Middle name (not required)",
    ],
)
def test_need_not(text: str) -> None:
    assert said([text], NONE) is False


@pytest.mark.parametrize(
    "text",
    [
        "Nachname",
        "Bürger*innen im Haushalt",
        "Antragsteller*in",
        "Maße 3*4 m",
        "Wert des Hausrats *)",
        "Wert des Hausrats * )",
        "Wert des Hausrats **",
        "freiwillig versichert",
        "Freiwilliges Soziales Jahr",
        "Beiträge zur freiwilligen Krankenversicherung",
        "Pflichtteil am Erbe",
        "Wehrpflicht",
        "I am required to file a return",
        "Check if any dependants live abroad",
        "Optionsrechte auf Aktien",
        "Attach the schedule if required by the instructions",
        "",
    ],
)
def test_says_nothing(text: str) -> None:
    assert said([text], NONE) is None


@pytest.mark.parametrize(
    ("texts", "star"),
    [
        (["* Pflichtfeld"], "required"),
        (["Mit * gekennzeichnete Felder müssen Sie ausfüllen.", "Name *"], "required"),
        (["Felder mit Sternchen sind Pflichtfelder."], "required"),
        (["Fields marked * are mandatory."], "required"),
        (["Die mit * markierten Angaben sind freiwillig."], "optional"),
        (["* freiwillige Angabe"], "optional"),
        (["* Nichtzutreffendes bitte streichen"], "note"),
        (["Name *", "Ort *"], None),
        (["Diese Angabe ist für die Bearbeitung erforderlich. *)"], None),
        (["*) Diese Angabe entfällt im Ausland.", "**) Diese Angaben sind immer erforderlich."], "note"),
        (
            ["* Name der Mutter oder des Vaters", "* Name des Kindes laut Urkunde", "* Ort der Geburt des Kindes"],
            None,
        ),
    ],
)
def test_what_a_star_means(texts: list[str], star: Star | None) -> None:
    assert legend_of(texts).stars.get("*") == star


def test_a_star_means_what_the_form_says() -> None:
    assert said(["Telefon *"], Legend({"*": "optional"})) is False
    assert said(["Telefon *"], Legend({"*": "note"})) is None
    assert said(["Telefon *)"], Legend({"*": "required"})) is True


def test_each_number_of_stars_is_a_sign_of_its_own() -> None:
    legend = legend_of(
        [
            "*) Diese Angabe entfällt im Ausland.",
            "**) Diese Angaben sind immer erforderlich.",
            "***) Freiwillige Angaben",
        ]
    )
    assert said(["Eingereist am *)"], legend) is None
    assert said(["Date of entry * )"], legend) is None
    assert said(["Ehegatte**) – Name"], legend) is True
    assert said(["Kontakt ***)"], legend) is False


def test_all_fields_but_the_marked_ones() -> None:
    legend = legend_of(["Alle Angaben sind Pflichtangaben, soweit sie nicht als freiwillig gekennzeichnet sind."])
    assert legend.others
    assert said(["Nachname"], legend) is True
    assert said(["Telefon (freiwillig)"], legend) is False
    assert not legend_of(["Alle Nachweise sind für die Entscheidung erforderlich."]).others


def test_the_source_tells_flag_text_and_nothing_apart() -> None:
    document = form(
        PAGE,
        at("Mit * gekennzeichnete Felder müssen Sie ausfüllen.", 70, 700),
        at("Vorname", 70, 605),
        text_field("flag", 200, 600, fieldFlags="required"),
        at("Nachname *", 70, 575),
        text_field("star", 200, 570, tooltip="Nachname der Halterin"),
        at("Telefon (freiwillig)", 70, 545),
        text_field("free", 200, 540),
        at("Wohnort", 70, 515),
        text_field("none", 200, 510),
    )
    found = {name: field(document, name) for name in ("flag", "star", "free", "none")}
    assert {name: (item.required, item.required_source) for name, item in found.items()} == {
        "flag": (True, "flag"),
        "star": (True, "text"),
        "free": (False, "text"),
        "none": (False, "none"),
    }


def test_a_long_explanation_beside_a_field_does_not_mark_it() -> None:
    long = (
        "Sie können hier, falls vorhanden, " + "weitere Angaben zu Ihrem Haushalt machen und " * 5 + "unterschreiben."
    )
    assert said([long], NONE) is None
