"""From characters to words: letter spacing, slanted letters, and fonts whose tables are wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from drawing import Draw, lines, pdf, read, texts, together
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from app import reading
from app.languages.pipeline import worth_judging
from app.model import Document
from app.reading.ciphers import LOST, NOTHING, Table, tables_of
from app.settings import Settings

FORM = (
    "Bitte schicken Sie den Antrag auf Wohngeld an die Gemeinde Lindenbach an der Queich.",
    "Der Landkreis prüft den Antrag und schickt Ihnen einen Bescheid über die Höhe der Leistung.",
    "Die Behörde braucht dafür Angaben über das Einkommen aller Personen im Haushalt.",
)
"""What the invented form says; enough for a font to be judged."""


def glyph_numbers(text: str) -> str:
    """What a font shows that gives the numbers of its TrueType glyphs instead of letters."""
    return "".join(chr(ord(char) - 29) if char < "\x7f" else {"ö": "|", "ß": "\x89"}.get(char, "?") for char in text)


def adobe_numbers(text: str) -> str:
    """The same with glyphs in Adobe's order."""
    return "".join(chr(ord(char) - 31) if char < "\x7f" else chr({"ö": 218, "ü": 224}[char]) for char in text)


def on_a_macintosh(text: str) -> str:
    """What bytes of Windows are when they are read with the table of the Macintosh."""
    return text.encode("cp1252").decode("mac_roman")


def told(text: str, name: str = "arial") -> Table | None:
    """The table that is found for one font."""
    return tables_of({1: (name, text)}).get(1)


def plain(text: str, table: Table | None) -> str:
    assert table is not None
    return "".join(table.read(char) for char in text)


@pytest.mark.parametrize("scrambled", [adobe_numbers, on_a_macintosh])
def test_a_wrong_table_is_told_by_the_words_that_the_right_one_makes(scrambled: Callable[[str], str]) -> None:
    text = " ".join(FORM)
    wrong = scrambled(text)
    assert plain(wrong, told(wrong)) == text


def test_glyph_numbers_are_read_with_umlauts() -> None:
    text = "Die Behörde misst die Größe der Wohnung und erfragt die Höhe der Miete mit allen Nebenkosten."
    wrong = glyph_numbers(text)
    assert plain(wrong, told(wrong)) == text


@pytest.mark.parametrize("shift", [-5, 1, 3, 30])
def test_any_shift_is_undone(shift: int) -> None:
    text = "Wir bearbeiten Ihren Antrag auf Wohngeld innerhalb von vier Wochen nach dem Eingang bei uns."
    wrong = "".join(chr(ord(char) - shift) for char in text)
    assert plain(wrong, told(wrong)) == text


@pytest.mark.parametrize(
    "text",
    [
        " ".join(FORM),
        "Please send the completed form to the council of Lindenbach before the end of the month of March.",
        "0,5 ‰ Alkohol im Blut, ein Circumflex ˆ und eine Cedille ¸ sind Zeichen wie andere auch.",
        "IBAN DE02 1203 0000 0000 2020 51, BIC BYLADEM1001, Steuernummer 12/345/67890",
        "Formulář žádosti o příspěvek na bydlení vyplňte čitelně a podepište na druhé straně.",
    ],
)
def test_right_tables_stay(text: str) -> None:
    assert told(text) is None


def test_what_makes_no_words_is_lost() -> None:
    scrambled = " ".join(FORM).translate(str.maketrans("abcdefghiklmnoprstuvwz", "qhzjtbwxpvfkcmrglsadyu"))
    assert told(scrambled) == LOST


def test_a_nameless_font_whose_codes_only_count_up_is_lost_with_its_spaces() -> None:
    found = tables_of({1: ("", " !\"#$!%!&'!"), 2: ("", " "), 3: ("helvetica", " ".join(FORM))})
    assert found == {1: NOTHING, 2: NOTHING}


