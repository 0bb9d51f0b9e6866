"""The grammar facts on administrative sentences marked by hand, through the real pipeline: how much must be right."""

from __future__ import annotations

import pytest

from app import languages
from app.settings import Settings
from benchmarks.administrative import FACTS, Result, marked, results


@pytest.fixture(scope="module")
def found(settings: Settings) -> list[Result]:
    return results(languages.load("de", settings), marked())


def test_there_are_enough_sentences_and_half_of_them_are_traps() -> None:
    sentences = marked()
    assert len(sentences) >= 60
    assert sum(sentence.trap for sentence in sentences) * 2 >= len(sentences)


@pytest.mark.parametrize("fact", FACTS)
def test_nine_of_ten_sentences_are_right(found: list[Result], fact: str) -> None:
    wrong = [result.sentence.text for result in found if not result.right(fact)]
    assert len(wrong) * 10 <= len(found), wrong


@pytest.mark.parametrize("fact", FACTS)
def test_six_of_seven_traps_are_right(found: list[Result], fact: str) -> None:
    traps = [result for result in found if result.sentence.trap]
    wrong = [result.sentence.text for result in traps if not result.right(fact)]
    assert len(wrong) * 7 <= len(traps), wrong
