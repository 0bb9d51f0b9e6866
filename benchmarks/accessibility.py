"""The checks of accessibility over many forms: how often each state comes, and whether pdfinfo sees the same.

    python -m benchmarks.accessibility FOLDER [--faults] [--time]

``FOLDER`` holds PDF files. A table: for each check its states, for each rule about the file its findings. ``--faults``
prints what is bad in each form but in a third of them (by a hash of their names), which is only counted. Where
``pdfinfo`` (Poppler) is installed, tags, title and the kind of form are compared with what it says. ``--time`` measures
what the facts cost, in milliseconds a page.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from app import reading
from app.checker import Checker, Options
from app.errors import FormklarError
from app.model import Report
from app.settings import load

RULES = frozenset({"pdf-not-tagged", "pdf-without-title", "pdf-language-missing", "pdf-tab-order"})
STATES = ("good", "bad", "unknown", "not-applicable")


def reports(folder: Path, checker: Checker) -> Iterator[tuple[Path, Report]]:
    """The forms that can be read; of all rules only those about the file run."""
    for path in sorted(folder.rglob("*.pdf")):
        try:
            document = reading.read(path.read_bytes(), name=path.name, settings=checker.settings)
            yield path, checker.check(document, Options(suggestions=False, rules=RULES))
        except FormklarError:
            continue


def is_apart(path: Path) -> bool:
    """Whether a form belongs to the third that is only counted."""
    return hashlib.sha256(path.name.encode()).digest()[0] % 3 == 0


def told_by_poppler(path: Path) -> dict[str, str] | None:
    """What ``pdfinfo`` says of a file, by name; none when it cannot open it."""
    pdfinfo = shutil.which("pdfinfo")
    assert pdfinfo is not None
    done = subprocess.run([pdfinfo, str(path)], capture_output=True, check=False)
    if done.returncode:
        return None
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def compare(path: Path, report: Report, same: Counter[str], other: list[str]) -> None:
    """Counts where both say the same of a file, and remembers where they do not."""
    told, file = told_by_poppler(path), report.document.file
    if told is None or file is None or file.dynamic:
        return
    has_form = any(field.source == "form" for field in report.document.fields)
    ours = {"tagged": file.tagged, "title": bool(file.title), "form": has_form}
    theirs = {
        "tagged": told.get("Tagged") == "yes",
        "title": bool(told.get("Title")),
        "form": told.get("Form", "none") != "none",
    }
    for name, value in ours.items():
        same[name] += value == theirs[name]
        same[f"{name} asked"] += 1
        if value != theirs[name]:
            other.append(f"{path.name}: {name}: we say {value}, pdfinfo says {theirs[name]}")


def cost(folder: Path) -> tuple[float, float]:
    """Milliseconds a page of the facts: those that the file declares, and those of its print."""
    from app.reading import fields, pdf
    from app.reading.limits import Limits

    spent: Counter[str] = Counter()
    pages = 0
    for module, name in ((fields, "facts_of"), (pdf, "print_of")):
        inner = getattr(module, name)

        def timed(*given: object, _inner: object = inner, _name: str = name) -> object:
            start = time.perf_counter()
            try:
                return _inner(*given)  # type: ignore[operator]
            finally:
                spent[_name] += time.perf_counter() - start  # type: ignore[assignment]

        setattr(module, name, timed)
    for path in sorted(folder.rglob("*.pdf")):
        try:
            pages += pdf.read_pdf(path.read_bytes(), name=None, limits=Limits()).pages
        except FormklarError:
            continue
    return tuple(1000 * spent[name] / max(1, pages) for name in ("facts_of", "print_of"))  # type: ignore[return-value]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--faults", action="store_true", help="print what is bad in each form that is not kept apart")
    parser.add_argument("--time", action="store_true", help="measure what the facts cost")
    given = parser.parse_args()
    states: dict[str, Counter[str]] = {}
    findings: Counter[str] = Counter()
    same: Counter[str] = Counter()
    other: list[str] = []
    forms = 0
    for path, report in reports(given.folder, Checker(load())):
        forms += 1
        findings.update(finding.rule for finding in report.findings)
        for name, check in report.form.accessibility.items():
            states.setdefault(name, Counter())[check.state] += 1
        if shutil.which("pdfinfo"):
            compare(path, report, same, other)
        if given.faults and not is_apart(path):
            bad = (f"{name} {list(one.pages)[:5] or ''}" for name, one in report.form.accessibility.items())
            shown = zip(report.form.accessibility.values(), bad, strict=True)
            print(f"{path.name}: {', '.join(text.strip() for one, text in shown if one.state == 'bad') or 'nothing'}")
    print(f"\n{forms} forms" + "".join(f"{state:>16}" for state in STATES))
    for name, counted in states.items():
        print(f"{name:12}" + "".join(f"{counted[state]:16}" for state in STATES))
    print("\n" + "\n".join(f"{rule:24}{findings[rule]:4} findings" for rule in sorted(RULES)))
    for name in ("tagged", "title", "form") if same else ():
        print(f"pdfinfo agrees about {name}: {same[name]} of {same[f'{name} asked']}")
    print("\n".join(other) if same else "pdfinfo is not installed: nothing to compare with")
    if given.time:
        print("facts of the file {:.2f} ms a page, of the print {:.2f} ms a page".format(*cost(given.folder)))


if __name__ == "__main__":
    main()
