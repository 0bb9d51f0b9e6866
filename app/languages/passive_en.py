"""English passives: *be* and *get* with a past participle, read from Penn tags and ClearNLP relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages import Passive

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

BE = frozenset("be am is are was were been being 's ’s 're ’re 'm ’m s".split())
"""Forms of *be*; ``s`` is the short form as careless writers spell it."""
GET = frozenset("get gets got gotten getting".split())

_AUXILIARIES = BE | GET

NEVER = frozenset("been born go gone got gotten rid".split())
"""Words that never are the participle of a passive: *was born* has no active, *get rid of*, *is gone*, *'s got*."""

ADJECTIVES = frozenset(
    """
    accustomed advanced aged bored bound complicated concerned crowded delighted detailed disabled disappointed divorced
    done dressed educated employed engaged excited experienced finished gifted inclined interested lost married
    mistaken outdated pleased qualified related relaxed retired satisfied scared self-employed separated skilled
    sophisticated stuck tired unemployed wasted widowed worried
    """.split()
)
"""Participles that say how someone is, not what is done to them, unless an agent is named or the verb group
shows an event (*has been*, *is being*)."""

STATES = frozenset("based broken closed located situated".split())
"""Participles that say how something is in the present (*the office is closed*); otherwise something is done to it."""

