"""Lines become paragraphs in the order a person reads them, and labels do not become sentences."""

from __future__ import annotations

import pytest
from drawing import Draw, lines, pdf, read, texts, together
from reportlab.pdfgen.canvas import Canvas

from app.reading.roles import is_running
from app.reading.rows import GAP


def paragraphs(*draws: Draw) -> list[str]:
    return texts(read(pdf(together(*draws))), "paragraph", "item")


@pytest.mark.parametrize(
    ("upper", "lower", "joined"),
    [
        (
            "Der Bescheid gilt bis zum Ende des Bewilli-",
            "gungszeitraumes und danach nicht mehr.",
            "des Bewilligungszeitraumes und",
        ),
        ("Die Gebühr gilt für die Haupt-", "und Nebenwohnung in der gleichen Höhe.", "die Haupt- und Nebenwohnung"),
        ("Die Gebühr gilt für die Haupt-", "bzw. Nebenwohnung in der gleichen Höhe.", "die Haupt- bzw. Nebenwohnung"),
        ("Schicken Sie den Antrag an unsere E-Mail-", "Adresse und warten Sie auf eine Antwort.", "E-Mail-Adresse und"),
        (
            "Sie finden die Regeln in der Verordnung 2016-",
            "679 der Europäischen Union über den Datenschutz.",
            "2016-679 der",
        ),
        (
            "You must send this form if you are self-",
            "employed and live in Lindenbach with your family.",
            "self-employed and",
        ),
        (
            "You must send this form to the adminis-",
            "tration of Lindenbach before the end of the month.",
            "administration of",
        ),
    ],
)
def test_hyphens_at_the_end_of_a_line(upper: str, lower: str, joined: str) -> None:
    (text,) = paragraphs(lines(upper, lower))
    assert joined in text


def test_the_document_decides_a_doubtful_hyphen() -> None:
    known = lines("Die Kfz-steuerliche Einordnung prüft der Landkreis Queichtal in jedem Fall.", y=700)
    found = paragraphs(
        known, lines("Der Landkreis Queichtal nimmt die Kfz-", "steuerliche Einordnung vor und teilt sie mit.", y=600)
    )
    assert "die Kfz-steuerliche Einordnung vor" in found[1]


def test_a_larger_gap_ends_a_paragraph() -> None:
    first, second = (
        "Wir prüfen Ihren Antrag und schreiben Ihnen danach.",
        "Sie müssen dafür nicht in das Rathaus kommen.",
    )
    assert paragraphs(lines(first, y=700), lines(second, y=675)) == [first, second]


def test_a_short_last_line_ends_a_paragraph() -> None:
    page = lines(
        "Wir prüfen Ihren Antrag, sobald er mit allen Nachweisen vollständig bei uns in Lindenbach",
        "eingegangen ist.",
        "Danach erhalten Sie von uns einen Bescheid, gegen den Sie innerhalb eines Monats schriftlich",
        "Widerspruch einlegen können.",
    )
    first, second = paragraphs(page)
    assert first.endswith("eingegangen ist.")
    assert second.startswith("Danach")


def test_a_noun_at_the_start_of_a_line_does_not_end_a_sentence() -> None:
    page = lines(
        "Die Stadt Lindenbach an der Queich zahlt den Zuschuss auf das von Ihnen angegebene",
        "Konto, sobald der Bescheid bestandskräftig geworden ist.",
    )
    assert len(paragraphs(page)) == 1


def test_a_bold_word_does_not_end_a_sentence() -> None:
    def draw(canvas: Canvas) -> None:
        x = 70.0
        for text, font in (
            ("Füllen Sie das Formular ", "Helvetica"),
            ("vollständig", "Helvetica-Bold"),
            (" aus und unterschreiben", "Helvetica"),
        ):
            canvas.setFont(font, 10)
            canvas.drawString(x, 700, text)
            x += canvas.stringWidth(text, font, 10)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(70, 687, "Sie es auf der letzten Seite.")

    assert paragraphs(draw) == [
        "Füllen Sie das Formular vollständig aus und unterschreiben Sie es auf der letzten Seite."
    ]


LEFT = (
    "Die Hundesteuer zahlen alle,",
    "die in Lindenbach einen Hund",
    "halten. Melden Sie den Hund",
    "innerhalb von zwei Wochen",
    "bei der Stadtkasse an und",
    "legen Sie den Impfpass bei,",
)
RIGHT = (
    "damit wir das Alter prüfen",
    "können. Für den zweiten Hund",
    "ist die Steuer höher. Sie",
    "endet mit dem Monat, in dem",
    "Sie den Hund abmelden. Das",
    "geht auch mit einem Brief.",
)


