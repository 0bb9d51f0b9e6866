"""Which text names which field: its tooltip, else the text printed beside it, else its name, else nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from app.model import Block, Field, LabelSource
from app.reading.blocks import Printed
from app.reading.fields import RawField, Widget
from app.reading.groups import questions_of
from app.reading.nearby import Neighbourhood
from app.reading.required import Legend, legend_of, said
from app.reading.roles import words
from app.reading.sections import WRITTEN, Texts, sections_of
from app.reading.sides import Side, Sides, sides_of
from app.reading.spots import Found
from app.reading.tongues import Tongue, tongue_of
from app.reading.tooltips import Tooltip, contradict, from_name, is_broken, is_informative, take_apart

SURE, LIKELY = 0.6, 0.5
"""From this confidence on a printed label is better than a tooltip that others share, or speaks for its field."""
BESIDE = 15.0
"""A text with a colon at most so far from a field, in points, names it, wherever labels stand usually."""
CROWDED = 800
"""No form has so many fields on one page; of further ones only tooltip and name are read."""
BROKEN = 0.2
"""Where more than this share of the tooltips of a form is broken, none is worth more than a printed label."""
_LANGUAGES = 6
"""A label stands at most so many lines above its last translation."""
_LONGEST = 400
"""A label is cut after this many characters; longer texts are explanations."""

_FOR_OTHERS = re.compile(
    r"(?:(?:wird|bitte|nicht|nur)\b.*)?\b(?:vom|von|durch)\b.{3,60}\b(?:auszufüllen|ausfüllen|ausgefüllt)(?: werden)?"
    r"|(?:bitte )?nicht ausfüllen|nur für (?:amtliche|interne|dienstliche|behördliche)\b.*|amtliche vermerke"
    r"|bearbeitungsvermerke?|(?:for )?offic(?:e|ial) use(?: only)?|do not write (?:in|below|above)\b.*",
    re.IGNORECASE,
)
"""Who fills in a part of the form: a heading, which names no field."""
_LITTLE = re.compile(
    r"\W*(?:in )?(?:euro?|€|cent|ct|usd|\$|prozent|%)\W*|\W*\d{1,3}[a-z]?\W*|\W*[a-z][.)]", re.IGNORECASE
)
"""A unit or the number of a row names a field only where nothing else does."""

_Try = tuple[LabelSource, Callable[[], Found | None], float]
"""Where to look, and how sure a label from there is."""
_SOURCE: dict[Side, LabelSource] = {"above": "above", "left": "left", "below": "below", "right": "right"}


@dataclass(frozen=True, slots=True)
class _Label:
    text: str
    source: LabelSource
    confidence: float
    raw: str = ""
    """The text as it is printed, with stars and dots."""
    whole: str = ""
    """The same with what stands there in other languages."""


def label_fields(raw: Sequence[RawField], printed: Sequence[Printed]) -> tuple[tuple[Field, ...], tuple[Block, ...]]:
    """The fields in page order with their labels, and for each field its blocks: label, tooltip, options."""
    ordered = sorted(raw, key=_place)
    some = _countable(ordered)
    nearby = {page: Neighbourhood(page, printed, some) for page in _pages(some)}
    sides = sides_of(some, nearby)
    questions = questions_of(some, nearby, sides)
    known = set(map(id, some))
    tips = [take_apart(item.tooltip) for item in ordered]
    repeats = Counter((_page(item), tip.question, tip.text.lower()) for item, tip in zip(ordered, tips, strict=True))
    legend = legend_of(item.block.text for item in printed)
    tongue = tongue_of(item.block.text for item in printed) if some else None
    arounds = [nearby.get(_page(item)) if id(item) in known else None for item in ordered]
    seen_all = [_printed_label(item, around, sides, tongue) for item, around in zip(ordered, arounds, strict=True)]
    posed = {(_page(item), tidy(questions[item.name])) for item in ordered if item.name in questions}
    posed |= {
        (_page(item), one.text)
        for item, one in zip(ordered, seen_all, strict=True)
        if item.kind == "radio" and one is not None and one.source == "above"
    }
    seen_all = [None if _asks_others(one, item, posed) else one for one, item in zip(seen_all, ordered, strict=True)]
    tips = _trusted(ordered, tips, seen_all, printed)
    fields: list[Field] = []
    for item, around, tip, seen in zip(ordered, arounds, tips, seen_all, strict=True):
        label = _label(item, tip, seen, once=repeats[_page(item), tip.question, tip.text.lower()] == 1)
        asked = tip.question or questions.get(item.name)
        if asked is not None and label.text.endswith(asked):
            asked = None
        field = _field(item, label, _must(item, seen, legend), group=asked, options=_options(item, around))
        if seen is not None and seen.confidence >= LIKELY and item.kind != "push" and contradict(seen.text, label.text):
            field = field.model_copy(update={"printed_label": seen.text})
        fields.append(field)
    named = [(_page(item), seen.whole) for item, seen in zip(ordered, seen_all, strict=True) if seen is not None]
    fields = _in_sections(ordered, fields, nearby, Texts(printed, named))
    blocks = (block for number, field in enumerate(fields, start=1) for block in _blocks(field, number))
    return tuple(fields), tuple(blocks)


def _asks_others(seen: _Label | None, item: RawField, posed: Set[tuple[int, str]]) -> bool:
    """Is what stands below a field the question of the boxes that follow?"""
    return seen is not None and seen.source == "below" and (_page(item), seen.text) in posed


def _in_sections(
    raw: Sequence[RawField], fields: Sequence[Field], nearby: Mapping[int, Neighbourhood], texts: Texts
) -> list[Field]:
    """The fields to write in that share their label with others get the heading of their part as group."""
    asked = {
        item.widgets[0]: field.label
        for item, field in zip(raw, fields, strict=True)
        if item.widgets and field.label and field.kind in WRITTEN and field.group is None
    }
    sections = sections_of(tuple(asked.items()), nearby, texts)
    return [
        field.model_copy(update={"group": sections[item.widgets[0]]})
        if item.widgets and item.widgets[0] in sections
        else field
        for item, field in zip(raw, fields, strict=True)
    ]


def _page(item: RawField) -> int:
    return item.widgets[0].page if item.widgets else 0


def _countable(raw: Sequence[RawField]) -> list[RawField]:
    """The fields whose surroundings are looked at: on each page only so many, as each is compared with all others."""
    room: Counter[int] = Counter()
    found = []
    for item in raw:
        pages = Counter(widget.page for widget in item.widgets)
        if all(room[page] + count <= CROWDED for page, count in pages.items()):
            room.update(pages)
            found.append(item)
    return found


def _pages(raw: Sequence[RawField]) -> set[int]:
    return {_page(item) for item in raw} - {0}


def _place(item: RawField) -> tuple[int, float, float]:
    """Page order, then row by row; fields without a place come last."""
    if not item.widgets:
        return (1_000_000, 0.0, 0.0)
    first = item.widgets[0]
    return (first.page, -round(first.box[3] / 6), first.box[0])


def _label(item: RawField, tip: Tooltip, seen: _Label | None, *, once: bool) -> _Label:
    """The best name of a field. ``seen``: the printed label; ``once``: no other field of the page has this tooltip."""
    good = is_informative(tip.text)
    if good and once:
        return _Label(tidy(tip.text)[:_LONGEST], "tooltip", 0.9)
    if seen is not None and (not good or seen.confidence >= SURE):
        return seen
    if good:
        return _Label(tidy(tip.text)[:_LONGEST], "tooltip", 0.6)
    name = from_name(item.name)
    return _Label(name, "name", 0.25) if name else _Label("", "none", 0.0)


def _trusted(
    raw: Sequence[RawField], tips: Sequence[Tooltip], seen: Sequence[_Label | None], printed: Sequence[Printed]
) -> list[Tooltip]:
    """The tooltips without those that are broken; where a form breaks many, without all that a printed label names."""
    pages: dict[int, set[str]] = {}
    for entry in printed:
        pages.setdefault(entry.sheet.page, set()).update(word.casefold() for word in words(entry.block.text))
    sure = [label if label is not None and label.confidence >= SURE else None for label in seen]
    broken = [
        label is not None and bool(tip.text) and is_broken(tip.text, label.text, pages.get(_page(item), set()))
        for item, tip, label in zip(raw, tips, sure, strict=True)
    ]
    checked = sum(label is not None and bool(tip.text) for tip, label in zip(tips, sure, strict=True))
    most = sum(broken) > max(BROKEN * checked, 1)
    return [
        Tooltip("", tip.question, tip.number) if lost or (most and label is not None) else tip
        for tip, lost, label in zip(tips, broken, sure, strict=True)
    ]


def _must(item: RawField, seen: _Label | None, legend: Legend) -> bool | None:
    """Must a field be filled in, by its printed label and tooltip? None when neither says."""
    if item.kind == "push" or item.read_only:
        return None
    raw = seen.raw if seen is not None and seen.confidence >= LIKELY else ""
    return said((raw, item.tooltip), legend)


def _printed_label(item: RawField, around: Neighbourhood | None, sides: Sides, tongue: Tongue | None) -> _Label | None:
    """What is printed beside the field, by the side where this form has its labels.

    In a form in several languages (``tongue``) the text in its own one, or the line above a translation; else any.
    """
    if around is None or not item.widgets:
        return None
    spare: _Label | None = None
    for source, find, confidence in (
        _tries_of_button(item, around, sides) if item.kind in {"check", "radio"} else _tries(item, around, sides)
    ):
        found = find()
        own = _own(found, around, tongue) if found is not None and tongue is not None else found
        label = _named(own or found, source, confidence)
        if found is None or label is None:
            continue
        label = replace(label, whole=found.text)
        likely = spare is None or tongue is None or confidence >= LIKELY
        if own is not None and likely and not _LITTLE.fullmatch(own.text):
            return label
        spare = spare or label
    return spare


def _named(found: Found | None, source: LabelSource, confidence: float) -> _Label | None:
    """A text as a label; none when it names nothing, or only says who fills in a part."""
    plain = tidy(found.text) if found is not None else ""
    if found is None or len(plain) < 2 or not any(char.isalpha() for char in plain) or _FOR_OTHERS.fullmatch(plain):
        return None
    return _Label(plain[:_LONGEST], source, confidence, found.text)


def _own(text: Found, around: Neighbourhood, tongue: Tongue) -> Found | None:
    """A text in the form's own language: without its translation, or the one above that."""
    seen: Found | None = text
    for _ in range(_LANGUAGES):
        if seen is None:
            break
        if own := tongue.own_part(seen.text):
            return replace(seen, text=own)
        seen = around.over_line(seen)
    return None


