"""Cure: each module compiles its settings into a function that proposes suggestions for a hit.

A rewriter is a module with ``Settings`` and ``compile(settings) -> Callable[[Parsed, Hit], Iterable[Suggestion]]``.
It proposes; whether a suggestion leaves the process is decided by the gate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.detectors import Hit
from app.languages import Parsed
from app.model import Suggestion

Rewriter = Callable[[Parsed, Hit], Iterable[Suggestion]]
