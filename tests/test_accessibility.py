"""The checks of accessibility: each says what is so and what to do, and stays silent about what nobody can see."""

from __future__ import annotations

import pytest

from app.form.accessibility import checked, scope
from app.model import Block, Box, Check, Document, Field, FileFacts, Print
from app.reading.docx import MEDIA_TYPE as DOCX

BOX: Box = (10.0, 10.0, 200.0, 30.0)
NAMES = ["tagged", "title", "language", "tab-order", "tooltips", "font-size", "contrast", "fillable"]
GOOD = FileFacts(
    tagged=True,
    title="Antrag auf einen Stellplatz",
    language="de-DE",
    shows_title=True,
    loose_order=(),
    outside=0,
    may_fill=True,
    prints=(Print(page=1, letters=1000),),
)


def field(number: int = 1, **more: object) -> Field:
    known = {"kind": "text", "page": 1, "box": BOX, "label": "Name", "label_source": "tooltip", "tooltip": "Ihr Name"}
    return Field.model_validate({"name": f"f{number}", **known, **more})


def checks(
    facts: FileFacts | None,
    *fields: Field,
    media_type: str = "application/pdf",
    language: str = "de",
) -> dict[str, Check]:
    document = Document(
        media_type=media_type,
        sha256="",
        language=language,
        pages=1 if media_type == "application/pdf" else 0,
        blocks=(Block(id="p1b1", role="title", text="Antrag auf einen Stellplatz", page=1),),
        fields=fields,
        file=facts,
    )
    return checked(document, fields)


def test_a_good_file_is_good_throughout() -> None:
    found = checks(GOOD, field())
    assert list(found) == NAMES
    assert {name: check.state for name, check in found.items()} == dict.fromkeys(NAMES, "good")
    assert all(check.advice is None for check in found.values())


def test_of_a_file_that_shows_nothing_nothing_is_bad() -> None:
    found = checks(FileFacts(), field())
    assert {name for name, check in found.items() if check.state == "bad"} == set()
    assert found["tagged"].state == found["title"].state == found["tab-order"].state == "unknown"


@pytest.mark.parametrize(
    ("change", "name", "words"),
    [
        ({"tagged": False}, "tagged", "keine Struktur"),
        ({"outside": 7}, "tagged", "7 Felder"),
        ({"title": ""}, "title", "keinen Titel"),
        ({"title": "tmp-4711"}, "title", "Datei-Name"),
        ({"shows_title": False}, "title", "Fenster"),
        ({"language": ""}, "language", "nicht"),
        ({"language": "en-GB"}, "language", "andere Sprache"),
        ({"loose_order": (1,)}, "tab-order", "Tab-Taste"),
        ({"dynamic": True}, "fillable", "XFA"),
        ({"may_fill": False}, "fillable", "Schutz"),
        ({"prints": (Print(page=1, letters=1000, small=400),)}, "font-size", "40 Prozent"),
        ({"prints": (Print(page=1, letters=1000, faint=90),)}, "contrast", "9 Prozent"),
    ],
)
def test_each_fault_is_told_with_what_to_do(change: dict[str, object], name: str, words: str) -> None:
    found = checks(GOOD.model_copy(update=change), field())
    assert {key for key, check in found.items() if check.state == "bad"} == {name}
    assert words in found[name].message
    assert found[name].advice


@pytest.mark.parametrize(
    "change",
    [
        {"outside": 3},
        {"language": "DE-de"},
        {"language": "deu"},
        {"title": "Anlage HA"},
        {"prints": (Print(page=1, letters=2000, small=90, faint=30),)},
        {"prints": (Print(page=1, letters=50, small=30, faint=30),)},
    ],
)
def test_what_is_good_enough_stays_good(change: dict[str, object]) -> None:
    found = checks(GOOD.model_copy(update=change), field())
    assert {key for key, check in found.items() if check.state != "good"} == set()


def test_an_order_set_by_hand_is_for_people_to_try() -> None:
    found = checks(GOOD.model_copy(update={"tagged": False, "own_order": (1,)}), field())["tab-order"]
    assert (found.state, found.pages) == ("unknown", (1,))
    assert found.advice is not None


@pytest.mark.parametrize("tooltip", [None, "", "Textfeld 12"])
def test_a_field_without_words_to_hear(tooltip: str | None) -> None:
    mute = field(2, page=3, label="Name", label_source="above", tooltip=tooltip)
    found = checks(GOOD, field(), mute)["tooltips"]
    assert (found.state, found.pages, found.facts) == ("bad", (3,), {"fields": 2, "without": 1})


def test_printed_blanks_need_a_pen() -> None:
    blanks = [field(number, source="flat", label_source="left", tooltip=None, page=2) for number in range(1, 5)]
    found = checks(GOOD, *blanks)
    assert (found["fillable"].state, found["fillable"].pages) == ("bad", (2,))
    assert found["tab-order"].state == found["tooltips"].state == "not-applicable"
    assert checks(GOOD, blanks[0])["fillable"].state == "not-applicable"
    assert checks(GOOD, field(9), blanks[0])["fillable"].state == "good"


def test_a_page_is_asked_for_title_language_and_labels() -> None:
    page = FileFacts(title="", language="en")
    beside = field(label_source="left", tooltip=None)
    found = checks(page, beside, media_type="text/html")
    assert {name: check.state for name, check in found.items()} == {
        "title": "bad",
        "language": "bad",
        "tooltips": "bad",
    }
    found = checks(FileFacts(title="Ferienpass", language="de"), field(), media_type="text/html")
    assert {check.state for check in found.values()} == {"good"}
    assert {check.state for check in checks(FileFacts(), media_type="text/html").values()} == {
        "unknown",
        "not-applicable",
    }


def test_of_word_only_a_language_that_fits_is_sure() -> None:
    found = checks(FileFacts(title="", language="en-US"), media_type=DOCX)
    assert (found["title"].state, found["language"].state) == ("bad", "unknown")
    assert checks(FileFacts(title="Ferienpass", language="de-DE"), media_type=DOCX)["language"].state == "good"


def test_a_text_is_not_asked() -> None:
    assert checks(None, media_type="text/plain") == {}


def test_in_the_language_of_the_document() -> None:
    assert "structure" in checks(GOOD.model_copy(update={"tagged": False}), language="en")["tagged"].message
    assert "conformity" in scope(Document(media_type="application/pdf", sha256="", language="en"))
    assert "keine Prüfung nach BITV" in scope(Document(media_type="application/pdf", sha256="", language="de"))
