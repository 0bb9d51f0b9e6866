"""What comes out: scores, level, findings, the rewrite and the form, in one report."""

from __future__ import annotations

import pydantic

from app.model.base import Noun, Profile
from app.model.document import Document
from app.model.finding import Finding, SentenceRewrite
from app.model.form import FormReport, SelfCheck


class Score(Noun):
    """One number with its meaning, or none with the reason."""

    name: str
    value: float | None
    scale: str
    band: str | None = None
    reliable: bool = False
    reason: str | None = None
    counts: dict[str, int] = pydantic.Field(default_factory=dict)


class Burden(Noun):
    """What makes a text harder than one at the target, in points of the index."""

    trait: str
    label: str
    points: float


class BlockLevel(Noun):
    """How hard one block is; a single sentence says little."""

    id: str
    index: float | None
    cefr: str | None


class Level(Noun):
    """How hard the text is: ``index`` from 0 (very hard) to 100 (very easy), and the band of the CEFR."""

    index: float | None = None
    cefr: str | None = None
    reliable: bool = False
    reason: str | None = None
    target: str = "B1"
    burdens: tuple[Burden, ...] = ()
    """The heaviest first."""
    blocks: tuple[BlockLevel, ...] = ()


class RewrittenLevel(Noun):
    """How hard the text is after all safe edits."""

    index: float
    cefr: str


class RewrittenBlock(Noun):
    """The text of a block with all safe edits applied."""

    id: str
    text: str


class Rewrite(Noun):
    """The whole text with all ``safe`` edits applied; only blocks that changed are listed."""

    applied: int = 0
    blocks: tuple[RewrittenBlock, ...] = ()
    sentences: tuple[SentenceRewrite, ...] = ()
    level: RewrittenLevel | None = None
    scores: tuple[Score, ...] = ()


class Versions(Noun):
    """What made this report: same versions and input, same report."""

    app: str
    rules: str
    model: str


class Report(Noun):
    """The answer."""

    document: Document
    profile: Profile = "plain"
    level: Level
    scores: tuple[Score, ...]
    findings: tuple[Finding, ...]
    rewrite: Rewrite
    form: FormReport
    self_check: SelfCheck | None = None
    """For a form: on one page what its department should talk about."""
    versions: Versions
