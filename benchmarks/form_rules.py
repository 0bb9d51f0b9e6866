"""What the rules about single questions find in real forms, one finding a line, for a person to read and mark.

    python -m benchmarks.form_rules FOLDER [--apart] [--rule RULE ...]

``FOLDER`` holds PDF, Word and HTML files. A third of the forms (by a hash of their names) was not looked at while the
rules were written; ``--apart`` prints only that third, without it the other two are printed. At the end stands how
many findings each rule has, and in how many forms.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from app import reading
from app.checker import Checker, Options
from app.errors import BadInput
from app.model import Report
from app.settings import load

RULES = (
    "asked-twice",
    "calculation-required",
    "field-too-small",
    "format-hint-missing",
    "negated-checkbox",
    "optional-not-marked",
    "question-without-reason",
    "sensitive-without-reason",
)
"""The rules that are looked at."""
_KINDS = frozenset({".pdf", ".docx", ".html"})


def is_apart(file: str) -> bool:
    """Whether a form belongs to the third that is only counted."""
    return hashlib.sha256(Path(file).name.encode()).digest()[0] % 3 == 0


def reports(folder: Path, rules: frozenset[str], *, apart: bool) -> Iterator[tuple[str, Report]]:
    """The reports of the forms that can be read, in the strict profile, where all these rules are on."""
    checker = Checker(load())
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in _KINDS or is_apart(path.name) is not apart:
            continue
        try:
            document = reading.read(path.read_bytes(), name=path.name, settings=checker.settings)
            wanted = Options(profile="easy", rules=rules, suggestions=False)
            yield path.relative_to(folder).as_posix(), checker.check(document, wanted)
        except BadInput:
            continue


def main() -> None:
    """Print the findings, and how many there are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--apart", action="store_true")
    parser.add_argument("--rule", action="append", choices=RULES, default=[])
    given = parser.parse_args()
    found, forms, read = Counter[str](), Counter[str](), 0
    for name, report in reports(given.folder, frozenset(given.rule or RULES), apart=given.apart):
        read += 1
        forms.update({finding.rule for finding in report.findings})
        for finding in report.findings:
            found[finding.rule] += 1
            print(f"{finding.rule}\t{name}\tp. {finding.page}\t{finding.quote}\t{finding.message}")
    for rule in RULES:
        print(f"{rule}: {found[rule]} findings in {forms[rule]} of {read} forms")


if __name__ == "__main__":
    main()
