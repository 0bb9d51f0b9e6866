"""Reports and rules as text for a terminal: for people who write forms, in German or English."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.model import Block, Finding, Report, Score, Suggestion
    from app.rules import Rule

_OPEN, _CLOSE = "\x02", "\x03"
"""Stand around the marked words until the lines are broken; both count as one column, like brackets."""
_CONTEXT = 160
"""Longest piece of a sentence that is shown: the marked words, what is before them, what is after them."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[„\"(]?[A-ZÄÖÜ0-9])")
_ABBREVIATED = re.compile(
    r"(?:\d|\b\w|\b(?:Abs|Nr|Art|Ziff|Buchst|vgl|bzw|ca|ggf|evtl|gem|lfd|Str|Dr|Prof|Tel|St|No|Mr|Mrs|Ms|vs))\.$"
)
"""What a dot after a number, a letter or one of these says is not that the sentence ends."""

_WORDS: dict[str, dict[str, str]] = {
    "de": {
        "error": "Fehler",
        "warning": "Warnung",
        "hint": "Hinweis",
        "errors": "Fehler",
        "warnings": "Warnungen",
        "hints": "Hinweise",
        "scores": "Bewertung",
        "page": "Seite",
        "pages": "Seiten",
        "field": "Feld",
        "fields": "Felder",
        "paragraph": "Absatz",
        "whole": "Formular",
        "place": "Stelle",
        "places": "Stellen",
        "none": "Nichts gefunden.",
        "before": "Vorher",
        "after": "Nachher",
        "safe": "sicher",
        "review": "bitte ansehen",
        "idea": "Idee",
        "rule": "Regel",
        "scale": "Skala",
        "language": "Sprache",
        "why": "Warum?",
        "exceptions": "Ausnahmen",
        "examples": "Beispiele",
        "bad": "schwierig",
        "good": "gut",
        "becomes": "besser",
        "sources": "Quellen",
        "severity": "Wertung",
        "more": "Warum? Das erklärt: formklar explain REGEL",
        "off": "aus",
        "norm": "Norm",
        "guideline": "Leitfaden",
        "practice": "Praxis",
        "house": "eigene Festlegung",
        "provenance": "Grundlage",
        "sentence-length": "Satzlänge",
        "long-sentence-share": "Lange Sätze",
        "passive-share": "Passiv",
    },
    "en": {
        "error": "error",
        "warning": "warning",
        "hint": "hint",
        "errors": "errors",
        "warnings": "warnings",
        "hints": "hints",
        "scores": "Scores",
        "page": "page",
        "pages": "pages",
        "field": "field",
        "fields": "fields",
        "paragraph": "Paragraph",
        "whole": "Form",
        "place": "place",
        "places": "places",
        "none": "Nothing found.",
        "before": "before",
        "after": "after",
        "safe": "safe",
        "review": "please look",
        "idea": "idea",
        "rule": "rule",
        "scale": "scale",
        "language": "language",
        "why": "Why?",
        "exceptions": "Exceptions",
        "examples": "Examples",
        "bad": "hard",
        "good": "good",
        "becomes": "better",
        "sources": "Sources",
        "severity": "Severity",
        "more": "Why? This explains it: formklar explain RULE",
        "off": "off",
        "norm": "norm",
        "guideline": "guideline",
        "practice": "practice",
        "house": "our own",
        "provenance": "Basis",
        "sentence-length": "Sentence length",
        "long-sentence-share": "Long sentences",
        "passive-share": "Passive",
    },
}
_LANGUAGES = {"de": {"de": "Deutsch", "en": "Englisch"}, "en": {"de": "German", "en": "English"}}
_COLOURS = {"error": "31", "warning": "33", "hint": "36"}


