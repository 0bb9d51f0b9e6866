"""The look of a text says nothing about its difficulty: same findings and scores under blank lines, spaces and wraps.

Not promised, because there the look does say something: a tab before a capital letter (a row of a table), lines of
fewer than 45 characters, words divided at the end of a line.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from drawing import Draw, lines, pdf, read, together
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from app.checker import Checker, Options
from app.model import Document
from app.reading.flow import ends_sentence
from app.reading.html import read_html
from app.reading.limits import Limits
from app.reading.text import read_text

Part = tuple[str, str]
"""The kind of a part (h2, p, li) and its words, as the author means them."""

SENTENCES = (
    "Der Antrag auf Zuteilung eines Stellplatzes wird von der Stadtverwaltung Lindenbach an der Queich geprüft.",
    "Die erforderlichen Unterlagen sind bis zum 31. März 2026 einzureichen.",
    "Eine Verlängerung der Frist ist nicht unmöglich, bedarf jedoch einer Begründung, die gem. § 4 beizufügen ist.",
    "Bringen Sie bitte alles mit, was in der Liste steht.",
    "Ohne diese Nachweise kann über den Antrag nicht entschieden werden.",
    "Wir rufen Sie an, wenn etwas fehlt.",
    "Haben Sie Fragen?",
    "Der Stellplatz darf nicht an Dritte weitergegeben werden.",
    "Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch erhoben werden.",
    "Sie erreichen Frau Weber unter 06341 123456 oder per E-Mail an parken@lindenbach.example.",
    "Legen Sie u. a. eine Kopie des Ausweises bei (z. B. Vorder- und Rückseite).",
    "Die Gebühr beträgt 25 Euro im Jahr.",
)
HEADINGS = ("Was Sie mitbringen", "Gebühren und Fristen", "Wie es weitergeht")
ITEMS = (
    "den Fahrzeugschein und eine Kopie des Mietvertrages, aus der Ihre Anschrift hervorgeht",
    "eine Bestätigung Ihres Arbeitgebers über die Zurverfügungstellung eines Parkplatzes",
    "Personalausweis oder Reisepass",
)
LETTER: tuple[Part, ...] = (
    ("h2", "Antrag auf einen Stellplatz"),
    ("p", " ".join(SENTENCES[:3])),
    ("h2", HEADINGS[0]),
    ("p", " ".join(SENTENCES[3:6])),
    *(("li", item) for item in ITEMS),
    ("h2", HEADINGS[2]),
    ("p", " ".join(SENTENCES[6:])),
)


@dataclass(frozen=True)
class Look:
    """How a text is set: wrapped at a width, with these spaces, ends of lines and blank lines."""

    width: int | None = None
    space: str = " "
    gap: int = 1
    end: str = "\n"
    trailing: str = ""
    indent: str = ""
    mark: str = "-"

    def words(self, text: str) -> str:
        """The words of a part on its lines."""
        found = [text]
        if self.width is not None:
            found = textwrap.wrap(text, self.width, break_long_words=False, break_on_hyphens=False)
        return f"{self.trailing}{self.end}{self.indent}".join(line.replace(" ", self.space) for line in found)

    def plain(self, parts: Sequence[Part]) -> str:
        """The parts as a plain text; the items of a list stand close."""
        text, before = "", ""
        for kind, words in parts:
            gap = 0 if kind == "li" == before else self.gap
            mark = f"{self.mark} " if kind == "li" else ""
            text += f"{self.end * gap}{self.indent}{self.words(mark + words)}{self.trailing}{self.end}"
            before = kind
        return text

    def page(self, parts: Sequence[Part]) -> str:
        """The parts as HTML, its source set in this way."""
        set_ = (
            f"<{kind}>{self.indent}{html.escape(self.words(words))}{self.trailing}</{kind}>" for kind, words in parts
        )
        return (self.end * self.gap).join(set_)


PLAIN = Look()
looks = st.builds(
    Look,
    width=st.one_of(st.none(), st.integers(45, 100)),
    space=st.sampled_from([" ", "  ", "\u00a0", " \u00a0", "\u2009", "   "]),
    gap=st.integers(1, 4),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    trailing=st.sampled_from(["", " ", "   ", "\u00a0"]),
    indent=st.sampled_from(["", "  ", "    ", "\t"]),
    mark=st.sampled_from(["-", "•", "*", "–"]),
)
letters = st.lists(
    st.one_of(
        st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map(lambda some: [("p", " ".join(some))]),
        st.lists(st.sampled_from(ITEMS), min_size=2, max_size=3).map(lambda some: [("li", item) for item in some]),
        st.sampled_from(HEADINGS).map(lambda heading: [("h2", heading), ("p", " ".join(SENTENCES[3:5]))]),
    ),
    min_size=1,
    max_size=4,
).map(lambda groups: [part for group in groups for part in group])
QUICK = hypothesis_settings(max_examples=80, deadline=None, derandomize=True)
FEW = hypothesis_settings(QUICK, max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])


def of_text(text: str) -> Document:
    return read_text(text, name=None, limits=Limits())


def of_page(page: str) -> Document:
    return read_html(page.encode(), name=None, limits=Limits())


def words_of(document: Document) -> list[tuple[str, str]]:
    """Roles and texts; paragraphs in a row are one: behind a sentence that fills its line nobody sees a new one."""
    found: list[tuple[str, str]] = []
    for block in document.blocks:
        if found and found[-1][0] == block.role == "paragraph" and ends_sentence(found[-1][1]):
            found[-1] = (block.role, f"{found[-1][1]} {block.text}")
        else:
            found.append((block.role, block.text))
    return found


@QUICK
@given(letters, looks)
def test_a_plain_text_is_read_alike_however_it_is_set(parts: list[Part], look: Look) -> None:
    assert words_of(of_text(look.plain(parts))) == words_of(of_text(PLAIN.plain(parts)))


@QUICK
@given(letters, looks)
def test_a_page_is_read_alike_however_its_source_is_set(parts: list[Part], look: Look) -> None:
    assert words_of(of_page(look.page(parts))) == words_of(of_page(PLAIN.page(parts)))


@pytest.mark.parametrize(
    ("wrapped", "meant"),
    [
        (
            "- Einkommen aller Mitglieder im Jahr vor dem\n- Ausweis",
            ["Einkommen aller Mitglieder im Jahr vor dem", "Ausweis"],
        ),
        (
            "Sie erreichen Frau Weber in unserem Rathaus oder per\nE-Mail an das Amt.",
            ["Sie erreichen Frau Weber in unserem Rathaus oder per E-Mail an das Amt."],
        ),
        ("Reichen Sie alles bis Mai ein. Bringen\nSie es mit.", ["Reichen Sie alles bis Mai ein. Bringen Sie es mit."]),
        ("Das gilt ab 1. März\n2026 für alle.", ["Das gilt ab 1. März 2026 für alle."]),
        ("Anlage zu Nr. 3 Buchst. b\nKosten der Heizung", ["Anlage zu Nr. 3 Buchst. b", "Kosten der Heizung"]),
    ],
)
def test_what_a_line_break_means(wrapped: str, meant: list[str]) -> None:
    assert [block.text for block in of_text(wrapped).blocks] == meant


Said = tuple[list[tuple[str, str]], list[tuple[str, float | None]]]


def said(checker: Checker, document: Document) -> Said:
    """What a report says of the text: rule and quote of the findings, but not those about the file; the scores."""
    report = checker.check(document, Options(language="de", suggestions=False))
    findings = sorted(
        (finding.rule, finding.quote) for finding in report.findings if not finding.rule.startswith("pdf-")
    )
    return findings, [(score.name, score.value) for score in report.scores]


def test_the_letter_is_worth_the_trouble(checker: Checker) -> None:
    findings, scores = said(checker, of_text(PLAIN.plain(LETTER)))
    assert len({rule for rule, _ in findings}) >= 4
    assert any(value is not None for _, value in scores)


@FEW
@given(looks)
def test_findings_and_scores_of_a_text_stay(checker: Checker, look: Look) -> None:
    assert said(checker, of_text(look.plain(LETTER))) == said(checker, of_text(PLAIN.plain(LETTER)))


@FEW
@given(looks)
def test_findings_and_scores_of_a_page_stay(checker: Checker, look: Look) -> None:
    assert said(checker, of_page(look.page(LETTER))) == said(checker, of_page(PLAIN.page(LETTER)))


def printed(parts: Sequence[Part], *, width: float, size: float, gap: float) -> bytes:
    """The parts as a PDF, its lines filled up to ``width`` points."""
    draws: list[Draw] = []
    y = 780.0
    for kind, words in parts:
        font, height = ("Helvetica-Bold", size + 3) if kind == "h2" else ("Helvetica", size)
        rows = [""]
        for word in words.split():
            longer = f"{rows[-1]} {word}".strip()
            if stringWidth(longer, font, height) > width:
                rows.append(word)
            else:
                rows[-1] = longer
        left = 70 if kind != "li" else 82
        draws.append(lines(*rows, x=left, y=y, leading=height * 1.25, font=font, size=height))
        draws += [lines("•", x=70, y=y, font=font, size=height)] if kind == "li" else []
        y -= len(rows) * height * 1.25 + (gap if kind != "li" else gap / 3)
    return pdf(together(*draws))


@pytest.mark.parametrize(("width", "size", "gap"), [(300, 10, 14), (380, 11, 8), (250, 9, 20), (455, 12, 16)])
def test_findings_and_scores_of_a_pdf_stay(checker: Checker, width: float, size: float, gap: float) -> None:
    usual = said(checker, read(printed(LETTER, width=420, size=10, gap=10)))
    assert said(checker, read(printed(LETTER, width=width, size=size, gap=gap))) == usual


def test_text_page_and_pdf_say_the_same(checker: Checker) -> None:
    documents = (
        of_text(PLAIN.plain(LETTER)),
        of_page(PLAIN.page(LETTER)),
        read(printed(LETTER, width=420, size=10, gap=10)),
    )
    one, *others = (said(checker, document) for document in documents)
    assert all(other == one for other in others)
