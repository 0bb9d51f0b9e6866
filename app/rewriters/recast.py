"""Says who acts: passives in the active, hidden duties as a request or with *müssen*; nothing where it is unknown."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Hit
from app.languages import Parsed, Passive
from app.languages.agents_de import agent_in, agent_of_duty, names_somebody
from app.languages.fronted_de import request, stands_first, verb_first
from app.languages.recast_de import WE, YOU, Actor, active, duty, order, verb_of
from app.languages.verbs_de import ModalInfinitive
from app.lexicon import Entry
from app.model import Noun, Suggestion
from app.rewriters import Rewriter
from app.rewriters.actors import FIRST_PERSON, acting, suggested

_DUTIES = frozenset("muss müssen soll sollen kann können darf dürfen sollte sollten".split())
_ABILITY = frozenset({"kann", "können", "konnte", "konnten"})
_TAKEN_FROM = frozenset(
    "abziehen anfordern einholen einziehen erbitten erfragen erheben erwarten fordern kaufen mieten trennen "
    "unterscheiden verlangen zurückfordern".split()
)
"""Verbs with which *von* says from whom: *wird nicht von Ihnen verlangt*."""
_PAST = frozenset("wurde wurden worden ist sind war waren".split())
_MUST = frozenset({"muss", "müssen"})
"""*Die Zulassung muss vom Amt erteilt werden* says what is needed, not what the office has to do."""
_SHORT = 16
"""Words of a sentence that is short enough to be asked back."""
WHO = Actor("wer", "present.3")
QUESTION = "{}? Schreiben Sie, wer das tut."
_OPENERS = frozenset({"PRELS", "PRELAT", "KOUS"})
_YOURS = frozenset("Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres".split())


class Settings(Noun):
    """Verbs by who acts: ``entries`` what readers do (*einreichen*), ``exempt`` what offices do (*bewilligen*).

    Where something must or can be done, readers act, else offices; a verb in neither list gets no actor, nor one in
    both where it can be done: *kann widerrufen werden*. ``possible``
    are verbs that say with *ist zu* what can be done, not what must: *ist zu entnehmen*.
    """

    entries: tuple[Entry, ...] = ()
    protected: tuple[str, ...] = ()
    exempt: tuple[Entry, ...] = ()
    possible: tuple[str, ...] = ()


def compile(settings: Settings) -> Rewriter:  # noqa: A001
    """The rewriter; who is named in the clause itself (*von der Behörde*) acts before all others."""
    readers = frozenset(entry.word for entry in settings.entries)
    offices = frozenset(entry.word for entry in settings.exempt)

    def rewrite(parsed: Parsed, hit: Hit) -> Iterator[Suggestion]:
        if isinstance(hit.about, Passive):
            told = list(_active(parsed, hit, hit.about, readers, offices))
            yield from told or _asked(hit, hit.about)
        elif isinstance(hit.about, ModalInfinitive):
            yield from _duty(parsed, hit, hit.about, readers, frozenset(settings.possible))

    return rewrite


def _active(
    parsed: Parsed, hit: Hit, passive: Passive, readers: frozenset[str], offices: frozenset[str]
) -> Iterator[Suggestion]:
    if passive.agent is not None:
        taken_from = verb_of(passive) in _TAKEN_FROM and passive.agent.lower_ in {"von", "vom"}
        must = passive.finite.lower_ in _MUST and verb_of(passive) in offices
        unclear = must or taken_from or _is_inside(passive) or _is_explained(passive) or _is_opposed(passive)
        named = None if unclear else agent_in(passive.agent)
        if named is not None:
            yield from suggested(hit, active(passive, *named), "review", None)
        return
    verb = verb_of(passive)
    finite = passive.finite.lower_
    if names_somebody(passive.finite, passive.words) or _is_done_to_you(passive):
        return
    if finite in _DUTIES and verb in readers - offices and not _is_relative(passive):
        yield from acting(parsed, hit, active(passive, YOU), YOU, verb)
    elif (
        verb in offices
        and (finite not in _DUTIES or (finite in _ABILITY and verb not in readers))
        and _is_ours(passive)
    ):
        yield from acting(parsed, hit, active(passive, WE), WE, verb)


def _is_opposed(passive: Passive) -> bool:
    """*nicht von der Stadt, sondern vom Land*: the other one who acts would be left behind."""
    return any(word.lower_ == "sondern" for word in passive.finite.sent)


def _asked(hit: Hit, passive: Passive) -> Iterator[Suggestion]:
    """Where nobody knows who acts, the question to the author, for a short main clause: *Wer prüft den Antrag?*"""
    sent = passive.finite.sent
    plain = all(word.tag_ not in {"$,", "$(", "KON"} and word.text != "?" for word in sent)
    changes = active(passive, WHO) if passive.agent is None and plain and len(sent) <= _SHORT else None
    if not changes or FIRST_PERSON.search(hit.block.text):
        return
    start, text = sent.start_char, sent.text
    for first, last, new in sorted(changes, reverse=True):
        text = text[: first - start] + new + text[last - start :]
    if text.startswith("Wer "):
        yield Suggestion(safety="idea", note=QUESTION.format(text.rstrip(". ")))


def _is_inside(passive: Passive) -> bool:
    """*die Kontoauszüge von allen Personen*: who owns, not who acts."""
    subject, agent = passive.subject, passive.agent
    if subject is None or agent is None or agent.lower_ != "von" or subject.i > agent.i:
        return False
    return agent.nbor(-1) in {subject, *subject.subtree} and agent.nbor(-1).tag_ in {"NN", "NE"}


def _is_explained(passive: Passive) -> bool:
    """*wird von einer Firma gemessen, die …*: a clause at the end that belongs to the agent would be left behind."""
    last = max(passive.words, key=lambda word: word.i).i
    after = passive.finite.doc[last + 1 : last + 3]
    return len(after) == 2 and after[0].text == "," and after[1].tag_ in {"PRELS", "PRELAT", "APPR"}


def _is_done_to_you(passive: Passive) -> bool:
    """*Sie oder Ihr Betrieb können eingetragen werden*: it is done to the reader."""
    subject = passive.subject
    return subject is not None and any(word.text == "Sie" for word in subject.subtree)


def _is_relative(passive: Passive) -> bool:
    """*Das Konto, auf das das Geld überwiesen werden soll*: it may be anybody who does it."""
    before = passive.finite.doc[passive.finite.sent.start : passive.finite.i]
    openers = [word for word in before if word.tag_ in _OPENERS or word.tag_.endswith("FIN")]
    return bool(openers) and openers[-1].tag_ in {"PRELS", "PRELAT"}


def _is_ours(passive: Passive) -> bool:
    """Whether the office that writes may be the one who acts; what is past must have to do with the reader.

    *Die Wohnung wurde gefördert* may tell what somebody else did.
    """
    past = passive.finite.lower_ in _PAST
    return not _is_elsewhere(passive) and (not past or any(word.text in _YOURS for word in passive.finite.sent))


def _is_elsewhere(passive: Passive) -> bool:
    """Whether the clause may tell what somebody else does, and not the office that writes.

    *Kitas, für die Beiträge erhoben werden*; a condition that does not speak of the reader: *wenn der Plan nicht allen
    Gläubigern zugesandt wurde*.
    """
    before = passive.finite.doc[passive.finite.sent.start : passive.finite.i]
    openers = [word for word in before if word.tag_ in _OPENERS or word.tag_ == "$," or word.tag_.endswith("FIN")]
    if not openers or openers[-1].tag_ not in _OPENERS:
        return False
    clause = passive.finite.doc[openers[-1].i : passive.finite.i]
    ours = any(word.lower_ == "wir" for word in passive.finite.sent)
    return openers[-1].tag_ != "KOUS" or not (ours or any(word.text in _YOURS for word in clause))


def _goes_on(found: ModalInfinitive) -> bool:
    """*ist zu richten an die Stadt*: what follows would have to move before the verb."""
    after = found.infinitive.doc[found.infinitive.i + 1 : found.infinitive.sent.end][:1]
    return any(word.tag_ in {"APPR", "APPRART"} for word in after)


def _duty(
    parsed: Parsed, hit: Hit, found: ModalInfinitive, readers: frozenset[str], possible: frozenset[str]
) -> Iterator[Suggestion]:
    if found.have:
        yield from suggested(hit, duty(found, "müssen", None), "review", None)
        return
    verb, preposition = verb_of(found), agent_of_duty(found)
    if preposition is not None:
        named = agent_in(preposition)
        if named is not None:
            yield from suggested(hit, duty(found, "müssen", *named), "review", None)
    elif names_somebody(found.finite, (found.finite, found.infinitive)) or _goes_on(found):
        return
    elif stands_first(found):
        asked = verb_first(found)
        if asked in readers - possible:
            yield from acting(parsed, hit, request(found), YOU, asked)
    elif verb in possible:
        yield from acting(parsed, hit, duty(found, "können", YOU), YOU, verb)
    elif verb in readers:
        yield from acting(parsed, hit, order(found), YOU, verb)
        yield from acting(parsed, hit, duty(found, "müssen", YOU), YOU, verb)
