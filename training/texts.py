"""Makes training texts out of a folder of documents: PDF, HTML, Markdown, plain text, JSON.

    python -m training.texts FOLDER OUT.spacy [--teacher MODEL --teacher-python PYTHON3.7]
        [--unseen UNSEEN.spacy] [--apart FILE.spacy …]

Each document is read as the service reads it, each block becomes a text with our tokens and sentence starts. A block
comes in once, however many documents have it; blocks in another language, page furniture and what is not made of words
are left out. With a teacher the texts carry its trees (``training.prepare`` makes them anew; it needs the words only).
``--unseen`` keeps every fifth document apart, by the checksum of its name; ``--apart`` names files whose sentences
must not come in again (``training.leaks``), so that what is measured on is not trained on.
"""

# ruff: noqa: T201
from __future__ import annotations

import argparse
import json
import re
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from app.errors import FormklarError
from app.languages.pipeline import squashed
from app.languages.recognise import is_foreign, recognise
from app.languages.tokens_de import mark_sentences, prepare
from app.reading import read, read_text
from app.settings import Settings
from training.leaks import clean, keys, known
from training.prepare import Sources, write
from training.trees import by_rule

LONGEST = 300
"""Longer texts are cut between two sentences: training leaves out what is much longer."""

SHORT = 8
"""Tokens of a label, heading or option; only for the count."""

KINDS = frozenset({".txt", ".md", ".html", ".htm", ".pdf", ".json", ".jsonl"})

_WORD = re.compile(r"(?<![\w.@/-])[A-ZÄÖÜa-zäöüß][a-zäöüß]{2,}(?![\w@])")
_NO_WORD = re.compile(r"[_@]\w|\w_|://|\bwww\.|\w[{}=]\w")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_INLINE_TAG = re.compile(r"</?(?:b|i|u|em|strong|sup|sub|span|a|br|p|small)\b[^<>\n]*>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!<>|~-])")
_TABLE = re.compile(r"^\s*\|(.*)\|\s*$", re.MULTILINE)


def plain(markdown: str) -> str:
    """The words of a Markdown text: without links, emphasis and tags inside lines; a row of a table becomes lines."""
    text = _INLINE_TAG.sub("", _LINK.sub(lambda found: "" if found[0][0] == "!" else found[1], markdown))
    text = _EMPHASIS.sub(r"\2", text)
    text = _TABLE.sub(lambda row: "\n" + row[1].replace("|", "\n\n") + "\n", text)
    return _ESCAPE.sub(r"\1", text)


def strings(value: object) -> Iterator[str]:
    """All strings in a JSON value, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


def worded(text: str) -> bool:
    """Whether a text is made of words: not a technical name, an address on the net, a row of numbers or of signs."""
    letters = sum(character.isalpha() for character in text)
    solid = sum(not character.isspace() for character in text)
    return 2 * letters >= solid and bool(_WORD.search(text)) and not _NO_WORD.search(text)


def german(texts: Sequence[str]) -> Iterator[str]:
    """The German ones; in a document that as a whole is in another language only what is clearly German."""
    home = recognise(" ".join(texts)) == "de"
    for text in texts:
        if not is_foreign(text, "de") and (home or (len(text.split()) >= 5 and recognise(text) == "de")):
            yield text


def blocks(path: Path, settings: Settings) -> list[str]:
    """The texts of a document as a reader meets them. Raises ``FormklarError`` when it cannot be read."""
    data = path.read_bytes()
    kind = path.suffix.lower()
    if kind in {".json", ".jsonl"}:
        lines = data.decode("utf-8").splitlines() if kind == ".jsonl" else [data.decode("utf-8")]
        pieces = [piece for line in lines if line.strip() for piece in strings(json.loads(line)) if worded(piece)]
        documents = [read_text(plain(piece), settings=settings) for piece in pieces]
    elif kind in {".md", ".txt"}:
        documents = [read_text(plain(data.decode("utf-8-sig")), settings=settings)]
    else:
        documents = [read(data, name=path.name, settings=settings)]
    return [block.text for document in documents for block in document.blocks if block.role != "furniture"]


def is_unseen(path: Path) -> bool:
    """Whether a document is one of the fifth that is kept for measuring."""
    return zlib.crc32(path.name.encode()) % 5 == 0


def gathered(paths: Iterable[Path], seen: set[str], settings: Settings) -> list[str]:
    """The texts of documents that are not among ``seen``, which grows. What cannot be read is named and skipped."""
    found = []
    for path in paths:
        try:
            texts = [text for text in german(blocks(path, settings)) if worded(text)]
        except (FormklarError, UnicodeDecodeError, json.JSONDecodeError) as error:
            print(f"skipped {path.name}: {type(error).__name__}", file=sys.stderr)
            continue
        for text in texts:
            key = squashed(text)
            if key not in seen:
                seen.add(key)
                found.append(text)
    return found


def parts(doc: Doc) -> Iterator[Doc]:
    """A doc with marked sentences, cut between sentences so that no part has more than ``LONGEST`` tokens."""
    begin = end = 0
    for sent in doc.sents:
        if sent.end - begin > LONGEST and end > begin:
            yield doc[begin:end].as_doc()
            begin = end
        end = sent.end
    yield doc[begin:].as_doc()


def tokens(nlp: Language, texts: Iterable[str]) -> list[Doc]:
    """Texts in our tokens, with sentence starts by our rules; single tokens are left out."""
    docs: list[Doc] = []
    for text in texts:
        doc = nlp.make_doc(text)
        mark_sentences(doc)
        docs.extend(part for part in parts(doc) if len(part) > 1)
    return docs


def save(docs: Sequence[Doc], path: Path, sources: Sources | None) -> None:
    """Writes texts with the teacher's trees, or with their words alone when there is no teacher."""
    if sources is None:
        DocBin(attrs=["SENT_START"], docs=docs).to_disk(path)
        return
    write([by_rule(tree) for tree in sources.trees(docs)], docs[0].vocab, path)


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads a folder, writes one file or two, and counts."""
    parser = argparse.ArgumentParser(prog="training.texts", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--teacher", type=Path)
    parser.add_argument("--teacher-python", type=Path)
    parser.add_argument("--unseen", type=Path, help="every fifth document goes to this file")
    parser.add_argument("--apart", type=Path, nargs="*", default=[], help="texts in these files stay out")
    options = parser.parse_args(arguments)
    if (options.teacher is None) != (options.teacher_python is None):
        parser.error("--teacher and --teacher-python need each other")
    sources = Sources(options.teacher, options.teacher_python, options.teacher_python) if options.teacher else None
    nlp = spacy.blank("de")
    prepare(nlp)
    paths = sorted(path for path in options.folder.rglob("*") if path.suffix.lower() in KINDS and path.is_file())
    held = [path for path in paths if options.unseen and is_unseen(path)]
    jobs = [(options.unseen, held)] if options.unseen else []
    jobs.append((options.out, [path for path in paths if path not in set(held)]))
    seen: set[str] = set()
    apart = known(options.apart, nlp.vocab)
    for out, chosen in jobs:
        docs = clean(tokens(nlp, gathered(chosen, seen, Settings())), apart)
        save(docs, out, sources)
        short = sum(len(doc) <= SHORT for doc in docs)
        words = sum(len(doc) for doc in docs)
        print(f"{out.name}: {len(chosen)} documents, {len(docs)} texts ({short} short), {words} tokens")
        apart |= {key for doc in docs for key in keys(doc)}


if __name__ == "__main__":
    main()
