"""Passives: sentences that say what happens, not who does it."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Detector, Hit, hit_tokens, in_brief
from app.languages import Parsed, Passive
from app.languages.who_asks_de import who_asks
from app.lexicon import Entry
from app.model import Noun

FACTS = frozenset({"verbs", "participle", "agent", "tip"})


class Settings(Noun):
    """``state`` asks for the state passive instead; ``with_agent`` false leaves passives that name who acts.

    The fact ``tip`` is the first of ``tips`` that fits: ``{question}`` in it stands for the question who does it,
    ``{agent}`` for the word before who acts. It is empty without ``tips``.

    ``exempt`` (from lists) are participles that say how something is, not what somebody did: *open*, *married*.
    """

    state: bool = False
    with_agent: bool = True
    exempt: tuple[Entry, ...] = ()
    tips: tuple[str, ...] = ()


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
                    tip=_tip(settings.tips, passive),
                )

    return detect


def _tip(tips: tuple[str, ...], passive: Passive) -> str:
    """The first tip whose words are known for this passive."""
    known = {"agent": passive.agent.text if passive.agent is not None else None}
    if any("{question}" in tip for tip in tips):
        known["question"] = who_asks(passive)
    missing = tuple(f"{{{name}}}" for name, words in known.items() if words is None)
    tip = next((tip for tip in tips if not any(name in tip for name in missing)), "")
    return tip.format_map({name: words for name, words in known.items() if words is not None})
