"""The gate: a suggestion leaves only when its sentence, parsed again, is sound, silent and loses nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from app.detectors import Hit
from app.fidelity import losses
from app.languages import Language, Parsed
from app.model import SEVERITIES, Block, Document, Severity, Suggestion, apply
from app.rules import Rule

_WORD = re.compile(r"[^\W\d_]{2,}")
_GAPS = re.compile(r"\s{2,}|\s[.,;:!?](?:\s|\Z)|,\s*[,.]")


@dataclass(frozen=True, slots=True)
class Raw:
    """A hit with the rule that found it and the severity it has in this profile."""

    rule: Rule
    hit: Hit
    severity: Severity


@dataclass(frozen=True, slots=True)
class Candidate:
    """A suggestion on trial: the finding it cures, its sentence before and after."""

    raw: Raw
    suggestion: Suggestion
    before: str
    after: str
    counts: Counter[str] = field(default_factory=Counter)


Detect = Callable[[Parsed, Sequence[Rule]], Iterable[Raw]]


def on_trial(raw: Raw, suggestion: Suggestion, counts: Counter[str]) -> Candidate | None:
    """The candidate for a suggestion whose edits lie within one sentence; none otherwise or when nothing changes."""
    hit = raw.hit
    if hit.sent is None or not suggestion.edits:
        return None
    start, end = hit.sent.start_char, hit.sent.end_char
    text = hit.block.text
    if any(edit.span.start < start or edit.span.end > end for edit in suggestion.edits):
        return None
    changed = apply(text, suggestion.edits)
    after = changed[start : end + len(changed) - len(text)]
    return Candidate(raw, suggestion, text[start:end], after, counts) if after != text[start:end] else None


def admitted(
    candidates: Sequence[Candidate], rules: Sequence[Rule], language: Language, detect: Detect
) -> list[Suggestion | None]:
    """For each candidate the suggestion with its result, or none when it does not pass. One parse for all."""
    plausible = [
        candidate
        for candidate in candidates
        if _is_sound(candidate, language) and not losses(candidate.before, candidate.after, language.code)
    ]
    texts = list(dict.fromkeys(candidate.after for candidate in plausible))
    found = _count_again(texts, rules, language, detect) if texts else {}
    passed = {id(candidate) for candidate in plausible if _is_better(candidate, found[candidate.after])}
    return [
        candidate.suggestion.model_copy(update={"result": candidate.after}) if id(candidate) in passed else None
        for candidate in candidates
    ]


def _is_sound(candidate: Candidate, language: Language) -> bool:
    """Every new word is a known word; no holes in spacing and punctuation; the sentence keeps its opening capital."""
    old = set(_WORD.findall(candidate.before))
    new = [word for word in _WORD.findall(candidate.after) if word not in old]
    opening = _WORD.match(candidate.after)
    if opening and new and new[0] == opening.group():
        new[0] = new[0][:1].lower() + new[0][1:]
    if not all(language.is_word(word) for word in new):
        return False
    if len(_GAPS.findall(candidate.after)) > len(_GAPS.findall(candidate.before)):
        return False
    return candidate.before[:1].isupper() <= candidate.after[:1].isupper()


def _count_again(
    texts: Sequence[str], rules: Sequence[Rule], language: Language, detect: Detect
) -> dict[str, tuple[Counter[str], dict[str, Severity]]]:
    """For each text how often each rule speaks now, and how gravely at most."""
    docs = language.parse_texts(texts)
    result = {}
    for text, doc in zip(texts, docs, strict=True):
        block = Block(id="trial", role="paragraph", text=text)
        parsed = Parsed(Document(media_type="text/plain", sha256="", blocks=(block,)), language, ((block, doc),))
        raws = list(detect(parsed, rules))
        gravest: dict[str, Severity] = {}
        for raw in raws:
            gravest[raw.rule.id] = min(raw.severity, gravest.get(raw.rule.id, raw.severity), key=SEVERITIES.index)
        result[text] = (Counter(raw.rule.id for raw in raws), gravest)
    return result


def _is_better(candidate: Candidate, found: tuple[Counter[str], dict[str, Severity]]) -> bool:
    """The rule is silent at this place, and nothing as grave as the finding appears that was not there."""
    counts, gravest = found
    rule = candidate.raw.rule
    if counts[rule.id] >= candidate.counts[rule.id]:
        return False
    grave = SEVERITIES.index(candidate.raw.severity)
    return not any(
        counts[other] > candidate.counts[other] and SEVERITIES.index(severity) <= grave
        for other, severity in gravest.items()
        if other != rule.id
    )
