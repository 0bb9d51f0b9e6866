"""The command line as people type it: output, exit codes, and what it says when something is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app import __version__
from app.cli import main
from app.cli.text import Style, clean, report_text
from app.model import Report

ROOT = Path(__file__).resolve().parent.parent

LETTER = """Sehr geehrte Damen und Herren,

der Antrag auf Zuteilung eines Stellplatzes wird von der Stadtverwaltung Lindenbach an der Queich geprüft. Die
erforderlichen Unterlagen sind bis zum 31. März 2026 einzureichen.
"""


@pytest.fixture(autouse=True)
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may live in another language."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "brief.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def in_the_folder(letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The letter is brief.txt here."""
    monkeypatch.chdir(letter.parent)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report of the letter, as ``--format json`` gives it."""
    folder = tmp_path_factory.mktemp("report")
    (folder / "brief.txt").write_text(LETTER, encoding="utf-8")
    out = folder / "out.json"
    assert main(["check", str(folder / "brief.txt"), "--format", "json", "-o", str(out)]) == 0
    return Report.model_validate_json(out.read_text(encoding="utf-8"))


def test_without_arguments_it_helps(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Aufruf: formklar")
    assert all(command in out for command in ("check", "rules", "explain", "serve"))


@pytest.mark.parametrize("command", ["check", "rules", "explain", "serve"])
def test_every_command_has_its_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"Aufruf: formklar {command}")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"formklar {__version__}\n"


def test_json_is_a_report(report: Report) -> None:
    assert report.document.name == "brief.txt"
    assert {"passive-voice", "modal-infinitive"} <= {finding.rule for finding in report.findings}


def test_text_shows_scores_places_and_a_count(report: Report) -> None:
    text = report_text(report, name="brief.txt", style=Style())
    assert text.startswith("brief.txt\nDeutsch\n")
    assert "Flesch-Amstad" in text
    assert "Wiener Sachtextformel 1" in text
    assert "\nAm Anfang\n" in text  # a letter without pages and without a heading
    assert "[wird von der Stadtverwaltung Lindenbach an der Queich\n" in text
    assert "Regel: passive-voice" in text
    assert f"{len(report.findings)} Stellen: " in text
    assert max(map(len, text.splitlines())) <= 100
    assert "\x1b" not in text


def test_text_in_english(report: Report) -> None:
    text = report_text(report, name="brief.txt", style=Style(speech="en"))
    assert "Scores" in text
    assert "rule: passive-voice" in text
    assert "Regel:" not in text


def test_text_shows_what_to_write_instead(report: Report) -> None:
    cured = [finding for finding in report.findings if finding.suggestions]
    assert cured, "no suggestion in the letter"
    shown = report_text(report, name="brief.txt", style=Style(width=1000)).splitlines()
    before = [line.split(":", 1)[1].strip(" …") for line in shown if line.startswith("    Vorher:")]
    after = [line.split(":", 1)[1].strip(" …") for line in shown if line.startswith("    Nachher:")]
    suggestions = [suggestion for finding in cured for suggestion in finding.suggestions]
    assert len(before) == len(after) == len(suggestions)
    text = " ".join(" ".join(block.text.split()) for block in report.document.blocks)
    for old, new, suggestion in zip(before, after, suggestions, strict=True):
        words, _, safety = new.rpartition("  (")
        assert safety == {"safe": "sicher)", "review": "bitte ansehen)"}[suggestion.safety]
        assert old in text
        assert words.strip(" …") in " ".join((suggestion.result or "").split())
        begins_anew = any(edit.text.lower().startswith(words.split()[0].lower()) for edit in suggestion.edits)
        assert begins_anew or old.split()[0] == words.split()[0]  # both begin at the same place, to be compared


def test_a_comment_in_a_page_switches_a_rule_off(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "antrag.html"
    page.write_text(
        "<p>Ihr Antrag wird geprüft.</p>\n<!-- formklar: ignore passive-voice, jagon -->\n<p>Er wird bewilligt.</p>",
        encoding="utf-8",
    )
    assert main(["check", str(page)]) == 0
    shown = capsys.readouterr().out
    assert "Ihr Antrag [wird geprüft]." in shown
    assert "bewilligt" not in shown
    assert "! In einem Kommentar stehen Regeln, die es nicht gibt: jagon." in shown


def test_colours_mark_the_words_on_a_terminal(report: Report) -> None:
    text = report_text(report, name="brief.txt", style=Style(colour=True))
    assert "\x1b[1;4merforderlichen\x1b[0m" in text
    assert "[sind" not in text.replace("\x1b[", "")


def test_a_form_cannot_steer_the_terminal() -> None:
    assert clean("Name\x1b[2J\x07\r\nVorname\u202e") == "Name [2J   Vorname "


def test_exit_code_follows_fail_on(letter: Path, report: Report) -> None:
    assert {finding.severity for finding in report.findings} == {"warning"}  # and it ended with 0, see the fixture
    assert main(["check", str(letter), "--fail-on", "warning", "--rules", "passive-voice"]) == 1


def test_many_files_one_of_them_missing(letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    photo = tmp_path / "antrag.pdf"
    photo.write_bytes(bytes.fromhex("ffd8ffe000104a464946") + bytes(500))
    names = [str(tmp_path / "fehlt.pdf"), str(letter), str(tmp_path), str(photo)]
    assert main(["check", *names, "--format", "json", "--no-suggestions"]) == 2
    out, err = capsys.readouterr()
    (line,) = out.splitlines()
    assert json.loads(line)["document"]["name"] == "brief.txt"
    assert not any(finding["suggestions"] for finding in json.loads(line)["findings"])
    complaints = err.splitlines()
    assert [line.split(": ")[1] for line in complaints] == [names[0], names[2], names[3]]
    assert "gibt es nicht" in complaints[0]
    assert "Ordner" in complaints[1]


def test_standard_input_and_a_pipe(letter: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app.cli", "check", "-", "--language", "de"],
        cwd=ROOT,
        input=LETTER.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == b""  # no progress: nobody is at a terminal
    text = done.stdout.decode()
    assert text.startswith("Standardeingabe\n")
    assert "Regel: passive-voice" in text


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["check", "brief.txt", "--format", "html"], 2, "HTML gibt es noch nicht"),
        (["check", "brief.txt", "--format", "pdf"], 2, "PDF gibt es noch nicht"),
        (["check", "brief.txt", "--rules", "no-such-rule"], 2, "Diese Regel gibt es nicht"),
        (["check", "brief.txt", "--language", "fr"], 2, "Sprache"),
        (["explain", "no-such-rule"], 2, "Diese Regel gibt es nicht"),
        (["explain", "passive-voice", "--language", "fr"], 2, "--language: möglich sind de, en."),
        (["check"], 2, "Es fehlt: DATEI."),
        (["check", "brief.txt", "--profile", "streng"], 2, "--profile: möglich sind plain, easy."),
        (["check", "brief.txt", "--colour"], 2, "Diese Angabe gibt es nicht: --colour."),
        (["check", "brief.txt", "--output"], 2, "Hier fehlt ein Wert."),
        (["check", "brief.txt", "-o", "no/such/folder/out.txt"], 2, "nicht schreiben"),
        (["audit", "x"], 2, "möglich sind check, rules, explain, serve."),
        (["serve", "--port", "achtzig"], 2, "Hier muss eine ganze Zahl stehen."),
        (["serve", "--port", "80000"], 3, "FORMKLAR_PORT"),
        (["serve", "--workers", "0"], 3, "FORMKLAR_WORKERS"),
        (["serve", "--host", "no.such.host.invalid"], 3, "Diese Adresse ist belegt oder nicht erlaubt"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_it_says_when_something_is_wrong(
    arguments: list[str], code: int, said: str, in_the_folder: None, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        ended: object = main(arguments)
    except SystemExit as error:
        ended = error.code
    err = capsys.readouterr().err
    assert (ended, said in err) == (code, True), err
    assert err.startswith("formklar: ")
    assert len(err.splitlines()) == 1


def test_messages_in_english(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert main(["explain", "no-such-rule"]) == 2
    assert "There is no such rule" in capsys.readouterr().err
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("Usage: formklar")


def test_wrong_settings(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("FORMKLAR_COLOUR", "red")
    assert main(["rules"]) == 3
    assert "FORMKLAR_COLOUR" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["de", "en"])
def test_rules_and_explain(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--language", language]) == 0
    ids = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert "passive-voice" in ids
    assert ids == sorted(ids)
    assert main(["explain", "passive-voice", "--language", language]) == 0
    out = capsys.readouterr().out
    for heading in ("Warum?", "Ausnahmen", "Beispiele", "Quellen"):
        assert f"\n{heading}\n" in out


def test_explain_finds_a_rule_that_only_english_has(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "noun-string"]) == 0
    assert "(noun-string)" in capsys.readouterr().out


def test_help_is_there_at_once() -> None:
    seconds = []
    for _ in range(3):
        began = time.monotonic()
        subprocess.run([sys.executable, "-c", "import app.cli"], cwd=ROOT, check=True)
        seconds.append(time.monotonic() - began)
    bare = time.monotonic()
    subprocess.run([sys.executable, "-c", "import argparse"], cwd=ROOT, check=True)
    assert min(seconds) < 0.15 + (time.monotonic() - bare)


def test_importing_it_loads_neither_models_nor_web() -> None:
    heavy = ("spacy", "fastapi", "pydantic", "uvicorn", "yaml")
    code = f"import app.cli, sys; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_closed_pipe_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "app.cli", "rules"], cwd=ROOT, stdout=closed, stderr=subprocess.PIPE, check=False
        )
    assert done.stderr == b""


def test_the_answer_is_never_written_over_the_source(tmp_path: Path) -> None:
    source = tmp_path / "brief.txt"
    source.write_text("Der Antrag wird geprüft.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "app.cli", "check", str(source), "-o", str(source)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert source.read_text(encoding="utf-8") == "Der Antrag wird geprüft."
