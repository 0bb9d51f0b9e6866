"""Several words for one thing in one text: the reader looks for a difference that is not there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from app.detectors import Detector, Hit, lexicon
from app.languages import Parsed
from app.lexicon import Entry
from app.model import Noun

FACTS = frozenset({"word", "usual"})


class Settings(Noun):
    """``entries`` (from lists): each names in ``plain`` the words that mean the same as its ``word``."""

    entries: tuple[Entry, ...]
    protected: tuple[str, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; where a text uses several words of a group, it marks the first of each rarer one."""
    group_of: dict[str, str] = {}
    members: list[Entry] = []
    for entry in settings.entries:
        group_of[entry.word] = entry.word
        members.append(entry)
        for plain in entry.plain:
            group_of[plain.word] = entry.word
            members.append(Entry(word=plain.word, pos=entry.pos, forms=plain.forms, unless=entry.unless))
    find = lexicon.compile(lexicon.Settings(entries=tuple(members), protected=settings.protected))

    def detect(parsed: Parsed) -> Iterator[Hit]:
        groups: dict[str, dict[str, list[Hit]]] = defaultdict(lambda: defaultdict(list))
        for hit in find(parsed):
            word = hit.about.entry.word
            groups[group_of[word]][word].append(hit)
        for words in groups.values():
            usual = max(words, key=lambda word: len(words[word]))
            for word, hits in words.items():
                if word != usual:
                    first = hits[0]
                    yield Hit(first.block, first.start, first.end, {"word": word, "usual": usual}, first.sent)

    return detect
