"""Runs without a space that are too long for a word: parsed in pieces, quickly, with every character in its place."""

from __future__ import annotations

import time

import pytest

from app.checker import Checker


@pytest.mark.parametrize("run", ["(" * 20_000, "1." * 10_000, "-" * 20_000, "a)" * 9_000, "ä" * 300])
def test_endless_words_cost_little_and_lose_nothing(checker: Checker, run: str) -> None:
    text = f"Bitte lesen Sie:  {run} Danach unterschreiben Sie."
    german = checker.language("de")
    began = time.process_time()
    with german.session():
        parsed = german.parse_text(text).text
    assert time.process_time() - began < 3
    assert parsed == text[: len(parsed)]
    assert len(parsed) == min(len(text), 20_000)
