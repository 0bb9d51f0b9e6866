"""The arguments of the command line and what is said about them, in German or English."""

from __future__ import annotations

import argparse
import functools
import os
import re
import sys
from typing import Any, NoReturn

from app import __version__

BAD_INPUT = 2
GRAVITY = {"error": 3, "warning": 2, "hint": 1}

TEXTS: dict[str, dict[str, str]] = {
    "de": {
        "command": "BEFEHL",
        "FILE": "DATEI",
        "RULE": "REGEL",
        "RULES": "REGELN",
        "LANGUAGE": "SPRACHE",
        "OUT": "ZIEL",
        "about": "Macht Formulare der Verwaltung verständlich: findet schwierige Stellen und schlägt bessere vor.",
        "check": "prüft Dateien (PDF, Word, HTML, Text) oder Text von der Standardeingabe",
        "rules": "zeigt alle Regeln",
        "explain": "erklärt eine Regel",
        "serve": "startet den Dienst",
        "help": "zeigt diese Hilfe",
        "version": "zeigt die Version",
        "file": "Datei; „-“ liest die Standardeingabe",
        "language": "Sprache: de oder en (sonst wird sie erkannt)",
        "rule-language": "Sprache der Regeln: de oder en",
        "profile": "wie streng: plain (bürgernah, Voreinstellung) oder easy (Einfache Sprache)",
        "format": "Ausgabe: text (Voreinstellung) oder json (eine Zeile für jede Datei)",
        "output": "Ausgabe in diese Datei schreiben",
        "fail-on": "ab welcher Wertung das Ende 1 ist: error (Voreinstellung), warning oder hint",
        "only": "nur diese Regeln, mit Komma getrennt",
        "ignore": "diese Regeln nicht, mit Komma getrennt",
        "no-suggestions": "keine Vorschläge",
        "rule": "Name der Regel, zum Beispiel passive-voice",
        "host": "Adresse (Voreinstellung: 127.0.0.1)",
        "port": "Port (Voreinstellung: 8000)",
        "workers": "Zahl der Prozesse, die prüfen",
        "usage": "Aufruf: ",
        "commands": "Befehle",
        "arguments": "Angaben",
        "see": "Hilfe: {program} --help",
        "missing": "Es fehlt: {names}.",
        "unknown": "Diese Angabe gibt es nicht: {names}.",
        "choice": "{name}: möglich sind {choices}.",
        "value": "{name}: Hier muss eine ganze Zahl stehen.",
        "no-value": "{name}: Hier fehlt ein Wert.",
        "wrong": "Dieser Aufruf ist nicht möglich.",
        "later": "Die Ausgabe als {format} gibt es noch nicht. Möglich sind: text, json.",
        "no-file": "Diese Datei gibt es nicht.",
        "folder": "Das ist ein Ordner. Nennen Sie die Dateien darin.",
        "no-read": "Diese Datei dürfen oder können wir nicht lesen.",
        "no-write": "In diese Datei können wir nicht schreiben.",
        "internal": "Das ist ein Fehler in Formklar. Bitte melden Sie ihn mit dieser Angabe: {place}",
        "serving": "Formklar startet: {address} (beenden mit Strg+C)",
        "ends": "Ende: 0 alles gut, 1 Stellen ab der Wertung in --fail-on, 2 Datei oder Aufruf nicht brauchbar, "
        "3 Regeln oder Einstellungen falsch, 4 überlastet, 70 Fehler in Formklar.",
        "checking": "Prüfe {number} von {total} …",
        "stdin": "Standardeingabe",
    },
    "en": {
        "command": "COMMAND",
        "FILE": "FILE",
        "RULE": "RULE",
        "RULES": "RULES",
        "LANGUAGE": "LANGUAGE",
        "OUT": "OUT",
        "about": "Makes administrative forms understandable: finds difficult places and suggests better ones.",
        "check": "check files (PDF, Word, HTML, text) or text from standard input",
        "rules": "show all rules",
        "explain": "explain a rule",
        "serve": "start the service",
        "help": "show this help",
        "version": "show the version",
        "file": 'file; "-" reads standard input',
        "language": "language: de or en (recognised when absent)",
        "rule-language": "language of the rules: de or en",
        "profile": "how strict: plain (the default) or easy (Einfache Sprache)",
        "format": "output: text (the default) or json (one line for each file)",
        "output": "write the output to this file",
        "fail-on": "from which severity on the exit code is 1: error (the default), warning or hint",
        "only": "only these rules, separated by commas",
        "ignore": "not these rules, separated by commas",
        "no-suggestions": "no suggestions",
        "rule": "name of the rule, for example passive-voice",
        "host": "address (default: 127.0.0.1)",
        "port": "port (default: 8000)",
        "workers": "number of processes that check",
        "usage": "Usage: ",
        "commands": "Commands",
        "arguments": "Arguments",
        "see": "Help: {program} --help",
        "missing": "Missing: {names}.",
        "unknown": "There is no such argument: {names}.",
        "choice": "{name}: possible are {choices}.",
        "value": "{name}: this must be a whole number.",
        "no-value": "{name}: a value is missing.",
        "wrong": "This call is not possible.",
        "later": "Output as {format} is not there yet. Possible are: text, json.",
        "no-file": "There is no such file.",
        "folder": "This is a folder. Name the files in it.",
        "no-read": "We may not or cannot read this file.",
        "no-write": "We cannot write to this file.",
        "internal": "This is an error in Formklar. Please report it with this: {place}",
        "serving": "Formklar is starting: {address} (stop with Ctrl+C)",
        "ends": "Exit: 0 all is well, 1 findings from the severity in --fail-on on, 2 bad file or call, "
        "3 bad rules or settings, 4 overloaded, 70 an error in Formklar.",
        "checking": "Checking {number} of {total} …",
        "stdin": "standard input",
    },
}


