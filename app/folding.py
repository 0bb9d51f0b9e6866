"""Says once what several rules say about the same place: echoes are left out, rows of one family become one row."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.gate import Raw
from app.model import SEVERITIES, Finding, Remark, Suggestion
from app.rules.book import Family

Place = tuple[str, int]
"""A sentence: the id of its block, and the number of its first word (-1 for a finding about the block)."""


def without_echoes(raws: Iterable[Raw]) -> Iterator[Raw]:
    """Leaves out what would be said again and again; rules about fields are not touched.

    A hint about the same words is given once. In text that only a screen reader says, such as the tooltip that repeats
    its question for every option, hints stay away, and what was said about printed text is not said again: about the
    same word, or about a sentence that begins with the same words.
    """
    heard: set[tuple[str, str]] = set()
    for raw in sorted(raws, key=lambda raw: raw.hit.block.field is not None):
        hit = raw.hit
        spoken = hit.block.field is not None
        if raw.rule.category == "field":
            yield raw
            continue
        key = (raw.rule.id, _said(raw))
        silent = (spoken and raw.severity == "hint") or (key in heard and (spoken or raw.severity == "hint"))
        heard.add(key)
        if not silent:
            yield raw


def _said(raw: Raw) -> str:
    """What a finding is about, to be compared: its words, or its sentence up to their end."""
    hit = raw.hit
    if raw.rule.category == "word" or raw.severity == "hint" or hit.sent is None:
        return hit.block.text[hit.start : hit.end].casefold()
    return re.sub(r"\d+|^\W+", "", hit.block.text[hit.sent.start_char : hit.end]).casefold()


def fold(
    findings: Sequence[Finding], places: Sequence[Place], families: Mapping[Family, Sequence[str]]
) -> Iterator[Finding]:
    """The findings in the same order, those of one family about the same place folded into the leading one.

    Rules of the family ``structure`` fold within a sentence (``places``: the sentence of each finding), the others
    where their words overlap. The gravest finding leads, then the one whose rule comes first in its family. It keeps
    its message, remembers the others in ``also``, and offers their suggestions after its own.
    """
    family_of = {rule: family for family, rules in families.items() for rule in rules}
    order = {rule: number for rules in families.values() for number, rule in enumerate(rules)}
    together: dict[tuple[Family, str], list[int]] = defaultdict(list)
    for number, finding in enumerate(findings):
        if finding.rule in family_of:
            together[family_of[finding.rule], finding.span.block].append(number)
    followers: dict[int, list[int]] = {}
    for (family, _), members in together.items():
        leaders: list[int] = []
        for number in sorted(members, key=lambda one: _rank(findings[one], order)):
            same = (
                one for one in leaders if _same(family, findings[one], findings[number], places[one], places[number])
            )
            leader = next(same, None)
            if leader is None:
                leaders.append(number)
                followers[number] = []
            else:
                followers[leader].append(number)
    folded = {number for numbers in followers.values() for number in numbers}
    for number, finding in enumerate(findings):
        if number not in folded:
            yield _with(finding, [findings[other] for other in sorted(followers.get(number, ()))])


def _rank(finding: Finding, order: Mapping[str, int]) -> tuple[int, int]:
    return (SEVERITIES.index(finding.severity), order[finding.rule])


def _same(family: Family, one: Finding, other: Finding, at: Place, other_at: Place) -> bool:
    """Whether two findings of a family, of different rules, speak about the same place."""
    if one.rule == other.rule:
        return False
    if family == "structure":
        return at == other_at
    return one.span.start < other.span.end and other.span.start < one.span.end


def _with(finding: Finding, others: Sequence[Finding]) -> Finding:
    if not others:
        return finding
    suggestions: dict[str | None, Suggestion] = {cure.result or cure.note: cure for cure in finding.suggestions}
    for other in others:
        for cure in other.suggestions:
            suggestions.setdefault(cure.result or cure.note, cure)
    remarks = tuple(Remark(rule=other.rule, severity=other.severity, message=other.message) for other in others)
    return finding.model_copy(update={"also": remarks, "suggestions": tuple(suggestions.values())})