def test_columns_are_read_one_after_the_other_and_a_sentence_goes_on_in_the_next() -> None:
    title = lines("Merkblatt zur Hundesteuer", y=780, font="Helvetica-Bold", size=14)
    (text,) = paragraphs(title, lines(*LEFT, x=70, y=740), lines(*RIGHT, x=320, y=740))
    assert text == " ".join((*LEFT, *RIGHT))


def test_cells_of_a_table_do_not_glue() -> None:
    def draw(canvas: Canvas) -> None:
        for column, words in enumerate(
            (("Art", "Strom", "Heizung"), ("Betrag", "40 Euro", "90 Euro"), ("Zahlbar", "monatlich", "jährlich"))
        ):
            for row, word in enumerate(words):
                canvas.drawString(75 + 55 * column, 700 - 15 * row, word)
        for row in range(4):
            canvas.line(70, 711 - 15 * row, 235, 711 - 15 * row)
        for column in range(4):
            canvas.line(70 + 55 * column, 711, 70 + 55 * column, 666)

    document = read(pdf(draw))
    assert sorted(texts(document)) == sorted(
        ["Art", "Betrag", "Zahlbar", "Strom", "40 Euro", "monatlich", "Heizung", "90 Euro", "jährlich"]
    )
    assert texts(document)[:4] == ["Art", "Betrag", "Zahlbar", "Strom"]
    assert texts(document, "paragraph") == []


def test_labels_one_under_the_other_stay_apart() -> None:
    assert texts(read(pdf(lines("Name, Vorname", "Straße, Hausnummer", "Postleitzahl, Ort", "Geburtsdatum")))) == [
        "Name, Vorname",
        "Straße, Hausnummer",
        "Postleitzahl, Ort",
        "Geburtsdatum",
    ]


@pytest.mark.parametrize("fill", ["_" * 20, "." * 30, "…" * 12, ". " * 12])
def test_filling_lines_are_not_text(fill: str) -> None:
    document = read(pdf(lines(f"Name, Vorname: {fill}", f"Aktenzeichen {fill} Datum {fill}", leading=30)))
    assert texts(document) == ["Name, Vorname:", "Aktenzeichen", "Datum"]


def test_a_sentence_with_blanks_stays_one_sentence() -> None:
    line = "Ich habe monatliche Einkünfte in Höhe von brutto ____________ EUR und netto ____________ EUR."
    assert paragraphs(lines(line)) == [
        f"Ich habe monatliche Einkünfte in Höhe von brutto {GAP} EUR und netto {GAP} EUR."
    ]


def test_letter_spaced_headings_are_words_and_masks_for_dates_are_not() -> None:
    page = together(lines("N e b e n b e s t i m m u n g e n", y=700), lines("T T M M J J J J", y=600))
    assert texts(read(pdf(page))) == ["Nebenbestimmungen", "T T M M J J J J"]


def test_words_printed_letter_by_letter_and_without_spaces_are_words() -> None:
    def draw(canvas: Canvas) -> None:
        x = 70.0
        for word in "Vorschlagsliste für die Wahl eines Mitglieds im Beirat".split():
            for letter in word:
                canvas.drawString(x, 700, letter)
                x += canvas.stringWidth(letter, "Helvetica", 10)
            x += 2.8

    assert texts(read(pdf(draw))) == ["Vorschlagsliste für die Wahl eines Mitglieds im Beirat"]


def test_text_printed_twice_for_bold_type_is_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        for shift in (0, 0.3):
            canvas.drawString(70 + shift, 700, "Wichtiger Hinweis")

    assert texts(read(pdf(draw))) == ["Wichtiger Hinweis"]


def test_raised_numbers_do_not_become_part_of_the_word() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "Die Wohnfläche beträgt mehr als 80 m")
        x = 70 + canvas.stringWidth("Die Wohnfläche beträgt mehr als 80 m", "Helvetica", 10)
        canvas.setFont("Helvetica", 6)
        canvas.drawString(x, 704, "2")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(x + 4, 700, " und liegt in Lindenbach.")

    assert texts(read(pdf(draw))) == ["Die Wohnfläche beträgt mehr als 80 m² und liegt in Lindenbach."]


