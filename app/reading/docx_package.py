"""Opens the ZIP of a Word document and gives its parts as small trees, each within its limits and without entities."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from app.errors import EncryptedPdf, TooComplex, UnreadableFile, UnsupportedFile
from app.reading.plain_xml import parser_for

MAX_ENTRIES = 5_000
"""Entries of the ZIP; a document with many pictures has some hundred."""
MAX_XML = 48_000_000
"""Bytes of all parts that we unpack, together."""
MAX_ELEMENTS = 400_000
"""Elements of all parts that we keep, together."""
MAX_DEPTH = 120
"""So deep may elements lie in each other; a table in a text box in a table needs about 40."""
MAX_HEADERS = 200
"""So many headers and footers, or relations of another kind, are followed."""

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CENTRAL = b"PK\x01\x02"
_CHUNK = 65_536
_DROPPED = frozenset(
    "rFonts color sz szCs spacing ind jc kern position effect bdr fitText eastAsianLayout snapToGrid noProof cs rtl "
    "proofErr bookmarkEnd lastRenderedPageBreak commentEx annotationRef blip spPr grpSpPr effectExtent docGrid "
    "cnfStyle latentStyles pgMar pgSz rsids".split()
)
"""Elements that say nothing to us; they are most of a file."""
_NO_ATTRIBUTES: Mapping[str, str] = {}


@dataclass(slots=True)
class Element:
    """An element: its name and the names of its attributes come without their prefixes."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    text: str = ""
    """The characters directly in it; no element of a document has both text and children."""

    def child(self, *path: str) -> Element | None:
        """The first child of that name, its first child of the next name, and so on; none when one is missing."""
        found: Element | None = self
        for name in path:
            found = next((child for child in found.children if child.name == name), None) if found else None
        return found

    def all(self, name: str) -> Iterator[Element]:
        """The children of that name."""
        return (child for child in self.children if child.name == name)

    def value(self, *path: str) -> str:
        """The attribute ``val`` of the child found by ``path``, or nothing."""
        found = self.child(*path)
        return found.attributes.get("val", "") if found is not None else ""

    def is_on(self, name: str) -> bool | None:
        """Whether the switch of that name is on or off; none when there is no such child."""
        found = self.child(name)
        if found is None:
            return None
        return found.attributes.get("val", "1").lower() not in {"0", "false", "off", "none"}

    def has(self, *names: str) -> bool:
        """Whether an element of one of these names is anywhere in it."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            if one.name in names:
                return True
            waiting += one.children
        return False


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the kind (last word of its type) and the name of the other part."""

    kind: str
    target: str


class Package:
    """The parts of one document. Raises typed errors: ``TooComplex``, ``UnreadableFile``, ``UnsupportedFile``."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise EncryptedPdf if _ENCRYPTED in data else UnsupportedFile
        if data.count(_CENTRAL) > MAX_ENTRIES:  # before the list is built; it says itself how long it is, and may lie
            raise TooComplex(limit="parts", maximum=MAX_ENTRIES)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
            raise (UnreadableFile if b"word/" in data[:_CHUNK] else UnsupportedFile) from None
        self._names = {info.filename.replace("\\", "/").lstrip("/"): info for info in self._zip.infolist()}
        self._bytes = 0
        self._elements = 0

    def main_part(self) -> str:
        """The name of the part with the text; ``UnsupportedFile`` when the ZIP is no Word document."""
        named = (one.target for one in self.relations("") if one.kind == "officeDocument")
        name = next((name for name in (*named, "word/document.xml") if name in self._names), "")
        if not name or self.root_name(name) != "document":
            raise UnsupportedFile
        return name

    def root_name(self, name: str) -> str:
        """The name of the outermost element of a part; empty when it is not XML."""
        found: list[str] = []
        parser = expat.ParserCreate()
        parser.StartElementHandler = lambda tag, _: found.append(tag) if not found else None
        try:
            with self._zip.open(self._names[name]) as part:
                parser.Parse(part.read(_CHUNK), False)
        except RuntimeError:
            raise EncryptedPdf from None  # the way of ZIP itself to protect its entries
        except (expat.ExpatError, zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError):
            if not found:
                raise UnreadableFile from None
        return found[0].rpartition(":")[2] if found else ""

    def relations(self, part: str) -> list[Relation]:
        """What a part, or with an empty name the whole, refers to inside the package."""
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"), optional=True)
        found = []
        for one in root.children[: MAX_HEADERS * 10] if root is not None else ():
            if one.attributes.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, one.attributes.get("Target", ""))).lstrip("/")
            found.append(Relation(one.attributes.get("Type", "").rpartition("/")[2], target))
        return found

    def part(self, name: str, *, optional: bool = False) -> Element | None:
        """The tree of a part. None when it is missing or, if ``optional``, broken; ``UnreadableFile`` otherwise."""
        info = self._names.get(name)
        if info is None:
            return None
        builder = _Builder(MAX_ELEMENTS - self._elements)
        try:
            with self._zip.open(info) as part:
                while chunk := part.read(_CHUNK):
                    self._bytes += len(chunk)
                    if self._bytes > MAX_XML:
                        raise TooComplex(limit="xml_bytes", maximum=MAX_XML)
                    builder.feed(chunk)
            builder.feed(b"", last=True)
        except RuntimeError:
            raise EncryptedPdf from None
        except (expat.ExpatError, zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError):
            if not optional:
                raise UnreadableFile from None
            return None
        self._elements += builder.count
        return builder.root


class _Builder:
    """Builds a tree from what the parser tells; document types are refused, so there are no entities."""

    def __init__(self, most: int) -> None:
        self.root: Element | None = None
        self.count = 0
        self._most = most
        self._open: list[Element] = []
        self._dropped = 0
        self._parser = parser_for(self)

    def feed(self, data: bytes, *, last: bool = False) -> None:
        """The next bytes of the part."""
        self._parser.Parse(data, last)

    def refuse(self, *_: object) -> None:
        raise UnreadableFile  # Word writes no document type; who writes one wants something else

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if self._dropped or local in _DROPPED:
            self._dropped += 1
            return
        self.count += 1
        if self.count > self._most:
            raise TooComplex(limit="xml_elements", maximum=MAX_ELEMENTS)
        if len(self._open) >= MAX_DEPTH:
            raise TooComplex(limit="xml_depth", maximum=MAX_DEPTH)
        kept = {
            key.rpartition(":")[2]: value
            for key, value in attributes.items()
            if "rsid" not in key and not key.startswith("xmlns")
        }
        element = Element(local, kept or _NO_ATTRIBUTES)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def end(self, _name: str) -> None:
        if self._dropped:
            self._dropped -= 1
        else:
            self._open.pop()

    def data(self, text: str) -> None:
        if not self._dropped and self._open and (self._open[-1].name not in {"p", "r", "tc", "body"}):
            self._open[-1].text += text
