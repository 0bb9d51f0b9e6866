"""Says who acts in English: passives in the active; nothing where it is unknown."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Hit
from app.languages import Parsed, Passive
from app.languages.recast_en import WE, YOU, Actor, active, agent_of, lemma_of
from app.lexicon import Entry
from app.model import Noun, Suggestion
from app.rewriters import Rewriter
from app.rewriters.actors import suggested

_DUTIES = frozenset({"must", "should", "may", "can", "cannot"})
_MUST = frozenset({"must", "should"})
_THEIRS = {"we": frozenset({"we", "us", "i", "me", "my"}), "you": frozenset({"you", "i", "me", "my"})}
_NOTE = {
    "we": "“We” fits if your office itself does this.",
    "you": "“You” fits if the person who fills in the form does this.",
}


class Settings(Noun):
    """Verbs by who acts: ``entries`` what readers do (*submit*), ``exempt`` what offices do (*approve*)."""

    entries: tuple[Entry, ...] = ()
    protected: tuple[str, ...] = ()
    exempt: tuple[Entry, ...] = ()


def compile(settings: Settings) -> Rewriter:  # noqa: A001
    """The rewriter; who is named in the clause itself (*by the office*) acts before all others."""
    readers = frozenset(entry.word for entry in settings.entries)
    offices = frozenset(entry.word for entry in settings.exempt)

    def rewrite(parsed: Parsed, hit: Hit) -> Iterator[Suggestion]:  # noqa: ARG001
        passive = hit.about
        if not isinstance(passive, Passive):
            return
        if passive.agent is not None:
            named = agent_of(passive)
            if named is not None:
                yield from suggested(hit, active(passive, named[0], named[1:]), "review", None)
            return
        verb, duty = lemma_of(passive), passive.finite.lower_ in _DUTIES
        if duty and verb in (readers if passive.finite.lower_ in _MUST else readers - offices):
            yield from _acting(hit, passive, YOU)
        elif verb in offices and (not duty or verb not in readers):
            yield from _acting(hit, passive, WE)

    return rewrite


def _acting(hit: Hit, passive: Passive, actor: Actor) -> Iterator[Suggestion]:
    """A suggestion in which *we* or *you* act, unless the sentence speaks of them as somebody else."""
    words = {word.lower_ for word in passive.participle.sent}
    if not words & _THEIRS[actor.words]:
        yield from suggested(hit, active(passive, actor), "review", _NOTE[actor.words])
