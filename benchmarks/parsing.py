"""What German parsing costs: words a second and core beside ``spacy.blank("de")``, loading, memory, size on disk.

    python -m benchmarks.parsing [FOLDER] [--model NAME …] [--rounds 7]

``FOLDER`` holds PDF, HTML or text files, at any depth; without it the German sample forms are parsed. Their blocks are
the texts, as in the service. ``--model`` is a folder or the name of a package, several are measured side by side;
without it the model of the settings (``FORMKLAR_MODEL_DE``). All times are CPU time of the process, all its threads
together, so other programs count little; medians over the rounds, after one round to get warm. Words are tokens with a
letter or a digit. Loading and memory are measured in a process of its own, each time a fresh one.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import spacy
from spacy.language import Language as Nlp
from spacy.tokens import Doc

from app import reading
from app.errors import BadInput
from app.languages import load
from app.languages.pipeline import load_nlp, worth_judging
from app.languages.recognise import is_foreign, recognise
from app.settings import ROOT, Settings
from app.settings import load as load_settings

SUFFIXES = frozenset({".pdf", ".html", ".htm", ".txt", ".md"})
BATCH = 128
"""As in the service."""

LOADING = """
import json, sys, time
from pathlib import Path
def resident():
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), float("nan"))
import spacy
from app.languages import checksums
from app.languages.pipeline import load_nlp
name = sys.argv[1]
before, start = resident(), time.process_time()
if Path(name).is_dir():
    checksums.verify(Path(name))
checked = time.process_time()
load_nlp(name)
loaded = time.process_time()
print(json.dumps({"check": checked - start, "load": loaded - checked, "memory": resident() - before}))
"""
"""Run in a fresh process: seconds to compare the checksums, seconds to load (which compares them too), MiB."""


@dataclass(frozen=True, slots=True)
class Speed:
    """CPU seconds of each round over the same texts, and how much was in them."""

    name: str
    words: int
    tokens: int
    seconds: tuple[float, ...]

    @property
    def words_a_second(self) -> float:
        """Median over the rounds."""
        return self.words / statistics.median(self.seconds)

    @property
    def tokens_a_second(self) -> float:
        """Median over the rounds."""
        return self.tokens / statistics.median(self.seconds)


def texts_of(folder: Path, settings: Settings) -> Iterator[str]:
    """The texts of all German documents of a folder, each text once; names what is left out."""
    seen: set[str] = set()
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in SUFFIXES or path.stem == "README":
            continue
        try:
            document = reading.read(path.read_bytes(), name=path.name, settings=settings)
        except BadInput as error:
            print(f"left out: {path.name} ({error.slug})", file=sys.stderr)
            continue
        blocks = list(worth_judging(document))
        if recognise(" ".join(block.text for block in blocks)) != "de":
            continue
        texts = [block.text for block in blocks if not is_foreign(block.text, "de") and block.text not in seen]
        seen.update(texts)
        yield from dict.fromkeys(texts)


@dataclass(frozen=True, slots=True)
class Way:
    """A way to parse; after each ``session`` the words are forgotten, so that no round finds them ready-made."""

    name: str
    session: Callable[[], AbstractContextManager[object]]
    parse: Callable[[Sequence[str]], list[Doc]]


def measured(way: Way, texts: Sequence[str], rounds: int) -> Speed:
    """The speed of one way to parse."""
    with way.session():
        docs = way.parse(texts)
        words = sum(any(sign.isalnum() for sign in token.text) for doc in docs for token in doc)
        tokens = sum(len(doc) for doc in docs)
        del docs
    seconds = []
    for _ in range(rounds):
        gc.collect()
        with way.session():
            start = time.process_time()
            way.parse(texts)
            seconds.append(time.process_time() - start)
    return Speed(way.name, words, tokens, tuple(seconds))


def piped(name: str, nlp: Nlp) -> Way:
    """Parsing with ``nlp.pipe`` and nothing else."""
    return Way(name, nlp.memory_zone, lambda texts: list(nlp.pipe(texts, batch_size=BATCH)))


def served(name: str, model: str) -> Way:
    """Parsing as the service does it: our tokens, sentence starts and certain tags by rule."""
    language = load("de", load_settings().model_copy(update={"model_de": model}))
    return Way(name, language.session, language.parse_texts)


def speeds(models: Sequence[str], texts: Sequence[str], rounds: int) -> list[Speed]:
    """The bare tokenizer first, then each model alone and in the service."""
    ways = [piped('`spacy.blank("de")`', spacy.blank("de"))]
    for model in models:
        nlp = load_nlp(model)
        name = f"{Path(model).name} {nlp.meta['version']}"
        ways += [piped(f"{name}, `nlp.pipe`", nlp), served(f"{name}, as the service parses", model)]
    return [measured(way, texts, rounds) for way in ways]


def loading(model: str, rounds: int) -> dict[str, float]:
    """Medians of ``LOADING`` over fresh processes."""
    command = [sys.executable, "-c", LOADING, model]
    runs = [json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(rounds)]
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def size_of(model: str) -> int:
    """Bytes of a pipeline on disk."""
    path = Path(model) if Path(model).is_dir() else load_nlp(model).path
    return sum(file.stat().st_size for file in Path(str(path)).rglob("*") if file.is_file())


def machine() -> str:
    """Processor, cores that this process may use, Python, spaCy."""
    information = Path("/proc/cpuinfo")
    lines = information.read_text(encoding="utf-8").splitlines() if information.exists() else []
    processor = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    versions = f"Python {platform.python_version()}, spaCy {version('spacy')}"
    return f"{processor or platform.processor() or platform.machine()}, {cores} cores to use; {versions}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints two Markdown tables; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "sample_forms" / "de")
    parser.add_argument("--model", action="append", help="folder or package; may be given several times")
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args(arguments)
    settings = load_settings()
    models: list[str] = given.model or [settings.model_de]
    texts = list(texts_of(given.folder, settings))
    if not texts:
        print(f"no German document in {given.folder}", file=sys.stderr)
        return 2
    found = speeds(models, texts, given.rounds)
    threads = os.environ.get("OMP_NUM_THREADS", "not set")
    print(f"{machine()}; OMP_NUM_THREADS {threads}")
    print(f"{len(texts)} texts of {given.folder.name}, {found[0].words} words; median of {given.rounds} rounds\n")
    print("| way | words a second and core | tokens a second and core | times the bare tokenizer |\n|---|---|---|---|")
    for one in found:
        ratio = found[0].words_a_second / one.words_a_second
        print(f"| {one.name} | {one.words_a_second:,.0f} | {one.tokens_a_second:,.0f} | {ratio:.1f} |")
    print("\n| model | on disk, MB | checksums, s | loading, s | memory, MiB |\n|---|---|---|---|---|")
    for model in models:
        cost = loading(model, min(given.rounds, 5))
        size = size_of(model) / 1e6
        name = f"{Path(model).name} {load_nlp(model).meta['version']}"
        print(f"| {name} | {size:.1f} | {cost['check']:.3f} | {cost['load']:.2f} | {cost['memory']:.0f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
