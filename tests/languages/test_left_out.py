"""What is in another language is not judged, and the report says what was not."""

from __future__ import annotations

from collections import Counter

import pytest

from app.checker import Checker, Options
from app.languages.left_out import notice_of
from app.model import Block, Document

GERMAN = "Der Antrag wird innerhalb von vier Wochen geprüft."
TURKISH = "Başvurunuz dört hafta içinde incelenir ve sonucu size bildirilir."
ENGLISH = "Your application will be checked by the council within four weeks."


def document(*texts: str) -> Document:
    blocks = tuple(Block(id=f"p0b{number}", role="paragraph", text=text) for number, text in enumerate(texts, 1))
    return Document(media_type="text/plain", sha256="", blocks=blocks)


def sentences(checker: Checker, *texts: str) -> int:
    report = checker.check(document(*texts))
    return report.scores[0].counts["sentences"]


def test_only_german_is_judged_in_a_german_form(checker: Checker) -> None:
    report = checker.check(document(GERMAN, TURKISH, ENGLISH, "Name", "Die Gebühr ist vor dem Termin zu entrichten."))
    assert report.document.language == "de"
    assert {finding.span.block for finding in report.findings} == {"p0b1", "p0b5"}
    assert report.scores[0].counts["sentences"] == 2


def test_the_report_says_what_was_not_checked(checker: Checker) -> None:
    report = checker.check(document(GERMAN, TURKISH, ENGLISH, "Die Gebühr ist vor dem Termin zu entrichten."))
    (notice,) = report.document.notices
    assert notice.code == "other-language"
    assert "Englisch (1 Stelle)" in notice.message
    assert "Türkisch (1 Stelle)" in notice.message


def test_a_form_in_one_language_has_no_notice(checker: Checker) -> None:
    assert checker.check(document(GERMAN, "Service", "E-Mail", "Dr. Ayşe Yılmaz")).document.notices == ()


def test_in_a_block_in_two_languages_only_our_sentences_are_judged(checker: Checker) -> None:
    both = f"{GERMAN} {ENGLISH}"
    report = checker.check(document(both, "Die Gebühr ist vor dem Termin zu entrichten."))
    assert report.scores[0].counts["sentences"] == 2
    assert [finding.quote for finding in report.findings if finding.span.start > len(GERMAN)] == []
    assert "Englisch (1 Stelle)" in report.document.notices[0].message


def test_the_english_part_is_judged_on_request(checker: Checker) -> None:
    report = checker.check(document(GERMAN, ENGLISH), Options(language="en"))
    assert {finding.span.block for finding in report.findings} == {"p0b2"}
    assert "German (1 place)" in report.document.notices[0].message


def test_scores_are_those_of_the_german_text_alone(checker: Checker) -> None:
    assert sentences(checker, GERMAN, TURKISH) == sentences(checker, GERMAN) == 1


PARTS = "Teile dieses Dokuments sind in einer anderen Sprache: {}. Diese Teile haben wir nicht geprüft."


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        ({}, None),
        ({"uk": 1}, PARTS.format("Ukrainisch (1 Stelle)")),
        ({"tr": 4, "pl": 8}, PARTS.format("Polnisch (8 Stellen), Türkisch (4 Stellen)")),
        ({"fr": 39, "da": 1, "xx": 2}, PARTS.format("Französisch (39 Stellen), andere (3 Stellen)")),
        (
            {"en": 2},
            PARTS.format("Englisch (2 Stellen)")
            + " Wenn Sie als Sprache Englisch wählen, prüfen wir den englischen Text.",
        ),
    ],
)
def test_notice(counts: dict[str, int], message: str | None) -> None:
    notice = notice_of(Counter(counts), "de")
    assert (notice.message if notice else None) == message
