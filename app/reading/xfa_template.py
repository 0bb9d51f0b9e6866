"""The template of an XFA form as a list of texts and fields, in the order in which a person reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from app.model import Box
from app.reading.xfa_fields import Ask, ask_of, group_of, is_hidden
from app.reading.xfa_layout import Flow, Origin, Sheet, inside, is_free, offset_of, reading_order, sheet_of, size_of
from app.reading.xfa_packets import Source
from app.reading.xfa_values import TextLine, lines_of
from app.reading.xfa_xml import MAX_DEPTH, Element

MAX_VISITS = 20_000
"""So many parts of a template are looked at, those that are taken over from prototypes counted each time."""
MAX_TEXT = 2_000_000
_MAX_CHAIN = 5
"""A prototype of a prototype of a prototype …"""
_CONTAINERS = frozenset({"subform", "subformSet", "area", "pageSet", "pageArea"})
_PARTS = (*_CONTAINERS, "exclGroup", "field", "draw")
_FIXED = frozenset({"readOnly", "protected", "nonInteractive"})


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a part stands among its neighbours and, where that is known, on a page."""

    container: int
    """Parts of one container have the same number; parts of containers in it have others."""
    layout: str
    """How the container arranges its parts: ``position``, ``tb``, ``lr-tb``, ``row``, ``table`` …"""
    order: int
    """Which of the parts of its container it is."""
    row: int = 0
    """In a table: which row of the table it stands in."""
    table: int = 0
    """In a table: the number of the table's container."""
    local: Box | None = None
    """Left, top, right and bottom in a container that places its parts freely, downwards."""
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A text that is printed (``lines``) or a field (``ask``)."""

    spot: Spot
    lines: tuple[TextLine, ...] = ()
    ask: Ask | None = None
    furniture: bool = False
    """On the page itself, not in the form's text: letterhead, page number."""
    low: bool = False
    """In the lower half of its page."""


@dataclass(frozen=True, slots=True)
class Template:
    """All that is shown when the form is opened, in reading order."""

    parts: tuple[Part, ...] = ()
    pages: int | None = None
    """How many pages the form has; none when that depends on what is written in."""
    whole: bool = True
    hidden: bool = False
    """Some sections are shown only when a program of the form decides so."""
    title: str = ""

    def asks(self) -> Iterator[Ask]:
        """The fields."""
        return (part.ask for part in self.parts if part.ask is not None)


def read_template(source: Source) -> Template:
    """Texts and fields of a template. Never raises: what cannot be made out is left out, and ``whole`` says so."""
    walker = _Walker(source.root)
    for root in source.root.children("subform"):
        walker.form(root)
    body = [part for part in walker.parts if not part.furniture]
    around = [part for part in walker.parts if part.furniture]
    if not any(part.lines or part.ask for part in body):  # then the page areas are the form
        around, body = [], [replace(part, furniture=False) for part in around]
    head, foot = ([part for part in around if part.low is low] for low in (False, True))
    return Template(
        parts=tuple(_within(part, walker.pages) for part in (*head, *body, *foot)),
        pages=walker.pages,
        whole=source.whole and walker.whole,
        hidden=walker.hidden,
        title=_title(source.root),
    )


def _within(part: Part, pages: int | None) -> Part:
    """Pages and boxes are told for the whole form or not at all; a later page area may be no page of this form."""
    page = part.spot.page
    if page is None or (pages is not None and page <= pages):
        return part
    return replace(part, spot=replace(part.spot, page=None, box=None))


def _title(root: Element) -> str:
    for subform in root.children("subform"):
        for holder in subform.children("desc"):
            for text in holder.children("text"):
                if text.get("name") == "title":
                    return " ".join(text.text().split())[:300]
    return ""


@dataclass(frozen=True, slots=True)
class _Place:
    """What a container hands down to its parts."""

    path: str
    origin: Origin
    fixed: bool = False
    """Nothing in it can be filled in."""
    furniture: bool = False
    table: int = 0
    row: int = 0
    depth: int = 0


