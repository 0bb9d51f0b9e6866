"""A dynamic XFA form as blocks and fields, from its template alone: its page only asks to wait."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.errors import TooLarge
from app.model import Block, Field, LabelSource, Notice, Role
from app.reading.blocks import MAX_BLOCK
from app.reading.labels import tidy
from app.reading.limits import Limits
from app.reading.required import legend_of, said
from app.reading.roles import is_running, role_of, words
from app.reading.sections import in_sections
from app.reading.tooltips import from_name, is_informative
from app.reading.xfa_fields import Ask
from app.reading.xfa_hybrid import says_more
from app.reading.xfa_near import Neighbours, joined
from app.reading.xfa_template import Part, Template
from app.reading.xfa_values import DEFAULT_SIZE, TextLine

LONGEST_LABEL = 400
STATIC_WORDS = 5
"""A field that nobody can change and that holds at least so many words is a printed text."""
_NOTICE = (
    "Dieses Formular baut sich erst beim Öffnen auf (dynamisches XFA). Wir haben es aus seiner Vorlage gelesen. "
    "Beim Ausfüllen kann es anders aussehen."
)
_HIDDEN_NOTICE = (
    "Das Formular hat Abschnitte, die erst beim Ausfüllen erscheinen können. Diese Abschnitte haben wir nicht geprüft."
)
PARTLY_NOTICE = (
    "Die Vorlage dieses Formulars ist fehlerhaft gespeichert oder zu umfangreich. "
    "Wir haben nur einen Teil davon gelesen."
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a template gives: like a document, without name and hash."""

    blocks: tuple[Block, ...]
    fields: tuple[Field, ...]
    pages: int
    title: str | None
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Usual:
    """The font size of most of the text, and whether most of it is bold."""

    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class _Label:
    text: str
    source: LabelSource
    confidence: float


_NOTHING = _Label("", "none", 0.0)


def read_dynamic(template: Template, limits: Limits) -> Reading | None:
    """Blocks and fields in reading order; none when the template has no text at all. Raises ``TooLarge``."""
    parts = [_printed_field(part) for part in template.parts]
    asked = [part for part in parts if part.ask is not None]
    if len(asked) > limits.max_fields:
        raise TooLarge(limit="max_fields", maximum=limits.max_fields)
    if not _has_text(parts):
        return None
    writer = _Writer(parts)
    for part in parts:
        writer.write(part)
    if sum(len(block.text) for block in writer.blocks) > limits.max_characters:
        raise TooLarge(limit="max_characters", maximum=limits.max_characters)
    placed = template.pages is not None and all(field.box is not None for field in writer.fields)
    return Reading(
        blocks=tuple(_with_title(writer.blocks, writer.sizes, writer.usual)),
        fields=in_sections(writer.fields, writer.sections),
        pages=template.pages or 0 if placed else 0,
        title=template.title or None,
        notices=tuple(_notices(template)),
    )


def _printed_field(part: Part) -> Part:
    """A field that only shows a text is a text."""
    ask = part.ask
    if ask is None or not ask.read_only or sum(len(line.text.split()) for line in ask.value) < STATIC_WORDS:
        return part
    return Part(spot=part.spot, lines=(*ask.caption, *ask.value), furniture=part.furniture, low=part.low)


def _has_text(parts: Sequence[Part]) -> bool:
    """Is there a word on which a person could judge the form?"""
    texts = (line.text for part in parts for line in (*part.lines, *(part.ask.caption if part.ask else ())))
    spoken = (text for part in parts if part.ask for text in (part.ask.tooltip, part.ask.speak, *part.ask.options))
    return any(len(word) > 1 for text in (*texts, *spoken) for word in words(text))


def _notices(template: Template) -> Iterator[Notice]:
    yield Notice(code="dynamic-xfa-template", message=_NOTICE)
    if template.hidden:
        yield Notice(code="hidden-sections", message=_HIDDEN_NOTICE)
    if not template.whole:
        yield Notice(code="template-partly-read", message=PARTLY_NOTICE)


