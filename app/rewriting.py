"""Rewrites: what the rewriters propose and the gate lets through, for each finding and for each sentence as a whole."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from app import gate
from app.gate import Candidate, Detect, Place, Raw, Sound, Verdict
from app.languages import Parsed
from app.model import SAFETIES, Alternative, Edit, Safety, Span, Suggestion, apply
from app.rules import Rule

MOST_WAYS = 3
"""Alternatives for one sentence."""

_PIECE = re.compile(r"\w+|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say a sentence: the numbers of the raw findings that are gone after it."""

    edits: tuple[Edit, ...]
    result: str
    safety: Safety
    notes: tuple[str, ...]
    cures: tuple[int, ...]

    def as_alternative(self, ids: Mapping[int, str]) -> Alternative:
        """For the report; ``ids`` names the findings that have a row of their own."""
        return Alternative(
            edits=self.edits,
            result=self.result,
            safety=self.safety,
            note=" ".join(self.notes) or None,
            cures=tuple(ids[number] for number in self.cures if number in ids),
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence with its ways, and the ``safe`` edits of ``applied`` findings, which fit together."""

    span: Span
    ways: tuple[Way, ...]
    safe: tuple[Edit, ...] = ()
    applied: int = 0


@dataclass(frozen=True, slots=True)
class Cured:
    """Suggestions by the number of their raw finding, and the sentences that can be said more simply."""

    suggestions: Mapping[int, Sequence[Suggestion]] = field(default_factory=dict)
    drafts: tuple[Draft, ...] = ()


NOTHING = Cured()


@dataclass(frozen=True, slots=True)
class _Round:
    """What one round proposed: candidates with the number of their raw finding, the verdict on them, directions."""

    candidates: list[tuple[int, Candidate]]
    verdict: Verdict
    ideas: list[tuple[int, Suggestion]]

    def passed(self) -> Iterator[tuple[int, Candidate]]:
        """The candidates that may leave."""
        for one, passes in zip(self.candidates, self.verdict.passed, strict=True):
            if passes:
                yield one


def cure(parsed: Parsed, raws: Sequence[Raw], rules: Sequence[Rule], detect: Detect) -> Cured:
    """The suggestions for each finding, and for each sentence up to three ways that cure as much as fits together.

    The rewriters have a second turn on the sentence that the first one made: what was in each other's way, or became
    possible only now, is cured as well. Each turn passes the gate, so that nothing is lost on the way.
    """
    first = _round([(parsed, raws)], rules, detect)
    suggestions: dict[int, list[Suggestion]] = defaultdict(list)
    for number, suggestion in first.ideas:
        suggestions[number].append(suggestion)
    members: dict[Place, list[tuple[int, Candidate]]] = defaultdict(list)
    for number, candidate in first.passed():
        suggestions[number].append(candidate.suggestion.model_copy(update={"result": candidate.after}))
        members[gate.place_of(candidate)].append((number, candidate))
    best = {place: found[0] for place, found in first.verdict.sound.items() if not _is_idea(found[0])}
    again = _second_round(parsed, list(best.values()), rules, detect)
    at = _by_place(raws)
    drafts = []
    for place, found in members.items():
        sound = best.get(place)
        ways = [*_whole(sound, again, at[place])] if sound is not None else []
        ways += [_alone(number, candidate) for number, candidate in sorted(found, key=_idea_last)]
        drafts.append(_draft(ways, found, first.verdict.sound.get(place, [])))
    return Cured(suggestions, tuple(drafts))


def _round(units: Iterable[tuple[Parsed, Sequence[Raw]]], rules: Sequence[Rule], detect: Detect) -> _Round:
    """The rewriters propose for all findings of all units; the gate judges the proposals together."""
    candidates, ideas = [], []
    language = None
    for parsed, raws in units:
        language = parsed.language
        counts: dict[Place, Counter[str]] = defaultdict(Counter)
        for raw in raws:
            counts[_place(raw)][raw.rule.id] += 1
        for number, raw in enumerate(raws):
            for suggestion in raw.rule.rewrite(parsed, raw.hit) if raw.rule.rewrite is not None else ():
                candidate = gate.on_trial(raw, suggestion, counts[_place(raw)])
                if candidate is not None:
                    candidates.append((number, candidate))
                elif not suggestion.edits and suggestion.note:
                    ideas.append((number, suggestion))
    verdict = (
        Verdict([], {}) if language is None else gate.admitted([one for _, one in candidates], rules, language, detect)
    )
    return _Round(candidates, verdict, ideas)


def _second_round(
    parsed: Parsed, sound: Sequence[Sound], rules: Sequence[Rule], detect: Detect
) -> dict[str, list[Sound]]:
    """For each new sentence, by its text, what a second turn makes of it or of the sentences it became.

    What is known of the whole document is known of them as well.
    """
    units = {
        one.trial.after: (Parsed(parsed.document, parsed.language, one.parsed.docs, parsed.notes), one.raws)
        for one in sound
    }
    verdict = _round(units.values(), rules, detect).verdict
    found: dict[str, list[Sound]] = defaultdict(list)
    for (text, _), better in verdict.sound.items():
        if not _is_idea(better[0]):
            found[text].append(better[0])
    return found


def _whole(sound: Sound, again: Mapping[str, Sequence[Sound]], raws: Mapping[int, Raw]) -> Iterator[Way]:
    """The sentence after both turns, then after the first."""
    first = sound.trial.members[0]
    more = again.get(sound.trial.after, ())
    if more:
        edits = [edit for one in more for member in one.trial.members for edit in member.suggestion.edits]
        after = apply(sound.trial.after, edits)
        if after != first.before:
            places = {gate.place_of(one.trial.members[0]) for one in more}
            left = [raw for raw in sound.raws if _place(raw) not in places]
            left += [raw for one in more for raw in one.raws]
            members = [*sound.trial.members, *(member for one in more for member in one.trial.members)]
            yield _way(first, after, members, raws, left)
    if len(sound.trial.members) > 1 or not more:
        yield _way(first, sound.trial.after, sound.trial.members, raws, sound.raws)


def _way(
    first: Candidate, after: str, members: Sequence[Candidate], raws: Mapping[int, Raw], left: Sequence[Raw]
) -> Way:
    span = _span(first)
    still = {raw.rule.id for raw in left}
    return Way(
        edits=tuple(differences(first.before, after, span)),
        result=after,
        safety=max((member.suggestion.safety for member in members), key=SAFETIES.index),
        notes=tuple(dict.fromkeys(member.suggestion.note for member in members if member.suggestion.note)),
        cures=tuple(
            number
            for number, raw in raws.items()
            if raw.rule.id not in still or any(member.raw is raw for member in members)
        ),
    )


def _alone(number: int, candidate: Candidate) -> Way:
    suggestion = candidate.suggestion
    notes = (suggestion.note,) if suggestion.note else ()
    return Way(suggestion.edits, candidate.after, suggestion.safety, notes, (number,))


def _draft(ways: Sequence[Way], found: Sequence[tuple[int, Candidate]], sound: Sequence[Sound]) -> Draft:
    """The ways that differ, and the safe edits: those that were tried together, else of one finding only."""
    differing = {way.result: way for way in reversed(ways)}
    safe = [candidate for _, candidate in found if candidate.suggestion.safety == "safe"]
    together = max(([m for m in one.trial.members if m in safe] for one in sound), key=len, default=[]) or safe[:1]
    return Draft(
        span=_span(found[0][1]),
        ways=tuple(differing[result] for result in dict.fromkeys(way.result for way in ways))[:MOST_WAYS],
        safe=tuple(edit for member in together for edit in member.suggestion.edits),
        applied=len(together),
    )


def differences(before: str, after: str, span: Span) -> Iterator[Edit]:
    """The edits, word by word, that make ``after`` of the sentence ``before``, which stands at ``span``.

    Words with nothing but a space between them that both change are one edit.
    """
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    starts = [0]
    for piece in old:
        starts.append(starts[-1] + len(piece))
    changed: list[list[int]] = []
    for what, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        if changed and "".join(old[changed[-1][1] : i1]).isspace():
            changed[-1][1], changed[-1][3] = i2, j2
        else:
            changed.append([i1, i2, j1, j2])
    for i1, i2, j1, j2 in changed:
        place = Span(block=span.block, start=span.start + starts[i1], end=span.start + starts[i2])
        yield Edit(span=place, text="".join(new[j1:j2]))


def _by_place(raws: Sequence[Raw]) -> dict[Place, dict[int, Raw]]:
    found: dict[Place, dict[int, Raw]] = defaultdict(dict)
    for number, raw in enumerate(raws):
        found[_place(raw)][number] = raw
    return found


def _place(raw: Raw) -> Place:
    return (raw.hit.block.id, raw.hit.sent.start_char if raw.hit.sent is not None else -1)


def _span(candidate: Candidate) -> Span:
    block, start = gate.place_of(candidate)
    return Span(block=block, start=start, end=start + len(candidate.before))


def _is_idea(sound: Sound) -> bool:
    return any(member.suggestion.safety == "idea" for member in sound.trial.members)


def _idea_last(one: tuple[int, Candidate]) -> bool:
    return one[1].suggestion.safety == "idea"
