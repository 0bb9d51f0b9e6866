"""Adds to the fields of a PDF what its XFA template knows of them: captions, tooltips, options, what must be filled.

A caption is printed on the page, by the author's own hand beside the field. So a form's captions are believed when
they are found on its pages; a template that was left behind when somebody changed the PDF is not.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.model import Block, Field, Kind, LabelSource
from app.reading.labels import is_word, tidy
from app.reading.tooltips import contradict, is_informative, take_apart
from app.reading.xfa_fields import Ask
from app.reading.xfa_near import Neighbours, joined
from app.reading.xfa_template import Template

TRUSTED_SHARE = 0.6
"""So many of the captions must be found on their pages."""
AGREEING_SHARE = 0.3
"""So many of the texts that are read aloud must agree with a label that is sure."""
FEW = 5
"""Of fewer cases nothing can be said about the form."""
LONGEST_LABEL = 400
SHORT_TOOLTIP = 80
"""A longer tooltip is an explanation; then the caption names the field better."""
_FAMILIES: dict[Kind, str] = {"check": "box", "radio": "box", "combo": "choice", "list": "choice"}
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_SPELT = re.compile(r"\b[A-Z](?: [A-Z]\b)+")
"""A short name taken apart for the voice: ``P I N``."""
_NUMBER = re.compile(r"^\d+[a-z]?[.)]\s*")
_INDEX = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class _Trust:
    """Which parts of the template are believed in this form."""

    captions: bool
    spoken: bool


@dataclass(frozen=True, slots=True)
class _Pair:
    field: Field
    ask: Ask
    printed: bool
    """Is the caption found on the page of the field?"""
    around: str = ""
    """What the template prints beside the field, if that is found on the page too."""


def enrich(
    fields: Sequence[Field], blocks: Sequence[Block], template: Template, pages: Mapping[int, str]
) -> tuple[tuple[Field, ...], tuple[Block, ...]]:
    """The fields and their blocks, with what the template adds. ``pages``: the printed text of each page."""
    asks = _matched(fields, template)
    squashed = {number: _squash(text) for number, text in pages.items()}
    beside = _beside(template)
    pairs = {
        field.name: _pair(field, ask, squashed.get(field.page or 0, ""), beside.get(ask.name, ""))
        for field in fields
        if (ask := asks.get(field.name)) is not None
    }
    trust = _trust(pairs.values())
    repeated = Counter((pair.field.page, _squash(pair.ask.label)) for pair in pairs.values())
    found = tuple(
        _enriched(pair, trust, once=repeated[pair.field.page, _squash(pair.ask.label)] == 1)
        if (pair := pairs.get(field.name)) is not None
        else field
        for field in fields
    )
    return found, _blocks(fields, found, blocks)


def _pair(field: Field, ask: Ask, page: str, around: str) -> _Pair:
    return _Pair(field, ask, _squash(ask.label) in page, around if _squash(around) in page else "")


def _beside(template: Template) -> dict[str, str]:
    """The printed text beside each field whose caption says little, such as ``von`` or ``Ja``."""
    near = Neighbours(template.parts)
    found: dict[str, str] = {}
    for part in template.parts:
        if part.ask is not None and part.ask.caption and not is_informative(tidy(part.ask.label)):
            text = near.of(part)
            if text is not None and is_informative(tidy(text.text)):
                found[part.ask.name] = tidy(text.text)[:LONGEST_LABEL]
    return found


def _squash(text: str) -> str:
    """Letters and digits only, so that neither line ends nor hyphens matter."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _matched(fields: Sequence[Field], template: Template) -> dict[str, Ask]:
    """The field of the template for each field of the PDF, by its path, else by the names in it without numbers."""
    exact: dict[str, Ask] = {}
    by_names: dict[str, list[Ask]] = defaultdict(list)
    for one in template.asks():
        exact.setdefault(one.name, one)
        by_names[_names(one.name)].append(one)
    sharing = Counter(_names(field.name) for field in fields)
    found: dict[str, Ask] = {}
    for field in fields:
        names = _names(field.name)
        ask = exact.get(field.name)
        candidates = by_names.get(names, [])
        if ask is None and len(candidates) == 1 and (sharing[names] == 1 or "." in names):
            ask = candidates[0]  # rows that are repeated stand once in the template
        if ask is not None and _FAMILIES.get(ask.kind, ask.kind) == _FAMILIES.get(field.kind, field.kind):
            found[field.name] = ask
    return found


def _names(path: str) -> str:
    """The path without numbers and without steps that have no name."""
    return ".".join(step for step in _INDEX.sub("", path).split(".") if not step.startswith("#"))


def _trust(pairs: Iterable[_Pair]) -> _Trust:
    """What this form's template is worth, judged by what can be checked."""
    captioned: list[bool] = []
    agreeing: list[bool] = []
    for pair in pairs:
        caption = _squash(pair.ask.label)
        if len(caption) >= 3 and pair.field.page is not None:
            captioned.append(pair.printed)
        spoken = _spoken(pair.ask)
        known = _squash(pair.field.label) if pair.field.label_source not in {"name", "none"} else caption
        if spoken and len(known) >= 4:
            agreeing.append(_agree(spoken, pair.field.label or pair.ask.label))
    return _Trust(
        captions=len(captioned) < FEW or sum(captioned) >= TRUSTED_SHARE * len(captioned),
        spoken=len(agreeing) < FEW or sum(agreeing) >= AGREEING_SHARE * len(agreeing),
    )


