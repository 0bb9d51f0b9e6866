"""Samples in plain language get no suggestion at all; safe edits on the others keep each amount, date and reference."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app import reading
from app.checker import Checker, Options
from app.fidelity import losses
from app.model import Report
from app.settings import Settings

FOLDER = Path(__file__).parent.parent / "sample_forms"
PLAIN = ("de/bibliothek.pdf", "de/bibliothek-flat.docx", "de/sperrmuell.pdf", "en/library_card.pdf")
_VALUES = re.compile(r"\d[\d.,:/]*|§+|Art\.|€|Euro|£")


def report(checker: Checker, settings: Settings, name: str) -> Report:
    path = FOLDER / name
    document = reading.read(path.read_bytes(), name=path.name, settings=settings)
    return checker.check(document, Options(language=name[:2]))


@pytest.mark.parametrize("name", PLAIN)
def test_plain_language_is_left_alone(checker: Checker, settings: Settings, name: str) -> None:
    made = report(checker, settings, name)
    assert made.document.blocks
    assert not [cure for finding in made.findings for cure in finding.suggestions]
    assert not made.rewrite.sentences


HARD = sorted(
    str(path.relative_to(FOLDER)) for path in FOLDER.glob("??/*.pdf") if str(path.relative_to(FOLDER)) not in PLAIN
)


@pytest.mark.parametrize("name", HARD)
def test_safe_edits_keep_every_value(checker: Checker, settings: Settings, name: str) -> None:
    made = report(checker, settings, name)
    texts = {block.id: block.text for block in made.document.blocks}
    for block in made.rewrite.blocks:
        assert sorted(_VALUES.findall(block.text)) == sorted(_VALUES.findall(texts[block.id]))


@pytest.mark.parametrize("name", HARD)
def test_safe_edits_make_each_form_easier(checker: Checker, settings: Settings, name: str) -> None:
    made = report(checker, settings, name)
    assert made.rewrite.applied > 0
    assert made.rewrite.level is not None
    assert made.level.index is not None
    assert made.rewrite.level.index >= made.level.index
    for block in made.rewrite.blocks:
        assert losses(made.document.block(block.id).text, block.text, name[:2]) == ()
