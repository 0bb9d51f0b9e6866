"""XFA that is broken or means harm: what can be read is read, the rest is an error with a name, and soon."""

from __future__ import annotations

import random
import time

import pytest
from drawing import lines, pdf, read, rewritten, texts
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject, NumberObject, TextStringObject
from xfa_files import WAIT, draw, dynamic, field, packets_of, rich, subform, template, with_packets

from app.errors import DynamicXfa, FormklarError
from app.model import Document
from app.reading import guard
from app.reading import read as read_any
from app.reading.xfa_fields import Ask
from app.reading.xfa_packets import Packets, template_of
from app.reading.xfa_template import Template, read_template
from app.reading.xfa_xml import MAX_DEPTH, MAX_ELEMENTS, parse
from app.settings import Settings

SENTENCE = "Die Stadt Lindenbach prüft Ihren Antrag innerhalb von vier Wochen."
WHOLE = template(
    draw("Antrag auf einen Stellplatz", size=16, bold=True),
    rich(f"<p>{SENTENCE}</p><ul><li>Ausweis</li></ul>"),
    subform(field("Name", "Ihr Name", tooltip="Vor- und Nachname"), name="Person"),
    field("stand", "Familienstand", ui="<choiceList/>", more="<items><text>ledig</text><text>verwitwet</text></items>"),
    '<exclGroup name="ja">'
    + field("j", "Ja", ui="<checkButton/>")
    + field("n", "Nein", ui="<checkButton/>")
    + "</exclGroup>",
)


def codes(document: Document) -> set[str]:
    return {notice.code for notice in document.notices}


def read_or_name(data: bytes) -> Document | str:
    """The document, or the slug of the error; any other error fails the test."""
    try:
        return read(data)
    except FormklarError as error:
        return error.slug


def template_in(data: bytes) -> Template | None:
    source = template_of(Packets((("template", data),)))
    return read_template(source) if source is not None else None


def asks(data: bytes) -> list[Ask]:
    found = template_in(data)
    assert found is not None
    return list(found.asks())


def test_a_fault_in_the_middle_leaves_what_stands_before() -> None:
    data = template(
        draw(SENTENCE), field("name", "Ihr Name"), "<draw><value><text>A & B</text></value></draw>", draw("Ende")
    )
    document = read(dynamic(data))
    assert texts(document) == [SENTENCE]
    assert [item.label for item in document.fields] == ["Ihr Name"]
    assert "template-partly-read" in codes(document)


def test_a_whole_template_has_no_such_notice() -> None:
    assert codes(read(dynamic(WHOLE))) == {"dynamic-xfa-template"}


@pytest.mark.parametrize("share", [number / 24 for number in range(25)])
def test_a_template_cut_off_anywhere(share: float) -> None:
    document = read_or_name(dynamic([("template", WHOLE[: int(len(WHOLE) * share)])]))
    if isinstance(document, str):
        assert document == "dynamic-xfa"
        assert share < 0.5
    else:
        assert texts(document)[0].startswith("Antrag")
        assert ("template-partly-read" in codes(document)) == (share < 1)


@pytest.mark.parametrize("share", [number / 12 for number in range(12)])
def test_a_single_stream_cut_off_anywhere(share: float) -> None:
    data = b"".join(part for _, part in packets_of(WHOLE))
    document = read_or_name(dynamic([("", data[: int(len(data) * share)])], single=True))
    assert document == "dynamic-xfa" or "template-partly-read" in codes(document)  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(40))
def test_bytes_changed_at_random(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - repeatable, not secret
    data = bytearray(WHOLE)
    for _ in range(dice.choice((1, 3, 30))):
        data[dice.randrange(len(data))] = dice.randrange(256)
    document = read_or_name(dynamic(bytes(data)))
    assert document == "dynamic-xfa" or codes(document) >= {"dynamic-xfa-template"}  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(20))