def test_bullets_and_numbers_begin_items() -> None:
    page = lines(
        "Bitte legen Sie diese Unterlagen bei:",
        "• Kopie des Personalausweises oder des Reisepasses, den die Behörde ausgestellt hat",
        "• Nachweis über das Einkommen aller Personen im Haushalt",
        "1. Wir prüfen die Unterlagen, die Sie geschickt haben.",
        "2. Wir schreiben Ihnen, ob etwas fehlt.",
    )
    assert texts(read(pdf(page)), "item") == [
        "Kopie des Personalausweises oder des Reisepasses, den die Behörde ausgestellt hat",
        "Nachweis über das Einkommen aller Personen im Haushalt",
        "1. Wir prüfen die Unterlagen, die Sie geschickt haben.",
        "2. Wir schreiben Ihnen, ob etwas fehlt.",
    ]


def test_a_date_at_the_start_of_a_line_is_no_item() -> None:
    page = lines(
        "Die Frist für den Antrag auf den Zuschuss der Stadt Lindenbach läuft bis zum",
        "31. Dezember des Jahres, in dem die Kosten entstanden sind.",
    )
    assert len(paragraphs(page)) == 1


def test_box_signs_are_marks_and_not_text() -> None:
    def draw(canvas: Canvas) -> None:
        for x, word in ((70, "ledig"), (150, "verheiratet"), (260, "verwitwet")):
            canvas.setFont("ZapfDingbats", 10)
            canvas.drawString(x, 700, "o")
            canvas.setFont("Helvetica", 10)
            canvas.drawString(x + 13, 700, word)

    document = read(pdf(draw))
    assert texts(document) == ["ledig", "verheiratet", "verwitwet"]


def test_headings_are_larger_or_bold() -> None:
    page = together(
        lines("Antrag auf einen Bewohnerparkausweis", y=780, font="Helvetica-Bold", size=16),
        lines("Angaben zum Fahrzeug", y=740, font="Helvetica-Bold"),
        lines("Wir brauchen diese Angaben, damit wir den Ausweis ausstellen können.", y=720),
        lines("Kennzeichen", y=690),
    )
    document = read(pdf(page))
    assert [(block.role, block.text) for block in document.blocks] == [
        ("title", "Antrag auf einen Bewohnerparkausweis"),
        ("heading", "Angaben zum Fahrzeug"),
        ("paragraph", "Wir brauchen diese Angaben, damit wir den Ausweis ausstellen können."),
        ("label", "Kennzeichen"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bitte legen Sie den Bescheid bei.",
        "Wer wohnt noch in der Wohnung?",
        "Ich versichere, dass meine Angaben richtig sind",
        "Sie müssen uns jede Änderung mitteilen",
        "You must tell us about any change",
        "Where do you keep the dog? (Please tick only one box)",
        "Wenn Sie umziehen, müssen Sie uns die neue Anschrift mitteilen",
        "Die Satzung finden Sie unter: www.lindenbach.de/hundesteuer",
        "Die Stadt kann den Hund, der nicht angemeldet ist, in das Tierheim bringen",
        "Enter the amount from line 5 of the form.",
    ],
)
def test_running_text_is_recognised(text: str) -> None:
    assert is_running(text) or len(text.split()) < 7


@pytest.mark.parametrize(
    "text",
    [
        "Name, Vorname",
        "Anschrift (Straße, Hausnummer, Postleitzahl, Ort)",
        "Geburtsdatum",
        "Stadt Lindenbach an der Queich",
        "Telefon (tagsüber)",
        "IBAN",
        "Angaben zur Person",
        "Your social security number",
        "Date of birth",
        "Bauten auf fremden Grundstücken (z. B. Gartenhaus, Verkaufsstände etc.)",
        "Jahr, in dem Sie zum ersten Mal Hundesteuer gezahlt haben oder zahlen",
        "Zahl der Monate im Kalenderjahr, für die Sie die Steuer bezahlt haben",
        "Persönliche Daten der Person, für die diese Anlage ausgefüllt wird",
        "Abgabe der Unterlagen (bitte die Hinweise in der Anlage 2 beachten)",
        "Where we can reach you during the day if we have a question",
        "Landlord's details (this is the person or the company that you pay the rent to)",
        "Cases where the dog was not in your household",
        "Foreign country (if not U.S.)",
    ],
)
def test_labels_are_no_running_text(text: str) -> None:
    assert not is_running(text)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (
            "Die Satzung finden Sie im Internet unter: www.lindenbach.de/hundesteuer",
            "Dort können Sie den Hund anmelden.",
        ),
        (
            "Fragen zur Steuer für Ihren Hund beantwortet hunde@lindenbach.de",
            "Bitte nennen Sie dabei Ihr Kassenzeichen.",
        ),
        ("You can find the rules about the dog tax on lindenbach.de", "The office is open from Monday to Friday."),
    ],
)
def test_behind_an_address_at_the_end_of_a_line_a_new_sentence_begins(upper: str, lower: str) -> None:
    assert paragraphs(lines(upper, lower)) == [upper, lower]


