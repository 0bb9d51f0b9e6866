"""Ends German sentences earlier: *…, und der Bescheid kommt per Post* becomes a sentence of its own.

Each cut is a list of changes in the text of the block that makes two sentences of one. Only what surely stands for
itself is cut off: a main clause, a clause with *wobei* or *sodass*, a relative clause that explains a known thing.
Conditions, purposes and *dass*-clauses stay, and so does all that a condition may cover.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.acting_verbs_de import text_of
from app.languages.case_de import in_case
from app.languages.clause_order_de import verb_second
from app.languages.clauses_de import clauses
from app.languages.conditions_de import as_question
from app.languages.outline_de import is_endless, once
from app.languages.phrases_de import NounPhrase, noun_phrases
from app.languages.statements_de import statements
from app.languages.verb_groups_de import VerbGroup, verb_groups

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

_JOINS = frozenset({"und", "aber", "doch", "denn"})
_PAIRED = frozenset("entweder sowohl weder zwar einerseits sondern oder beziehungsweise bzw".split())
"""Words by which two clauses make one statement."""
_CONDITIONS = re.compile(
    r"(?<!\w)(?:wenn|falls|sofern|soweit|insoweit|insofern|solange|sobald|sooft|bevor|ehe|bis|sei denn|vorausgesetzt"
    r"|unter der (?:Bedingung|Voraussetzung)|im Falle?|je)(?!\w)",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(r"(?<!\w)(?:nicht (?:nur|allein|bloß)|zwar|einerseits|entweder|sowohl)(?!\w)", re.IGNORECASE)
_DENIALS = frozenset("nicht nie niemals kein keine keinen keiner keinem keines nur weder".split())
_POLITE = frozenset("sie ihr ihre ihrer ihren ihrem ihres ihnen".split())
"""With a capital letter these speak to the reader."""
_SAME = {"wir": "wir", "ich": "ich", "Sie": "Sie", "man": "man"}
_FRONT = frozenset({"PPER", "PDS", "PIS", "ADV", "PROAV", "NE"})
_LINKS = {"wobei": "Dabei", "sodass": "Deshalb", "weshalb": "Deshalb", "weswegen": "Deshalb"}
_AIMS = frozenset("muss müssen soll sollen sollte sollten darf dürfen".split())
_ASKS = re.compile(r"begründ|erklär|angeb|gib|geben|mitteil|teil|darleg|nenn|schilder|wiss|weiß|klar|frag|grund|gründ")
"""Behind these *weshalb* asks: *Es ist unklar, weshalb …*."""
_UNIQUE = re.compile(r"Rathaus\w*|Bürger(?:büro|amt)s?|(?:Stadt|Kreis)verwaltung|Landratsamt(?:e?s)?")
_ONE_OF_YOURS = re.compile(r"(?:Ihr|unser|dies)\w*")
_OPENERS = frozenset("PRELS PRELAT KOUS KOUI PWS PWAV PWAT".split())
_DEFINITE = frozenset("der die das dem den".split())
_CONTRACTED = frozenset("im am vom zum zur beim ins ans".split())
_NUMBERED = re.compile(r"[\W\d]*")


@dataclass(frozen=True, slots=True)
class _Statement:
    """A main clause: its finite verb, its subject and all its verbs with the particle."""

    finite: Token
    subject: Token | None
    verbs: tuple[Token, ...]
    asks: bool
    """Whether it asks the reader to do something: *Füllen Sie … aus*."""

    @property
    def last(self) -> int:
        """The token index of its last verb."""
        return int(max(verb.i for verb in (*self.verbs, self.finite)))


def cuts(sent: Words) -> list[list[Change]]:
    """The places where the sentence can end, each with its changes, in text order; they do not overlap."""
    words = [word for word in sent if not word.is_space]
    if is_endless(sent) or len(words) < 6 or words[-1].text not in {".", "!"} or "?" in sent.text:
        return []
    question = as_question(sent)
    found = _between_main_clauses(sent) if question is None else [question]
    closing = _linked(sent, words[-1]) or _explaining(sent, words[-1])
    if closing is not None and all(closing[0][0] >= change[-1][1] for change in found):
        found.append(closing)
    return found


def _between_main_clauses(sent: Words) -> list[list[Change]]:
    """All cuts between statements; those of a row (*Wir prüfen …, rechnen … und zahlen …*) are one."""
    pairs = list(pairwise(_statements(sent)))
    links = [_link(sent.doc, one, other) for one, other in pairs]
    found: list[list[Change]] = []
    row: list[Change] | None = None
    for place, (one, other) in enumerate(pairs):
        link, in_row = links[place], place > 0 and _is_comma(links[place - 1])
        ends = _is_comma(link) and (place + 1 == len(pairs) or links[place + 1] is None)
        lost = row is None and (in_row or _is_last_of_row(one))
        change = None if link is None or ends or lost else _between(sent, link, one, other)
        if change is None:
            row = None
        elif in_row and row is not None:
            row.append(change)
        else:
            row = [change]
            found.append(row)
    return found


def _is_comma(link: Token | None) -> bool:
    return link is not None and link.text == ","


def _statements(sent: Words) -> list[_Statement]:
    groups = {verb.i: group for group in once(sent, "verb_groups", verb_groups) for verb in group.verbs}
    found = []
    for verbs in once(sent, "statements", statements):
        group: VerbGroup | None = next((groups[verb.i] for verb in verbs if verb.i in groups), None)
        if group is not None and group.finite is not None:
            asks = group.mood == "imperative" and group.finite.nbor(1).text == "Sie"
            found.append(_Statement(group.finite, group.subject, verbs, asks))
    return sorted(found, key=lambda one: one.finite.i)


def _between(sent: Words, link: Token, one: _Statement, other: _Statement) -> Change | None:
    """The change that ends the sentence between two statements."""
    doc = sent.doc
    if not _is_balanced(doc[sent.start : link.i].text) or _is_overlooked(doc[one.last + 1 : link.i]):
        return None
    before = doc[sent.start : link.i]
    if link.text == ";" and _NOT_ONLY.search(before.text):
        return None
    if link.text != ";" and not (_is_free(sent) and _begins_plainly(sent, one) and _is_closed(before, sent)):
        return None
    front = doc[link.i + 1 : other.finite.i]
    if len(front):
        return _with_own_front(doc, link, front, other)
    if other.asks:
        return _ended(link, other.finite, _capital(other.finite.text)) if one.asks and link.text != "aber" else None
    return None if link.text in {";", "denn", "doch"} else _with_same_subject(sent, link, one, other)


def _is_overlooked(between: Words) -> bool:
    """Whether a verb of another statement stands between: *…, sie hilft, wacht und führt …* is no row we understand."""
    opened = any(word.tag_ in _OPENERS for word in between)
    return not opened and any(word.tag_.endswith("FIN") for word in between)


def _is_last_of_row(one: _Statement) -> bool:
    """*Sie hilft, wacht* with *und führt* behind: the last of three must not lose its *und*."""
    before = one.finite.nbor(-1) if one.finite.i > one.finite.sent.start else one.finite
    return before.text == "," and (one.subject is None or one.subject.i < one.finite.i)


def _link(doc: Doc, one: _Statement, other: _Statement) -> Token | None:
    """The word that joins two main clauses; the comma only where no other word does: *Wir prüfen …, rechnen …*."""
    between = doc[one.last + 1 : other.finite.i]
    joining = (word for word in between if word.text == ";" or (word.lower_ in _JOINS and word.tag_ == "KON"))
    commas = [word for word in between if word.text == ","]
    return next(joining, commas[0] if len(commas) == 1 else None)


def _with_own_front(doc: Doc, link: Token, front: Words, other: _Statement) -> Change | None:
    """The second clause has a first part and a subject of its own: it only needs a capital letter."""
    if other.subject is None or other.subject.i <= link.i or not _is_one_part(front, other.finite):
        return None
    first = front[0]
    inside = other.subject.i < other.finite.i or other.subject.left_edge.i == other.finite.i + 1
    if not inside or not _agrees(doc, other):
        return None
    if link.lower_ in _JOINS - {"und"}:
        return _ended(link, link, _capital(link.text))
    if first.text in _POLITE and (first.text != "sie" or other.finite.lower_.endswith(("n", "sind"))):
        return None
    return _ended(link, first, _capital(first.text))


def _with_same_subject(sent: Words, link: Token, one: _Statement, other: _Statement) -> Change | None:
    """The second clause shares the subject of the first: it is said again, where it stands first."""
    doc, subject = sent.doc, one.subject
    inner = doc[one.finite.i + 1 : link.i]
    starts = {_start(sent, one), _start(sent, _statements(sent)[0])}
    if subject is None or subject.left_edge.i not in starts or not len(inner):
        return None
    if any(word.lower_ in _DENIALS for word in inner) or not _says_enough(sent, other):
        return None
    if other.subject is not None and other.subject.i not in {subject.i, one.finite.i} and other.subject.i > link.i:
        return None
    again = _again(sent, subject, one.finite)
    if again is None or not _same_number(one.finite, other.finite):
        return None
    if link.lower_ == "aber":
        return _ended(link, other.finite, f"Aber {again} {other.finite.text}")
    return _ended(link, other.finite, f"{_capital(again)} {other.finite.text}")


def _again(sent: Words, subject: Token, finite: Token) -> str | None:
    """The subject once more: the same pronoun, or *der* with the noun; none for *ein* and *kein*."""
    if subject.tag_ in {"PPER", "PIS"}:
        opening = subject.lower_ if subject.i == sent.start and subject.text != "Sie" else subject.text
        plural = finite.lower_.endswith("n") or finite.lower_ == "sind"
        return _SAME.get("Sie" if subject.text == "Sie" and plural else opening)
    phrase = _phrase_of(sent, subject)
    if phrase is None or phrase.case != "nom" or phrase.determiner is None or phrase.parts:
        return None
    if phrase.determiner.lower_ not in {"der", "die", "das"} and not _ONE_OF_YOURS.fullmatch(phrase.determiner.text):
        return None
    if phrase.first != subject.left_edge.i or phrase.last != subject.right_edge.i:
        return None
    text: str = sent.doc[phrase.first : phrase.last + 1].text
    return text if phrase.determiner.text.startswith(("Ihr", "Sie")) else text[:1].lower() + text[1:]


def _same_number(one: Token, other: Token) -> bool:
    """Whether two finite verbs can have one subject: both in *-n* (or *sind*) or neither."""

    def is_plural(verb: Token) -> bool:
        return verb.lower_.endswith("n") or verb.lower_ == "sind"

    return is_plural(one) == is_plural(other)


def _says_enough(sent: Words, other: _Statement) -> bool:
    """Whether the second clause has an object or another phrase of its own; *prüfen und bewilligen* shares one."""
    if other.finite.lower_ in {"wird", "werden", "wurde", "wurden", "ist", "sind"}:
        return True
    return any(phrase.first > other.finite.i for phrase in once(sent, "noun_phrases", noun_phrases))


def _agrees(doc: Doc, other: _Statement) -> bool:
    """Whether the subject of the second clause is in the nominative and in the number of its verb."""
    subject = other.subject
    assert subject is not None  # noqa: S101  (the caller looked)
    phrase = _phrase_of(subject.sent, subject)
    if phrase is None or phrase.case != "nom" or phrase.preposition is not None:
        return False
    joined = any(child.dep_ == "cd" for child in subject.children)
    plural = joined or phrase.number == "pl" or subject.lower_ == "wir" or subject.text == "Sie"
    ends = doc[other.finite.i].lower_
    return plural == (ends.endswith("n") or ends == "sind") or subject.lower_ in {"sie", "ich"}


def _is_one_part(front: Words, finite: Token) -> bool:
    """Whether the words before the finite verb are one part of the clause, so that the verb comes second."""
    if any(word.tag_[:1] in {"V", "$"} or word.tag_ in {"KON", "KOUS", "PRELS", "PWAV"} for word in front):
        return False
    if len(front) == 1:
        return front[0].tag_ in _FRONT or front[0].tag_ == "NN"
    tops = [word for word in front if word.head not in front]
    return len(front) <= 9 and len(tops) == 1 and tops[0].head in {finite, finite.head} | set(finite.children)


def _is_free(sent: Words) -> bool:
    """Whether nothing in the sentence covers both clauses: no condition, no pair of words."""
    if _NOT_ONLY.search(sent.text):
        return False
    return not _CONDITIONS.search(sent.text) and not any(_pairs(word) for word in sent)


def _pairs(word: Token) -> bool:
    """Whether a word makes one statement of two clauses; *oder* between nouns does not."""
    if word.lower_ != "oder":
        return word.lower_ in _PAIRED
    return not any(child.dep_ == "cj" and child.tag_[:1] != "V" for child in word.children)


def _start(sent: Words, one: _Statement) -> int:
    """The token index of the first word of a statement, behind a number, a colon or the statement before."""
    start = int(sent.start)
    for word in sent.doc[sent.start : one.finite.i]:
        opens = word.text in {":", ";"} or (word.i == start and _NUMBERED.fullmatch(word.text))
        start = word.i + 1 if opens else start
    before = [other.last for other in _statements(sent) if other.last < one.finite.i]
    joins = [word.i for word in sent.doc[max([start, *before]) : one.finite.i] if word.lower_ in _JOINS | {","}]
    return joins[-1] + 1 if before and joins else start


def _begins_plainly(sent: Words, one: _Statement) -> bool:
    """Whether the first clause begins with its subject, its request or one adverb, which cover nothing else."""
    start = _start(sent, one)
    front = sent.doc[start : one.finite.i]
    if not len(front):
        return one.asks or (start > sent.start and _subject_before(sent, one))
    if len(front) == 1 and front[0].tag_ in {"ADV", "PROAV", "PTKANT", "ADJD"}:
        return True
    return one.subject is not None and one.subject.left_edge.i == start and one.subject.right_edge.i < one.finite.i


def _subject_before(sent: Words, one: _Statement) -> bool:
    """*Wir prüfen …, rechnen …*: the subject of this verb is the one with which the sentence begins."""
    return one.subject is not None and one.subject.left_edge.i == _start(sent, _statements(sent)[0])


def _is_closed(before: Words, sent: Words) -> bool:
    """Whether no subordinate clause is open before the link: each that began is closed by the comma before it."""
    openers = [clause.opener for clause in once(sent, "clauses", clauses) if clause.opener is not None]
    return not any(opener.i in range(before.start, before.end) for opener in openers) or before[-1].text == ","


def _linked(sent: Words, stop: Token) -> list[Change] | None:
    """*…, wobei Kinder nichts zahlen* as *Dabei zahlen Kinder nichts*."""
    doc = sent.doc
    opener = next((word for word in sent if _opens_linked(word)), None)
    if opener is None or opener.i < sent.start + 4 or not _is_free(sent):
        return None
    first = opener.i + (2 if opener.lower_ == "so" else 1)
    link = "sodass" if opener.lower_ == "so" else opener.lower_
    before = doc[sent.start : opener.i - 1]
    said = [one for one in _statements(sent) if one.finite.i < opener.i]
    if not said or any(one.asks for one in said) or not _stands_alone(sent, opener, said[0]):
        return None
    if link == "sodass" and any(word.lower_ in _AIMS or word.tag_ == "VMFIN" for word in before):
        return None
    if link in {"weshalb", "weswegen"} and _ASKS.search(before.text.lower()):
        return None
    return _clause_of_its_own(sent, (doc[opener.i - 2], first, doc[stop.i - 1]), _LINKS[link])


def _opens_linked(word: Token) -> bool:
    if word.i < 2 or word.nbor(-1).text != "," or word.i + 2 >= len(word.doc):
        return False
    return word.lower_ in _LINKS or (word.lower_ == "so" and word.nbor(1).lower_ == "dass")


def _stands_alone(sent: Words, opener: Token, said: _Statement) -> bool:
    """Whether only this clause is subordinate, and the clause before it a main clause in plain order."""
    others = [one.opener for one in once(sent, "clauses", clauses) if one.opener is not None]
    alone = all(other.i >= opener.i and other.i <= opener.i + 1 for other in others)
    return alone and (_begins_plainly(sent, said) or said.finite.i > sent.start)


def _explaining(sent: Words, stop: Token) -> list[Change] | None:
    """*… an das Bürgerbüro, das am Marktplatz liegt* as *Das Bürgerbüro liegt am Marktplatz*."""
    doc = sent.doc
    pronoun = next((word for word in reversed(sent) if word.tag_ == "PRELS" and word.lower_ in _DEFINITE), None)
    if pronoun is None:
        return None
    led = pronoun.nbor(-1).tag_ == "APPR"
    comma = doc[pronoun.i - 1 - led]
    if comma.text != "," or comma.i <= sent.start + 1:
        return None
    phrases = once(sent, "noun_phrases", noun_phrases)
    named = next((phrase for phrase in phrases if phrase.last == comma.i - 1), None)
    if named is None or not _is_known(named) or _CONDITIONS.search(doc[sent.start : comma.i].text):
        return None
    own = next((phrase for phrase in phrases if phrase.head.i == pronoun.i), None)
    if own is None or own.case == "gen" or (own.number, own.gender) != (named.number, named.gender):
        return None
    changes = in_case(named, own.case)
    if changes is None:
        return None
    noun = text_of(doc, named.head.i, named.head.i, changes)
    front = f"{pronoun.text} {noun}" if not led else f"{pronoun.nbor(-1).text} {pronoun.text} {noun}"
    return _clause_of_its_own(sent, (doc[comma.i - 1], pronoun.i + 1, doc[stop.i - 1]), _capital(front))


def _is_known(phrase: NounPhrase) -> bool:
    """Whether there is only one such thing, so that the clause explains and does not choose: *Ihr Bescheid, der …*."""
    determiner = phrase.determiner
    joined = phrase.first > phrase.head.sent.start and phrase.head.doc[phrase.first - 1].tag_ == "KON"
    plain = phrase.number == "sg" and phrase.gender != "" and phrase.head.tag_ == "NN" and not phrase.parts
    if joined or not plain or determiner is None:
        return False
    if _ONE_OF_YOURS.fullmatch(determiner.text):
        return True
    definite = determiner.lower_ in _DEFINITE | _CONTRACTED
    return definite and bool(_UNIQUE.fullmatch(phrase.head.text))


def _clause_of_its_own(sent: Words, place: tuple[Token, int, Token], front: str) -> list[Change] | None:
    """The change that ends the sentence behind a token and tells a clause (first word, finite verb) on its own."""
    before, first, finite = place
    told = verb_second(sent, first, finite, front)
    return None if told is None else [(before.idx + len(before), finite.idx + len(finite), f". {told}")]


def _phrase_of(sent: Words, head: Token) -> NounPhrase | None:
    return next((phrase for phrase in once(sent, "noun_phrases", noun_phrases) if phrase.head.i == head.i), None)


def _is_balanced(text: str) -> bool:
    """Whether brackets, quotation marks and dashes that open also close."""
    pairs = all(text.count(left) == text.count(right) for left, right in ("()", "[]", "„“"))
    return pairs and len(re.findall(r"\s[–—-]\s", text)) % 2 == 0 and text.count('"') % 2 == 0


def _ended(link: Token, until: Token, text: str) -> Change:
    """A full stop in the place of the link and its comma, and the text in place of the words up to ``until``."""
    before = link.nbor(-1)
    if before.text == ",":
        before = before.nbor(-1)
    return (before.idx + len(before), until.idx + len(until), f". {text}")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
