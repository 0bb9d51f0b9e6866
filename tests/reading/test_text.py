"""Plain text as people paste it: lines become what a reader would call paragraphs, items, headings and labels."""

from __future__ import annotations

import random
import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import EmptyText, InvalidRequest, TooLarge
from app.reading.flow import ends_sentence
from app.reading.limits import Limits
from app.reading.text import MAX_BLOCK, read_text, units_of


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in read_text(text, name=None, limits=Limits()).blocks]


def texts(text: str) -> list[str]:
    return [unit.text for unit in units_of(text)]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("Das regelt das Sozialgesetz-\nbuch im zweiten Teil.", "Das regelt das Sozialgesetzbuch im zweiten Teil."),
        ("Nennen Sie Ihre Haupt-\nund Nebenwohnung.", "Nennen Sie Ihre Haupt- und Nebenwohnung."),
        ("Wir suchen ein- bis\nzweimal im Jahr.", "Wir suchen ein- bis zweimal im Jahr."),
        ("Nennen Sie Ihre E-Mail-\nAdresse.", "Nennen Sie Ihre E-Mail-Adresse."),
        ("Das ist der Antragsteller/\ndie Antragstellerin.", "Das ist der Antragsteller/die Antragstellerin."),
        ("Das gilt für das Schuljahr 2026-\n2027 weiter.", "Das gilt für das Schuljahr 2026-2027 weiter."),
        ("You can be self-\nemployed.", "You can be self-employed."),
        ("A co-ordinator helps. Ask the co-\nordinator.", "A co-ordinator helps. Ask the co-ordinator."),
        ("Das regelt das Sozial\u00ad\ngesetzbuch im Teil zwei.", "Das regelt das Sozialgesetzbuch im Teil zwei."),
        ("Das gilt nach § 22 Abs.\n1 des Gesetzes.", "Das gilt nach § 22 Abs. 1 des Gesetzes."),
        ("Bringen Sie Nachweise mit, z.\nB. den Mietvertrag.", "Bringen Sie Nachweise mit, z. B. den Mietvertrag."),
        ("Der Antrag muss bis zum 3.\nMärz bei uns sein.", "Der Antrag muss bis zum 3. März bei uns sein."),
        (
            "Der Antrag muss bis spätestens zum\n3. März 2026 bei uns sein.",
            "Der Antrag muss bis spätestens zum 3. März 2026 bei uns sein.",
        ),
        ("Senden Sie den Antrag an die\nWohngeldstelle.", "Senden Sie den Antrag an die Wohngeldstelle."),
        (
            "Bitte senden Sie uns den ausgefüllten Antrag zusammen mit allen\nUnterlagen zurück.",
            "Bitte senden Sie uns den ausgefüllten Antrag zusammen mit allen Unterlagen zurück.",
        ),
        (
            "Der Bescheid ergeht nur unter der Bedingung, dass Sie\n\nalle Angaben vollständig machen.",
            "Der Bescheid ergeht nur unter der Bedingung, dass Sie alle Angaben vollständig machen.",
        ),
    ],
)
def test_a_sentence_over_two_lines_is_one_sentence(lines: str, whole: str) -> None:
    assert blocks(lines) == [("paragraph", whole)]


@pytest.mark.parametrize(
    "lines",
    [
        "Der Antrag ist kostenlos.\nBitte unterschreiben Sie ihn.",
        "Der Antrag ist kostenlos.\n\nBitte unterschreiben Sie ihn.",
        "Wer bekommt Wohngeld?\nWer wenig verdient, bekommt Wohngeld.",
        f"{'Das Amt prüft Ihren Antrag und alle Unterlagen. ' * 3}Das dauert.\nRufen Sie uns in dieser Zeit nicht an.",
    ],
)
def test_paragraphs_on_one_line_each_stay_apart(lines: str) -> None:
    assert blocks(lines) == [("paragraph", line) for line in lines.split("\n") if line]