def _tries_of_button(item: RawField, around: Neighbourhood, sides: Sides) -> list[_Try]:
    widget = item.widgets[0]
    if item.kind == "radio" and len(item.widgets) > 1:
        return [("above", lambda: around.question(item.widgets), 0.6)]
    right: _Try = ("right", lambda: around.right(widget), 0.8)
    left: _Try = ("left", lambda: around.left(widget, reach=40), 0.65)
    beside = [left, right] if sides.own.get(widget) == "left" else [right, left]
    return [
        ("table", lambda: around.cell(widget), 0.6),
        *beside,
        ("table", lambda: around.column(widget), 0.4),
        ("left", lambda: around.left(widget), 0.4),
        ("inside", lambda: around.in_cell(widget), 0.4),
        ("above", lambda: around.above(widget), 0.3),
        ("table", lambda: around.row(widget), 0.3),
    ]


def _tries(item: RawField, around: Neighbourhood, sides: Sides) -> list[_Try]:
    widget = item.widgets[0]
    order = sides.order(widget)
    if order[0] != "left" and _announces(around.left(widget)) and not _announces(around.above(widget)):
        order = ("left", *(side for side in order if side != "left"))
    find: dict[Side, Callable[[], Found | None]] = {
        "above": lambda: around.above(widget),
        "left": lambda: around.left(widget),
        "below": lambda: around.below(widget),
    }
    tries: list[_Try] = [("inside", lambda: around.inside(widget), 0.65), ("table", lambda: around.cell(widget), 0.6)]
    return [
        *tries,
        *((_SOURCE[side], find[side], 0.75 if side == order[0] else 0.6) for side in order[:2]),
        ("left", lambda: around.shared(widget), 0.45),
        *((_SOURCE[side], find[side], 0.5) for side in order[2:]),
        ("inside", lambda: around.in_cell(widget), 0.4),
        ("table", lambda: around.column(widget), 0.4),
        ("table", lambda: around.row(widget), 0.3),
        ("above", lambda: around.over(widget), 0.3),
    ]


