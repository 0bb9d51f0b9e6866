"""The fields of a Word document with the labels that a person would give them, and their blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from app.model import Block, Field
from app.reading.answers import answer_of
from app.reading.docx_flow import Control
from app.reading.required import Legend, said
from app.reading.tooltips import from_name, is_informative

_SIGN = re.compile(r"\b(?:\w*unterschrift(?:en)?|signature|signatur|signed)\b", re.IGNORECASE)
_SIGN_WORDS = 12
_STAR = re.compile(r"[\s(]*[*✱]+\)?(?=\s*:?$)")


def fields_of(controls: Sequence[Control], legend: Legend) -> list[tuple[Control, Field]]:
    """The fields, each with a name of its own; ``legend`` says what a star means in this form."""
    tips = Counter(control.tooltip.lower() for control in controls)
    taken: Counter[str] = Counter()
    found = []
    for number, control in enumerate(controls, start=1):
        _decide(control, once=tips[control.tooltip.lower()] == 1)
        name = control.name or f"{'flat-' if control.source == 'flat' else 'field'}{number}"
        taken[name] += 1
        found.append((control, _field(control, f"{name}#{taken[name]}" if taken[name] > 1 else name, legend)))
    return found


def blocks_of_field(number: int, control: Control, one: Field) -> Iterator[Block]:
    """The label of a field as a block, then what else is said about it; ``number`` counts from 1.

    A flat field without a label has none: that nobody named it is not certain enough to say.
    """
    if one.source == "flat" and not one.label:
        return
    off = control.ignore
    yield Block(id=f"f{number}label", role="label", text=one.label, field=one.name, ignore=off)
    if one.tooltip and one.tooltip != one.label:
        yield Block(id=f"f{number}tooltip", role="hint", text=one.tooltip, field=one.name, ignore=off)
    if control.placeholder and control.placeholder not in {one.label, one.tooltip}:
        yield Block(id=f"f{number}placeholder", role="hint", text=control.placeholder, field=one.name, ignore=off)
    for position, option in enumerate(one.options, start=1):
        yield Block(id=f"f{number}o{position}", role="option", text=option, field=one.name, ignore=off)


def _decide(control: Control, *, once: bool) -> None:
    """The label: a good tooltip that no other field has, else what is printed, else what is left."""
    good = is_informative(control.tooltip)
    if good and once:
        control.call(control.tooltip, "tooltip", 0.9)
    elif good and not control.label:
        control.call(control.tooltip, "tooltip", 0.6)
    if not control.label:
        control.call(control.placeholder, "inside", 0.3)
    if not control.label and control.source == "form":
        control.call(from_name(control.name), "name", 0.25)


def _field(control: Control, name: str, legend: Legend) -> Field:
    marked = (
        None if control.read_only else said((control.raw, control.label, control.tooltip, control.placeholder), legend)
    )
    signs = control.source == "flat" and control.kind == "text" and len(control.label.split()) <= _SIGN_WORDS
    one = Field(
        name=name,
        kind="signature" if signs and _SIGN.search(control.label) else control.kind,
        label=_STAR.sub("", control.label),
        label_source=control.label_source,
        label_confidence=control.confidence,
        tooltip=control.tooltip or None,
        required=marked is True,
        required_source="none" if marked is None else "text",
        read_only=control.read_only,
        options=tuple(option for option in control.options if option),
        max_length=control.max_length,
        group=control.group or None,
        source=control.source,
    )
    closer = answer_of(one) in {"birth-date", "address"}  # the label knows more than that it is a date or has lines
    return one if control.answer is None or closer else one.model_copy(update={"answer": control.answer})
