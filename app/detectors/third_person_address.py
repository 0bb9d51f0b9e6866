"""Sentences that speak about the reader as if he or she were somebody else: *the applicant must*."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Literal

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
    attribute or a role (*of the applicant*, *als Antragsteller*). ``readers`` (*you*) show that the sentence tells two
    people apart, and so do ``others`` (*spouse*) who act in it or are named in one breath. ``spared_before`` are words
    after a noun that is being explained (*means*). ``roles`` (*resident*) name the reader only where they act, are
    given something, or stand after one of ``agents`` (*by*), and with ``duties`` (*must*) only in a sentence with one
    of these; with ``attributes`` also behind words that say which ones (*street traders*).

    Hints are roles, what belongs to the reader (after ``owned_by``, *des Antragstellers*; with ``belongings`` also
    *the applicant's*), and readers of a certain kind (before ``narrowed_by``, *Mieter, die*).
    """

    nouns: tuple[str, ...]
    articles: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    owned_by: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    spared_before: tuple[str, ...] = ()
    narrowed_by: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    attributes: bool = False
    belongings: bool = False


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the noun with its article, a pair of nouns as one."""
    pattern = _pattern(settings, _alternatives(settings.nouns))
    roles = _pattern(settings, "(?:" + "|".join(map(_forms_of_role, settings.roles)) + ")") if settings.roles else None
    duties = frozenset(settings.duties)
    long_duties = _any_of(word for word in settings.duties if " " in word)
    spoken_to, others = _any_of(settings.readers), frozenset(settings.others)
    means = _judge(settings)

    def places(sent: Words) -> Iterator[tuple[re.Match[str], bool]]:
        text = sentence_text(sent)
        found = list(pattern.finditer(text))
        yield from ((match, False) for match in found)
        obliged = not duties or tokens_among(sent, duties) or long_duties.search(text)
        if not found and roles is not None and obliged:
            yield from ((match, True) for match in roles.finditer(text))

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            found = list(places(sent))
            if not found or spoken_to.search(sentence_text(sent)) or not parsed.language.is_sentence(sent):
                continue
            for match, role in found:
                words = sent.char_span(match.start(), match.end(), alignment_mode="expand")
                if words is None or _are_told_apart(words, others):
                    continue
                severity = means(words, sentence_text(sent)[match.end() :], parsed.language, role=role)
                if severity != "off":
                    start = sent.start_char + match.start()
                    end = start + len(match.group())
                    yield Hit(block, start, end, {"word": match["noun"]}, sent, severity=severity)

    return detect


def _judge(settings: Settings) -> Callable[..., Severity | Literal["off"] | None]:
    """How grave a noun at a place is: ``off`` where it does not mean the reader, none for the severity of the rule."""
    not_after = frozenset(word.casefold() for word in settings.not_after)
    owned_by, agents = frozenset(settings.owned_by), frozenset(settings.agents)
    explained, narrowed = _opening(settings.spared_before), _opening(settings.narrowed_by)

    def judge(words: Words, after: str, language: Language, *, role: bool) -> Severity | Literal["off"] | None:
        if explained.match(after) or words.root.dep_ == "pd":
            return "off"
        possessive = settings.belongings and (after.startswith(("'s", "’s")))
        owner = possessive or (bool(owned_by) and _is_owner(words, language))
        owned = words[0].lower_ in owned_by or (not role and owner)
        if _is_attribute(words, language, not_after, narrowed=owned or (role and settings.attributes)):
            return "off"
        if role and (_is_one_of_many(words) or not (owned or _acts(words, agents))):
            return "off"
        return "hint" if role or owned or narrowed.match(after) else None

    return judge


def _is_one_of_many(words: Words) -> bool:
    """Whether the noun is named in one breath with others: *Studierende und Rentner*."""
    joined = [child for child in words.root.children if child.dep_ in {"cj", "conj", "cd"} and child not in words]
    return bool(joined) or words.root.dep_ in {"cj", "conj"}


def _opening(words: tuple[str, ...]) -> re.Pattern[str]:
    """One of these words, behind a closing quotation mark or bracket; nothing when there are none."""
    return re.compile(rf"[\s\"“”’')]*{_alternatives(words)}(?!\w)" if words else r"(?!)")


def _are_told_apart(words: Words, others: frozenset[str]) -> bool:
    """Whether somebody else acts in the sentence as well, or is named in one breath with the noun."""
    near = {words.root.i, *(child.i for child in words.root.children), *(token.i for token in words)}
    near |= {words.root.head.i} if words.root.dep_ in {"cj", "conj"} else set()
    near |= {child.i for place in tuple(near) for child in words.doc[place].children}
    return any(
        token.text in others and (token.dep_ in {"sb", "nsubj", "nsubjpass"} or token.i in near) for token in words.sent
    )


def _forms_of_role(noun: str) -> str:
    """A noun with its endings and gender forms, also as the last part of another: *Mieter*innen*, *Asylbewerber*."""
    first = rf"(?:[A-ZÄÖÜ][a-zäöüß]{{3,}}(?<!ur){noun[0].lower()}|{noun[0]})"
    if noun.endswith("e"):
        return rf"{first}{re.escape(noun[1:])}[nrs]?"
    return rf"{first}{re.escape(noun[1:])}(?:innen|in|s|n)?(?:/-?in(?:nen)?|\(in\)|\(innen\)|\(s\)|[*:_]in(?:nen)?)?"


def _acts(words: Words, agents: frozenset[str]) -> bool:
    """Whether the noun is the subject of its clause, given something, or the one by whom something is done."""
    before = _neighbour(words[0], -1)
    return words.root.dep_ in {"sb", "da", "oa", "nsubj", "nsubjpass"} or (
        before is not None and before.lower_ in agents
    )


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
    if (after is not None and after.tag_ == "POS" and not narrowed) or last.dep_ in ("compound", "nmod", "amod"):
        return True
    if any(child.dep_ == "poss" or child.lower_ in not_after for child in words.root.lefts):
        return True  # *the child's parent*, *other road users*
    before = _neighbour(first, -1)
    if before is None or first.i == first.sent.start:
        return False
    return before.lower_ in not_after or first.lower_ in not_after or (not narrowed and _is_narrowed(words, language))


def _is_owner(words: Words, language: Language) -> bool:
    """Whether a noun stands before the phrase: *das Einkommen der antragstellenden Person*."""
    before = _neighbour(words[0], -1)
    return len(words) > 1 and before is not None and language.word_class(before) == "noun"


def _is_narrowed(words: Words, language: Language) -> bool:
    """Whether a word before the noun says which ones: *married taxpayers*."""
    if len(words) > 1:
        return _is_owner(words, language)
    return any(language.word_class(child) in ("adjective", "noun") for child in words[0].lefts)


def _neighbour(token: Token, step: int) -> Token | None:
    place = token.i + step
    return token.doc[place] if 0 <= place < len(token.doc) else None
