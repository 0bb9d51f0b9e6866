"""How well German grammar facts hold on administrative sentences marked by hand, through the real pipeline.

    python -m benchmarks.administrative [--misses]

``tests/languages/administrative_de.txt`` holds sentences of our own, half of them traps, with their verb groups (tense,
mood, voice), verb brackets, genitive chains and coordinations. They were marked by one person before the program saw
them, and looked at afterwards: the figures say that the facts work, not how well they do on texts never seen.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.languages import Language, load
from app.languages.brackets_de import brackets
from app.languages.coordination_de import coordinations
from app.languages.genitives_de import genitive_chains
from app.languages.verb_groups_de import VerbGroup, verb_groups
from app.settings import load as load_settings

MARKED = Path(__file__).parent.parent / "tests" / "languages" / "administrative_de.txt"
FACTS = ("verb groups", "brackets", "genitive chains", "coordinations")
_TENSES = {
    "present": "pres",
    "past": "past",
    "perfect": "perf",
    "pluperfect": "plup",
    "future": "fut",
    "future-perfect": "futp",
    "": "-",
}
_MOODS = {
    "indicative": "ind",
    "subjunctive-1": "s1",
    "subjunctive-2": "s2",
    "imperative": "imp",
    "infinitive": "inf",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with the items of each fact in the notation of the file."""

    text: str
    trap: bool
    items: dict[str, frozenset[str]]


def marked(path: Path = MARKED) -> list[Marked]:
    """The sentences of the file."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, *columns = (part.strip() for part in line.removeprefix("! ").split("|"))
        sets = [frozenset(item.strip() for item in column.split(";") if item.strip()) for column in columns]
        found.append(Marked(text, line.startswith("! "), dict(zip(FACTS, sets, strict=True))))
    return found


def said(language: Language, text: str) -> dict[str, frozenset[str]]:
    """What the grammar says about a text, in the same notation."""
    lines: dict[str, set[str]] = {fact: set() for fact in FACTS}
    with language.session():
        for sent in language.parse_text(text).sents:
            lines["verb groups"] |= {_group(group) for group in verb_groups(sent)}
            lines["brackets"] |= {f"{one.left}…{one.right[0]}:{one.words}" for one in brackets(sent)}
            lines["genitive chains"] |= {" ".join(noun.text for noun in one.nouns) for one in genitive_chains(sent)}
            lines["coordinations"] |= {
                f"{' '.join(part.text for part in one.conjuncts)}:{one.category}:{one.conjunction}"
                for one in coordinations(sent)
            }
    return {fact: frozenset(items) for fact, items in lines.items()}


def _group(group: VerbGroup) -> str:
    verbs = " ".join(verb.text for verb in group.verbs)
    particle = f"+{group.particle}" if group.particle is not None else ""
    return f"{verbs}{particle}:{_TENSES[group.tense]}.{_MOODS[group.mood]}.{group.voice[0]}"


@dataclass(frozen=True, slots=True)
class Result:
    """A marked sentence and what the grammar says about it."""

    sentence: Marked
    ours: dict[str, frozenset[str]]

    def right(self, fact: str) -> bool:
        """Whether every item of this fact is right and none is missing."""
        return self.sentence.items[fact] == self.ours[fact]


def results(language: Language, sentences: Sequence[Marked]) -> list[Result]:
    """Every sentence with what the grammar says."""
    return [Result(sentence, said(language, sentence.text)) for sentence in sentences]


def rows(found: Sequence[Result]) -> Iterator[str]:
    """The lines of the table: items by fact, and sentences in which all is right."""
    for fact in FACTS:
        gold = sum(len(result.sentence.items[fact]) for result in found)
        ours = sum(len(result.ours[fact]) for result in found)
        both = sum(len(result.sentence.items[fact] & result.ours[fact]) for result in found)
        whole = sum(result.right(fact) for result in found)
        yield (
            f"| {fact} | {gold} | {ours} | {both} | {both / max(ours, 1):.3f} | {both / max(gold, 1):.3f} "
            f"| {whole} of {len(found)} |"
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a Markdown table; see the top of this file."""
    parser = argparse.ArgumentParser(prog="benchmarks.administrative", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="print what is missing (-) and what is wrong (+)")
    misses = bool(parser.parse_args(arguments).misses)
    language = load("de", load_settings())
    found = results(language, marked())
    traps = [result for result in found if result.sentence.trap]
    print(f"{len(found)} sentences, {len(traps)} of them traps, {language.version}\n")
    for title, chosen in (("all", found), ("traps", traps)):
        print(f"| {title} | marked | ours | both | precision | recall | sentences right |")
        print("|---|---|---|---|---|---|---|")
        print("\n".join(rows(chosen)), end="\n\n")
    for result in found if misses else ():
        for fact in FACTS:
            gold, ours = result.sentence.items[fact], result.ours[fact]
            for item in sorted(gold ^ ours):
                print(f"  {'-' if item in gold else '+'} {fact}: {item}  [{result.sentence.text}]")


if __name__ == "__main__":
    main()
