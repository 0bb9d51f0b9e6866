"""The gate: a suggestion leaves only when its sentence, parsed again, is sound, silent and loses nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from app.detectors import Hit
from app.fidelity import losses
from app.languages import Language, Parsed, sentences
from app.model import SEVERITIES, Block, Document, Edit, Severity, Suggestion, apply
from app.rules import Rule

_WORD = re.compile(r"[^\W\d_]{2,}")
_LONG, _ENDING = 15, 4
"""Letters of a word that is taken apart, and of an ending that is no part of its own."""
_HYPHENATED = re.compile(r"\w+-\w+")
_END = re.compile(r"(?<!\b[A-Za-z])[.!?]\s+(?=[A-ZÄÖÜ])")
"""The end of a sentence with another one behind it; *z. B.* is none."""
_TWICE = re.compile(r"(?<!\w)(\w{4,})(?:\s+(?:oder|und|or|and|bzw\.)\s+|,\s|\s?/\s?|\s)\1(?!\w)", re.IGNORECASE)
"""*Falsche oder falsche Angaben*: two words of the old sentence got the same plain one."""
_NOUN = re.compile(r"(?<=[\w,(/] )[A-ZÄÖÜ][a-zäöüß]{3,}(?!\w)|(?<=[(/])[A-ZÄÖÜ][a-zäöüß]{3,}(?!\w)")
_GAPS = re.compile(r"\s{2,}|\s[.,;:!?](?:\s|\Z)|,\s*[,.]")


@dataclass(frozen=True, slots=True)
class Raw:
    """A hit with the rule that found it and the severity it has in this profile."""

    rule: Rule
    hit: Hit
    severity: Severity

    @property
    def quote(self) -> str:
        """The words that the rule speaks about."""
        return self.hit.block.text[self.hit.start : self.hit.end]

    def message(self) -> str:
        """What the rule says here; of a long quote only its first and last words."""
        words = self.quote.split()
        quote = self.quote if len(words) <= MOST_QUOTED else " ".join((*words[:3], "…", *words[-3:]))
        return self.rule.file.message.format(quote=quote, **self.hit.facts)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A suggestion on trial: the finding it cures, its sentence before and after."""

    raw: Raw
    suggestion: Suggestion
    before: str
    after: str
    counts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Trial:
    """A sentence with the edits of some candidates."""

    members: tuple[Candidate, ...]
    after: str


MOST_QUOTED = 8
"""Words of a quote within a message."""

LONGEST = 1_000
"""Characters of a sentence beyond which nothing is tried: it must be split first, and trying costs a parse."""

MOST_ALONE = 4
"""Suggestions of one sentence that are tried one by one when they fail together."""

Detect = Callable[[Parsed, Sequence[Rule]], Iterable[Raw]]

Place = tuple[str, int]
"""A sentence: the id of its block and its first character."""


def on_trial(raw: Raw, suggestion: Suggestion, counts: Counter[str]) -> Candidate | None:
    """The candidate for a suggestion whose edits lie within one sentence; none otherwise or when nothing changes."""
    hit = raw.hit
    if hit.sent is None or not suggestion.edits or hit.sent.end_char - hit.sent.start_char > LONGEST:
        return None
    start, end = hit.sent.start_char, hit.sent.end_char
    text = hit.block.text
    if any(edit.span.start < start or edit.span.end > end for edit in suggestion.edits) or _meet(suggestion):
        return None
    changed = apply(text, suggestion.edits)
    after = changed[start : end + len(changed) - len(text)]
    return Candidate(raw, suggestion, text[start:end], after, counts) if after != text[start:end] else None


def _meet(suggestion: Suggestion) -> bool:
    """Whether two edits of one suggestion meet in a word, read as two things at once by a rewriter."""
    spans = sorted((edit.span.start, edit.span.end) for edit in suggestion.edits)
    return any(first[1] > second[0] for first, second in pairwise(spans))


