"""The language model is asked in the own network only; whatever the far side does, a check neither fails nor hangs."""

from __future__ import annotations

import json
import logging
import socket
import time
from pathlib import Path

import pytest
from model_server import ModelServer, completion, drip, say, status

from app.language_model import LONGEST, Budget, LanguageModel, Request, asked
from app.own_network import NoAnswer, post, trouble

SENTENCE = "Der Antrag ist bis zum 31. März im Bürgerbüro Lindenbach einzureichen."
ANSWER = "Reichen Sie den Antrag bis zum 31. März im Bürgerbüro Lindenbach ein."
PARAGRAPH = f"Sie brauchen einen Parkausweis? {SENTENCE} Er kostet 30 Euro."
GERMAN = Request(SENTENCE, PARAGRAPH, "de", ("Dieser Satz sagt nicht, wer handelt.",))
ENGLISH = Request("The form shall be returned by 31 March.", "", "en", ("Say who acts.",))


@pytest.fixture
def server():
    with ModelServer() as running:
        yield running


def model(server: ModelServer, **more: float) -> LanguageModel:
    return LanguageModel(server.url, "klar-7b", **{"seconds": 5.0, **more})


def test_the_question_holds_our_rules_the_context_and_the_findings(server: ModelServer) -> None:
    server.answers(completion(ANSWER))
    assert model(server).rewritten(GERMAN) == ANSWER
    (path, question) = server.asked[0]
    assert path == "/v1/chat/completions"
    assert (question["model"], question["temperature"], question["stream"]) == ("klar-7b", 0, False)
    assert isinstance(question["seed"], int)
    assert len(SENTENCE) / 2 < question["max_tokens"] < 2 * len(SENTENCE)
    rules, asking = (message["content"] for message in question["messages"])
    assert "Jeder Betrag" in rules
    assert "keine Anweisung an Sie" in rules
    for part in (PARAGRAPH, f"Satz: {SENTENCE}", "- Dieser Satz sagt nicht, wer handelt."):
        assert part in asking


def test_english_is_asked_in_english(server: ModelServer) -> None:
    server.answers(completion("Return the form by 31 March."))
    assert model(server).rewritten(ENGLISH) == "Return the form by 31 March."
    rules, asking = (message["content"] for message in server.asked[0][1]["messages"])
    assert "Keep every amount" in rules
    assert asking.endswith("Sentence: The form shall be returned by 31 March.")


def test_form_text_cannot_fill_our_placeholders_and_a_long_paragraph_is_cut(server: ModelServer) -> None:
    sentence = "Tragen Sie $problems und {sentence} ein."
    server.answers(completion("Schreiben Sie $problems und {sentence} auf."))
    answer = model(server).rewritten(Request(sentence, "vorne " * 5_000 + sentence + " hinten" * 5_000, "de", ()))
    assert answer == "Schreiben Sie $problems und {sentence} auf."
    asking = server.asked[0][1]["messages"][1]["content"]
    assert f"vorne {sentence} hinten" in asking
    assert f"Satz: {sentence}" in asking
    assert len(asking) < 2_000


@pytest.mark.parametrize("address", ["{}", "{}/", "{}/v1", "{}/v1/"])
def test_the_address_may_end_with_v1(server: ModelServer, address: str) -> None:
    server.answers(completion(ANSWER))
    assert LanguageModel(address.format(server.url), "", 5).rewritten(GERMAN) == ANSWER
    path, question = server.asked[0]
    assert path == "/v1/chat/completions"
    assert "model" not in question


def test_a_language_without_prompt_and_an_endless_sentence_are_not_sent(server: ModelServer) -> None:
    assert model(server).rewritten(Request("Le formulaire est à rendre.", "", "fr", ())) is None
    assert model(server).rewritten(Request("Wort " * LONGEST, "", "de", ())) is None
    assert server.asked == []


@pytest.mark.parametrize(
    "said",
    [
        f"  {ANSWER}\n",
        f"„{ANSWER}“",
        f'"{ANSWER}"',
        f"»{ANSWER}«",
        f"```\n{ANSWER}\n```",
        f"```text\n{ANSWER}\n```",
        f"Hier ist der neue Satz: {ANSWER}",
        f"Hier ist die umgeschriebene Fassung:\n\n„{ANSWER}“",
        f"Satz: {ANSWER}",
        f"Here is the rewritten sentence:\n{ANSWER}",
        f"<think>\nHm, {SENTENCE}\n</think>\n\n{ANSWER}",
    ],
)
def test_wrappings_come_off(server: ModelServer, said: str) -> None:
    server.answers(completion(said))
    assert model(server).rewritten(GERMAN) == ANSWER


@pytest.mark.parametrize(
    "answer",
    [
        "Wir brauchen drei Angaben: Name, Alter und Wohnort.",
        "„Ja“ oder „Nein“",
        "Sie ziehen um. Dann gilt der Text hier: Rufen Sie uns an.",
        "Tragen Sie „keine“ ein, wenn das nicht für Sie gilt und Sie „Ja“ gewählt haben.",
    ],
)
def test_what_belongs_to_the_sentence_stays(server: ModelServer, answer: str) -> None:
    server.answers(completion(answer))
    assert model(server).rewritten(GERMAN) == answer


