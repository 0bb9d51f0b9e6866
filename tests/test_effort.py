"""What a form asks of a person: the kind of work of each answer, for whom it is, and how long it all takes."""

from __future__ import annotations

import pytest

from app.form.effort import effort
from app.form.work import work_of
from app.languages.form_parts import EVERYBODY, Part, parts
from app.model import Block, Document, Field, Work
from app.reading.answers import answer_of


def field(label: str, **more: object) -> Field:
    values: dict[str, object] = {
        "name": label,
        "kind": "text",
        "label": label,
        "page": 1,
        "box": (50.0, 0.0, 250.0, 15.0),
    }
    made = Field.model_validate({**values, **more})
    return made.model_copy(update={"answer": made.answer or answer_of(made)})


def form(*items: Block | Field, pages: int = 1, language: str = "de") -> tuple[Document, tuple[Field, ...]]:
    """A page on which texts and fields stand one under the other."""
    blocks, fields = [], []
    for number, item in enumerate(items):
        box = (50.0, 700.0 - 30 * number, 250.0, 715.0 - 30 * number)
        if isinstance(item, Block):
            blocks.append(item.model_copy(update={"id": f"b{number}", "page": 1, "boxes": (box,)}))
        else:
            fields.append(item.model_copy(update={"box": box}))
    made = Document(
        media_type="application/pdf", sha256="0" * 64, pages=pages, language=language,
        blocks=tuple(blocks), fields=tuple(fields),
    )  # fmt: skip
    return made, tuple(fields)


def text(words: str, role: str = "paragraph") -> Block:
    return Block.model_validate({"id": "b", "role": role, "text": words})


@pytest.mark.parametrize(
    ("label", "work"),
    [
        ("Name, Vorname", "known"),
        ("Geburtsdatum", "known"),
        ("Hausnummer", "known"),
        ("Telefonnummer", "known"),
        ("Ort, Datum", "known"),
        ("Anzahl der Personen im Haushalt", "known"),
        ("IBAN", "look-up"),
        ("Steuer-ID", "look-up"),
        ("Miete im Monat in Euro", "look-up"),
        ("Wohnfläche in m²", "look-up"),
        ("Aktenzeichen", "look-up"),
        ("Beginn des Mietvertrags (Datum)", "look-up"),
        ("IBAN des Vermieters", "ask"),
        ("Betriebsnummer", "ask"),
        ("Warum brauchen Sie die Hilfe?", "compose"),
        ("Bemerkungen", "compose"),
        ("Unterschrift", "sign"),
        ("Signature of applicant", "sign"),
        ("Number of children", "known"),
        ("Account number", "look-up"),
        ("Explain why you need help", "compose"),
    ],
)
def test_the_work_of_an_answer(label: str, work: Work) -> None:
    assert work_of(field(label), EVERYBODY) == work


def test_a_box_with_a_promise_is_a_signature_and_others_are_known() -> None:
    promise = field("Ich versichere, dass alles stimmt.", kind="check")
    assert work_of(promise, EVERYBODY) == "sign"
    assert work_of(field("verheiratet", kind="check", group="Familienstand"), EVERYBODY) == "known"


def test_who_fills_in_a_part_decides() -> None:
    assert work_of(field("IBAN"), Part(office=True)) == "office"
    assert work_of(field("Name"), Part(others=True)) == "ask"


def test_a_heading_speaks_for_all_until_the_next_one() -> None:
    document, fields = form(
        field("Name"),
        text("Nur vom Amt auszufüllen", "heading"), field("Eingang am"), field("Kürzel"),
        text("Ihr Konto", "heading"), field("IBAN"),
    )  # fmt: skip
    found = parts(document, fields)
    assert [found[one.name].office for one in fields] == [False, True, True, False]


def test_a_text_speaks_for_what_stands_close_below() -> None:
    near = [field(f"Feld {number}") for number in range(12)]
    document, fields = form(text("Füllen Sie diesen Teil nur aus, wenn Sie Kinder haben."), *near)
    found = [parts(document, fields)[one.name].conditional for one in fields]
    assert found[0]
    assert not found[-1]


def test_a_label_speaks_for_itself_alone() -> None:
    document, fields = form(field("Falls abweichend: Name auf dem Konto"), field("IBAN"))
    found = parts(document, fields)
    assert [found[one.name].conditional for one in fields] == [True, False]


def test_the_employer_fills_in_a_part_of_a_web_page() -> None:
    labels = [Block(id="l1", role="label", text="Lohn", field="Lohn")]
    blocks = (text("Vom Arbeitgeber auszufüllen", "heading"), *labels)
    document = Document(media_type="text/html", sha256="0" * 64, blocks=blocks)
    assert parts(document, (field("Lohn", box=None, page=None),))["Lohn"].others


def test_minutes_are_the_same_each_time_and_grow_with_the_form() -> None:
    document, fields = form(field("Name"), field("IBAN"))
    small = effort(document, fields, words=100)
    assert small == effort(document, fields, words=100)
    document, fields = form(field("Name"), field("IBAN"), field("Warum?", answer="free-text"))
    large = effort(document, fields, words=400)
    assert large.answering.mean > small.answering.mean
    assert large.reading.mean > small.reading.mean > 0
    assert small.answering.sd > 0


def test_papers_on_the_table_are_not_fetched_again() -> None:
    one = effort(*form(field("IBAN", group="Konto")), words=0).answering.mean
    two = effort(*form(field("IBAN", group="Konto"), field("BIC", group="Konto")), words=0).answering.mean
    assert two - one < 1.5


def test_of_boxes_that_answer_one_question_one_is_ticked() -> None:
    boxes = [field(name, kind="check", group="Familienstand") for name in ("ledig", "verheiratet", "geschieden")]
    three, one = (effort(*form(*some), words=0).answering.mean for some in (boxes, boxes[:1]))
    assert three == pytest.approx(one, abs=0.1)


def test_conditional_parts_count_apart_and_the_office_not_at_all() -> None:
    document, fields = form(
        field("Name"),
        text("Nur ausfüllen, wenn Sie Miete zahlen", "heading"), field("Miete in Euro"),
        text("Nur für amtliche Zwecke", "heading"), field("Bearbeitet von"),
    )  # fmt: skip
    found = effort(document, fields, words=0)
    assert found.conditional_fields == 1
    assert found.conditional.mean > 2
    assert found.works == {"known": 1, "look-up": 1, "office": 1}
    assert found.answering == effort(*form(field("Name")), words=0).answering


def test_fields_without_a_place_and_without_a_label_break_nothing() -> None:
    bare = (field("", box=None, page=None, name="x"), field("", kind="radio", box=None, page=None, name="y"))
    document = Document(media_type="text/html", sha256="0" * 64, fields=bare)
    assert effort(document, bare, words=0).works == {"known": 2}
