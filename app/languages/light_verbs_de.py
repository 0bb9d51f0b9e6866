"""Says German light verbs with one verb: *eine Prüfung der Akten vornehmen* as *die Akten prüfen*; silence in doubt.

What the noun of a light verb takes, and what the plain verb takes instead, is data: ``Plain.takes`` lists ways, of
which the first that fits is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from app.languages import Change, Swap
from app.languages.able_de import able
from app.languages.acting_verbs_de import text_of
from app.languages.light_verb_complements_de import FREE, Part, near, part_of, plain_preposition
from app.languages.light_verb_forms_de import Place, exchanged, gone, in_number, place_of
from app.languages.manners_de import as_adverb
from app.languages.outline_de import once
from app.languages.phrases_de import NounPhrase, noun_phrases

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPEN = frozenset("ein eine einen einer einem".split())
_DENYING = frozenset("kein keine keinen keiner keinem".split())
_DEFINITE = frozenset("der die das den dem".split())
_OWN = {"Sie": "Ihr", "wir": "unser", "ich": "mein"}
"""Possessives that may go with their subject: *Sie … Ihre Unterschrift leisten* as *Sie unterschreiben*."""
_POINTING = frozenset("sie er ihn ihm ihr ihnen diese dieser diesen dieses".split())
_SCOPE = frozenset("nur lediglich ausschließlich allein bloß nicht weder noch entweder sowohl mindestens".split())
"""Words before the noun that would speak of something else without it: *nur eine Prüfung der Akten*."""
_SURE = frozenset("der die das den dem des dieser diese dieses diesen diesem".split())
_MINE = ("Ihr", "unser", "mein", "sein", "ihr")
_STATUS = {"selbstän": "selbstständig", "selbstst": "selbstständig", "freiberu": "freiberuflich"}
_KEPT = frozenset({"same", "words", "keep"})
"""Ways in which no complement changes its owner."""
_BEGINNINGS = frozenset({":", "„", "“", "*", "**", "-", "•"})
"""Signs behind which a sentence may begin."""
_REFLEXIVE = {1: "mich", 4: "uns"}


@dataclass(frozen=True, slots=True)
class _Gap:
    """The words that go, ``first`` to ``last`` (token indices), and what stays of them."""

    first: int
    last: int
    adverb: str = ""
    denied: bool = False
    definite: bool = False
    is_noun: bool = False
    """Whether they are a noun phrase of their own, and not *in Anspruch*."""
    text: str = ""
    """What stands in their place."""
    after_denial: bool = False
    """Whether *nicht* stands right before them."""


def plainly(request: Swap) -> list[Change]:
    """The changes in the block that say a light verb with its plain verb; empty when it is not safe to do."""
    place = place_of(request)
    if place is None or not _belongs(place):
        return []
    for way in request.plain.takes or (("gen",) if request.plain.use == "object" else ("same",)):
        names = way.split("+")
        if way == "able":
            changes = able(place)
        elif names[0] in _KEPT:
            changes = _with_noun_as_it_is(place, names)
        else:
            changes = _with_other_complements(place, names)
        if changes and _is_apart(changes):
            return changes
    return []


def _belongs(place: Place) -> bool:
    """Whether noun and verb are of one clause: not in *Hinweis: Eine Erlaubnis wird erteilt*."""
    noun, head = place.request.fixed[-1], place.request.head
    between = noun.doc[min(noun.i, head.i) : max(noun.i, head.i)]
    return not any(":" in word.text or word.text == ";" for word in between)


def _is_apart(changes: list[Change]) -> bool:
    """Whether no two changes meet in a word: a phrase may be read as two things at once."""
    return all(one[1] <= other[0] for one, other in pairwise(changes))


def _verb(request: Swap) -> str:
    """*führen* of *führen zu*, *bezahlen* of *den Lebensunterhalt bezahlen*."""
    words = request.plain.word.split()
    return next((word for word in reversed(words) if word.endswith("n")), words[-1])


def _with_noun_as_it_is(place: Place, names: list[str]) -> list[Change]:
    """*in Anspruch nehmen* as *nutzen* (same), *von Bedeutung sein* as *wichtig sein* (words), or the noun kept."""
    request, fixed = place.request, place.request.fixed
    parts = [part_of(place, name) for name in names[1:]]
    verbs = exchanged(place, _verb(request))
    if verbs is None or None in parts or (names[0] != "keep" and _has_more(request)):
        return []
    left = fixed[1:] if names[0] == "keep" else fixed
    changes = [*verbs[0], *(change for part in parts if part is not None for change in part.changes)]
    if names[0] == "words":
        text = request.plain.word.rpartition(" ")[0]
        text = text[:1].upper() + text[1:] if fixed[0].text[:1].isupper() else text
        changes.append((fixed[0].idx, fixed[-1].idx + len(fixed[-1]), text))
    elif left:
        free = None if left[0].is_sent_start or left[0].i == 0 else gone(place, left[0].i, left[-1].i, verbs[1])
        if free is None:
            return []
        changes += free
    elif verbs[1]:
        return []
    return sorted(changes)


def _has_more(request: Swap, parts: Sequence[Part] = ()) -> bool:
    """Whether a noun with a preposition has words behind it that are no complement: *im Besitz der Stadt*."""
    noun = request.fixed[-1]
    if len(request.fixed) == 1 and noun.tag_ == "NN":
        return False
    known = {place for part in parts for place in range(part.first, part.last + 1)} | {request.head.i}
    behind = [child for child in noun.children if child.left_edge.i > noun.i and child.i not in known]
    return any(child.tag_[:1] not in {"$", "V", "K"} and child.tag_ != "PTKVZ" for child in behind)


def _with_other_complements(place: Place, names: list[str]) -> list[Change]:
    """The noun of the light verb goes, and its complement belongs to the plain verb."""
    gap = _status(place) if "as" in names else _gap(place)
    verbs = exchanged(place, _verb(place.request))
    found = [part_of(place, name) for name in names]
    parts = [part for part in found if part is not None]
    if gap is None or verbs is None or len(parts) < len(found) or (gap.definite and "bare" in names):
        return []
    if place.group.others or _has_more(place.request, parts):
        return []  # *Hinweise einholen und geben*: the other verb needs the noun
    if gap.after_denial and any(part.phrase is not None and part.first > gap.first for part in parts):
        return []  # *nicht Einsicht in die Akten nehmen* is not *nicht die Akten ansehen*
    if "dazu" in names:
        gap = replace(gap, text="dazu")
    doc = place.request.head.doc
    opens = doc[gap.first].is_sent_start or doc[gap.first - 1].text in _BEGINNINGS
    if opens and all(part.first != gap.last + 1 for part in parts):
        return []  # *Eine Entscheidung treffen wir im Mai*: something else would have to come first
    told = _told(place, gap, parts, verbs[1])
    number = _number(place, gap, parts)
    itself = _itself(place)
    if told is None or number is None or itself is None:
        return []
    changes = sorted([*told, *verbs[0], *number, *itself])
    return _with_capital(doc, gap.first, changes) if opens else changes


def _gap(place: Place) -> _Gap | None:
    """The noun phrase of the light verb or its fixed words; none where it says more than the plain verb can."""
    fixed, sent = place.request.fixed, place.request.head.sent
    noun = fixed[-1]
    if len(fixed) > 1 or noun.tag_ != "NN":
        return _Gap(fixed[0].i, noun.i)
    phrase = next((one for one in once(sent, "noun_phrases", noun_phrases) if one.head == noun), None)
    if phrase is None or phrase.parts or phrase.preposition is not None or len(phrase.adjectives) > 1:
        return None
    if _is_joined(noun) or _is_referred_to(noun) or _has_own_phrase(place):
        return None
    adverb = as_adverb(phrase.adjectives[0]) if phrase.adjectives else ""
    determiner = phrase.determiner
    polite = determiner is not None and determiner.lower_ == "bitte"  # by a wrong tag
    article = "" if determiner is None or polite else determiner.lower_
    own = determiner is not None and _is_own(determiner, place)
    if adverb is None or not (article in {"", *_OPEN, *_DENYING, *_DEFINITE} or own):
        return None
    before = sent.doc[phrase.first - 1] if phrase.first > sent.start else None
    denial = before is not None and before.lower_ == "nicht" and not article and not phrase.adjectives
    if before is not None and not denial and (before.tag_ in {"KON", "CARD"} or before.lower_ in _SCOPE):
        return None
    first = phrase.first + polite
    return _Gap(first, noun.i, adverb, article in _DENYING, article in _DEFINITE, is_noun=True, after_denial=denial)


def _is_joined(noun: Token) -> bool:
    """Whether another noun or a bracket follows at once: *Prüfung und Bewertung*."""
    after = noun.nbor(1) if noun.i + 1 < noun.sent.end else None
    return after is not None and (after.tag_ == "KON" or after.text in {"(", "/"})


def _has_own_phrase(place: Place) -> bool:
    """Whether a phrase belongs to the noun that no way names, and that would not fit the verb as well."""
    named = {name.partition(">")[0] for way in place.request.plain.takes for name in way.split("+")} | {"von"}
    noun = place.request.fixed[-1]
    phrases = [child for child in noun.children if child.i > noun.i and child.tag_ in {"APPR", "APPRART"}]
    return any(not {word.lower_, plain_preposition(word)} & (named | FREE) for word in phrases)


def _status(place: Place) -> _Gap | None:
    """*eine selbständige oder freiberufliche Tätigkeit* with the adverbs for it: *selbständig oder freiberuflich*."""
    noun = place.request.fixed[-1]
    first = noun
    while first.i > noun.sent.start and first.nbor(-1).tag_ in {"ADJA", "KON"}:
        first = first.nbor(-1)
    said = [
        _STATUS.get(word.lower_[:8], "") if word.tag_ == "ADJA" else word.text for word in noun.doc[first.i : noun.i]
    ]
    article = first.nbor(-1) if first.i > noun.sent.start else None
    if "" in said or first.tag_ == "KON" or _is_referred_to(noun):
        return None
    if article is None or article.lower_ not in _OPEN | _DENYING:
        return None
    return _Gap(article.i, noun.i, denied=article.lower_ in _DENYING, is_noun=True, text=" ".join(said))


def _is_own(determiner: Token, place: Place) -> bool:
    """Whether a possessive speaks of the subject: *Sie müssen Ihre Unterschrift leisten*."""
    subject = place.group.subject
    owner = None if subject is None or subject.tag_ != "PPER" else _OWN.get(subject.text, _OWN.get(subject.lower_))
    return owner is not None and determiner.text.startswith(owner)


def _is_referred_to(noun: Token) -> bool:
    """Whether a pronoun later in the sentence may point at the noun."""
    if any(child.dep_ == "rc" for child in noun.children):
        return True
    following = noun.doc[noun.i + 1 : noun.sent.end]
    return any(word.text in _POINTING and word.tag_ in {"PPER", "PDS"} for word in following)


def _told(place: Place, gap: _Gap, parts: list[Part], particle: str) -> list[Change] | None:
    """The complements as the plain verb takes them, with what stays of the noun; none (``None``) in doubt."""
    doc = place.request.head.doc
    changes = [change for part in parts for change in part.changes]
    thing = next((part for part in parts if part.phrase is not None), None)
    said = " ".join(word for word in ("nicht" if gap.denied else "", gap.adverb, gap.text) if word)
    if said and thing is None:
        return None if particle else [(doc[gap.first].idx, doc[gap.last].idx + len(doc[gap.last]), said), *changes]
    free = gone(place, gap.first, gap.last, particle)
    if free is None or (said and particle):
        return None
    if thing is not None and gap.denied and not _is_definite(thing.phrase):
        denied = _denying(thing, changes)
        return None if denied is None or gap.adverb else [*free, *denied]
    if thing is not None and said:
        end = doc[thing.last].idx + len(doc[thing.last])
        changes.append((end, end, f" {said}"))
    return [*free, *changes]


def _is_definite(phrase: NounPhrase | None) -> bool:
    if phrase is None or phrase.head.tag_ in {"NE", "PPER"}:
        return True
    determiner = phrase.determiner
    return determiner is not None and (determiner.lower_ in _SURE or determiner.text.startswith(_MINE))


def _denying(part: Part, changes: list[Change]) -> list[Change] | None:
    """*keinen Nachweis einer Impfung* as *keine Impfung*."""
    determiner = None if part.phrase is None else part.phrase.determiner
    if determiner is None or determiner.lower_ not in _OPEN:
        return None
    place = determiner.idx
    said = next((text for start, _, text in changes if start == place), determiner.text)
    return [*(change for change in changes if change[0] != place), (place, place + len(determiner), f"k{said}")]


def _number(place: Place, gap: _Gap, parts: list[Part]) -> list[Change] | None:
    """The finite verb of a passive in the number of its new subject, of none where nothing is left for one."""
    finite = place.group.finite
    if not (place.is_passive and gap.is_noun) or finite is None:
        return []
    number = next((part.number for part in parts if part.phrase is not None), "sg")
    return in_number(finite, plural=number == "pl")


def _itself(place: Place) -> list[Change] | None:
    """The reflexive pronoun of the plain verb, where the light verb has none; none (``None``) without a sure place."""
    low, high = near(place)
    doc, group = place.request.head.doc, place.group
    if not place.request.plain.word.startswith("sich ") or any(word.tag_ == "PRF" for word in doc[low : high + 1]):
        return []
    if group.finite is None and low > place.request.head.sent.start and doc[low - 1].text == ",":
        return [(doc[low].idx, doc[low].idx, "sich ")]
    behind = doc[low] if group.finite is None and doc[low].tag_ == "KOUI" else _before_itself(place, low, high)
    if behind is None or place.is_passive:
        return None
    person = (group.person or 3) + (3 if group.number == "pl" else 0)
    end = behind.idx + len(behind)
    return [(end, end, f" {_REFLEXIVE.get(person, 'sich')}")]


def _before_itself(place: Place, low: int, high: int) -> Token | None:
    """The word that the pronoun follows: a pronoun as subject behind the verb or conjunction, else the finite verb."""
    subject, finite = place.group.subject, place.group.finite
    if subject is None or finite is None or not low - 1 <= subject.i <= high:
        return None
    before = subject.nbor(-1) if subject.i > subject.sent.start else None
    if subject.tag_ in {"PPER", "PIS"} and before is not None and (before == finite or before.tag_ == "KOUS"):
        return subject
    second = subject.right_edge.i + 1 == finite.i and (before is None or before.tag_ != "KOUS")
    return finite if second else None


def _with_capital(doc: Doc, first: int, changes: list[Change]) -> list[Change]:
    """The changes as one, with a capital letter at the start of the sentence."""
    end = max(change[1] for change in changes)
    last = next(word.i for word in doc[first:] if word.idx + len(word) >= end)
    text = text_of(doc, first, last, changes)
    return [(doc[first].idx, doc[last].idx + len(doc[last]), text[:1].upper() + text[1:])]
