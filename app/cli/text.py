"""Reports and rules as text for a terminal: for people who write forms, in German or English."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.cli.passages import CLOSE, OPEN, Passage, change, clean, marked, passages
from app.cli.words import LANGUAGES, WORDS

if TYPE_CHECKING:
    from app.model import Field, Finding, FormReport, Level, Report, Score, SelfCheck, Suggestion
    from app.rules import Rule

_HEADING, _LABEL, _NAME = 70, 120, 60
"""Characters that are shown of a heading, of the label of a field, and of its name in the file."""
_RULES = {
    "tagged": "pdf-not-tagged",
    "title": "pdf-without-title",
    "language": "pdf-language-missing",
    "tab-order": "pdf-tab-order",
}
"""Rules that give the same advice as a check."""
_PAGES = 8
"""So many pages are named."""
_GLUE = "\u00a0"
"""A space at which no line is broken."""
_SENTENCES = re.compile(r"(?<=[.!?]) (?=[A-ZÄÖÜ])")
_COLOURS = {"error": "31", "warning": "33", "hint": "36"}


@dataclass(frozen=True, slots=True)
class Style:
    """How text is shown: language of our own words, width in columns, colours or not."""

    speech: str = "de"
    width: int = 100
    colour: bool = False

    def word(self, key: str) -> str:
        """One of our own words in the language of the reader."""
        return WORDS[self.speech][key]

    def number(self, value: float) -> str:
        """A number with one decimal, as readers write it."""
        return f"{value:.1f}".replace(".", "," if self.speech == "de" else ".")

    def quoted(self, text: str) -> str:
        """In the quotation marks of the reader."""
        return f"„{text}“" if self.speech == "de" else f"“{text}”"

    def bold(self, text: str) -> str:
        """For headings."""
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def paint(self, text: str, severity: str) -> str:
        """In the colour of a severity."""
        return f"\x1b[{_COLOURS[severity]}m{text}\x1b[0m" if self.colour else text

    def lines(self, text: str, *, first: str = "", indent: str = "  ") -> list[str]:
        """``text`` broken into lines after ``first``, the following ones under it; marks become visible."""
        wrapped = textwrap.wrap(
            text.replace(" …", f"{_GLUE}…"),
            max(self.width, 40),
            initial_indent=first,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        return [line.replace(_GLUE, " ") for line in self._marked(wrapped)]

    def _marked(self, wrapped: Iterable[str]) -> Iterator[str]:
        inside = False
        for line in wrapped:
            if not self.colour:
                yield line.replace(OPEN, "[").replace(CLOSE, "]")
                continue
            shown = line
            if inside:  # a mark that began on an earlier line
                start = len(line) - len(line.lstrip())
                shown = line[:start] + OPEN + line[start:]
            inside = shown.rfind(OPEN) > shown.rfind(CLOSE)
            yield shown.replace(OPEN, "\x1b[1;4m").replace(CLOSE, "\x1b[0m") + ("\x1b[0m" if inside else "")


def report_text(report: Report, *, name: str, style: Style) -> str:
    """One report for reading: what it is, scores, findings in reading order, how many there are."""
    lines = [style.bold(clean(name)), _about(report, style), *_notices(report, style), ""]
    lines += _level(report.level, style)
    lines += _effort(report.form, style)
    lines += _told(report.form, style)
    lines += _accessibility(report, style)
    lines += _scores(report.scores, style)
    before: Passage | None = None
    for passage in passages(report):
        here = _place(passage, style)
        if before is None or here != _place(before, style):
            lines += ["", style.bold(here)]
            before = None
        lines += _passage(passage, style, before)
        before = passage
    lines += _self_check(report.self_check, style)
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
        parts.append(LANGUAGES[style.speech].get(document.language, document.language))
    if report.form.fields:
        parts.append(f"{report.form.fields} {style.word('field' if report.form.fields == 1 else 'fields')}")
    return ", ".join(parts)


def _level(level: Level, style: Style) -> list[str]:
    """The level in a line, with the two things that weigh most."""
    if level.index is None:
        return []
    text = style.word("level").format(band=level.cefr, index=style.number(level.index), target=level.target)
    if level.burdens:
        text += " " + style.word("weighs").format(style.word("and").join(one.label for one in level.burdens[:2]))
    return [*style.lines(text), ""]


def _effort(form: FormReport, style: Style) -> list[str]:
    """How long the form takes, what the answers cost, how complex it is."""
    if form.effort is None or form.minutes is None:
        return []
    effort = form.effort
    text = style.word("effort").format(
        minutes=round(form.minutes.mean), sd=round(form.minutes.sd), reading=round(effort.reading.mean)
    )
    if effort.conditional.mean >= 1:
        text += " " + style.word("effort-some").format(minutes=round(effort.conditional.mean))
    works = ", ".join(style.word(work).format(number) for work, number in effort.works.items())
    lines = [*style.lines(text), *style.lines(style.word("effort-works").format(works))]
    heaviest = sorted(form.dimensions.values(), key=lambda one: -one.points)[:2]
    if form.complexity is not None and heaviest:
        names = style.word("and").join(one.label for one in heaviest)
        lines += style.lines(style.word("complexity").format(style.number(form.complexity), names))
    return [*lines, ""]


def _told(form: FormReport, style: Style) -> list[str]:
    """What the form tells people and what not; only a decision needs a word on how to object."""
    lines: list[str] = []
    for key, found in (("told", True), ("untold", False)):
        items = [
            style.word(f"told-{item}")
            for item, one in form.answerability.items()
            if one.found is found and (found or item != "remedy")
        ]
        if items:
            lines += style.lines(style.word(key).format(", ".join(items)))
    return [*lines, ""] if lines else []


def _accessibility(report: Report, style: Style) -> list[str]:
    """What keeps people from using the file, and that this is no test of conformity.

    What to do stands there, unless a rule says it further below.
    """
    form, found = report.form, {finding.rule for finding in report.findings}
    if not form.accessibility or form.accessibility_scope is None:
        return []
    bad = {name: one for name, one in form.accessibility.items() if one.state == "bad"}
    summary = style.word("accessibility" if bad else "accessible").format(len(bad), len(form.accessibility))
    lines = style.lines(summary)
    for name, one in bad.items():
        place = f"{_pages(one.pages, style)}: " if 0 < len(one.pages) < form.pages else ""
        advice = one.advice if _RULES.get(name) not in found else None
        lines += style.lines(f"{place}{one.message} {advice or ''}", first="  – ", indent="    ")
    return [*lines, *style.lines(form.accessibility_scope), ""]


def _pages(pages: Sequence[int], style: Style) -> str:
    """The first pages of several, by number."""
    shown = ", ".join(map(str, pages[:_PAGES])) + (" …" if len(pages) > _PAGES else "")
    return f"{style.word('page' if len(pages) == 1 else 'pages').capitalize()} {shown}"


def _self_check(page: SelfCheck | None, style: Style) -> list[str]:
    """Who is shut out, what helps most, and what the team must ask itself."""
    if page is None:
        return []
    parts = {
        "shut-out": [f"{one.who}: {clean(one.why)}" for one in page.shut_out],
        "changes": [style.word("change").format(**one.model_dump()) for one in page.changes],
        "questions": list(page.questions),
    }
    lines: list[str] = []
    for name, texts in parts.items():
        if texts:
            lines += ["", style.bold(style.word(name))]
            lines += [line for text in texts for line in style.lines(text, first="  – ", indent="    ")]
    return lines


def _scores(scores: Sequence[Score], style: Style) -> list[str]:
    if not scores:
        return []
    lines = [style.bold(style.word("scores"))]
    names = [_title(score.name, style) for score in scores]
    width = max(map(len, names))
    for title, score in zip(names, scores, strict=True):
        if score.value is not None:
            value = style.number(score.value).rjust(6)
            lines.append(f"  {title.ljust(width)} {value}  {(score.band or '').ljust(11)}  {score.scale}")
    for reason in dict.fromkeys(score.reason for score in scores if score.reason):
        lines += style.lines(clean(reason), first="  ")
    return lines


def _title(name: str, style: Style) -> str:
    """``wiener-sachtextformel-1`` as people write it."""
    if name in WORDS[style.speech]:
        return style.word(name)
    if len(name) <= 4:
        return name.upper()
    return name.replace("-", " ").title() if "formel" in name else name.title()


def _place(passage: Passage, style: Style) -> str:
    """Where a person looks: the page, or the section where there are no pages."""
    if passage.block is None:
        return style.word("whole")
    section = _beginning(passage.section, _HEADING)
    if passage.page is not None:
        page = f"{style.word('page').capitalize()} {passage.page}"
        return f"{page}, {style.quoted(section)}" if section else page
    if not passage.printed:
        return style.word("fields")
    return f"{style.word('section')} {style.quoted(section)}" if section else style.word("beginning")


def _passage(passage: Passage, style: Style, before: Passage | None) -> list[str]:
    """A sentence or a field, then all that is said about it; what is advised for all of it is said once.

    A field that is the same as ``before`` is not named again; the same word twice in a sentence has one row.
    """
    lines: list[str] = []
    same = before is not None and passage.field is not None and passage.field == before.field
    if passage.block is not None:
        shown = _shown(passage, passage.block.text, style, named=same)
        lines += ["", *style.lines(shown, first="  ", indent="  ")] if shown else []
    said: set[str] = set()
    for finding in passage.findings:
        first, *rest = _SENTENCES.split(clean(finding.message))
        if first in said and said.issuperset(rest) and not finding.suggestions and not finding.also:
            continue
        message = " ".join([first, *(sentence for sentence in rest if sentence not in said)])
        said.update((first, *rest))
        lines += _finding(finding, message, passage, style)
    return lines


def _beginning(text: str, most: int) -> str:
    """The first words of a text that is longer than ``most`` characters."""
    text = clean(text)
    return text if len(text) <= most else f"{text[:most].rpartition(' ')[0] or text[:most]} …"


def _shown(passage: Passage, text: str, style: Style, *, named: bool) -> str:
    """The sentence with the found words marked; for a field also which one it is, unless that is already named."""
    field, block = passage.field, passage.block
    words = marked(passage, text)
    if field is None or block is None:
        return words
    what = {"label": "", "option": style.word("option")}.get(block.role, style.word("help"))
    if named:
        return f"{what}: {words}" if what else ""
    about = _field(field, passage, style)
    return about if not what else f"{about}, {what}: {words}"


def _field(field: Field, passage: Passage, style: Style) -> str:
    """Which field it is: its label, its group unless that is the heading above, else what stands near, its name."""
    label = field.label if field.label_source != "name" else ""  # made up from the name in the file
    named = style.quoted(_beginning(label, _LABEL)) if label else style.word("nameless")
    called = clean(field.group or "")
    known = not called or called == clean(passage.section)
    group = "" if known else f", {style.word('group')} {style.quoted(_beginning(called, _HEADING))}"
    near = ""
    if not label and (field.printed_label or passage.near):
        key, text = ("beside", field.printed_label) if field.printed_label else ("under", passage.near)
        near = f", {style.word(key)} {style.quoted(_beginning(text, _HEADING))}"
    inside = "" if field.source == "flat" else f" ({style.word('in-file')}: {_beginning(field.name, _NAME)})"
    return f"{style.word('field')} {named}{group}{near}{inside}"


def _finding(finding: Finding, message: str, passage: Passage, style: Style) -> list[str]:
    severity = style.word(finding.severity)
    first, *rest = style.lines(f"{severity}: {message}", first="    ", indent="    ")
    lines = [first.replace(severity, style.paint(severity, finding.severity), 1), *rest]
    for remark in finding.also:
        lines += style.lines(clean(remark.message), first="    + ", indent="      ")
    for suggestion in finding.suggestions:
        lines += _suggestion(suggestion, passage, style)
    rules = dict.fromkeys([finding.rule, *(remark.rule for remark in finding.also)])
    lines.append(f"    {style.word('rule')}: {', '.join(rules)}")
    return lines


def _suggestion(suggestion: Suggestion, passage: Passage, style: Style) -> list[str]:
    """What changes, before and after, and what is to be known about it."""
    lines: list[str] = []
    safety = style.word(suggestion.safety)
    if suggestion.edits and passage.block is not None:
        before, after = change(passage.block.text, suggestion.edits, (passage.start, passage.end))
        lines += style.lines(before, first=f"    {style.word('before')}:  ", indent="      ")
        lines += style.lines(
            f"{after}  ({safety.replace(' ', _GLUE)})", first=f"    {style.word('after')}: ", indent="      "
        )
    elif suggestion.result is not None:
        lines += style.lines(clean(suggestion.result), first=f"    {style.word('after')} ({safety}): ", indent="      ")
    if suggestion.note:
        lines += style.lines(clean(suggestion.note), first=f"    {style.word('idea')}: ", indent="      ")
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
        text = " · ".join(" ".join(part.split()) for part in texts).replace("[[", OPEN).replace("]]", CLOSE)
        lines += style.lines(text, first=f"  {style.word(key)}: ", indent="    ")
    if "note" in example:
        lines += style.lines(f"({' '.join(example['note'].split())})", first="    ", indent="    ")
    return lines
