"""Our own forms are good models: tagged, titled, in a language, with fields in order and in the structure."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from app import reading
from app.checker import Checker, Options
from app.settings import ROOT

PDFS = sorted((ROOT / "sample_forms").glob("*/*.pdf"))
USUAL = [path for path in PDFS if not path.stem.endswith(("-dynamic", "-hybrid"))]


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_nothing_is_said_about_the_file(checker: Checker, path: Path) -> None:
    document = reading.read(path.read_bytes(), settings=checker.settings)
    rules = frozenset({"pdf-not-tagged", "pdf-without-title", "pdf-language-missing", "pdf-tab-order"})
    report = checker.check(document, Options(language=path.parent.name, rules=rules))
    assert report.findings == ()
    states = {name: check.state for name, check in report.form.accessibility.items()}
    assert (states["title"], states["language"]) == ("good", "good")
    if path in USUAL:
        assert (states["tagged"], states["tab-order"], states["fillable"], states["contrast"]) == ("good",) * 4


@pytest.mark.parametrize("path", USUAL, ids=lambda path: path.stem)
def test_every_field_and_every_text_has_its_place_in_the_structure(path: Path) -> None:
    reader = pypdf.PdfReader(path)
    tree = reader.root_object["/StructTreeRoot"]
    numbers = tree["/ParentTree"]["/Nums"]  # type: ignore[index]
    parents = {int(numbers[at]): numbers[at + 1].get_object() for at in range(0, len(numbers), 2)}
    for page in reader.pages:
        code = page.get_contents().get_data().decode("latin-1")  # type: ignore[union-attr]
        assert code.count("BDC") == len(parents[page["/StructParents"]]) > 5
        assert code.count("BDC") + code.count("BMC") == code.count("EMC")
        for note in page.get("/Annots", []):
            assert parents[note.get_object()["/StructParent"]]["/S"] == "/Form"


def test_headings_come_in_order() -> None:
    reader = pypdf.PdfReader(ROOT / "sample_forms" / "de" / "sperrmuell.pdf")
    (document,) = [reader.root_object["/StructTreeRoot"]["/K"].get_object()]  # type: ignore[index]
    kinds = [kid.get_object()["/S"] for kid in document["/K"]]
    assert [kind for kind in kinds if kind.startswith("/H")][:2] == ["/H1", "/H2"]