def test_a_short_line_with_a_full_stop_ends_a_wrapped_paragraph() -> None:
    text = (
        "Wer in Lindenbach einen Hund hält, der älter als drei Monate ist, muss den\n"
        "Hund innerhalb von zwei Wochen bei der Stadtkasse anmelden.\n"
        "Die Anmeldung ist kostenlos. Für jeden Hund bekommen Sie von uns eine kleine\n"
        "Marke aus Metall, die der Hund draußen immer tragen muss.\n"
    )
    assert [text.split()[0] for text in texts(text)] == ["Wer", "Die"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("- den Mietvertrag", "den Mietvertrag"),
        ("• den Mietvertrag", "den Mietvertrag"),
        ("* den Mietvertrag", "den Mietvertrag"),
        ("–\tden Mietvertrag", "den Mietvertrag"),
        ("o\tden Mietvertrag", "den Mietvertrag"),
        ("\uf0b7\tden Mietvertrag", "den Mietvertrag"),
        ("•\nden Mietvertrag", "den Mietvertrag"),
        ("☐ Ich wohne zur Miete.", "Ich wohne zur Miete."),
        ("[ ] Ich wohne zur Miete.", "Ich wohne zur Miete."),
        ("[x] Ich wohne zur Miete.", "Ich wohne zur Miete."),
        ("1. Füllen Sie den Antrag aus.", "1. Füllen Sie den Antrag aus."),
        ("a) Füllen Sie den Antrag aus.", "a) Füllen Sie den Antrag aus."),
        ("(2) Der Antrag ist kostenlos.", "(2) Der Antrag ist kostenlos."),
    ],
)
def test_items(line: str, text: str) -> None:
    assert blocks(line) == [("item", text)]


def test_a_list_with_its_introduction() -> None:
    assert blocks(
        "Bitte legen Sie diese Unterlagen bei:\n"
        "- den Mietvertrag oder die\n  Bescheinigung des Vermieters\n"
        "- die letzten drei Abrechnungen\n"
        "Wir schicken Ihnen die Unterlagen zurück."
    ) == [
        ("paragraph", "Bitte legen Sie diese Unterlagen bei:"),
        ("item", "den Mietvertrag oder die Bescheinigung des Vermieters"),
        ("item", "die letzten drei Abrechnungen"),
        ("paragraph", "Wir schicken Ihnen die Unterlagen zurück."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Antrag auf Wohngeld",
        "WICHTIGE HINWEISE",
        "1. Angaben zur Person",
        "A. Angaben zur Person",
        "# Wohngeld beantragen",
    ],
)
def test_a_short_line_that_stands_alone_is_a_heading(line: str) -> None:
    expected = [("heading", line.removeprefix("# ")), ("paragraph", "Bitte füllen Sie alle Felder aus.")]
    assert blocks(f"{line}\n\nBitte füllen Sie alle Felder aus.") == expected
    assert blocks(f"{line}\nBitte füllen Sie alle Felder aus.") == expected


def test_numbered_lines_in_a_row_are_items() -> None:
    assert blocks("1. Personalausweis\n2. Mietvertrag\n3. Kontoauszug") == [
        ("item", "1. Personalausweis"),
        ("item", "2. Mietvertrag"),
        ("item", "3. Kontoauszug"),
    ]


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("Name: ______________", ["Name:"]),
        ("Name: ____________ Vorname: ____________", ["Name:", "Vorname:"]),
        ("Telefon ……………………………", ["Telefon"]),
        ("Datum ................. Unterschrift .................", ["Datum", "Unterschrift"]),
        ("Geburtsdatum:", ["Geburtsdatum:"]),
        ("Aktenzeichen: WG 12/2026", ["Aktenzeichen: WG 12/2026"]),
        (
            "Ich zahle ______ Euro Miete und ______ Euro Nebenkosten.",
            ["Ich zahle … Euro Miete und … Euro Nebenkosten."],
        ),
        ("Größe ______ m²", ["Größe … m²"]),
    ],
)
def test_labels(line: str, labels: list[str]) -> None:
    assert blocks(line) == [("label", label) for label in labels]


def test_boxes_in_a_row_are_options() -> None:
    assert blocks("Familienstand: ☐ ledig ☐ verheiratet") == [
        ("label", "Familienstand:"),
        ("option", "ledig"),
        ("option", "verheiratet"),
    ]


def test_an_address_is_no_text_to_judge() -> None:
    address = "Landkreis Queichtal\nWohngeldstelle\nMarktplatz 1\n76855 Lindenbach an der Queich"
    assert blocks(address) == [("furniture", line) for line in address.split("\n")]


