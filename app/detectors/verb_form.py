"""Verbs in a tense or mood that makes reading harder: *we will check* for *we check*, *it would be*, *he went*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from app.detectors import Detector, Hit, hit_tokens, in_brief
from app.languages import Language, Parsed, lowers
from app.model import Noun

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

FACTS = frozenset({"verbs", "finite"})


class Settings(Noun):
    """Verb groups in one of ``tenses`` or ``moods`` give a finding; the names are those of the fact ``verb_groups``.

    ``passive`` false leaves passives to their own rule. ``except_forms`` are finite verbs that are fine (*möchte*).
    ``except_endings`` are those of words that are no verbs; with ``before_noun`` false a verb right before a noun is
    left alone, for it may be a participle (*paid work*).
    ``first_forms`` are finite verbs that count only as the first word of a sentence (*should you move, …*).
    ``only_with`` are words of which one must stand in the sentence. With one of ``polite`` in the sentence, or with
    ``questions`` false in a question, the form is a courtesy and fine; so it is right before one of ``fine_before``.
    """

    tenses: tuple[str, ...] = ()
    moods: tuple[str, ...] = ()
    passive: bool = True
    except_forms: tuple[str, ...] = ()
    first_forms: tuple[str, ...] = ()
    fine_before: tuple[str, ...] = ()
    except_endings: tuple[str, ...] = ()
    before_noun: bool = True
    only_with: tuple[str, ...] = ()
    polite: tuple[str, ...] = ()
    questions: bool = True


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks from the first verb of the group to the last."""
    fine, first, after = (
        frozenset(words) for words in (settings.except_forms, settings.first_forms, settings.fine_before)
    )
    needed, polite = frozenset(settings.only_with), frozenset(settings.polite)

    def wanted(group: Any, language: Language) -> bool:
        finite = group.finite
        if finite is None or group.subject is None or finite.is_space or finite.lower_ in fine:
            return False  # without a subject it may be a participle before a noun
        if finite.lower_ in first and not finite.is_sent_start:
            return False
        following = finite.nbor(1) if finite.i + 1 < len(finite.doc) else None
        if following is not None and (
            following.lower_ in after or (not settings.before_noun and language.word_class(following) == "noun")
        ):
            return False
        if settings.except_endings and finite.lower_.endswith(settings.except_endings):
            return False
        if not settings.passive and group.voice != "active":
            return False
        return group.tense in settings.tenses or group.mood in settings.moods

    def spared(sent: Words) -> bool:
        words = lowers(sent.doc)[sent.start : sent.end]
        if needed and needed.isdisjoint(words):
            return True
        return not polite.isdisjoint(words) or (not settings.questions and "?" in words[-3:])

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            if spared(sent):
                continue
            passive = _passives(sent, parsed.language) if "future" in settings.tenses else frozenset()
            for group in parsed.language.fact("verb_groups", sent):
                if not wanted(group, parsed.language) or group.finite.i in passive:
                    continue
                words = [word for word in (*group.verbs, group.particle) if word is not None]
                facts = {"verbs": in_brief(words), "finite": group.finite.text}
                yield hit_tokens(block, words[0], words[-1], about=group, **facts)

    return detect


def _passives(sent: Words, language: Language) -> frozenset[int]:
    """The auxiliaries of passives: *werden versteigert oder überlassen* ends like a future and is none."""
    return frozenset(found.auxiliary.i for found in language.passives(sent))
