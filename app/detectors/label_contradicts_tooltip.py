"""Finds fields where a screen reader says something else than what is printed: copied tooltips, or of an old form."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from app.detectors import Detector, Hit
from app.detectors.fields import is_sure, named_fields
from app.detectors.technical_label import is_technical
from app.languages import Parsed
from app.languages.recognise import other_language
from app.model import Block, Document

FACTS = ("field", "printed", "heard")

_KINDS = frozenset({"text", "combo", "list"})
"""What is heard at a box to tick is often its question; that contradicts nothing."""
_BESIDE = frozenset({"left", "above", "right", "below", "inside"})
"""In a table the print may name the row and the tooltip the column; that contradicts nothing."""
_MOST = 20
"""Where so many texts of a page contradict, we have rather taken the wrong print for the labels."""
_STEM = 5
"""Words that begin with so many equal letters are taken for forms of one word."""
_PART = 3
"""So many letters say something in a compound (*Tel* in *Telefon*)."""
_SHORT = 5
"""At most so many letters has an abbreviation."""
_LONGEST = 200
"""Characters; a longer text is no name."""
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"\w{3,}[.!?](?:\s|$)")
_CODED = re.compile(r"[^\W\d_]\d")
"""A letter with a number behind it: from the name of a field, as in *users1 name*."""

_Related = Callable[[str, str], bool]


class Settings(BaseModel):
    """``same``: words for the same thing, each group in one string. ``max_words``: a longer text explains.

    ``small``: words that stand in names of anything (*of*, *the*), having them in common says nothing.
    ``confidence``: how sure a label must be that was found by its place on the page.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    same: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    max_words: int = Field(default=6, gt=0)
    confidence: float = Field(default=0.6, ge=0, le=1)


@dataclass(frozen=True, slots=True)
class _Named:
    """A field with what is printed at it and what is heard, the block of the latter, and its page.

    ``shared``: other fields have the same tooltip.
    """

    field: str
    page: int | None
    block: Block
    printed: str
    heard: str
    shared: bool


def compile(settings: Settings) -> Detector:  # noqa: A001  (the name is the interface of a detector)
    """A hit at what is heard, for each field where it names another thing than what is printed.

    A tooltip of several fields counts only where it is right at another of them: it was copied from there. What is
    heard here and printed elsewhere on the page may show only that we took the wrong print for the label: it counts
    only where two fields have each other's tooltip.
    """
    related = _relation(settings.same, frozenset(settings.small))

    def find(parsed: Parsed) -> Iterator[Hit]:
        pages: dict[int | None, list[_Named]] = defaultdict(list)
        for one in _named(parsed.document, settings):
            if _is_name(one.printed, settings) and _is_name(one.heard, settings) and not _is_made_up(one):
                pages[one.page].append(one)
        for page, named in pages.items():
            apart = [one for one in named if not related(one.printed, one.heard)]
            if not apart or len(apart) > _MOST:
                continue
            right = {one.heard.casefold() for one in named if related(one.printed, one.heard)}
            print_ = _print_of(parsed.document, page)
            for one in apart:
                sure = one.heard.casefold() in right or _is_swapped(one, apart, related)
                alone = not one.shared and _letters(one.heard) not in print_
                if (sure or alone) and not _is_foreign(one, parsed.language.code):
                    facts = {"field": one.field, "printed": one.printed, "heard": one.heard}
                    yield Hit(one.block, 0, len(one.block.text), facts)

    return find


def _named(document: Document, settings: Settings) -> Iterator[_Named]:
    """The fields to write in of which both is known: the tooltip, and what is printed."""
    for field, label, tooltip in named_fields(document):
        if field.kind not in _KINDS or field.source != "form":
            continue
        if field.label_source == "tooltip" and field.printed_label:
            yield _Named(field.name, field.page, label, field.printed_label, field.label, shared=False)
        elif tooltip is not None and field.label_source in _BESIDE and is_sure(field, settings.confidence):
            yield _Named(field.name, field.page, tooltip, field.label, tooltip.text, shared=True)


def _is_name(text: str, settings: Settings) -> bool:
    """Whether a text names something: some words, no sentence, no name for programs."""
    words = text.split()
    if len(text) > _LONGEST or len(words) > settings.max_words or is_technical(text):
        return False
    said = any(len(word) >= _PART and word.lower() not in settings.small for word in _WORD.findall(text))
    return said and not _SENTENCE.search(text) and not _CODED.search(text)


def _is_made_up(one: _Named) -> bool:
    """Whether a program made what is heard from the name of the field (*trial court county*, *trial_court_county*)."""
    return "_" in one.field and _letters(one.field) == _letters(one.heard)


def _is_foreign(one: _Named, code: str) -> bool:
    return any(other_language(text, code) for text in (one.printed, one.heard))


def _is_swapped(one: _Named, others: Sequence[_Named], related: _Related) -> bool:
    """Whether another field has the tooltip of this one, and this one has its."""
    return any(related(one.printed, other.heard) and related(other.printed, one.heard) for other in others)


def _print_of(document: Document, page: int | None) -> str:
    """All letters that are printed on a page."""
    return " ".join(_letters(block.text) for block in document.blocks if block.field is None and block.page == page)


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text)).casefold()


def _relation(same: Iterable[str], small: Set[str]) -> _Related:
    """Whether two texts have a word in common: its stem, a part of it, its abbreviation, or another word for it.

    Words in ``small`` count only in what abbreviates both.
    """
    groups = [tuple(word.lower() for word in _WORD.findall(group)) for group in same]

    def meant(words: Sequence[str]) -> set[int]:
        """The groups that the words belong to, alone or as part of a compound (*Diensttelefon*)."""
        return {
            number for number, group in enumerate(groups) if any(_holds(word, one) for word in words for one in group)
        }

    def related(one: str, other: str) -> bool:
        ours, theirs = (_WORD.findall(text.lower()) for text in (one, other))  # ß is not ss: Straße has no Rasse
        return (
            any(_alike(word, other_word) for word in ours for other_word in theirs if not {word, other_word} & small)
            or bool({_initials(ours), _initials(theirs)} & {*ours, *theirs})
            or bool(meant(ours) & meant(theirs))
        )

    return related


def _holds(word: str, part: str) -> bool:
    """Whether a word is this one, or a compound that begins or ends with it."""
    return word == part or (len(part) > _PART and (word.startswith(part) or word.endswith(part)))


def _alike(one: str, other: str) -> bool:
    """Whether two words are forms of one, one is part of the other (*Telefon*, *Telefonnummer*) or abbreviates it."""
    short, long = sorted((one, other), key=len)
    if len(short) < _PART:
        return short == long
    return short[:_STEM] == long[:_STEM] or short in long or (len(short) <= _SHORT and _abbreviates(short, long))


def _abbreviates(short: str, long: str) -> bool:
    """Whether the letters of a short word stand in the long one in this order, the first at its beginning: *PLZ*."""
    rest = iter(long)
    return short[0] == long[0] and all(letter in rest for letter in short)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words) if len(words) > 1 else ""
