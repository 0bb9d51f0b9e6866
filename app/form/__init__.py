"""The form as a whole: what it asks of a person, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from app.detectors.fields import fillable
from app.detectors.technical_label import is_technical
from app.form.accessibility import checked, scope
from app.form.answerability import told
from app.form.complexity import complexity, dimensions
from app.form.effort import effort, together
from app.languages import Parsed
from app.model import Document, Field, FormReport, Score

__all__ = ["assess"]


def assess(parsed: Parsed, scores: Sequence[Score] = ()) -> FormReport:
    """The form as a whole. Only fields that a person fills in count: no buttons, nothing read-only or on no page."""
    document = parsed.document
    fields = fillable(document)
    kinds = Counter(field.kind for field in fields)
    work = effort(document, fields, _words(document)) if fields else None
    found = dimensions(parsed, fields, work, scores) if work else {}
    accessibility = checked(document, fields)
    return FormReport(
        fields=len(fields),
        pages=document.pages,
        kinds={kind: kinds[kind] for kind in sorted(kinds)},
        labelled=sum(map(_labelled, fields)),
        required=sum(field.required for field in fields),
        minutes=together(work.reading, work.answering) if work else None,
        effort=work,
        complexity=complexity(found) if found else None,
        dimensions=found,
        accessibility=accessibility,
        accessibility_scope=scope(document) if accessibility else None,
        answerability=told(document) if fields else {},
    )


def _words(document: Document) -> int:
    """How many words a person has to read."""
    return sum(len(block.text.split()) for block in document.blocks if block.role != "furniture")


def _labelled(field: Field) -> bool:
    """Whether the label is words, not nothing and not a name for programs."""
    return bool(field.label.strip()) and field.label_source != "name" and not is_technical(field.label)