_PRESENT = frozenset("is are 's ’s 're ’re".split())
_FINITE = frozenset(("MD", "VBZ", "VBP", "VBD"))
_PREDICATIVE = frozenset(("acomp", "attr", "oprd"))
_SUBJECTS = ("nsubjpass", "csubjpass", "nsubj", "csubj", "expl")
_PERSONS = frozenset("i you he she we who they".split())
_TWO_OBJECTS = frozenset(
    "allowed asked awarded charged denied given granted offered paid refused sent shown told".split()
)
_NO_AGENT = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today tomorrow noon midnight now then date deadline day end time year month week
    mail post email e-mail fax phone telephone text letter cash cheque check card hand transfer debit means way law
    default accident mistake chance far
    """.split()
)
"""Nouns after *by* that name a time or a means, not who acts: *by Friday*, *by post*."""


def passives(sent: Words) -> list[Passive]:
    """The passives of a sentence in text order, one for each auxiliary.

    Counted are passives with *be* and *get*; ``participle`` is the first main verb of a coordination (*is checked and
    approved*). Not counted are participles without an auxiliary (*the form attached below*).
    """
    found: dict[int, Passive] = {}
    if not any(token.lower_ in _AUXILIARIES for token in sent):
        return []
    for token in sent:
        passive = _passive(token)
        if passive is not None:
            found.setdefault(passive.auxiliary.i, passive)
    return sorted(found.values(), key=lambda passive: min(word.i for word in passive.words))


def _passive(participle: Token) -> Passive | None:
    if not _looks_like_participle(participle) or participle.lower_ in NEVER or _is_attribute(participle):
        return None
    ways = (_marked, _predicate, _coordinated, _asked, _inverted)
    auxiliary = next((found for way in ways if (found := way(participle)) is not None), None)
    if auxiliary is None:
        return None
    agent = _agent(participle)
    if participle.lower_ in ADJECTIVES | STATES and not _is_event(participle, auxiliary, agent):
        return None
    return Passive(
        auxiliary=auxiliary,
        participle=participle,
        finite=_finite(participle, auxiliary),
        subject=_subject(participle, auxiliary),
        agent=agent,
    )


def _marked(participle: Token) -> Token | None:
    """The auxiliary that the parser itself calls one."""
    marked = [child for child in participle.lefts if _marks_passive(child)]
    if not marked:
        return None
    auxiliary = marked[-1]
    asks = participle.sent[-1].text[-1] == "?"
    active = not asks and any(child.dep_ == "nsubj" and auxiliary.i < child.i for child in participle.lefts)
    return None if (active and participle.tag_ == "VBD") or _is_perfect(participle, auxiliary) else auxiliary


def _marks_passive(child: Token) -> bool:
    """An auxiliary of the passive; in questions the parser may call it a plain auxiliary."""
    if child.dep_ == "aux":
        return child.lower_ in BE and child.lower_[0] not in "'’s"
    return child.dep_ == "auxpass" and child.lower_ in _AUXILIARIES


def _predicate(participle: Token) -> Token | None:
    """*Be* with a participle that the parser calls a predicative adjective: *is alarmed by*, *was prepared*."""
    verb = participle.head
    if participle.dep_ not in _PREDICATIVE or verb.lower_ not in _AUXILIARIES or verb.i > participle.i:
        return None
    if participle.tag_ == "VBN" or _agent(participle) is not None:
        return verb
    return None


def _coordinated(participle: Token) -> Token | None:
    """A participle coordinated with a predicative adjective: *was late and returned by the office*."""
    if participle.dep_ != "conj" or participle.tag_ != "VBN":
        return None
    first = participle.head
    if (
        first.dep_ not in _PREDICATIVE
        or first.head.lower_ not in BE
        or any(c.dep_ in _SUBJECTS for c in participle.children)
    ):
        return None
    return first.head


def _asked(participle: Token) -> Token | None:
    """*Why is the city called so?*: the parser hangs the participle on the subject."""
    noun = participle.head
    verb = noun.head
    if participle.dep_ != "acl" or participle.tag_ != "VBN" or participle.sent[-1].text[-1] != "?":
        return None
    if verb.lower_ not in BE or not verb.i < noun.i < participle.i or noun.dep_ not in ("nsubj", "attr"):
        return None
    others = [c for c in verb.children if c.i > verb.i and c != noun and c.dep_ in (*_PREDICATIVE, "nsubj", "prep")]
    return None if others else verb


def _inverted(participle: Token) -> Token | None:
    """*Attached is a copy of the letter.*"""
    if participle.tag_ != "VBN" or any(True for _ in participle.lefts) or participle.i + 1 >= participle.sent.end:
        return None
    verb = participle.nbor(1)
    related = verb.head == participle or (
        participle.head == verb and participle.dep_ in ("csubj", "advcl", "acomp", "nsubjpass", "nsubj")
    )
    return verb if related and verb.lower_ in BE else None


def _looks_like_participle(token: Token) -> bool:
    return token.tag_ in ("VBN", "VBD") or token.lower_.endswith("ed")


def _is_perfect(participle: Token, auxiliary: Token) -> bool:
    """*He's signed the form* is *has signed*; *she's sent a form* may be either and stays a passive."""
    if auxiliary.lower_ not in ("'s", "’s") or participle.lower_ in _TWO_OBJECTS:
        return False
    return any(child.dep_ == "dobj" for child in participle.rights)


def _is_attribute(token: Token) -> bool:
    """*The attached form*, *the undersigned*, *self-inflicted*: an adjective or a noun, not a verb."""
    if token.dep_ == "amod" or any(child.dep_ in ("det", "poss") for child in token.children):
        return True
    return token.i > token.sent.start and token.nbor(-1).text in ("-", "–") and not token.nbor(-1).whitespace_


def _is_event(participle: Token, auxiliary: Token, agent: Token | None) -> bool:
    if agent is not None:
        return True
    if participle.lower_ in STATES:
        return auxiliary.lower_ not in _PRESENT
    if participle.lower_ in ("done", "finished"):
        subject = _subject(participle, auxiliary)
        active = any(child.tag_ == "VBG" for child in participle.children)
        return not active and (subject is None or subject.lower_ not in _PERSONS)
    return auxiliary.lower_ in ("been", "being")


def _finite(participle: Token, auxiliary: Token) -> Token:
    verb = participle if auxiliary.head == participle else auxiliary
    chain = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    if verb == auxiliary:
        chain.append(auxiliary)
    return next((word for word in chain if word.tag_ in _FINITE), auxiliary)


def _subject(participle: Token, auxiliary: Token) -> Token | None:
    for verb in (participle, auxiliary):
        for child in verb.children:
            if child.dep_ in _SUBJECTS and child != participle:
                return child
    if participle.dep_ == "acl" and participle.head.head == auxiliary:
        return participle.head
    if participle.dep_ == "conj":
        return next((child for child in participle.head.children if child.dep_ in _SUBJECTS), None)
    return None


def _agent(participle: Token) -> Token | None:
    shared = [c for c in participle.conjuncts if not any(d.dep_ in ("aux", "auxpass", *_SUBJECTS) for d in c.children)]
    for child in (child for verb in (participle, *shared) for child in verb.children):
        if child.lower_ != "by" or child.dep_ not in ("agent", "prep") or child.i < participle.i:
            continue
        named = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
        if named is not None and not _is_time_or_means(named):
            return child
    return None


def _is_time_or_means(noun: Token) -> bool:
    return noun.tag_ in ("VBG", "CD", "RB") or noun.lower_ in _NO_AGENT
