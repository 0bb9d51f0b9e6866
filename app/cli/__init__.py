"""The command line: check, rules, explain, serve. Loads spaCy and the web framework only where they are needed."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from app.cli.arguments import BAD_INPUT, GRAVITY, TEXTS, complain, speech_of_environment
from app.cli.arguments import parser as arguments_of
from app.errors import BadInput, FormklarError, InvalidRequest, TooLarge

if TYPE_CHECKING:
    from app.cli.text import Style
    from app.model import Document, Report
    from app.settings import Settings

INTERNAL = 70
"""An error of ours (sysexits.h); kept apart from 1, which means findings."""
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit code."""
    speech = speech_of_environment()
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = arguments_of(speech)
    try:
        if not given:
            parser.print_help()
            return 0
        return _run(parser.parse_args(given), speech)
    except FormklarError as error:
        complain(_detail(error, speech))
        return error.exit_code if type(error).exit_code > 1 else INTERNAL
    except BrokenPipeError:  # the reader of our output has left, as head does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        from app.api.wire import place_of

        complain(TEXTS[speech]["internal"].format(place=place_of(error)))
        return INTERNAL


# --- the commands


def _run(given: argparse.Namespace, speech: str) -> int:
    from app import settings

    commands = {"check": _check, "rules": _rules, "explain": _explain, "serve": _serve}
    code = commands[given.command](given, settings.load(), speech)
    sys.stdout.flush()  # here, where a reader who has left is no error
    return code


def _check(given: argparse.Namespace, settings: Settings, speech: str) -> int:
    if given.format in {"html", "pdf"}:
        complain(TEXTS[speech]["later"].format(format=given.format.upper()))
        return BAD_INPUT
    if given.output is not None and (
        not Path(given.output).absolute().parent.is_dir()
        or Path(given.output).absolute() in {Path(name).absolute() for name in given.files}
    ):
        raise _no_write(given.output, speech)  # better now than after minutes of checking, and never over the source
    from app.checker import Checker, Options

    options = Options(
        language=given.language,
        profile=given.profile,
        rules=_ids(given.rules) if given.rules else None,
        ignore=_ids(given.ignore),
        suggestions=not given.no_suggestions,
    )
    checker: Checker | None = None
    outputs: list[str] = []
    code = 0
    for number, name in enumerate(given.files, 1):
        shown = TEXTS[speech]["stdin"] if name == "-" else name
        _progress(TEXTS[speech]["checking"].format(number=number, total=len(given.files)))
        try:
            document = _read(name, settings, speech)
            checker = checker or Checker(settings)
            report = checker.check(document, options)
        except BadInput as error:
            _progress("")
            complain(f"{shown}: {_detail(error, speech)}")
            code = max(code, error.exit_code)
            continue
        _progress("")
        outputs.append(_shown(report, shown, given, speech))
        code = max(code, _verdict(report, given.fail_on))
        if given.output is None:
            sys.stdout.write(outputs.pop())
            sys.stdout.flush()
    if given.output is not None and outputs:
        _write(given.output, "".join(outputs), speech)
    return code


def _ids(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(",")) - {""}


def _read(name: str, settings: Settings, speech: str) -> Document:
    from app import reading

    if name == "-":
        data = sys.stdin.buffer.read(settings.max_bytes + 1)
    else:
        path = Path(name)
        try:
            with path.open("rb") as file:
                data = file.read(settings.max_bytes + 1)
        except OSError as error:
            key = {FileNotFoundError: "no-file", IsADirectoryError: "folder"}.get(type(error), "no-read")
            raise InvalidRequest(errors=[{"pointer": "", "detail": TEXTS[speech][key]}]) from None
    if len(data) > settings.max_bytes:
        raise TooLarge(limit="max_bytes", maximum=settings.max_bytes)
    return reading.read(data, name=None if name == "-" else Path(name).name, settings=settings)


def _detail(error: FormklarError, speech: str) -> str:
    """What is wrong; where the error knows the place, that alone."""
    places = [entry["detail"] for entry in error.errors if "detail" in entry]
    return " ".join(places) or error.detail(speech)


def _shown(report: Report, name: str, given: argparse.Namespace, speech: str) -> str:
    if given.format == "json":
        return report.model_dump_json() + "\n"
    from app.cli.text import report_text

    text = report_text(report, name=name, style=_style(speech, to_file=given.output is not None))
    return text + ("\n" if len(given.files) > 1 else "")


def _style(speech: str, *, to_file: bool = False) -> Style:
    from app.cli.text import Style

    terminal = sys.stdout.isatty() and not to_file
    width = min(shutil.get_terminal_size((100, 24)).columns, 110) if terminal else 100
    return Style(speech=speech, width=width, colour=terminal and "NO_COLOR" not in os.environ)


def _verdict(report: Report, fail_on: str) -> int:
    return int(any(GRAVITY[finding.severity] >= GRAVITY[fail_on] for finding in report.findings))


def _write(name: str, text: str, speech: str) -> None:
    try:
        Path(name).write_text(text, encoding="utf-8")
    except OSError:
        raise _no_write(name, speech) from None


def _no_write(name: str, speech: str) -> InvalidRequest:
    return InvalidRequest(errors=[{"pointer": "", "detail": f"{name}: {TEXTS[speech]['no-write']}"}])


def _progress(text: str, *, to: TextIO | None = None) -> None:
    """A line that is overwritten; only for people at a terminal."""
    to = to or sys.stderr
    if to.isatty():
        to.write(f"\r\x1b[K{text}")
        to.flush()


def _rules(given: argparse.Namespace, settings: Settings, speech: str) -> int:
    from app import rules
    from app.cli.text import rules_text

    book = rules.load(settings.rule_folders())
    sys.stdout.write(rules_text(book.rules(given.language), style=_style(speech)))
    return 0


def _explain(given: argparse.Namespace, settings: Settings, speech: str) -> int:
    from app import rules
    from app.cli.text import rule_text

    book = rules.load(settings.rule_folders())
    language = given.language
    if language is None:  # German first; a rule that only English has is found as well
        language = next(
            (code for code in ("de", *book.languages) if given.rule in book.by_language.get(code, {})), "de"
        )
    sys.stdout.write(rule_text(book.rule(language, given.rule), style=_style(speech)))
    return 0


def _serve(given: argparse.Namespace, settings: Settings, speech: str) -> int:
    from app.api.server import run

    wanted = {key: getattr(given, key) for key in ("host", "port", "workers") if getattr(given, key) is not None}
    settings = _checked(settings, wanted)

    def announce(address: str) -> None:
        with suppress(OSError):
            sys.stderr.write(TEXTS[speech]["serving"].format(address=address) + "\n")
            sys.stderr.flush()

    return run(settings, announce=announce)


def _checked(settings: Settings, wanted: dict[str, Any]) -> Settings:
    """The settings with what the command line says. Raises ``SettingsError`` for impossible values."""
    from app.settings import PREFIX, load

    if not wanted:
        return settings
    environment = {name: value for name, value in os.environ.items() if name.startswith(PREFIX)}
    return load(environment | {f"{PREFIX}{key.upper()}": str(value) for key, value in wanted.items()})
