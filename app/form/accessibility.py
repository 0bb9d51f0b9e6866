"""Whether people who cannot see or hold a pen can use the form: facts of the file, each with what to do.

This is no test of conformity to BITV 2.0 or PDF/UA: it looks at what a program can see, and people have to do the rest.
Small print and contrast hold for letters; what stands on pictures and coloured ground is left to people.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.form.accessibility_words import SCOPE, WORDS
from app.model import Check, Document, Field, FileFacts

__all__ = ["SCOPE", "checked"]

_PDF = "application/pdf"
_SOME = 0.02
"""Below this share of the letters of a page small or pale print is a page number or a name of a printer."""
_MOST_PAGES = 50
"""So many pages are named at most."""


@dataclass(frozen=True, slots=True)
class _Given:
    """The document, the fields that a person fills in, and what the file says of itself."""

    document: Document
    fields: Sequence[Field]
    file: FileFacts

    @property
    def real(self) -> list[Field]:
        """Fields of the file, not only printed ones."""
        return [field for field in self.fields if field.source == "form"]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was seen: whether it is good (None: unknown), where, and the numbers for the text."""

    good: bool | None
    pages: tuple[int, ...] = ()
    facts: dict[str, int] | None = None


def checked(document: Document, fields: Sequence[Field]) -> dict[str, Check]:
    """The checks by name, in the language of the document. Empty where there is no file that it could be asked of."""
    if document.media_type != _PDF:
        return {}
    given = _Given(document, fields, document.file or FileFacts())
    words = WORDS["de" if document.language == "de" else "en"]
    return {name: _check(look(given), words[name]) for name, look in _CHECKS.items()}


def _check(seen: _Seen | None, words: dict[str, str]) -> Check:
    if seen is None:
        return Check(state="not-applicable", message=words["not-applicable"])
    facts: dict[str, int] = seen.facts or {}
    if seen.good is None:
        return Check(state="unknown", message=words["unknown"], facts=facts)
    told = words["good" if seen.good else "bad"].format(**facts)
    advice = None if seen.good else words["advice"]
    return Check(
        state="good" if seen.good else "bad", message=told, advice=advice, pages=seen.pages[:_MOST_PAGES], facts=facts
    )


def _tagged(given: _Given) -> _Seen:
    return _Seen(given.file.tagged)


def _title(given: _Given) -> _Seen:
    """A title that is words, and shown: screen readers say it first."""
    return _Seen(given.document.title is not None and given.file.shows_title is not False)


def _language(given: _Given) -> _Seen:
    language = given.file.language
    if language is None:
        return _Seen(None)
    return _Seen(language[:2].lower() == (given.document.language or language[:2].lower()))


def _tab_order(given: _Given) -> _Seen | None:
    if not given.real:
        return None
    loose = given.file.loose_order
    return _Seen(None) if loose is None else _Seen(not loose, loose)


def _tooltips(given: _Given) -> _Seen | None:
    """Each field needs a name that is read aloud."""
    if not given.real:
        return None
    mute = [field for field in given.real if not (field.tooltip or field.label_source == "tooltip")]
    pages = tuple(sorted({field.page for field in mute if field.page is not None}))
    return _Seen(not mute, pages, {"fields": len(given.real), "without": len(mute)})


def _font_size(given: _Given) -> _Seen:
    return _share([(one.page, one.letters, one.small) for one in given.file.prints])


def _contrast(given: _Given) -> _Seen:
    return _share([(one.page, one.letters, one.faint) for one in given.file.prints])


def _share(pages: Sequence[tuple[int, int, int]]) -> _Seen:
    """Whether only few letters of each page are such; unknown where no page has letters."""
    letters = sum(count for _, count, _ in pages)
    if not letters:
        return _Seen(None)
    found = tuple(page for page, count, some in pages if some > _SOME * count)
    percent = round(100 * sum(some for page, _, some in pages if page in found) / letters)
    return _Seen(not found, found, {"percent": max(1, percent) if found else 0})


def _fillable(given: _Given) -> _Seen | None:
    """Whether it can be filled in on a screen: printed blanks need a printer and a pen."""
    if not given.fields:
        return None
    flat = [field for field in given.fields if field.source == "flat"]
    pages = tuple(sorted({field.page for field in flat if field.page is not None}))
    return _Seen(not given.file.dynamic and not flat, pages, {"fields": len(given.fields), "printed": len(flat)})


_CHECKS: dict[str, Callable[[_Given], _Seen | None]] = {
    "tagged": _tagged,
    "title": _title,
    "language": _language,
    "tab-order": _tab_order,
    "tooltips": _tooltips,
    "font-size": _font_size,
    "contrast": _contrast,
    "fillable": _fillable,
}
"""What is looked at, by name, in the order in which people should mend it."""
