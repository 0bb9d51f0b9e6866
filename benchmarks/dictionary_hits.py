"""Are words read whole: ``python -m benchmarks.dictionary_hits FOLDER`` prints the share of known words for each form.

A word is three letters or more in a row. Torn words (``A ntrag``), glued words (``DieAngaben``) and garbled ones are in
no dictionary, so the share of words that are tells how well characters became words. Our page blocks are measured
beside the text of poppler's ``pdftotext``: plain and with ``-layout``, the better of both, words divided at the end of
a line put together, without what is written into fields and on buttons. ``--show`` also prints the unknown words that
we have more often than poppler.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import re
import shutil
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2
import pypdfium2.raw

from app.errors import FormklarError
from app.languages import nouns_de
from app.languages.words import german
from app.languages.words_en import is_word
from app.model import Document
from app.reading import pdf
from app.reading.limits import Limits

LIMITS = Limits(cpu_seconds=120)
POPPLER = "pdftotext"
FEWEST = 30
"""A form with fewer words in poppler's text has no text layer to speak of."""

_WORD = re.compile(r"[^\W\d_¹²³⁰⁴-⁹]{3,}")
_DIVIDED = re.compile(r"(?<=[^\W\d_])[-\xad]\n\s*(?=[a-zäöüß])")
_INNER_CAPITAL = re.compile(r"[a-zäöüß][A-ZÄÖÜ]")


@dataclass(frozen=True, slots=True)
class Hits:
    """Words and how often they stand in a text, known ones and others."""

    known: Counter[str]
    other: Counter[str]

    @property
    def words(self) -> int:
        return self.known.total() + self.other.total()

    @property
    def share(self) -> float:
        """Share of known words, 0 to 1; 0 for a text without words."""
        return self.known.total() / max(self.words, 1)

    def __add__(self, other: Hits) -> Hits:
        return Hits(self.known + other.known, self.other + other.other)


def hits(text: str) -> Hits:
    """The words of a text."""
    words = Counter(_WORD.findall(text))
    known = Counter({word: count for word, count in words.items() if is_known(word)})
    return Hits(known, words - known)


@cache
def is_known(word: str) -> bool:
    """Is this a German or English word, or a German compound of known parts?"""
    if word.isupper():
        word = word.capitalize()
    if word in german() or is_word(word):
        return True
    return not _INNER_CAPITAL.search(word) and bool(nouns_de.readings(word))


def page_text(document: Document) -> str:
    """What is printed on the pages, a block a line."""
    return "\n".join(block.text for block in document.blocks if block.field is None)


def poppler_text(data: bytes, *options: str) -> str:
    """The text as poppler reads it, divided words put together; empty when it cannot."""
    command = [POPPLER, "-enc", "UTF-8", *options, "-", "-"]
    done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=60)
    return _DIVIDED.sub("", done.stdout.decode("utf-8", "replace"))


def bare(data: bytes) -> bytes:
    """The file without form fields and notes: only what is printed on its pages. As it is where PDFium cannot."""
    buffer = io.BytesIO()
    try:
        with contextlib.closing(pypdfium2.PdfDocument(data)) as document:
            for page in document:
                for _ in range(pypdfium2.raw.FPDFPage_GetAnnotCount(page)):
                    pypdfium2.raw.FPDFPage_RemoveAnnot(page, 0)
            document.save(buffer)
    except pypdfium2.PdfiumError:
        return data
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class Row:
    """One form, read by us and by poppler."""

    name: str
    ours: Hits
    theirs: Hits

    @property
    def half(self) -> int:
        """Forms are divided in two halves by the CRC of their names."""
        return zlib.crc32(self.name.encode()) % 2

    @property
    def is_below(self) -> bool:
        return self.ours.share < self.theirs.share

    def line(self) -> str:
        """The two shares as one line."""
        mark = "<" if self.is_below else " "
        return (
            f"{self.name[:44]:44} {self.half} | wir {self.ours.share:7.2%} von {self.ours.words:6} {mark} "
            f"poppler {self.theirs.share:7.2%} von {self.theirs.words:6}"
        )


def rows_of(paths: Iterable[Path]) -> Iterator[Row]:
    """A row for each form that has a text layer and that we read."""
    for path in paths:
        data = path.read_bytes()
        printed = bare(data)
        theirs = max(
            (hits(poppler_text(printed, *options)) for options in ((), ("-layout",))), key=lambda one: one.share
        )
        if theirs.words < FEWEST:
            continue
        try:
            document = pdf.read_pdf(data, name=path.name, limits=LIMITS)
        except FormklarError as error:
            print(f"{path.name[:44]:44} {error.slug}")
            continue
        yield Row(path.name, hits(page_text(document)), theirs)


def main() -> None:
    """Measure all PDFs under the folders."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1), help="only this half of the forms")
    parser.add_argument("--show", action="store_true", help="also print unknown words that only we read")
    options = parser.parse_args()
    if shutil.which(POPPLER) is None:
        sys.exit("pdftotext fehlt. Bitte installieren Sie poppler-utils (Debian: apt install poppler-utils).")
    paths = sorted(path for folder in options.folders for path in folder.rglob("*.pdf"))
    if not paths:
        sys.exit("In diesen Ordnern ist keine PDF-Datei.")
    rows: list[Row] = []
    for row in rows_of(path for path in paths if options.half in {None, zlib.crc32(path.name.encode()) % 2}):
        rows.append(row)
        print(row.line())
        if options.show:
            more = (row.ours.other - row.theirs.other).most_common(40)
            print(f"{'':44} {' '.join(f'{word}:{count}' for word, count in more)}")
    for half in (0, 1):
        _print_total([row for row in rows if row.half == half], f"Hälfte {half}")
    _print_total(rows, "alle")


def _print_total(rows: list[Row], title: str) -> None:
    if not rows:
        return
    empty = Hits(Counter(), Counter())
    print(Row(title, sum((row.ours for row in rows), empty), sum((row.theirs for row in rows), empty)).line())
    below = [f"{row.name} ({row.ours.share - row.theirs.share:+.2%})" for row in rows if row.is_below]
    print(f"  unter poppler: {len(below)} von {len(rows)} Formularen{': ' if below else ''}{', '.join(below)}")


if __name__ == "__main__":
    main()
