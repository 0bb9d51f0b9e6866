"""What hostile and broken files do to the reader: ``python -m benchmarks.hostile FOLDER …`` prints a line a file.

Columns: seconds on the clock, seconds of CPU and most memory of the processes that read it, and what came of it: the
slug of an error, or the number of pages, blocks, fields and notices. ``--check`` also checks what was read, ``--form``
reads and checks a large form made here (45 pages, 1,590 fields). Ends with 1 when a limit is broken: an answer within
30 s on the clock, 512 MiB for the reader, no error but our own, and 10 s of CPU for the form.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app import reading
from app.checker import Checker
from app.errors import FormklarError
from app.model import Document
from app.reading.guard import Verdict, Zygote
from app.settings import Settings, load

MOST_SECONDS = 30.0
MOST_MEMORY = 512 * 2**20
FORM_SECONDS = 10.0
FORM_PAGES, FORM_FIELDS = 45, 1_590


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one file cost and what came of it."""

    name: str
    seconds: float
    cpu_seconds: float
    memory: int
    result: str
    document: Document | None
    most_cpu_seconds: float = MOST_SECONDS

    @property
    def broken(self) -> str:
        """The limits that were broken, in words; empty when none was."""
        found = {
            "time": self.seconds > MOST_SECONDS or self.cpu_seconds > self.most_cpu_seconds,
            "memory": self.memory > MOST_MEMORY,
            "error": self.result.startswith("!"),
        }
        return ", ".join(name for name, is_broken in found.items() if is_broken)

    def line(self) -> str:
        """One line of the table."""
        wrong = f"   BROKEN: {self.broken}" if self.broken else ""
        return (
            f"{self.seconds:6.2f} s {self.cpu_seconds:6.2f} s {self.memory / 2**20:5.0f} MiB  "
            f"{self.result:44} {self.name}{wrong}"
        )


class Gauge:
    """Reads files and sees what the processes that read cost."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._verdicts: list[Verdict] = []
        self._zygote = Zygote(on_verdict=self._verdicts.append)
        self._zygote.warm_up()

    def close(self) -> None:
        """End the helper process."""
        self._zygote.close()

    def measure(self, data: bytes, name: str, most_cpu_seconds: float = MOST_SECONDS) -> Outcome:
        """Read one file."""
        self._verdicts.clear()
        document = None
        started, own = time.monotonic(), time.process_time()
        try:
            document = reading.read(data, name=name, settings=self._settings, zygote=self._zygote)
            result = _counts(document)
        except FormklarError as error:
            result = error.slug
        except Exception as error:
            result = f"! {type(error).__name__}"
        return Outcome(
            name=name,
            seconds=time.monotonic() - started,
            cpu_seconds=time.process_time() - own + sum(verdict.cpu_seconds for verdict in self._verdicts),
            memory=max((verdict.memory for verdict in self._verdicts), default=0),
            result=result,
            document=document,
            most_cpu_seconds=most_cpu_seconds,
        )


def _counts(document: Document) -> str:
    notices = ",".join(sorted({notice.code for notice in document.notices}))
    return f"{document.pages} p, {len(document.blocks)} blocks, {len(document.fields)} fields {notices}"


def checked(outcome: Outcome, checker: Checker) -> Outcome:
    """The outcome with the time of a check added, where there is something to check."""
    if outcome.document is None:
        return outcome
    started, own = time.monotonic(), time.process_time()
    try:
        result = f"{outcome.result}, {len(checker.check(outcome.document).findings)} findings"
    except FormklarError as error:
        result = f"{outcome.result}, {error.slug}"
    except Exception as error:
        result = f"! {type(error).__name__} in the check"
    return Outcome(
        name=outcome.name,
        seconds=outcome.seconds + time.monotonic() - started,
        cpu_seconds=outcome.cpu_seconds + time.process_time() - own,
        memory=outcome.memory,
        result=result,
        document=outcome.document,
        most_cpu_seconds=outcome.most_cpu_seconds,
    )


def large_form() -> bytes:
    """A form of 45 pages with 1,590 fields, each with a printed label and a tooltip, and three paragraphs a page."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    number = 0
    for page in range(1, FORM_PAGES + 1):
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(60, 800, f"Teil {page}: Angaben zu Ihrem Betrieb in Lindenbach an der Queich")
        canvas.setFont("Helvetica", 9)
        for row in range(3):
            canvas.drawString(60, 780 - 24 * row, f"Bitte tragen Sie alle Angaben für Abschnitt {row + 1} ein.")
            canvas.drawString(60, 769 - 24 * row, "Die Belege werden von der Gemeinde geprüft und danach vernichtet.")
        last = round(page * FORM_FIELDS / FORM_PAGES)
        for place in range(last - number):
            number += 1
            x, y = 60 + 250 * (place % 2), 680 - 34 * (place // 2)
            canvas.drawString(x, y + 18, f"Anschrift der Betriebsstätte Nummer {number}")
            canvas.acroForm.textfield(
                name=f"feld{number}", x=x, y=y, width=220, height=14, fontSize=9, tooltip=f"Anschrift {number}"
            )
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _files(folders: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
            if path.is_file():
                yield path.name, path.read_bytes()


def _summary(outcomes: Sequence[Outcome]) -> None:
    kinds = Counter("read" if outcome.document is not None else outcome.result for outcome in outcomes)
    print(f"\n{len(outcomes)} files: " + ", ".join(f"{kind} {number}" for kind, number in kinds.most_common()))
    for what, most in (
        ("on the clock", max(outcomes, key=lambda outcome: outcome.seconds)),
        ("of CPU", max(outcomes, key=lambda outcome: outcome.cpu_seconds)),
        ("of memory", max(outcomes, key=lambda outcome: outcome.memory)),
    ):
        print(f"most {what}: {most.line()}")
    print(f"limits broken: {sum(bool(outcome.broken) for outcome in outcomes)}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the measurement; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="files or folders, at any depth")
    parser.add_argument("--check", action="store_true", help="also check what was read")
    parser.add_argument("--form", action="store_true", help="also read and check a form of 45 pages with 1,590 fields")
    given = parser.parse_args(arguments)
    if not given.folders and not given.form:
        parser.error("a folder, or --form")
    settings = load()
    checker = Checker(settings) if given.check or given.form else None
    if checker is not None:
        checker.warm_up()
    gauge = Gauge(settings)
    outcomes: list[Outcome] = []

    def tell(outcome: Outcome) -> None:
        outcomes.append(outcome)
        print(outcome.line(), flush=True)

    try:
        for name, data in _files(given.folders):
            outcome = gauge.measure(data, name)
            tell(checked(outcome, checker) if given.check and checker is not None else outcome)
        if given.form and checker is not None:
            outcome = gauge.measure(large_form(), "form of 45 pages, 1,590 fields", FORM_SECONDS)
            tell(outcome)
            tell(checked(outcome, checker))
    finally:
        gauge.close()
    _summary(outcomes)
    return int(any(outcome.broken for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