def test_a_short_heading_is_read_with_the_table_of_the_other_font() -> None:
    body, heading = adobe_numbers(" ".join(FORM)), adobe_numbers("Antrag auf Wohngeld")
    found = tables_of({1: ("regular", body), 2: ("bold", heading), 3: ("right", "Gemeinde Lindenbach")})
    assert plain(heading, found.get(2)) == "Antrag auf Wohngeld"
    assert 3 not in found


def through_mac(*rows: str) -> Draw:
    """Draws lines whose bytes are those of Windows in a font with the table of the Macintosh."""

    def draw(canvas: Canvas) -> None:
        pdfmetrics.registerFont(pdfmetrics.Font("HelveticaMac", "Helvetica", "MacRomanEncoding"))
        canvas.setFont("HelveticaMac", 10)
        for number, row in enumerate(rows):
            canvas.drawString(70, 700 - 13 * number, on_a_macintosh(row))

    return draw


def test_a_page_read_with_the_table_of_the_macintosh_is_mended() -> None:
    row = "Die Behörde prüft – nach § 19 – die Größe der Straße."
    assert row in texts(read(pdf(through_mac(row))))


def in_glyph_numbers(*rows: str) -> Draw:
    """Draws lines in the numbers that the glyphs have in a font, 29 less than their codes."""

    def draw(canvas: Canvas) -> None:
        for number, row in enumerate(rows):
            codes = "".join(f"{ord(char) - 29:02x}" for char in row)
            canvas._code.append(f"BT /F1 10 Tf 70 {700 - 13 * number} Td <{codes}> Tj ET")

    return draw


ROWS = ("Wer Wohngeld bekommen will, muss einen Antrag stellen.", "Die Gemeinde Lindenbach nimmt den Antrag an.")


def test_a_page_in_glyph_numbers_is_read() -> None:
    document = read(pdf(in_glyph_numbers(*ROWS)))
    assert " ".join(texts(document)) == " ".join(ROWS)
    assert not document.notices


def test_fonts_are_judged_behind_the_guard_too() -> None:
    """The fork that reads a file may open no other: the word lists must be there before."""
    document = reading.read(pdf(in_glyph_numbers(*ROWS)), settings=Settings())
    assert " ".join(texts(document)) == " ".join(ROWS)


def judged(document: Document) -> str:
    """All text that a rule may look at."""
    return "\n".join(block.text for block in worth_judging(document))


def test_garbage_is_never_judged() -> None:
    scrambled = [row.translate(str.maketrans("abcdefghiklmnoprstuvwz", "qhzjtbwxpvfkcmrglsadyu")) for row in FORM]
    document = read(pdf(lines(*FORM), together(lines(*scrambled), lines(*scrambled, y=500, font="Courier"))))
    assert judged(document).split() == " ".join(FORM).split()
    assert [(notice.code, notice.page) for notice in document.notices] == [("unreadable-page", 2)]


def test_glyph_codes_instead_of_letters_are_never_judged() -> None:
    codes = ["".join(f"/c{ord(char):x}" for char in row) for row in FORM]
    document = read(pdf(lines(*FORM), lines(*codes, size=4)))
    assert "/c" not in judged(document)
    assert [(notice.code, notice.page) for notice in document.notices] == [("unreadable-page", 2)]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("[(Name of) 240 ( applicant)] TJ", "Name of applicant"),  # the letter leans over the space
        ("[(A ) 278 (ntrag)] TJ", "Antrag"),  # the space is taken back
    ],
)
def test_a_space_counts_where_it_has_room(command: str, words: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas._code.append(f"BT /F1 10 Tf 70 700 Td {command} ET")

    assert texts(read(pdf(draw))) == [words]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("A N T R A G", "ANTRAG"),
        ("W o h n g e l d", "Wohngeld"),
        ("In quali periodi e i luoghi o è stata", "In quali periodi e i luoghi o è stata"),
        ("Das Feld A B C D E bleibt frei.", "Das Feld ABCDE bleibt frei."),
    ],
)
def test_spaced_headings_are_words_and_single_letters_in_a_sentence_stay(row: str, words: str) -> None:
    assert texts(read(pdf(lines(row)))) == [words]
