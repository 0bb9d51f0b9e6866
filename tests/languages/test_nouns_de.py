"""German nouns: what a form can be; compounds, nominalised adjectives, gender forms, and what must stay unknown."""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.languages.nouns_de import genders, readings
from training import noun_rows


def cells(word: str) -> set[str]:
    """The readings of a word as ``lemma gender.number.case``."""
    return {f"{one.lemma} {one.gender}.{one.number}.{one.case}" for one in readings(word)}


def spelled(short: str) -> set[str]:
    """``m.sg.nom,dat m.pl.nom`` as single cells."""
    groups = [part.split(".") for part in short.split()]
    return {f"{gender}.{number}.{case}" for gender, number, cases in groups for case in cases.split(",")}


ALL = "nom,gen,dat,acc"


@pytest.mark.parametrize(
    ("word", "lemma", "expected"),
    [
        ("Antrag", "Antrag", "m.sg.nom,dat,acc"),
        ("Antrags", "Antrag", "m.sg.gen"),
        ("Antrages", "Antrag", "m.sg.gen"),
        ("Anträge", "Antrag", "m.pl.nom,gen,acc"),
        ("Anträgen", "Antrag", "m.pl.dat"),
        ("Bescheide", "Bescheid", "m.sg.dat m.pl.nom,gen,acc"),
        ("Bescheiden", "Bescheid", "m.pl.dat"),
        ("Beiträge", "Beitrag", "m.pl.nom,gen,acc"),
        ("Behörde", "Behörde", f"f.sg.{ALL}"),
        ("Behörden", "Behörde", f"f.pl.{ALL}"),
        ("Amtes", "Amt", "n.sg.gen"),
        ("Ämter", "Amt", "n.pl.nom,gen,acc"),
        ("Ämtern", "Amt", "n.pl.dat"),
        ("Häuser", "Haus", "n.pl.nom,gen,acc"),
        ("Häusern", "Haus", "n.pl.dat"),
        ("Väter", "Vater", "m.pl.nom,gen,acc"),
        ("Kosten", "Kosten", f".pl.{ALL}"),
        ("Herrn", "Herr", "m.sg.gen,dat,acc"),
        ("Buchstaben", "Buchstabe", f"m.sg.gen,dat,acc m.pl.{ALL}"),
        ("Ehegatte", "Ehegatte", "m.sg.nom"),
        ("Museen", "Museum", f"n.pl.{ALL}"),
        ("Konten", "Konto", f"n.pl.{ALL}"),
        ("Zeugnisse", "Zeugnis", "n.sg.dat n.pl.nom,gen,acc"),
        ("Antragstellerin", "Antragstellerin", f"f.sg.{ALL}"),
        ("Antragstellerinnen", "Antragstellerin", f"f.pl.{ALL}"),
        ("Berlins", "Berlin", "n.sg.gen"),
    ],
)
def test_a_listed_noun_has_exactly_these_cells(word: str, lemma: str, expected: str) -> None:
    assert cells(word) == {f"{lemma} {cell}" for cell in spelled(expected)}


@pytest.mark.parametrize(
    ("word", "lemma", "expected"),
    [
        ("Einkommensteuerbescheides", "Einkommensteuerbescheid", "m.sg.gen"),
        ("Ordnungsämter", "Ordnungsamt", "n.pl.nom,gen,acc"),
        ("Bewilligungszeitraums", "Bewilligungszeitraum", "m.sg.gen"),
        ("Wohngeldstelle", "Wohngeldstelle", f"f.sg.{ALL}"),
        ("Bewohnerparkausweise", "Bewohnerparkausweis", "m.sg.dat m.pl.nom,gen,acc"),
        ("Hundesteueranmeldungen", "Hundesteueranmeldung", f"f.pl.{ALL}"),
        ("Wohnberechtigungsscheins", "Wohnberechtigungsschein", "m.sg.gen"),
        ("Meldebescheinigung", "Meldebescheinigung", f"f.sg.{ALL}"),
        ("EU-Bürgerin", "EU-Bürgerin", f"f.sg.{ALL}"),
        ("Lebensende", "Lebensende", "n.sg.nom,dat,acc"),
        ("Trendwende", "Trendwende", f"f.sg.{ALL}"),
        ("Isarstrasse", "Isarstraße", f"f.sg.{ALL}"),
        ("Versagungsgrund", "Versagungsgrund", "m.sg.nom,dat,acc"),
        ("Inklusivmieten", "Inklusivmiete", f"f.pl.{ALL}"),
        ("Folgebeschluß", "Folgebeschluss", "m.sg.nom,dat,acc"),
        ("Leistungsempfängerinnen", "Leistungsempfängerin", f"f.pl.{ALL}"),
    ],
)
def test_a_compound_is_read_through_its_longest_head(word: str, lemma: str, expected: str) -> None:
    assert cells(word) == {f"{lemma} {cell}" for cell in spelled(expected)}


