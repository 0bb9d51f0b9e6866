"""Checks one document: the only module that knows all parts."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import app
from app import form, languages, level, rewriting, rules, scores
from app.asking import Asker, with_answers
from app.errors import EmptyText, UnknownLanguage
from app.folding import Place, fold, without_echoes
from app.gate import Raw
from app.language_model import Budget, LanguageModel
from app.languages import Language, Parsed
from app.languages.recognise import main_language
from app.model import (
    SEVERITIES,
    Block,
    Document,
    Edit,
    Finding,
    Notice,
    Profile,
    Report,
    Rewrite,
    RewrittenBlock,
    SentenceRewrite,
    Span,
    Suggestion,
    Versions,
    apply,
    finding_id,
)
from app.rules import Rule
from app.self_check import Known, self_check
from app.settings import Settings

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

UNKNOWN_SUPPRESSION = {
    "de": "In einem Kommentar stehen Regeln, die es nicht gibt: {}. „formklar rules“ zeigt alle Namen.",
    "en": "A comment names rules that do not exist: {}. “formklar rules” shows all names.",
}

UNREADABLE = "\ufffd"
"""Stands for a character that the reader could not make out; no rule speaks about such a sentence."""

SELF_CHECK = {
    "de": "Der Antrag wird von der Behörde geprüft.",
    "en": "Your application will be checked by the council.",
}
"""A sentence with a passive in each language: what is found in it shows that everything is in place."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller wants: a language, how strict, only these rules, not these, with suggestions or without."""

    language: str | None = None
    profile: Profile = "plain"
    rules: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    suggestions: bool = True


class Checker:
    """Holds rules and models; checks one document at a time (a second caller waits)."""

    def __init__(self, settings: Settings) -> None:
        """Loads everything. Raises ``RuleFileError`` or ``SettingsError``."""
        self.settings = settings
        self.book = rules.load(settings.rule_folders())
        self._languages: dict[str, Language] = {}
        self._lock = threading.Lock()
        self._model = (
            LanguageModel(settings.llm_url, settings.llm_model, settings.llm_seconds) if settings.llm_url else None
        )

    def language(self, code: str) -> Language:
        """The language with this code, loaded when first asked for. Raises ``UnknownLanguage``."""
        if code not in self._languages:
            self._languages[code] = languages.load(code, self.settings)
        return self._languages[code]

    def warm_up(self) -> None:
        """Loads all languages and checks a sentence in each; ``RuntimeError`` when its passive is not seen."""
        for code in languages.CODES:
            language = self.language(code)
            with language.session():
                sents = languages.sentences(language.parse_text(SELF_CHECK[code]))
                if not any(language.passives(sent) for sent in sents):
                    raise RuntimeError(f"self-check failed for {code}")
            self.check(_plain_document(SELF_CHECK[code]), Options(language=code))

    def versions(self, code: str) -> Versions:
        """The versions that a report in this language carries."""
        return Versions(app=app.__version__, rules=self.book.version, model=self.language(code).version)

    def check(self, document: Document, options: Options | None = None) -> Report:
        """The report. Raises ``EmptyText``, ``UnknownLanguage``, ``UnknownRule``."""
        options = options or Options()
        rules.check_ids(self.book, (options.rules or frozenset()) | options.ignore)
        document = document.model_copy(update={"language": _language_of(document, options)})
        assert document.language is not None  # noqa: S101  (set in the line before)
        language = self.language(document.language)
        chosen = [rule for rule in self.book.rules(language.code) if _is_wanted(rule, options)]
        with self._lock, language.session():
            return self._report(document, language, chosen, options)

    def _report(self, document: Document, language: Language, chosen: Sequence[Rule], options: Options) -> Report:
        parsed = language.parse(document)
        document = _with_unknown(parsed.document, self.book.ids())
        raws = list(without_echoes(detect(parsed, chosen, options.profile)))
        cured = self._cured(parsed, raws, chosen, options)
        rows = list(_findings(raws, cured.suggestions, document))
        families = self.book.families.get(language.code, {})
        findings = tuple(fold([row.finding for row in rows], [row.place for row in rows], families))
        counts, totals = scores.count(parsed), level.totals(parsed)
        values = scores.from_counts(counts, language.code)
        measured = level.measure(totals, language.code)
        asked = form.assess(replace(parsed, document=document), values)
        titles = {rule.id: rule.file.title for rule in chosen}
        rewrite = _rewrite(parsed, cured, _ids(rows, findings), counts, totals)
        return Report(
            document=document,
            profile=options.profile,
            level=measured,
            scores=values,
            findings=findings,
            rewrite=rewrite,
            form=asked,
            self_check=self_check(Known(document, measured, values, findings, rewrite, asked), titles),
            versions=self.versions(language.code),
        )

    def _cured(self, parsed: Parsed, raws: Sequence[Raw], chosen: Sequence[Rule], options: Options) -> rewriting.Cured:
        """What can be said more simply; nothing where no suggestions are wanted."""
        if not options.suggestions:
            return rewriting.NOTHING
        local = [rule for rule in chosen if rule.roles and (rule.category != "text" or rule.rewrite is not None)]

        def again(trial: Parsed, local_rules: Sequence[Rule]) -> Iterable[Raw]:
            return detect(trial, local_rules, options.profile, all_roles=True)

        cured = rewriting.cure(parsed, raws, local, again)
        if self._model is None:
            return cured
        budget = Budget(self.settings.check_seconds / 2)
        return with_answers(cured, raws, Asker(self._model, budget, parsed.language, local, again))


