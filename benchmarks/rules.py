"""Precision and recall of every rule against what a person marked.

    python -m benchmarks.rules [FOLDER] [--misses]     on the sample forms, or on your own
    python -m benchmarks.rules --gold [--misses]       on single texts

``FOLDER`` holds forms with ``<form>.expected.yaml`` beside them. The texts in ``benchmarks/gold`` were written and
marked by somebody who had not seen the program; half of them, by a hash of the id, is kept apart: its misses are never
printed.

A mark is found when a finding of its rule overlaps its quote, or names its field. A finding is wrong when it overlaps
neither a mark nor a matter of taste (``may``) of its rule. Hints about sentences of 16 to 20 words, and rules that
nobody marked, are left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from app import reading
from app.checker import Checker, Options
from app.model import Finding, Report
from app.settings import ROOT
from app.settings import load as load_settings

_BOTH = frozenset(
    "double-negation duplicate-label field-without-label jargon light-verb long-label long-sentence passive-voice "
    "technical-label third-person-address".split()
)
_GERMAN = "abbreviation legal-reference long-word modal-infinitive nested-clause nominal-style"
MARKED = {"de": _BOTH | set(_GERMAN.split()), "en": _BOTH | {"and-or", "noun-string"}}
"""The rules that those who marked the sample forms and the first texts were asked about."""

GOLD = ("de", "en", "rules_de", "rules2_de", "rules_en")
"""The files of marked texts; in those with a longer name all rules that have a mark anywhere were asked about."""


ERRORS = "severity error"
"""The row for the findings that are errors, of all rules."""


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


Table = dict[str, Count]
"""The count of each rule."""


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
        return block.field == mark["field"] or mark["field"] in finding.facts.get("fields", ())
    start = len(squash(block.text[: finding.span.start]))
    end = start + len(squash(finding.quote))
    return any(name == block.id and start < last and first < end for name, first, last in places(report, mark))


def forms(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every PDF form with its marks."""
    for path in sorted(folder.rglob("*.expected.yaml")):
        form = path.with_name(path.name.replace(".expected.yaml", ".pdf"))
        yield form, yaml.safe_load(path.read_text(encoding="utf-8"))


def compare(folder: Path, checker: Checker) -> dict[str, Table]:
    """For each language the counts over all forms of the folder."""
    tables: dict[str, Table] = defaultdict(lambda: defaultdict(Count))
    for path, expected in forms(folder):
        document = reading.read(path.read_bytes(), name=path.name, settings=checker.settings)
        report = checker.check(document, Options(language=expected["language"], suggestions=False))
        add(tables[expected["language"]], path.stem, report, expected, MARKED[expected["language"]])
    return tables


def compare_gold(folder: Path, checker: Checker) -> dict[str, Table]:
    """For each language and half the counts over the marked texts of the folder."""
    tables: dict[str, Table] = defaultdict(lambda: defaultdict(Count))
    for name in GOLD:
        code = name[-2:]
        items = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        marked = frozenset(mark["rule"] for item in items for mark in (*item["marks"], *(item.get("may") or ())))
        for item in items:
            document = reading.read_text(item["text"], settings=checker.settings)
            report = checker.check(document, Options(language=code, suggestions=False))
            kept_apart = hashlib.sha256(item["id"].encode()).digest()[0] % 2
            half = "kept apart" if kept_apart else "developed on"
            expected = {"findings": item["marks"], "may": item.get("may")}
            add(tables[f"{name}, {half}"], item["id"], report, expected, MARKED[code] if name == code else marked)
    return tables


def add(table: Table, name: str, report: Report, expected: dict[str, Any], asked: frozenset[str]) -> None:
    """Adds one document to the counts, of those rules that its reader was asked about."""
    findings = [
        finding
        for finding in unfolded(report)
        if finding.rule in asked and not (finding.rule == "long-sentence" and finding.severity == "hint")
    ]
    marks, taste = expected.get("findings") or [], expected.get("may") or []
    for mark in marks:
        if any(hits(report, finding, mark) for finding in findings):
            table[mark["rule"]].found += 1
        else:
            table[mark["rule"]].missed.append(f"{name}: {mark.get('quote') or mark.get('field')}")
    for finding in findings:
        counts = [table[finding.rule], *([table[ERRORS]] if finding.severity == "error" else [])]
        for count in counts:
            if any(hits(report, finding, mark) for mark in marks):
                count.right += 1
            elif not any(hits(report, finding, mark) for mark in taste):
                count.wrong.append(f"{name}: {finding.quote}")


def unfolded(report: Report) -> Iterator[Finding]:
    """The findings, and for each remark folded into one a finding of its own."""
    for finding in report.findings:
        yield finding
        for remark in finding.also:
            yield finding.model_copy(update={"rule": remark.rule, "severity": remark.severity, "also": ()})


def main() -> None:
    """Prints a table for each language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "sample_forms")
    parser.add_argument("--gold", action="store_true", help="measure on the marked texts")
    parser.add_argument("--misses", action="store_true", help="print what was missed and what was wrong")
    given = parser.parse_args()
    checker = Checker(load_settings())
    tables = compare_gold(ROOT / "benchmarks" / "gold", checker) if given.gold else compare(given.folder, checker)
    for title, table in sorted(tables.items()):
        print(f"\n{title:24} precision  recall  marks  found  wrong")
        errors = table.pop(ERRORS, Count())
        for rule in sorted(table):
            row(rule, table[rule])
        row("all rules", total(table))
        print(f"{ERRORS:24} {errors.precision:9.3f} {errors.right + len(errors.wrong):8} findings")
        if given.misses and "kept apart" not in title:
            for rule in sorted(table):
                for place in table[rule].missed:
                    print(f"  missed {rule}: {place}")
                for place in table[rule].wrong:
                    print(f"  wrong  {rule}: {place[:160]}")


def total(table: Table) -> Count:
    """The counts of all rules together."""
    counts = [count for rule, count in table.items() if rule != ERRORS]
    return Count(
        found=sum(count.found for count in counts),
        missed=[place for count in counts for place in count.missed],
        right=sum(count.right for count in counts),
        wrong=[place for count in counts for place in count.wrong],
    )


def row(name: str, count: Count) -> None:
    """One line of the table."""
    marks = count.found + len(count.missed)
    print(f"{name:24} {count.precision:9.3f} {count.recall:7.3f} {marks:6} {count.found:6} {len(count.wrong):6}")


if __name__ == "__main__":
    main()
