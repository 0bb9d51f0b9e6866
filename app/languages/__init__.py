"""What is known about a language: parsing, grammar facts, word forms. The only home of spaCy."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from app.errors import UnknownLanguage
from app.lexicon import Entry, Plain
from app.model import Block, Document
from app.settings import Settings

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

__all__ = [
    "CODES",
    "Change",
    "Clause",
    "Form",
    "Language",
    "Parsed",
    "Passive",
    "Swap",
    "load",
    "lowers",
    "sentence_text",
    "sentences",
    "tags",
    "tokens_among",
    "word_set",
]

_PART = re.compile(r"\w+")

CODES = ("de", "en")
"""The languages we have, the first one preferred."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a word and the cell of its paradigm that it fills (``dat.pl``, ``present.3``, ``part``).

    ``particle`` stands apart from the verb in a main clause (*reicht … ein*). ``spare`` forms are understood
    but never written.
    """

    text: str
    cell: str
    particle: str | None = None
    spare: bool = False


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
    others: tuple[Token, ...] = ()
    """Further main verbs that share the auxiliary: *wird geprüft und bewilligt*."""
    fixed: tuple[Token, ...] = ()
    """Words without which the main verb is another one: *bekannt gegeben*, *zur Verfügung gestellt*."""

    @property
    def words(self) -> tuple[Token, ...]:
        """The verbs of the group and their fixed words in text order."""
        verbs = {self.finite, self.auxiliary, self.participle, *self.others, *self.fixed}
        return tuple(sorted(verbs, key=lambda token: token.i))


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its finite verb (or infinitive), the word that opens it, how deep it is nested (main clause 0)."""

    head: Token
    opener: Token | None
    depth: int


Change = tuple[int, int, str]
"""Replace the characters from start to end of a block by this text."""


@dataclass(frozen=True, slots=True)
class Swap:
    """A wish to exchange a word for a plain one: the word in the text, its form, and what belongs to it.

    ``head`` is the word itself (the verb of a light verb), ``particle`` its separate prefix, ``fixed`` the
    fixed words of a light verb.
    """

    entry: Entry
    plain: Plain
    head: Token
    forms: tuple[Form, ...]
    particle: Token | None = None
    fixed: tuple[Token, ...] = ()


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

    def parse_texts(self, texts: Iterable[str]) -> list[Doc]:
        """Several texts parsed in one go."""

    def passives(self, sent: Words) -> list[Passive]:
        """The passives of a sentence in text order."""

    def clauses(self, sent: Words) -> list[Clause]:
        """The clauses of a sentence in text order, main clauses included."""

    def is_sentence(self, sent: Words) -> bool:
        """Whether this is a sentence with a finite verb (or an imperative), not a fragment, label or heading."""

    def fact(self, name: str, sent: Words) -> Any:
        """A grammar fact that only some languages know, by the name of the function in the grammar module."""

    def paradigm(self, word: str, pos: str, forms: str | None) -> tuple[Form, ...]:
        """The forms of a word; ``forms`` as in ``app.lexicon``."""

    def swap(self, request: Swap) -> list[Change]:
        """The changes in the block that exchange the word; empty when the result is not certain."""

    def word_class(self, token: Token) -> str:
        """noun, verb, adjective, adverb, preposition, conjunction or other."""

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
    notes: dict[str, bool] = field(default_factory=dict, compare=False)
    """What is known of the whole document, made once."""

    def only(self, roles: frozenset[str]) -> Parsed:
        """The same, reduced to blocks in these roles."""
        kept = tuple((block, doc) for block, doc in self.docs if block.role in roles)
        return Parsed(self.document, self.language, kept, self.notes)

    def sentence_at(self, block: Block, start: int, end: int) -> Words | None:
        """The sentence of a block that holds these characters; none where they lie in several or in none."""
        doc = next((doc for other, doc in self.docs if other.id == block.id), None)
        holding = (sent for sent in sentences(doc) if sent.start_char <= start and end <= sent.end_char) if doc else ()
        return next(iter(holding), None)

    def sents(self) -> Iterator[tuple[Block, Words]]:
        """All sentences with their block, in reading order."""
        for block, doc in self.docs:
            for sent in sentences(doc):
                yield block, sent


def sentences(doc: Doc) -> tuple[Words, ...]:
    """The sentences of a parse, made once."""
    found: tuple[Words, ...] | None = doc.user_data.get("formklar:sents")
    if found is None:
        found = doc.user_data["formklar:sents"] = tuple(doc.sents)
    return found


def sentence_text(sent: Words) -> str:
    """The text of a sentence, made once: many rules read it."""
    key = f"formklar:text:{sent.start}:{sent.end}"
    facts = sent.doc.user_data
    found: str | None = facts.get(key)
    if found is None:
        found = facts[key] = sent.text
    return found


def lowers(doc: Doc) -> list[str]:
    """The words of a parse in lower case, made once: looking here first is cheaper than asking each token."""
    found: list[str] | None = doc.user_data.get("formklar:lowers")
    if found is None:
        found = doc.user_data["formklar:lowers"] = [token.lower_ for token in doc]
    return found


def tags(doc: Doc) -> list[str]:
    """The tags of a parse, made once."""
    found: list[str] | None = doc.user_data.get("formklar:tags")
    if found is None:
        names = doc.vocab.strings
        found = doc.user_data["formklar:tags"] = [names[tag] for tag in doc.to_array("TAG").tolist()]
    return found


def word_set(doc: Doc) -> frozenset[str]:
    """The words of a parse in lower case and what they are made of (*s.o.* has *s* and *o*), made once.

    Most texts have none of the words that a rule looks for: asking this set first spares the search.
    """
    found: frozenset[str] | None = doc.user_data.get("formklar:words")
    if found is None:
        found = doc.user_data["formklar:words"] = frozenset((*lowers(doc), *_PART.findall(doc.text.lower())))
    return found


def tokens_among(sent: Words, words: frozenset[str]) -> list[Token]:
    """The tokens of a sentence that are one of these words (in lower case), in text order."""
    doc = sent.doc
    return [doc[place] for place, word in enumerate(lowers(doc)[sent.start : sent.end], sent.start) if word in words]


def load(code: str, settings: Settings) -> Language:
    """The language with this code, ready to parse. Raises ``UnknownLanguage`` or ``SettingsError``."""
    if code not in CODES:
        raise UnknownLanguage
    from app.languages import pipeline

    grammar = importlib.import_module(f"app.languages.{code}")
    inflection = importlib.import_module(f"app.languages.inflection_{code}")
    nlp = pipeline.load_nlp(settings.model_de if code == "de" else settings.model_en)
    swapping = importlib.import_module(f"app.languages.swap_{code}")
    return pipeline.Pipeline(code, nlp, grammar, inflection, swapping)
