"""The parts of a form that are not for everybody: only on a condition, for the office itself, for other people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.model import Block, Box, Document, Field

__all__ = ["EVERYBODY", "Part", "parts"]

_LONGEST = 300
"""Characters; a longer text explains, it does not say who fills in the part."""
_STEMS = (
    "füll", "ergänz", "vermerk", "stempel", "amtlich", "dienstlich", "intern", "only", "bestätig", "bescheinig",
    "erklärung", "stellungn", "complete", "fill", "answer", "statement", "certific", "section", "wenn", "falls",
    "sofern", "soweit", "nur ",
)  # fmt: skip
"""Without any of these a text says nothing of the kind: looking here first is cheaper."""
_REACH, _ROW = 220.0, 14.0
"""Points below a text that it speaks for, and the height of its own row."""

_OFFICE = re.compile(
    r"\b(?:nur )?(?:von der|vom|durch die|durch das) (?:\w+ )?(?:\w*(?:behörde|amt|amtes|stelle"
    r"|verwaltung|gericht|jobcenter"
    r"|finanzamt|kasse)) (?:auszufüllen|ausgefüllt|zu ergänzen)"
    r"|nicht (?:vom (?:Antragsteller|Antragstellenden)|von (?:Ihnen|der antragstellenden Person)) auszufüllen"
    r"|\b(?:interne )?(?:Bearbeitungs|Dienst|Amts|Prüf|Eingangs)(?:vermerke?|stempel)\b|\bEingangsstempel\b"
    r"|\bnur für (?:den )?(?:amtliche|dienstliche|internen?)\w* (?:Gebrauch|Zwecke|Vermerke)"
    r"|\bvon der (?:\w+ )?(?:Sachbearbeitung|Dienststelle) auszufüllen"
    r"|\bfor (?:official|office|court|agency|internal|departmental)(?: use)? (?:use )?only\b|\b(?:office"
    r"|court) use only\b",
    re.IGNORECASE,
)
_OTHERS = (
    r"(?:Arbeitgeber|Vermieter|Ärzt|Arzt|Schule|Hausverwaltung|Hochschule|Ausbildungs\w+|Bank|Notar|Träger"
    r"|Eigentümer|Krankenkasse|Kita|Einrichtung|Betreuer|Zeug|Betrieb|Unternehmen|Verein)"
)
_OTHER = re.compile(
    rf"\b(?:vom|von der|von dem|durch den|durch die|von) [^.]{{0,30}}{_OTHERS}\w*[^.]{{0,40}}(?:auszufüllen|ausgefüllt)"
    rf"|\b(?:Bestätigung|Bescheinigung|Erklärung|Stellungnahme) (?:des|der|durch) (?:\w+ )?{_OTHERS}"
    r"|\b(?:to be )?completed by (?:the|your) (?:employer|landlord|doctor|physician|school|bank|witness|provider)"
    r"|\b(?:employer|landlord|physician|doctor|provider)(?:'s|’s) (?:statement|certification|section)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\bnur (?:auszufüllen|ausfüllen|erforderlich|notwendig|anzugeben|angeben),? (?:wenn|falls|sofern|bei)"
    r"|\b(?:wenn|falls|sofern|soweit) [^.]{3,120}(?:auszufüllen|füllen Sie|ausfüllen|geben Sie"
    r"|bitte angeben|machen Sie)"
    r"|\bfüllen Sie (?:diesen|den folgenden|bitte)[^.]{0,60}\b(?:nur )?(?:aus, )?(?:wenn|falls)"
    r"|\bonly (?:complete|fill in|answer)[^.]{0,60}\bif\b|\b(?:complete|fill out|answer) [^.]{0,60}\bonly if\b"
    r"|^if (?:you|yes|applicable)[^.]{3,90}\b(?:complete|fill|answer|list|explain|enter)",
    re.IGNORECASE,
)
_IF_ANY = re.compile(
    r"^(?:\W*|\d+\W+)(?:falls|wenn|sofern|soweit|ggf\.|gegebenenfalls|if)\b"
    r"|\((?:falls|wenn|sofern|soweit|ggf\.|if)\b|,\s*(?:falls|sofern|soweit|wenn)\b"
    r"|\b(?:soweit|falls|sofern) (?:bekannt|vorhanden|abweichend|zutreffend)|\bif (?:any|applicable|known|different)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """For whom a field is: for the ``office`` itself, for ``others`` to fill in, or for some only (``conditional``)."""

    office: bool = False
    others: bool = False
    conditional: bool = False


EVERYBODY = Part()


@dataclass(frozen=True, slots=True)
class _Said:
    """What a text says of the fields after it, and where that text stands when it is no heading."""

    part: Part = EVERYBODY
    page: int | None = None
    box: Box | None = None

    def holds_for(self, field: Field) -> bool:
        """A heading speaks for all until the next one; a text for what stands close below it, or beside it."""
        if self.box is None or field.box is None:
            return True
        below = -_ROW < self.box[1] - field.box[3] + _ROW < _REACH
        return field.page == self.page and below and field.box[0] < self.box[2] and self.box[0] < field.box[2]


def parts(document: Document, fields: tuple[Field, ...]) -> dict[str, Part]:
    """For each of these fields, by name, for whom it is.

    What a heading says holds until the next heading, what a text says for the fields close to it, what the label says
    for the field alone.
    """
    found: dict[str, Part] = {}
    heading, text = _Said(), _Said()
    for item in _in_order(document, fields):
        if isinstance(item, Field):
            said = [one.part for one in (heading, text) if one.holds_for(item)]
            found[item.name] = _joined([*said, _own(item)])
        elif item.role in {"heading", "title"}:
            heading, text = _Said(_part_of(item.text)), _Said()
        elif (part := _part_of(item.text)) != EVERYBODY:
            text = _Said(part, item.page, item.boxes[-1] if item.boxes else None)
    return found


def _in_order(document: Document, fields: tuple[Field, ...]) -> Iterator[Block | Field]:
    """Texts and fields as they stand in the form: by place on the pages, else by the order of the labels."""
    said = [block for block in document.blocks if block.field is None and block.role != "furniture"]
    if document.pages and any(block.boxes for block in said):
        placed: list[tuple[int, float, int, Block | Field]] = [
            (block.page or 0, -max(box[3] for box in block.boxes), number, block)
            for number, block in enumerate(said)
            if block.boxes
        ]
        placed += [
            (field.page or 0, -(field.box[3] if field.box else 0.0), len(said) + number, field)
            for number, field in enumerate(fields)
        ]
        yield from (item for *_, item in sorted(placed, key=lambda one: one[:3]))
        return
    rest = {field.name: field for field in fields}
    for block in document.blocks:
        if block.field is None:
            yield block
        elif block.field in rest:
            yield rest.pop(block.field)
    yield from rest.values()


def _part_of(text: str) -> Part:
    """What these words say about the part that they open."""
    small = text.lower()
    if len(text) > _LONGEST or not any(stem in small for stem in _STEMS):
        return EVERYBODY
    return Part(bool(_OFFICE.search(text)), bool(_OTHER.search(text)), bool(_CONDITION.search(text)))


def _own(field: Field) -> Part:
    """What the words of a field say about itself."""
    words = " ".join(filter(None, (field.label, field.printed_label, field.group, field.tooltip)))
    part = _part_of(words[:_LONGEST])
    return replace(part, conditional=part.conditional or bool(_IF_ANY.search(field.label)))


def _joined(parts: list[Part]) -> Part:
    return Part(
        any(part.office for part in parts),
        any(part.others for part in parts),
        any(part.conditional for part in parts),
    )