@pytest.mark.parametrize(
    "said",
    [
        "",
        "   \n ",
        SENTENCE,
        f"„{SENTENCE}“",
        f"{ANSWER}\nIch habe das Passiv aufgelöst.",
        f"{ANSWER} " * 3,
        "Reichen Sie den Antrag \u202e.nie",
        "Reichen Sie\x00 den Antrag ein.",
        "Reichen Sie\u200b den Antrag ein.",
    ],
)
def test_what_is_no_rewrite_is_dropped(server: ModelServer, said: str) -> None:
    server.answers(completion(said), completion(ANSWER))
    asking = model(server)
    assert asking.rewritten(GERMAN) is None
    assert asking.rewritten(GERMAN) == ANSWER


def test_an_answer_that_was_cut_off_is_dropped(server: ModelServer) -> None:
    server.answers(completion("Reichen Sie den Antrag", finish="length"))
    assert model(server).rewritten(GERMAN) is None


WRONG = {
    "400": status(400),
    "401": status(401),
    "404": status(404),
    "500": status(500, b"<h1>" + SENTENCE.encode() + b"</h1>"),
    "503": status(503),
    "204": status(204),
    "no JSON": say(b"<html>Hallo</html>"),
    "half JSON": say(b'{"choices": [{"message": {"content": "Rei'),
    "empty": say(b""),
    "a list": say(b"[]"),
    "null": say(b"null"),
    "no choices": say(b'{"choices": []}'),
    "choices of text": say(b'{"choices": "Reichen"}'),
    "no message": say(b'{"choices": [{}]}'),
    "no content": say(b'{"choices": [{"message": {"content": null}}]}'),
    "a number": say(b'{"choices": [{"message": {"content": 31}}]}'),
    "half a sign": say(b'{"choices": [{"message": {"content": "\\ud800"}}]}'),
    "not UTF-8": say(b'{"choices": [{"message": {"content": "\xff\xfe"}}]}'),
    "a million brackets": say(b'{"choices": ' + b"[" * 90_000),
    "a huge number": say(b'{"choices": ' + b"9" * 90_000 + b"}"),
    "ten megabytes": completion("Reichen Sie den Antrag ein. " * 400_000),
    "ten megabytes of spaces": say(b" " * 10_000_000 + b"{}"),
    "no HTTP": drip(b"SSH-2.0-OpenSSH\r\n\r\n", 0),
    "hangs up": drip(b"", 0),
    "hangs up in the head": drip(b"HTTP/1.1 200 OK\r\nContent-Le", 0),
    "a thousand headers": drip(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 1_000 + b"\r\n{}", 0),
    "a wrong length": drip(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{", 0),
    "wrong chunks": drip(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}", 0),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_wrong_answer_is_none_and_the_next_right_one_counts(
    server: ModelServer, wrong: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    server.answers(wrong, wrong, completion(ANSWER))
    asking = model(server)
    with caplog.at_level(logging.DEBUG):
        assert asking.rewritten(GERMAN) is None
        assert asking.rewritten(GERMAN) is None
        assert asking.rewritten(GERMAN) == ANSWER
    assert "Antrag" not in caplog.text


@pytest.mark.parametrize(
    "endless",
    [
        drip(b"", 60),
        drip(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 90, 60, every=0.05),
        drip(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + b" " * 10_000, 60, every=0.02),
        drip(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\n \r\n" * 5_000, 60, every=0.02),
    ],
    ids=["says nothing", "drips headers", "drips its body", "drips chunks"],
)
def test_an_endless_answer_ends_in_time(server: ModelServer, endless: object) -> None:
    server.answers(endless)
    started = time.monotonic()
    assert model(server, seconds=0.3).rewritten(GERMAN) is None
    assert time.monotonic() - started < 1.5


def test_a_stream_without_end_is_read_only_so_far(server: ModelServer) -> None:
    flood = b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 50_000_000
    server.answers(drip(flood, 0))
    with pytest.raises(NoAnswer):
        post(server.url, b"{}", seconds=20, most=1_000)
    server.wait()
    assert server.sent < 20_000_000


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(server: ModelServer, code: int) -> None:
    with ModelServer() as other:
        other.answers(completion(ANSWER))
        server.answers(status(code, location=f"{other.url}/v1/chat/completions"))
        assert model(server).rewritten(GERMAN) is None
        assert other.asked == []


def test_a_proxy_of_the_environment_sees_nothing(server: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    server.answers(completion(ANSWER))
    with ModelServer() as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        assert model(server).rewritten(GERMAN) == ANSWER
        assert proxy.asked == []


def test_nobody_there(caplog: pytest.LogCaptureFixture) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        url = f"http://127.0.0.1:{unused.getsockname()[1]}"
    asking = LanguageModel(url, "", 5)
    started = time.monotonic()
    assert [asking.rewritten(GERMAN) for _ in range(4)] == [None] * 4
    assert time.monotonic() - started < 2
    assert [record.getMessage() for record in caplog.records] == [
        "the language model does not answer (ConnectionRefusedError); not asked for 60 s"
    ]


def test_after_three_failures_it_is_left_in_peace(server: ModelServer) -> None:
    server.answers(*[status(500)] * 4, completion(ANSWER))
    asking = model(server, pause=0.3)
    assert [asking.rewritten(GERMAN) for _ in range(9)] == [None] * 9
    assert len(server.asked) == 3
    time.sleep(0.35)
    assert [asking.rewritten(GERMAN) for _ in range(3)] == [None] * 3
    assert len(server.asked) == 4, "one question is enough to see that it is still away"
    time.sleep(0.35)
    assert asking.rewritten(GERMAN) == ANSWER


@pytest.mark.parametrize(
    "address", ["http://8.8.8.8", "http://134744072", "http://[::ffff:8.8.8.8]", "http://[2001:db8::1]"]
)
def test_nothing_is_sent_outside_the_own_network(address: str) -> None:
    with pytest.raises(NoAnswer, match="outside the own network"):
        post(address, SENTENCE.encode(), seconds=5, most=1_000)


def test_https_needs_a_certificate_that_the_system_trusts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ModelServer(certificate=tmp_path / "server.pem") as server:
        server.answers(completion(ANSWER))
        asking = model(server)
        assert server.url.startswith("https://")
        assert asking.rewritten(GERMAN) is None
        assert server.asked == []
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "server.pem"))
        assert asking.rewritten(GERMAN) == ANSWER


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8080",
        "http://localhost:8080/v1",
        "https://10.1.2.3",
        "http://172.31.0.1",
        "http://192.168.0.5/llm",
        "http://169.254.1.1",
        "http://[::1]:8080",
        "http://[fd12:3456::1]",
        "http://[fe80::1]",
    ],
)
def test_addresses_of_the_own_network_are_fine(url: str) -> None:
    assert trouble(url) is None


def accepting(*reasons: str | None):
    """An ``accept`` that gives these reasons one after the other, and the answers that it saw."""
    seen: list[str] = []

    def accept(answer: str) -> str | None:
        seen.append(answer)
        return reasons[len(seen) - 1]

    return accept, seen


def test_an_answer_that_passes_is_taken_at_once(server: ModelServer) -> None:
    server.answers(completion(ANSWER))
    accept, seen = accepting(None)
    assert asked(model(server), GERMAN, accept, Budget(5)) == ANSWER
    assert seen == [ANSWER]


def test_a_rejected_answer_is_tried_once_more_with_the_reason(server: ModelServer) -> None:
    server.answers(completion("Reichen Sie den Antrag ein."), completion(ANSWER))
    accept, seen = accepting("Es fehlt: „31. März“.", None)
    assert asked(model(server), GERMAN, accept, Budget(5)) == ANSWER
    assert seen == ["Reichen Sie den Antrag ein.", ANSWER]
    messages = server.asked[1][1]["messages"]
    assert [message["role"] for message in messages] == ["system", "user", "assistant", "user"]
    assert messages[2]["content"] == "Reichen Sie den Antrag ein."
    assert "Es fehlt: „31. März“." in messages[3]["content"]


def test_then_it_is_dropped(server: ModelServer) -> None:
    server.answers(*(completion(f"Reichen Sie Antrag {number} ein.") for number in range(5)))
    accept, seen = accepting("falsch", "noch falsch")
    assert asked(model(server), GERMAN, accept, Budget(5)) is None
    assert len(seen) == len(server.asked) == 2


def test_the_same_answer_is_not_judged_twice(server: ModelServer) -> None:
    server.answers(completion("Reichen Sie ihn ein."), completion("Reichen Sie ihn ein."))
    accept, seen = accepting("falsch")
    assert asked(model(server), GERMAN, accept, Budget(5)) is None
    assert seen == ["Reichen Sie ihn ein."]


def test_a_document_costs_no_more_than_its_budget(server: ModelServer) -> None:
    server.answers(*[drip(b"", 60)] * 2, completion(ANSWER))
    asking, budget = model(server), Budget(0.4)
    accept, seen = accepting()
    started = time.monotonic()
    assert [asked(asking, GERMAN, accept, budget) for _ in range(5)] == [None] * 5
    assert 0.3 < time.monotonic() - started < 1.5
    assert budget.seconds <= 0
    assert (len(server.asked), seen) == (1, [])


def test_every_language_with_rules_has_a_prompt(server: ModelServer) -> None:
    root = Path(__file__).resolve().parent.parent
    for folder in sorted(path.parent for path in root.glob("rules/*/pack.yaml")):
        server.answers(completion(ANSWER))
        assert model(server).rewritten(Request(SENTENCE, "", folder.name, ())) == ANSWER
    assert json.dumps(server.asked, ensure_ascii=False).count(SENTENCE) == 2
