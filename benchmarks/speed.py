"""What checking costs beside parsing: rules, scores and suggestions against the bare parse of the same documents.

    python -m benchmarks.speed [FOLDER]

``FOLDER`` holds PDF, HTML or text files, at any depth; without it the sample forms are measured. All times are CPU time
of this process, medians over the rounds. Reading the files is not part of any of them.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app import reading, scores
from app.checker import Checker, Options
from app.detectors import Detector
from app.errors import BadInput
from app.languages import Parsed
from app.model import Document
from app.settings import ROOT, Settings
from app.settings import load as load_settings

SUFFIXES = frozenset({".pdf", ".html", ".htm", ".txt", ".md"})


@dataclass(slots=True)
class Round:
    """CPU seconds of one round over all documents."""

    parse: float = 0.0
    check: float = 0.0
    measure: float = 0.0
    rules: dict[str, float] = field(default_factory=lambda: defaultdict(float))


def documents(folder: Path, checker: Checker, settings: Settings) -> Iterator[Document]:
    """All files of the folder that can be read and are in one of our languages, with the language set."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in SUFFIXES or path.stem == "README":
            continue
        try:
            document = reading.read(path.read_bytes(), name=path.name, settings=settings)
            yield checker.check(document, Options(suggestions=False)).document
        except BadInput as error:
            print(f"left out: {path.name} ({error.slug})", file=sys.stderr)


def timed(work: Callable[..., object], *given: object) -> float:
    """CPU seconds of one run."""
    start = time.process_time()
    work(*given)
    return time.process_time() - start


def find_all(detect: Detector, view: Parsed) -> None:
    """Runs a detector to its end."""
    for _ in detect(view):
        pass


def one_round(checker: Checker, given: Sequence[Document]) -> Round:
    """Parse, check, and then each part of the check on its own."""
    result = Round()
    for document in given:
        assert document.language is not None
        language = checker.language(document.language)
        with language.session():
            result.parse += timed(language.parse, document)
        result.check += timed(checker.check, document, Options(language=document.language))
        with language.session():
            parsed = language.parse(document)
            for rule in checker.book.rules(language.code):
                view = parsed.only(rule.roles) if rule.roles else parsed
                detect = rule.detect.get("plain")
                if detect is not None:
                    result.rules[rule.id] += timed(find_all, detect, view)
            result.measure += timed(scores.measure, parsed)
    return result


def words_of(checker: Checker, given: Sequence[Document]) -> int:
    """Words that are parsed, all documents together."""
    total = 0
    for document in given:
        assert document.language is not None
        language = checker.language(document.language)
        with language.session():
            total += sum(token.is_alpha for _, doc in language.parse(document).docs for token in doc)
    return total


def report(rounds: Sequence[Round], words: int, number: int) -> None:
    """The table on standard output."""
    parse = statistics.median(one.parse for one in rounds)
    check = statistics.median(one.check for one in rounds)
    measure = statistics.median(one.measure for one in rounds)
    ratio = statistics.median((one.check - one.parse) / one.parse for one in rounds)
    rules = {name: statistics.median(one.rules[name] for one in rounds) for name in rounds[0].rules}
    print(f"documents            {number:9d}")
    print(f"words                {words:9d}")
    print(f"bare parse           {parse:9.3f} s   {words / parse:9.0f} words a second")
    print(f"whole check          {check:9.3f} s   {words / check:9.0f} words a second")
    print(f"  all rules          {sum(rules.values()):9.3f} s   {sum(rules.values()) / parse:9.1%} of the parse")
    print(f"  scores             {measure:9.3f} s   {measure / parse:9.1%}")
    rest = check - parse - measure - sum(rules.values())
    print(f"  suggestions, rest  {rest:9.3f} s   {rest / parse:9.1%}")
    print(f"rules + scores + suggestions: {ratio:.1%} of the bare parse (at most 50 %)")
    print()
    for name, seconds in sorted(rules.items(), key=lambda item: -item[1]):
        print(f"  {name:26s} {seconds * 1000:9.1f} ms {seconds / parse:8.1%}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the measurement; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "sample_forms")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args(arguments)
    settings = load_settings()
    checker = Checker(settings)
    found = list(documents(given.folder, checker, settings))
    if not found:
        print(f"no document in {given.folder}", file=sys.stderr)
        return 2
    gc.collect()
    gc.freeze()
    rounds = [one_round(checker, found) for _ in range(given.rounds)]
    report(rounds, words_of(checker, found), len(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
