"""The slowest 3,000 characters for each rule: texts made to be hard, both profiles, CPU time of one run of the rule.

    python -m benchmarks.hard_texts [--most 50] [--seeds 6]

The texts are made from the examples of the rule files: one sentence without an end, the same word again and again,
only brackets, only names of laws, all examples joined or shuffled, and so on. All rules share facts of the language
(phrases, groups of verbs); those are computed once in a check and stand in a row of their own. Exit code 1 when a row
needs more than ``--most`` milliseconds.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence

from app import reading
from app.checker import Checker
from app.model import Document
from app.rules import Rule
from app.settings import load as load_settings
from benchmarks.speed import find_all, timed

LENGTH = 3_000
"""Characters of a text."""

_REPEATED = {
    "de": "nicht |nicht ohne nie kein |und |und/oder |der |der der Frist der |dass wenn |a (|(a) |– a – |zu |werden |a|"
    "§ 5 Abs. 1 SGB II i. V. m. |wird geprüft |ist zu prüfen, |Antragsteller |Prüfung der Vorlage der Bewilligung |"
    "9 Uhr, |01.02.26 |Grund|Haus-|A B |ß |a; |„a|er sie es |in Kenntnis |in Anspruch |Antrag, Gesuch, |Sie du |¹a |"
    "Ä. |bzw. |a* |s. o. |man muss |a 1.|a-",
    "en": "not |not unless no |and |and/or |of the |if that |a (|(a) |– a – |section 5(1) of the Act |to |be |a|a-|"
    "is being checked |form processing office manager |9 am, |A B |a; |it they |in order to |make a decision on |"
    "U.S.C. |you the applicant |a* |shall |a 1.|applicant ",
}
"""Pieces that are repeated, divided by bars."""


def texts(rules: Sequence[Rule], code: str, seeds: int) -> Iterator[tuple[str, str]]:
    """Names and texts of at most 3,000 characters."""
    for piece in _REPEATED[code].split("|"):
        yield f"{piece!r} again and again", (piece * LENGTH)[:LENGTH]
    every: list[str] = []
    for rule in rules:
        examples = [text for example in rule.file.examples for text in example.texts]
        bad = [text for example in rule.file.examples if example.bad is not None for text in example.texts]
        every += examples
        endless = " ".join(text.rstrip(".!?") for text in bad) + " "
        yield f"{rule.id} without an end", (endless * LENGTH)[:LENGTH]
        yield f"{rule.id} again and again", ((" ".join(bad) + " ") * LENGTH)[:LENGTH]
    words = " ".join(every).split()
    for seed in range(seeds):
        random.Random(seed).shuffle(words)  # noqa: S311  (the same texts each time, no secret)
        yield f"words of all rules, seed {seed}", " ".join(words)[:LENGTH]
        yield f"words of all rules without an end, seed {seed}", " ".join(words).replace(".", "")[:LENGTH]
        yield f"words of all rules, one a line, seed {seed}", "\n".join(words)[:LENGTH]


def passes(checker: Checker, document: Document, rules: Sequence[Rule]) -> dict[str, float]:
    """Seconds of each rule (both profiles apart), least of two runs; and of the facts that the first run computed."""
    language = checker.language(rules[0].language)
    detectors = {f"{rule.id} ({profile})": (rule, run) for rule in rules for profile, run in rule.detect.items()}
    with language.session():
        parsed = language.parse(document)
        views = {rule.id: parsed.only(rule.roles) if rule.roles else parsed for rule in rules}
        first, *later = [
            {name: timed(find_all, run, views[rule.id]) for name, (rule, run) in detectors.items()} for _ in range(3)
        ]
    own = {name: min(one[name] for one in later) for name in detectors}
    return own | {"facts of the language": sum(first.values()) - sum(own.values())}


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the slowest text of each rule; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=float, default=50.0, help="milliseconds that a rule may need")
    parser.add_argument("--seeds", type=int, default=6)
    given = parser.parse_args(arguments)
    checker = Checker(load_settings())
    slow = 0
    for code in checker.book.languages:
        rules = checker.book.rules(code)
        worst: dict[str, tuple[float, str]] = {}
        passes(
            checker, document_of(checker, "Guten Tag.", code), rules
        )  # each rule builds its index when it first runs
        for name, text in texts(rules, code, given.seeds):
            for rule, seconds in passes(checker, document_of(checker, text, code), rules).items():
                worst[rule] = max(worst.get(rule, (0.0, "")), (seconds, name))
        for rule, (seconds, name) in sorted(worst.items(), key=lambda item: -item[1][0]):
            slow += seconds * 1000 > given.most
            print(f"{code} {rule:30} {seconds * 1000:7.1f} ms  {name}")
    print(f"{slow} over {given.most:g} ms")
    return 1 if slow else 0


def document_of(checker: Checker, text: str, code: str) -> Document:
    """The text as a document, each of its lines and paragraphs a block in this language."""
    document = reading.read_text(text, settings=checker.settings)
    return document.model_copy(update={"language": code})


if __name__ == "__main__":
    sys.exit(main())
