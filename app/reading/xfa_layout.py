"""Where the parts of an XFA template stand: pages and boxes as far as the template fixes them before it is filled."""

from __future__ import annotations

from dataclasses import dataclass

from app.model import Box
from app.reading.xfa_values import length_of
from app.reading.xfa_xml import Element

_STOCK = {"a4": (595.28, 841.89), "letter": (612.0, 792.0), "legal": (612.0, 1008.0), "a5": (419.53, 595.28)}
_ROW = 6.0
"""Parts whose tops differ by less, in points, stand in one row."""
_FREE = frozenset({"", "position"})
_ANCHORS = {"Left": 0.0, "Center": 0.5, "Right": 1.0, "top": 0.0, "middle": 0.5, "bottom": 1.0}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of page: its size, and where on it the form's text goes, in points from the top left."""

    width: float
    height: float
    left: float
    top: float
    room: float
    """Height of the area for the text."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The top left corner of a part; x and y in points from the top left of its page, or none when not known."""

    page: int | None = None
    x: float | None = None
    y: float | None = None
    sheet: Sheet | None = None

    def moved(self, x: float | None, y: float | None) -> Origin:
        """Another origin on the same page, to the right and down by so much."""
        return Origin(
            self.page,
            None if x is None or self.x is None else self.x + x,
            None if y is None or self.y is None else self.y + y,
            self.sheet,
        )

    def box(self, width: float | None, height: float | None) -> Box | None:
        """The box of a part that begins here, in PDF coordinates; none when it is not known or off the page."""
        if self.x is None or self.y is None or self.sheet is None or not width or not height:
            return None
        x0, x1 = self.x, self.x + width
        y0, y1 = self.sheet.height - self.y - height, self.sheet.height - self.y
        if x0 < -1 or y0 < -1 or x1 > self.sheet.width + 1 or y1 > self.sheet.height + 1 or width < 1 or height < 1:
            return None
        return (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))


def sheet_of(page_area: Element | None) -> Sheet:
    """The kind of page that ``page_area`` describes; A4 where it says nothing."""
    medium = page_area.child("medium") if page_area is not None else None
    short, long = _STOCK["a4"]
    if medium is not None:
        short, long = _STOCK.get(medium.get("stock"), (short, long))
        short, long = length_of(medium.get("short")) or short, length_of(medium.get("long")) or long
    landscape = medium is not None and medium.get("orientation") == "landscape"
    width, height = (long, short) if landscape else (short, long)
    content = page_area.child("contentArea") if page_area is not None else None
    left = top = 0.0
    room = height
    if content is not None:
        left, top = length_of(content.get("x")) or 0.0, length_of(content.get("y")) or 0.0
        room = length_of(content.get("h")) or height - top
    return Sheet(width, height, left, top, room)


def size_of(element: Element) -> tuple[float | None, float | None]:
    """Width and height; where it may grow, the least. A group of boxes is as large as they need it to be."""
    width = length_of(element.get("w")) or length_of(element.get("minW"))
    height = length_of(element.get("h")) or length_of(element.get("minH"))
    if element.name == "exclGroup" and is_free(element) and not (width and height):
        corners = [(offset_of(part), size_of(part)) for part in element.children("field")]
        rights = [at[0] + size[0] for at, size in corners if at is not None and size[0]]
        bottoms = [at[1] + size[1] for at, size in corners if at is not None and size[1]]
        return width or max(rights, default=None), height or max(bottoms, default=None)
    return width, height


def offset_of(element: Element) -> tuple[float, float] | None:
    """Where the top left corner of a freely placed part stands in its container; none when it is turned."""
    if element.get("rotate", "0") not in {"0", ""}:
        return None
    x, y = length_of(element.get("x")) or 0.0, length_of(element.get("y")) or 0.0
    anchor = element.get("anchorType", "topLeft")
    width, height = size_of(element)
    for name, share in _ANCHORS.items():
        if anchor.startswith(name):
            y -= share * (height or 0.0)
        elif anchor.endswith(name):
            x -= share * (width or 0.0)
    return x, y


def inside(element: Element, origin: Origin) -> Origin:
    """Where the contents of a container begin that begins at ``origin``."""
    margin = element.child("margin")
    if margin is None:
        return origin
    return origin.moved(length_of(margin.get("leftInset")) or 0.0, length_of(margin.get("topInset")) or 0.0)


def is_free(container: Element) -> bool:
    """Whether the parts of a container say themselves where they stand."""
    return container.get("layout") in _FREE


def reading_order(container: Element, parts: list[Element]) -> list[int]:
    """The positions of the parts in the order in which a person reads them: row by row where they are placed freely."""
    if not is_free(container):
        return list(range(len(parts)))
    tops = [length_of(part.get("y")) or 0.0 for part in parts]
    lefts = [length_of(part.get("x")) or 0.0 for part in parts]
    order: list[int] = []
    row: list[int] = []
    for index in sorted(range(len(parts)), key=lambda index: tops[index]):
        if row and tops[index] - tops[row[0]] > _ROW:
            order += sorted(row, key=lambda index: lefts[index])
            row = []
        row.append(index)
    return order + sorted(row, key=lambda index: lefts[index])


class Flow:
    """Follows parts that stand one below the other, from page to page while their heights are fixed."""

    def __init__(self, sheets: list[Sheet]) -> None:
        self._sheets = sheets or [sheet_of(None)]
        self._page: int | None = 1
        self._y: float | None = 0.0
        self._ended = False
        self.pages = 1
        """The last page that was reached."""

    @property
    def known(self) -> bool:
        """Whether it is still known on which page the next part begins."""
        return self._page is not None

    def place(self, part: Element) -> Origin:
        """Where the next part begins."""
        height = length_of(part.get("h"))
        breaks = _breaks(part)
        if self._page is None:
            return Origin()
        sheet = self._sheets[min(self._page, len(self._sheets)) - 1]
        full = self._y is not None and height is not None and self._y > 0 and self._y + height > sheet.room + 1
        if self._ended or (breaks and (self._y is None or self._y > 0)) or full:
            self._page += 1
            self._ended = False
            self._y = 0.0
            sheet = self._sheets[min(self._page, len(self._sheets)) - 1]
        self.pages = self._page
        origin = Origin(self._page, sheet.left, None if self._y is None else sheet.top + self._y, sheet)
        if height is None or self._y is None:  # it grows with what is written in: what follows may be anywhere
            self._page = self._y = None
        else:
            self._y += height
            after = part.child("breakAfter")
            self._ended = after is not None and after.get("targetType") == "pageArea"
        return origin


def _breaks(part: Element) -> bool:
    """Whether a part begins on a new page."""
    before = part.child("breakBefore")
    old = part.child("break")
    return (before is not None and before.get("targetType") == "pageArea") or (
        old is not None and old.get("before") in {"pageArea", "pageEven", "pageOdd"}
    )
