"""For how many sentences with a finding there is a rewrite, and what one costs.

    python -m benchmarks.suggestions FOLDER [--language de] [--half 0]

``FOLDER`` holds PDF, HTML or text files. Counted are the sentences with a finding of the rules about sentences and
words that the rewriters are for. A sentence counts as rewritten when one of its alternatives is more than an idea; the
lines by rule count the suggestions of that finding alone. ``--half`` takes the
files of one half by a hash of their names, so that the other half stays unseen. Times are CPU time of this process.
"""

from __future__ import annotations

import argparse
import hashlib
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from app import reading
from app.checker import Checker, Options
from app.errors import BadInput
from app.model import Document, Finding
from app.settings import Settings
from app.settings import load as load_settings

RULES = (
    *("passive-voice", "modal-infinitive", "jargon", "light-verb"),
    *("nominal-style", "third-person-address", "long-sentence"),
)
SUFFIXES = frozenset({".pdf", ".html", ".htm", ".txt", ".md"})


def documents(folder: Path, settings: Settings, half: int | None) -> Iterator[Document]:
    """The files that can be read, those of one half or all."""
    for path in sorted(folder.rglob("*")):
        wanted = half is None or hashlib.sha256(path.name.encode()).digest()[0] % 2 == half
        if path.suffix.lower() in SUFFIXES and wanted:
            try:
                yield reading.read(path.read_bytes(), name=path.name, settings=settings)
            except BadInput:
                continue


def is_rewritten(finding: Finding) -> bool:
    """Whether somebody can accept a suggestion as it stands."""
    return any(cure.edits and cure.safety != "idea" for cure in finding.suggestions)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the measurement; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="de", choices=("de", "en"))
    parser.add_argument("--half", type=int, choices=(0, 1))
    given = parser.parse_args(arguments)
    settings = load_settings()
    checker = Checker(settings)
    checker.warm_up()
    found, rewritten, made = Counter[str](), Counter[str](), 0
    sentences: dict[tuple[str, str, int], bool] = {}
    spent = {True: 0.0, False: 0.0}
    for document in documents(given.folder, settings, given.half):
        reports = {}
        for suggestions in (False, True):
            start = time.process_time()
            try:
                reports[suggestions] = checker.check(document, Options(given.language, suggestions=suggestions))
            except BadInput:
                break
            spent[suggestions] += time.process_time() - start
        if True not in reports:
            continue
        spans = [
            one.span for one in reports[True].rewrite.sentences if any(w.safety != "idea" for w in one.alternatives)
        ]
        texts = {block.id: block.text for block in reports[True].document.blocks}
        for finding in reports[True].findings:
            made += len(finding.suggestions)
            for rule in {finding.rule, *(remark.rule for remark in finding.also)} & set(RULES):
                found[rule] += 1
                rewritten[rule] += is_rewritten(finding) and rule == finding.rule
                stop = texts[finding.span.block][: finding.span.start].count(". ")
                place = (document.name or "", finding.span.block, stop)
                inside = any(
                    one.block == finding.span.block and one.start <= finding.span.start and finding.span.end <= one.end
                    for one in spans
                )
                sentences[place] = sentences.get(place, False) or inside
    for rule in RULES:
        print(f"{rule:24s} {rewritten[rule]:5d} of {found[rule]:5d}")
    share = sum(sentences.values()) / max(1, len(sentences))
    print(f"{'sentences':24s} {sum(sentences.values()):5d} of {len(sentences):5d}  {share:.0%}")
    print(f"{made} suggestions, {1000 * (spent[True] - spent[False]) / max(1, made):.1f} ms each")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
