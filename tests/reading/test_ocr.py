"""Scanned pages are read by Tesseract where that is on; whatever the picture is, the rest of the document is read."""

from __future__ import annotations

import io
import re
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app import reading
from app import settings as all_settings
from app.errors import NoTextLayer, ReadingTimedOut, SettingsError, UnreadableFile
from app.model import Box, Document
from app.reading import ocr
from app.reading.guard import Zygote
from app.reading.ocr_picture import HEADER, MAX_PIXELS, Picture, picture_of
from app.settings import ROOT, Settings

OFF, ON = Settings(), Settings(ocr=True)
SENTENCES = (
    "Bitte reichen Sie den Antrag bis zum Ende des Monats bei uns ein.",
    "Die Gemeinde Lindenbach prüft Ihre Angaben und schickt Ihnen einen Bescheid.",
    "Für Rückfragen erreichen Sie uns am Vormittag über die Telefonnummer im Briefkopf.",
)
TURNS: dict[int, Callable[[float, float, float, float], Box]] = {
    0: lambda x0, y0, x1, y1: (x0, y0, x1, y1),
    90: lambda x0, y0, x1, y1: (842 - y1, x0, 842 - y0, x1),
    180: lambda x0, y0, x1, y1: (595 - x1, 842 - y1, 595 - x0, 842 - y0),
    270: lambda x0, y0, x1, y1: (y0, 595 - x1, y1, 595 - x0),
}
"""Where a box of an upright page of 595 by 842 points is after the page was turned against the clock."""


def tesseract_is_there() -> bool:
    try:
        all_settings.load({"FORMKLAR_OCR": "on"})
    except SettingsError:
        return False
    return True


needs_tesseract = pytest.mark.skipif(
    not tesseract_is_there(),
    reason="needs Tesseract: apt install tesseract-ocr tesseract-ocr-deu tesseract-ocr-eng",
)


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    helper = Zygote()
    yield helper
    helper.close()


def written(*pages: Sequence[str]) -> bytes:
    """A PDF with these lines on its pages."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=True)
    for lines in pages:
        canvas.setFont("Helvetica", 11)
        for number, line in enumerate(lines):
            canvas.drawString(72, 760 - 15 * number, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scanned(data: bytes, *, dpi: int = 200, turned: int = 0, field: str | None = None) -> bytes:
    """The pages of a PDF as pictures, ``turned`` against the clock and set upright by ``/Rotate``."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    document = pypdfium2.PdfDocument(data)
    for page in document:
        picture = page.render(scale=dpi / 72, grayscale=True).to_pil().rotate(turned, expand=True)
        width, height = picture.width * 72 / dpi, picture.height * 72 / dpi
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(picture), 0, 0, width, height)
        if field is not None:
            canvas.acroForm.textfield(name=field, x=200, y=750, width=200, height=20)
        canvas.showPage()
    document.close()
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(buffer.getvalue())))
    for upright in writer.pages:
        upright.rotate(turned)
    return saved(writer)