def test_a_letter_begins_after_its_salutation() -> None:
    assert blocks("Sehr geehrte Frau Weber,\n\nwir haben Ihren Antrag erhalten.\n\nMit freundlichen Grüßen") == [
        ("label", "Sehr geehrte Frau Weber,"),
        ("paragraph", "wir haben Ihren Antrag erhalten."),
        ("label", "Mit freundlichen Grüßen"),
    ]


def test_a_page_number_does_not_tear_a_sentence() -> None:
    assert blocks(
        "Der Antrag auf Befreiung von der Steuer wird abgelehnt, weil die\n\nSeite 2 von 3\n\nnötigen Nachweise fehlen."
    ) == [
        ("paragraph", "Der Antrag auf Befreiung von der Steuer wird abgelehnt, weil die nötigen Nachweise fehlen."),
        ("furniture", "Seite 2 von 3"),
    ]


def test_cells_of_a_table_are_blocks() -> None:
    assert blocks("Gebühr\t25 Euro\tDie Gebühr wird sofort fällig.") == [
        ("label", "Gebühr"),
        ("label", "25 Euro"),
        ("paragraph", "Die Gebühr wird sofort fällig."),
    ]


def test_a_mail_that_is_double_spaced_is_read_as_if_it_were_not() -> None:
    text = (
        "Wer in Lindenbach einen Hund hält, der älter als drei Monate ist, muss den\n"
        "Hund innerhalb von zwei Wochen bei der Stadtkasse anmelden, und wer das nicht\n"
        "tut, muss mit einer Strafe rechnen, die bis zu hundert Euro betragen kann und\n"
        "die sofort fällig ist."
    )
    assert texts(text.replace("\n", "\n\n")) == texts(text)
    assert len(texts(text)) == 1


def test_characters_are_made_readable() -> None:
    assert texts("\ufeffPru\u0308fen Sie\u00a0Ihre An\u00adga\u00adben \u202egenau\u202c, Ofﬁce\u200b\x07.") == [
        "Prüfen Sie Ihre Angaben genau, Office."
    ]


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff", "---\n***\n______", "• \n •"])
def test_nothing_to_check(text: str) -> None:
    with pytest.raises(EmptyText):
        read_text(text, name=None, limits=Limits())


def test_half_characters_are_refused_without_being_repeated() -> None:
    with pytest.raises(InvalidRequest) as caught:
        read_text("Guten \ud800 Tag", name=None, limits=Limits())
    assert caught.value.errors[0]["pointer"] == "/text"
    assert "Guten" not in str(caught.value.errors)


def test_the_longest_text() -> None:
    read_text("Guten Tag. ", name=None, limits=Limits(max_characters=11))
    with pytest.raises(TooLarge) as caught:
        read_text("Guten Tag.  ", name=None, limits=Limits(max_characters=11))
    assert caught.value.facts == {"limit": "max_characters", "maximum": 11}


