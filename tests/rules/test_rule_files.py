"""A wrong rule file is refused with file, line and column; nothing is silently ignored."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import rules
from app.errors import RuleFileError, UnknownRule

RULE = """\
title: Passiv
category: sentence
severity: warning
provenance: house
applies_to: [paragraph]
detector: passive
settings: {}
message: "„{verbs}“ ist Passiv."
why: Wer handelt, soll dastehen.
sources: [house]
examples:
  - bad: "Der Antrag [[wird geprüft]]."
  - bad: "Die Frist [[wird verlängert]]."
  - good: "Wir prüfen den Antrag."
  - good: "Wann werden Sie Mutter?"
    note: Vollverb.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "de" / "lists").mkdir(parents=True)
    (tmp_path / "sources.yaml").write_text("house: {title: Haus, publisher: Wir, read: verified}\n", encoding="utf-8")
    (tmp_path / "de" / "passive-voice.yaml").write_text(RULE, encoding="utf-8")
    return tmp_path


def test_a_good_folder_loads(folder: Path) -> None:
    book = rules.load([folder])
    rule = book.rule("de", "passive-voice")
    assert rule.severity == {"plain": "warning", "easy": "warning"}
    assert rule.file.examples[0].marks == ((0, 11, 23),)
    with pytest.raises(UnknownRule):
        book.rule("en", "passive-voice")


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        ("provenance: house", "provenance: hearsay", ":4:13", "provenance"),
        ("why: Wer", "wy: Wer", ":9:5", "wy"),
        ("title: Passiv", "title: Passiv\ntitle: Nochmal", ":2:1", "zweimal"),
        ("severity: warning", "severity: no", ":3:11", "mehrdeutig"),
        ("severity: warning", "severity: [warning", "", "YAML"),
        ("detector: passive", "detector: telepathy", "", "telepathy"),
        ("settings: {}", "settings: {loud: true}", "", "loud"),
        ("{verbs}", "{wer}", "", "wer"),
        ("sources: [house]", "sources: [hearsay]", "", "hearsay"),
        ("sources: [house]", "sources: []", "", "Quelle"),
        ('  - bad: "Die Frist [[wird verlängert]]."\n', "", "", "zwei schlechte"),
        ('"Die Frist [[wird verlängert]]."', '"Die Frist wird verlängert."', "", "Beispiel 2"),
        ("settings: {}", "settings: {lists: [nowhere]}", "", "nowhere"),
    ],
)
def test_a_wrong_rule_names_the_place(folder: Path, old: str, new: str, place: str, problem: str) -> None:
    path = folder / "de" / "passive-voice.yaml"
    path.write_text(RULE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        rules.load([folder])
    assert f"passive-voice.yaml{place}" in caught.value.detail("de")
    assert problem in caught.value.detail("de")


@pytest.mark.parametrize("name", ["de/notes.txt", "stray.yaml", "de/lists/words.csv", "de/deep/down/rule.yaml"])
def test_a_file_that_is_nothing_is_an_error(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("x", encoding="utf-8")
    with pytest.raises(RuleFileError, match="weder Regel noch Liste"):
        rules.load([folder])


def test_the_version_changes_with_every_byte(folder: Path) -> None:
    before = rules.load([folder]).version
    (folder / "sources.yaml").write_text("house: {title: Haus2, publisher: Wir, read: verified}\n", encoding="utf-8")
    assert rules.load([folder]).version != before
