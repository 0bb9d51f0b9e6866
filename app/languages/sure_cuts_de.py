"""Proves of a cut in a German sentence that nothing is lost: both parts are complete, and no word covers both.

``split_de`` proposes; this module looks at the proposal alone and says yes only where the words leave no other reading.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.clauses_de import clauses
from app.languages.lemma_de import verb_lemma
from app.languages.outline_de import once
from app.languages.phrases_de import noun_phrases
from app.languages.statements_de import statements
from app.languages.verbs_de import is_finite

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_THEN = "? Dann "
_OPENERS = frozenset({"wenn", "falls", "sofern"})
_CONDITIONS = re.compile(
    r"(?<!\w)(?:wenn|falls|sofern|soweit|insoweit|solange|sobald|sooft|bevor|ehe|bis|je|sonst|andernfalls|es sei denn"
    r"|außer|vorausgesetzt|(?:im|für den|in dem|in diesem) Falle?|Bedingung|Voraussetzung\w*)(?!\w)",
    re.IGNORECASE,
)
_COVERING = re.compile(
    r"(?<!\w)(?:entweder|oder|sowohl|weder|noch|zwar|sondern|einerseits|nur|allein|erst|beid\w+|jeweils|jede\w*|kein\w*"
    r"|alle|beziehungsweise|bzw|innerhalb|binnen|spätestens|unverzüglich|umgehend|sofort|gleichzeitig|zugleich"
    r"|gemeinsam|zusammen|dabei|dazu|dafür|damit)(?!\w)",
    re.IGNORECASE,
)
"""Words that may speak of both clauses, or make one statement of them."""
_PAIRED = re.compile(r"(?<!\w)(?:entweder|sowohl|weder|zwar|einerseits|nicht (?:nur|allein|bloß))(?!\w)", re.IGNORECASE)
_UNREAL = frozenset(
    "wäre wären hätte hätten würde würden könnte könnten müsste müssten dürfte dürften sollte sollten sei seien habe "
    "werde möge".split()
)
_DENIED = frozenset("nicht nie niemals kein keine keinen keinem keiner keines ohne nur erst weder".split())
_LINKING = frozenset("aber allerdings beispielsweise dagegen dies hingegen insbesondere jedoch".split())
"""Words that tie a condition to what stands before: no question begins with them."""
_BY_THAT = re.compile(r"(?<!\w)(?:damit|dadurch|hiermit)(?!\w)")
"""In the main clause these say that it comes true by the condition: *Wenn Sie unterschreiben, erklären Sie damit …*."""
_STATES = frozenset(
    "sein haben werden wollen können müssen dürfen mögen brauchen benötigen besitzen bekommen erhalten beziehen wohnen "
    "leben arbeiten umziehen".split()
)
"""What happens to readers or is so; *Beachten Sie …?* sounds like a request until its question mark."""
_SIGNS = re.compile(r"[:()\[\]„“\"»«?…/]|\s[–—-]\s|____")
_BOUND = frozenset("sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres deren dessen".split())
"""A possessive of the third person hangs on a noun of the clause before."""
_SPEAKERS = frozenset({"wir", "ich", "Sie"})


def is_sure(sent: Words, changes: list[Change]) -> bool:
    """Whether the cut may be made unseen."""
    if len(changes) != 1:
        return False
    start, end, text = changes[0]
    if text.endswith(_THEN):
        return _is_sure_question(sent, end)
    return text.startswith(". ") and _is_sure_end(sent, start, end, text.removeprefix(". "))


def _is_sure_question(sent: Words, end: int) -> bool:
    """*Wenn Sie umziehen, …*: what is asked is the reader's own affair, it is not denied, and it is the only condition.

    All verbs of the clause stand together at its end, so that exactly one can come first.
    """
    clause = [word for word in sent if word.idx < end]
    while clause and (clause[-1].lower_ in {"so", "dann"} or clause[-1].text == ","):
        clause.pop()
    if len(clause) < 3 or clause[1].text != "Sie" or clause[0].i != sent.start:
        return False
    rest = sent.doc.text[end : sent.end_char]
    inner = " ".join(word.text for word in clause[1:])
    if (
        _CONDITIONS.search(rest)
        or _BY_THAT.search(rest)
        or _CONDITIONS.search(inner)
        or _SIGNS.search(inner)
        or "," in inner
    ):
        return False
    if any(word.lower_ in _DENIED | _UNREAL | _LINKING or word.tag_ in {"PTKNEG", "PTKZU", "VVIZU"} for word in clause):
        return False
    verbs = [word.i for word in clause if word.tag_[:1] == "V"]
    finite = clause[-1] if clause[0].lower_ in _OPENERS else clause[0]
    if verb_lemma(finite) not in _STATES:
        return False
    if clause[0].lower_ not in _OPENERS:
        return is_finite(clause[0]) and not any(is_finite(word) for word in clause[1:])
    return bool(verbs) and verbs == list(range(verbs[0], clause[-1].i + 1)) and is_finite(clause[-1])


def _is_sure_end(sent: Words, start: int, end: int, text: str) -> bool:
    """Whether a full stop between two main clauses loses nothing.

    Each has its own subject or is a request with its own *Sie*; the first begins with that, so that no adverb before it
    can cover both; no clause is subordinate, and no word of those that speak of both stands anywhere.
    """
    if ";" in sent.doc.text[start:end]:
        return _is_sure_semicolon(sent, sent.doc.text[sent.start_char : start])
    finite = [word for word in sent if is_finite(word) or word.tag_ in {"VVIMP", "VAIMP"}]
    if len(finite) != 2 or _has_words_for_both(sent):
        return False
    one, other = finite
    if not one.idx < start < other.idx:
        return False
    first = sent.start + (sent[0].lower_ == "bitte")
    if one.i == first:
        return _asks(one) and _asks(other) and text == _capital(other.text)
    return _has_subject_first(sent, sent.start, one) and _tells_alone(sent, other, end, text)


def _has_words_for_both(sent: Words) -> bool:
    """Whether there is more than two statements: a subordinate clause, or a word that may cover both."""
    if any(pattern.search(sent.text) for pattern in (_SIGNS, _CONDITIONS, _COVERING)):
        return True
    if any(word.lower_ in _UNREAL for word in sent) or len(once(sent, "statements", statements)) != 2:
        return True
    return any(one.depth for one in once(sent, "clauses", clauses))


def _tells_alone(sent: Words, finite: Token, end: int, text: str) -> bool:
    """Whether the second clause says its subject first: *wir* once more, or a phrase of its own."""
    if finite.idx + len(finite) == end:
        return sent[0].text in {"Wir", "Ich", "Sie"} and text == f"{sent[0].text} {finite.text}"
    front = next((word for word in sent if word.idx + len(word) == end), None)
    if front is None or front.text == "Sie":
        return False  # at the start of a sentence *Sie* could be *they*
    return text == _capital(front.text) and _has_subject_first(sent, front.i, finite)


def _is_sure_semicolon(sent: Words, before: str) -> bool:
    """Whether a full stop may stand for a semicolon: both end a sentence unless a word before reaches over them."""
    if re.search(r"[:„“\"»«]", sent.text) or _CONDITIONS.search(before) or _PAIRED.search(before):
        return False
    finite = next((word for word in sent if is_finite(word)), None)
    return finite is not None and (_has_subject_first(sent, sent.start, finite) or _follows_adverb(sent, finite))


def _follows_adverb(sent: Words, finite: Token) -> bool:
    return finite.i == sent.start + 1 and sent[0].tag_ in {"ADV", "PROAV"}


def _asks(verb: Token) -> bool:
    """*Füllen Sie … aus*."""
    return verb.lower_.endswith("n") and verb.i + 1 < len(verb.doc) and verb.nbor(1).text == "Sie"


def _has_subject_first(sent: Words, first: int, finite: Token) -> bool:
    """Whether a subject and nothing else stands before the finite verb: *wir*, *Sie*, or a phrase in the nominative."""
    if finite.i == first + 1 and (sent.doc[first].text in _SPEAKERS or sent.doc[first].lower_ == "wir"):
        return True
    if sent.doc[first].lower_ in _BOUND and not sent.doc[first].text.startswith("Ihr"):
        return False
    phrases = once(sent, "noun_phrases", noun_phrases)
    found = next((phrase for phrase in phrases if phrase.first == first), None)
    if found is None or found.case != "nom" or found.preposition is not None or found.last != finite.i - 1:
        return False
    plural = finite.lower_.endswith("n") or finite.lower_ == "sind"
    return found.head.tag_ == "NN" and plural == (found.number == "pl")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
