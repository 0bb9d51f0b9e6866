"""What is announced with *dass* is told as a main clause: only where subject and verb are certain."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.languages import sentences
from app.languages.announced_de import announced
from app.model import Block, Document, Edit, Span, apply

TOLD = [
    ("Mir ist bekannt, dass die Stelle meine Angaben prüft.", "Mir ist bekannt: Die Stelle prüft meine Angaben."),
    ("Ich weiß, dass ich mich anmelden muss.", "Ich weiß: Ich muss mich anmelden."),
    (
        "Bitte beachten Sie, dass Sie die Möglichkeit haben, für Ihre Kinder Hilfe zu beantragen.",
        "Bitte beachten Sie: Sie haben die Möglichkeit, für Ihre Kinder Hilfe zu beantragen.",
    ),
    (
        "Mir ist bekannt, dass der Antrag nur gilt, wenn ich ihn unterschreibe.",
        "Mir ist bekannt: Der Antrag gilt nur, wenn ich ihn unterschreibe.",
    ),
    (
        "Ich erkläre, dass ich das Geld nicht für andere Zwecke verwende.",
        "Ich erkläre: Ich verwende das Geld nicht für andere Zwecke.",
    ),
]
LEFT = [
    ("Wir bitten darum, dass Sie die Frist beachten.", "a wish, not a fact"),
    ("Ich bin einverstanden, dass das Amt meine Daten speichert.", "a consent, not a fact"),
    ("Mir ist bekannt, dass das Amt zahlt und dass ich mich melden muss.", "two clauses"),
    ("Ich versichere, dass ich den Antrag selbst ausgefüllt habe und keine Hilfe hatte.", "two verbs share *ich*"),
    ("Mir ist bekannt, dass das Amt der Stadt meine Angaben prüft.", "*der Stadt* may belong to the verb"),
    ("Ich erkläre nicht, dass ich einverstanden bin.", "denied"),
    ("Ich nehme zur Kenntnis, dass mir niemand helfen wird.", "the subject is not first"),
]


def ways(checker: Checker, text: str) -> list[str]:
    doc = checker.language("de").parse_texts([text])[0]
    found = [way for sent in sentences(doc) if (way := announced(sent)) is not None]
    return [
        apply(text, [Edit(span=Span(block="b", start=start, end=end), text=new) for start, end, new in way.aloud])
        for way in found
    ]


@pytest.mark.parametrize(("text", "result"), TOLD)
def test_the_clause_follows_a_colon(checker: Checker, text: str, result: str) -> None:
    assert ways(checker, text) == [result]


@pytest.mark.parametrize(("text", "why"), LEFT)
def test_nothing_where_the_clause_is_no_plain_statement(checker: Checker, text: str, why: str) -> None:
    assert ways(checker, text) == [], why


def test_it_is_safe_behind_a_colon_and_wants_a_look_without_the_notice(checker: Checker) -> None:
    text = "Bitte beachten Sie, dass Sie das Geld erst bekommen können, wenn das Amt den Antrag geprüft hat."
    document = Document(media_type="text/plain", sha256="", blocks=(Block(id="b", role="paragraph", text=text),))
    report = checker.check(document, Options(language="de", rules=frozenset({"nested-clause"})))
    cures = [(cure.safety, cure.result) for finding in report.findings for cure in finding.suggestions]
    assert cures == [
        ("safe", "Bitte beachten Sie: Sie können das Geld erst bekommen, wenn das Amt den Antrag geprüft hat."),
        ("review", "Sie können das Geld erst bekommen, wenn das Amt den Antrag geprüft hat."),
    ]