def _spoken(ask: Ask) -> str:
    """What the template has a screen reader say, or shows as a tooltip."""
    text = take_apart(ask.speak or ask.tooltip).text
    return _SPELT.sub(lambda match: match[0].replace(" ", ""), text)


def _agree(one: str, other: str) -> bool:
    """Do two texts share at least half of the long words of the shorter one?"""
    first, second = (set(_LONG_WORD.findall(text.casefold())) for text in (one, other))
    least = min(len(first), len(second))
    return least > 0 and len(first & second) >= least / 2


def _enriched(pair: _Pair, trust: _Trust, *, once: bool) -> Field:
    field, ask = pair.field, pair.ask
    text, source, confidence = _label(pair, trust, once=once)
    required = field.required or ask.required
    return field.model_copy(
        update={
            "label": text,
            "label_source": source,
            "label_confidence": confidence,
            "printed_label": field.printed_label if contradict(field.printed_label, text) else "",
            "tooltip": field.tooltip or ask.tooltip or (ask.speak if ask.aloud else "") or None,
            "required": required,
            "required_source": "flag" if ask.required else field.required_source,
            "read_only": field.read_only or ask.read_only,
            "options": _options(field, ask),
            "max_length": field.max_length or ask.max_length,
        }
    )


def _label(pair: _Pair, trust: _Trust, *, once: bool) -> tuple[str, LabelSource, float]:
    """The better label: the caption, what is read aloud, or the one that was found without the template."""
    field = pair.field
    kept = (field.label, field.label_source, field.label_confidence)
    caption = tidy(pair.ask.label)[:LONGEST_LABEL] if trust.captions and pair.printed else ""
    same = bool(caption) and _squash(caption) == _squash(field.label)
    if same and is_informative(caption):
        return (field.label, field.label_source, max(field.label_confidence, 0.95))
    if field.label_source == "tooltip":
        speaks = _LONG_WORD.search(caption) is not None or len(field.label) > SHORT_TOOLTIP
        keeps = not is_informative(caption) or not once or not speaks or says_more(field.label, caption)
        return kept if keeps else (caption, "xfa", 0.9)
    if is_informative(caption):
        return (caption, "xfa", 0.9 if once else 0.75)
    return _without_caption(pair, trust, caption) or kept


def says_more(tooltip: str, caption: str) -> bool:
    """Does a tooltip name the field more exactly than its caption (``Kind: Geburtsdatum``), without telling a story?"""
    return len(tooltip) <= SHORT_TOOLTIP and _squash(caption) in _squash(tooltip)


def _without_caption(pair: _Pair, trust: _Trust, caption: str) -> tuple[str, LabelSource, float] | None:
    """A label where the caption says little (``von``, ``EUR``) or is missing, and the PDF has no good tooltip."""
    field = pair.field
    spoken = tidy(_spoken(pair.ask))[:LONGEST_LABEL] if trust.spoken else ""
    found = is_informative(field.label)
    core = _NUMBER.sub("", spoken)
    if is_informative(core) and not (
        found and len(core.split()) < 2
    ):  # “3. Nein.” says less than the question beside the box
        if found and _squash(field.label) in _squash(spoken):
            return (field.label, field.label_source, max(field.label_confidence, 0.9))
        return (spoken, "xfa", 0.85)
    if any(char.isalpha() for char in caption):
        said = set(re.findall(r"\w+", field.label.casefold()))
        if said <= set(re.findall(r"\w+", caption.casefold())) or field.label_source in {"name", "none"}:
            return (joined(pair.around, caption) if pair.around else caption, "xfa", 0.7)
    return None


def _options(field: Field, ask: Ask) -> tuple[str, ...]:
    """The choices in words, where the PDF has none or only states such as ``0`` and ``1``."""
    technical = not any(is_word(option) for option in field.options)
    if not ask.options or not technical or (field.options and len(field.options) != len(ask.options)):
        return field.options
    return ask.options


def _blocks(before: Sequence[Field], after: Sequence[Field], blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of the fields, told anew where a field has changed."""
    changed = {new.name: new for old, new in zip(before, after, strict=True) if new != old}
    had = {old.name: old for old in before}
    found: list[Block] = []
    for block in blocks:
        field = changed.get(block.field or "")
        if field is None or (block.role == "option" and field.options != had[field.name].options):
            found += [block] if field is None else []
            continue
        if not (block.role == "label" and block.id.endswith("label")):
            found.append(block)
            continue
        found.append(block.model_copy(update={"text": field.label}))
        found += _added(block, field, had[field.name])
    return _without_echo(found, changed)


def _added(label: Block, field: Field, had: Field) -> list[Block]:
    """A tooltip and options that the PDF did not have, behind the label."""
    stem = label.id.removesuffix("label")
    found: list[Block] = []
    shown = had.tooltip is not None and tidy(had.tooltip) != had.label
    if field.tooltip and not shown and tidy(field.tooltip) != field.label:
        found.append(label.model_copy(update={"id": f"{stem}tooltip", "role": "hint", "text": field.tooltip}))
    if field.options != had.options:
        for index, option in enumerate(field.options, start=1):
            found.append(label.model_copy(update={"id": f"{stem}o{index}", "role": "option", "text": option}))
    return found


def _without_echo(blocks: list[Block], changed: Mapping[str, Field]) -> tuple[Block, ...]:
    """A tooltip that has become the label is no hint any more."""
    return tuple(
        block
        for block in blocks
        if not (
            block.role == "hint"
            and block.field is not None
            and block.field in changed
            and block.id.endswith("tooltip")
            and tidy(block.text) == changed[block.field].label
        )
    )
