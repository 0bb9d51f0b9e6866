"""How quiet the rules are on texts that are plain already: sentences for one finding, rule by rule.

    python -m benchmarks.silence FILE.jsonl [KEY …] [--texts 60] [--show RULE]

Each line of FILE is a JSON object; the texts are those under the KEYs (``text`` when none is given). The texts are
chosen by a hash of their words, so that the same ones come each time; those of the other half are never shown.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from app import reading
from app.checker import Checker, Options
from app.settings import load


def texts(path: Path, keys: list[str], number: int) -> Iterator[tuple[bool, str]]:
    """``number`` texts, each with whether it may be read (half of them) or is only counted."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = {row[key] for row in rows for key in keys if row.get(key)}
    chosen = sorted(found, key=lambda text: hashlib.sha256(text.encode()).digest())[:number]
    for text in chosen:
        yield hashlib.sha256(text.encode()).digest()[-1] % 2 == 0, text


def main() -> None:
    """Prints the sentences, the findings of each rule and severity, and sentences for one finding, for both halves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("keys", nargs="*", default=["text"])
    parser.add_argument("--texts", type=int, default=60)
    parser.add_argument("--language", default="de")
    parser.add_argument("--show", help="print the findings of this rule in the half that may be read")
    given = parser.parse_args()
    checker = Checker(load())
    sentences: Counter[bool] = Counter()
    findings: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for open_, text in texts(given.file, given.keys or ["text"], given.texts):
        document = reading.read_text(text, settings=checker.settings)
        report = checker.check(document, Options(language=given.language, suggestions=False))
        sentences[open_] += report.scores[0].counts["sentences"]
        for finding in report.findings:
            findings[open_][f"{finding.rule} ({finding.severity})"] += 1
            if open_ and finding.rule == given.show:
                block = report.document.block(finding.span.block).text
                print(f"  {finding.quote!r} in {block[max(0, finding.span.start - 60) : finding.span.end + 40]!r}")
    for open_, name in ((True, "developed on"), (False, "only counted")):
        total = findings[open_].total()
        every = sentences[open_] / total if total else float("inf")
        print(f"{name}: {sentences[open_]} sentences, {total} findings: one in {every:.1f} sentences")
        for rule, count in findings[open_].most_common():
            print(f"    {count:4} {rule}")


if __name__ == "__main__":
    main()
