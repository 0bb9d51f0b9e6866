"""The form as a whole: what it asks of a person, in numbers."""

from __future__ import annotations

from collections import Counter

from app.detectors.fields import fillable
from app.detectors.technical_label import is_technical
from app.model import Document, Field, FormReport

__all__ = ["assess"]


def assess(document: Document) -> FormReport:
    """The counts of a form. Only fields that a person fills in count: no buttons, nothing read-only or on no page."""
    fields = fillable(document)
    kinds = Counter(field.kind for field in fields)
    return FormReport(
        fields=len(fields),
        pages=document.pages,
        kinds={kind: kinds[kind] for kind in sorted(kinds)},
        labelled=sum(map(_labelled, fields)),
        required=sum(field.required for field in fields),
    )


def _labelled(field: Field) -> bool:
    """Whether the label is words, not nothing and not a name for programs."""
    return bool(field.label.strip()) and field.label_source != "name" and not is_technical(field.label)