@pytest.mark.parametrize(
    ("word", "lemma", "expected"),
    [
        ("Verfahrenspflegschaft", "Verfahrenspflegschaft", f"f.sg.{ALL}"),
        ("Digitalisierbarkeit", "Digitalisierbarkeit", f"f.sg.{ALL}"),
        ("Neuverbescheidungen", "Neuverbescheidung", f"f.pl.{ALL}"),
        ("Vorliegens", "Vorliegen", "n.sg.gen"),
        ("Ausfüllen", "Ausfüllen", "n.sg.nom,dat,acc"),
        ("Kapitalgebers", "Kapitalgeber", "m.sg.gen"),
        ("Rückforderer", "Rückforderer", "m.sg.nom,dat,acc m.pl.nom,gen,acc"),
    ],
)
def test_an_unknown_noun_is_read_by_its_ending(word: str, lemma: str, expected: str) -> None:
    assert cells(word) == {f"{lemma} {cell}" for cell in spelled(expected)}


@pytest.mark.parametrize(
    ("word", "lemma", "expected"),
    [
        ("Berechtigter", "Berechtigte", "m.sg.nom f.sg.gen,dat m.pl.gen f.pl.gen"),
        ("Angehörige", "Angehörige", "m.sg.nom f.sg.nom,acc m.pl.nom,acc f.pl.nom,acc"),
        ("Angehörigen", "Angehörige", f"m.sg.gen,dat,acc f.sg.gen,dat m.pl.{ALL} f.pl.{ALL}"),
        ("Erziehungsberechtigten", "Erziehungsberechtigte", f"m.sg.gen,dat,acc f.sg.gen,dat m.pl.{ALL} f.pl.{ALL}"),
        ("Jugendlichem", "Jugendliche", "m.sg.dat"),
        ("Näheres", "Nähere", "n.sg.nom,acc"),
        ("Mitzubringendes", "Mitzubringende", "n.sg.nom,acc"),
    ],
)
def test_an_adjective_used_as_a_noun_has_strong_and_weak_cells(word: str, lemma: str, expected: str) -> None:
    assert cells(word) == {f"{lemma} {cell}" for cell in spelled(expected)}


@pytest.mark.parametrize("word", ["Antragstellende", "Leistungsbeziehende", "Teilnehmende", "Pflegebedürftige"])
def test_participles_used_as_nouns_are_men_and_women(word: str) -> None:
    assert genders(word) >= {"m", "f"}
    assert {one.lemma for one in readings(f"{word}n")} == {word}


GENDERED = list(product(("Antragsteller",), ("/in", "/-in", "(in)", "*in", ":in", "_in", "In", "·in")))


@pytest.mark.parametrize(("base", "ending"), GENDERED)
def test_a_gender_form_in_the_singular_is_a_man_and_a_woman(base: str, ending: str) -> None:
    found = readings(base + ending)
    assert {(one.lemma, one.gender, one.number) for one in found} == {(base, "m", "sg"), (f"{base}in", "f", "sg")}
    assert {one.case for one in found if one.gender == "m"} == {"nom", "dat", "acc"}


@pytest.mark.parametrize(
    ("word", "man", "woman"),
    [
        ("Bürger*innen", "Bürger", "Bürgerin"),
        ("BürgerInnen", "Bürger", "Bürgerin"),
        ("Ärzt:innen", "Arzt", "Ärztin"),
        ("Schüler_innen", "Schüler", "Schülerin"),
        ("Kolleg:innen", "Kollege", "Kollegin"),
        ("Lehrer/-innen", "Lehrer", "Lehrerin"),
        ("Sachbearbeiter*innen", "Sachbearbeiter", "Sachbearbeiterin"),
    ],
)
def test_a_gender_form_in_the_plural_fills_all_cases(word: str, man: str, woman: str) -> None:
    assert cells(word) == {f"{man} m.pl.{case}" for case in ALL.split(",")} | {
        f"{woman} f.pl.{case}" for case in ALL.split(",")
    }


