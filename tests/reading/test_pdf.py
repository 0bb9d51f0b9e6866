"""A PDF becomes a document: words with their places, furniture apart, and a clear word about what cannot be read."""

from __future__ import annotations

import contextlib
import io
import logging

import pytest
from drawing import lines, pdf, printed, read, rewritten, text_field, texts, together, words_of
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, RectangleObject, TextStringObject
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from app.errors import DynamicXfa, EncryptedPdf, FormklarError, NoTextLayer, TooLarge, UnreadableFile
from app.model import Box
from app.reading.limits import Limits
from app.reading.pdf import _plain_text, read_pdf

SENTENCES = (
    "Die Stadt Lindenbach an der Queich bewilligt den Zuschuss auf Antrag. Der Antrag muss",
    "vor Beginn der Maßnahme im Rathaus eingehen. Später gestellte Anträge lehnt die Stadt ab.",
)


def encrypted(data: bytes, *, user: str, owner: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(user, owner, algorithm="AES-256")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def near(found: Box, wanted: Box) -> bool:
    return all(abs(one - other) <= 1 for one, other in zip(found, wanted, strict=True))


def test_sentences_are_read_whole() -> None:
    document = read(pdf(lines(*SENTENCES)))
    assert texts(document, "paragraph") == [" ".join(SENTENCES)]
    assert document.pages == 1
    assert document.media_type == "application/pdf"
    assert document.language is None


def test_block_ids_name_page_and_place() -> None:
    document = read(pdf(lines(*SENTENCES), lines(*SENTENCES, y=500)))
    assert [block.id for block in printed(document)] == ["p1b1", "p2b1"]
    assert [block.page for block in printed(document)] == [1, 2]


def test_the_title_comes_from_the_file() -> None:
    assert read(pdf(lines(*SENTENCES), title="Antrag auf Sperrmüll")).title == "Antrag auf Sperrmüll"


@pytest.mark.parametrize("title", ["#", "2024-1", "- * -"])
def test_a_title_without_letters_is_none(title: str) -> None:
    assert read(pdf(lines(*SENTENCES), title=title)).title is None


def test_box_of_a_word_is_where_it_is_printed() -> None:
    line = "Bitte legen Sie eine Bescheinigung Ihres Vermieters bei und unterschreiben Sie den Antrag."
    block = printed(read(pdf(lines(line, x=70, y=600))))[0]
    start = block.text.index("Bescheinigung")
    (box,) = block.boxes_of(start, start + len("Bescheinigung"))
    left = 70 + stringWidth(line[:start], "Helvetica", 10)
    right = left + stringWidth("Bescheinigung", "Helvetica", 10)
    assert abs(box[0] - left) <= 1
    assert abs(box[2] - right) <= 1
    assert box[1] < 600 < box[3]
    assert 8 < box[3] - box[1] < 13


def test_a_word_divided_at_the_end_of_a_line_has_a_box_on_both_lines() -> None:
    upper = "Wir prüfen den Antrag und teilen Ihnen das Ende des Bewilligungs-"
    lower = "zeitraumes mit einem Bescheid schriftlich mit, den wir mit der Post senden."
    block = printed(read(pdf(lines(upper, lower, x=70, y=600, leading=13))))[0]
    assert "des Bewilligungszeitraumes mit" in block.text
    start = block.text.index("Bewilligungszeitraumes")
    first, second = block.boxes_of(start, start + len("Bewilligungszeitraumes"))
    left = 70 + stringWidth(upper[: upper.index("Bewilligungs")], "Helvetica", 10)
    assert near(
        (first[0], first[2], second[0], second[2]),
        (
            left,
            left + stringWidth("Bewilligungs", "Helvetica", 10),
            70,
            70 + stringWidth("zeitraumes", "Helvetica", 10),
        ),
    )
    after = block.text.index("Bescheid")
    (box,) = block.boxes_of(after, after + len("Bescheid"))
    assert abs(box[0] - 70 - stringWidth(lower[: lower.index("Bescheid")], "Helvetica", 10)) <= 1


def test_every_character_of_every_line_has_a_place() -> None:
    document = read(pdf(lines(*SENTENCES, "Für Haupt- und Nebenwohnung gilt das-", "selbe Verfahren wie bisher.")))
    for block in printed(document):
        for line in block.lines:
            assert line.start + len(line.edges) - 1 <= len(block.text)
            assert list(line.edges) == sorted(line.edges)
        covered = {line.start + index for line in block.lines for index in range(len(line.edges) - 1)}
        assert all(block.text[index] == " " for index in range(len(block.text)) if index not in covered)


def test_a_turned_page_is_read_upright_and_its_boxes_lie_on_the_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(500, 100)
        canvas.rotate(90)
        lines(*SENTENCES, x=0, y=0)(canvas)

    data = rewritten(pdf(draw), lambda writer: writer.pages[0].rotate(90))
    document = read(data)
    assert texts(document, "paragraph") == [" ".join(SENTENCES)]
    block = printed(document)[0]
    start = block.text.index("Zuschuss")
    (box,) = block.boxes_of(start, start + len("Zuschuss"))
    along = 100 + stringWidth(SENTENCES[0][: SENTENCES[0].index("Zuschuss")], "Helvetica", 10)
    assert abs(box[1] - along) <= 1
    assert abs(box[3] - along - stringWidth("Zuschuss", "Helvetica", 10)) <= 1.5
    assert box[0] < 500 < box[2]


def test_text_outside_the_crop_box_is_not_printed_and_boxes_stay_in_page_coordinates() -> None:
    def crop(writer: PdfWriter) -> None:
        writer.pages[0].cropbox = RectangleObject((50, 400, 595, 842))

    hidden = lines("Dieser Satz steht außerhalb des sichtbaren Bereichs der Seite.", y=200)
    document = read(rewritten(pdf(together(lines(*SENTENCES, y=700), hidden)), crop))
    assert texts(document) == [" ".join(SENTENCES)]
    assert abs(printed(document)[0].boxes[0][0] - 70) <= 1
    assert printed(document)[0].boxes[0][3] > 700


def test_invisible_text_is_left_out_where_there_is_visible_text() -> None:
    def hidden(canvas: Canvas) -> None:
        text = canvas.beginText(70, 400)
        text.setTextRenderMode(3)
        text.textLine("Niemand kann diesen Satz auf dem Papier lesen, er ist unsichtbar.")
        canvas.drawText(text)

    assert texts(read(pdf(together(lines(*SENTENCES), hidden)))) == [" ".join(SENTENCES)]
    assert texts(read(pdf(hidden))) == ["Niemand kann diesen Satz auf dem Papier lesen, er ist unsichtbar."]


def test_headers_and_footers_are_furniture_and_never_part_of_a_sentence() -> None:
    def page(number: int) -> object:
        return together(
            lines("Landkreis Queichtal", y=800),
            lines(*SENTENCES, y=780 - 20),
            lines(f"Seite {number} von 3", x=70, y=40),
            lines("Vordruck 4711 - 03/2025", x=400, y=40, size=7),
        )

    document = read(pdf(*(page(number) for number in (1, 2, 3))))  # type: ignore[arg-type]
    assert texts(document, "paragraph") == [" ".join(SENTENCES)] * 3
    assert texts(document, "furniture")[:3] == ["Landkreis Queichtal", "Seite 1 von 3", "Vordruck 4711 - 03/2025"]


def test_line_numbers_at_the_margin_are_furniture() -> None:
    def numbers(canvas: Canvas) -> None:
        for row in range(6):
            canvas.drawString(30, 700 - 40 * row, str(row + 1))

    labels = [lines(text, y=700 - 40 * row) for row, text in enumerate(("Name", "Vorname", "Straße", "Ort"))]
    document = read(pdf(together(numbers, *labels)))
    assert texts(document, "furniture") == ["1", "2", "3", "4", "5", "6"]
    assert texts(document, "label") == ["Name", "Vorname", "Straße", "Ort"]


def test_every_printed_word_is_in_exactly_one_block() -> None:
    page = together(
        lines("Antrag auf Befreiung von der Hundesteuer", y=800, font="Helvetica-Bold", size=16),
        lines("Name, Vorname", y=760),
        lines("Geburtsdatum", x=330, y=760),
        lines(*SENTENCES, y=700),
        lines("Seite 1", y=30),
    )
    expected = f"Antrag auf Befreiung von der Hundesteuer Name, Vorname Geburtsdatum {' '.join(SENTENCES)} Seite 1"
    assert sorted(words_of(texts(read(pdf(page))))) == sorted(expected.split())


def test_a_file_that_needs_a_password_is_refused() -> None:
    with pytest.raises(EncryptedPdf):
        read(encrypted(pdf(lines(*SENTENCES)), user="geheim", owner="amt"))


def test_a_file_with_an_empty_password_is_read() -> None:
    assert texts(read(encrypted(pdf(lines(*SENTENCES)), user="", owner="amt"))) == [" ".join(SENTENCES)]


def image_page(canvas: Canvas) -> None:
    canvas.rect(100, 100, 300, 300, fill=1)


def test_pages_without_text_are_named() -> None:
    document = read(pdf(lines(*SENTENCES), image_page))
    assert [(notice.code, notice.page) for notice in document.notices] == [("no-text-layer", 2)]


def test_a_file_without_any_text_is_refused() -> None:
    with pytest.raises(NoTextLayer):
        read(pdf(image_page, image_page))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"%PDF-1.4 " + bytes(range(256)) * 20, b"kein PDF"])
