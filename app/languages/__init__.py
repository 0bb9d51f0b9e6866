"""What is known about a language: parsing, grammar facts, word forms. The only home of spaCy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.model import Block, Document

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

__all__ = ["Clause", "Language", "Parsed", "Passive"]


@dataclass(frozen=True, slots=True)
class Passive:
    """A passive verb group.

    ``auxiliary`` is the form of *werden* or *be/get* (or of *sein* in the German state passive), ``participle``
    the first main verb, ``finite`` the finite verb of the group (a modal or the auxiliary itself), ``subject``
    the head of the subject or none, ``agent`` the preposition of the agent phrase or none.
    """

    auxiliary: Token
    participle: Token
    finite: Token
    subject: Token | None
    agent: Token | None
    state: bool = False

    @property
    def words(self) -> tuple[Token, ...]:
        """The verbs of the group in text order."""
        return tuple(sorted({self.finite, self.auxiliary, self.participle}, key=lambda token: token.i))


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its finite verb (or infinitive), the word that opens it, how deep it is nested (main clause 0)."""

    head: Token
    opener: Token | None
    depth: int


class Language(Protocol):
    """A language: the same facts for every language, each from its own label scheme."""

    code: str
    version: str
    """Name and version of the model."""

    def session(self) -> AbstractContextManager[None]:
        """Everything parsed inside is forgotten when it ends."""

    def parse(self, document: Document) -> Parsed:
        """The document with a parse for each block that holds words."""

    def parse_text(self, text: str) -> Doc:
        """One text parsed, as when a suggestion is tried."""

    def passives(self, sent: Words) -> list[Passive]:
        """The passives of a sentence in text order."""

    def clauses(self, sent: Words) -> list[Clause]:
        """The clauses of a sentence in text order, main clauses included."""

    def is_sentence(self, sent: Words) -> bool:
        """Whether this is a sentence with a finite verb (or an imperative), not a fragment, label or heading."""

    def syllables(self, word: str) -> int:
        """Number of syllables, at least 1."""

    def is_word(self, form: str) -> bool:
        """Whether this very form is a known word of the language."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document with one parse for each block that holds text worth judging."""

    document: Document
    language: Language
    docs: tuple[tuple[Block, Doc], ...]

    def only(self, roles: frozenset[str]) -> Parsed:
        """The same, reduced to blocks in these roles."""
        kept = tuple((block, doc) for block, doc in self.docs if block.role in roles)
        return Parsed(self.document, self.language, kept)

    def sents(self) -> Iterator[tuple[Block, Words]]:
        """All sentences with their block, in reading order."""
        for block, doc in self.docs:
            for sent in doc.sents:
                yield block, sent
