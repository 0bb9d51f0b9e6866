"""The fields of a form next to the blocks that name them: what the detectors for forms share. Not a detector itself."""

from __future__ import annotations

from collections.abc import Iterator

from app.model import Block, Document, Field

__all__ = ["fillable", "is_sure", "named_fields"]

_BY_POSITION = frozenset({"left", "above", "right", "below", "table", "inside"})


def fillable(document: Document) -> tuple[Field, ...]:
    """The fields that a person fills in: no push buttons, nothing read-only, in a PDF nothing that is on no page."""
    return tuple(
        field
        for field in document.fields
        if field.kind != "push" and not field.read_only and (document.pages == 0 or field.box is not None)
    )


def is_sure(field: Field, least: float) -> bool:
    """Whether the label was written for this field, or was found next to it with at least this confidence."""
    return field.label_source not in _BY_POSITION or field.label_confidence >= least


def named_fields(document: Document) -> Iterator[tuple[Field, Block, Block | None]]:
    """Each fillable field with its label block and, if it has one of its own, its tooltip block."""
    labels = {block.field: block for block in reversed(document.blocks) if block.field and block.role == "label"}
    hints = {block.field: block for block in reversed(document.blocks) if block.field and block.role == "hint"}
    for field in fillable(document):
        label = labels.get(field.name)
        if label is not None:
            yield field, label, hints.get(field.name)
