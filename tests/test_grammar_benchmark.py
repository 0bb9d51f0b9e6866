"""The benchmark of grammar asks a server that speaks the protocol of LanguageTool, as far as it is needed."""

from __future__ import annotations

import http.server
import json
import os
import re
import sys
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from benchmarks.grammar import main

ROOT = Path(__file__).resolve().parent.parent
RULES = (
    ("die Antrag", "DE_AGREEMENT", "GRAMMAR"),
    ("die Bescheid", "DE_AGREEMENT", "GRAMMAR"),
    ("a application", "EN_A_VS_AN", "MISC"),
    ("der der", "GERMAN_WORD_REPEAT_RULE", "REDUNDANCY"),
    ("Formulahr", "GERMAN_SPELLER_RULE", "TYPOS"),
    ("Bescheinigun", "GERMAN_SPELLER_RULE", "TYPOS"),
    ("dass kommt", "KOMMA_DASS", "HILFESTELLUNG_KOMMASETZUNG"),
    ("total", "UMGANGSSPRACHE", "COLLOQUIALISMS"),
    ("  ", "WHITESPACE_RULE", "TYPOGRAPHY"),
    ("bereits schon", "PLEONASMUS", "REDUNDANCY"),
    ("möglichst", "STIL", "STYLE"),
)


def units(text: str) -> int:
    """Length in UTF-16 code units, in which LanguageTool counts."""
    return len(text.encode("utf-16-le")) // 2


def matches(text: str) -> Iterator[dict[str, Any]]:
    """What the rules above find."""
    for words, rule, category in RULES:
        for found in re.finditer(rf"(?<!\w){words}(?!\w)", text):
            about = {"id": rule, "issueType": "uncategorized", "category": {"id": category, "name": category}}
            place = {"offset": units(text[: found.start()]), "length": units(words)}
            yield {"message": f"Bitte prüfen: {rule}", **place, "rule": about}


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers ``/v2/healthcheck`` and ``/v2/check``."""

    server: Server

    def do_GET(self) -> None:
        self.answer(b"OK" if self.path == "/v2/healthcheck" else b"", 200 if self.path == "/v2/healthcheck" else 404)

    def do_POST(self) -> None:
        given = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        if self.path != "/v2/check" or set(given) != {"language", "text"}:
            self.answer(b"Error: missing parameter", 400)
            return
        self.server.languages.add(given["language"][0])
        found = list(matches(given["text"][0]))
        partly = "abgebrochen" in given["text"][0]
        self.answer(json.dumps({"warnings": {"incompleteResults": partly}, "matches": found}).encode(), 200)

    def answer(self, body: bytes, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Says nothing."""


class Server(http.server.ThreadingHTTPServer):
    """Remembers the languages that it was asked for."""

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.languages: set[str] = set()


@dataclass(frozen=True)
class Bench:
    """Runs the benchmark on rewrites with a server, and says how it ended and what it printed."""

    folder: Path
    server: Server
    capture: pytest.CaptureFixture[str]

    def run(self, rewrites: Iterable[tuple[str, str, str]], *options: str) -> tuple[int, str]:
        lines = [
            json.dumps({"id": number, "before": before, "after": after, "safety": safety, "rule": "jargon"})
            for number, (before, after, safety) in enumerate(rewrites, 1)
        ]
        return self.run_text("\n".join(lines), *options)

    def run_text(self, sheet: str, *options: str) -> tuple[int, str]:
        path = self.folder / "sheet.jsonl"
        path.write_text(sheet, encoding="utf-8")
        place = options or ("--server", f"http://127.0.0.1:{self.server.server_port}")
        try:
            code: object = main([str(path), *place])
        except SystemExit as end:
            code = end.code
        assert isinstance(code, int)
        return code, "".join(self.capture.readouterr())


@pytest.fixture
def bench(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Bench]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield Bench(tmp_path, server, capsys)
        server.shutdown()
        thread.join()


GOOD = ("Der Antrag ist einzureichen.", "Reichen Sie den Antrag ein.", "review")
BAD = ("Der Antrag ist einzureichen.", "Reichen Sie die Antrag ein.", "review")


def test_a_new_fault_is_printed_with_both_texts(bench: Bench) -> None:
    code, printed = bench.run([GOOD, BAD])
    assert code == 1
    assert "2  review  DE_AGREEMENT  “die Antrag”  Bitte prüfen: DE_AGREEMENT" in printed
    assert f"before: {BAD[0]}" in printed
    assert f"after:  {BAD[1]}" in printed
    assert GOOD[1] not in printed
    assert "review    1 of    2 rewrites with a new match  50.0%" in printed