def speech_of_environment() -> str:
    """German, unless the environment says English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "en" if value.lower().startswith("en") else "de"
    return "de"


def complain(text: str) -> None:
    """Says it where errors go."""
    sys.stderr.write(f"formklar: {text}\n")


class _Parser(argparse.ArgumentParser):
    """argparse with messages in our words. (A subclass because argparse offers no other way.)"""

    def __init__(self, *args: Any, speech: str = "de", **kwargs: Any) -> None:
        self.speech = speech
        super().__init__(*args, **kwargs)

    def error(self, message: str) -> NoReturn:
        """Says in a sentence what is wrong and ends with 2."""
        texts = TEXTS[self.speech]
        complain(f"{_own_words(message, texts)} {texts['see'].format(program=self.prog)}")
        sys.exit(BAD_INPUT)


def _own_words(message: str, texts: dict[str, str]) -> str:
    if match := re.search(r"arguments are required: (.+)", message):
        return texts["missing"].format(names=match[1])
    if match := re.search(r"unrecognized arguments: (.+)", message):
        return texts["unknown"].format(names=match[1])
    if match := re.search(r"argument ([^:]+): invalid choice: .* \(choose from (.+)\)", message):
        return texts["choice"].format(name=match[1], choices=match[2].replace("'", ""))
    if match := re.search(r"argument ([^:]+): invalid int value", message):
        return texts["value"].format(name=match[1])
    if match := re.search(r"argument ([^:]+): expected", message):
        return texts["no-value"].format(name=match[1])
    return texts["wrong"]


def parser(speech: str) -> argparse.ArgumentParser:
    """The parser of the whole command line; it ends the program with 2 when a call is impossible."""
    texts = TEXTS[speech]

    def formatter(prog: str) -> argparse.HelpFormatter:
        help_formatter = argparse.HelpFormatter(prog, max_help_position=30)
        add_usage = help_formatter.add_usage
        help_formatter.add_usage = functools.partial(add_usage, prefix=texts["usage"])  # type: ignore[method-assign]
        return help_formatter

    shared: dict[str, Any] = {"speech": speech, "formatter_class": formatter, "add_help": False, "allow_abbrev": False}
    whole = _Parser(prog="formklar", description=texts["about"], **shared)
    general = whole.add_argument_group(texts["arguments"])
    general.add_argument("-h", "--help", action="help", help=texts["help"])
    general.add_argument("--version", action="version", version=f"formklar {__version__}", help=texts["version"])
    commands = whole.add_subparsers(
        prog="formklar", dest="command", required=True, title=texts["commands"], metavar=texts["command"]
    )

    def command(name: str) -> Any:
        epilog = texts["ends"] if name == "check" else None
        own = commands.add_parser(name, help=texts[name], description=texts[name], epilog=epilog, **shared)
        group = own.add_argument_group(texts["arguments"])
        group.add_argument("-h", "--help", action="help", help=texts["help"])
        return group

    _check_arguments(command("check"), texts)
    command("rules").add_argument("--language", choices=("de", "en"), default="de", help=texts["rule-language"])
    explain = command("explain")
    explain.add_argument("rule", metavar=texts["RULE"], help=texts["rule"])
    explain.add_argument("--language", choices=("de", "en"), help=texts["rule-language"])
    serve = command("serve")
    serve.add_argument("--host", help=texts["host"])
    serve.add_argument("--port", type=int, help=texts["port"])
    serve.add_argument("--workers", type=int, help=texts["workers"])
    return whole


def _check_arguments(check: Any, texts: dict[str, str]) -> None:
    check.add_argument("files", nargs="+", metavar=texts["FILE"], help=texts["file"])
    check.add_argument("--language", metavar=texts["LANGUAGE"], help=texts["language"])
    check.add_argument("--profile", choices=("plain", "easy"), default="plain", help=texts["profile"])
    check.add_argument("--format", choices=("text", "json", "html", "pdf"), default="text", help=texts["format"])
    check.add_argument("-o", "--output", metavar=texts["OUT"], help=texts["output"])
    check.add_argument("--fail-on", choices=tuple(GRAVITY), default="error", help=texts["fail-on"])
    check.add_argument("--rules", metavar=texts["RULES"], help=texts["only"])
    check.add_argument("--ignore", metavar=texts["RULES"], default="", help=texts["ignore"])
    check.add_argument("--no-suggestions", action="store_true", help=texts["no-suggestions"])
