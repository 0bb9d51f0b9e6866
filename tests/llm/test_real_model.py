"""The client against a real server with a real model: it answers, in time, and what passes loses nothing.

The model is the smallest there is and writes nonsense more often than not. So nothing is said here about how good its
answers are, only about what becomes of them.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from llm_server import Server, missing, serving

from app.fidelity import losses
from app.language_model import Budget, LanguageModel, Request, asked

pytestmark = pytest.mark.skipif(missing() is not None, reason=missing() or "")

SECONDS = 60.0

SENTENCES = {
    "de": (
        "Im Falle eines Umzugs ist der Stadt die neue Anschrift mitzuteilen.",
        "Der Betrag von 45 Euro ist bis zum 15. Mai zu überweisen.",
        "Die Unterlagen sind dem Antrag beizufügen.",
        "Hunde dürfen nicht in das Bad mitgenommen werden.",
        "Die Prüfung der Unterlagen erfolgt innerhalb von vier Wochen.",
    ),
    "en": (
        "Evidence of income shall be provided by the applicant within 14 days.",
        "In the event of a change of address the council must be informed.",
        "The amount of 45 pounds shall be transferred by 15 May.",
        "Dogs may not be taken into the pool.",
        "The application must be submitted by the applicant by 31 March.",
    ),
}
PROBLEM = {"de": "Dieser Satz sagt nicht, wer handelt.", "en": "This sentence does not say who acts."}
LOST = {"de": "Es fehlt oder ist neu: ", "en": "Missing or new: "}


def requests(language: str) -> list[Request]:
    return [Request(sentence, sentence, language, (PROBLEM[language],)) for sentence in SENTENCES[language]]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("llm") / "server.log") as running:
        yield running


@pytest.fixture
def model(server: Server) -> LanguageModel:
    return LanguageModel(server.url, "gemma", SECONDS)


@pytest.mark.parametrize("language", SENTENCES)
def test_it_answers_with_a_sentence_in_time(model: LanguageModel, language: str) -> None:
    answers = []
    for request in requests(language):
        started = time.monotonic()
        answer = model.rewritten(request)
        assert time.monotonic() - started < SECONDS + 1
        if answer is not None:
            assert "\n" not in answer
            assert answer != request.sentence
            assert len(answer) <= 2 * len(request.sentence)
            answers.append(answer)
    assert answers, "not one usable answer to five sentences: the client and the server do not understand each other"


def test_the_same_question_gets_the_same_answer(model: LanguageModel) -> None:
    for request in requests("en")[:2]:
        assert model.rewritten(request) == model.rewritten(request)


def test_a_rejected_answer_is_tried_once_more(model: LanguageModel) -> None:
    for request in [*requests("de"), *requests("en")]:
        seen: list[str] = []

        def refuse(answer: str, seen: list[str] = seen, language: str = request.language) -> str:
            seen.append(answer)
            return LOST[language] + ("alles" if language == "de" else "everything")

        assert asked(model, request, refuse, Budget(2 * SECONDS)) is None
        if len(seen) == 2:
            assert seen[0] != seen[1]
            return
    pytest.fail("the reason never led to another answer")


@pytest.mark.parametrize("language", SENTENCES)
def test_what_passes_keeps_everything(model: LanguageModel, language: str) -> None:
    judged = 0
    for request in requests(language):

        def accept(answer: str, sentence: str = request.sentence) -> str | None:
            nonlocal judged
            judged += 1
            lost = losses(sentence, answer, language)
            return LOST[language] + ", ".join(lost) if lost else None

        answer = asked(model, request, accept, Budget(2 * SECONDS))
        if answer is not None:
            assert sorted(re.findall(r"\d+", answer)) == sorted(re.findall(r"\d+", request.sentence))
            for word in (r"\bnicht\b", r"\bd[aü]rf", r"\bnot\b", r"\bmay\b"):
                assert bool(re.search(word, answer)) == bool(re.search(word, request.sentence))
    assert judged, "no answer came as far as the guard"


def test_too_slow_is_no_answer_and_the_next_one_comes(model: LanguageModel, server: Server) -> None:
    hurried = LanguageModel(server.url, "gemma", 0.05)
    started = time.monotonic()
    assert hurried.rewritten(requests("de")[0]) is None
    assert time.monotonic() - started < 1
    assert model.rewritten(requests("en")[1]) is not None or model.rewritten(requests("en")[0]) is not None


def test_a_server_that_goes_away(tmp_path: Path) -> None:
    with serving(tmp_path / "server.log") as leaving:
        model = LanguageModel(leaving.url, "gemma", SECONDS)
        assert any(model.rewritten(request) for request in requests("en"))
        leaving.end()
        started = time.monotonic()
        assert [model.rewritten(request) for request in requests("de")] == [None] * 5
        assert time.monotonic() - started < 5