def test_a_sentence_goes_on_behind_an_address_at_the_end_of_a_line() -> None:
    upper, lower = "Geben Sie auf der Seite des Amtes www.lindenbach.de/steuer", "Ihre Daten und die des Hundes ein."
    assert paragraphs(lines(upper, lower)) == [f"{upper} {lower}"]


def test_a_remark_in_brackets_is_a_hint() -> None:
    page = lines("Wo halten Sie den Hund?", "(Bitte nur die Anschrift in Lindenbach angeben)", leading=25)
    assert texts(read(pdf(page)), "hint") == ["(Bitte nur die Anschrift in Lindenbach angeben)"]


def test_a_sentence_that_goes_on_on_the_next_page_is_one_text_where_it_begins() -> None:
    def page(*texts_: str, number: int) -> Draw:
        return together(
            lines(*texts_, y=700), lines(f"Seite {number} von 2", x=270, y=30), lines("Vordruck 4711", y=30)
        )

    first = page(
        "Die Stadt Lindenbach zahlt den Zuschuss für den Kurs, wenn Sie das Formular mit allen",
        "Nachweisen, die auf der Rückseite stehen, spätestens vier Wochen vor dem Beginn des Kur-",
        number=1,
    )
    second = page("ses bei uns abgeben. Später geht es nicht mehr.", number=2)
    document = read(pdf(first, together(second, lines("Telefon", y=600))))
    (text,) = [block for block in document.blocks if block.role == "paragraph"]
    assert text.text.endswith("vor dem Beginn des Kurses bei uns abgeben. Später geht es nicht mehr.")
    assert text.page == 1
    assert len(text.boxes) == 1
    assert [block.text for block in document.blocks if block.page == 2 and block.role != "furniture"] == ["Telefon"]
    start = text.text.index("bei uns")
    assert (text.page_of(0), text.page_of(start)) == (1, 2)
    (box,) = text.boxes_of(start, start + 7)
    assert 690 < box[1] < 760, "the place of the words on the second page"


def test_a_hyphen_at_the_end_of_a_line_stays_in_an_address() -> None:
    (text,) = paragraphs(
        lines("Sie finden das Formular unter https://www.lindenbach.de/stadt-", "kasse/hunde und im Rathaus.")
    )
    assert "https://www.lindenbach.de/stadt-kasse/hunde und" in text


def test_lines_with_a_dash_before_the_first_word_are_items() -> None:
    page = lines("Der Zuschuss deckt:", "-die Gebühr für den Kurs", "-das Buch zum Kurs", "-die Prüfung")
    assert texts(read(pdf(page)), "item") == ["die Gebühr für den Kurs", "das Buch zum Kurs", "die Prüfung"]


def test_a_line_of_justified_text_with_wide_spaces_stays_one_line() -> None:
    def draw(canvas: Canvas) -> None:
        full = "Die Anmeldung des Hundes muss bei der Stadtkasse in Lindenbach an der Queich sein,"
        right = 70 + canvas.stringWidth(full, "Helvetica", 10)
        canvas.drawString(70, 713, full)
        wide = "bevor Sie mit dem Hund in das Rathaus".split()
        free = right - 70 - sum(canvas.stringWidth(word, "Helvetica", 10) for word in wide)
        x = 70.0
        for word in wide:
            canvas.drawString(x, 700, word)
            x += canvas.stringWidth(word, "Helvetica", 10) + free / (len(wide) - 1)
        canvas.drawString(70, 687, "kommen können.")

    (text,) = paragraphs(draw)
    assert text.endswith("sein, bevor Sie mit dem Hund in das Rathaus kommen können.")


def test_a_line_of_text_at_the_foot_of_a_page_is_no_form_number() -> None:
    page = lines(
        "Wenn der Platz für Ihre Angaben zu den weiteren Hunden in",
        "diesem Formular der Stadt nicht reicht,",
        "nehmen Sie ein Blatt dazu.",
        y=68,
    )
    assert texts(read(pdf(page)), "furniture") == []
