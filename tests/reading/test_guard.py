"""Whatever a document does to its reader, the caller gets an answer in time and nothing is left behind."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from reportlab.pdfgen import canvas

from app import errors
from app.model import Block, Document, Line
from app.reading import guard
from app.reading.child import Answer
from app.reading.guard import Verdict, Zygote
from app.reading.limits import Limits
from app.reading.pdf import read_pdf
from app.settings import ROOT, Settings

BRIEF = Settings(reading_seconds=1, reading_cpu_seconds=1, reading_memory=300 * 2**20)
PATIENT = Settings(reading_seconds=8, reading_cpu_seconds=8)


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    """A helper process that also has the reader that misbehaves."""
    helper = Zygote(test_readers=True)
    yield helper
    helper.close()


def deed(zygote: Zygote, words: str, settings: Settings = PATIENT) -> str:
    """What the misbehaving reader says it achieved."""
    said = zygote.read("misbehave", words.encode(), settings=settings).blocks[0].text
    return said.partition(": ")[2]


def processes(pid: int, *, session: bool) -> list[int]:
    """The children of a process, or all processes of its session, zombies included, without itself."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal() and int(folder.name) != pid:
            with contextlib.suppress(OSError):
                stat = (folder / "stat").read_text().rpartition(") ")[2].split()
                if int(stat[3 if session else 1]) == pid:
                    found.append(int(folder.name))
    return found


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] != "Z"
    except OSError:
        return False


def soon(condition: Callable[[], bool], seconds: float = 5) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.01)
    return condition()


def open_files(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


@pytest.mark.parametrize(
    ("words", "expected", "facts"),
    [
        ("wait", errors.ReadingTimedOut, {"seconds": 1}),
        ("sleep", errors.ReadingTimedOut, {"seconds": 1}),  # it switched its own alarm off
        ("spin", errors.ReadingTimedOut, {"seconds": 1}),
        ("allocate", errors.TooComplex, {"limit": "reading_memory", "maximum": 300 * 2**20}),
        ("exit 0", errors.UnreadableFile, {}),
        ("exit 3", errors.UnreadableFile, {}),
        ("kill-natively 9", errors.UnreadableFile, {}),
        ("kill-natively 11", errors.UnreadableFile, {}),
        ("crash", errors.UnreadableFile, {}),
        ("abort", errors.UnreadableFile, {}),
        ("raise", errors.UnreadableFile, {}),
        ("recurse", errors.UnreadableFile, {}),
        ("fork", errors.UnreadableFile, {}),
        ("no such deed", errors.UnreadableFile, {}),
    ],
)
def test_a_reader_that_fails_is_a_typed_error(
    zygote: Zygote, words: str, expected: type[errors.FormklarError], facts: dict[str, object]
) -> None:
    zygote.warm_up()
    before = zygote.pid
    begun = time.monotonic()
    with pytest.raises(expected) as caught:
        deed(zygote, words, BRIEF)
    assert caught.value.facts == facts
    assert time.monotonic() - begun < BRIEF.reading_seconds + guard.GRACE_SECONDS + 2
    assert before is not None
    assert soon(lambda: not processes(before, session=True)), "an orphan or a zombie is left"
    assert deed(zygote, "nothing") == "done"
    assert zygote.pid == before, "the helper process survives"


def test_a_fork_may_use_cpu_only_up_to_its_share(zygote: Zygote) -> None:
    with pytest.raises(errors.ReadingTimedOut) as caught:
        deed(zygote, "spin", Settings(reading_seconds=20, reading_cpu_seconds=1))
    assert caught.value.facts == {"seconds": 1}


@pytest.mark.parametrize("how", ["write", "execute"])
def test_a_reader_leaves_no_file(zygote: Zygote, tmp_path: Path, how: str) -> None:
    target = tmp_path / "left-behind"
    with pytest.raises(errors.UnreadableFile):
        deed(zygote, f"{how} {target}")
    assert not target.exists()


@pytest.mark.enable_socket
def test_a_reader_reaches_no_network(zygote: Zygote) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        with pytest.raises(errors.UnreadableFile):
            deed(zygote, f"connect {server.getsockname()[1]}")
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize("how", ["fork", "write", "connect", "execute"])
def test_native_code_is_refused_the_same(zygote: Zygote, tmp_path: Path, how: str) -> None:
    if deed(zygote, "kernel-refuses") != "True":
        pytest.skip("this kernel has no filter of system calls")
    target = tmp_path / "left-behind"
    assert deed(zygote, f"{how}-natively {target}") == "-1"
    assert not target.exists()


def test_a_reader_cannot_kill_the_helper(zygote: Zygote) -> None:
    if deed(zygote, "kernel-refuses") != "True":
        pytest.skip("this kernel has no filter of system calls")
    before = zygote.pid
    assert deed(zygote, "kill-parent") == "-1"
    assert deed(zygote, "nothing") == "done"
    assert zygote.pid == before


def test_a_reader_sees_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_PASSWORD", "geheim")
    helper = Zygote(test_readers=True)
    try:
        assert set(deed(helper, "environment").split(",")) <= {"LANG", "LC_CTYPE", "PYTHONPATH", "LD_LIBRARY_PATH"}
        own, listing = {"0", "1", "2", "3"}, {"4"}
        assert set(deed(helper, "open-files").split(",")) == own | listing
    finally:
        helper.close()


def test_an_answer_that_is_too_long_is_refused(zygote: Zygote) -> None:
    assert deed(zygote, "flood 1000").count("Wort") == 1000
    with pytest.raises(errors.UnreadableFile):
        deed(zygote, "flood 400000", Settings(max_characters=1000))


def test_the_misbehaving_reader_exists_in_tests_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORMKLAR_TEST_READERS", "1")
    helper = Zygote()
    try:
        with pytest.raises(errors.UnreadableFile):
            helper.read("misbehave", b"nothing", settings=PATIENT)
        assert helper.read("html", b"<p>Guten Tag.</p>", settings=PATIENT).blocks[0].text == "Guten Tag."
    finally:
        helper.close()


def test_a_killed_helper_is_replaced(zygote: Zygote) -> None:
    zygote.warm_up()
    before = zygote.pid
    assert before is not None
    os.kill(before, signal.SIGKILL)
    assert deed(zygote, "nothing") == "done"
    assert zygote.pid != before
    assert not alive(before)


def test_a_document_is_tried_once_more_when_the_helper_is_lost(zygote: Zygote) -> None:
    zygote.warm_up()
    before = zygote.pid
    assert before is not None
    with ThreadPoolExecutor() as pool:
        reading = pool.submit(deed, zygote, "wait", BRIEF)
        assert soon(lambda: bool(processes(before, session=False)))
        orphan = processes(before, session=False)[0]
        os.kill(before, signal.SIGKILL)
        assert isinstance(reading.exception(), errors.ReadingTimedOut)
    assert zygote.pid != before
    assert soon(lambda: not alive(orphan)), "a fork ends with its helper"


def test_a_document_that_costs_two_helpers_is_given_up(zygote: Zygote) -> None:
    zygote.warm_up()
    with ThreadPoolExecutor() as pool:
        reading = pool.submit(deed, zygote, "sleep", PATIENT)
        for _ in range(2):
            assert soon(lambda: zygote.pid is not None and bool(processes(zygote.pid, session=False)))
            assert zygote.pid is not None
            last = zygote.pid
            os.kill(last, signal.SIGKILL)
            assert soon(lambda last=last: reading.done() or zygote.pid != last)
        assert isinstance(reading.exception(), errors.Overloaded)
    assert deed(zygote, "nothing") == "done"


def test_several_threads_read_at_once(zygote: Zygote) -> None:
    def one(number: int) -> bool:
        page = f"<p>Dies ist Antrag Nummer {number}.</p>".encode()
        return zygote.read("html", page, settings=PATIENT).blocks[0].text == f"Dies ist Antrag Nummer {number}."

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(one, range(60)))


