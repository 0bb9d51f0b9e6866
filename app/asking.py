"""Asks the language model about sentences that no rewriter could help; its answers pass the same gate as all others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from app import gate
from app.fidelity import losses
from app.gate import Candidate, Detect, Place, Raw
from app.language_model import Budget, LanguageModel, Request, asked
from app.languages import Language
from app.model import SEVERITIES, Span, Suggestion
from app.rewriting import Cured, Draft, Way, differences
from app.rules import Rule

NOTE = {
    "de": "Diesen Satz hat ein Sprachmodell geschrieben. Lesen Sie ihn genau.",
    "en": "A language model wrote this sentence. Read it closely.",
}

_LOST = {
    "de": "Der neue Satz sagt nicht dasselbe: {}.",
    "en": "The new sentence does not say the same: {}.",
}
_KINDS = {
    "de": {
        "number": "eine Zahl",
        "sign": "ein Betrag oder ein Paragraf",
        "name": "ein Name",
        "gender": "eine Form, die alle anspricht",
        "duty": "eine Pflicht",
        "negation": "eine Verneinung",
        "modality": "müssen, dürfen oder können",
        "condition": "eine Bedingung oder Frist",
        "quantity": "eine Menge",
        "time": "eine Zeit",
    },
    "en": {
        "number": "a number",
        "sign": "an amount or a section",
        "name": "a name",
        "gender": "a form that speaks to everybody",
        "duty": "a duty",
        "negation": "a negation",
        "modality": "must, may or can",
        "condition": "a condition or deadline",
        "quantity": "a quantity",
        "time": "a time",
    },
}
_STILL = {
    "de": "Der neue Satz ist nicht einfacher, oder er ist nicht richtig geschrieben.",
    "en": "The new sentence is not simpler, or it is not written correctly.",
}


@dataclass(frozen=True, slots=True)
class Asker:
    """What is needed to ask: the model with its time for this document, and the gate's rules and detectors."""

    model: LanguageModel
    budget: Budget
    language: Language
    rules: Sequence[Rule]
    detect: Detect


def with_answers(cured: Cured, raws: Sequence[Raw], asker: Asker) -> Cured:
    """What was cured, and beside it the sentences that the model could help; worst first, while its time lasts."""
    done = {(draft.span.block, draft.span.start) for draft in cured.drafts if _is_helped(draft)}
    waiting: dict[Place, dict[int, Raw]] = defaultdict(dict)
    for number, raw in enumerate(raws):
        if raw.hit.sent is not None:
            waiting[raw.hit.block.id, raw.hit.sent.start_char][number] = raw
    drafts = {(draft.span.block, draft.span.start): draft for draft in cured.drafts}
    suggestions = {number: list(found) for number, found in cured.suggestions.items()}
    for place, found in sorted(waiting.items(), key=lambda item: _gravity(item[1].values())):
        if place in done:
            continue
        way = _answered(found, asker)
        if way is not None:
            old = drafts.get(place)
            sent = next(iter(found.values())).hit.sent
            assert sent is not None  # noqa: S101  (only findings in sentences wait)
            span = Span(block=place[0], start=sent.start_char, end=sent.end_char)
            drafts[place] = Draft(span, (way, *(old.ways if old is not None else ())))
            cure = Suggestion(edits=way.edits, result=way.result, safety=way.safety, note=way.notes[0])
            suggestions.setdefault(way.cures[0], []).append(cure)
    return Cured(suggestions, tuple(drafts.values()))


def _answered(found: Mapping[int, Raw], asker: Asker) -> Way | None:
    """One way to say the sentence, by the model and through the gate."""
    code = asker.language.code
    counts = Counter(raw.rule.id for raw in found.values())
    first = min(found.values(), key=lambda raw: SEVERITIES.index(raw.severity))
    sent = first.hit.sent
    assert sent is not None  # noqa: S101  (only findings in sentences wait)
    before = first.hit.block.text[sent.start_char : sent.end_char]
    span = Span(block=first.hit.block.id, start=sent.start_char, end=sent.end_char)
    passed: list[tuple[int, Candidate]] = []

    def accept(answer: str) -> str | None:
        edits = tuple(differences(before, answer, span))
        lost = losses(before, answer, code)
        if lost:
            kinds = _KINDS[code]
            return _LOST[code].format(", ".join(kinds.get(kind, kind) for kind in lost))
        suggestion = Suggestion(edits=edits, safety="review", note=NOTE[code])
        tried = [(number, gate.on_trial(raw, suggestion, counts)) for number, raw in found.items()]
        for number, candidate in tried:
            if candidate is not None and _passes(candidate, asker):
                passed.append((number, candidate))
        return None if passed else _STILL[code]

    problems = tuple(dict.fromkeys(raw.message() for raw in found.values()))
    answer = asked(asker.model, Request(before, first.hit.block.text, code, problems), accept, asker.budget)
    if answer is None:
        return None
    edits = passed[0][1].suggestion.edits
    return Way(edits, answer, "review", (NOTE[code],), tuple(number for number, _ in passed))


def _passes(candidate: Candidate, asker: Asker) -> bool:
    return gate.admitted([candidate], asker.rules, asker.language, asker.detect).passed == [True]


def _is_helped(draft: Draft) -> bool:
    return any(way.safety != "idea" for way in draft.ways)


def _gravity(raws: Collection[Raw]) -> tuple[int, int]:
    """For sorting: the gravest first, then the sentence with most findings."""
    return min(SEVERITIES.index(raw.severity) for raw in raws), -len(raws)