def test_angehoerige_slash_r_is_one_person() -> None:
    assert {(one.gender, one.number) for one in readings("Angehörige/r")} == {("m", "sg"), ("f", "sg")}


@pytest.mark.parametrize(
    "word",
    ["", "Abs", "Nr", "Xqzr", "antrag", "Lohn-", "123", "–", "IX", "§", "z", "Qwrtzen", "12345", "*innen", "/in", "In"],
)
def test_what_is_no_known_noun_has_no_readings(word: str) -> None:
    assert readings(word) == ()
    assert genders(word) == frozenset()


def test_words_that_are_not_in_the_index_are_never_kept() -> None:
    from app.languages.noun_index_de import nouns

    readings("Queichtalbahnhofsvorplatzordnung")
    assert not any("queichtal" in word.lower() for word in nouns().met)


@pytest.mark.parametrize(
    ("lemma", "form", "change"),
    [
        ("Antrag", "Anträge", "^>e"),
        ("Haus", "Häuser", "^>er"),
        ("Museum", "Museen", "um>en"),
        ("Amt", "Amt", ">"),
        ("Name", "Namens", ">ns"),
        ("Ich", "Uns", None),
    ],
)
def test_a_form_is_written_as_a_change_of_the_lemma(lemma: str, form: str, change: str | None) -> None:
    assert noun_rows.operation(lemma, form) == change


def test_rows_become_classes_and_names_of_people_are_left_out(tmp_path: Path) -> None:
    cases = [f"{case} {number}" for number in ("singular", "plural") for case in noun_rows.CASES.values()]
    numbered = [f"{case} {count}" for case in cases for count in range(1, 5)]
    header = ["lemma", "pos", "genus", *(f"genus {count}" for count in range(1, 5))]
    header += [*cases, *(f"{case}*" for case in cases), *numbered]
    forms = "Antrag Antrags Antrag Antrag Anträge Anträge Anträgen Anträge".split()
    rows = [
        {"lemma": "Antrag", "pos": "Substantiv", "genus": "m", **dict(zip(cases, forms, strict=True))},
        {"lemma": "Berta", "pos": "Substantiv,Vorname", "genus": "f", "nominativ singular": "Berta"},
        {"lemma": "Befragter", "pos": "Substantiv,adjektivische Deklination", "genus": "m"},
    ]
    with (tmp_path / "nouns.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, restval="")
        writer.writeheader()
        writer.writerows(rows)
    found = noun_rows.paradigms(tmp_path / "nouns.csv")
    assert found["Antrag"] == ("m:>;>s;>;>;^>e;^>e;^>en;^>e",)
    assert found["Befragte"] == ("a:fm",)
    assert "Berta" not in found


@given(st.text(max_size=40) | st.text(alphabet="aegimnrstuÄß*/-I", max_size=30).map(str.capitalize))
def test_any_text_is_answered_and_cells_are_well_formed(word: str) -> None:
    for one in readings(word):
        assert one.lemma
        assert (one.gender in {"m", "f", "n"}) or (one.gender == "" and one.number == "pl")
        assert one.number in {"sg", "pl"}
        assert one.case in {"nom", "gen", "dat", "acc"}


@pytest.mark.parametrize("word", ["Tag" * 5000, "Antrag" * 13, "A" * 20_000, "Ab" + "ge" * 39, "Be-" * 3000])
def test_endless_words_take_no_time(word: str) -> None:
    begin = time.perf_counter()
    readings(word)
    assert time.perf_counter() - begin < 2


def test_the_index_is_read_on_first_use_and_not_at_import() -> None:
    code = (
        "import app.languages.nouns_de as found; from app.languages.noun_index_de import nouns;"
        "print(nouns.cache_info().misses); found.readings('Antrag'); print(nouns.cache_info().misses)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["0", "1"]
