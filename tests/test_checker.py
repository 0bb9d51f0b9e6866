"""One document in, one report out: places, ids, order, cures and refusals."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from app import errors
from app.checker import Checker, Options
from app.model import Block, Document, Report, apply

LETTER = (
    "Der Antrag ist bis zum 31. März 2027 einzureichen.",
    "Ihr Gesuch wird geprüft, sobald das Lichtbild vorliegt. Fügen Sie ggf. eine Kopie bei.",
    "Die Gebühr von 12,50 EUR ist nach § 4 Abs. 2 der Satzung zu entrichten.",
)


def document(*texts: str) -> Document:
    blocks = tuple(Block(id=f"p0b{number}", role="paragraph", text=text) for number, text in enumerate(texts, 1))
    return Document(media_type="text/plain", sha256="", blocks=blocks)


def test_every_finding_quotes_its_place(checker: Checker) -> None:
    report = checker.check(document(*LETTER))
    assert {"modal-infinitive", "passive-voice", "jargon", "abbreviation", "legal-reference"} <= {
        finding.rule for finding in report.findings
    }
    for finding in report.findings:
        text = report.document.block(finding.span.block).text
        assert text[finding.span.start : finding.span.end] == finding.quote
        assert "{" not in finding.message


@given(
    st.lists(
        st.sampled_from([*LETTER, "😀 Der Antrag wird geprüft 👍🏽.", "e\u0301 wird geprüft.", "§", "  ", "ß" * 50]),
        min_size=1,
    )
)
@hypothesis_settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_offsets_are_code_points_whatever_the_text(checker: Checker, texts: list[str]) -> None:
    whole = document("Der Antrag liegt bei.", *texts)
    report = checker.check(whole, Options(language="de"))
    for finding in report.findings:
        text = whole.block(finding.span.block).text
        assert text[finding.span.start : finding.span.end] == finding.quote
        for suggestion in finding.suggestions:
            assert suggestion.result is not None
            assert suggestion.result in apply(text, suggestion.edits)


def test_same_input_same_bytes(checker: Checker) -> None:
    one = checker.check(document(*LETTER)).model_dump_json()
    checker.check(document("Ein anderer Text wird dazwischen geprüft."))
    assert checker.check(document(*LETTER)).model_dump_json() == one


def test_ids_survive_edits_elsewhere(checker: Checker) -> None:
    before = {finding.id for finding in checker.check(document(*LETTER)).findings if finding.span.block == "p0b3"}
    longer = document("Guten Tag.", "Wir helfen gern.", *LETTER)
    after = {finding.id for finding in checker.check(longer).findings if finding.span.block == "p0b5"}
    assert before
    assert before == after


def test_ids_are_unique_even_for_equal_sentences(checker: Checker) -> None:
    findings = checker.check(document("Der Antrag wird geprüft.", "Der Antrag wird geprüft.")).findings
    assert len({finding.id for finding in findings}) == len(findings) == 2


def first(report: Report, rule: str) -> list[str | None]:
    return [cure.result for finding in report.findings if finding.rule == rule for cure in finding.suggestions][:1]


CURED = [
    ("Für die Inanspruchnahme der Hilfe zahlen Sie nichts.", "jargon", "Für die Nutzung der Hilfe zahlen Sie nichts."),
    ("Das Gesuch liegt uns vor.", "jargon", "Der Antrag liegt uns vor."),
    ("Wir lehnen das Gesuch ab.", "jargon", "Wir lehnen den Antrag ab."),
    ("Die Farbe der Lichtbilder ist egal.", "jargon", "Die Farbe der Fotos ist egal."),
    ("Wir haben die Schule in Kenntnis gesetzt.", "light-verb", "Wir haben die Schule informiert."),
    ("Legen Sie ggf. eine Kopie bei.", "abbreviation", "Legen Sie gegebenenfalls eine Kopie bei."),
]


@pytest.mark.parametrize(("text", "rule", "cured"), CURED)
def test_cures_carry_gender_case_and_number(checker: Checker, text: str, rule: str, cured: str) -> None:
    assert first(checker.check(document(text)), rule) == [cured]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Das Gesuch liegt vor, und es ist vollständig.", "jargon"),
        ("Das Gesuch, in dessen Anlagen ein Blatt fehlt, das wir brauchen, liegt vor.", "jargon"),
        ("Ein beglaubigtes Lichtbild und seitens der Stadt ein Siegel.", "passive-voice"),
        ("Selbstverständlich prüfen wir das.", "filler"),
    ],
)
def test_no_cure_where_the_form_is_not_certain(checker: Checker, text: str, rule: str) -> None:
    assert first(checker.check(document(text), Options(language="de")), rule) == []


def test_safe_edits_make_the_rewrite_and_lose_no_amount(checker: Checker) -> None:
    report = checker.check(document(*LETTER))
    assert report.rewrite.applied >= 1
    for block in report.rewrite.blocks:
        assert block.text != report.document.block(block.id).text
    assert {score.name for score in report.rewrite.scores} == {score.name for score in report.scores}


def test_options(checker: Checker) -> None:
    only = checker.check(document(*LETTER), Options(rules=frozenset({"jargon"})))
    assert {finding.rule for finding in only.findings} == {"jargon"}
    without = checker.check(document(*LETTER), Options(ignore=frozenset({"jargon"}), suggestions=False))
    assert "jargon" not in {finding.rule for finding in without.findings}
    assert not any(finding.suggestions for finding in without.findings)
    strict = checker.check(document(*LETTER), Options(profile="easy"))
    assert len(strict.findings) > len(without.findings)
    assert strict.profile == "easy"


def test_english_is_recognised(checker: Checker) -> None:
    report = checker.check(document("Your application will be checked by the council within four weeks of receipt."))
    assert report.document.language == "en"
    assert "passive-voice" in {finding.rule for finding in report.findings}


@pytest.mark.parametrize(
    ("texts", "options", "error"),
    [
        ((" ", "—"), Options(), errors.EmptyText),
        (("Text.",), Options(language="fr"), errors.UnknownLanguage),
        (
            ("Veuillez remplir ce formulaire et le renvoyer à la mairie avant la fin du mois de mars de cette année.",),
            Options(),
            errors.UnknownLanguage,
        ),
        (("Text.",), Options(rules=frozenset({"no-such-rule"})), errors.UnknownRule),
    ],
)
def test_refusals(checker: Checker, texts: tuple[str, ...], options: Options, error: type[Exception]) -> None:
    with pytest.raises(error):
        checker.check(document(*texts), options)


def test_text_that_only_a_screen_reader_says_is_checked_once(checker: Checker) -> None:
    blocks = (
        Block(id="p1b1", role="paragraph", text="Bitte füllen Sie das Formular aus.", page=1),
        Block(id="p1b2", role="label", text="Lichtbild", page=1),
        Block(id="f1label", role="label", text="Lichtbild", page=1, field="a"),
        Block(id="f1tooltip", role="hint", text="Hier das Gesuch anheften", page=1, field="a"),
        Block(id="f2tooltip", role="hint", text="Hier das Gesuch anheften", page=1, field="b"),
    )
    report = checker.check(Document(media_type="application/pdf", sha256="", pages=1, blocks=blocks))
    jargon = [finding.span.block for finding in report.findings if finding.rule == "jargon"]
    assert jargon == ["p1b2", "f1tooltip"]


def test_an_endless_sentence_costs_no_more_than_its_length(checker: Checker) -> None:
    endless = "Wer " + "sofern erforderlich unverzüglich " * 600 + "zahlt."
    began = time.process_time()
    report = checker.check(document(endless), Options(language="de"))
    assert time.process_time() - began < 10
    assert not any(finding.suggestions for finding in report.findings)


def test_blocks_in_another_language_are_left_alone(checker: Checker) -> None:
    report = checker.check(
        document(
            "Bitte füllen Sie das Formular aus und unterschreiben Sie es am Ende.",
            "Veuillez remplir le formulaire dans toutes ses parties, le signer et le renvoyer avec les pièces pour la "
            "mairie dans une enveloppe, ou le déposer sur place avec votre carte qui est dans votre sac.",
        ),
        Options(language="de"),
    )
    assert report.findings == ()


@pytest.mark.parametrize("text", ["Die Höhe des GdB entscheidet.", "Wir stellen die Kosten in Rechnung."])
def test_no_exchange_that_would_need_another_case_or_preposition(checker: Checker, text: str) -> None:
    report = checker.check(document(text), Options(language="de"))
    assert report.findings
    assert not any(finding.suggestions for finding in report.findings)


def test_an_author_may_switch_rules_off_for_a_block(checker: Checker) -> None:
    text = "Der Antrag wird seitens der Stadt geprüft."

    def rules_with(*ignore: str) -> set[str]:
        block = Block(id="p0b1", role="paragraph", text=text, ignore=ignore)
        report = checker.check(Document(media_type="text/html", sha256="", blocks=(block,)))
        return {finding.rule for finding in report.findings}

    assert rules_with() >= {"passive-voice", "jargon"}
    assert rules_with("passive-voice") == rules_with() - {"passive-voice"}
    assert rules_with("*") == set()
