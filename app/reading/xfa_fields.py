"""One field of an XFA template: kind, caption, tooltip, what is read aloud, options, whether it must be filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.model import Kind
from app.reading.xfa_values import TextLine, lines_of, words_of
from app.reading.xfa_xml import Element

MAX_OPTIONS = 500
_KINDS: dict[str, Kind] = {
    "textEdit": "text",
    "numericEdit": "text",
    "dateTimeEdit": "text",
    "passwordEdit": "text",
    "defaultUi": "text",
    "checkButton": "check",
    "signature": "signature",
    "imageEdit": "push",
}
_NOT_ASKED = frozenset({"button", "barcode", "exObject"})
_PLACEHOLDER = re.compile(
    r"(?:text|numeric|decimal|date|date/time|image|password|signature|paper forms barcode) field|check ?box|"
    r"radio button|drop-?down list|list ?box|"
    r"(?:text|numerisches |zahlen|datums-?/?(?:uhrzeit)?|datum-?/?uhrzeit|bild|kennwort|unterschrifts?)-?feld|"
    r"kontrollkästchen|optionsfeld|dropdown-?liste|listenfeld",
    re.IGNORECASE,
)
"""What the design program puts as the caption of a new field; nobody wrote it."""

Resolve = Callable[[Element], Element]
"""Gives an element with what it takes over from its prototype."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What a field of the template says. A group of boxes that exclude each other is one ``radio`` field."""

    name: str
    """Path through the template: ``form1[0].#subform[0].Name[0]``, as in the field names of the PDF."""
    kind: Kind
    caption: tuple[TextLine, ...] = ()
    tooltip: str = ""
    speak: str = ""
    """Read aloud by a screen reader."""
    aloud: bool = True
    """False when the form forbids reading it aloud."""
    required: bool = False
    read_only: bool = False
    options: tuple[str, ...] = ()
    max_length: int | None = None
    picture: str = ""
    """Pattern of the answer, such as ``date{DD.MM.YYYY}``."""
    value: tuple[TextLine, ...] = ()
    """What stands in the field from the start."""

    @property
    def label(self) -> str:
        """The caption on one line."""
        return " ".join(line.text for line in self.caption)


def is_hidden(element: Element) -> bool:
    """Whether the element is not shown when the form is opened."""
    return element.get("presence") in {"hidden", "invisible", "inactive"}


def ask_of(element: Element, name: str, resolve: Resolve, *, read_only: bool) -> Ask | None:
    """The field ``element``; none when a citizen has nothing to fill in there (buttons, barcodes)."""
    control = _control(element, resolve)
    kind = _kind(control)
    if kind is None:
        return None
    value = element.child("value")
    options = _items(element, resolve) if kind in {"combo", "list"} else ()
    tooltip, speak, aloud = _assist(element, resolve)
    return Ask(
        name=name,
        kind=kind,
        caption=_caption(element, resolve),
        tooltip=tooltip,
        speak=speak,
        aloud=aloud,
        required=_required(element),
        read_only=read_only,
        options=options,
        max_length=_max_length(element, control, resolve) if kind == "text" else None,
        picture=next(filter(None, (_picture(element, *path) for path in _PICTURES)), ""),
        value=tuple(lines_of(value, _font(element, resolve))) if value is not None and kind == "text" else (),
    )


def group_of(element: Element, name: str, resolve: Resolve, *, read_only: bool) -> Ask | None:
    """A group of boxes of which one can be chosen; none when it has no box."""
    members = [ask for part in _members(element, resolve) if (ask := ask_of(part, "", resolve, read_only=False))]
    if not members:
        return None
    tooltip, speak, aloud = _assist(element, resolve)
    options = (_option(ask) for ask in members)
    return Ask(
        name=name,
        kind="radio",
        caption=_caption(element, resolve),
        tooltip=tooltip,
        speak=speak,
        aloud=aloud,
        required=_required(element) or any(ask.required for ask in members),
        read_only=read_only,
        options=tuple(dict.fromkeys(filter(None, options))),
    )


