"""What a form asks of a person, and what it tells them."""

from __future__ import annotations

from typing import Any, Literal

import pydantic

from app.model.base import Noun
from app.model.finding import Span

Work = Literal["known", "look-up", "ask", "compose", "sign", "office"]
"""What an answer costs: known at once, looked up, asked for, own words, a signature; or the office alone writes."""


class Minutes(Noun):
    """How long something takes: ``mean`` and spread (standard deviation) over people."""

    mean: float
    sd: float


class FieldWork(Noun):
    """What the answer to one field costs."""

    name: str
    work: Work
    conditional: bool = False
    """Asked only of some: after *if …* or in a part that only some fill in."""


class Effort(Noun):
    """What the form asks of a person: how many answers of each kind, and how long that takes."""

    works: dict[Work, int] = pydantic.Field(default_factory=dict)
    """Fields by kind of work, those of the office among them."""
    reading: Minutes
    answering: Minutes
    """Reading excluded; without the parts that only some fill in."""
    conditional: Minutes
    """What comes on top for a person to whom all conditions apply."""
    conditional_fields: int = 0
    fields: tuple[FieldWork, ...] = ()


class Dimension(Noun):
    """One dimension of complexity: its value in its own unit, and its points on the common scale."""

    label: str
    value: float
    points: float


class Check(Noun):
    """One thing that was looked at, and what to do about it. No test of conformity."""

    state: Literal["good", "bad", "unknown", "not-applicable"]
    """``unknown``: this file does not let us see it."""
    message: str
    """What is so, in one sentence."""
    advice: str | None = None
    """What to do, where the state is ``bad`` or somebody must look."""
    pages: tuple[int, ...] = ()
    """Where, if not everywhere."""
    facts: dict[str, Any] = pydantic.Field(default_factory=dict)


class Told(Noun):
    """Whether the form says a thing that every form must say, and where; ``span`` is none when it does not."""

    found: bool
    message: str
    span: Span | None = None
    page: int | None = None
    quote: str | None = None


class FormReport(Noun):
    """The form as a whole: what it asks of a person."""

    fields: int
    pages: int
    kinds: dict[str, int] = pydantic.Field(default_factory=dict)
    labelled: int = 0
    """Fields with a label that is words."""
    required: int = 0
    minutes: Minutes | None = None
    """Reading and answering, without the parts that only some fill in; none without a field."""
    effort: Effort | None = None
    complexity: float | None = None
    dimensions: dict[str, Dimension] = pydantic.Field(default_factory=dict)
    accessibility: dict[str, Check] = pydantic.Field(default_factory=dict)
    accessibility_scope: str | None = None
    """What these checks are not: a test of conformity."""
    answerability: dict[str, Told] = pydantic.Field(default_factory=dict)


class Barrier(Noun):
    """Who is shut out by a form, and by what."""

    id: str
    who: str
    why: str


class Change(Noun):
    """One of the changes that help most: all findings of a rule."""

    rule: str
    title: str
    findings: int
    cured: int
    """For so many of them there is a rewrite to accept."""


class SelfCheck(Noun):
    """A form on one page, for the people who are responsible for it."""

    shut_out: tuple[Barrier, ...] = ()
    changes: tuple[Change, ...] = ()
    questions: tuple[str, ...] = ()
    """What no program can answer."""
