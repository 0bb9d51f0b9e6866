"""Answers of a language model pass the same gate: what is good leaves with a note, what loses something never does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from model_server import ModelServer, completion

from app.asking import NOTE
from app.checker import Checker, Options
from app.model import Block, Document, Report
from app.settings import Settings

HARD = "Zuzahlungen von mehr als 40 Euro dürfen nicht von Ihnen verlangt werden."
GOOD = "Die Kita darf Zuzahlungen von mehr als 40 Euro nicht von Ihnen verlangen."


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as server:
        yield server


def asked(server: ModelServer, settings: Settings, text: str = HARD) -> Report:
    """The report of a checker that may ask the model."""
    checker = Checker(settings.model_copy(update={"llm_url": server.url, "llm_model": "small", "llm_seconds": 5}))
    block = Block(id="p0b1", role="paragraph", text=text)
    document = Document(media_type="text/plain", sha256="", blocks=(block,))
    return checker.check(document, Options(language="de"))


def from_model(report: Report) -> list[str]:
    return [
        way.result for sentence in report.rewrite.sentences for way in sentence.alternatives if way.note == NOTE["de"]
    ]


def test_a_good_answer_leaves_with_a_note(server: ModelServer, settings: Settings) -> None:
    server.answers(completion(GOOD))
    report = asked(server, settings)
    assert from_model(report) == [GOOD]
    assert [cure.result for finding in report.findings for cure in finding.suggestions] == [GOOD]
    assert report.rewrite.applied == 0


@pytest.mark.parametrize(
    ("loses", "kind"),
    [
        ("Die Kita darf Zuzahlungen von mehr als 30 Euro nicht von Ihnen verlangen.", "eine Zahl"),
        ("Die Kita darf Zuzahlungen von mehr als 40 Euro von Ihnen verlangen.", "eine Verneinung"),
        ("Die Kita muss Zuzahlungen von mehr als 40 Euro nicht von Ihnen verlangen.", "müssen"),
        ("Zuzahlungen von mehr als 40 Euro dürfen von Ihnen nicht verlangt werden.", "nicht einfacher"),
    ],
)
def test_the_model_is_told_the_reason_once(server: ModelServer, settings: Settings, loses: str, kind: str) -> None:
    server.answers(completion(loses), completion(GOOD))
    report = asked(server, settings)
    assert from_model(report) == [GOOD]
    assert kind in str(server.asked[1][1]["messages"])


def test_a_second_loss_is_dropped(server: ModelServer, settings: Settings) -> None:
    server.answers(completion("Die Kita darf 30 Euro verlangen."), completion("Die Kita darf alles verlangen."))
    report = asked(server, settings)
    assert from_model(report) == []
    assert len(server.asked) == 2


def test_a_sentence_with_a_rewrite_of_our_own_is_not_asked_about(server: ModelServer, settings: Settings) -> None:
    report = asked(server, settings, "Der Antrag wird von der Behörde geprüft.")
    assert server.asked == []
    assert report.rewrite.sentences


def test_without_the_setting_nobody_is_asked(server: ModelServer, checker: Checker) -> None:
    block = Block(id="p0b1", role="paragraph", text=HARD)
    checker.check(Document(media_type="text/plain", sha256="", blocks=(block,)), Options(language="de"))
    assert server.asked == []
