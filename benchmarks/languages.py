"""How well blocks in another language are told from ours, and what that costs beside parsing.

    python -m benchmarks.languages [--misses]
    python -m benchmarks.languages FOLDER [--marks FILE] [--misses] [--model NAME]

Without a folder: ``gold/languages.jsonl``, invented blocks of forms in several languages, each form read as a whole.
The lines whose id has a hash divisible by three are kept apart: the code was written looking at the others only.

With a folder of PDF, HTML or text files: a line for each form in which something is left out, then how many blocks in
which language, and the CPU time of the decision beside that of parsing all blocks (median of five rounds). ``--marks``
is a JSON list of objects with ``file``, ``id``, ``text`` and ``mark``: ``g`` ours, ``m`` ours and another language,
``x`` another language only, ``n`` neither.

Columns: blocks of ours wrongly left out; blocks in another language left out, those of four or more words and shorter
ones apart. ``alone`` judges each block without its neighbours.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app import reading
from app.errors import BadInput
from app.languages import Language, load
from app.languages.pipeline import worth_judging
from app.languages.recognise import foreign_blocks, main_language, other_language
from app.model import Block, Document
from app.settings import Settings
from app.settings import load as load_settings

GOLD = Path(__file__).parent / "gold" / "languages.jsonl"
SUFFIXES = frozenset({".pdf", ".html", ".htm", ".txt", ".md"})
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """A block with what a person says about it and what the program says."""

    text: str
    ours: bool
    found: str | None
    alone: str | None
    apart: bool = False

    @property
    def long(self) -> bool:
        """Whether it has four or more words."""
        return len(re.findall(r"[^\W\d_]{2,}", self.text)) >= 4


def gold_marks(path: Path) -> Iterator[Mark]:
    """The marked lines of the gold file, each form read as one document."""
    forms: dict[str, list[dict[str, object]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        forms[row["form"]].append(row)
    for rows in forms.values():
        blocks = [Block(id=str(row["id"]), role="label", text=str(row["text"])) for row in rows]
        code = main_language(block.text for block in blocks) or ""
        found = foreign_blocks(blocks, code)
        for row, block in zip(rows, blocks, strict=True):
            languages = row["languages"]
            assert isinstance(languages, list)
            apart = hashlib.sha256(block.id.encode()).digest()[0] % 3 == 0
            yield Mark(block.text, code in languages, found.get(block.id), other_language(block.text, code), apart)


def line(marks: Sequence[Mark], title: str) -> str:
    """Counts of some marked blocks as one line."""

    def share(some: Iterable[Mark], *, alone: bool = False) -> str:
        out = [(mark.alone if alone else mark.found) is not None for mark in some]
        return f"{sum(out)}/{len(out)} ({sum(out) / max(len(out), 1):.1%})"

    ours = [mark for mark in marks if mark.ours]
    others = [mark for mark in marks if not mark.ours]
    long = [mark for mark in others if mark.long]
    short = [mark for mark in others if not mark.long]
    return (
        f"{title:16} ours left out {share(ours)} | others of 4+ words left out {share(long)}, alone "
        f"{share(long, alone=True)} | shorter {share(short)}, alone {share(short, alone=True)}"
    )


def misses(marks: Iterable[Mark]) -> Iterator[str]:
    """The blocks that are wrongly left out or wrongly kept."""
    for mark in marks:
        if mark.ours == (mark.found is not None):
            yield f"{'left out as ' + str(mark.found) if mark.ours else 'kept'}: {mark.text}"


def documents(folder: Path, settings: Settings) -> Iterator[tuple[str, Document]]:
    """The documents of a folder that can be read, with the names of their files."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES:
            try:
                yield path.name, reading.read(path.read_bytes(), name=path.name, settings=settings)
            except BadInput as error:
                print(f"left out: {path.name} ({error.slug})")


def cpu(run: object, rounds: int = ROUNDS) -> float:
    """Median CPU seconds of a call."""
    assert callable(run)
    seconds = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        seconds.append(time.process_time() - start)
    return statistics.median(seconds)


def parse_all(language: Language, blocks: Sequence[Block]) -> None:
    """Parses each text once, as the service does."""
    with language.session():
        language.parse_texts(list(dict.fromkeys(block.text for block in blocks)))


def measure(folder: Path, marks: Sequence[dict[str, str]], settings: Settings, *, show: bool) -> None:
    """Prints what is left out of the forms of a folder, how right that is, and what it costs."""
    wanted = {(row["file"], row["id"]): row["mark"] for row in marks}
    judged: list[Mark] = []
    left_out: Counter[str] = Counter()
    total, costs = 0, {True: [0.0, 0.0], False: [0.0, 0.0]}
    for name, document in documents(folder, settings):
        blocks = list(worth_judging(document))
        code = main_language(block.text for block in blocks)
        if code is None:
            continue
        found = foreign_blocks(blocks, code)
        total += len(blocks)
        left_out.update(found.values())
        language = load(code, settings) if code == "de" else None
        if language is not None:
            cost = costs[bool(found)]
            cost[0] += cpu(lambda: (main_language(b.text for b in blocks), foreign_blocks(blocks, code)))  # noqa: B023
            cost[1] += cpu(lambda: parse_all(language, blocks), 3)  # noqa: B023
        if found:
            counts = ", ".join(f"{key} {count}" for key, count in Counter(found.values()).most_common())
            print(f"{name}: {code}, {len(found)} of {len(blocks)} blocks left out ({counts})")
        for block in blocks:
            mark = wanted.get((name, block.id), "n")
            if mark != "n":
                judged.append(Mark(block.text, mark != "x", found.get(block.id), other_language(block.text, code)))
    shares = ", ".join(f"{key} {count}" for key, count in left_out.most_common())
    print(f"all: {left_out.total()} of {total} blocks left out ({shares})")
    for several, (decide, parse) in costs.items():
        if parse:
            kind = "several languages" if several else "one language"
            print(f"German forms in {kind}: {decide:.3f} s beside {parse:.3f} s of parsing, {decide / parse:.1%}")
    if judged:
        print(line(judged, "marked blocks"))
        if show:
            print(*misses(judged), sep="\n")


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description="how well blocks in another language are found")
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--marks", type=Path)
    parser.add_argument("--model")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    settings = load_settings()
    if options.model:
        settings = settings.model_copy(update={"model_de": options.model})
    if options.folder:
        marks = json.loads(options.marks.read_text(encoding="utf-8")) if options.marks else []
        measure(options.folder, marks, settings, show=options.misses)
        return
    marks = list(gold_marks(GOLD))
    for title, chosen in (("looked at", False), ("kept apart", True)):
        print(line([mark for mark in marks if mark.apart is chosen], title))
    if options.misses:
        print(*misses(mark for mark in marks if not mark.apart), sep="\n")


if __name__ == "__main__":
    main()