@pytest.mark.parametrize("piece", ["Der Antrag ist kostenlos. ", "Antrag ", "x"])
def test_a_block_is_never_too_long(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    found = blocks(text)
    assert len(found) > 1
    assert all(len(text) <= MAX_BLOCK for _, text in found)
    assert "".join("".join(text.split()) for _, text in found) == "".join(text.split())
    if piece.endswith(". "):
        assert all(text.endswith("kostenlos.") for _, text in found)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Füllen Sie den Antrag aus.", True),
        ("Er fragte: „Warum?“", True),
        ("(Das gilt nicht immer.)", True),
        ("Leistungen dieser Art.", True),
        ("nach § 5 Abs.", False),
        ("Nachweise, z. B.", False),
        ("Antrag auf Wohngeld", False),
        ("Bitte beachten Sie:", False),
    ],
)
def test_the_end_of_a_sentence(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


SAMPLE = """\
Wer in Lindenbach an der Queich einen Hund hält, muss den Hund innerhalb von zwei Wochen bei der Stadtkasse \
anmelden. Die Anmeldung ist schriftlich, elektronisch oder persönlich möglich. Für jeden Hund wird eine \
Steuermarke ausgegeben, die sichtbar zu tragen ist.
Antrag auf Befreiung von der Hundesteuer
Die Befreiung wird auf Antrag gewährt, wenn der Hund dem Schutz und der Hilfe blinder, tauber oder sonst \
hilfloser Personen dient. Dem Antrag sind Nachweise beizufügen, z. B. der Schwerbehindertenausweis mit dem \
Merkzeichen „Bl“ oder ein Gutachten gemäß § 5 Abs. 2 der Satzung.
Ein Widerspruch gegen den Bescheid ist innerhalb eines Monats nach Bekanntgabe bei der Stadtverwaltung \
Lindenbach, Marktplatz 1, 76855 Lindenbach, schriftlich oder zur Niederschrift einzulegen. Der Widerspruch hat \
keine aufschiebende Wirkung, das heißt, dass die Steuer trotzdem zum 15. August 2026 zu zahlen ist.
Bitte beachten Sie:
- Die Steuermarke darf nicht an andere Personen weitergegeben werden, auch nicht innerhalb der Familie.
- Bei Verlust ist eine Ersatzmarke gegen eine Gebühr von 5 Euro erhältlich.
Your application will be decided within four weeks. If you do not agree with the decision, you may ask us to \
look at it again. You must do this within one month of the date on the letter.""".splitlines()


@pytest.mark.parametrize("width", range(50, 111))
def test_the_width_of_the_lines_does_not_matter(width: int) -> None:
    wanted = units_of("\n\n".join(SAMPLE))
    assert [unit.role for unit in wanted] == [
        *("paragraph", "heading", "paragraph", "paragraph", "paragraph", "item", "item", "paragraph")
    ]
    assert units_of("\n".join(SAMPLE)) == wanted
    wrapped = [
        textwrap.fill(part, width, break_long_words=False, subsequent_indent="  " * part.startswith("-"))
        for part in SAMPLE
    ]
    assert units_of("\n\n".join(wrapped)) == wanted
    # without blank lines a full last line cannot be told from a wrap; the sentences are the same all the same
    assert " ".join(texts("\n".join(wrapped))) == " ".join(unit.text for unit in wanted)


WORDS = "wer muss jeder dann hier sehr viele neue alte gute gern wohnt lebt zahlt kommt geht bleibt findet".split()


@st.composite
def paragraphs(draw: st.DrawFn) -> list[str]:
    """Paragraphs of long sentences."""
    found = []
    for _ in range(draw(st.integers(1, 4))):
        sentences = [
            " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=25, max_size=40))).capitalize() + "."
            for _ in range(draw(st.integers(1, 3)))
        ]
        found.append(" ".join(sentences))
    return found


@settings(max_examples=60, deadline=None)
@given(paragraphs(), st.integers(50, 100), st.integers(1, 4), st.sampled_from(["\n", "\r\n", "\r"]), st.randoms())
def test_wraps_blank_lines_and_spaces_do_not_matter(
    parts: list[str], width: int, blanks: int, end: str, chance: random.Random
) -> None:
    lines = [textwrap.fill(part, width) for part in parts]
    text = ("\n" * (blanks + 1)).join(lines)
    noisy = "".join(
        {" ": chance.choice([" ", "  ", "\u00a0", " \u202f"]), "\n": chance.choice(["\n", "  \n"])}.get(char, char)
        for char in text
    )
    assert texts(chance.choice(["", "\ufeff", "\n\n"]) + noisy.replace("\n", end)) == parts


@settings(max_examples=300, deadline=None)
@given(
    st.text(alphabet=st.one_of(st.sampled_from("aB1.,:;-–•☐_#>()[]o \t\n\u00ad\u00a0§"), st.characters()), max_size=400)
)
def test_any_text_is_blocks_or_a_typed_error(text: str) -> None:
    try:
        document = read_text(text, name=None, limits=Limits())
    except (EmptyText, InvalidRequest):
        return
    assert len({block.id for block in document.blocks}) == len(document.blocks)
    for block in document.blocks:
        assert block.text == " ".join(block.text.split())
        assert block.text
    assert read_text(text, name=None, limits=Limits()) == document


@pytest.mark.parametrize(
    "text",
    [
        *(
            "\t" * 200_000 + "a",
            "a" + " " * 200_000 + "b",
            "a" * 200_000,
            "ab\n" * 60_000,
            "a-\n" * 60_000,
            "_ " * 100_000,
        ),
        *(
            ". " * 100_000,
            "☐ ja " * 40_000,
            "#" * 200_000 + "a",
            ">" * 200_000,
            "a: b\n" * 40_000,
            "." + '"' * 200_000 + "a",
        ),
    ],
    ids=lambda text: repr(text[:6]),
)
def test_no_text_is_slow(text: str) -> None:
    begun = time.process_time()
    units_of(text)
    assert time.process_time() - begun < 3