def _announces(found: Found | None) -> bool:
    """Does a text close to a field end with a colon?"""
    return found is not None and found.distance < BESIDE and found.text.rstrip(" _.…").endswith(":")


def tidy(text: str) -> str:
    """A printed label without filling dots, lines, colons and stars at its ends."""
    text = re.sub(r"[_…]{2,}|\.{4,}", " ", text)
    text = " ".join(text.split()).strip(" :*_|…·-–").strip()
    return text[1:-1].strip() if re.fullmatch(r"\([^()]*\)", text) else text


def _options(item: RawField, around: Neighbourhood | None) -> tuple[str, ...]:
    """What can be chosen, in words: for buttons the printed text where it says more than the states."""
    if item.kind not in {"radio", "check"} or len(item.options) < 2:
        return item.options if item.kind in {"combo", "list"} else tuple(filter(is_word, item.options))
    found = (_option(widget, item, around) for widget in item.widgets if widget.state)
    return tuple(dict.fromkeys(found)) or item.options


def _option(widget: Widget, item: RawField, around: Neighbourhood | None) -> str:
    tip = take_apart(widget.tooltip).text if widget.tooltip != item.tooltip else ""
    if is_informative(tip):
        return tip
    beside = around.right(widget) if around is not None else None
    text = tidy(beside.text) if beside is not None else ""
    if not is_word(widget.state):
        return text or widget.state
    shared = {word.lower()[:4] for word in words(text)} & {word.lower()[:4] for word in words(widget.state)}
    return text if shared else widget.state


