"""Exchanging German words: tables of what is written and of what is left alone, with the real word lists."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.languages.agreement_de import cells_of, determiner_for
from app.languages.inflection_de import paradigm
from app.model import Block, Document

EXCHANGED = [
    ("Das Gesuch liegt uns vor.", "Der Antrag liegt uns vor."),
    ("Wir lehnen das Gesuch ab.", "Wir lehnen den Antrag ab."),
    ("Legen Sie dem Gesuch ein Foto bei.", "Legen Sie dem Antrag ein Foto bei."),
    ("Die Begründung des Gesuchs fehlt.", "Die Begründung des Antrags fehlt."),
    ("Der Vordruck liegt bei.", "Das Formular liegt bei."),
    ("Füllen Sie den Vordruck aus.", "Füllen Sie das Formular aus."),
    ("Die Kosten sind in Abzug zu bringen.", "Die Kosten sind abzuziehen."),
    ("Wir haben die Schule in Kenntnis gesetzt.", "Wir haben die Schule informiert."),
    ("Wir setzen Sie in Kenntnis.", "Wir informieren Sie."),
    ("Wir haben das zu gewährleisten.", "Wir haben das sicherzustellen."),
    ("Hinweis: Sofern Sie umziehen, melden Sie das.", "Hinweis: Wenn Sie umziehen, melden Sie das."),
    ("Die Gebühr wurde bereits entrichtet.", "Die Gebühr wurde bereits gezahlt."),
    ("Der Bescheid beinhaltet eine Frist.", "Der Bescheid enthält eine Frist."),
    ("Wer die Steuer entrichtet, erhält eine Quittung.", "Wer die Steuer zahlt, erhält eine Quittung."),
    ("G. Erforderliche Anlagen", "G. Nötige Anlagen"),
    ("Gemäß § 5 zahlen Sie weniger.", "Nach § 5 zahlen Sie weniger."),
    ("Im nachfolgenden Feld steht der Name.", "Im folgenden Feld steht der Name."),
    ("Sie lösen das Los unter Vorlage dieses Scheins ein.", "Sie lösen das Los mit diesem Schein ein."),
    ("Das gilt auch in den Fällen, in denen Sie umziehen.", "Das gilt auch, wenn Sie umziehen."),
    ("Wir sparen zum Zwecke der schnellen Hilfe.", "Wir sparen für die schnelle Hilfe."),
    ("Dabei ist nach Maßgabe der Satzung zu zahlen.", "Dabei ist nach der Satzung zu zahlen."),
    ("Wir nehmen die Förderung in Anspruch.", "Wir nutzen die Förderung."),
]
LEFT_ALONE = [
    ("Sofern das Gericht nicht untersagt, den Betrag zu zahlen.", "untersagt"),
    ("Entrichten Sie das umgehend.", "umgehend"),
]


def check(checker: Checker, text: str) -> list[tuple[str, list[str | None]]]:
    document = Document(media_type="text/plain", sha256="", blocks=(Block(id="b", role="paragraph", text=text),))
    rules = frozenset({"jargon", "light-verb", "abbreviation", "filler"})
    report = checker.check(document, Options(language="de", rules=rules))
    return [(finding.quote, [cure.result for cure in finding.suggestions]) for finding in report.findings]


@pytest.mark.parametrize(("text", "result"), EXCHANGED)
def test_the_plain_word_takes_the_form_of_the_other(checker: Checker, text: str, result: str) -> None:
    assert [result] in [results for _, results in check(checker, text)]


@pytest.mark.parametrize(("text", "word"), LEFT_ALONE)
def test_nothing_where_the_form_is_not_certain(checker: Checker, text: str, word: str) -> None:
    assert all(results == [] for quote, results in check(checker, text) if quote == word)


@pytest.mark.parametrize(
    ("determiner", "cells"),
    [
        ("des", {("gen", "m"), ("gen", "n")}),
        ("zur", {("dat", "f")}),
        ("dieser", {("nom", "m"), ("dat", "f"), ("gen", "f"), ("gen", "pl")}),
        ("keinen", {("acc", "m"), ("dat", "pl")}),
        ("etwas", set()),
    ],
)
def test_what_a_determiner_can_be(determiner: str, cells: set[tuple[str, str]]) -> None:
    assert cells_of(determiner) == cells


@pytest.mark.parametrize(
    ("determiner", "case", "place", "form"),
    [
        ("das", "acc", "m", "den"),
        ("Ihr", "acc", "m", "ihren"),
        ("keine", "nom", "n", "kein"),
        ("zur", "dat", "m", "zum"),
        ("ein", "nom", "pl", None),
    ],
)
def test_the_same_determiner_for_another_gender(determiner: str, case: str, place: str, form: str | None) -> None:
    assert determiner_for(determiner, case, place) == form


@pytest.mark.parametrize(
    ("word", "pos", "forms", "cell", "text"),
    [
        ("Antrag", "noun", "m Antrags Anträge", "dat.pl", "Anträgen"),
        ("Zeuge", "noun", "m Zeugen Zeugen", "acc.sg.m", "Zeugen"),
        ("Foto", "noun", "n Fotos Fotos", "dat.pl", "Fotos"),
        ("einreichen", "verb", None, "zu", "einzureichen"),
        ("einreichen", "verb", None, "present.3.final", "einreicht"),
        ("widersprechen", "verb", None, "present.3", "widerspricht"),
        ("nötig", "adjective", None, "ending.en", "nötigen"),
    ],
)
def test_paradigms(word: str, pos: str, forms: str | None, cell: str, text: str) -> None:
    assert text in {form.text for form in paradigm(word, pos, forms) if form.cell == cell}
