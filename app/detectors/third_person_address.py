"""Sentences that speak about the reader as if he or she were somebody else: *the applicant must*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit
from app.languages import Language, Parsed, sentence_text, tokens_among
from app.model import Noun, Severity

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

FACTS = frozenset({"word"})


class Settings(Noun):
    """The words of one language; all of them forms as they are written, capital letters included.

    ``nouns`` name the reader. ``articles`` may stand before them and belong to the finding, ``joiners`` stand
    between two of them (*Antragstellerin oder Antragsteller*). After one of ``not_after`` the noun is an
    attribute or a role (*of the applicant*, *als Antragsteller*). ``readers`` (*you*) and ``others``
    (*spouse*) show that the sentence tells two people apart. ``spared_before`` are words after a noun that is
    being explained (*means*) or narrowed down (*, die*). ``roles`` (*resident*) name the reader only where they act in
    a sentence with one of ``duties`` (*must*), or after one of ``agents`` (*by*); with ``attributes`` also behind words
    that say which ones (*street traders*).
    """

    nouns: tuple[str, ...]
    articles: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    spared_before: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    attributes: bool = False


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the noun with its article, a pair of nouns as one."""
    pattern = _pattern(settings, _alternatives(settings.nouns))
    roles = _pattern(settings, "(?:" + "|".join(map(_forms_of_role, settings.roles)) + ")") if settings.roles else None
    duties, agents = frozenset(settings.duties), frozenset(settings.agents)
    long_duties = _any_of(word for word in settings.duties if " " in word)
    elsewhere = _any_of((*settings.readers, *settings.others))
    spared = (
        re.compile(rf"[\s\"“”’')]*{_alternatives(settings.spared_before)}(?!\w)") if settings.spared_before else None
    )
    not_after = frozenset(word.casefold() for word in settings.not_after)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            text = sentence_text(sent)
            found = list(pattern.finditer(text))
            severity: Severity | None = None
            if not found and roles is not None and (tokens_among(sent, duties) or long_duties.search(text)):
                found, severity = list(roles.finditer(text)), "hint"
            if not found or elsewhere.search(text) or not parsed.language.is_sentence(sent):
                continue
            for match in found:
                words = sent.char_span(match.start(), match.end(), alignment_mode="expand")
                narrowed = severity is not None and settings.attributes
                if words is None or _is_attribute(words, parsed.language, not_after, narrowed=narrowed):
                    continue
                if spared is not None and spared.match(text, match.end()):
                    continue
                if severity is not None and not _acts(words, agents):
                    continue
                start = sent.start_char + match.start()
                yield Hit(block, start, start + len(match.group()), {"word": match["noun"]}, sent, severity=severity)

    return detect


def _forms_of_role(noun: str) -> str:
    """A noun with its endings and gender forms: *Mieter*, *Mieterinnen*, *Mieter/in*, *Mieter*innen*."""
    if noun.endswith("e"):
        return rf"{re.escape(noun)}[nrs]?"
    return rf"{re.escape(noun)}(?:innen|in|s|n)?(?:/-?in(?:nen)?|\(in\)|\(innen\)|\(s\)|[*:_]in(?:nen)?)?"


def _acts(words: Words, agents: frozenset[str]) -> bool:
    """Whether the noun is the subject of its clause, or the one by whom something is done."""
    before = _neighbour(words[0], -1)
    return words.root.dep_ in {"sb", "nsubj", "nsubjpass"} or (before is not None and before.lower_ in agents)


def _pattern(settings: Settings, noun: str) -> re.Pattern[str]:
    article = rf"(?:{_alternatives(settings.articles, capital=True)}\s+)?" if settings.articles else ""
    pair = rf"(?:\s*(?:{_alternatives(settings.joiners)})\s*{article}(?:{noun})(?!\w))?" if settings.joiners else ""
    return re.compile(rf"(?<![\w*:/-]){article}(?P<noun>{noun})(?![\w*:(-]|/-?in(?:nen)?(?!\w)){pair}")


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Any of these words, whole; a pattern that matches nothing when there are none."""
    wanted = tuple(words)
    return re.compile(rf"(?<!\w)(?:{_alternatives(wanted)})(?!\w)" if wanted else r"(?!)")


def _alternatives(words: Iterable[str], *, capital: bool = False) -> str:
    """The words as a pattern, the longest first; with ``capital`` also as the first word of a sentence."""
    forms = {form for word in words for form in ((word, word[:1].upper() + word[1:]) if capital else (word,))}
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(r"\s+".join(re.escape(part) for part in form.split()) for form in ordered) + ")"


def _is_attribute(words: Words, language: Language, not_after: frozenset[str], *, narrowed: bool) -> bool:
    """Whether the noun only says whose (*the applicant's name*), in which role, or which ones (*married taxpayers*)."""
    first, last = words[0], words[-1]
    after = _neighbour(last, 1)
    if (after is not None and after.tag_ == "POS") or last.dep_ in ("compound", "nmod", "amod"):
        return True
    if any(child.dep_ == "poss" or child.lower_ in not_after for child in words.root.lefts):
        return True  # *the child's parent*, *other road users*
    before = _neighbour(first, -1)
    if before is None or first.i == first.sent.start:
        return False
    return before.lower_ in not_after or first.lower_ in not_after or (not narrowed and _is_narrowed(words, language))


def _is_narrowed(words: Words, language: Language) -> bool:
    """Whether a word before the noun says which ones: *married taxpayers*."""
    if len(words) > 1:
        before = _neighbour(words[0], -1)
        return before is not None and language.word_class(before) == "noun"
    return any(language.word_class(child) in ("adjective", "noun") for child in words[0].lefts)


def _neighbour(token: Token, step: int) -> Token | None:
    place = token.i + step
    return token.doc[place] if 0 <= place < len(token.doc) else None
