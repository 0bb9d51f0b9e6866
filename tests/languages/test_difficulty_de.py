"""How hard German words are: rare, long and foreign words are harder than those everybody uses."""

from __future__ import annotations

import pytest

from app.languages.difficulty_de import difficulty


@pytest.mark.parametrize(
    ("easy", "hard"),
    [("Haus", "Immatrikulation"), ("Antrag", "Einfriedung"), ("groß", "subsidiär"), ("Straße", "Zerrüttung")],
)
def test_rare_words_are_harder_than_everyday_words(easy: str, hard: str) -> None:
    assert difficulty(easy).value < 0.5 < difficulty(hard).value


def test_a_form_is_as_frequent_as_the_word_it_belongs_to() -> None:
    assert difficulty("Häuser").lemma >= difficulty("Haus").zipf


def test_sharp_s_is_found_in_the_table() -> None:
    assert difficulty("regelmäßig").zipf > 4


def test_a_compound_is_as_rare_as_its_rarest_part() -> None:
    found = difficulty("Grundstücksverkehrsgenehmigung")
    assert found.depth == 2
    assert found.part <= difficulty("Genehmigung").lemma


def test_an_unknown_word_is_hard_and_short_ones_do_not_fail() -> None:
    assert difficulty("Xylquarbnerei").value > 0.8
    assert 0 <= difficulty("-").value <= 1