@dataclass(frozen=True, slots=True)
class Sound:
    """A trial that passed, with the parse of the new sentence and what the rules say about it."""

    trial: Trial
    parsed: Parsed
    raws: tuple[Raw, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """For each candidate whether it passed; for each sentence the trials that did, the fullest first."""

    passed: list[bool]
    sound: dict[Place, list[Sound]]


def admitted(candidates: Sequence[Candidate], rules: Sequence[Rule], language: Language, detect: Detect) -> Verdict:
    """Which candidates pass.

    All suggestions for a sentence are tried together first, ideas apart: one parse for a sentence, and the proof that
    they do not spoil each other. Those of a sentence that fails, and those left over, are tried one by one; the safe
    ones also together.
    """
    plausible = [
        candidate
        for candidate in candidates
        if _is_sound(candidate, language) and not losses(candidate.before, candidate.after, language.code)
    ]
    parsed_again = [candidate for candidate in plausible if not _adds_hyphens(candidate)]
    ideas = [candidate for candidate in parsed_again if candidate.suggestion.safety == "idea"]
    trials = _together([one for one in parsed_again if one.suggestion.safety != "idea"]) + _together(ideas)
    trials = [trial for trial in trials if _keeps_all(trial, language)]
    sound = _tried(trials, rules, language, detect)
    passed = {id(candidate) for candidate in plausible if _adds_hyphens(candidate)}
    passed |= {id(member) for one in sound for member in one.trial.members}
    tried: Counter[Place] = Counter()
    alone = []
    for candidate in plausible:
        tried[place_of(candidate)] += id(candidate) not in passed
        if id(candidate) not in passed and tried[place_of(candidate)] <= MOST_ALONE:
            alone.append(Trial((candidate,), candidate.after))
    left = [one.members[0] for one in alone if one.members[0].suggestion.safety == "safe"]
    alone = [one for one in _together(left) if len(one.members) > 1 and _keeps_all(one, language)] + alone
    sound += _tried([trial for trial in alone if trial not in trials], rules, language, detect)
    passed |= {id(member) for one in sound for member in one.trial.members}
    return Verdict([id(candidate) in passed for candidate in candidates], _by_place(sound))


def _keeps_all(trial: Trial, language: Language) -> bool:
    """Whether nothing is lost when the edits come one candidate after the other, cuts between sentences first.

    Each candidate alone loses nothing; together they can. Compared step by step, since a law may look at neighbours.
    """
    first = trial.members[0]
    text, start = first.raw.hit.block.text, place_of(first)[1]
    edits: list[Edit] = []
    before = first.before
    for member in sorted(trial.members, key=lambda one: not _has_new_end(Trial((one,), one.after))):
        edits.extend(member.suggestion.edits)
        changed = apply(text, edits)
        after = changed[start : start + len(first.before) + len(changed) - len(text)]
        if len(trial.members) > 1 and losses(before, after, language.code):
            return False
        before = after
    return True


def _by_place(sound: Iterable[Sound]) -> dict[Place, list[Sound]]:
    found: dict[Place, list[Sound]] = {}
    for one in sorted(sound, key=lambda one: -len(one.trial.members)):
        found.setdefault(place_of(one.trial.members[0]), []).append(one)
    return found


def _adds_hyphens(candidate: Candidate) -> bool:
    """Whether nothing changes but hyphens in words: no grammar does, so nothing needs to be parsed again."""
    before, after = (re.sub(r"\b-\b", "", text).lower() for text in (candidate.before, candidate.after))
    return before == after


def _together(candidates: Sequence[Candidate]) -> list[Trial]:
    """One trial for each sentence, with as many of its suggestions as do not overlap; the first ones win."""
    sentences: dict[Place, list[Candidate]] = {}
    for candidate in candidates:
        members = sentences.setdefault(place_of(candidate), [])
        if not any(_overlap(candidate, member) for member in members):
            members.append(candidate)
    trials = []
    for (_, start), members in sentences.items():
        text, edits = members[0].raw.hit.block.text, [edit for member in members for edit in member.suggestion.edits]
        changed = apply(text, edits)
        end = start + len(members[0].before) + len(changed) - len(text)
        trials.append(Trial(tuple(members), changed[start:end]))
    return trials


def place_of(candidate: Candidate) -> Place:
    """The block and the start of the sentence."""
    sent = candidate.raw.hit.sent
    assert sent is not None  # noqa: S101  (on_trial sees to it)
    return (candidate.raw.hit.block.id, sent.start_char)


def _overlap(one: Candidate, other: Candidate) -> bool:
    return any(
        edit.span.start < taken.span.end and taken.span.start < edit.span.end
        for edit in one.suggestion.edits
        for taken in other.suggestion.edits
    )


def _tried(trials: Sequence[Trial], rules: Sequence[Rule], language: Language, detect: Detect) -> list[Sound]:
    """The trials that made their sentence better."""
    texts = list(dict.fromkeys(trial.after for trial in trials))
    new_ends = {trial.after for trial in trials if _has_new_end(trial)}
    found = _seen_again(texts, rules, language, detect, new_ends) if texts else {}
    return [
        Sound(trial, *found[trial.after])
        for trial in trials
        if trial.after in found and _is_better(trial, found[trial.after][1])
    ]


def _has_new_end(trial: Trial) -> bool:
    """Whether one sentence became several."""
    return len(_END.findall(trial.after)) > len(_END.findall(trial.members[0].before))


def _is_sound(candidate: Candidate, language: Language) -> bool:
    """Every new word is a known word; no holes in spacing and punctuation; the sentence keeps its opening capital.

    No word stands twice where it did not.

    The first part of a long compound is known from there (*Verkehrsmessanlagenprüfung*), and the parts of a word
    that only got a hyphen (*Grundstücks-Genehmigung*) need not be words.
    """
    old = set(_WORD.findall(candidate.before))
    joined = {word.lower() for word in old}
    text = _HYPHENATED.sub(lambda word: "" if word[0].replace("-", "").lower() in joined else word[0], candidate.after)
    new = [word for word in _WORD.findall(text) if word not in old and not _begins(word, old)]
    opening = _WORD.match(candidate.after)
    if opening and new and new[0] == opening.group():
        new[0] = new[0][:1].lower() + new[0][1:]
    if not all(language.is_word(word) for word in new):
        return False
    if _TWICE.search(candidate.after) and not _TWICE.search(candidate.before):
        return False
    if _says_again(candidate):
        return False
    if len(_GAPS.findall(candidate.after)) > len(_GAPS.findall(candidate.before)):
        return False
    return candidate.before[:1].isupper() <= candidate.after[:1].isupper()


def _says_again(candidate: Candidate) -> bool:
    """Whether a noun of the old sentence stands there once more though no new one needs it: *Ausgaben (Ausgaben)*."""
    if len(_END.findall(candidate.after)) > len(_END.findall(candidate.before)):
        return False
    old = Counter(_NOUN.findall(candidate.before))
    return any(old[noun] for noun in Counter(_NOUN.findall(candidate.after)) - old)


def _begins(part: str, words: set[str]) -> bool:
    """Whether a noun is the first part of a long word of the old sentence."""
    return part[0].isupper() and any(
        word.startswith(part) and len(word) > _LONG and len(word) - len(part) > _ENDING for word in words
    )


def _seen_again(
    texts: Sequence[str], rules: Sequence[Rule], language: Language, detect: Detect, split: set[str]
) -> dict[str, tuple[Parsed, tuple[Raw, ...]]]:
    """For each text its parse and what the rules say about it now; its block has the text itself for a name.

    None for a text of ``split``, where one sentence became several, when one of those is no sentence.
    """
    lines = {text: text.split("\n") for text in texts}
    docs = iter(language.parse_texts([line for text in texts for line in lines[text]]))
    result = {}
    for text in texts:
        parts = tuple((_line(text, number, line), next(docs)) for number, line in enumerate(lines[text]))
        if text in split and not all(language.is_sentence(sent) for _, doc in parts for sent in sentences(doc)):
            continue
        document = Document(media_type="text/plain", sha256="", blocks=tuple(block for block, _ in parts))
        parsed = Parsed(document, language, parts)
        result[text] = (parsed, tuple(detect(parsed, rules)))
    return result


def _line(text: str, number: int, line: str) -> Block:
    """A block for a line of a new text; the lines of a list are blocks of their own, as they are in a document."""
    name = text if number == 0 else f"{text}#{number}"
    return Block(id=name, role="item" if number else "paragraph", text=line)


def _is_better(trial: Trial, raws: Sequence[Raw]) -> bool:
    """Each rule is silent at the places that were cured, and nothing as grave appears that was not there.

    A sentence that became two may still have the finding, but less grave: half of a very long sentence can be long.
    A hard word that stood there before is not new, though it was reported elsewhere: some are reported once in a text.
    """
    counts = Counter(raw.rule.id for raw in raws)
    gravest: dict[str, Severity] = {}
    for raw in raws:
        gravest[raw.rule.id] = min(raw.severity, gravest.get(raw.rule.id, raw.severity), key=SEVERITIES.index)
    before = trial.members[0].counts
    cured = Counter(raw.rule.id for raw in {id(member.raw): member.raw for member in trial.members}.values())
    worst = {member.raw.rule.id: member.raw.severity for member in trial.members}
    for rule, number in cured.items():
        eased = _has_new_end(trial) and 0 < counts[rule] <= before[rule] and _is_worse(worst[rule], gravest[rule])
        if counts[rule] > before[rule] - number and not eased:
            return False
    grave = max(SEVERITIES.index(member.raw.severity) for member in trial.members)
    old = trial.members[0].before
    new = {raw.rule.id for raw in raws if raw.rule.file.category != "word" or raw.quote not in old}
    return not any(
        counts[other] > before[other] and SEVERITIES.index(severity) <= grave
        for other, severity in gravest.items()
        if other not in cured and other in new
    )


def _is_worse(one: Severity, other: Severity) -> bool:
    return SEVERITIES.index(one) < SEVERITIES.index(other)
