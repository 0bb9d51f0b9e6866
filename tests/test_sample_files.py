"""The sample forms are what they claim: rebuilt to the byte, with all fields and texts, marked with exact quotes."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
import yaml

from benchmarks.form_rules import RULES as QUESTION_RULES
from sample_forms import content
from sample_forms.build import build

FOLDER = Path(__file__).parent.parent / "sample_forms"
SOURCES = content.sources()
KINDS = {"/Tx": "text", "/Ch": "choice", "/Btn": "button"}
GERMAN_ONLY = {"nested-clause", "modal-infinitive", "nominal-style", "abbreviation", "long-word", "legal-reference"}
ENGLISH_ONLY = {"and-or", "noun-string"}
SHARED = {"long-sentence", "passive-voice", "jargon", "light-verb", "double-negation", "third-person-address"}
FIELD_RULES = {"field-without-label", "technical-label", "duplicate-label", "long-label", *QUESTION_RULES}

forms = pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)


def expected(source: Path) -> dict[str, Any]:
    """What a person marked in this form."""
    path = FOLDER / source.parent.name / f"{source.stem}.expected.yaml"
    marks = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(marks, dict)
    return marks


def marks(source: Path) -> Iterator[dict[str, str]]:
    """All marks of this form, those that are a matter of taste included."""
    found = expected(source)
    yield from found["findings"]
    yield from found["may"]


def printed(source: Path) -> list[str]:
    """Each text that stands in the form once."""
    form = content.load(source)
    return [form.publisher, form.department, *content.texts(form)]


def pdf_path(source: Path) -> Path:
    return FOLDER / source.parent.name / f"{source.stem}.pdf"


def page_texts(path: Path) -> list[str]:
    """The text of each page, line-end hyphens taken out."""
    document = pypdfium2.PdfDocument(path)
    try:
        texts = []
        for page in document:
            # pdfium gives U+FFFE for a hyphen at the end of a line that it takes for a break within a word
            raw = page.get_textpage().get_text_range().replace("\ufffe", "-\n").replace("\r", "")
            texts.append(re.sub(r"(?<=\w)-\n+(?=[a-zäöüß])", "", raw))
        return texts
    finally:
        document.close()


@pytest.fixture(scope="module")
def built() -> dict[str, bytes]:
    return build()


def test_there_are_enough_forms() -> None:
    languages = Counter(path.parent.name for path in SOURCES)
    assert languages["de"] >= 9
    assert languages["en"] >= 3
    silent = Counter(path.parent.name for path in SOURCES if expected(path)["silent"])
    assert silent["de"] >= 2
    assert silent["en"] >= 1


def test_rebuilding_gives_the_committed_bytes(built: dict[str, bytes]) -> None:
    committed = {
        path.relative_to(FOLDER).as_posix(): path.read_bytes()
        for language in ("de", "en")
        for path in (FOLDER / language).iterdir()
        if path.suffix in {".pdf", ".txt", ".html", ".docx"}
    }
    assert sorted(built) == sorted(committed)
    assert [name for name, data in built.items() if data != committed[name]] == []


def test_one_form_is_also_plain_text_and_one_a_web_page(built: dict[str, bytes]) -> None:
    assert [name for name in built if name.endswith(".txt")] == ["de/sondernutzung.txt"]
    assert [name for name in built if name.endswith(".html")] == ["de/hundesteuer.html"]
    assert "bedarf es einer" in built["de/sondernutzung.txt"].decode()
    assert '<label for="hund_rufname">Rufname</label>' in built["de/hundesteuer.html"].decode()


@forms
def test_every_field_is_in_the_pdf_once_with_its_kind(source: Path) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf_path(source).read_bytes()))
    found = {name: KINDS[field["/FT"]] for name, field in (reader.get_fields() or {}).items()}
    wanted = [(name, kind) for name, kind in content.inputs(content.load(source))]
    kinds = {"text": "text", "check": "button", "radio": "button", "combo": "choice", "list": "choice"}
    assert len({name for name, _ in wanted}) == len(wanted)
    assert found == {name: kinds[kind] for name, kind in wanted}


@forms
def test_every_widget_lies_on_its_page_and_none_overlaps_another(source: Path) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf_path(source).read_bytes()))
    for page in reader.pages:
        boxes = [[float(edge) for edge in annotation.get_object()["/Rect"]] for annotation in page.get("/Annots", [])]
        for x0, y0, x1, y1 in boxes:
            assert 50 < x0 < x1 < 545
            assert 46 < y0 < y1 < 820
        for number, a in enumerate(boxes):
            for b in boxes[number + 1 :]:
                apart = a[2] <= b[0] + 0.01 or b[2] <= a[0] + 0.01 or a[3] <= b[1] + 0.01 or b[3] <= a[1] + 0.01
                assert apart, f"{a} and {b}"


@forms
def test_every_word_can_be_read_from_the_pdf(source: Path) -> None:
    words = Counter(re.findall(r"\w+", " ".join(page_texts(pdf_path(source)))))
    wanted = Counter(word for text in printed(source) for word in re.findall(r"\w+", text))
    missing = {word: count for word, count in wanted.items() if words[word] < count}
    assert missing == {}


@forms
def test_each_page_says_which_it_is(source: Path) -> None:
    pages = page_texts(pdf_path(source))
    words = {"de": "Seite {} von {}", "en": "Page {} of {}"}[source.parent.name]
    assert len(pages) <= 3
    for number, text in enumerate(pages, start=1):
        assert words.format(number, len(pages)) in text


@forms
def test_quotes_stand_exactly_once_in_the_form(source: Path) -> None:
    texts = printed(source)
    counts = {
        mark["quote"]: sum(text.count(mark["quote"]) for text in texts) for mark in marks(source) if "quote" in mark
    }
    assert {quote: count for quote, count in counts.items() if count != 1} == {}


@forms
def test_marks_name_rules_of_the_language_and_fields_of_the_form(source: Path) -> None:
    names = [name for name, _ in content.inputs(content.load(source))]
    rules = SHARED | {"de": GERMAN_ONLY, "en": ENGLISH_ONLY}[source.parent.name]
    for mark in marks(source):
        if "field" in mark:
            assert mark["rule"] in FIELD_RULES, mark
            assert mark["field"] in names, mark
        else:
            assert mark["rule"] in rules, mark
    assert [field["name"] for field in expected(source)["fields"]] == names


@forms
def test_what_must_not_be_lost_stands_in_the_form(source: Path) -> None:
    form = content.load(source)
    values = [entry.value for element in form.body if isinstance(element, content.Row) for entry in element.row]
    whole = " ".join([*printed(source), *values])
    kept = expected(source)["safe_changes_nothing_in"]
    assert kept
    assert [text for text in kept if text not in whole] == []


@forms
def test_silent_forms_have_no_marks_and_the_others_many(source: Path) -> None:
    found = expected(source)
    assert found["form"] == source.stem
    assert found["language"] == source.parent.name
    if found["silent"]:
        assert found["findings"] == []
    else:
        assert len(found["findings"]) >= 15