class _Writer:
    """Writes the blocks and fields one after the other."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.blocks: list[Block] = []
        self.fields: list[Field] = []
        self.sizes: dict[str, float] = {}
        """Font size of each printed block, by its id."""
        self.usual = _usual(parts)
        self._near = Neighbours(parts)
        self._legend = legend_of(line.text for part in parts for line in part.lines)
        self._names: Counter[str] = Counter()
        self._heading = ""
        self.sections: list[str] = []
        """The heading above each field."""

    def write(self, part: Part) -> None:
        """The blocks of a text, or the field with its blocks."""
        for line in part.lines:
            self._print(line, part)
        if part.ask is not None:
            caption = part.ask.label
            if is_running(caption):  # a declaration beside a box is read as text, too
                for line in part.ask.caption:
                    self._print(line, part)
            self._ask(part, part.ask)

    def _print(self, line: TextLine, part: Part) -> None:
        text = line.text
        role: Role = "furniture"
        if not part.furniture:
            larger = line.size / self.usual.size
            bold = line.bold and not self.usual.bold
            role = role_of(text, marker=line.marker, bold=bold, larger=larger, smaller=larger, lines=1)
        boxes = (part.spot.box,) if part.spot.box is not None else ()
        for start in range(0, len(text), MAX_BLOCK):
            number = len(self.blocks) + 1
            block_id = f"p{part.spot.page}b{number}" if part.spot.page else f"b{number}"
            self.sizes[block_id] = line.size
            body = text[start : start + MAX_BLOCK]
            self._heading = body if role == "heading" else self._heading
            self.blocks.append(Block(id=block_id, role=role, text=body, page=part.spot.page, boxes=boxes))

    def _ask(self, part: Part, ask: Ask) -> None:
        label = self._label(part, ask)
        self._names[ask.name] += 1
        count = self._names[ask.name]
        starred = bool(said((ask.label, ask.tooltip), self._legend))
        found = Field(
            name=ask.name if count == 1 else f"{ask.name}#{count}",
            kind=ask.kind,
            page=part.spot.page,
            box=part.spot.box,
            label=label.text,
            label_source=label.source,
            label_confidence=label.confidence,
            tooltip=ask.tooltip or (ask.speak if ask.aloud else "") or None,
            required=ask.required or starred,
            required_source="flag" if ask.required else "text" if starred else "none",
            read_only=ask.read_only,
            options=ask.options,
            max_length=ask.max_length,
        )
        self.fields.append(found)
        self.sections.append(self._heading)
        self.blocks.extend(_blocks(found, len(self.fields)))

    def _label(self, part: Part, ask: Ask) -> _Label:
        """The caption; else what is shown or read aloud; else what is printed beside the field; else its name."""
        caption, shown, spoken = (tidy(text)[:LONGEST_LABEL] for text in (ask.label, ask.tooltip, ask.speak))
        near = self._near.of(part) if not is_informative(caption) else None
        beside = _Label(tidy(near.text)[:LONGEST_LABEL], near.source, 0.5) if near is not None else _NOTHING
        if is_informative(caption) and caption != shown and says_more(shown, caption):
            return _Label(shown, "tooltip", 0.9)
        if is_informative(beside.text) and any(char.isalpha() for char in caption):  # “Montag” beside “von”
            beside = replace(beside, text=joined(beside.text, caption))
        good = (_Label(caption, "xfa", 0.9), _Label(shown, "tooltip", 0.9), _Label(spoken, "xfa", 0.8), beside)
        weak = (_Label(caption, "xfa", 0.7), replace(beside, confidence=0.4))
        found = next((label for label in good if is_informative(label.text)), None)
        found = found or next((label for label in weak if any(char.isalpha() for char in label.text)), None)
        name = from_name(ask.name)
        return found or (_Label(name, "name", 0.25) if name else _NOTHING)


def _blocks(field: Field, number: int) -> Iterator[Block]:
    """The texts of a field; a field without a label has an empty one."""
    boxes = (field.box,) if field.box else ()
    yield Block(id=f"f{number}label", role="label", text=field.label, page=field.page, boxes=boxes, field=field.name)
    if field.tooltip and tidy(field.tooltip) != field.label:
        hint = field.tooltip[:MAX_BLOCK]
        yield Block(id=f"f{number}tooltip", role="hint", text=hint, page=field.page, boxes=boxes, field=field.name)
    for index, option in enumerate(field.options, start=1):
        text = option[:MAX_BLOCK]
        yield Block(id=f"f{number}o{index}", role="option", text=text, page=field.page, boxes=boxes, field=field.name)


def _usual(parts: Sequence[Part]) -> _Usual:
    sizes: Counter[float] = Counter()
    bold: Counter[bool] = Counter()
    for part in parts:
        for line in (*part.lines, *(part.ask.caption if part.ask else ())):
            if not part.furniture:
                sizes[round(line.size * 2) / 2] += len(line.text)
                bold[line.bold] += len(line.text)
    size = max(sizes, key=lambda key: (sizes[key], key), default=DEFAULT_SIZE)
    return _Usual(max(size, 1.0), bold[True] > bold[False])


def _with_title(blocks: list[Block], sizes: dict[str, float], usual: _Usual) -> list[Block]:
    """The largest heading before the first running text is the title."""
    best: int | None = None
    for index, block in enumerate(blocks):
        if block.role in {"paragraph", "item"} and best is not None:
            break
        size = sizes.get(block.id, 0.0)
        fits = block.role == "heading" and size >= 1.25 * usual.size and len(block.text) > 5
        if fits and (best is None or size > sizes[blocks[best].id]):
            best = index
    if best is not None:
        blocks[best] = blocks[best].model_copy(update={"role": "title"})
    return blocks
