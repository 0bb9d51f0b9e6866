"""The form detectors on hand-made forms: which fields they point at, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from app import languages
from app.detectors import (
    Detector,
    Hit,
    duplicate_label,
    field_without_label,
    label_contradicts_tooltip,
    long_label,
    technical_label,
)
from app.languages import Language, Parsed
from app.model import Block, Document, Field
from app.settings import Settings


@pytest.fixture(scope="module")
def german(settings: Settings) -> Iterator[Language]:
    language = languages.load("de", settings)
    with language.session():
        yield language


def text(label: str = "", **more: Any) -> Field:
    """A text field with this label, on page 1."""
    more = {"kind": "text", "page": 1, "box": (0.0, 0.0, 100.0, 20.0), "label": label} | more
    return Field(name=more.pop("name", ""), **more)


def form(*fields: Field, pages: int = 1) -> Document:
    """A document with these fields and the label and tooltip blocks that a reader makes of them."""
    named = [field.model_copy(update={"name": field.name or f"f{number}"}) for number, field in enumerate(fields)]
    blocks = []
    for number, field in enumerate(named):
        blocks.append(Block(id=f"f{number}label", role="label", text=field.label, page=field.page, field=field.name))
        if field.tooltip and field.tooltip != field.label:
            blocks.append(
                Block(id=f"f{number}tooltip", role="hint", text=field.tooltip, page=field.page, field=field.name)
            )
    return Document(
        media_type="application/pdf", sha256="0" * 64, pages=pages, blocks=tuple(blocks), fields=tuple(named)
    )


def find(detector: Detector, language: Language, document: Document) -> list[Hit]:
    return list(detector(language.parse(document)))


def places(detector: Detector, language: Language, *fields: Field) -> list[str]:
    """The ids of the blocks that the detector points at."""
    return [hit.block.id for hit in find(detector, language, form(*fields))]


# --- field-without-label

WITHOUT = field_without_label.compile(field_without_label.Settings())


def test_an_empty_label_is_found_at_its_empty_block(german: Language) -> None:
    (hit,) = find(WITHOUT, german, form(text("Name"), text("")))
    assert (hit.block.id, hit.start, hit.end) == ("f1label", 0, 0)
    assert hit.facts == {"field": "f1", "kind": "text"}


@pytest.mark.parametrize(
    "field",
    [text("", kind="check"), text("", kind="signature"), text("  "), text("Kto Nr", label_source="name")],
    ids=["check box", "signature", "spaces", "made up from the field name"],
)
def test_every_field_that_a_person_fills_in_needs_a_label(german: Language, field: Field) -> None:
    assert places(WITHOUT, german, field) == ["f0label"]


@pytest.mark.parametrize(
    "field",
    [text("", kind="push"), text("", read_only=True), text("", box=None), text("Name")],
    ids=["push button", "read-only", "on no page", "labelled"],
)
def test_other_fields_need_none(german: Language, field: Field) -> None:
    assert places(WITHOUT, german, field) == []


def test_a_printed_line_without_a_label_gets_a_hint(german: Language) -> None:
    assert [hit.severity for hit in find(WITHOUT, german, form(text(""), text("", source="flat")))] == [None, "hint"]


def test_fields_of_a_web_page_have_no_box_and_need_a_label_all_the_same(german: Language) -> None:
    hits = find(WITHOUT, german, form(text("", page=None, box=None), pages=0))
    assert [hit.block.id for hit in hits] == ["f0label"]


# --- technical-label

TECHNICAL = technical_label.compile(technical_label.Settings())

FOR_PROGRAMS = [
    "Text1", "Text 1", "Textfeld 12", "Textfeld12.3", "Text Field 7", "TextField1[0]", "Check Box3", "CheckBox",
    "Kontrollkästchen 5", "Optionsfeld2", "Kombinationsfeld 4", "undefined", "undefined_2", "Datum1_af_date",
    "topmostSubform[0].Page1[0].f1_01[0]", "form1.page1.name", "#subform", "dummyFieldName63", "txtfKonto", "txt_konto",
    "cbx_12", "chkJa", "cb12", "vorname_antragsteller", "geburtsDatum", "AmountRow3", "AntragstellerNameVorname",
    "NameVorname2", "fill_17", "Group2", "c1_1", "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "Name_2",
]  # fmt: skip

FOR_PEOPLE = [
    "Name", "IBAN", "PLZ", "Nr. 5", "BIC", "E-Mail", "eMail", "eID", "Text der Anzeige", "Feld und Flur", "Datum",
    "Unterschrift 1", "Gruppe 2", "Antragsteller_in", "Bürger_innen", "AntragstellerIn", "Antragsteller/in",
    "Geb.-Datum", "www.lindenbach.example", "stadt@lindenbach.example", "1.", "2026", "B1", "kWh", "m2", "§ 5 Abs. 2",
    "z.B.", "GmbH", "ja", "v.H.", "Konto-Nr.", "Straße, Hausnummer", "Liste der Anlagen", "Fläche in m² (Haus_2)",
    "PayPal", "____________", "Button am Mantel", "Option 1 von 3", "Zeile 3", "Box number", "Date of birth", "ZIP",
    "First name:", "A4",
]  # fmt: skip


@pytest.mark.parametrize("label", FOR_PROGRAMS)
def test_names_for_programs(label: str) -> None:
    assert technical_label.is_technical(label)


@pytest.mark.parametrize("label", FOR_PEOPLE)
def test_names_for_people(label: str) -> None:
    assert not technical_label.is_technical(label)


def test_the_tooltip_is_what_a_screen_reader_reads(german: Language) -> None:
    (hit,) = find(TECHNICAL, german, form(text("Kontonummer", tooltip="txtfKonto", label_source="left")))
    assert (hit.block.id, hit.start, hit.end) == ("f0tooltip", 0, 9)
    assert hit.facts == {"field": "f0", "label": "txtfKonto", "read_aloud": True}


def test_a_field_is_reported_once(german: Language) -> None:
    assert places(TECHNICAL, german, text("Text1", tooltip="undefined_2")) == ["f0label"]


def test_a_label_made_up_from_the_field_name_is_a_missing_label(german: Language) -> None:
    assert places(TECHNICAL, german, text("txtfKonto", label_source="name")) == []


def test_a_house_may_allow_names(german: Language) -> None:
    detector = technical_label.compile(technical_label.Settings(allowed=("Text1",)))
    assert places(detector, german, text("Text1"), text("Text2")) == ["f1label"]


def test_endless_labels_do_not_stop_the_check() -> None:
    assert not technical_label.is_technical("a_" * 100_000)


# --- duplicate-label

DUPLICATE = duplicate_label.compile(duplicate_label.Settings())


def test_a_shared_name_is_reported_once_with_its_number(german: Language) -> None:
    (hit,) = find(DUPLICATE, german, form(text("Betrag:"), text("Art"), text("Betrag"), text("Betrag *")))
    assert (hit.block.id, hit.start, hit.end) == ("f0label", 0, 7)
    assert hit.facts == {"label": "Betrag:", "count": 3, "fields": ["f0", "f2", "f3"]}


@pytest.mark.parametrize(
    "fields",
    [
        (text("Name"), text("Name", page=2)),
        (text("ja", kind="check"), text("ja", kind="check")),
        (text("", kind="text"), text("")),
        (text("Name", tooltip="Name der Mutter"), text("Name", tooltip="Name des Vaters")),
        (text("Name", source="flat"), text("Name", source="flat")),
        (text("Summe"), text("Summe", read_only=True)),
        (text("Name des Kindes"), text("Name der Kinder")),
    ],
    ids=["on two pages", "check boxes", "without label", "tooltips differ", "only printed", "read-only", "alike"],
)
def test_fields_that_can_be_told_apart(german: Language, fields: tuple[Field, ...]) -> None:
    assert places(DUPLICATE, german, *fields) == []


def test_what_counts_is_what_is_heard(german: Language) -> None:
    fields = (text("Miete im Mai", tooltip="Betrag"), text("Miete im Juni", tooltip="Betrag"))
    assert places(DUPLICATE, german, *fields) == ["f0tooltip"]


def test_a_group_is_heard_on_a_web_page_a_heading_in_a_pdf_is_not(german: Language) -> None:
    parents = (text("Name", group="Mutter"), text("Name", group="Vater"))
    assert places(DUPLICATE, german, *parents) == ["f0label"]
    page = form(*parents, pages=0).model_copy(update={"media_type": "text/html"})
    assert find(DUPLICATE, german, page) == []


def test_one_group_for_all_does_not_tell_them_apart(german: Language) -> None:
    assert places(DUPLICATE, german, text("Name", group="Eltern"), text("Name", group="Eltern")) == ["f0label"]


def test_a_label_that_is_only_guessed_is_not_held_against_the_form(german: Language) -> None:
    guessed = text("Betrag", label_source="table", label_confidence=0.4)
    assert places(DUPLICATE, german, guessed, guessed) == []
    sure = text("Betrag", label_source="left", label_confidence=0.8)
    assert places(DUPLICATE, german, sure, sure) == ["f0label"]


# --- label-contradicts-tooltip

CONTRADICTS = label_contradicts_tooltip.compile(
    label_contradicts_tooltip.Settings(same=("Adresse Anschrift", "Telefon Rufnummer"))
)


def told(printed: str, heard: str, **more: Any) -> Field:
    """A field whose tooltip is its label, with what is printed there as the reader keeps it."""
    return text(heard, tooltip=heard, label_source="tooltip", printed_label=printed, **more)


def test_the_place_is_what_is_heard(german: Language) -> None:
    (hit,) = find(CONTRADICTS, german, form(told("Wohnort", "Rasse des Hundes")))
    assert (hit.block.id, hit.start, hit.end) == ("f0label", 0, 16)
    assert hit.facts == {"field": "f0", "printed": "Wohnort", "heard": "Rasse des Hundes"}


def test_a_tooltip_that_was_copied_with_its_field(german: Language) -> None:
    copied = text("Wohnort", tooltip="Familienname", label_source="left", label_confidence=0.75)
    right = text("Familienname", tooltip="Familienname", label_source="left", label_confidence=0.75)
    document = form(right, copied)
    document = document.model_copy(
        update={
            "blocks": (
                Block(id="p1b1", role="label", text="Familienname", page=1),
                *document.blocks,
                Block(id="f0tooltip", role="hint", text="Familienname", page=1, field="f0"),
            )
        }
    )
    assert [hit.block.id for hit in find(CONTRADICTS, german, document)] == ["f1tooltip"]


def test_two_tooltips_that_changed_places_though_both_are_printed(german: Language) -> None:
    document = form(told("Beruf", "Wohnort"), told("Wohnort", "Beruf"))
    printed = Block(id="p1b1", role="label", text="Beruf Wohnort", page=1)
    document = document.model_copy(update={"blocks": (printed, *document.blocks)})
    assert [hit.block.id for hit in find(CONTRADICTS, german, document)] == ["f0label", "f1label"]


def test_what_is_printed_elsewhere_may_be_our_mistake(german: Language) -> None:
    document = form(told("Beruf", "Wohnort"), text("Name"))
    printed = Block(id="p1b1", role="label", text="Name, Wohnort", page=1)
    document = document.model_copy(update={"blocks": (printed, *document.blocks)})
    assert find(CONTRADICTS, german, document) == []


@pytest.mark.parametrize(
    "field",
    [
        told("PLZ", "Postleitzahl"),
        told("Str.", "Straße"),
        told("Tel.", "Rufnummer"),
        told("Anschrift", "Adresse"),
        told("Rufnummer", "Diensttelefon"),
        told("GdB", "Grad der Behinderung"),
        told("Wohnort", "txtOrt_2"),
        told("Wohnort", "undefined"),
        told("Wohnort", "users1 name"),
        told("Wohnort", "besondere angaben", name="besondere_angaben"),
        told("Wohnort", "Tragen Sie nur Ziffern ein. Danke."),
        told("Die Angaben dienen der Statistik und sind freiwillig", "Beruf"),
        told("Wohnort", "Ja", kind="check"),
        told("Wohnort", "Place of residence of the applicant"),
        told("Wohnort", "Beruf", source="flat"),
        text("Wohnort", tooltip="Beruf", label_source="left", label_confidence=0.4),
    ],
    ids=lambda field: f"{field.printed_label} {field.tooltip} {field.source}",
)
def test_what_contradicts_nothing(german: Language, field: Field) -> None:
    assert places(CONTRADICTS, german, field) == []


def test_where_everything_contradicts_we_have_read_wrongly(german: Language) -> None:
    words = ["".join(chr(97 + (number * step + step) % 26) for step in (3, 5, 7, 11, 17, 19)) for number in range(60)]
    fields = [told(one, other) for one, other in zip(words[:30], words[30:], strict=True)]
    assert places(CONTRADICTS, german, *fields) == []
    assert len(places(CONTRADICTS, german, *fields[:5])) == 5


def test_five_thousand_fields_are_judged_fast(german: Language) -> None:
    fields = [told(f"Wohnort {number}", f"Rasse {number}", name=f"f{number}") for number in range(5000)]
    assert list(CONTRADICTS(Parsed(form(*fields), german, ()))) == []


# --- long-label

LONG = long_label.compile(long_label.Settings())
TWELVE = "Name und Anschrift der Person, bei der Ihr Kind seit Mai wohnt"


def test_the_limit_is_twelve_words(german: Language) -> None:
    assert places(LONG, german, text(TWELVE)) == []
    (hit,) = find(LONG, german, form(text(f"{TWELVE} (Pflichtfeld)")))
    assert (hit.start, hit.end) == (0, len(TWELVE) + 14)
    assert (hit.facts["words"], hit.facts["max_words"]) == (13, 12)


def test_punctuation_is_no_word(german: Language) -> None:
    assert places(LONG, german, text(f"{TWELVE} – * / …")) == []


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("Nennen Sie Ihre Kontonummer. Verwenden Sie die IBAN.", True),
        ("Straße, Hausnr. und Ort", False),
        ("Tel. Nr. der Schule", False),
        ("Geb. am (Tag. Monat. Jahr)", False),
        ("Dr. Müller kennt Ihr Kind.", False),
    ],
)
def test_two_sentences_are_one_too_many(german: Language, label: str, *, found: bool) -> None:
    assert bool(places(LONG, german, text(label))) is found


def test_a_box_to_tick_may_hold_a_sentence_to_agree_to(german: Language) -> None:
    consent = "Ich bin damit einverstanden, dass die Stadt Lindenbach meine Angaben an die Schule weitergibt."
    assert places(LONG, german, text(consent, kind="check")) == []
    assert places(LONG, german, text(consent)) == ["f0label"]
    assert places(LONG, german, text(f"{consent} {consent}", kind="check")) == ["f0label"]


def test_a_text_that_many_fields_share_is_reported_once(german: Language) -> None:
    long = f"{TWELVE} (Pflichtfeld)"
    assert places(LONG, german, text(long), text(long), text(long)) == ["f0label"]


def test_a_long_label_that_is_only_guessed_is_no_finding(german: Language) -> None:
    long = f"{TWELVE} (Pflichtfeld)"
    assert places(LONG, german, text(long, label_source="above", label_confidence=0.4)) == []
    assert places(LONG, german, text(long, label_source="above", label_confidence=0.6)) == ["f0label"]


def test_no_fields_no_findings(german: Language) -> None:
    empty = Parsed(form(), german, ())
    assert [list(detector(empty)) for detector in (WITHOUT, TECHNICAL, DUPLICATE, LONG)] == [[], [], [], []]
