"""Passives: sentences that say what happens, not who does it."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Detector, Hit, hit_tokens, in_brief
from app.languages import Parsed
from app.lexicon import Entry
from app.model import Noun

FACTS = frozenset({"verbs", "participle", "agent"})


class Settings(Noun):
    """``state`` asks for the state passive instead; ``with_agent`` false leaves passives that name who acts.

    ``exempt`` (from lists) are participles that say how something is, not what somebody did: *open*, *married*.
    """

    state: bool = False
    with_agent: bool = True
    exempt: tuple[Entry, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks from the first to the last verb of the group."""
    states = frozenset(entry.word for entry in settings.exempt)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            for passive in parsed.language.passives(sent):
                if passive.state != settings.state or (passive.agent is not None and not settings.with_agent):
                    continue
                if passive.participle.lower_ in states:
                    continue
                words = passive.words
                yield hit_tokens(
                    block,
                    words[0],
                    words[-1],
                    about=passive,
                    verbs=in_brief(words),
                    participle=passive.participle.text,
                    agent=passive.agent is not None,
                )

    return detect