def test_a_broken_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read(data)


def test_a_cut_off_file_is_read_or_refused() -> None:
    whole = pdf(lines(*SENTENCES))
    for end in range(0, len(whole), 97):
        try:
            document = read(whole[:end])
        except FormklarError:
            continue
        assert document.pages >= 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 1500), st.binary(min_size=1, max_size=6))
@example(1495, b"\0\0")
def test_damaged_bytes_never_raise_anything_else(position: int, noise: bytes) -> None:
    whole = pdf(lines(*SENTENCES))
    damaged = whole[:position] + noise + whole[position + len(noise) :]
    with contextlib.suppress(FormklarError):
        read(damaged)


def test_one_broken_page_leaves_the_others() -> None:
    def destroy(writer: PdfWriter) -> None:
        page = writer.pages[1]
        page[NameObject("/Contents")] = NumberObject(7)

    document = read(rewritten(pdf(lines(*SENTENCES), lines("Zweite Seite"), lines(*SENTENCES)), destroy))
    assert [block.page for block in printed(document)] == [1, 3]
    assert [notice.page for notice in document.notices] == [2]


def garbled(text: str) -> str:
    """What a broken font table makes of a text: each letter becomes another one, with no order in it."""
    return text.translate(str.maketrans("abcdefghijklmnoprstuvwz", "qhzjtbwxpnvfkcmrglsadyu"))