def test_elements_left_out_at_random(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - repeatable, not secret
    pieces = WHOLE.decode().split("<")
    kept = "<".join(piece for piece in pieces if dice.random() > 0.05)
    found = template_in(kept.encode())
    assert found is None or all(part.lines or part.ask for part in found.parts)


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "haha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)


@pytest.mark.parametrize(
    "head",
    [
        LAUGHS,
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://lindenbach.example/x.dtd"> %p;]>',
        "<!DOCTYPE x>",
    ],
    ids=["billion laughs", "file", "parameter entity", "empty"],
)
def test_a_document_type_ends_the_reading(head: str) -> None:
    body = template(draw(SENTENCE), draw("&j;&e;")).decode()
    with pytest.raises(DynamicXfa):
        read(dynamic([("template", (head + body).encode())]))


@pytest.mark.parametrize("entity", ["&e;", "&nbsp;", "&#0;", "&#xFFFFFFF;"])
def test_unknown_entities_are_faults_not_texts(entity: str) -> None:
    document = read(dynamic(template(draw(SENTENCE), draw(f"Ein {entity} Wort"))))
    assert texts(document) == [SENTENCE]


def test_characters_by_number_are_texts() -> None:
    assert texts(read(dynamic(template(draw("Stra&#223;e &amp; Hausnummer &lt;neu&gt;"))))) == [
        "Straße & Hausnummer <neu>"
    ]


def test_what_lies_too_deep_is_left_out() -> None:
    deep = "<subform>" * 5000 + draw("ganz unten liegt noch etwas") + "</subform>" * 5000
    document = read(dynamic(template(draw(SENTENCE), deep, draw("Danach geht es weiter."))))
    assert texts(document) == [SENTENCE, "Danach geht es weiter."]
    assert "template-partly-read" in codes(document)


def test_no_tree_is_deeper_than_its_limit() -> None:
    parsed = parse(b"<a>" * 10_000)
    depth, element = 0, parsed.root
    while element is not None:
        depth, element = depth + 1, element.child("a")
    assert (depth, parsed.whole) == (MAX_DEPTH, False)


def test_no_tree_has_more_elements_than_its_limit() -> None:
    parsed = parse(b"<a>" + b"<b/>" * (MAX_ELEMENTS + 10) + b"</a>")
    assert not parsed.whole
    assert parsed.root is not None
    assert len(parsed.root.content) == MAX_ELEMENTS - 1


def test_a_picture_of_megabytes_is_not_kept() -> None:
    picture = f"<draw><value><image>{'QUJD' * 500_000}</image></value></draw>"
    started = time.process_time()
    assert texts(read(dynamic(template(picture, draw(SENTENCE))))) == [SENTENCE]
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    "proto",
    [
        '<field id="a" use="#a"/>',
        '<field id="a" use="#b"/><field id="b" use="#a"/>',
        '<subform id="a"><subform use="#a"/></subform>',
        '<draw id="a"/>',
    ],
    ids=["itself", "a circle", "inside itself", "another element"],
)
def test_prototypes_that_lead_nowhere(proto: str) -> None:
    use = '<subform use="#a"/>' if "subform" in proto else '<field name="f" use="#a"/>'
    found = template_in(template(draw(SENTENCE), use, f"<proto>{proto}</proto>"))
    assert found is not None
    assert found.parts[0].lines[0].text == SENTENCE


def test_prototypes_that_multiply_are_cut_off() -> None:
    levels = "".join(f'<subform id="l{n}">{f"""<subform use="#l{n + 1}"/>""" * 10}</subform>' for n in range(12))
    last = f'<subform id="l12">{draw("Noch ein Satz, immer wieder.")}</subform>'
    started = time.process_time()
    found = template_in(template(draw(SENTENCE), '<subform use="#l0"/>', f"<proto>{levels}{last}</proto>"))
    assert time.process_time() - started < 5
    assert found is not None
    assert not found.whole


def test_many_texts_in_one_place_are_read_in_time() -> None:
    many = "".join(draw(f"Satz Nummer {n} steht hier.", place='x="1mm" y="1mm" w="9mm" h="9mm"') for n in range(3000))
    blanks = "".join(field(f"f{n}", attributes='x="1mm" y="1mm" w="9mm" h="9mm"') for n in range(1500))
    started = time.process_time()
    document = read(dynamic(template(subform(many, blanks))))
    assert len(document.fields) == 1500
    assert time.process_time() - started < 6


def test_odd_values_do_not_matter() -> None:
    more = (
        '<value><text maxChars="99999999999999999999"/></value><validate nullTest="?"/><format><picture/></format>'
        '<items/><caption reserve="NaN"/><font size="1e99pt"/>'
    )
    (found,) = asks(template(field("a", more=more, attributes='x="inf" y="-" w="1e400mm" h="٣mm" presence=""')))
    assert (found.required, found.picture, found.caption) == (False, "", ())


def test_a_stream_that_cannot_be_unpacked() -> None:
    def change(writer: PdfWriter) -> None:
        with_packets(writer, packets_of(WHOLE))
        stream = writer.root_object["/AcroForm"]["/XFA"][5].get_object()  # type: ignore[index]
        stream._data = b"no deflate at all"

    with pytest.raises(DynamicXfa):
        read(rewritten(pdf(lines(*WAIT)), change))


@pytest.mark.parametrize(
    "entry",
    [
        NullObject(),
        NumberObject(5),
        ArrayObject(),
        ArrayObject([TextStringObject("template")]),
        ArrayObject([NullObject(), NullObject()]),
        ArrayObject([TextStringObject("template"), NumberObject(3)]),
        DictionaryObject({NameObject("/a"): NumberObject(1)}),
        TextStringObject("<template><subform>"),
    ],
    ids=["null", "number", "empty", "half a pair", "nulls", "no stream", "dictionary", "string"],
)
def test_an_entry_that_is_none(entry: object) -> None:
    def change(writer: PdfWriter) -> None:
        form = DictionaryObject({NameObject("/Fields"): ArrayObject(), NameObject("/XFA"): entry})
        writer.root_object[NameObject("/AcroForm")] = form

    assert read_or_name(rewritten(pdf(lines(*WAIT)), change)) == "dynamic-xfa"


def test_a_missing_name_does_not_shift_the_packets() -> None:
    def change(writer: PdfWriter) -> None:
        with_packets(writer, packets_of(WHOLE))
        del writer.root_object["/AcroForm"]["/XFA"][0]  # type: ignore[index]

    assert texts(read(rewritten(pdf(lines(*WAIT)), change)))[0] == "Antrag auf einen Stellplatz"


def test_the_guarded_process_answers_for_a_hostile_template() -> None:
    deep = "<subform><area>" * 20_000
    try:
        with pytest.raises(DynamicXfa):
            read_any(dynamic([("template", (LAUGHS + deep).encode())]), settings=Settings())
        document = read_any(dynamic([("template", WHOLE[:-200])]), settings=Settings())
    finally:
        guard.close()
    assert codes(document) == {"dynamic-xfa-template", "template-partly-read"}
