"""Precision and recall of every rule against what a person marked on the sample forms.

    python -m benchmarks.rules [FOLDER] [--misses]

``FOLDER`` holds forms with ``<form>.expected.yaml`` beside them (default: the sample forms). A mark is found when a
finding of its rule overlaps its quote, or names its field. A finding is wrong when it overlaps neither a mark nor
a matter of taste (``may``) of its rule. Hints about sentences of 16 to 20 words, and rules that nobody marked, are
left out.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from app import reading
from app.checker import Checker, Options
from app.model import Finding, Report
from app.settings import ROOT, Settings

NOT_MARKED = frozenset({"legal-term", "filler"})


@dataclass(slots=True)
class Count:
    """Marks found and missed, findings right and wrong, with the places for reading."""

    found: int = 0
    missed: list[str] = field(default_factory=list)
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the findings that a person marked as well."""
        return self.right / (self.right + len(self.wrong)) if self.right or self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the marks that were found."""
        return self.found / (self.found + len(self.missed)) if self.found or self.missed else 1.0


def squash(text: str) -> str:
    """Text without any white space: line breaks of a PDF do not matter."""
    return "".join(text.split())


def places(report: Report, mark: dict[str, Any]) -> list[tuple[str, int, int]]:
    """Where the quote of a mark stands: block, first and last offset counted without white space."""
    quote = squash(mark["quote"])
    found = []
    for block in report.document.blocks:
        text = squash(block.text)
        start = text.find(quote)
        if start >= 0:
            found.append((block.id, start, start + len(quote)))
    return found


def hits(report: Report, finding: Finding, mark: dict[str, Any]) -> bool:
    """Whether a finding speaks about the place of a mark."""
    if finding.rule != mark["rule"]:
        return False
    block = report.document.block(finding.span.block)
    if "field" in mark:
        return block.field == mark["field"]
    start = len(squash(block.text[: finding.span.start]))
    end = start + len(squash(finding.quote))
    return any(name == block.id and start < last and first < end for name, first, last in places(report, mark))


def forms(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every PDF form with its marks."""
    for path in sorted(folder.rglob("*.expected.yaml")):
        form = path.with_name(path.name.replace(".expected.yaml", ".pdf"))
        yield form, yaml.safe_load(path.read_text(encoding="utf-8"))


def compare(folder: Path, checker: Checker) -> dict[str, dict[str, Count]]:
    """For each language and rule the counts over all forms of the folder."""
    counts: dict[str, dict[str, Count]] = defaultdict(lambda: defaultdict(Count))
    for path, expected in forms(folder):
        document = reading.read(path.read_bytes(), name=path.name, settings=checker.settings)
        report = checker.check(document, Options(language=expected["language"], suggestions=False))
        findings = [
            finding
            for finding in report.findings
            if finding.rule not in NOT_MARKED and not (finding.rule == "long-sentence" and finding.severity == "hint")
        ]
        marks, taste = expected.get("findings") or [], expected.get("may") or []
        table = counts[expected["language"]]
        for mark in marks:
            if any(hits(report, finding, mark) for finding in findings):
                table[mark["rule"]].found += 1
            else:
                table[mark["rule"]].missed.append(f"{path.stem}: {mark.get('quote') or mark.get('field')}")
        for finding in findings:
            if any(hits(report, finding, mark) for mark in marks):
                table[finding.rule].right += 1
            elif not any(hits(report, finding, mark) for mark in taste):
                table[finding.rule].wrong.append(f"{path.stem}: {finding.quote}")
    return counts


def main() -> None:
    """Prints a table for each language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "sample_forms")
    parser.add_argument("--misses", action="store_true", help="print what was missed and what was wrong")
    given = parser.parse_args()
    for language, table in compare(given.folder, Checker(Settings())).items():
        print(f"\n{language:24} precision  recall  marks  found  wrong")
        for rule in sorted(table):
            row(rule, table[rule])
        total = Count(
            found=sum(count.found for count in table.values()),
            missed=[place for count in table.values() for place in count.missed],
            right=sum(count.right for count in table.values()),
            wrong=[place for count in table.values() for place in count.wrong],
        )
        row("all rules", total)
        if given.misses:
            for rule in sorted(table):
                for place in table[rule].missed:
                    print(f"  missed {rule}: {place}")
                for place in table[rule].wrong:
                    print(f"  wrong  {rule}: {place[:160]}")


def row(name: str, count: Count) -> None:
    """One line of the table."""
    marks = count.found + len(count.missed)
    print(f"{name:24} {count.precision:9.3f} {count.recall:7.3f} {marks:6} {count.found:6} {len(count.wrong):6}")


if __name__ == "__main__":
    main()