@dataclass(slots=True)
class _Walker:
    """Walks through a template and keeps what a person sees."""

    root: Element
    parts: list[Part] = field(default_factory=list)
    pages: int | None = None
    whole: bool = True
    hidden: bool = False
    _ids: dict[str, Element] = field(default_factory=dict)
    _visits: int = 0
    _text: int = 0
    _containers: int = 0

    def __post_init__(self) -> None:
        self._collect(self.root)

    def _collect(self, element: Element) -> None:
        if name := element.get("id"):
            self._ids.setdefault(name, element)
        for part in element.children():
            self._collect(part)

    def resolve(self, element: Element) -> Element:
        """The element with what it takes over from its prototypes in the same template."""
        for _ in range(_MAX_CHAIN):
            use = element.get("use") or element.get("usehref")
            found = self._ids.get(use[1:]) if use.startswith("#") else None
            if found is None or found.name != element.name or found is element:
                break
            own = {key: value for key, value in element.attributes.items() if key not in {"use", "usehref"}}
            names = {part.name for part in element.children()}
            taken = [part for part in found.children() if part.name not in names]
            element = Element(element.name, {**found.attributes, **own}, [*element.content, *taken])
            if "use" not in found.attributes and "usehref" not in found.attributes:
                break
        return element

    def form(self, root: Element) -> None:
        """The outermost subform: its page areas, then its text from page to page."""
        root = self.resolve(root)
        path = _step("", root, {}, {})
        areas = [area for page_set in root.children("pageSet") for area in self._areas(page_set, 0)]
        sheets = [sheet_of(area) for area in areas]
        flow = Flow(sheets)
        if is_free(root):
            sheet = sheets[0] if sheets else sheet_of(None)
            self.pages = 1
            self._contents(root, _Place(path, Origin(1, sheet.left, sheet.top, sheet)), None, sheets)
            return
        self._contents(root, _Place(path, Origin()), flow, sheets)
        self.pages = flow.pages if flow.known else None

    def _areas(self, page_set: Element, depth: int) -> Iterator[Element]:
        for part in page_set.children("pageArea", "pageSet"):
            if part.name == "pageArea":
                yield part
            elif depth < 5:
                yield from self._areas(part, depth + 1)

    def _contents(self, container: Element, place: _Place, flow: Flow | None, sheets: list[Sheet]) -> None:
        """The parts of a container in reading order. ``flow`` for the outermost one, ``sheets`` for its page areas."""
        self._containers += 1
        number = self._containers
        named: dict[str, int] = {}
        unnamed: dict[str, int] = {}
        children = list(container.children(*_PARTS))
        steps = [_step(place.path, part, named, unnamed) for part in children]
        page_areas = iter(range(len(children)))
        for order, index in enumerate(reading_order(container, children)):
            self._visits += 1
            if self._visits > MAX_VISITS or self._text > MAX_TEXT or place.depth > MAX_DEPTH:
                self.whole = False
                return
            part = self.resolve(children[index])
            if is_hidden(part):
                self.hidden = self.hidden or (part.name in _CONTAINERS and _says_something(part))
                continue
            here = replace(
                place, path=steps[index], depth=place.depth + 1, fixed=place.fixed or part.get("access") in _FIXED
            )
            if part.name == "pageSet":
                here = replace(here, furniture=True)
            elif part.name == "pageArea":
                sheet = sheet_of(part)
                here = replace(here, origin=Origin(next(page_areas) + 1, 0.0, 0.0, sheet))
            else:
                here = replace(here, origin=self._origin(container, part, place, flow))
            spot = _spot(part, container, here, number, order)
            if container.get("layout") == "table":
                here = replace(here, table=number, row=order)
            self._part(part, here, spot, sheets)

    def _origin(self, container: Element, part: Element, place: _Place, flow: Flow | None) -> Origin:
        if flow is not None:
            return flow.place(part)
        if is_free(container):
            offset = offset_of(part)
            return place.origin.moved(*offset) if offset is not None else place.origin.moved(None, None)
        return place.origin.moved(None, None)

    def _part(self, part: Element, here: _Place, spot: Spot, sheets: list[Sheet]) -> None:
        if part.name in _CONTAINERS:
            self._contents(part, replace(here, origin=inside(part, here.origin)), None, sheets)
            return
        lines: tuple[TextLine, ...] = ()
        ask: Ask | None = None
        if part.name == "draw":
            value, font = part.child("value"), part.child("font")
            if value is not None:
                lines = tuple(lines_of(value, self.resolve(font) if font is not None else Element("font")))
        else:
            reader = ask_of if part.name == "field" else group_of
            ask = reader(part, here.path, self.resolve, read_only=here.fixed)
        if not lines and ask is None:
            return
        self._text += sum(len(line.text) for line in lines) + (_length(ask) if ask else 0)
        sheet, y = here.origin.sheet, here.origin.y
        low = here.furniture and sheet is not None and y is not None and y > sheet.height / 2
        self.parts.append(Part(spot=spot, lines=lines, ask=ask, furniture=here.furniture, low=low))


def _length(ask: Ask) -> int:
    texts = (*(line.text for line in (*ask.caption, *ask.value)), ask.tooltip, ask.speak, *ask.options)
    return sum(len(text) for text in texts)


def _step(path: str, part: Element, named: dict[str, int], unnamed: dict[str, int]) -> str:
    """The path to a part: ``…Name[1]`` for the second of that name, ``…#subform[0]`` where it has none."""
    name = part.get("name")
    counts, shown = (named, name) if name else (unnamed, f"#{part.name}")
    index = counts.get(shown, 0)
    counts[shown] = index + 1
    return f"{path}.{shown}[{index}]" if path else f"{shown}[{index}]"


def _spot(part: Element, container: Element, here: _Place, number: int, order: int) -> Spot:
    width, height = size_of(part)
    local = None
    offset = offset_of(part) if is_free(container) else None
    if offset is not None and width and height:
        local = (offset[0], offset[1], offset[0] + width, offset[1] + height)
    return Spot(
        container=number,
        layout=container.get("layout") or "position",
        order=order,
        row=here.row,
        table=here.table,
        local=local,
        page=here.origin.page,
        box=here.origin.box(width, height),
    )


def _says_something(element: Element) -> bool:
    """Whether a hidden section holds texts or fields."""
    return any(part.name in {"draw", "field"} or _says_something(part) for part in element.children(*_PARTS))
