"""Passives: sentences that say what happens, not who does it."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Detector, Hit, hit_tokens, in_brief
from app.languages import Parsed
from app.model import Noun

FACTS = frozenset({"verbs", "participle", "agent"})


class Settings(Noun):
    """``state`` asks for the state passive instead; ``with_agent`` false leaves passives that name who acts."""

    state: bool = False
    with_agent: bool = True


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks from the first to the last verb of the group."""

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            for passive in parsed.language.passives(sent):
                if passive.state != settings.state or (passive.agent is not None and not settings.with_agent):
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
