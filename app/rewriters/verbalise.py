"""Says with a verb what nouns hide: *Die Prüfung erfolgt* as *Wir prüfen*, *bei Nichtvorlage* as *wenn Sie nicht …*."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Hit
from app.languages import Change, Parsed
from app.languages.infinitive_attributes_de import as_infinitive
from app.languages.recast_de import WE, YOU, Actor
from app.languages.verbalise_de import Deed, as_act, as_clause, deeds, happening
from app.lexicon import Entry
from app.model import Noun, Suggestion
from app.rewriters import Rewriter
from app.rewriters.actors import acting, suggested


class Settings(Noun):
    """Verbs by who acts: ``entries`` what readers do (*einreichen*), ``exempt`` what offices do (*bewilligen*).

    A verb in neither list gets no actor.
    """

    entries: tuple[Entry, ...] = ()
    protected: tuple[str, ...] = ()
    exempt: tuple[Entry, ...] = ()


def compile(settings: Settings) -> Rewriter:  # noqa: A001
    """The rewriter; who is named in the phrase itself (*durch das Amt*) acts before all others."""
    readers = frozenset(entry.word for entry in settings.entries)
    offices = frozenset(entry.word for entry in settings.exempt)

    def actor_of(deed: Deed) -> Actor | None:
        verb = deed.verb.infinitive
        return WE if verb in offices else YOU if verb in readers else None

    def rewrite(parsed: Parsed, hit: Hit) -> Iterator[Suggestion]:
        if hit.sent is None:
            return
        if isinstance(hit.about, list):
            for deed in deeds(hit.sent):
                if hit.start <= deed.noun.idx < hit.end:
                    actor = None if deed.agent is not None else actor_of(deed)
                    infinitive = as_infinitive(deed)
                    if infinitive:
                        yield from suggested(hit, infinitive, "review", None)
                    else:
                        yield from _told(parsed, hit, as_clause(deed, actor), actor, deed)
            return
        found = happening(hit.about.word)
        if found is not None:
            actor = None if found.agent is not None else actor_of(found.deed)
            yield from _told(parsed, hit, as_act(found, actor), actor, found.deed)

    return rewrite


def _told(
    parsed: Parsed, hit: Hit, changes: list[Change] | None, actor: Actor | None, deed: Deed
) -> Iterator[Suggestion]:
    if actor is None:
        yield from suggested(hit, changes, "review", None)
    else:
        yield from acting(parsed, hit, changes, actor, deed.verb.infinitive)
