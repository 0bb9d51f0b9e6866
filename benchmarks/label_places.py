"""How often the label that is read from the page alone names what the tooltip names, beside a nearest-text baseline.

Tooltips are hidden from the reader, then used as the answer. Only informative tooltips count: words and not an id or a
number, not just ``Datum`` or ``ja``, and not the same text on most fields of the form. Of a tooltip like ``20 - Option
1 von 3 - Frage - Antwort`` the answer counts.

A label is *right* when it shares at least half of its own words or at least half of the tooltip's words. Words are
compared without case, hyphens separate words, ``ß`` is ``ss``; numbers never count, and articles, prepositions and
polite words (``bitte``, ``please``) count only where a text has no other words. The field's name is no label here.
*With question* also counts a box whose label and question (``Field.group``) together share half of the tooltip.

The baseline gives each field the printed line whose box is nearest, whatever the kind of field.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.model import Box, Field
from app.reading import labels
from app.reading.blocks import Printed
from app.reading.fields import Form, RawField
from app.reading.glyphs import to_page
from app.reading.roles import words
from app.reading.tooltips import is_informative, take_apart

STOP = frozenset(
    "der die das den dem des ein eine einen einem einer eines und oder im in ins von vom zu zum zur mit für auf an am "
    "bei beim nach aus über unter durch um bis seit wegen als sie ihr ihre ihren ihrer ihrem ich mein meine bitte hier "
    "geben "
    "the a an of to and or in on for with by from at is are be your you my our their his her this that please enter if"
    "".split()
)
MOST = 0.5
"""A tooltip on more than this share of the fields of a form with several fields says nothing about one of them."""

Counts = Counter[tuple[str, str]]
"""Counts by kind (``text``, ``button``) and outcome: ``all``, ``found``, ``right``, ``with question``, ``baseline``."""


def content(text: str) -> frozenset[str]:
    """The words of a text that count."""
    found = {
        part
        for word in words(text)
        for part in word.casefold().replace("’", "'").split("-")
        if len(part) > 1 or not word.isascii()
    }
    return frozenset(found - STOP or found)


def overlaps(label: str, tip: str) -> bool:
    """Do two texts share at least half of the words of one of them?"""
    got, wanted = content(label), content(tip)
    return bool(got) and bool(wanted) and 2 * len(got & wanted) >= min(len(got), len(wanted))


def informative(fields: Sequence[RawField]) -> dict[str, str]:
    """For each text field, box and radio button with an informative tooltip: what it says."""
    repeats = Counter(item.tooltip for item in fields)
    return {
        item.name: tip
        for item in fields
        if item.kind in {"text", "check", "radio"} and item.widgets
        if (tip := take_apart(item.tooltip).text) and is_informative(tip)
        if repeats[item.tooltip] <= max(MOST * len(fields), 1)
    }


def hidden(form: Form) -> tuple[RawField, ...]:
    """The fields without any tooltip, for the reader."""
    return tuple(
        replace(item, tooltip="", widgets=tuple(replace(widget, tooltip="") for widget in item.widgets))
        for item in form.fields
    )


def compare(form: Form, printed: Sequence[Printed]) -> Counts:
    """The counts of one form."""
    wanted = informative(form.fields)
    counts: Counts = Counter()
    if not wanted:
        return counts
    found, _ = labels.label_fields(hidden(form), printed)
    by_name = {item.name: item for item in found}
    lines = _lines(printed)
    for name, tip in wanted.items():
        item = by_name[name]
        kind = "text" if item.kind == "text" else "button"
        seen = item.label_source not in {"none", "name"}
        right = seen and overlaps(item.label, tip)
        counts[kind, "all"] += 1
        counts[kind, "found"] += seen
        counts[kind, "right"] += right
        counts[kind, "with question"] += right or (seen and overlaps(f"{item.label} {item.group or ''}", tip))
        counts[kind, "baseline"] += overlaps(_nearest(item, lines.get(item.page or 0, [])), tip)
    return counts


def _lines(printed: Sequence[Printed]) -> dict[int, list[tuple[Box, str]]]:
    """All printed lines of each page with their boxes."""
    found: dict[int, list[tuple[Box, str]]] = {}
    for item in printed:
        for piece in item.paragraph.pieces:
            found.setdefault(item.sheet.page, []).append((to_page(piece.box, item.sheet.turn), piece.text))
    return found


def _nearest(item: Field, lines: Sequence[tuple[Box, str]]) -> str:
    """The line nearest to a field."""
    box = item.box
    if box is None or not lines:
        return ""

    def distance(line: tuple[Box, str]) -> float:
        other = line[0]
        across = max(box[0] - other[2], other[0] - box[2], 0.0)
        along = max(box[1] - other[3], other[1] - box[3], 0.0)
        return across * across + along * along

    return min(lines, key=distance)[1]


def line(counts: Counts) -> str:
    """The counts as one line."""
    parts = []
    for kind, title in (("text", "Textfelder"), ("button", "Kästchen")):
        total = counts[kind, "all"]
        shares = [
            f"{german} {counts[kind, key] / max(total, 1):.0%}"
            for key, german in (
                ("found", "gefunden"),
                ("right", "richtig"),
                ("with question", "mit Frage"),
                ("baseline", "nächster Text"),
            )
            if kind == "button" or key != "with question"
        ]
        parts.append(f"{title} {total}: {', '.join(shares)}")
    return "; ".join(parts)


def mean_line(forms: Sequence[Counts]) -> str:
    """The mean of the shares of forms with at least five such fields: there a form with many fields counts once."""
    parts = []
    for kind, title in (("text", "Textfelder"), ("button", "Kästchen")):
        some = [counts for counts in forms if counts[kind, "all"] >= 5]
        shares = {
            key: sum(counts[kind, key] / counts[kind, "all"] for counts in some) / max(len(some), 1)
            for key in ("right", "with question", "baseline")
        }
        parts.append(
            f"{title} in {len(some)} Formularen: richtig {shares['right']:.0%}, "
            f"mit Frage {shares['with question']:.0%}, nächster Text {shares['baseline']:.0%}"
        )
    return "; ".join(parts)