def test_a_garbled_page_is_named_and_not_read() -> None:
    sentence = "Der Antrag auf Wohngeld wird von der Gemeinde innerhalb von sechs Wochen bearbeitet und beschieden."
    document = read(pdf(lines(*SENTENCES), lines(garbled(sentence), garbled("Bitte warten Sie auf Nachricht."))))
    assert [(notice.code, notice.page) for notice in document.notices] == [("unreadable-page", 2)]
    assert {block.page for block in printed(document)} == {1}


def test_text_in_one_garbled_font_is_left_out_and_named() -> None:
    bad = lines(*[garbled("Weitere Hinweise stehen im Merkblatt der Gemeinde Lindenbach.")] * 2, y=500, font="Courier")
    document = read(pdf(together(lines(*SENTENCES * 4), bad)))
    assert [notice.code for notice in document.notices] == ["unreadable-text"]
    assert not any(garbled("Gemeinde") in block.text for block in document.blocks)


def xfa_form(writer: PdfWriter) -> None:
    form = DictionaryObject({NameObject("/Fields"): ArrayObject(), NameObject("/XFA"): TextStringObject("<xdp/>")})
    writer.root_object[NameObject("/AcroForm")] = form


def test_a_form_that_builds_itself_is_refused() -> None:
    data = rewritten(
        pdf(lines("Please wait...", "If this message is not eventually replaced, update your viewer.")), xfa_form
    )
    with pytest.raises(DynamicXfa):
        read(data)