def detect(parsed: Parsed, chosen: Sequence[Rule], profile: Profile, *, all_roles: bool = False) -> Iterator[Raw]:
    """What the rules find, rule by rule in id order."""
    views: dict[frozenset[str], Parsed] = {}
    for rule in chosen:
        severity = rule.file.severity_in(profile)
        if severity == "off":
            continue
        view = parsed
        if rule.roles and not all_roles:
            view = views.setdefault(rule.roles, parsed.only(rule.roles))
        for hit in rule.detect[profile](view):
            if UNREADABLE in (hit.sent.text if hit.sent is not None else ""):
                continue
            if not hit.block.ignore or not {rule.id, "*"} & set(hit.block.ignore):
                if hit.sent is None and rule.rewrite is not None:
                    hit = replace(hit, sent=view.sentence_at(hit.block, hit.start, hit.end))  # noqa: PLW2901
                yield Raw(rule, hit, hit.severity or severity)


def _with_unknown(document: Document, known: frozenset[str]) -> Document:
    """The document with a notice for rules that its author switched off and that do not exist: a typo is not silent."""
    unknown = sorted({rule for block in document.blocks for rule in block.ignore} - known - {"*"})
    if not unknown:
        return document
    message = UNKNOWN_SUPPRESSION[document.language or "de"].format(", ".join(unknown)[:200])
    notice = Notice(code="unknown-suppression", message=message)
    return document.model_copy(update={"notices": (*document.notices, notice)})


def _language_of(document: Document, options: Options) -> str:
    said = [block for block in document.blocks if block.role != "furniture"]
    if not any(character.isalnum() for block in said for character in block.text):
        raise EmptyText
    code = options.language or document.language or main_language(block.text for block in said)
    if code not in languages.CODES:
        raise UnknownLanguage
    return code


def _is_wanted(rule: Rule, options: Options) -> bool:
    return rule.id not in options.ignore and (options.rules is None or rule.id in options.rules)


def _ids(rows: Sequence[Row], findings: Sequence[Finding]) -> dict[int, str]:
    """For the number of each raw finding its id, when it has a row of its own in the report."""
    told = {finding.id for finding in findings}
    return {row.number: row.finding.id for row in rows if row.finding.id in told}


