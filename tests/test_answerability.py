"""Whether a form tells people what they must know, with its place; fields and other uses of the words tell nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies

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
        ("deadline", "Der Antrag muss spätestens drei Wochen vor dem Umzug eingereicht werden."),
        ("deadline", "Die Anmeldung ist bis zum 31. Januar bei der Kita abzugeben."),
        ("destination", "Die Anzeige ist der zuständigen Behörde vorzulegen."),
        ("destination", "Sie können den Antrag online stellen."),
        ("destination", "An das"),
        ("contact", "Bei Fragen hilft Ihnen das Bürgerbüro."),
        ("enclosures", "Anlagen:"),
        ("enclosures", "Der Lageplan ist beigefügt."),
        ("enclosures", "Bringen Sie Ihren Ausweis mit."),
        ("next-step", "Die Bearbeitung dauert vier Wochen."),
        ("next-step", "So geht es weiter"),
        ("cost", "Für die Anmeldung zahlen Sie nichts."),
        ("remedy", "Rechtsbehelfsbelehrung"),
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
        ("deadline", "Haben Sie in den letzten zwei Jahren einen Antrag gestellt?"),
        ("deadline", "Teilen Sie Änderungen innerhalb von zwei Wochen der Behörde mit, die den Antrag angenommen hat."),
        ("deadline", "Die Behörde bestätigt innerhalb von drei Tagen, dass Sie den Antrag abgegeben haben."),
        ("deadline", "Nach §§ 35 bis 40 der Satzung sind Angaben vorzulegen."),
        ("destination", "Straße, Hausnummer, Postleitzahl und Ort"),
        ("destination", "Wurde eine Erklärung bei der Ausländerbehörde abgegeben?"),
        ("destination", "Diese Seite muss nicht an das Gericht geschickt werden."),
        ("contact", "Fragen zum Datenschutz beantwortet datenschutz@lindenbach.example."),
        ("contact", "Bitte prüfen Sie, ob Sie alle Fragen beantwortet haben."),
        ("contact", "Telefon / E-Mail"),
        ("enclosures", "Anlage 2 Hinweise zum Ausfüllen"),
        ("enclosures", "Ihre Angaben sind für die Entscheidung erforderlich."),
        ("next-step", "Weitere Informationen erhalten Sie bei Ihrem Jobcenter."),
        ("next-step", "Erhalten Sie schon einen Zuschuss?"),
        ("cost", "Höhe der Miete: 450 Euro"),
        ("cost", "Der Verstoß kostet: Geldbuße bis zu 1.000 Euro."),
        ("cost", "Müllgebühren"),
        ("remedy", "Sie können der Verarbeitung Ihrer Daten widersprechen und Widerspruch einlegen."),
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


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("deadline", "Have you applied within the last two years?"),
        ("deadline", "We keep your data until two years after you leave."),
        ("destination", "We will send a copy to the court office."),
        ("contact", "Telephone number"),
        ("enclosures", "We will send copies of this form to your employer."),
        ("next-step", "If you will receive a pension, fill in part B."),
        ("cost", "How much are your legal fees?"),
        ("remedy", "We will review your application."),
    ],
)
def test_english_traps(item: str, text: str) -> None:
    assert not of(text, "en")[item].found


def test_the_letterhead_is_where_to_send_it() -> None:
    texts = ["Stadt Lindenbach", "Rathausplatz 1", "76999 Lindenbach", "Antrag auf einen Stellplatz"]
    blocks = tuple(Block(id=f"b{n}", role="label", text=text, page=1) for n, text in enumerate(texts))
    document = Document(media_type="application/pdf", sha256="", pages=1, language="de", blocks=blocks)
    assert told(document)["destination"].quote == "76999 Lindenbach"


def test_an_address_far_down_is_nobodys() -> None:
    texts = [*(["Name"] * 15), "76999 Lindenbach"]
    blocks = tuple(Block(id=f"b{n}", role="label", text=text, page=1) for n, text in enumerate(texts))
    document = Document(media_type="application/pdf", sha256="", pages=1, language="de", blocks=blocks)
    assert not told(document)["destination"].found


def test_a_document_without_texts_tells_nothing() -> None:
    found = told(Document(media_type="application/pdf", sha256="", pages=1, language="de"))
    assert not any(one.found for one in found.values())


@given(strategies.text(max_size=400), strategies.sampled_from(["de", "en"]))
def test_quotes_are_what_stands_there(text: str, code: str) -> None:
    for one in of(text, code).values():
        if one.span is not None:
            assert one.quote == text[one.span.start : one.span.end]


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
