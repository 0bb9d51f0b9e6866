"""Word documents: the words that a person sees, once, as blocks with their roles."""

from __future__ import annotations

import pytest
from docx_files import IN_LIST, bullets, cell, docx, legacy, p, packed, run, sdt, style, table
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model import Document
from app.reading.docx import read_docx
from app.reading.limits import Limits

SENTENCE = "Bitte reichen Sie den Antrag bald ein."
BOLD, HIDDEN = "<w:b/>", "<w:vanish/>"


def read(data: bytes) -> Document:
    return read_docx(data, name=None, limits=Limits())


def blocks(body: str, **parts: str) -> list[tuple[str, str]]:
    """The blocks of the document itself, without those of the fields."""
    styles, numbering = parts.pop("styles", ""), parts.pop("numbering", "")
    document = read(docx(body, styles=styles, numbering=numbering, parts=parts))
    return [(block.role, block.text) for block in document.blocks if block.id.startswith("p0b")]


def code(instruction: str, *result: str) -> str:
    """A field code with its result, which may be several runs."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{"".join(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def text_box(text: str) -> str:
    return f"<wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx>"


def alternatives(choice: str) -> str:
    """The same text box for new programs and for old ones."""
    fallback = f"<mc:Fallback><w:pict>{text_box(SENTENCE)}</w:pict></mc:Fallback>"
    return f"<mc:AlternateContent><mc:Choice Requires='wps'>{choice}</mc:Choice>{fallback}</mc:AlternateContent>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("Der An", "trag ist", " da."), "Der Antrag ist da."),
        (p("Der Antrag", "<w:r><w:tab/></w:r>", "ist da."), "Der Antrag ist da."),
        (p("Haupt", "<w:r><w:noBreakHyphen/></w:r>", "Wohnung ist die erste."), "Haupt-Wohnung ist die erste."),
        (p("Sozial", "<w:r><w:softHyphen/></w:r>", "amt ist da."), "Sozialamt ist da."),
        (p("Sozial\u00adamt ist da."), "Sozialamt ist da."),
        (p("Das ist", '<w:ins w:id="1"><w:r><w:t> sehr</w:t></w:r></w:ins>', " neu."), "Das ist sehr neu."),
        (p("Das ist", '<w:del w:id="1"><w:r><w:delText> alt</w:delText></w:r></w:del>', " neu."), "Das ist neu."),
        (p("Das ist", '<w:del w:id="1"><w:r><w:t> alt</w:t></w:r></w:del>', " neu."), "Das ist neu."),
        (p("Eins ist", f"<w:moveFrom>{run(' weg')}</w:moveFrom>", " hier."), "Eins ist hier."),
        (p("Eins ist", f"<w:moveTo>{run(' jetzt')}</w:moveTo>", " hier."), "Eins ist jetzt hier."),
        (p("Das ist", run(" geheim", HIDDEN), " alles."), "Das ist alles."),
        (p("Das ist", run(" offen", '<w:vanish w:val="0"/>'), " alles."), "Das ist offen alles."),
        (p("Siehe ", f'<w:hyperlink r:id="r1">{run("die Seite")}</w:hyperlink>', " dort."), "Siehe die Seite dort."),
        (p("Siehe ", code('HYPERLINK "x"', run("die Seite")), " dort."), "Siehe die Seite dort."),
        (p("Vor ", code("IF 1 = ", code("MERGEFIELD a", run("zwei")), run(" gut")), " nach."), "Vor zwei gut nach."),
        (p("Es ist ", f'<w:fldSimple w:instr="DATE">{run("heute")}</w:fldSimple>', " so."), "Es ist heute so."),
        (p(f"<w:smartTag>{run('Lindenbach')}</w:smartTag>", " ist hier schön."), "Lindenbach ist hier schön."),
        (p("Das ist da", '<w:r><w:footnoteReference w:id="9"/></w:r>', " und dort."), "Das ist da und dort."),
        (p("Das gilt", "<w:r><w:commentReference w:id='1'/></w:r>", " für alle."), "Das gilt für alle."),
        (p("Er sagt &amp;amp; das <b>so</b>."), "Er sagt &amp;amp; das <b>so</b>."),
        ("<w:p><w:r><w:t>\n  Der Antrag\n  ist da.\n</w:t></w:r></w:p>", "Der Antrag ist da."),
        (p("Der Weg ", "<w:r><w:sym w:font='Wingdings' w:char='F0E0'/></w:r>", " führt hin."), "Der Weg → führt hin."),
        (
            p("Teil eins", look="<w:rPr><w:del w:id='1'/></w:rPr>") + p(" und Teil zwei sind da."),
            "Teil eins und Teil zwei sind da.",
        ),
        (sdt("<w:docPartObj/>", p(SENTENCE), empty=False), SENTENCE),
        (sdt("<w:text/>", p(SENTENCE), empty=False, more='<w:lock w:val="sdtContentLocked"/>'), SENTENCE),
        (sdt("<w:richText/>", p(SENTENCE), empty=False), SENTENCE),
    ],
)
def test_what_a_person_sees(body: str, expected: str) -> None:
    assert blocks(body) == [("paragraph", expected)]


@pytest.mark.parametrize(
    ("look", "form", "styles", "expected"),
    [
        ('<w:pStyle w:val="berschrift1"/>', "", style("berschrift1", "heading 1"), "heading"),
        ('<w:pStyle w:val="X"/>', "", style("X", "Überschrift 2"), "heading"),
        ('<w:pStyle w:val="K"/>', "", style("K", "Amt", '<w:basedOn w:val="H"/>') + style("H", "heading 1"), "heading"),
        ('<w:pStyle w:val="A"/>', "", style("A", "Amt", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), "heading"),
        ('<w:outlineLvl w:val="0"/>', "", "", "heading"),
        ('<w:outlineLvl w:val="9"/>', "", "", "label"),
        ('<w:pStyle w:val="T"/>', "", style("T", "Title"), "title"),
        ('<w:pStyle w:val="Titel"/>', "", "", "title"),
        ("", BOLD, "", "heading"),
        ("", '<w:b w:val="0"/>', "", "label"),
        ('<w:pStyle w:val="F"/>', "", style("F", "Fett", "<w:rPr><w:b/></w:rPr>"), "heading"),
        ('<w:pStyle w:val="loop"/>', "", style("loop", "Kreis", '<w:basedOn w:val="loop"/>'), "label"),
    ],
)  # fmt: skip
def test_what_is_a_heading(look: str, form: str, styles: str, expected: str) -> None:
    body = p(run("Angaben zum Haushalt", form), look=look) + p(SENTENCE)
    assert blocks(body, styles=styles) == [(expected, "Angaben zum Haushalt"), ("paragraph", SENTENCE)]


def test_a_bold_sentence_is_no_heading() -> None:
    assert blocks(p(run(SENTENCE, BOLD))) == [("paragraph", SENTENCE)]


@pytest.mark.parametrize(
    ("mark", "kind", "look", "role"),
    [
        ("•", "bullet", IN_LIST, "item"),
        ("%1.", "decimal", IN_LIST, "item"),
        ("\uf0a8", "bullet", IN_LIST, "option"),
        ("", "none", IN_LIST, "label"),
        ("•", "bullet", IN_LIST.replace('numId w:val="1"', 'numId w:val="0"'), "label"),
    ],
)
def test_lists(mark: str, kind: str, look: str, role: str) -> None:
    assert blocks(p("Mietvertrag in Kopie", look=look), numbering=bullets(mark, kind)) == [
        (role, "Mietvertrag in Kopie")
    ]


def test_a_numbered_bold_line_is_a_heading() -> None:
    found = blocks(p(run("Angaben zur Person", BOLD), look=IN_LIST), numbering=bullets("%1.", "decimal"))
    assert found == [("heading", "Angaben zur Person")]


def test_cells_are_read_row_by_row_also_in_tables_within_tables() -> None:
    inner = table(("Eins ist da.", "Zwei ist da."))
    body = table((cell(inner, "<w:p/>"), "Drei ist da."), ("Vier ist da.", "Fünf ist da."))
    assert [text.split()[0] for _, text in blocks(body)] == ["Eins", "Zwei", "Drei", "Vier", "Fünf"]


def test_a_word_of_an_address_in_a_table_is_a_label() -> None:
    assert blocks(table(("Telefon am Tag", ""))) == [("label", "Telefon am Tag")]


def test_deleted_rows_are_gone() -> None:
    old = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell('Alt ist das.')}</w:tr>"
    body = f"<w:tbl>{old}<w:tr>{cell('Neu ist das.')}</w:tr></w:tbl>"
    assert blocks(body) == [("paragraph", "Neu ist das.")]


@pytest.mark.parametrize(
    "drawing",
    [
        f"<w:drawing>{text_box(SENTENCE)}</w:drawing>",
        f"<w:pict><v:textbox><w:txbxContent>{p(SENTENCE)}</w:txbxContent></v:textbox></w:pict>",
        alternatives(f"<w:drawing>{text_box(SENTENCE)}</w:drawing>"),
        alternatives("<w:drawing/>"),
    ],
)
def test_a_text_box_is_read_once_after_its_paragraph(drawing: str) -> None:
    found = blocks(p("Vorn steht das", f"<w:r>{drawing}</w:r>", " und hinten."))
    assert found == [("paragraph", "Vorn steht das und hinten."), ("paragraph", SENTENCE)]


def test_headers_and_footers_are_furniture_and_repeated_ones_come_once() -> None:
    number = p("Seite ", code("PAGE", run("3")), " von ", code("NUMPAGES", run("7")))
    found = blocks(p(SENTENCE), header1=p("Stadt Lindenbach"), header2=p("Stadt Lindenbach"), footer1=number)
    assert found == [("furniture", "Stadt Lindenbach"), ("paragraph", SENTENCE), ("furniture", "Seite 3 von 7")]


def test_a_page_number_in_the_body_is_furniture() -> None:
    assert blocks(p("Blatt Nr. ", code("PAGE", run("3"))) + p(SENTENCE))[0][0] == "furniture"


def test_a_table_of_contents_is_furniture_over_several_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    first = p(begin, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "Antrag ......... 1")
    last = p("Frist ......... 2", '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    document = read(docx(first + last + p(SENTENCE)))
    assert [block.role for block in document.blocks] == ["furniture", "furniture", "paragraph"]
    assert document.fields == ()


def test_footnotes_come_once_at_the_end_and_only_when_they_are_referred_to() -> None:
    notes = "".join(f'<w:footnote w:id="{id_}">{p(text)}</w:footnote>' for id_, text in enumerate(
        ["<w:r><w:separator/></w:r>", "Das ist die erste Anmerkung.", "Das liest niemand hier."]))  # fmt: skip
    body = p("Das gilt", '<w:r><w:footnoteReference w:id="1"/></w:r>', " für alle.") + p(SENTENCE)
    assert [text for _, text in blocks(body, footnotes=notes)] == [
        "Das gilt für alle.",
        SENTENCE,
        "Das ist die erste Anmerkung.",
    ]


def test_the_title_of_the_file() -> None:
    core = "<c:coreProperties xmlns:c='x' xmlns:dc='y'><dc:title> Antrag\n auf Geld </dc:title></c:coreProperties>"
    word = docx(p(SENTENCE))
    assert read(word).title is None
    body = f"<document><body>{p(SENTENCE).replace('w:', '').replace('xml:space', 'x')}</body></document>"
    document = read(packed({"word/document.xml": body, "docProps/core.xml": core}))
    assert (document.title, document.pages, document.blocks[0].text) == ("Antrag auf Geld", 0, SENTENCE)


WORDS = st.text(alphabet="abcdefghäöüßABCDE", min_size=4, max_size=9)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12, unique=True), st.data())
def test_each_text_survives_exactly_once(words: list[str], data: st.DataObject) -> None:
    """However runs, links, tables, boxes, controls and fields hold the text."""
    wraps = [
        p,
        lambda t: p(t[:2], t[2:]),
        lambda t: p(run(t[:2], BOLD), f"<w:ins>{run(t[2:])}</w:ins>", f"<w:del>{run('weg')}</w:del>"),
        lambda t: table((t, cell(p("<w:r><w:tab/></w:r>")))),
        lambda t: sdt("<w:group/>", p(t), empty=False),
        lambda t: p(f"<w:hyperlink>{run(t)}</w:hyperlink>", legacy("FORMTEXT", result="wert")),
        lambda t: p(f"<w:r><w:drawing>{text_box(t)}</w:drawing></w:r>"),
        lambda t: p(code("REF x", run(t))),
    ]
    marked = [f"X{number}X{word}" for number, word in enumerate(words)]
    body = "".join(data.draw(st.sampled_from(wraps))(word) for word in marked)
    said = [block.text for block in read(docx(body)).blocks if block.id.startswith("p0b")]
    assert " ".join(said).split() == marked
