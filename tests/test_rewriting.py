"""Rewrites of whole sentences: what fits together is one, nothing contradicts, nothing unproven is applied unseen."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.fidelity import losses
from app.model import Block, Document, Report, Span, apply
from app.rewriting import MOST_WAYS, differences

TEXTS = (
    "Der Antragsteller hat die erforderlichen Unterlagen innerhalb von zwei Wochen nachzuweisen.",
    "Die Behörde prüft die Inanspruchnahme dieser Leistung, und der Antrag ist bis zum 31. März einzureichen.",
    "Der Bescheid wird Ihnen am 3.4.2026 um 14.00 Uhr zugesandt; er ist binnen zwei Wochen zu bezahlen.",
    "Bitte legen Sie die erforderlichen Unterlagen, welche Ihnen bereits vorliegen, bis zum 1.3.2026 vor.",
)


def report(checker: Checker, text: str, language: str = "de") -> Report:
    block = Block(id="p0b1", role="paragraph", text=text)
    return checker.check(Document(media_type="text/plain", sha256="", blocks=(block,)), Options(language=language))


def test_two_findings_in_each_others_way_become_one_sentence(checker: Checker) -> None:
    made = report(checker, TEXTS[0])
    best = made.rewrite.sentences[0].alternatives[0]
    assert best.result == "Sie müssen die nötigen Unterlagen innerhalb von zwei Wochen nachweisen."
    rules = {finding.rule for finding in made.findings if finding.id in best.cures}
    assert {"third-person-address", "modal-infinitive"} <= rules


def test_the_first_alternative_cures_more_than_any_single_suggestion(checker: Checker) -> None:
    made = report(checker, TEXTS[1])
    best = made.rewrite.sentences[0].alternatives[0]
    assert best.result.startswith("Die Behörde prüft die Nutzung dieser Leistung")
    assert len(best.cures) > 1


@pytest.mark.parametrize("text", TEXTS)
def test_each_alternative_is_what_its_edits_give_and_loses_nothing(checker: Checker, text: str) -> None:
    made = report(checker, text)
    assert made.rewrite.sentences
    for sentence in made.rewrite.sentences:
        assert 1 <= len(sentence.alternatives) <= MOST_WAYS
        before = text[sentence.span.start : sentence.span.end]
        assert len({way.result for way in sentence.alternatives}) == len(sentence.alternatives)
        for way in sentence.alternatives:
            assert apply(text, way.edits) == text[: sentence.span.start] + way.result + text[sentence.span.end :]
            assert not losses(before, way.result, "de")
            assert way.cures
            assert set(way.cures) <= {finding.id for finding in made.findings}


def test_without_suggestions_there_are_no_alternatives(checker: Checker) -> None:
    block = Block(id="p0b1", role="paragraph", text=TEXTS[0])
    document = Document(media_type="text/plain", sha256="", blocks=(block,))
    made = checker.check(document, Options(language="de", suggestions=False))
    assert not made.rewrite.sentences
    assert not made.rewrite.blocks


@pytest.mark.parametrize(
    ("before", "after", "edits"),
    [
        ("Der Antrag wird geprüft.", "Wir prüfen den Antrag.", 2),
        ("Bitte nutzen Sie das Formular.", "Bitte nutzen Sie das Formular.", 0),
        ("Kommen Sie um 14.00 Uhr.", "Kommen Sie um 14 Uhr.", 1),
    ],
)
def test_differences_are_words_that_change(before: str, after: str, edits: int) -> None:
    text = f"Hallo. {before} Danke."
    span = Span(block="b", start=7, end=7 + len(before))
    found = list(differences(before, after, span))
    assert len(found) <= edits
    assert bool(found) == bool(edits)
    assert apply(text, found) == f"Hallo. {after} Danke."


def test_a_cut_and_an_active_verb_fit_together(checker: Checker) -> None:
    text = (
        "Ihr Antrag wird von der Behörde geprüft, und der Antrag auf Beihilfe ist bis zum 31. März 2027 einzureichen."
    )
    made = report(checker, text)
    results = [way.result for sentence in made.rewrite.sentences for way in sentence.alternatives]
    assert any(result.startswith("Die Behörde prüft Ihren Antrag") for result in results)


def test_the_rewritten_text_holds_only_safe_edits(checker: Checker) -> None:
    text = "Kommen Sie am 3.4.2026 um 14:00 h zu uns. Der Antrag wird geprüft."
    made = report(checker, text)
    assert made.rewrite.applied >= 1
    after = made.rewrite.blocks[0].text
    assert "wird geprüft" in after
    assert after != text


def test_a_word_that_is_reported_once_in_a_text_is_not_new_in_the_next_sentence(checker: Checker) -> None:
    texts = ("Der Schuldenbereinigungsplan liegt bei.", "Wir werden den Schuldenbereinigungsplan bald prüfen.")
    blocks = tuple(Block(id=f"b{number}", role="paragraph", text=text) for number, text in enumerate(texts))
    document = Document(media_type="text/plain", sha256="", blocks=blocks)
    report = checker.check(document, Options(language="de", rules=frozenset({"future-tense", "long-word"})))
    cures = [
        cure.result for finding in report.findings if finding.rule == "future-tense" for cure in finding.suggestions
    ]
    assert cures == ["Wir prüfen den Schuldenbereinigungsplan bald."]