@dataclass(frozen=True, slots=True)
class Style:
    """How text is shown: language of our own words, width in columns, colours or not."""

    speech: str = "de"
    width: int = 100
    colour: bool = False

    def word(self, key: str) -> str:
        """One of our own words in the language of the reader."""
        return _WORDS[self.speech][key]

    def number(self, value: float) -> str:
        """A number with one decimal, as readers write it."""
        return f"{value:.1f}".replace(".", "," if self.speech == "de" else ".")

    def bold(self, text: str) -> str:
        """For headings."""
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def paint(self, text: str, severity: str) -> str:
        """In the colour of a severity."""
        return f"\x1b[{_COLOURS[severity]}m{text}\x1b[0m" if self.colour else text

    def lines(self, text: str, *, first: str = "", indent: str = "  ") -> list[str]:
        """``text`` broken into lines after ``first``, the following ones under it; marks become visible."""
        wrapped = textwrap.wrap(
            text,
            max(self.width, 40),
            initial_indent=first,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        return list(self._marked(wrapped))

    def _marked(self, wrapped: Iterable[str]) -> Iterator[str]:
        inside = False
        for line in wrapped:
            if not self.colour:
                yield line.replace(_OPEN, "[").replace(_CLOSE, "]")
                continue
            shown = line
            if inside:  # a mark that began on an earlier line
                start = len(line) - len(line.lstrip())
                shown = line[:start] + _OPEN + line[start:]
            inside = shown.rfind(_OPEN) > shown.rfind(_CLOSE)
            yield shown.replace(_OPEN, "\x1b[1;4m").replace(_CLOSE, "\x1b[0m") + ("\x1b[0m" if inside else "")


def clean(text: str) -> str:
    """``text`` without control characters: a form must not steer the terminal of its reader."""
    return "".join(character if character.isprintable() else " " for character in text)


def report_text(report: Report, *, name: str, style: Style) -> str:
    """One report for reading: what it is, scores, findings in reading order, how many there are."""
    lines = [style.bold(clean(name)), _about(report, style), *_notices(report, style), ""]
    lines += _scores(report.scores, style)
    place = None
    numbers = {block.id: number for number, block in enumerate(report.document.blocks, 1)}
    blocks = {block.id: block for block in report.document.blocks}
    for finding in sorted(report.findings, key=lambda f: (numbers.get(f.span.block, 0), f.span.start)):
        block = blocks.get(finding.span.block)
        here = _place(finding, block, numbers, style)
        if here != place:
            lines += ["", style.bold(here)]
            place = here
        lines += _finding(finding, block, style)
    lines += ["", _count(report.findings, style)]
    if report.findings:
        lines.append(style.word("more"))
    return "\n".join(lines) + "\n"


def _notices(report: Report, style: Style) -> list[str]:
    """What the reader must know about the document: pages without text, parts that could not be read."""
    lines: list[str] = []
    for notice in report.document.notices:
        place = f" ({style.word('page').capitalize()} {notice.page})" if notice.page else ""
        lines += style.lines(f"{notice.message}{place}", first="! ", indent="  ")
    return lines


def _about(report: Report, style: Style) -> str:
    document = report.document
    parts = []
    if document.pages:
        parts.append(f"{document.pages} {style.word('page' if document.pages == 1 else 'pages')}")
    if document.language:
        parts.append(_LANGUAGES[style.speech].get(document.language, document.language))
    if report.form.fields:
        parts.append(f"{report.form.fields} {style.word('field' if report.form.fields == 1 else 'fields')}")
    return ", ".join(parts)


def _scores(scores: Sequence[Score], style: Style) -> list[str]:
    if not scores:
        return []
    lines = [style.bold(style.word("scores"))]
    names = [_title(score.name, style) for score in scores]
    width = max(map(len, names))
    for title, score in zip(names, scores, strict=True):
        if score.value is not None:
            value = style.number(score.value).rjust(6)
            lines.append(f"  {title.ljust(width)} {value}  {(score.band or '').ljust(11)}  ({score.scale})")
    for reason in dict.fromkeys(score.reason for score in scores if score.reason):
        lines += style.lines(clean(reason), first="  ")
    return lines


def _title(name: str, style: Style) -> str:
    """``wiener-sachtextformel-1`` as people write it."""
    if name in _WORDS[style.speech]:
        return style.word(name)
    if len(name) <= 4:
        return name.upper()
    return name.replace("-", " ").title() if "formel" in name else name.title()


def _place(finding: Finding, block: Block | None, numbers: dict[str, int], style: Style) -> str:
    page = finding.page if finding.page is not None else (block.page if block is not None else None)
    if page is not None:
        return f"{style.word('page').capitalize()} {page}"
    if block is None:
        return style.word("whole")
    return f"{style.word('paragraph')} {numbers[block.id]}"


def _finding(finding: Finding, block: Block | None, style: Style) -> list[str]:
    lines = [""] if block is None else ["", *style.lines(_context(finding, block, style), first="  ", indent="  ")]
    severity = style.word(finding.severity)
    first, *rest = style.lines(f"{severity}: {clean(finding.message)}", first="    ", indent="    ")
    lines += [first.replace(severity, style.paint(severity, finding.severity), 1), *rest]
    for remark in finding.also:
        lines += style.lines(clean(remark.message), first="    + ", indent="      ")
    for suggestion in finding.suggestions:
        lines += _suggestion(finding, suggestion, block, style)
    rules = dict.fromkeys([finding.rule, *(remark.rule for remark in finding.also)])
    lines.append(f"    {style.word('rule')}: {', '.join(rules)}")
    return lines


def _context(finding: Finding, block: Block, style: Style) -> str:
    """The sentence around a finding with the found words marked; for a field, which one it is."""
    first, last = _sentence(block.text, finding.span.start, finding.span.end)
    before, after = block.text[first : finding.span.start], block.text[finding.span.end : last]
    if len(before) > _CONTEXT:
        before = "…" + before[-_CONTEXT:].partition(" ")[2]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT].rpartition(" ")[0] + "…"
    marked = f"{_OPEN}{_shortened(clean(finding.quote))}{_CLOSE}" if finding.quote else ""
    text = " ".join(f"{clean(before)}{marked}{clean(after)}".split())
    if block.field is not None:
        return f"{style.word('field')} „{clean(block.field)}“{': ' if text else ''}{text}"
    return text


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around ``start`` to ``end`` begins and ends. For showing only: a guess from punctuation."""
    first, last = 0, len(text)
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATED.search(text, max(match.start() - 12, 0), match.start()):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.start()
            break
    return first, last


def _shortened(quote: str) -> str:
    """A long quote without its middle."""
    if len(quote) <= _CONTEXT:
        return quote
    return f"{quote[: _CONTEXT // 2].rpartition(' ')[0]} … {quote[-_CONTEXT // 3 :].partition(' ')[2]}"


def _suggestion(finding: Finding, suggestion: Suggestion, block: Block | None, style: Style) -> list[str]:
    indent = "    "
    if suggestion.result is not None:
        old = ", ".join(
            f"„{clean(block.text[edit.span.start : edit.span.end])}“" for edit in suggestion.edits if block is not None
        )
        lines = style.lines(
            old or f"„{clean(finding.quote)}“", first=f"{indent}{style.word('before')}:  ", indent="      "
        )
        after = f"{indent}{style.word('after')} ({style.word(suggestion.safety)}): "
        lines += style.lines(clean(suggestion.result), first=after, indent="      ")
    else:
        lines = []
    if suggestion.note:
        lines += style.lines(clean(suggestion.note), first=f"{indent}{style.word('idea')}: ", indent="      ")
    return lines


def _count(findings: Sequence[Finding], style: Style) -> str:
    if not findings:
        return style.word("none")
    counts = []
    for severity in ("error", "warning", "hint"):
        number = sum(finding.severity == severity for finding in findings)
        if number:
            text = f"{number} {style.word(severity if number == 1 else severity + 's')}"
            counts.append(style.paint(text, severity))
    total = f"{len(findings)} {style.word('place' if len(findings) == 1 else 'places')}"
    return f"{style.bold(total)}: {', '.join(counts)}"


def rules_text(rules: Sequence[Rule], *, style: Style) -> str:
    """A line for each rule: id, title, how grave it is in the profile ``plain``."""
    width = max((len(rule.id) for rule in rules), default=0)
    lines = [f"{rule.id.ljust(width)}  {style.word(rule.severity['plain']).ljust(8)} {rule.title}" for rule in rules]
    return "\n".join(lines) + "\n"


def rule_text(rule: Rule, *, style: Style) -> str:
    """One rule whole: why, exceptions, examples, sources."""
    page = rule.page()
    severities = ", ".join(f"{style.word(value)} ({profile})" for profile, value in rule.severity.items())
    lines = [style.bold(f"{rule.title} ({rule.id})"), ""]
    lines += [f"{style.word('severity')}: {severities}"]
    lines += [f"{style.word('provenance')}: {style.word(page['provenance'])}", ""]
    lines += [style.bold(style.word("why")), *_paragraphs(page["why"], style)]
    if page["exceptions"]:
        lines += ["", style.bold(style.word("exceptions")), *_paragraphs(page["exceptions"], style)]
    lines += ["", style.bold(style.word("examples"))]
    for example in page["examples"]:
        lines += _example(example, style)
    lines += ["", style.bold(style.word("sources"))]
    for source in page["sources"]:
        year = f", {source['year']}" if source.get("year") else ""
        lines += style.lines(f"{source['title']}. {source['publisher']}{year}", first="  – ", indent="    ")
        if source.get("url"):
            lines.append(f"    {source['url']}")
    return "\n".join(lines) + "\n"


def _paragraphs(text: str, style: Style) -> list[str]:
    return [line for part in text.strip().split("\n\n") for line in style.lines(" ".join(part.split()), first="  ")]


def _example(example: dict[str, Any], style: Style) -> list[str]:
    lines: list[str] = []
    for key in ("bad", "good", "becomes"):
        if key not in example:
            continue
        texts = [example[key]] if isinstance(example[key], str) else example[key]
        text = " · ".join(" ".join(part.split()) for part in texts).replace("[[", _OPEN).replace("]]", _CLOSE)
        lines += style.lines(text, first=f"  {style.word(key)}: ", indent="    ")
    if "note" in example:
        lines += style.lines(f"({' '.join(example['note'].split())})", first="    ", indent="    ")
    return lines
