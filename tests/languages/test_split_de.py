"""Sentences that end earlier: what is cut off stands for itself, and what belongs together stays together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from app import gate
from app.checker import Checker, Options, detect
from app.languages import Language
from app.languages.split_de import cuts
from app.model import Block, Document, Edit, Span, Suggestion


@pytest.fixture(scope="module")
def german(checker: Checker) -> Iterator[Language]:
    language = checker.language("de")
    with language.session():
        yield language


def in_pieces(language: Language, text: str) -> str:
    """The text with all its cuts."""
    sent = next(iter(language.parse_text(text).sents))
    for start, end, new in sorted((change for cut in cuts(sent) for change in cut), reverse=True):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    ("long", "expected"),
    [
        (
            "Die Gärtnerei pflegt Ihr Grab mehrmals im Jahr, und die Rechnung dafür kommt im Januar zu Ihnen.",
            "Die Gärtnerei pflegt Ihr Grab mehrmals im Jahr. Die Rechnung dafür kommt im Januar zu Ihnen.",
        ),
        (
            "Füllen Sie das Formular aus und unterschreiben Sie es auf der letzten Seite.",
            "Füllen Sie das Formular aus. Unterschreiben Sie es auf der letzten Seite.",
        ),
        (
            "Bitte füllen Sie die Tabelle aus und fügen Sie Nachweise bei.",
            "Bitte füllen Sie die Tabelle aus. Fügen Sie Nachweise bei.",
        ),
        (
            "Wir prüfen Ihre Angaben, rechnen den Betrag aus und zahlen das Geld auf Ihr Konto.",
            "Wir prüfen Ihre Angaben. Wir rechnen den Betrag aus. Wir zahlen das Geld auf Ihr Konto.",
        ),
        (
            "Der Antrag wird geprüft, die Kosten werden berechnet und Sie bekommen einen Bescheid.",
            "Der Antrag wird geprüft. Die Kosten werden berechnet. Sie bekommen einen Bescheid.",
        ),
        (
            "Die Akte bleibt im Amt und wird nach zehn Jahren vernichtet.",
            "Die Akte bleibt im Amt. Die Akte wird nach zehn Jahren vernichtet.",
        ),
        (
            "Die Karte gilt ein Jahr, und danach müssen Sie eine neue Karte beantragen.",
            "Die Karte gilt ein Jahr. Danach müssen Sie eine neue Karte beantragen.",
        ),
        (
            "Sie bekommen einen Bescheid, aber die Zahlung kommt erst im Mai.",
            "Sie bekommen einen Bescheid. Aber die Zahlung kommt erst im Mai.",
        ),
        (
            "Wir rufen Sie an, denn Ihre Angaben sind noch nicht vollständig.",
            "Wir rufen Sie an. Denn Ihre Angaben sind noch nicht vollständig.",
        ),
        (
            "Der Antrag liegt vor; die Prüfung dauert vier Wochen.",
            "Der Antrag liegt vor. Die Prüfung dauert vier Wochen.",
        ),
    ],
)
def test_main_clauses_part(german: Language, long: str, expected: str) -> None:
    assert in_pieces(german, long) == expected


@pytest.mark.parametrize(
    ("long", "expected"),
    [
        (
            "Die Gebühr ist niedrig, wobei Kinder nichts bezahlen müssen.",
            "Die Gebühr ist niedrig. Dabei müssen Kinder nichts bezahlen.",
        ),
        (
            "Die Stadt zahlt einen Zuschuss, wobei sich der Betrag nach dem Einkommen richtet.",
            "Die Stadt zahlt einen Zuschuss. Dabei richtet sich der Betrag nach dem Einkommen.",
        ),
        (
            "Die Unterlagen fehlen, sodass wir den Antrag noch nicht bearbeiten können.",
            "Die Unterlagen fehlen. Deshalb können wir den Antrag noch nicht bearbeiten.",
        ),
        (
            "Die Unterlagen fehlen noch, so dass sich die Bearbeitung verzögert.",
            "Die Unterlagen fehlen noch. Deshalb verzögert sich die Bearbeitung.",
        ),
        (
            "Die Kasse war geschlossen, weshalb wir die Frist verlängert haben.",
            "Die Kasse war geschlossen. Deshalb haben wir die Frist verlängert.",
        ),
        (
            "Geben Sie den Antrag an das Bürgerbüro, das am Marktplatz liegt.",
            "Geben Sie den Antrag an das Bürgerbüro. Das Bürgerbüro liegt am Marktplatz.",
        ),
        (
            "Der Bescheid kommt vom Landratsamt, das auch Auskünfte anbietet.",
            "Der Bescheid kommt vom Landratsamt. Das Landratsamt bietet auch Auskünfte an.",
        ),
        (
            "Wir prüfen Ihren Antrag, den Sie im Mai gestellt haben.",
            "Wir prüfen Ihren Antrag. Den Antrag haben Sie im Mai gestellt.",
        ),
    ],
)
def test_a_last_clause_becomes_a_sentence_with_the_verb_second(german: Language, long: str, expected: str) -> None:
    assert in_pieces(german, long) == expected


@pytest.mark.parametrize(
    ("long", "expected"),
    [
        (
            "Wenn Sie umziehen, müssen Sie sich abmelden, und der Bescheid endet.",
            "Ziehen Sie um? Dann müssen Sie sich abmelden, und der Bescheid endet.",
        ),
        (
            "Falls Sie kein Kindergeld bekommen, so schicken Sie uns bitte die Urkunde.",
            "Bekommen Sie kein Kindergeld? Dann schicken Sie uns bitte die Urkunde.",
        ),
        (
            "Kommt Ihr Kind im Sommer in die Schule, so müssen Sie es anmelden.",
            "Kommt Ihr Kind im Sommer in die Schule? Dann müssen Sie es anmelden.",
        ),
        (
            "Haben Sie noch kein Konto, eröffnen Sie bitte eines.",
            "Haben Sie noch kein Konto? Dann eröffnen Sie bitte eines.",
        ),
        (
            "Sofern der Bescheid nicht angekommen ist, rufen Sie uns bitte an.",
            "Ist der Bescheid nicht angekommen? Dann rufen Sie uns bitte an.",
        ),
        (
            "Wenn sich Ihr Einkommen ändert, müssen Sie uns das mitteilen.",
            "Ändert sich Ihr Einkommen? Dann müssen Sie uns das mitteilen.",
        ),
    ],
)
def test_a_condition_in_front_becomes_a_question(german: Language, long: str, expected: str) -> None:
    assert in_pieces(german, long) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Wenn Sie Kinder haben und wenn Sie sorgen, bekommen Sie Geld.",
        "Wenn Sie, wie vereinbart, umziehen, rufen Sie an.",
        "Die Hebamme wird Sie betreuen, sie leistet Hilfe, überwacht die Geburt und führt die Tests des Kindes durch.",
        "Zuständig ist die Stadtverwaltung oder das Landratsamt, das für Sie bis jetzt das Geld gezahlt hat.",
        "Sie können eine Hilfe bei der Stelle beantragen, sodass eine weitere Fassung in der Sprache nicht nötig ist.",
        "Sind solche Kurse nicht bereits geregelt, können diese auch andere Stellen planen.",
        "Wenn das Verfahren nicht bereits durch einen Plan zur Zahlung beendet wird, können Sie einen Antrag stellen.",
        "Füllen Sie das Formular aus, unterschreiben Sie es.",
        "Sollten Sie Fragen haben, rufen Sie an.",
        "Nur wenn Sie umziehen, müssen Sie sich abmelden.",
        "Sie müssen sich abmelden, und der Bescheid endet, sobald Sie umziehen.",
        "Sie können anrufen, oder wir schreiben Ihnen einen Brief.",
        "Entweder zahlen Sie sofort, oder Sie bekommen eine Mahnung.",
        "Sie sind nicht nur verpflichtet, alles zu sagen; Ihnen obliegt es auch, andere zu befragen.",
        "Die Behörde prüft den Antrag nicht und zahlt das Geld auf Ihr Konto.",
        "Die Kinder bekommen ein Essen, und sie zahlen dafür nichts.",
        "Ich versichere, dass die Angaben vollständig sind und ich nichts verschwiegen habe.",
        "Die Behörde prüft und bewilligt den Antrag für das nächste Jahr.",
        "Haben Sie Kinder und zahlen Sie für diese Kinder Unterhalt?",
        "Geben Sie die Felder an, die für Sie gelten.",
        "Fragen Sie bei der Behörde, die den Bescheid erlassen hat.",
        "Legen Sie eine Bescheinigung bei, die nicht älter als drei Monate ist.",
        "Es ist noch unklar, weshalb die Kasse geschlossen ist.",
        "Schreiben Sie deutlich, sodass wir alles lesen können.",
        "Wir brauchen Ihre Adresse, damit wir Ihnen schreiben können.",
    ],
)
def test_what_belongs_together_stays(german: Language, text: str) -> None:
    assert in_pieces(german, text) == text


def test_a_suggestion_passes_the_gate(checker: Checker) -> None:
    text = "Die Gärtnerei pflegt Ihr Grab mehrmals im Jahr, und die Rechnung dafür kommt jeweils im Januar zu Ihnen."
    block = Block(id="p1b1", role="paragraph", text=text)
    report = checker.check(
        Document(media_type="text/plain", sha256="", blocks=(block,)),
        Options(language="de", rules=frozenset({"several-statements"})),
    )
    assert [suggestion.result for finding in report.findings for suggestion in finding.suggestions] == [
        "Die Gärtnerei pflegt Ihr Grab mehrmals im Jahr. Die Rechnung dafür kommt jeweils im Januar zu Ihnen."
    ]


@pytest.mark.parametrize(("verb", "passes"), [(" kommt", True), ("", False)])
def test_each_new_sentence_has_to_be_one(checker: Checker, german: Language, verb: str, passes: bool) -> None:
    text = "Die Gärtnerei pflegt Ihr Grab mehrmals im Jahr, und die Rechnung dafür kommt jeweils im Januar zu Ihnen."
    rule = checker.book.rule("de", "several-statements")
    block = Block(id="p1b1", role="paragraph", text=text)
    parsed = german.parse(Document(media_type="text/plain", sha256="", blocks=(block,)))
    raw = next(iter(detect(parsed, [rule], "plain")))
    start, end = text.index(", und"), text.index(" jeweils")
    edit = Edit(span=Span(block="p1b1", start=start, end=end), text=f". Die Rechnung dafür{verb}")
    candidate = gate.on_trial(raw, Suggestion(edits=(edit,), safety="review"), Counter({rule.id: 1}))
    assert candidate is not None
    verdict = gate.admitted([candidate], [rule], german, lambda trial, rules: detect(trial, rules, "plain"))
    assert verdict.passed == [passes]