def _members(element: Element, resolve: Resolve) -> Iterator[Element]:
    for part in element.children("field"):
        member = resolve(part)
        if not is_hidden(member):
            yield member


def _option(ask: Ask) -> str:
    return (ask.label or ask.tooltip or ask.speak).strip(" :*")


def _control(element: Element, resolve: Resolve) -> Element:
    holder = element.child("ui")
    controls = resolve(holder).children(*_KINDS, *_NOT_ASKED, "choiceList") if holder is not None else iter(())
    found = next(controls, None)
    return resolve(found) if found is not None else Element("defaultUi")


def _kind(control: Element) -> Kind | None:
    if control.name == "choiceList":
        return "list" if control.get("open") in {"always", "multiSelect"} else "combo"
    return _KINDS.get(control.name)


def _caption(element: Element, resolve: Resolve) -> tuple[TextLine, ...]:
    holder = element.child("caption")
    if holder is None:
        return ()
    caption = resolve(holder)
    value = caption.child("value")
    if is_hidden(caption) or value is None:
        return ()
    own = caption.child("font")
    lines = lines_of(value, resolve(own) if own is not None else _font(element, resolve))
    text = " ".join(line.text for line in lines).strip(" :")
    return () if _PLACEHOLDER.fullmatch(text) else tuple(lines)


def _font(element: Element, resolve: Resolve) -> Element:
    own = element.child("font")
    return resolve(own) if own is not None else Element("font")


def _assist(element: Element, resolve: Resolve) -> tuple[str, str, bool]:
    """Tooltip, what is read aloud, and whether it may be read aloud."""
    holder = element.child("assist")
    if holder is None:
        return "", "", True
    assist = resolve(holder)
    speak = assist.child("speak")
    aloud = speak is None or speak.get("disable") != "1"
    return words_of(assist.child("toolTip")), words_of(speak), aloud


def _required(element: Element) -> bool:
    test = element.child("validate")
    return test is not None and test.get("nullTest") == "error"


def _items(element: Element, resolve: Resolve) -> tuple[str, ...]:
    """What is shown of a list of choices; a second list holds what is stored of them."""
    lists = [resolve(items) for items in element.children("items")]
    shown = [items for items in lists if items.get("save") != "1"] or lists
    if not shown:
        return ()
    texts = (" ".join(part.text().split()) for part in shown[0].children())
    return tuple(_first(filter(None, texts), MAX_OPTIONS))


def _first(texts: Iterable[str], count: int) -> Iterator[str]:
    for number, text in enumerate(texts):
        if number >= count:
            return
        yield text


def _max_length(element: Element, control: Element, resolve: Resolve) -> int | None:
    """How many characters may be written in: as the value, the boxes for single letters, or the pattern say."""
    value = element.child("value")
    text = value.child("text") if value is not None else None
    comb = control.child("comb")
    numbers = (
        text.get("maxChars") if text is not None else "",
        resolve(comb).get("numberOfCells") if comb is not None else "",
    )
    given = next((int(number) for number in numbers if number.isdecimal() and 0 < int(number[:9]) < 10**8), None)
    return given or next(filter(None, (_pattern_length(_picture(element, *path)) for path in _BINDING)), None)


def _pattern_length(picture: str) -> int | None:
    """The length of the longest text that fits ``text{99999-9999}|text{99999}``; none for dates and numbers."""
    patterns = [_TEXT_PATTERN.fullmatch(part.strip()) for part in picture.split("|")]
    if not all(patterns):
        return None
    return max(len(match[1].replace("'", "")) for match in patterns if match is not None)


_TEXT_PATTERN = re.compile(r"text(?:\([\w-]*\))?\{([^{}]{1,200})\}")
_BINDING = (("ui", "picture"), ("validate", "picture"))
"""Patterns of what may be written in; the others say only how it is shown or kept."""
_PICTURES = (("format", "picture"), ("ui", "picture"), ("validate", "picture"), ("bind", "picture"))


def _picture(element: Element, *path: str) -> str:
    found = element.child(*path)
    return " ".join(found.text().split())[:200] if found is not None else ""
