"""How fast the service answers: ``python -m benchmarks.service`` starts it on loopback and measures from outside.

Prints seconds until ready, the times of a warm one-page text (median and 95th percentile), resident memory of all
its processes, and how quickly ``/v1/health/live`` answers while checks run.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 120

PAGE = """Sehr geehrte Frau Beispiel,

Sie haben am 3. Februar 2026 einen Antrag auf Wohngeld gestellt. Ihr Antrag wird derzeit von der Wohngeldstelle der
Stadtverwaltung Lindenbach an der Queich geprüft. Zur abschließenden Bearbeitung sind noch folgende Unterlagen
einzureichen: die vollständig ausgefüllte Verdienstbescheinigung des Arbeitgebers, der aktuelle Mietvertrag und ein
Nachweis über die Höhe der Heizkosten des vergangenen Jahres.

Die Unterlagen müssen bis zum 31. März 2026 bei uns eingegangen sein. Sollten die Unterlagen nicht fristgerecht
vorgelegt werden, kann der Antrag wegen fehlender Mitwirkung gemäß § 66 SGB I abgelehnt werden. Eine Verlängerung der
Frist ist nur in begründeten Ausnahmefällen möglich und muss schriftlich beantragt werden.

Bitte beachten Sie, dass die Bewilligung des Wohngeldes nur für den Zeitraum erfolgt, für den die Voraussetzungen
nachgewiesen wurden. Änderungen der Verhältnisse, die nach der Antragstellung eintreten und die für die Berechnung
von Bedeutung sind, sind der Wohngeldstelle unverzüglich mitzuteilen. Dazu gehören insbesondere ein Umzug, eine
Änderung der Zahl der Haushaltsmitglieder sowie eine Erhöhung des Einkommens um mehr als 10 Prozent.

Die Auszahlung des Wohngeldes wird durch Überweisung auf das von Ihnen angegebene Konto vorgenommen. Sofern Sie im
Bewilligungszeitraum Leistungen nach dem SGB II oder dem SGB XII erhalten, ist das Wohngeld in der Regel
ausgeschlossen. In diesem Fall wird die Bewilligung mit Wirkung für die Zukunft aufgehoben. Zu Unrecht erbrachte
Leistungen sind zu erstatten.

Für Rückfragen steht Ihnen die Wohngeldstelle während der Sprechzeiten zur Verfügung. Sie erreichen uns montags bis
donnerstags von 8 bis 12 Uhr und donnerstags zusätzlich von 14 bis 18 Uhr. Außerhalb dieser Zeiten können Termine nach
vorheriger Vereinbarung wahrgenommen werden. Wir bitten Sie, bei allen Schreiben das oben genannte Aktenzeichen
anzugeben.

Mit freundlichen Grüßen

Ihre Wohngeldstelle
"""
"""One page of running text, about 270 words."""


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=60)
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args()
    began = time.monotonic()
    process, base = start(given.workers)
    try:
        listening = time.monotonic() - began
        with httpx.Client(base_url=base, timeout=60) as client:
            while client.get("/v1/health/ready").status_code != 200:
                assert time.monotonic() - began < START_SECONDS, "the service did not get ready"
                time.sleep(0.01)
            print(f"listening after {listening:.2f} s, ready after {time.monotonic() - began:.2f} s")
            show_memory("memory when ready", process.pid)
            for _ in range(5):
                check(client)
            times = sorted(check(client) for _ in range(given.requests))
            print(
                f"one page ({len(PAGE.split())} words), {given.requests} times: "
                f"p50 {quantile(times, 0.5) * 1000:.0f} ms, p95 {quantile(times, 0.95) * 1000:.0f} ms"
            )
            lives = live_under_load(client, base, given.workers)
            p50, p99 = quantile(lives, 0.5) * 1000, quantile(lives, 0.99) * 1000
            print(f"live while checks run, {len(lives)} times: p50 {p50:.1f} ms, p99 {p99:.1f} ms")
            show_memory("memory after that", process.pid)
    finally:
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        print(f"stopped with {process.wait(15)} after {time.monotonic() - began:.2f} s")


def start(workers: int) -> tuple[subprocess.Popen[str], str]:
    """The service on a free port, and its address, as soon as it listens."""
    process = subprocess.Popen(
        [sys.executable, "-m", "app.cli", "serve", "--port", "0", "--workers", str(workers)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    match = re.search(r"http://\S+", process.stderr.readline())
    assert match, "the service did not start"
    threading.Thread(target=process.stderr.read, daemon=True).start()  # so that its log never fills the pipe
    return process, match[0]


def check(client: httpx.Client) -> float:
    """Seconds that one check takes."""
    began = time.perf_counter()
    answer = client.post("/v1/check", json={"text": PAGE})
    seconds = time.perf_counter() - began
    assert answer.status_code == 200, answer.text
    return seconds


def live_under_load(client: httpx.Client, base: str, workers: int) -> list[float]:
    """Seconds that ``live`` takes while all workers are busy for a while."""

    def work() -> None:
        with httpx.Client(base_url=base, timeout=60) as other:
            for _ in range(10):
                check(other)

    threads = [threading.Thread(target=work) for _ in range(workers + 1)]
    for thread in threads:
        thread.start()
    times = []
    while any(thread.is_alive() for thread in threads):
        began = time.perf_counter()
        client.get("/v1/health/live")
        times.append(time.perf_counter() - began)
        time.sleep(0.01)
    return sorted(times)


def quantile(ordered: list[float], share: float) -> float:
    """The value below which this share of the ordered values lies."""
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def show_memory(title: str, pid: int) -> None:
    """Prints what each process holds, and all together."""
    print(f"{title}:")
    total = [0, 0]
    for member in family(pid):
        resident, proportional = memory(member)
        total = [total[0] + resident, total[1] + proportional]
        command = Path(f"/proc/{member}/cmdline").read_bytes().decode().split("\0")
        name = command[command.index("-m") + 1] if "-m" in command else command[0]
        print(f"  {name:22} RSS {resident / 2**20:5.0f} MB  PSS {proportional / 2**20:5.0f} MB")
    print(f"  {'together':22} RSS {total[0] / 2**20:5.0f} MB  PSS {total[1] / 2**20:5.0f} MB")


def family(pid: int) -> list[int]:
    """A process and its descendants."""
    children = [
        int(child) for task in Path(f"/proc/{pid}/task").glob("*/children") for child in task.read_text().split()
    ]
    return [pid] + [member for child in children for member in family(child)]


def memory(pid: int) -> tuple[int, int]:
    """Bytes of memory: resident, and with shared pages counted in parts."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    found = {name: int(value) * 1024 for name, value in re.findall(r"^(Rss|Pss):\s+(\d+) kB", rollup, re.MULTILINE)}
    return found["Rss"], found["Pss"]


if __name__ == "__main__":
    if not Path("/proc/self/smaps_rollup").exists():
        sys.exit("This measurement reads /proc and runs on Linux only.")
    os.environ.pop("FORMKLAR_CONFIG", None)
    main()
