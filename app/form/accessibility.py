"""Whether people who cannot see or hold a pen can use the form: facts of the file, each with what to do.

This is no test of conformity to BITV 2.0 or PDF/UA: it looks at what a program can see, and people have to do the rest.
Small print and contrast hold for letters; what stands on pictures and coloured ground is left to people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.detectors.file_fault import is_empty_title, is_pdf
from app.detectors.technical_label import is_technical
from app.form.accessibility_words import DOCX_WORDS, HTML_WORDS, SCOPE, WORDS
from app.model import Check, Document, Field, FileFacts, Print

__all__ = ["checked", "scope"]

_SMALL_SHARE, _SMALL_LETTERS = 0.1, 250
"""So much small print on a page, in share or in letters, is more than a page number and the foot of a letter."""
_FAINT_SHARE, _FAINT_LETTERS = 0.02, 100
_FEW_LETTERS = 40
"""Below so many letters on a page neither counts."""
_OUTSIDE_SHARE, _OUTSIDE = 0.05, 5
"""Fewer fields outside the structure may be buttons that nobody needs."""
_FEW_BLANKS = 3
"""Fewer printed blanks on a page may be ours alone: lines can mean many things."""
_MOST_PAGES = 50
"""So many pages are named at most."""
_LONG_CODES = {"deu": "de", "ger": "de", "eng": "en"}
"""Languages as some files name them."""
_NAMED = frozenset({"tooltip", "xfa"})
"""Labels that a screen reader says: the tooltip, in XFA forms also the caption."""
_NAMED_HTML = frozenset({"tooltip", "caption"})


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
    """What was seen: whether it is good (None: unknown), where, the numbers for the text, and which case it is."""

    good: bool | None
    pages: tuple[int, ...] = ()
    facts: dict[str, int] | None = None
    case: str = ""
    """A key of the words that say more than ``good``, ``bad`` or ``unknown``."""


_Look = Callable[[_Given], "_Seen | None"]


def checked(document: Document, fields: Sequence[Field]) -> dict[str, Check]:
    """The checks by name, in the language of the document. Empty where there is no file that it could be asked of."""
    looks, words = _looks_for(document)
    if document.file is None and not is_pdf(document):
        return {}
    given = _Given(document, fields, document.file or FileFacts())
    said = words[_code(document)]
    return {name: _check(look(given), said[name]) for name, look in looks.items()}


def scope(document: Document) -> str:
    """What these checks are not, in the language of the document."""
    return SCOPE[_code(document)]


def _code(document: Document) -> str:
    return "de" if document.language == "de" else "en"


def _looks_for(document: Document) -> tuple[dict[str, _Look], dict[str, dict[str, dict[str, str]]]]:
    """What is looked at in this kind of file, and the words for it."""
    if is_pdf(document):
        return _CHECKS, WORDS
    return (_HTML_CHECKS, HTML_WORDS) if document.media_type == "text/html" else (_DOCX_CHECKS, DOCX_WORDS)


def _check(seen: _Seen | None, words: Mapping[str, str]) -> Check:
    if seen is None:
        return Check(state="not-applicable", message=words["not-applicable"])
    facts: dict[str, int] = seen.facts or {}
    state = "unknown" if seen.good is None else "good" if seen.good else "bad"
    advice = words.get(f"{seen.case}-advice") or (words["advice"] if state == "bad" else None)
    message = words[seen.case or state].format(**facts)
    return Check(state=state, message=message, advice=advice, pages=seen.pages[:_MOST_PAGES], facts=facts)


def _tagged(given: _Given) -> _Seen:
    """Whether the file has tags, and the fields are among them."""
    outside, fields = given.file.outside or 0, len(given.real)
    if given.file.tagged and outside >= max(_OUTSIDE, _OUTSIDE_SHARE * fields):
        return _Seen(good=False, facts={"outside": outside}, case="outside")
    return _Seen(given.file.tagged)


def _title(given: _Given) -> _Seen:
    """A title that is words, and shown: screen readers say it first."""
    title = given.file.title
    if title is None:
        return _Seen(None)
    if is_empty_title(title):
        return _Seen(good=False, case="nameless" if title.strip() else "")
    return _Seen(good=False, case="hidden") if given.file.shows_title is False else _Seen(good=True)


def _language(given: _Given) -> _Seen:
    language = given.file.language
    if not language:
        return _Seen(None if language is None else False)
    named = language.replace("_", "-").split("-")[0].lower()
    named = _LONG_CODES.get(named, named)
    if len(named) != 2 or given.document.language is None:
        return _Seen(good=True)
    return _Seen(good=True) if named == given.document.language else _Seen(good=False, case="wrong")


def _language_of_word(given: _Given) -> _Seen:
    """Word writes down some language always, and each word may have another: only what fits is sure."""
    seen = _language(given)
    return seen if seen.good else _Seen(None, case="look")


def _tab_order(given: _Given) -> _Seen | None:
    if not given.real:
        return None
    loose = given.file.loose_order
    if loose:
        return _Seen(good=False, pages=loose)
    if given.file.own_order:
        return _Seen(None, given.file.own_order, case="own")
    return _Seen(None if loose is None else True)


def _tooltips(given: _Given) -> _Seen | None:
    """Each field needs a name that is read aloud, in words."""
    if not given.real:
        return None
    mute = [field for field in given.real if not _has_name(field)]
    pages = tuple(sorted({field.page for field in mute if field.page is not None}))
    return _Seen(not mute, pages, {"fields": len(given.real), "without": len(mute)})


def _has_name(field: Field) -> bool:
    name = (field.tooltip or "").strip() or (field.label.strip() if field.label_source in _NAMED else "")
    return bool(name) and not is_technical(name)


def _labels(given: _Given) -> _Seen | None:
    """Whether each control of a page has a label that belongs to it in the page, not only beside it."""
    if not given.fields:
        return None
    mute = [field for field in given.fields if field.label_source not in _NAMED_HTML and not field.tooltip]
    return _Seen(not mute, (), {"fields": len(given.fields), "without": len(mute)})


def _font_size(given: _Given) -> _Seen:
    return _share(given.file.prints, lambda one: one.small, _SMALL_SHARE, _SMALL_LETTERS)


def _contrast(given: _Given) -> _Seen:
    return _share(given.file.prints, lambda one: one.faint, _FAINT_SHARE, _FAINT_LETTERS)


def _share(prints: Sequence[Print], count: Callable[[Print], int], share: float, many: int) -> _Seen:
    """Whether only few letters of each page are such; unknown where no page has letters."""
    letters = sum(one.letters for one in prints)
    if not letters:
        return _Seen(None)
    found = [one for one in prints if count(one) >= _FEW_LETTERS and count(one) > min(share * one.letters, many)]
    percent = round(100 * sum(map(count, prints)) / letters)
    return _Seen(not found, tuple(one.page for one in found), {"percent": max(1, percent) if found else percent})


def _fillable(given: _Given) -> _Seen | None:
    """Whether it can be filled in on a screen: printed blanks need a printer and a pen."""
    if not given.fields:
        return None
    if given.file.dynamic:
        return _Seen(good=False, case="dynamic")
    flat = Counter(field.page for field in given.fields if field.source == "flat")
    pages = {page: number for page, number in flat.items() if number >= _FEW_BLANKS}
    facts = {"fields": len(given.fields), "printed": sum(pages.values())}
    if pages:
        return _Seen(good=False, pages=tuple(sorted(page for page in pages if page is not None)), facts=facts)
    if not given.real:
        return None
    return _Seen(good=False, case="locked") if given.file.may_fill is False else _Seen(good=True)


_CHECKS: dict[str, _Look] = {
    "tagged": _tagged,
    "title": _title,
    "language": _language,
    "tab-order": _tab_order,
    "tooltips": _tooltips,
    "font-size": _font_size,
    "contrast": _contrast,
    "fillable": _fillable,
}
"""What is looked at in a PDF, by name, in the order in which people should mend it."""
_HTML_CHECKS: dict[str, _Look] = {"title": _title, "language": _language, "tooltips": _labels}
_DOCX_CHECKS: dict[str, _Look] = {"title": _title, "language": _language_of_word}