def saved(writer: PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def joined(*parts: bytes) -> bytes:
    writer = PdfWriter()
    for part in parts:
        writer.append(io.BytesIO(part))
    return saved(writer)


def picture_page(width: int, height: int, packed: bytes, *, bits: int) -> bytes:
    """A page with one grey picture, whose pixels unpack from ``packed``."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    image = DecodedStreamObject()
    image.set_data(packed)
    for key, value in {
        "Type": "XObject",
        "Subtype": "Image",
        "ColorSpace": "DeviceGray",
        "Filter": "FlateDecode",
    }.items():
        image[NameObject(f"/{key}")] = NameObject(f"/{value}")
    for key, number in {"Width": width, "Height": height, "BitsPerComponent": bits}.items():
        image[NameObject(f"/{key}")] = NumberObject(number)
    pictures = DictionaryObject({NameObject("/Im"): writer._add_object(image)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): pictures})
    content = DecodedStreamObject()
    content.set_data(b"595 0 0 842 0 0 cm /Im Do")
    page[NameObject("/Contents")] = writer._add_object(content)
    return saved(writer)


def words(document: Document, page: int | None = None) -> Counter[str]:
    texts = (block.text for block in document.blocks if block.field is None and page in {None, block.page})
    return Counter(word for text in texts for word in re.findall(r"\w+", text))


def codes(document: Document) -> list[tuple[str, int | None]]:
    return [(notice.code, notice.page) for notice in document.notices]


@needs_tesseract
def test_nearly_all_words_of_a_scanned_form_are_right(zygote: Zygote) -> None:
    form = (ROOT / "sample_forms" / "de" / "hundesteuer.pdf").read_bytes()
    expected = words(reading.read(form, settings=OFF, zygote=zygote))
    document = reading.read(scanned(form), settings=ON, zygote=zygote)
    found = words(document)
    assert (expected & found).total() >= 0.95 * expected.total()
    assert (expected & found).total() >= 0.95 * found.total(), "more was read than there is"
    assert {code for code, _ in codes(document)} == {"recognised-text"}


@needs_tesseract
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_scan_has_the_same_blocks_in_the_same_places(zygote: Zygote, turned: int) -> None:
    native = reading.read(written(SENTENCES), settings=OFF, zygote=zygote)
    document = reading.read(scanned(written(SENTENCES), turned=turned), settings=ON, zygote=zygote)
    assert [(block.role, block.text) for block in document.blocks] == [
        (block.role, block.text) for block in native.blocks
    ]
    for block, other in zip(document.blocks, native.blocks, strict=True):
        assert block.boxes[0] == pytest.approx(TURNS[turned](*other.boxes[0]), abs=2)


@needs_tesseract
def test_every_word_of_a_scan_has_its_place(zygote: Zygote) -> None:
    native = reading.read(written(SENTENCES), settings=OFF, zygote=zygote)
    document = reading.read(scanned(written(SENTENCES)), settings=ON, zygote=zygote)
    for block, other in zip(document.blocks, native.blocks, strict=True):
        for word in re.finditer(r"\w+", block.text):
            assert block.boxes_of(*word.span())[0] == pytest.approx(other.boxes_of(*word.span())[0], abs=4)


@needs_tesseract
def test_pages_with_text_are_read_as_ever(zygote: Zygote) -> None:
    mixed = joined(written(SENTENCES[:1]), scanned(written(SENTENCES[2:])))
    document = reading.read(mixed, settings=ON, zygote=zygote)
    assert [(block.page, block.text) for block in document.blocks] == [(1, SENTENCES[0]), (2, SENTENCES[2])]
    assert codes(document) == [("recognised-text", 2)]


@needs_tesseract
def test_a_field_on_a_scan_gets_its_label_from_the_picture(zygote: Zygote) -> None:
    document = reading.read(scanned(written(["Geburtsdatum"]), field="f1"), settings=ON, zygote=zygote)
    assert [(item.label, item.label_source) for item in document.fields] == [("Geburtsdatum", "left")]


def test_without_recognition_the_page_is_named_and_the_rest_is_read(zygote: Zygote) -> None:
    mixed = joined(written(SENTENCES), scanned(written(SENTENCES)))
    document = reading.read(mixed, settings=OFF, zygote=zygote)
    assert {block.page for block in document.blocks} == {1}
    assert codes(document) == [("no-text-layer", 2)]
    with pytest.raises(NoTextLayer):
        reading.read(scanned(written(SENTENCES)), settings=OFF, zygote=zygote)


@needs_tesseract
def test_an_empty_page_stays_without_text(zygote: Zygote) -> None:
    document = reading.read(joined(written(SENTENCES), scanned(written([]))), settings=ON, zygote=zygote)
    assert codes(document) == [("no-text-layer", 2)]
    with pytest.raises(NoTextLayer):
        reading.read(scanned(written([])), settings=ON, zygote=zygote)


@needs_tesseract
@pytest.mark.parametrize(("side", "bits"), [(30_000, 1), (30_000, 8), (60_000, 16)])
def test_a_picture_that_is_a_bomb_costs_its_page_only(zygote: Zygote, side: int, bits: int) -> None:
    packer = zlib.compressobj(1)
    zeros = bytes(side * bits // 8)
    packed = b"".join([*(packer.compress(zeros) for _ in range(side // (10 if bits == 16 else 1))), packer.flush()])
    bomb = picture_page(side, side, packed, bits=bits)
    begun = time.monotonic()
    document = reading.read(joined(written(SENTENCES), bomb), settings=ON, zygote=zygote)
    assert time.monotonic() - begun < 30
    assert words(document) == words(reading.read(written(SENTENCES), settings=OFF, zygote=zygote))
    assert codes(document) == [("no-text-layer", 2)]


@needs_tesseract
def test_time_for_all_scans_together_is_limited(zygote: Zygote) -> None:
    pages = written(*[SENTENCES * 15] * 6)
    begun = time.monotonic()
    document = reading.read(
        joined(written(SENTENCES), scanned(pages)), settings=Settings(ocr=True, ocr_seconds=1), zygote=zygote
    )
    assert time.monotonic() - begun < 10
    assert ("no-text-layer", 7) in codes(document)
    assert words(document, 1) == words(reading.read(written(SENTENCES), settings=OFF, zygote=zygote))


@needs_tesseract
@pytest.mark.parametrize(("seconds", "memory"), [(0.05, 512 * 2**20), (60.0, 40 * 2**20)])
def test_tesseract_keeps_its_limits(seconds: float, memory: int) -> None:
    noise = Picture(2000, 2000, 300, zlib.compress(bytes(range(256)) * 40_000, 0)[:4_000_000])
    begun = time.monotonic()
    with pytest.raises(ReadingTimedOut):
        ocr.recognise(noise, seconds=seconds, memory=memory)
    assert time.monotonic() - begun < 5


def test_without_tesseract_the_service_says_at_the_start_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SettingsError) as caught:
        all_settings.load({"FORMKLAR_OCR": "on"})
    assert "apt install tesseract-ocr tesseract-ocr-deu tesseract-ocr-eng" in caught.value.detail("de")
    assert not all_settings.load({"FORMKLAR_OCR": "off"}).ocr
    assert not all_settings.load({}).ocr


@needs_tesseract
def test_a_missing_language_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "eng.traineddata").touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    with pytest.raises(SettingsError, match="Es fehlt: deu"):
        all_settings.load({"FORMKLAR_OCR": "on"})


@pytest.mark.parametrize("value", ["yes please", "deu"])
def test_the_switch_is_on_or_off(value: str) -> None:
    with pytest.raises(SettingsError, match="FORMKLAR_OCR: hier muss „on“ oder „off“ stehen"):
        all_settings.load({"FORMKLAR_OCR": value})


def half_black() -> bytes:
    """A page of 300 by 200 points, black on the right."""
    paper = io.BytesIO()
    page = Canvas(paper, pagesize=(300, 200), invariant=True)
    page.rect(150, 0, 150, 200, fill=1)
    page.showPage()
    page.save()
    return paper.getvalue()


def test_a_page_is_drawn_in_the_guarded_process(zygote: Zygote) -> None:
    picture = zygote.picture(half_black(), 1, settings=OFF)
    assert picture.width == pytest.approx(300 * picture.dpi / 72, abs=1)
    assert picture.height == pytest.approx(200 * picture.dpi / 72, abs=1)
    row = picture.pixels[: picture.width]
    assert (row[10], row[-10]) == (255, 0), "white on the left, black on the right"


@pytest.mark.parametrize("page", [0, 2])
def test_a_page_that_is_not_there_is_not_drawn(zygote: Zygote, page: int) -> None:
    with pytest.raises(UnreadableFile):
        zygote.picture(half_black(), page, settings=OFF)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        HEADER.pack(2, 2, 300),
        HEADER.pack(2, 2, 300) + bytes(3),
        HEADER.pack(2, 2, 300) + bytes(5),
        HEADER.pack(0, 7, 300) + bytes(1),
        HEADER.pack(MAX_PIXELS + 2, 2, 300) + bytes(2 * MAX_PIXELS + 4),
        b"P5 2 2 255\n" + bytes(4),
        b"\x89PNG" + bytes(60),
    ],
    ids=lambda said: f"{len(said)} bytes",
)
def test_only_plain_pixels_go_to_tesseract(said: bytes) -> None:
    with pytest.raises(UnreadableFile):
        picture_of(said)


def test_a_picture_is_a_file_with_our_head() -> None:
    assert picture_of(HEADER.pack(3, 2, 300) + b"abcdef").netpbm() == b"P5 3 2 255\nabcdef"