def test_a_slow_document_does_not_hold_up_the_others(zygote: Zygote) -> None:
    zygote.warm_up()
    with ThreadPoolExecutor() as pool:
        slow = pool.submit(deed, zygote, "wait", BRIEF)
        assert deed(zygote, "nothing") == "done"
        assert not slow.done()
        assert isinstance(slow.exception(), errors.ReadingTimedOut)


def test_nothing_is_left_open(zygote: Zygote) -> None:
    deed(zygote, "nothing")
    pid = zygote.pid
    assert pid is not None
    soon(lambda: not processes(pid, session=True))
    here, there = open_files(os.getpid()), open_files(pid)
    for words in ["nothing", "raise", "exit 3", "kill-natively 9", "fork"] * 8:
        with contextlib.suppress(errors.UnreadableFile):
            deed(zygote, words)
    assert soon(lambda: not processes(pid, session=True))
    assert open_files(os.getpid()) == here
    assert soon(lambda: open_files(pid) == there)


def test_close_ends_the_helper_and_reading_starts_another() -> None:
    before = open_files(os.getpid())
    helper = Zygote(test_readers=True)
    helper.close()  # nothing runs yet
    assert deed(helper, "nothing") == "done"
    pid = helper.pid
    assert pid is not None
    helper.close()
    helper.close()
    assert not Path(f"/proc/{pid}").exists()
    assert open_files(os.getpid()) == before
    assert deed(helper, "nothing") == "done"
    helper.close()


def script(code: str) -> subprocess.CompletedProcess[str]:
    """Run code that uses the guard in a process of its own."""
    start = "import os, signal\nfrom app.reading import guard\nfrom app.settings import Settings\n"
    read = "def text(words): return guard.read('html', words, settings=Settings()).blocks[0].text\n"
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", start + read + code],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def test_a_fork_of_the_caller_reads_too() -> None:
    done = script(
        "text(b'<p>Vorher.</p>'); pid = guard._zygote.pid\n"
        "child = os.fork()\n"
        "if child == 0:\n"
        "    assert text(b'<p>Im Kind.</p>') == 'Im Kind.' and guard._zygote.pid != pid\n"
        "    guard.close()\n"
        "    os._exit(7)\n"
        "assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7\n"
        "assert text(b'<p>Nachher.</p>') == 'Nachher.' and guard._zygote.pid == pid\n"
        "print('gut')\n"
    )
    assert (done.stdout, done.stderr) == ("gut\n", "")