def test_a_form_with_xfa_and_ordinary_text_is_read() -> None:
    assert texts(read(rewritten(pdf(lines(*SENTENCES)), xfa_form))) == [" ".join(SENTENCES)]


@pytest.mark.parametrize(
    ("limits", "name", "maximum"),
    [
        (Limits(max_pages=2), "max_pages", 2),
        (Limits(max_characters=300), "max_characters", 300),
    ],
)
def test_too_much_is_refused_with_the_limit(limits: Limits, name: str, maximum: int) -> None:
    with pytest.raises(TooLarge) as caught:
        read(pdf(*[lines(*SENTENCES)] * 3), limits)
    assert caught.value.facts == {"limit": name, "maximum": maximum}


def test_what_is_just_within_the_limits_is_read() -> None:
    count = sum(len(text) for text in SENTENCES) * 2
    assert read(pdf(*[lines(*SENTENCES)] * 2), Limits(max_pages=2, max_characters=count)).pages == 2


def deep_page_tree(writer: PdfWriter) -> None:
    """Puts the pages so deep into the tree that pypdf gives up."""
    root = writer.root_object
    for _ in range(30):
        node = root.raw_get("/Pages")
        entries = {"/Type": NameObject("/Pages"), "/Kids": ArrayObject([node]), "/Count": NumberObject(1)}
        root[NameObject("/Pages")] = writer._add_object(
            DictionaryObject({NameObject(key): value for key, value in entries.items()})
        )


def test_when_only_pdfium_can_read_the_file_its_text_is_read_with_a_notice() -> None:
    document = read(rewritten(pdf(lines(*SENTENCES)), deep_page_tree))
    assert texts(document) == [" ".join(SENTENCES)]
    assert [notice.code for notice in document.notices] == ["fields-unreadable"]


def test_when_only_pypdf_can_read_the_file_its_text_comes_without_places() -> None:
    found = _plain_text(pdf(lines(*SENTENCES), lines("Geburtsdatum")), Limits())
    assert [(block.role, block.text, block.page, block.boxes) for block in found.plain] == [
        ("paragraph", " ".join(SENTENCES), 1, ()),
        ("label", "Geburtsdatum", 2, ()),
    ]


def test_a_file_without_its_end_is_read_with_its_fields() -> None:
    data = pdf(together(lines(*SENTENCES), text_field("ort", 200, 500, tooltip="Ort der Veranstaltung")))
    document = read(data.replace(b"%%EOF", b""))
    assert texts(document) == [" ".join(SENTENCES)]
    assert [item.label for item in document.fields] == ["Ort der Veranstaltung"]
    assert document.notices == ()


def test_nothing_of_the_document_is_logged(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    with caplog.at_level(logging.DEBUG):
        for data in (pdf(lines(*SENTENCES)), pdf(lines(*SENTENCES))[:-60], b"%PDF-1.5 Wort"):
            with contextlib.suppress(FormklarError):
                read(data)
    assert caplog.text == ""
    assert capfd.readouterr() == ("", "")


def test_same_bytes_same_document() -> None:
    data = pdf(lines(*SENTENCES))
    assert read_pdf(data, name=None, limits=Limits()) == read_pdf(data, name=None, limits=Limits())


def test_a_sign_of_wingdings_2_is_a_box_and_pounds_stay_pounds() -> None:
    page = together(
        lines("£", x=70, y=700, font="Times-Roman"),
        lines("Der Mietvertrag liegt bei", x=90, y=700),
        lines("Die Kosten von £ 20 trägt die Stadt Lindenbach an der Queich.", y=650),
    )
    data = pdf(page).replace(b"/BaseFont /Times-Roman", b"/BaseFont /Wingdings-2")
    assert texts(read(data)) == [
        "Der Mietvertrag liegt bei",
        "Die Kosten von £ 20 trägt die Stadt Lindenbach an der Queich.",
    ]
