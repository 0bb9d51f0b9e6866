"""The form fields of a PDF as pypdf finds them: kinds, options, flags, tooltips and places; labels come later."""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.errors import TooLarge
from app.model import Box, FileFacts, Kind, Notice
from app.reading.limits import Limits
from app.reading.outspoken import facts_of
from app.reading.xfa_packets import Packets, unpack

if TYPE_CHECKING:
    from pypdf import PdfReader

READ_ONLY, REQUIRED = 1 << 0, 1 << 1
RADIO, PUSH = 1 << 15, 1 << 16
COMBO = 1 << 17
HIDDEN = 1 << 1 | 1 << 5
"""Annotation flags: hidden, no view."""

MAX_DEPTH = 20
MAX_OPTIONS = 500
_INHERITED = ("/FT", "/Ff", "/MaxLen", "/Opt", "/TU")


@dataclass(frozen=True, slots=True)
class Widget:
    """One place on a page where a field shows. ``state`` is what a box or radio button says when it is chosen."""

    page: int
    box: Box
    state: str = ""
    tooltip: str = ""


@dataclass(frozen=True, slots=True)
class RawField:
    """A terminal field as the file describes it."""

    name: str
    kind: Kind
    tooltip: str = ""
    required: bool = False
    read_only: bool = False
    max_length: int | None = None
    options: tuple[str, ...] = ()
    widgets: tuple[Widget, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """Everything that pypdf reads: the fields and what the file says about itself."""

    fields: tuple[RawField, ...] = ()
    title: str | None = None
    xfa: Packets | None = None
    """The packets of an XFA form; none when the file is not one."""
    locked: bool = False
    """Only a password opens it."""
    notices: tuple[Notice, ...] = field(default_factory=tuple)
    facts: FileFacts = field(default_factory=FileFacts)


def configuration() -> Any:
    """pypdf's budgets, far below its defaults: forms need little, hostile files ask for much."""
    from pypdf import Configuration

    return replace(
        Configuration(),
        zlib_maximum_output_length=8_000_000,
        lzw_maximum_output_length=8_000_000,
        run_length_maximum_output_length=8_000_000,
        brotli_maximum_output_length=8_000_000,
        zlib_maximum_recovery_input_length=100_000,
        maximum_declared_stream_length=20_000_000,
        array_based_stream_maximum_output_length=8_000_000,
        stream_filters_maximum_length=3,
        stream_decoding_work_maximum_length=16_000_000,
        xfa_decoding_work_maximum_length=16_000_000,
        stream_parsing_work_maximum_count=200_000,
        array_maximum_element_count=20_000,
        dictionary_maximum_element_count=20_000,
        page_tree_maximum_entries=1_000,
        page_tree_maximum_depth=MAX_DEPTH,
        page_tree_maximum_page_entries=20_000,
        form_fields_maximum_entries=5_000,
        form_fields_maximum_depth=MAX_DEPTH,
        xform_maximum_invocations_per_extraction=300,
        outline_maximum_entries=1_000,
        named_destinations_maximum_entries=1_000,
        jbig2dec_binary=None,
    )


@contextlib.contextmanager
def opened(data: bytes) -> Iterator[PdfReader]:
    """A pypdf reader with tight budgets and a silent log, as that holds content. Raises whatever pypdf raises."""
    from pypdf import PdfReader, apply_configuration

    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with apply_configuration(configuration()):
            yield PdfReader(io.BytesIO(data), strict=False, root_object_recovery_limit=2_000)
    finally:
        logger.setLevel(before)


def read_form(data: bytes, limits: Limits) -> Form:
    """Fields and facts of a PDF. Raises ``TooLarge`` over the limits and whatever pypdf raises on a broken file."""
    with opened(data) as reader:
        if reader.is_encrypted and not reader.decrypt(""):
            return Form(locked=True)
        count = reader.get_num_pages()
        if count > limits.max_pages:
            raise TooLarge(limit="max_pages", maximum=limits.max_pages)
        notices: list[Notice] = []
        root = reader.trailer["/Root"].get_object()
        acroform = _dictionary(root, "/AcroForm")
        fields: tuple[RawField, ...] = ()
        if acroform:
            walker = _Walker(limits.max_fields, _places(reader, count))
            try:
                walker.walk(acroform.get("/Fields"))
            except TooLarge:
                raise
            except Exception:
                walker.broken += 1
            fields = tuple(walker.found)
            if walker.broken:
                notices.append(
                    Notice(
                        code="fields-unreadable",
                        message="Einige Formularfelder sind fehlerhaft gespeichert. Wir konnten sie nicht lesen.",
                    )
                )
        xfa = unpack(acroform.raw_get("/XFA")) if acroform and "/XFA" in acroform else None
        title = _title(reader)
        facts = facts_of(reader, root, count, title)
        return Form(fields=fields, title=title or None, xfa=xfa, notices=tuple(notices), facts=facts)


def _title(reader: PdfReader) -> str | None:
    """The title that the file declares, empty when it declares none; none when that cannot be told."""
    try:
        title = reader.metadata.title if reader.metadata else None
    except Exception:
        return None
    return clean(title)[:300] if title else ""


def clean(value: Any) -> str:
    """A text string of the file on one line, without control characters and lone surrogates."""
    return " ".join(clean_lines(str(value)).split()) if value is not None else ""


def clean_lines(text: str) -> str:
    """A text without control characters (line ends stay) and lone surrogates."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char for char in text if (char >= " " or char in "\n\t") and not "\ud800" <= char <= "\udfff")


def _dictionary(parent: Any, key: str) -> Any:
    from pypdf.generic import DictionaryObject

    try:
        value = parent.get(key)
        value = value.get_object() if value is not None else None
    except Exception:
        return None
    return value if isinstance(value, DictionaryObject) else None


@dataclass(frozen=True, slots=True)
class _Places:
    """On which page each annotation stands, by object number or by identity."""

    by_number: dict[int, int]
    by_identity: dict[int, int]
    kept: list[Any]
    """Keeps the objects alive, so that identities stay true."""


def _places(reader: PdfReader, count: int) -> _Places:
    places = _Places({}, {}, [])
    for number in range(count):
        try:
            page = reader.pages[number]
            annotations = page.get("/Annots")
            annotations = annotations.get_object() if annotations is not None else []
            for reference in annotations or []:
                idnum = getattr(reference, "idnum", None)
                if idnum is not None:
                    places.by_number.setdefault(idnum, number + 1)
                else:
                    places.by_identity[id(reference)] = number + 1
                    places.kept.append(reference)
        except Exception:  # noqa: S112 - one broken page leaves the others
            continue
    return places


class _Walker:
    """Walks the tree of fields; remembers what was seen, so that circles end."""

    def __init__(self, limit: int, places: _Places) -> None:
        self.found: list[RawField] = []
        self.broken = 0
        self._limit = limit
        self._places = places
        self._seen: set[int] = set()

    def walk(self, fields: Any) -> None:
        """All terminal fields under the entry ``/Fields`` of the form."""
        fields = fields.get_object() if fields is not None else []
        for reference in fields or []:
            self._visit(reference, "", {}, 0)

    def _visit(self, reference: Any, parent: str, inherited: dict[str, Any], depth: int) -> None:
        try:
            number = getattr(reference, "idnum", None)
            node = reference.get_object()
            key = number if number is not None else -id(node)
            if key in self._seen or depth > MAX_DEPTH or not hasattr(node, "get"):
                return
            self._seen.add(key)
            own = {name: _value(node, name) for name in _INHERITED}
            values = {**inherited, **{name: value for name, value in own.items() if value is not None}}
            name = ".".join(filter(None, (parent, clean(_value(node, "/T")))))
            kids = list(_value(node, "/Kids") or [])
            named = [kid for kid in kids if _has_name(kid)]
            for kid in named:
                self._visit(kid, name, values, depth + 1)
            if not named:
                self._add(kids or [reference], name, values)
        except TooLarge:
            raise
        except Exception:
            self.broken += 1

    def _add(self, references: list[Any], name: str, values: dict[str, Any]) -> None:
        """A terminal field; each of ``references`` is one of its widgets."""
        if len(self.found) >= self._limit:
            raise TooLarge(limit="max_fields", maximum=self._limit)
        kind = _kind(values)
        if kind is None:
            return
        widgets = tuple(filter(None, (_widget(item, self._places) for item in references[: self._limit])))
        flags = _integer(values.get("/Ff")) or 0
        options = _options(values.get("/Opt"), kind)
        if kind in {"radio", "check"}:
            widgets, options = _states(widgets, options, kind)
        self.found.append(
            RawField(
                name=name,
                kind=kind,
                tooltip=clean(values.get("/TU")),
                required=bool(flags & REQUIRED),
                read_only=bool(flags & READ_ONLY),
                max_length=_integer(values.get("/MaxLen")) if kind == "text" else None,
                options=options,
                widgets=widgets,
            )
        )


def _value(node: Any, key: str) -> Any:
    value = node.get(key)
    return value.get_object() if value is not None else None


def _has_name(kid: Any) -> bool:
    """Is a kid a field of its own rather than a widget of its parent?"""
    with contextlib.suppress(Exception):
        node = kid.get_object()
        return "/T" in node or ("/Kids" in node and "/Subtype" not in node)
    return False


def _integer(value: Any) -> int | None:
    try:
        return int(value) if value is not None else None
    except (TypeError, ValueError):
        return None


def _kind(values: dict[str, Any]) -> Kind | None:
    flags = _integer(values.get("/Ff")) or 0
    match str(values.get("/FT")):
        case "/Tx":
            return "text"
        case "/Btn":
            return "push" if flags & PUSH else "radio" if flags & RADIO else "check"
        case "/Ch":
            return "combo" if flags & COMBO else "list"
        case "/Sig":
            return "signature"
    return None


def _widget(reference: Any, places: _Places) -> Widget | None:
    """Where a widget stands; none when it is on no page or is hidden."""
    try:
        node = reference.get_object()
        number = getattr(reference, "idnum", None)
        page = places.by_number.get(number) if number is not None else None
        if page is None:
            page = places.by_identity.get(id(reference)) or places.by_identity.get(id(node))
        flags = _integer(_value(node, "/F")) or 0
        rectangle = _value(node, "/Rect")
        if page is None or rectangle is None or flags & HIDDEN:
            return None
        a, b, c, d = (round(float(value.get_object()), 2) for value in rectangle)
        box = (min(a, c), min(b, d), max(a, c), max(b, d))
        if box[2] - box[0] < 1 or box[3] - box[1] < 1 or not all(abs(value) < 1e6 for value in box):
            return None
        return Widget(page=page, box=box, state=_state(node), tooltip=clean(_value(node, "/TU")))
    except Exception:
        return None


def _state(node: Any) -> str:
    """The name of the appearance of a chosen box: ``/Ja`` gives ``Ja``."""
    appearance = _dictionary(_dictionary(node, "/AP") or {}, "/N")
    names = [str(name)[1:] for name in appearance or {} if str(name) != "/Off"]
    return _western(clean(names[0])) if names else ""


def _western(name: str) -> str:
    """pypdf tries a Chinese encoding before Latin-1 on names of appearances: ``Pensionär`` must not become that."""
    if all(char < "\u2e80" for char in name):
        return name
    try:
        return name.encode("gbk").decode("cp1252")
    except UnicodeError:
        return name


def _options(raw: Any, kind: Kind) -> tuple[str, ...]:
    """What ``/Opt`` offers: the shown text of each entry."""
    found = []
    for entry in list(raw or [])[:MAX_OPTIONS]:
        value = entry.get_object()
        if isinstance(value, list) and value:
            value = value[-1].get_object() if kind in {"combo", "list"} else value[0].get_object()
        found.append(clean(value))
    return tuple(found)


def _states(
    widgets: tuple[Widget, ...], options: tuple[str, ...], kind: Kind
) -> tuple[tuple[Widget, ...], tuple[str, ...]]:
    """The states of a group of buttons in the words of ``/Opt`` where the file has them."""
    if options and len(options) >= len(widgets) > 0:
        named = []
        for position, widget in enumerate(widgets):
            index = int(widget.state) if widget.state.isdigit() else position
            named.append(replace(widget, state=options[index] if index < len(options) else options[position]))
        widgets = tuple(named)
    if kind == "check" and len({widget.state for widget in widgets}) < 2:
        return widgets, ()
    return widgets, tuple(dict.fromkeys(widget.state for widget in widgets if widget.state)) or options
