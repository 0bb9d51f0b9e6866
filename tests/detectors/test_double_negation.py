"""Double negation in both languages, with the words of the rules: what cancels out is found, nothing else."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.model import Block, Document

RULE = "double-negation"


def quotes(checker: Checker, language: str, text: str) -> list[str]:
    document = Document(media_type="text/plain", sha256="", blocks=(Block(id="b", role="paragraph", text=text),))
    report = checker.check(document, Options(language=language, rules=frozenset({RULE})))
    return [finding.quote for finding in report.findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der Betrag ist nicht unerheblich.", ["nicht unerheblich"]),
        ("Das ist keineswegs unüblich.", ["keineswegs unüblich"]),
        ("Das ist nicht von vornherein ausgeschlossen.", ["nicht von vornherein ausgeschlossen"]),
        ("Es ist nicht unzulässig, einen Vertreter zu schicken.", ["nicht unzulässig"]),
        ("Sie dürfen nicht ohne Erlaubnis bauen.", ["nicht ohne"]),
        ("Ihre Angaben bleiben nicht unberücksichtigt.", ["nicht unberücksichtigt"]),
        ("Versäumen Sie nicht, uns zu schreiben.", ["Versäumen Sie nicht"]),
        ("Auf den Nachweis kann nicht verzichtet werden.", ["nicht verzichtet"]),
        ("Es geht um keine unerhebliche Summe.", ["keine unerhebliche"]),
        ("Kein Antrag ist unbegründet.", ["Kein Antrag ist unbegründet"]),
        ("Das führt zu nicht nur unwesentlichen Kosten.", ["nicht nur unwesentlichen"]),
        ("Der Weg ist nicht verboten und nicht selten kürzer.", ["nicht verboten", "nicht selten"]),
    ],
)
def test_german_finds(checker: Checker, text: str, found: list[str]) -> None:
    assert quotes(checker, "de", text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Unvollständige Anträge bearbeiten wir nicht.",
        "Wenn Sie den Antrag nicht oder nur unvollständig ausfüllen, zahlen wir nichts.",
        "Sie brauchen weder einen Ausweis noch unvollständige Kopien.",
        "Der Antrag ist nicht nur unvollständig, sondern auch falsch.",
        "Sie müssen nicht unbedingt selbst kommen, aber unverzüglich antworten.",
        "Melden Sie sich nicht unter dieser Nummer, sondern bei unserer Zentrale.",
        "Das Unternehmen hat keine Unterschrift und keinen Unfall gemeldet.",
        "Haben Sie die Frist nicht unentschuldigt versäumt?",
        "Das lässt sich nicht ohne Weiteres ändern.",
        "Sie dürfen nicht bauen, ohne uns zu fragen.",
        "Ist der Antrag ungültig, zahlen wir nicht.",
        "Nein, wir nehmen kein Bargeld.",
        "Vergessen Sie bitte nicht, die Kopien beizulegen.",
        "Wer die Frist versäumt, bekommt kein Geld.",
        "Unbefugte dürfen das Gelände nicht betreten.",
    ],
)
def test_german_stays_silent(checker: Checker, text: str) -> None:
    assert quotes(checker, "de", text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is not uncommon to wait.", ["not uncommon"]),
        ("That isn't at all unreasonable.", ["n't at all unreasonable"]),
        ("You need no fewer than two witnesses.", ["no fewer than"]),
        ("You may not apply unless you live here.", ["not apply unless"]),
        ("Unless you sign the form, we cannot pay.", ["Unless you sign the form, we cannot"]),
        ("No fee is due unless you ask for a copy.", ["No fee is due unless"]),
        ("You must not build until you have the permit.", ["not build until"]),
        ("Do not fail to answer in time.", ["not fail to"]),
        ("No such request is unreasonable.", ["No such request is unreasonable"]),
    ],
)
def test_english_finds(checker: Checker, text: str, found: list[str]) -> None:
    assert quotes(checker, "en", text) == found


@pytest.mark.parametrize(
    "text",
    [
        "No, we do not take cash.",
        "If you cannot come, do not worry.",
        "It is not only unlawful but also dangerous.",
        "It is neither unfair nor unusual.",
        "Incomplete forms are not accepted.",
        "We do not use uniform or unique numbers under this scheme.",
        "You will not hear from us until May.",
        "Do not write under the line.",
        "Unless otherwise stated, we do not charge a fee.",
        "Did you not think it unreasonable?",
        "If the form is invalid, we will not pay.",
        "We will pay unless you object.",
    ],
)
def test_english_stays_silent(checker: Checker, text: str) -> None:
    assert quotes(checker, "en", text) == []


def test_facts_name_both_negations(checker: Checker) -> None:
    block = Block(id="b", role="paragraph", text="Der Betrag ist nicht ganz unerheblich.")
    document = Document(media_type="text/plain", sha256="", blocks=(block,))
    report = checker.check(document, Options(language="de", rules=frozenset({RULE})))
    (finding,) = report.findings
    assert (finding.facts["first"], finding.facts["second"], finding.severity) == ("nicht", "unerheblich", "error")
