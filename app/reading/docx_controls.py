"""The fields that Word knows: content controls, legacy form fields and macro buttons that stand for a field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.reading.docx_flow import Control
from app.reading.docx_package import Element

_TYPED = frozenset({"text", "date", "dropDownList", "comboBox", "checkbox"})
_CONTAINERS = frozenset(
    "docPartObj docPartList group repeatingSection repeatingSectionItem bibliography citation equation picture".split()
)
_LOCKED = frozenset({"contentLocked", "sdtContentLocked"})
_GENERIC = re.compile(
    r"(?:bitte )?(?:klicken|tippen|wählen|hier klicken|geben sie hier|text eingeben|datum (?:ein|aus)).{0,70}|"
    r"(?:click|tap|choose|select|enter|pick)\b.{0,70}",
    re.IGNORECASE | re.DOTALL,
)
"""What Word itself writes into an empty field, and what says no more than that."""
_SAYS_WHAT = re.compile(r"\b(?:Ihre?[nmrs]?|your|zum Beispiel|z\. ?B\.|e\.g\.)\b|\d", re.IGNORECASE)
_LEGACY = frozenset({"FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"})


def of_content_control(properties: Element | None, content: Element | None) -> Control | None:
    """The field that a ``w:sdt`` is, or none when it only holds a part of the text."""
    if properties is None or content is None:
        return None
    kinds = {child.name for child in properties.children}
    empty = properties.is_on("showingPlcHdr") is True
    words = text_in(content)
    if kinds & _CONTAINERS:
        return None
    if not kinds & _TYPED and (not (empty or not words.strip("_ .…")) or content.has("sdt", "tbl", "ffData")):
        return None
    if words and not empty and "checkbox" not in kinds and _is_text(properties):
        return None
    kind = "check" if "checkbox" in kinds else "combo" if kinds & {"dropDownList", "comboBox"} else "text"
    return Control(
        kind=kind,  # type: ignore[arg-type]  # one of the three
        name=properties.value("tag").strip() or properties.value("alias").strip(),
        tooltip=" ".join(properties.value("alias").split()),
        placeholder=_hint(words) if empty and kind != "check" else "",
        options=tuple(_options(properties)),
        read_only=properties.value("lock") in _LOCKED,
        answer="date" if "date" in kinds else "free-text" if _has_lines(properties) else None,
    )


def _has_lines(properties: Element) -> bool:
    """Whether the answer may have several lines."""
    text = properties.child("text")
    return text is not None and text.attributes.get("multiLine") in {"1", "true", "on"}


def _is_text(properties: Element) -> bool:
    """Whether what stands in a field is text of the form: locked, or a property of the document shown there."""
    return properties.value("lock") in _LOCKED or properties.child("dataBinding") is not None


def _options(properties: Element) -> Iterator[str]:
    for list_ in ("dropDownList", "comboBox"):
        found = properties.child(list_)
        for item in found.all("listItem") if found is not None else ():
            value = item.attributes.get("value", "")
            text = " ".join((item.attributes.get("displayText") or value).split())
            if value and text and not _GENERIC.fullmatch(text):
                yield text


def _hint(words: str) -> str:
    """A placeholder when it says something about this field."""
    tidy = " ".join(words.split())
    if not re.search(r"[^\W_]", tidy) or (_GENERIC.fullmatch(tidy) and not _SAYS_WHAT.search(tidy)):
        return ""
    return tidy


def is_legacy(code: str) -> bool:
    """Whether a field code makes a place to fill in."""
    word = code.split(None, 1)[0].upper() if code.split() else ""
    return word in _LEGACY or word == "MACROBUTTON"


def of_field_code(code: str, data: Element | None) -> Control:
    """The field that a field code such as ``FORMTEXT`` makes, with its ``w:ffData``."""
    word = code.split(None, 1)[0].upper()
    if word == "MACROBUTTON":
        shown = code.split(None, 2)[2:]
        return Control("text", placeholder=_hint(shown[0].strip(" []<>{}") if shown else ""))
    data = data or Element("ffData")
    help_text, status = data.value("helpText").strip(), data.value("statusText").strip()
    length = data.value("textInput", "maxLength")
    list_ = data.child("ddList")
    default = data.value("textInput", "default")
    return Control(
        kind={"FORMTEXT": "text", "FORMCHECKBOX": "check", "FORMDROPDOWN": "combo"}[word],  # type: ignore[arg-type]
        name=data.value("name").strip(),
        tooltip=" ".join((status or help_text).split()),
        placeholder=_hint(help_text if status and help_text != status else default),
        options=tuple(one.attributes.get("val", "") for one in list_.all("listEntry")) if list_ is not None else (),
        max_length=int(length) if length.isdecimal() and int(length[:9]) > 0 and len(length) < 10 else None,
        read_only=data.is_on("enabled") is False,
        answer="date" if data.value("textInput", "type") == "date" else None,
    )


def text_in(element: Element) -> str:
    """All text in an element, not what is deleted."""
    parts: list[str] = []
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if one.name in {"del", "moveFrom", "sdtPr", "Fallback"}:
            continue
        if one.name == "t":
            parts.append(one.text)
        elif one.name in {"tab", "br", "p"}:
            parts.append(" ")
        waiting += reversed(one.children)
    return "".join(parts).strip()
