"""German nouns: what a form can be; compounds, nominalised adjectives, gender forms, and what must stay unknown."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.languages.nouns_de import genders, readings


def cells(word: str) -> set[str]:
    """The readings of a word as ``lemma gender.number.case``."""
    return {f"{one.lemma} {one.gender}.{one.number}.{one.case}" for one in readings(word)}


@pytest.mark.parametrize(
    ("word", "lemma", "expected"),
    [
        ("Antrag", "Antrag", "m.sg.nom m.sg.dat m.sg.acc"),
        ("Anträge", "Antrag", "m.pl.nom m.pl.gen m.pl.acc"),
        ("Bescheide", "Bescheid", "m.sg.dat m.pl.nom m.pl.gen m.pl.acc"),
        ("Bescheiden", "Bescheid", "m.pl.dat"),
        ("Einkommensteuerbescheides", "Einkommensteuerbescheid", "m.sg.gen"),
        ("Antragstellerin", "Antragstellerin", "f.sg.nom f.sg.gen f.sg.dat f.sg.acc"),
        ("Ordnungsämter", "Ordnungsamt", "n.pl.nom n.pl.gen n.pl.acc"),
        ("Beiträge", "Beitrag", "m.pl.nom m.pl.gen m.pl.acc"),
        ("Kosten", "Kosten", ".pl.nom .pl.gen .pl.dat .pl.acc"),
    ],
)
def test_cells_of_a_form(word: str, lemma: str, expected: str) -> None:
    assert cells(word) == {f"{lemma} {cell}" for cell in expected.split()}


@pytest.mark.parametrize("word", ["", "Abs", "Xqzr", "antrag", "Lohn-", "123", "–", "IX", "§"])
def test_what_is_no_known_noun_has_no_readings(word: str) -> None:
    assert readings(word) == ()


def test_gender_forms_have_both_genders() -> None:
    assert genders("Ärzt*in") == genders("Antragsteller/-in") == genders("BürgerInnen") == {"m", "f"}


def test_the_index_is_read_on_first_use_and_not_at_import() -> None:
    code = (
        "import app.languages.nouns_de; from app.languages.noun_index_de import nouns; print(nouns.cache_info().misses)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "0\n"