def is_word(text: str) -> bool:
    """Is an option in words rather than a technical state such as ``0`` or ``Yes``?"""
    return bool(re.search(r"[^\W\d_]{2,}", text)) and text.lower() not in {"on", "yes", "selektiert", "off"}


def _field(item: RawField, label: _Label, must: bool | None, *, group: str | None, options: tuple[str, ...]) -> Field:
    first = item.widgets[0] if item.widgets else None
    return Field(
        name=item.name,
        kind=item.kind,
        page=first.page if first else None,
        box=first.box if first else None,
        label=label.text,
        label_source=label.source,
        label_confidence=label.confidence,
        tooltip=item.tooltip or None,
        required=item.required or bool(must),
        required_source="flag" if item.required else "none" if must is None else "text",
        read_only=item.read_only,
        options=options,
        max_length=item.max_length,
        group=group,
    )


def _blocks(field: Field, number: int) -> list[Block]:
    """The texts of a field as blocks; a field without a label has an empty one, so that this has a place too."""
    boxes = (field.box,) if field.box else ()
    place = {"page": field.page, "boxes": boxes, "field": field.name}
    found = [Block(id=f"f{number}label", role="label", text=field.label, **place)]
    if field.tooltip and tidy(field.tooltip) != field.label:
        found.append(Block(id=f"f{number}tooltip", role="hint", text=field.tooltip, **place))
    for index, option in enumerate(field.options, start=1):
        if option:
            found.append(Block(id=f"f{number}o{index}", role="option", text=option, **place))
    return found
