"""What a rule is: a file that explains, cites, demonstrates and tests itself; and the book of all rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from app.detectors import Detector
from app.errors import UnknownRule
from app.model import Category, FileFacts, Noun, Profile, Role, Severity
from app.rewriters import Rewriter

Strictness = Severity | Literal["off"]
Provenance = Literal["norm", "guideline", "practice", "house"]
Family = Literal["structure", "voice", "wording"]
"""Rules that often mean the same: how a sentence is built, who acts in it, which word is chosen."""

_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


class Source(Noun):
    """A document that a rule rests on. ``read`` says whether we read it ourselves."""

    title: str
    publisher: str
    year: int | None = None
    url: str | None = None
    note: str | None = None
    read: Literal["verified", "secondary"]


class Example(Noun):
    """A sentence (or a list of field labels) that the rule must find or must leave alone.

    In ``bad`` the marks ``[[…]]`` stand around exactly what is found. ``becomes`` is what the first suggestion
    makes of the text. ``known_miss`` says why the example does not yet come out right. With ``file`` the text stands
    in a PDF that says this about itself.
    """

    bad: str | tuple[str, ...] | None = None
    good: str | tuple[str, ...] | None = None
    becomes: str | None = None
    file: FileFacts | None = None
    note: str | None = None
    known_miss: str | None = None

    @property
    def raw(self) -> str | tuple[str, ...]:
        """The example as written, marks included."""
        raw = self.good if self.bad is None else self.bad
        assert raw is not None  # noqa: S101  (checked when the file is loaded)
        return raw

    @property
    def texts(self) -> tuple[str, ...]:
        """The text (or the field labels) without marks."""
        raw = (self.raw,) if isinstance(self.raw, str) else self.raw
        return tuple(_MARK.sub(r"\1", text) for text in raw)

    @property
    def marks(self) -> tuple[tuple[int, int, int], ...]:
        """The marked places: number of the text, first and last offset, in order."""
        raw = (self.raw,) if isinstance(self.raw, str) else self.raw
        found = []
        for number, text in enumerate(raw):
            for removed, match in enumerate(_MARK.finditer(text)):
                start = match.start() - 4 * removed
                found.append((number, start, start + len(match.group(1))))
        return tuple(found)


class RuleFile(Noun):
    """The keys of a rule file, exactly."""

    title: str
    category: Category
    severity: Strictness | dict[Profile, Strictness]
    provenance: Provenance
    applies_to: tuple[Role, ...] = ()
    detector: str
    settings: dict[str, Any] = {}
    easy_settings: dict[str, Any] = {}
    rewriter: str | None = None
    rewriter_settings: dict[str, Any] = {}
    message: str
    why: str
    exceptions: str | None = None
    sources: tuple[str, ...]
    examples: tuple[Example, ...]
    enabled: bool = True

    def severity_in(self, profile: Profile) -> Strictness:
        """How grave a finding is in this profile; ``off`` when the rule does not run there."""
        if isinstance(self.severity, str):
            return self.severity
        return self.severity.get(profile, "off")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule ready to run. ``detect`` and ``rewrite`` are compiled once for each profile."""

    id: str
    language: str
    file: RuleFile
    sources: tuple[tuple[str, Source], ...]
    detect: dict[Profile, Detector]
    rewrite: Rewriter | None

    @property
    def severity(self) -> dict[str, Strictness]:
        """The severity in each profile."""
        return {"plain": self.file.severity_in("plain"), "easy": self.file.severity_in("easy")}

    @property
    def title(self) -> str:
        """The name of the rule for people."""
        return self.file.title

    @property
    def category(self) -> Category:
        """What the rule looks at."""
        return self.file.category

    @property
    def roles(self) -> frozenset[str]:
        """The roles of the blocks that the rule looks at; empty for rules about the form as a whole."""
        return frozenset(self.file.applies_to)

    def card(self) -> dict[str, Any]:
        """The rule in a list of rules."""
        return {
            "id": self.id,
            "language": self.language,
            "title": self.title,
            "category": self.category,
            "severity": self.severity,
            "provenance": self.file.provenance,
            "sources": [source.title for _, source in self.sources],
        }

    def page(self) -> dict[str, Any]:
        """The rule whole: why, exceptions, examples, sources."""
        return self.card() | {
            "message": self.file.message,
            "why": self.file.why,
            "exceptions": self.file.exceptions,
            "examples": [example.model_dump(exclude_none=True, exclude_unset=True) for example in self.file.examples],
            "sources": [{"key": key} | source.model_dump(exclude_none=True) for key, source in self.sources],
        }


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules of all languages. ``version`` changes with any byte of any file in the rule folders.

    ``families`` holds for each language the rules of each family, the one that speaks first coming first.
    """

    version: str
    by_language: dict[str, dict[str, Rule]]
    families: dict[str, dict[Family, tuple[str, ...]]] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages that have rules."""
        return tuple(sorted(self.by_language))

    def rules(self, language: str) -> tuple[Rule, ...]:
        """The rules of a language in id order; none for an unknown language."""
        rules = self.by_language.get(language, {})
        return tuple(rules[key] for key in sorted(rules))

    def rule(self, language: str, rule_id: str) -> Rule:
        """One rule. Raises ``UnknownRule``."""
        try:
            return self.by_language[language][rule_id]
        except KeyError as error:
            raise UnknownRule from error

    def ids(self) -> frozenset[str]:
        """The ids of all rules in all languages."""
        return frozenset(rule_id for rules in self.by_language.values() for rule_id in rules)

    def __iter__(self) -> Iterator[Rule]:
        return (rule for language in self.languages for rule in self.rules(language))


def check_ids(book: RuleBook, ids: Iterable[str]) -> None:
    """Raises ``UnknownRule`` when one of the ids is in no language."""
    if not frozenset(ids) <= book.ids():
        raise UnknownRule
