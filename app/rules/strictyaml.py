"""YAML without surprises: duplicate keys, doubtful scalars and unknown keys are errors with file, line, column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from app.errors import RuleFileError

_T = TypeVar("_T")

_DOUBTFUL = re.compile(r"(?i:yes|no|on|y|n)\Z|0[0-7]+\Z|[0-9]+(?::[0-5][0-9])+\Z|~\Z|\Z")
"""Plain scalars that YAML 1.1 reads as something else than a person: they must be quoted (``off`` is our word)."""

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)\Z")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+\Z")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(path: Path, kind: type[_T] | Any) -> _T:
    """The content of ``path`` as ``kind`` (a pydantic model or any type it understands).

    Raises ``RuleFileError`` that names file, line and column of the first thing that is wrong.
    """
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        raise RuleFileError(place=place, problem=f"kein gültiges YAML: {error.problem}") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise RuleFileError(place=str(path), problem=f"nicht lesbar: {type(error).__name__}") from error
    if node is None:
        raise RuleFileError(place=str(path), problem="die Datei ist leer")
    value = _construct(node, path)
    try:
        return TypeAdapter(kind).validate_python(value)  # type: ignore[no-any-return]
    except ValidationError as error:
        raise RuleFileError(place=_place(node, path, error), problem=explain(error)) from error


def explain(error: ValidationError) -> str:
    """The first problem of a validation error in one line."""
    item = _first(error)
    where = ".".join(str(part) for part in item["loc"])
    if item["type"] == "extra_forbidden":
        return f"„{where}“: diesen Schlüssel gibt es hier nicht"
    if item["type"] == "missing":
        return f"„{where}“ fehlt"
    return f"„{where}“: {item['msg']}"


def _first(error: ValidationError) -> Any:
    """The problem to name: an unknown key before a missing one, since it is mostly the same key misspelt."""
    items = error.errors(include_url=False, include_input=False)
    return next((item for item in items if item["type"] == "extra_forbidden"), items[0])


def _construct(node: yaml.Node, path: Path) -> Any:
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = _construct(key_node, path)
            if not isinstance(key, str):
                raise RuleFileError(place=_at(key_node, path), problem="ein Schlüssel muss ein Wort sein")
            if key in result:
                raise RuleFileError(place=_at(key_node, path), problem=f"„{key}“ steht zweimal da")
            result[key] = _construct(value_node, path)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, path) for item in node.value]
    return _scalar(node, path)


def _scalar(node: Any, path: Path) -> Any:
    text: str = node.value
    if node.style:
        return text
    if text in {"true", "false"}:
        return text == "true"
    if text == "null":
        return None
    if _INTEGER.match(text):
        return int(text)
    if _DECIMAL.match(text):
        return float(text)
    if _DOUBTFUL.match(text):
        problem = f"„{text}“ ist mehrdeutig: setzen Sie Anführungszeichen oder schreiben Sie true, false oder null"
        raise RuleFileError(place=_at(node, path), problem=problem)
    return text


def _place(node: yaml.Node, path: Path, error: ValidationError) -> str:
    """The nearest node that the location of the first error leads to."""
    current = node
    for part in _first(error)["loc"]:
        child = next(_children(current, part), None)
        if child is None:
            break
        current = child
    return _at(current, path)


def _children(node: yaml.Node, part: int | str) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        yield from (value for key, value in node.value if key.value == part)
    elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        yield node.value[part]


def _at(node: yaml.Node, path: Path) -> str:
    return f"{path}:{node.start_mark.line + 1}:{node.start_mark.column + 1}"