@pytest.mark.parametrize("end", ["", "os._exit(0)", "os.kill(os.getpid(), signal.SIGKILL)"])
def test_the_helper_ends_with_the_caller(end: str) -> None:
    done = script(f"text(b'<p>Guten Tag.</p>'); print(guard._zygote.pid, flush=True); {end or 'pass'}")
    assert done.stderr == ""
    assert soon(lambda: not alive(int(done.stdout)))


def test_name_and_checksum_are_the_callers(zygote: Zygote) -> None:
    document = zygote.read("misbehave", b"nothing", name="antrag.txt", settings=PATIENT)
    assert document.name == "antrag.txt"
    assert document.sha256 == hashlib.sha256(b"nothing").hexdigest()


def test_the_lines_of_a_pdf_come_through(zygote: Zygote) -> None:
    paper = io.BytesIO()
    page = canvas.Canvas(paper, invariant=True)
    page.drawString(72, 700, "Bitte reichen Sie den Antrag bis zum Monatsende bei uns ein.")
    page.save()
    document = zygote.read("pdf", paper.getvalue(), settings=PATIENT)
    block = next(block for block in document.blocks if "Antrag" in block.text)
    assert block.page == 1
    start = block.text.index("Antrag")
    (box,) = block.boxes_of(start, start + len("Antrag"))
    assert 72 < box[0] < box[2] < 300
    assert box[1] < 700 < box[3]


def test_what_a_fork_cost_is_told_on_request() -> None:
    told: list[Verdict] = []
    helper = Zygote(test_readers=True, on_verdict=told.append)
    try:
        deed(helper, "nothing")
        with pytest.raises(errors.TooComplex):
            deed(helper, "allocate", BRIEF)
    finally:
        helper.close()
    small, large = told
    assert 10 * 2**20 < small.memory < 150 * 2**20 < large.memory <= BRIEF.reading_memory
    assert 0 < small.cpu_seconds < 1


def test_a_reader_that_runs_out_of_time_says_how_far_it_came() -> None:
    paper = io.BytesIO()
    pages = canvas.Canvas(paper, invariant=True)
    for _ in range(300):
        pages.drawString(72, 700, "Bitte reichen Sie den Antrag bis zum Monatsende bei uns ein.")
        pages.showPage()
    pages.save()
    document = read_pdf(paper.getvalue(), name=None, limits=Limits(max_pages=300, seconds=0.05))
    (notice,) = document.notices
    assert notice.code == "partly-read"
    assert notice.page == 1 + max(block.page or 0 for block in document.blocks) <= 300


GOOD = Document(
    media_type="text/html",
    sha256="",
    blocks=(
        Block(id="p0b1", role="paragraph", text="Geheimer Satz.", lines=(Line(start=0, box=(0, 0, 1, 1)),)),
        Block(id="p0b2", role="item", text="Zwei"),
    ),
)


def said(answer: Answer) -> bytes:
    return answer.model_dump_json().encode()


def test_an_answer_is_the_document_that_was_read() -> None:
    answer = Answer(document=GOOD, lines=tuple(block.lines for block in GOOD.blocks))
    assert guard._document(said(answer)) == GOOD


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"not JSON",
        b"\xff\xfe",
        b"{}",
        json.dumps({"document": {"media_type": "x", "sha256": "", "command": "Geheimer Satz."}}).encode(),
        said(Answer(document=GOOD)),  # lines are missing
        said(Answer(document=GOOD.model_copy(update={"blocks": GOOD.blocks[:1] * 2}), lines=((), ()))),  # same id twice
        said(Answer(error="settings-error", facts={"problem": "Geheimer Satz."})),  # not an error of reading
        said(Answer(error="no-such-error")),
        said(Answer(error="too-large")),  # the facts that its text needs are missing
        said(Answer(error="too-large", facts={"maximum": "Geheimer Satz. " * 20})),
        said(Answer(error="too-large", facts={"limit": "max_pages", "maximum": "Geheimer Satz."})),
        said(Answer(error="too-large", facts={"limit": "Geheimer Satz.", "maximum": 1})),
    ],
)
def test_an_answer_that_no_reader_gives_is_refused(answer: bytes) -> None:
    with pytest.raises(errors.UnreadableFile) as caught:
        guard._document(answer)
    assert "Geheimer" not in str(caught.value)


def test_errors_of_the_readers_keep_their_facts() -> None:
    with pytest.raises(errors.TooLarge) as caught:
        guard._document(said(Answer(error="too-large", facts={"limit": "max_pages", "maximum": 200, "x": "y"})))
    assert caught.value.facts == {"limit": "max_pages", "maximum": 200}
