"""The self-check for a department, on one page: who is shut out, which changes help most, what the team must ask.

Ludwigshafen asked in 2020 that each department checks whether its offers fit people of every origin and language. This
page puts together what the report knows about that; it judges nothing anew, but for languages and genders.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.model import Barrier, Change, Document, Finding, FormReport, Level, Rewrite, Score, SelfCheck
from app.self_check_words import BARRIERS, QUESTIONS

__all__ = ["self_check"]

_CHANGES = 5
_WEIGHT = {"error": 3, "warning": 2, "hint": 1}
_ABOVE = {"B2", "C1", "C2"}
_LONG_SHARE = 10.0
"""Percent of sentences with more than 20 words."""
_LONG_MINUTES = 45.0
_MANY_PAPERS = 5
_FEW_WORDS = 60
"""A shorter text need not speak of other languages."""

_OTHER_LANGUAGES = re.compile(
    r"\b(?:andere[nr]? Sprachen?|Fremdsprachen?|Übersetzung\w*|übersetz\w+|Dolmetsch\w+"
    r"|Leichte[r]? Sprache|mehrsprachig\w*"
    r"|auf (?:Englisch|Türkisch|Arabisch|Russisch|Ukrainisch)|english|türkçe|français|العربية|русск\w+|українськ\w+"
    r"|other languages?|translat\w+|interpreter\w*|easy read|large print)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:Antragsteller|Vermieter|Mieter|Arbeitnehmer|Eigentümer|Kontoinhaber|Inhaber|Ehegatte|Empfänger"
    r"|Schüler|Halter"
    r"|Erziehungsberechtigter|Bürger|Betreuer|Vertreter|Kläger|Schuldner|Unterzeichner)s?\b(?![/*:_(]|-?in\b)"
)
_BOTH = re.compile(
    r"(?:\w(?:/-?|\*|:|_|\()[iI]n(?:nen)?\b|\w(?:er|t)Innen\b|\b(?:Antragstell|Vermiet|Miet|Arbeitnehm|Eigentüm|Inhab)"
    r"(?:erin|ende)\w*|\bEhegatt(?:in|en und)|\bPartner(?:in|schaft)|\bBürgerinnen\b|\bKontoinhaberin\b"
    r"|\bVertreterin\b)"
)
_GENDER = re.compile(r"\b(?:Geschlecht|Anrede|gender|sex|title)\b", re.IGNORECASE)
_THIRD = re.compile(
    r"divers|keine (?:Angabe|Anrede)|ohne (?:Angabe|Anrede)|andere|offen|other|non-?binary|Mx|prefer not|X\b"
)
_TWO = re.compile(r"männlich|weiblich|Herr|Frau|\bmale\b|\bfemale\b|\bMr|\bMrs|\bMs", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """What the report has found out."""

    document: Document
    level: Level
    scores: Sequence[Score]
    findings: Sequence[Finding]
    rewrite: Rewrite
    form: FormReport


def self_check(known: Known, titles: Mapping[str, str]) -> SelfCheck | None:
    """The page in the language of the document; none for a text without fields. ``titles`` are those of the rules."""
    if not known.form.fields:
        return None
    code = "de" if known.document.language == "de" else "en"
    words = BARRIERS[code]
    return SelfCheck(
        shut_out=tuple(
            Barrier(id=name, who=words[name][0], why=words[name][1].format(**facts)) for name, facts in _barriers(known)
        ),
        changes=_changes(known, titles),
        questions=tuple(
            question.format(fields=known.form.fields, pages=max(1, known.form.pages)) for question in QUESTIONS[code]
        ),
    )


def _barriers(known: Known) -> Iterator[tuple[str, dict[str, object]]]:
    """What shuts people out, by name, with the facts for the sentence."""
    form, level = known.form, known.level
    if level.reliable and level.cefr in _ABOVE:
        yield "level", {"level": level.cefr, "target": level.target}
    share = next((one.value for one in known.scores if one.name == "long-sentence-share" and one.reliable), None)
    if share is not None and share > _LONG_SHARE:
        yield "long-sentences", {"share": round(share)}
    yield from _of_people(known.document)
    bad = {name for name, check in form.accessibility.items() if check.state == "bad"}
    if "fillable" in bad:
        yield "printer", {}
    if bad & {"tagged", "tooltips"}:
        yield "screen-reader", {}
    if bad & {"font-size", "contrast"}:
        yield "print", {}
    if form.effort is None or form.minutes is None:
        return
    asked, papers = form.effort.works.get("ask", 0), form.effort.works.get("look-up", 0)
    if asked:
        yield "third-parties", {"fields": asked, "all": form.fields}
    if papers > _MANY_PAPERS:
        yield "papers", {"fields": papers, "all": form.fields}
    if form.minutes.mean > _LONG_MINUTES:
        yield "time", {"minutes": round(form.minutes.mean)}


def _of_people(document: Document) -> Iterator[tuple[str, dict[str, object]]]:
    """Whether languages and genders are thought of."""
    said = [block.text for block in document.blocks]
    if sum(len(text.split()) for text in said) >= _FEW_WORDS and not any(map(_OTHER_LANGUAGES.search, said)):
        yield "languages", {}
    if document.language == "de" and not any(map(_BOTH.search, said)):
        roles = sorted({match.group() for text in said for match in _ROLE.finditer(text)})
        if roles:
            yield "gender", {"role": roles[0]}
            return
    for field in document.fields:
        offered = " ".join(field.options)
        if _GENDER.search(field.label) and len(_TWO.findall(offered)) >= 2 and not _THIRD.search(offered):
            yield "two-genders", {"field": field.label}
            return


def _changes(known: Known, titles: Mapping[str, str]) -> tuple[Change, ...]:
    """The rules with the most weight in this form: how often, times how grave."""
    weights, numbers, cured = Counter[str](), Counter[str](), Counter[str]()
    whole = {
        finding
        for sentence in known.rewrite.sentences
        for way in sentence.alternatives
        if way.safety != "idea"
        for finding in way.cures
    }
    for finding in known.findings:
        weights[finding.rule] += _WEIGHT[finding.severity]
        numbers[finding.rule] += 1
        alone = any(one.edits and one.safety != "idea" for one in finding.suggestions)
        cured[finding.rule] += alone or finding.id in whole
    ordered = sorted(weights, key=lambda rule: (-weights[rule], rule))[:_CHANGES]
    return tuple(
        Change(rule=rule, title=titles.get(rule, rule), findings=numbers[rule], cured=cured[rule]) for rule in ordered
    )
