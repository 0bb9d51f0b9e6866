"""Are the sentences of a form whole: counts for ``benchmarks.reading``.

All blocks of the pages in German or English are cut into sentences as the product cuts them. A sentence is good when it
ends as sentences do (``. ! ? : …``, closing quotes and brackets aside), or when its block is no running text: an item,
a label, an option, a hint, a heading or the title. Whoever calls every torn paragraph a label would look good, so the
sentences of paragraphs are counted alone too, those that begin with a small letter (torn), and the words in each role.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from app.languages import CODES, de, en
from app.languages.pipeline import load_nlp, worth_judging
from app.languages.recognise import foreign_blocks, main_language
from app.model import Block, Document
from app.settings import load as load_settings

if TYPE_CHECKING:
    from spacy.language import Language as Nlp

Counts = Counter[str]
"""``all``, ``good``; of paragraphs ``sentences``, ``ended``, ``torn``; ``words:paragraph``, ``words:label`` …"""

WANTED = 0.97
"""This share of the sentences of a form is to be whole."""

_END = re.compile(r"[.!?:…][\"'“”»«›‹‘’)\]]*\Z")
_WORD = re.compile(r"[^\W\d_]{2,}")


def count(document: Document) -> Counts:
    """The counts of one form."""
    counts: Counts = Counter()
    for block, sentences in sentences_of(document):
        counts[role_key(block.role)] += len(_WORD.findall(block.text))
        for sentence in sentences:
            ended = ends(sentence)
            running = block.role == "paragraph"
            counts["all"] += 1
            counts["good"] += ended or not running
            counts["sentences"] += running
            counts["ended"] += running and ended
            counts["torn"] += running and is_torn(sentence)
    return counts


def sentences_of(document: Document) -> Iterator[tuple[Block, Sequence[str]]]:
    """The blocks of the pages that are in a language of ours, each with its sentences."""
    own = [block for block in worth_judging(document) if block.field is None]
    code = main_language(block.text for block in own)
    foreign = foreign_blocks(own, code) if code is not None else {}
    for block in own:
        language = foreign.get(block.id, code)
        if language in CODES:
            yield block, _sentences(block.text, language)


def mean_line(forms: Sequence[Counts]) -> str:
    """The shares of the mean form; one without paragraphs has no share of them."""
    good = [counts["good"] / counts["all"] for counts in forms if counts["all"]]
    ended = [counts["ended"] / counts["sentences"] for counts in forms if counts["sentences"]]
    return (
        f"{len(good)} Formulare, heil {sum(good) / max(len(good), 1):.1%}, "
        f"davon unter 97 %: {sum(share < WANTED for share in good)} | "
        f"nur Absätze: mit Satzende {sum(ended) / max(len(ended), 1):.1%}"
    )


def ends(sentence: str) -> bool:
    """Does a sentence end as sentences do?"""
    return bool(_END.search(sentence.rstrip()))


def is_torn(sentence: str) -> bool:
    """Does a sentence begin in the middle: with a small letter that is no abbreviation, number or ``eID``?"""
    first = sentence.lstrip("„“\"'»«(‚‘[").split(" ", 1)[0]
    return first[:1].islower() and not (first.endswith((".", ")")) or any(map(str.isupper, first)))


def line(counts: Counts) -> str:
    """The counts as one line."""
    count, running = max(counts["all"], 1), max(counts["sentences"], 1)
    roles = ("paragraph", "item", "label", "heading", "hint", "option")
    return (
        f"Sätze {counts['all']}, heil {counts['good'] / count:.1%} | nur Absätze {counts['sentences']}: "
        f"mit Satzende {counts['ended'] / running:.1%}, klein begonnen {counts['torn'] / running:.1%} | "
        f"Wörter {' '.join(f'{role[:5]}:{counts[role_key(role)]}' for role in roles)}"
    )


def role_key(role: str) -> str:
    """Where the words of a role are counted."""
    return f"words:{role}"


def _sentences(text: str, code: str) -> Sequence[str]:
    doc = _nlp(code).make_doc(text)
    _grammar(code).mark_sentences(doc)
    return [sent.text for sent in doc.sents]


def _grammar(code: str) -> ModuleType:
    return {"de": de, "en": en}[code]


@cache
def _nlp(code: str) -> Nlp:
    settings = load_settings()
    nlp = load_nlp(settings.model_de if code == "de" else settings.model_en)
    _grammar(code).prepare(nlp)
    return nlp
