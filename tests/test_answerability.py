"""Whether a form tells people what they must know, with its place; fields and other uses of the words tell nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import reading
from app.checker import Checker, Options
from app.form.answerability import told
from app.model import Block, Document, Told

SAMPLES = Path(__file__).parent.parent / "sample_forms"


def of(text: str, code: str = "de") -> dict[str, Told]:
    block = Block(id="p1b1", role="paragraph", text=text, page=1)
    return told(Document(media_type="application/pdf", sha256="", pages=1, language=code, blocks=(block,)))


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("deadline", "Geben Sie den Antrag bis zum 31. März ab."),
        ("deadline", "Melden Sie den Hund innerhalb von zwei Wochen an."),
        ("deadline", "Sie können den Antrag jederzeit stellen."),
        ("destination", "Schicken Sie das Blatt an die Stadtkasse."),
        ("destination", "Geben Sie den Antrag im Rathaus ab."),
        ("destination", "An das Sozialamt Lindenbach"),
        ("destination", "Rathausplatz 1, 76999 Lindenbach"),
        ("contact", "Telefon 01234 56-100"),
        ("contact", "hilfe@lindenbach.example"),
        ("contact", "Haben Sie Fragen? Rufen Sie uns an."),
        ("enclosures", "Legen Sie eine Kopie vom Mietvertrag bei."),
        ("enclosures", "Die Nachweise sind dem Antrag beizufügen."),
        ("enclosures", "Sie brauchen keine Unterlagen beifügen."),
        ("next-step", "Wir prüfen Ihren Antrag und schreiben Ihnen."),
        ("next-step", "Sie erhalten in drei Wochen einen Bescheid."),
        ("cost", "Der Ausweis kostet 12 Euro."),
        ("cost", "Die Anmeldung ist kostenlos."),
        ("cost", "Die Gebühr beträgt 30 Euro."),
        ("remedy", "Gegen diesen Bescheid können Sie innerhalb eines Monats Widerspruch einlegen."),
    ],
)
def test_what_is_told(item: str, text: str) -> None:
    found = of(text)
    assert found[item].found
    assert found[item].quote == text or (found[item].quote or "") in text
    assert found[item].page == 1


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("deadline", "Wir löschen Ihre Daten innerhalb von einem Jahr."),
        ("deadline", "Bis zum Ende der Straße gilt Tempo 30."),
        ("destination", "Wir geben Ihre Daten nicht an andere Ämter weiter."),
        ("contact", "Wie ist Ihre Telefonnummer?"),
        ("enclosures", "Wir haben Ihren Antrag gelesen."),
        ("next-step", "Sie erhalten Rente."),
        ("cost", "Sie haben die Wohnung kostenlos überlassen."),
        ("cost", "Wie hoch sind Ihre Kosten?"),
        ("remedy", "Wir helfen Ihnen gern."),
    ],
)
def test_what_is_not_told(item: str, text: str) -> None:
    found = of(text)[item]
    assert not found.found
    assert found.span is None
    assert found.message


def test_the_place_is_the_sentence() -> None:
    text = "Guten Tag. Geben Sie den Antrag bis zum 31. März ab. Vielen Dank."
    place = of(text)["deadline"].span
    assert place is not None
    assert text[place.start : place.end] == "Geben Sie den Antrag bis zum 31. März ab."


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("deadline", "Return this form within 30 days."),
        ("destination", "Send this form to the court office."),
        ("contact", "Questions? Call us on 01234 567890."),
        ("enclosures", "Attach copies of your receipts."),
        ("next-step", "You will get a letter from us."),
        ("cost", "This service is free of charge."),
        ("remedy", "You can appeal this decision."),
    ],
)
def test_english(item: str, text: str) -> None:
    assert of(text, "en")[item].found


def test_labels_of_fields_tell_nothing() -> None:
    block = Block(id="f1", role="label", text="Telefon 01234 56-100", page=1, field="tel")
    document = Document(media_type="application/pdf", sha256="", pages=1, language="de", blocks=(block,))
    assert not told(document)["contact"].found


def test_a_sample_form_as_a_whole(checker: Checker) -> None:
    data = (SAMPLES / "de" / "sperrmuell.pdf").read_bytes()
    document = reading.read(data, name="sperrmuell.pdf", settings=checker.settings)
    found = checker.check(document, Options(suggestions=False)).form.answerability
    assert {item for item, one in found.items() if one.found} == {"destination", "contact", "next-step", "cost"}


def test_a_text_without_fields_is_not_asked(checker: Checker) -> None:
    document = reading.read(b"Wir helfen Ihnen gern.", name="a.txt", settings=checker.settings)
    assert checker.check(document, Options(language="de")).form.answerability == {}
