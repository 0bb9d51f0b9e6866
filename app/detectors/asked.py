"""What a form asks, field by field, with the print around it: what the rules about single questions share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.detectors.fields import is_sure, named_fields
from app.languages import Parsed
from app.languages.form_parts import parts
from app.languages.recognise import other_language
from app.model import Block, Document, Field

__all__ = ["Asked", "Texts", "asked", "is_part_of_answer", "plain"]

_FAR = 40.0
"""Points between two fields in one row up to which they may hold the parts of one answer."""
_ROW = 4.0
"""Points that fields of one row overlap at least in height."""
_SMALL = 90.0
"""Points; an answer in parts has at least one part that is not wider."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A field that a person fills in, with its label block and all that is said about it."""

    field: Field
    block: Block
    said: str
    """Label, print and tooltip."""


def asked(parsed: Parsed, confidence: float) -> tuple[Asked, ...]:
    """The fields whose label is sure and in the language of the form, without the parts that the office fills in."""
    named = [item for item in named_fields(parsed.document) if item[1].text.strip()]
    part = parts(parsed.document, tuple(field for field, _, _ in named))
    return tuple(
        Asked(field, label, " ".join(filter(None, (field.label, field.printed_label, field.tooltip))))
        for field, label, _ in named
        if is_sure(field, confidence) and field.label_source != "name" and not part[field.name].office
    )


def plain(label: str) -> str:
    """A label without numbers before it, stars, colons and footnotes."""
    text = " ".join(re.sub(r"^\W*\(?\d{1,3}[a-z]?[.)]?\s+(?=\S)", "", label).replace("*", " ").split())
    return text.strip(" :.¹²³").casefold()


def in_language(found: Iterable[Asked], code: str) -> Iterator[Asked]:
    """Those whose label is not written in another language than the form."""
    return (one for one in found if not other_language(one.block.text, code))


class Texts:
    """What is printed or read out on each page, labels and tooltips included."""

    def __init__(self, document: Document) -> None:
        """Sorts the texts by page; what is on no page (a web page has none) counts for the whole document."""
        pages: dict[int | None, list[str]] = defaultdict(list)
        for block in document.blocks:
            pages[block.page].append(block.text)
        for field in document.fields:
            pages[field.page].extend(filter(None, (field.printed_label, field.group)))
        self._pages = {page: "\n".join(texts) for page, texts in pages.items()}

    def first_page(self, wanted: re.Pattern[str]) -> int | None:
        """The first page on which this stands; 0 for texts on no page; none where it stands nowhere."""
        return min((page or 0 for page, text in self._pages.items() if wanted.search(text)), default=None)

    def on(self, page: int | None, wanted: re.Pattern[str]) -> bool:
        """Whether this stands on the page of a field, or on no page."""
        return any(wanted.search(text) for place, text in self._pages.items() if place in {page, None} or page is None)


def is_part_of_answer(field: Field, others: Iterable[Field]) -> bool:
    """Whether a field seems to hold only a part of an answer: a small one stands close to it in its row.

    So stand day, month and year, or the code and the number of a telephone.
    """
    if field.box is None:
        return False
    x0, y0, x1, y1 = field.box
    for other in others:
        if other is field or other.box is None or other.page != field.page or other.kind != "text":
            continue
        a0, b0, a1, b1 = other.box
        beside = min(y1, b1) - max(y0, b0) >= _ROW and -_ROW <= max(a0 - x1, x0 - a1) <= _FAR
        if beside and min(x1 - x0, a1 - a0) <= _SMALL and _one_answer(field, other):
            return True
    return False


def _one_answer(field: Field, other: Field) -> bool:
    return other.answer == field.answer or plain(other.label) == plain(field.label)