@dataclass(frozen=True, slots=True)
class Row:
    """A finding with the number of its raw finding and its sentence."""

    number: int
    finding: Finding
    place: Place


def _findings(raws: Sequence[Raw], cures: Mapping[int, Sequence[Suggestion]], document: Document) -> Iterator[Row]:
    """The findings in reading order with their sentences; at one place the gravest first."""
    order = {block.id: number for number, block in enumerate(document.blocks)}
    numbered = sorted(
        enumerate(raws),
        key=lambda item: (
            order[item[1].hit.block.id], item[1].hit.start, SEVERITIES.index(item[1].severity), item[1].rule.id,
        ),
    )  # fmt: skip
    seen: Counter[tuple[str, str, str]] = Counter()
    for number, raw in numbered:
        hit, rule = raw.hit, raw.rule
        quote = raw.quote
        key = (rule.id, hit.block.text, quote)
        seen[key] += 1
        finding = Finding(
            id=finding_id(*key, seen[key]),
            rule=rule.id,
            category=rule.category,
            severity=raw.severity,
            span=Span(block=hit.block.id, start=hit.start, end=hit.end),
            page=hit.block.page_of(hit.start),
            boxes=hit.block.boxes_of(hit.start, hit.end),
            quote=quote,
            message=raw.message(),
            facts=hit.facts,
            suggestions=tuple(cures.get(number, ())),
        )
        yield Row(number, finding, (hit.block.id, hit.sent.start if hit.sent is not None else -1))


def _rewrite(
    parsed: Parsed, cured: rewriting.Cured, ids: Mapping[int, str], counts: scores.Counts, totals: level.Blocks
) -> Rewrite:
    """The text with all safe edits, what that makes of the scores, and the alternatives for each sentence."""
    edits: dict[str, list[Edit]] = defaultdict(list)
    for draft in cured.drafts:
        edits[draft.span.block].extend(draft.safe)
    blocks = {block.id: block for block in parsed.document.blocks}
    before, after = _before_and_after(parsed, edits)
    return Rewrite(
        applied=sum(draft.applied for draft in cured.drafts),
        blocks=tuple(
            RewrittenBlock(id=key, text=apply(blocks[key].text, found)) for key, found in edits.items() if found
        ),
        sentences=tuple(
            SentenceRewrite(span=draft.span, alternatives=tuple(way.as_alternative(ids) for way in draft.ways))
            for draft in cured.drafts
            if draft.ways
        ),
        level=level.after(totals, level.totals(before), level.totals(after)),
        scores=scores.from_counts(
            scores.exchanged(counts, scores.count(before), scores.count(after)), parsed.language.code
        ),
    )


def _before_and_after(parsed: Parsed, edits: dict[str, list[Edit]]) -> tuple[Parsed, Parsed]:
    """The sentences that change, as they were and as they become; only these are parsed anew."""
    changes = [
        (block, sent, text)
        for block, doc in parsed.docs
        if edits.get(block.id)
        for sent in languages.sentences(doc)
        if (text := _changed(block, sent, edits[block.id])) is not None
    ]
    new = parsed.language.parse_texts([text for _, _, text in changes])
    before = tuple((block, sent.as_doc()) for block, sent, _ in changes)
    after = tuple((block, doc) for (block, _, _), doc in zip(changes, new, strict=True))
    return Parsed(parsed.document, parsed.language, before), Parsed(parsed.document, parsed.language, after)


def _changed(block: Block, sent: Words, edits: Sequence[Edit]) -> str | None:
    """The sentence after those of the edits that lie in it; none when there are none."""
    start, end = sent.start_char, sent.end_char
    inside = [edit for edit in edits if start <= edit.span.start and edit.span.end <= end]
    if not inside:
        return None
    text = apply(block.text, inside)
    return text[start : end + len(text) - len(block.text)]


def _plain_document(text: str) -> Document:
    return Document(media_type="text/plain", sha256="", blocks=(Block(id="p0b1", role="paragraph", text=text),))
