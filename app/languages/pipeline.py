"""A spaCy pipeline and the grammar of its language, joined to the ``Language`` that the rest of the house knows."""

from __future__ import annotations

import importlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.tokens import Doc

from app.errors import SettingsError
from app.languages import Change, Clause, Form, Parsed, Passive, Swap, checksums
from app.languages.left_out import notice_of
from app.languages.recognise import declared_foreign, foreign_blocks, is_mixed, other_language
from app.model import Block, Document

if TYPE_CHECKING:
    from types import ModuleType

    from spacy.language import Language as Nlp
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

LONGEST = 20_000
"""Characters that are parsed in one piece; memory grows faster than length beyond."""

_WORD = 200
"""Characters beyond which a run without a space is no word."""

_ENDLESS = re.compile(rf"(\S{{{_WORD + 1},}})")

_UNUSED = ("ner", "entity_linker", "textcat", "senter")


def load_nlp(name: str) -> Nlp:
    """The pipeline with this path or package name, without what we do not need.

    Raises ``SettingsError``, also when a folder is not as its ``SHA256SUMS`` says.
    """
    try:
        if Path(name).is_dir():
            checksums.verify(Path(name))
            return spacy.load(Path(name), exclude=list(_UNUSED))
        module = importlib.import_module(name.replace("-", "_"))
        return module.load(exclude=list(_UNUSED))  # type: ignore[no-any-return]
    except (ImportError, OSError, ValueError) as error:
        raise SettingsError(problem=f"Das Sprachmodell „{name}“ lässt sich nicht laden.") from error


class Pipeline:
    """Implements ``app.languages.Language``. Not for several threads at once."""

    def __init__(self, code: str, nlp: Nlp, grammar: ModuleType, inflection: ModuleType, swapping: ModuleType) -> None:
        self.code = code
        self.grammar = grammar
        self._nlp = nlp
        self.version = f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"
        self._seen: dict[str, Doc] | None = None
        grammar.prepare(nlp)
        self._settle: Callable[[Doc], None] | None = getattr(grammar, "settle", None)
        self.syllables: Callable[[str], int] = grammar.syllables
        self.is_word: Callable[[str], bool] = grammar.is_word
        self.paradigm: Callable[[str, str, str | None], tuple[Form, ...]] = inflection.paradigm
        self.word_class: Callable[[Token], str] = inflection.word_class
        self.swap: Callable[[Swap], list[Change]] = swapping.swap

    @contextmanager
    def session(self) -> Iterator[None]:
        """Everything parsed inside is forgotten when it ends: words of forms never stay in the vocabulary."""
        with self._nlp.memory_zone():
            self._seen = {}
            try:
                yield
            finally:
                self._seen = None

    def parse(self, document: Document) -> Parsed:
        """A parse for each block that is worth judging; equal texts are parsed once.

        What is in another language is left out: blocks, and sentences within a block that is in both. A notice in the
        document says so.
        """
        worth = list(worth_judging(document))
        foreign = foreign_blocks(worth, self.code) | declared_foreign(worth, self.code)
        blocks = [block for block in worth if block.id not in foreign]
        texts = list(dict.fromkeys(block.text for block in blocks))
        parses = dict(zip(texts, self.parse_texts(texts), strict=True))
        left_out = Counter(foreign.values())
        for text in texts:
            if is_mixed(text, self.code):
                left_out += self._narrowed(parses[text])
        notice = notice_of(left_out, self.code)
        if notice is not None:
            document = document.model_copy(update={"notices": (*document.notices, notice)})
        return Parsed(document, self, tuple((block, parses[block.text]) for block in blocks))

    def _narrowed(self, doc: Doc) -> Counter[str]:
        """Takes the sentences in another language out of a parse; how many there were in which language."""
        others = [other_language(sent.text, self.code) for sent in doc.sents]
        own = tuple(sent for sent, other in zip(doc.sents, others, strict=True) if other is None)
        if not own:
            return Counter()
        doc.user_data["formklar:sents"] = own
        return Counter(other for other in others if other is not None)

    def parse_texts(self, texts: Iterable[str]) -> list[Doc]:
        """Each text parsed, in batches; within a session no text is parsed twice."""
        wanted = list(texts)
        seen = {} if self._seen is None else self._seen
        fresh = [text for text in dict.fromkeys(wanted) if text not in seen]
        seen.update(zip(fresh, self._parsed(fresh), strict=True))
        return [seen[text] for text in wanted]

    def _parsed(self, texts: Iterable[str]) -> list[Doc]:
        docs = [tokenized(self._nlp, text[:LONGEST]) for text in texts]
        for doc in docs:
            self.grammar.mark_sentences(doc)
        found = list(self._nlp.pipe(docs, batch_size=128))
        if self._settle is not None:
            for doc in found:
                self._settle(doc)
        return found

    def parse_text(self, text: str) -> Doc:
        """One text parsed."""
        return self.parse_texts([text])[0]

    def passives(self, sent: Words) -> list[Passive]:
        """The passives of a sentence in text order."""
        return self.fact("passives", sent)  # type: ignore[no-any-return]

    def clauses(self, sent: Words) -> list[Clause]:
        """The clauses of a sentence in text order."""
        return self.fact("clauses", sent)  # type: ignore[no-any-return]

    def is_sentence(self, sent: Words) -> bool:
        """Whether this is a sentence with a finite verb or an imperative."""
        return self.fact("is_sentence", sent)  # type: ignore[no-any-return]

    def fact(self, name: str, sent: Words) -> Any:
        """The grammar fact ``name`` of a sentence, worked out once."""
        key = f"formklar:{name}:{sent.start}"
        facts = sent.doc.user_data
        if key not in facts:
            facts[key] = getattr(self.grammar, name)(sent)
        return facts[key]


def tokenized(nlp: Nlp, text: str) -> Doc:
    """The words of a text; of a run without any space that is too long for a word, pieces.

    The tokenizer tries a word's ends again and again, which takes minutes for a hundred thousand brackets.
    """
    if _ENDLESS.search(text) is None:
        return nlp.make_doc(text)
    words: list[str] = []
    spaces: list[bool] = []
    for part in _ENDLESS.split(text):
        if _ENDLESS.fullmatch(part):
            pieces = [part[start : start + _WORD] for start in range(0, len(part), _WORD)]
            words += pieces
            spaces += [False] * len(pieces)
        elif part:
            doc = nlp.make_doc(part)
            words += [token.text for token in doc]
            spaces += [bool(token.whitespace_) for token in doc]
    return Doc(nlp.vocab, words=words, spaces=spaces)


def worth_judging(document: Document) -> Iterator[Block]:
    """The blocks that a rule may look at: printed text, and what only a screen reader says, once."""
    printed = squashed(" ".join(block.text for block in document.blocks if block.field is None))
    heard: set[str] = set()
    for block in document.blocks:
        if block.role == "furniture" or not any(character.isalpha() for character in block.text):
            continue
        if block.field is not None:
            words = squashed(block.text)
            if words in heard or words in printed:
                continue
            heard.add(words)
        yield block


def squashed(text: str) -> str:
    """What makes two texts the same: their letters and digits."""
    return re.sub(r"[\W_]+", " ", text).strip().casefold()
