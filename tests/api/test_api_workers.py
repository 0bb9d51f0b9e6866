"""The workers: lost, stuck, killed, and what callers notice of it."""

from __future__ import annotations

import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from api_letters import LETTER
from api_service import ROOT, Service, alive, children, start
from test_api_problems import problem

from app import reading
from app.api import wire
from app.model import Report
from app.settings import Settings


def until(condition: Callable[[], bool], seconds: float) -> float:
    """Waits for something to become true; the seconds that took."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < seconds, f"not within {seconds} s"
        time.sleep(0.01)
    return time.monotonic() - began


def family(pid: int) -> list[int]:
    """A process and all its descendants."""
    return [pid] + [member for child in children(pid) for member in family(child)]


def test_the_web_process_holds_no_spacy(service: Service) -> None:
    def libraries(pid: int) -> str:
        return Path(f"/proc/{pid}/maps").read_text(encoding="utf-8")

    assert "/spacy/" not in libraries(service.process.pid)
    assert "/pypdfium2" not in libraries(service.process.pid)
    assert all("/spacy/" in libraries(pid) for pid in service.workers())


def test_the_application_imports_no_spacy() -> None:
    code = (
        "import sys, app.api.server; from app.api import application, create_app; from app.settings import Settings;"
        "create_app(Settings()).openapi(); application._book(Settings());"
        "print([name for name in ('spacy', 'thinc', 'textstat') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_killed_workers_cost_nobody_an_answer(service: Service) -> None:
    statuses: list[int] = []

    def checks() -> None:
        with service.client() as client:
            statuses.extend(client.post("/v1/check", json={"text": LETTER}).status_code for _ in range(10))

    victims = service.workers()
    threads = [threading.Thread(target=checks) for _ in range(4)]
    for thread in threads:
        thread.start()
    for victim in victims:
        time.sleep(0.2)
        os.kill(victim, signal.SIGKILL)
    for thread in threads:
        thread.join()
    assert statuses == [200] * 40
    until(lambda: len(service.workers()) == 2 and not set(victims) & set(service.workers()), 30)
    assert not any(alive(victim) for victim in victims)


def test_a_document_that_costs_two_workers_is_given_up(narrow: Service, tome: str) -> None:
    answers = []

    def check() -> None:
        with narrow.client() as client:
            answers.append(client.post("/v1/check", json={"text": tome}))

    with narrow.client() as client:
        assert client.post("/v1/check", json={"text": LETTER}).status_code == 200
        thread = threading.Thread(target=check)
        thread.start()
        for _ in range(2):
            (victim,) = narrow.workers()
            until(lambda: client.get("/v1/health/ready").json().get("workers") == 1, 30)
            enough = cpu_seconds(victim) + 0.3  # then it is certainly at work on the document
            until(lambda pid=victim, enough=enough: cpu_seconds(pid) > enough, 30)
            os.kill(victim, signal.SIGKILL)
            until(lambda pid=victim: narrow.workers() not in ([], [pid]), 30)
        thread.join()
        problem(answers[0], "overloaded", 503)
        assert answers[0].headers["retry-after"] == "30"
        assert client.post("/v1/check", json={"text": LETTER}).status_code == 200


def cpu_seconds(pid: int) -> float:
    """Seconds of CPU that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_a_document_that_takes_too_long_is_stopped_and_its_worker_replaced(narrow: Service, tome: str) -> None:
    (victim,) = narrow.workers()
    with narrow.client() as client:
        began = time.monotonic()
        answer = client.post("/v1/check", json={"text": tome})
        assert 3 <= time.monotonic() - began < 20
        assert "3 Sekunden" in problem(answer, "too-complex", 422)["detail"]
        until(lambda: not alive(victim) and bool(narrow.workers()), 2)
        assert client.get("/v1/health/live").status_code == 200
        assert client.get("/v1/health/ready").status_code == 200  # it is being replaced: requests wait
        assert client.post("/v1/check", json={"text": LETTER}).status_code == 200


def test_a_worker_that_has_grown_makes_room_for_a_fresh_one() -> None:
    code = "import sys; from app.api import worker; worker.MAX_GROWTH = -(2**40); sys.exit(worker.main(sys.argv[1:]))"
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            arguments = [sys.executable, "-c", code, str(theirs.fileno()), str(os.getpid())]
            process = subprocess.Popen(arguments, cwd=ROOT, pass_fds=[theirs.fileno()])
        settings = Settings()
        ours.sendall(wire.frame(b"S", pickle.dumps(settings)))
        hello = wire.unwrap(wire.receive_now(ours) or b"")
        assert isinstance(hello, wire.Hello)
        assert set(hello.models) == {"de", "en"}
        document = reading.read_text(LETTER, settings=settings)
        ours.sendall(wire.wish_frame(wire.Wish(document, None, "plain", None, frozenset(), suggestions=True)))
        answer = wire.unwrap(wire.receive_now(ours) or b"")
        assert isinstance(answer, bytes)
        assert Report.model_validate_json(answer).findings
        assert wire.receive_now(ours) is None  # it has answered, and then left
        assert process.wait(5) == 0


def test_stops_on_sigterm_with_work_at_hand(tmp_path: Path, tome: str) -> None:
    service = start(tmp_path, workers="1")
    with service.client() as client:
        assert client.get("/v1/health/live").status_code == 200  # it listens at once
        waiting = client.get("/v1/health/ready")
        if waiting.status_code != 200:
            problem(waiting, "not-ready", 503)
            assert int(waiting.headers["retry-after"]) > 0
    service.until(200)

    def check() -> None:
        with service.client() as client:
            try:
                client.post("/v1/check", json={"text": tome})
            except OSError:
                return
            except Exception as error:
                assert "disconnect" in str(error).lower() or "reset" in str(error).lower()  # noqa: PT017

    thread = threading.Thread(target=check)
    thread.start()
    time.sleep(0.5)
    members = family(service.process.pid)
    assert len(members) >= 2
    began = time.monotonic()
    service.process.send_signal(signal.SIGTERM)
    assert service.process.wait(12) == 0
    assert time.monotonic() - began < 10
    thread.join()
    until(lambda: not any(alive(pid) for pid in members), 2)


def test_workers_end_with_a_killed_service(tmp_path: Path) -> None:
    service = start(tmp_path, workers="1")
    until(lambda: bool(service.workers()), 10)
    members = family(service.process.pid)
    service.process.kill()
    service.process.wait()
    until(lambda: not any(alive(pid) for pid in members), 3)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"rules": "/no/such/folder"}, "/no/such/folder"),
        ({"model_de": "no_such_model"}, "no_such_model"),
        ({"workers": "none"}, "FORMKLAR_WORKERS"),
        ({"colour": "red"}, "FORMKLAR_COLOUR"),
    ],
    ids=["rules", "model", "value", "name"],
)
def test_does_not_start_with_wrong_settings(settings: dict[str, str], said: str) -> None:
    environment = dict(os.environ) | {f"FORMKLAR_{name.upper()}": value for name, value in settings.items()}
    done = subprocess.run(
        [sys.executable, "-m", "app.cli", "serve", "--port", "0"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 3
    assert said in done.stderr
    assert "Traceback" not in done.stderr
