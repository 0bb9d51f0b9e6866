"""On which side of its fields a form prints the labels: pages vote, small ones ask the form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from app.model import Box
from app.reading.fields import RawField, Widget
from app.reading.nearby import Neighbourhood
from app.reading.spots import same_row

Side = Literal["above", "left", "below", "right"]

CLEAR = 12
"""So many quarters of votes more than the next side decide a page alone."""
DESCENT = 2.0
"""Letters reach so far below their line, in points: what is above is measured from the line."""
SENTENCE = 7
"""A text of more words that ends with a full stop is no label."""
STACK_GAP = 30.0
"""Fields one under the other belong to one stack up to this free room between them, in points."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Where labels stand: by page for fields to write in, by place where a stack or a row of boxes says so."""

    pages: Mapping[int, tuple[Side, ...]]
    """The sides of fields to write in, the likeliest first."""
    own: Mapping[Widget, Side]
    """The side of single fields and of boxes to tick."""

    def order(self, widget: Widget) -> tuple[Side, ...]:
        """The sides to try for a field to write in."""
        usual = self.pages.get(widget.page, ("left", "above", "below"))
        own = self.own.get(widget)
        return usual if own is None else (own, *(side for side in usual if side != own))


def sides_of(raw: Sequence[RawField], nearby: Mapping[int, Neighbourhood]) -> Sides:
    """Looks at all fields of a form."""
    own: dict[Widget, Side] = {}
    votes: dict[int, Counter[Side]] = {}
    for page, around in nearby.items():
        written = [item.widgets[0] for item in raw if _is_written(item) and item.widgets[0].page == page]
        boxes = [
            widget for item in raw if item.kind in {"check", "radio"} for widget in item.widgets if widget.page == page
        ]
        stacks = _stacks(written, around)
        own.update(stacks)
        own.update(_beside_stacks(written, stacks, around))
        own.update(_rows(boxes, around))
        votes[page] = _votes(written, around, own)
    form: Counter[Side] = Counter()
    for counted in votes.values():
        form.update(counted)
    return Sides({page: _order(counted, form) for page, counted in votes.items()}, own)


def _is_written(item: RawField) -> bool:
    return item.kind in {"text", "combo", "list", "signature"} and bool(item.widgets)


def _order(page: Counter[Side], form: Counter[Side]) -> tuple[Side, ...]:
    best = page.most_common(2)
    lead = best[0][1] - (best[1][1] if len(best) > 1 else 0) if best else 0
    counted = page if lead >= CLEAR else form
    usual: tuple[Side, ...] = ("left", "above") if counted["left"] >= counted["above"] else ("above", "left")
    if counted["below"] > counted["above"] + 4:
        place = usual.index("above")
        return (*usual[:place], "below", *usual[place:])
    return (*usual, "below")


def _votes(written: Sequence[Widget], around: Neighbourhood, own: Mapping[Widget, Side]) -> Counter[Side]:
    """Quarters of votes: a field with text on one side only has a whole one, one with two a quarter for the nearer."""
    votes: Counter[Side] = Counter()
    for widget in written:
        if around.cell(widget) is not None:
            continue
        if widget in own:
            votes[own[widget]] += 4
            continue
        above, left, below = around.above(widget), around.left(widget), around.below(widget)
        if above and left:
            votes["above" if above.distance < left.distance else "left"] += 1
        elif above or left:
            side: Side = "above" if above else "left"
            votes[side] += 3 if below else 4
        elif below:
            votes["below"] += 4
    return votes


def _stacks(written: Sequence[Widget], around: Neighbourhood) -> dict[Widget, Side]:
    """Fields one under the other with one text between each two: do the texts name the upper or the lower ones?"""
    boxes = {widget: around.box(widget) for widget in written}
    ordered = sorted(written, key=lambda widget: (round(boxes[widget][0] / 6), -boxes[widget][3]))
    stacks: list[list[Widget]] = []
    for widget in ordered:
        if stacks and _goes_on(stacks[-1][-1], widget, boxes, around):
            stacks[-1].append(widget)
        else:
            stacks.append([widget])
    stacks = [stack for stack in stacks if len(stack) > 1]
    clear = [_side_by_ends(stack, around) for stack in stacks]
    known = Counter(side for side in clear if side is not None)
    usual = known.most_common(1)[0][0] if len(known) == 1 else None
    found: dict[Widget, Side] = {}
    for stack, side in zip(stacks, clear, strict=True):
        found.update(dict.fromkeys(stack, side or usual or _side_by_room(stack, around)))
    return found


def _beside_stacks(
    written: Sequence[Widget], stacks: Mapping[Widget, Side], around: Neighbourhood
) -> dict[Widget, Side]:
    """Fields in the row of a field of a stack have their texts on the same side, where there are any."""
    under = [around.box(widget) for widget, side in stacks.items() if side == "below"]
    return {
        widget: "below"
        for widget in written
        if widget not in stacks
        and any(same_row(around.box(widget), box) for box in under)
        and around.below(widget) is not None
        and around.left(widget) is None
    }


def _goes_on(upper: Widget, lower: Widget, boxes: Mapping[Widget, Box], around: Neighbourhood) -> bool:
    one, other = boxes[upper], boxes[lower]
    if abs(one[0] - other[0]) > 6 or not 4 < one[1] - other[3] < STACK_GAP:
        return False
    below, above = around.below(upper), around.above(lower)
    return below is not None and above is not None and below.block == above.block and around.left(lower) is None


def _side_by_ends(stack: Sequence[Widget], around: Neighbourhood) -> Side | None:
    """The ends of a stack tell: a text is missing above the first field or below the last one."""
    first, last = around.above(stack[0]), around.below(stack[-1])
    if first is not None and first.text.endswith(".") and len(first.text.split()) > SENTENCE:
        first = None
    if (first is None) == (last is None):
        return None
    return "below" if first is None else "above"


def _side_by_room(stack: Sequence[Widget], around: Neighbourhood) -> Side:
    """The texts of a stack stand nearer to the fields that they name."""
    closer = 0.0
    for upper, lower in pairwise(stack):
        below, above = around.below(upper), around.above(lower)
        if below is not None and above is not None:
            closer += below.distance - (above.distance - DESCENT)
    return "below" if closer < 0 else "above"


def _rows(boxes: Sequence[Widget], around: Neighbourhood) -> dict[Widget, Side]:
    """Boxes in a row with text before the first and none after the last one have their texts on the left."""
    found: dict[Widget, Side] = {}
    places = {widget: around.box(widget) for widget in boxes}
    rest = sorted(boxes, key=lambda widget: places[widget][0])
    while rest:
        row = [widget for widget in rest if same_row(places[widget], places[rest[0]])]
        rest = [widget for widget in rest if widget not in row]
        lefts = [around.left(widget, reach=40) for widget in row]
        rights = [around.right(widget) for widget in row]
        if all(lefts) and rights[-1] is None:
            found.update(dict.fromkeys(row, "left"))
    return found