@pytest.mark.parametrize(
    ("before", "after", "new"),
    [
        ("Sie können die Antrag stellen.", "Stellen Sie die Antrag.", 0),
        ("Sie können die Antrag stellen.", "Stellen Sie die Antrag, die Antrag.", 1),
        ("Dies ist der Antrag.", "Das ist der der Antrag.", 1),
        ("Wir sehen sein Kommen.", "Wir sehen, dass kommt er.", 1),
        ("Das Blatt liegt bei.", "Das Formulahr liegt bei.", 1),
        ("Das Blatt liegt bei.", "Das möglichst total  leere Blatt ist bereits schon dabei.", 0),
        ("Das Formulahr liegt bei.", "Das Formulahr und noch ein Formulahr liegen bei.", 0),
        ("Die Bescheinigung liegt bei.", "Die Bescheinigun liegt bei.", 1),
    ],
)
def test_counts_new_matches_of_grammar_only(bench: Bench, before: str, after: str, new: int) -> None:
    code, printed = bench.run([(before, after, "safe")])
    assert f"safe      {new} of    1 rewrites" in printed
    assert code == new


def test_prints_the_new_one_of_two_matches_of_a_rule(bench: Bench) -> None:
    _, printed = bench.run([("Hier steht die Antrag.", "Hier steht die Antrag, und die Bescheid.", "review")])
    assert "“die Bescheid”" in printed
    assert "“die Antrag”" not in printed
    _, printed = bench.run([("Hier steht die Antrag.", "Hier steht die Bescheid, und die Antrag.", "review")])
    assert "“die Bescheid”" in printed
    assert "“die Antrag”" not in printed


@pytest.mark.parametrize(
    ("rewrites", "code"),
    [
        ([GOOD] * 99 + [BAD], 0),
        ([GOOD] * 98 + [BAD], 1),
        ([GOOD] * 100 + [BAD] * 2, 1),
        ([GOOD] * 150 + [(*BAD[:2], "safe")], 1),
        ([(*GOOD[:2], "safe")], 0),
    ],
)
def test_one_in_a_hundred_to_review_is_allowed_and_none_that_is_safe(
    bench: Bench, rewrites: list[tuple[str, str, str]], code: int
) -> None:
    assert bench.run(rewrites)[0] == code


def test_places_are_counted_as_the_server_counts_them(bench: Bench) -> None:
    assert "“die Antrag”" in bench.run([("Der Antrag 🙂.", "🙂🙂 die Antrag.", "review")])[1]


def test_english_texts_are_checked_as_british_english(bench: Bench) -> None:
    address = f"http://localhost:{bench.server.server_port}"
    code, printed = bench.run([("It is one.", "It is a application.", "safe")], "--language", "en", "--server", address)
    assert code == 1
    assert "EN_A_VS_AN" in printed
    assert bench.server.languages == {"en-GB"}


def test_german_is_the_language_unless_told(bench: Bench) -> None:
    bench.run([GOOD])
    assert bench.server.languages == {"de-DE"}


def test_an_answer_about_part_of_a_text_is_no_answer(bench: Bench) -> None:
    code, printed = bench.run([("Gut.", "Hier wird abgebrochen.", "safe")])
    assert code == 2
    assert "did not check the whole text" in printed


@pytest.mark.parametrize(
    "address", ["http://192.0.2.7:8081", "https://127.0.0.1:8081", "http://example.org", "nonsense"]
)
def test_texts_do_not_leave_the_machine(bench: Bench, address: str) -> None:
    code, printed = bench.run([GOOD], "--server", address)
    assert code == 2
    assert "of this machine" in printed


def test_says_that_no_server_answers(bench: Bench) -> None:
    with Server() as other:
        port = other.server_port
    code, printed = bench.run([GOOD], "--server", f"http://127.0.0.1:{port}")
    assert code == 2
    assert "LanguageTool: " in printed


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        ("", "the sheet is empty"),
        ('{"id": 1, "before": "Geheimes", "after": "Geheimes", "safety": "idea"}', "line 1: Input should be 'safe'"),
        ('{"id": 1, "before": "Geheimes", "after": "", "safety": "safe"}', "line 1: String should have at least"),
        ("Geheimes", "line 1: Invalid JSON"),
    ],
)
def test_a_sheet_that_cannot_be_read_is_named_without_its_text(bench: Bench, sheet: str, said: str) -> None:
    code, printed = bench.run_text(sheet)
    assert code == 2
    assert said in printed
    assert "Geheimes" not in printed


def with_java(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Puts a program named ``java`` in front of all others."""
    program = folder / "java"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def test_starts_the_server_from_a_folder_and_stops_it(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = bench.folder
    with_java(folder, monkeypatch, f'echo $$ "$@" > "{folder}/called"\nexec "{sys.executable}" "{__file__}" "$@"')
    code, printed = bench.run([GOOD, BAD], "--jars", str(folder))
    assert code == 1
    assert "DE_AGREEMENT" in printed
    process, *words = (folder / "called").read_text().split()
    assert words[:4] == ["-cp", f"{folder}/*", "org.languagetool.server.HTTPServer", "--port"]
    with pytest.raises(ProcessLookupError):
        os.kill(int(process), 0)
    assert not bench.server.languages


def test_says_that_the_server_did_not_start(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    with_java(bench.folder, monkeypatch, "exit 3")
    code, printed = bench.run([GOOD], "--jars", str(bench.folder))
    assert code == 2
    assert "java ended with 3" in printed


if __name__ == "__main__":  # stands where java would, with the arguments of LanguageTool's server
    with Server(int(sys.argv[sys.argv.index("--port") + 1])) as far_side:
        far_side.serve_forever()
