"""Says *können* for *in der Lage sein* and *die Möglichkeit haben* with an infinitive; nothing where it is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.lemma_de import verb_lemma
from app.languages.light_verb_forms_de import Place, exchanged
from app.languages.outline_de import once
from app.languages.phrases_de import noun_phrases

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_SURE = frozenset("der die das den dem dieser diese dieses diesen".split())
_MINE = ("Ihr", "unser", "mein", "sein", "ihr")
_ARTICLES = frozenset({"die", "eine"})
_OPENERS = frozenset({"KOUS", "KOUI", "PRELS", "PRELAT", "PWAV", "PWS"})


@dataclass(frozen=True, slots=True)
class _Deed:
    """What somebody is able to do: the tokens between the comma and the infinitive, and the infinitive without *zu*."""

    first: int
    verb: Token
    zu: Token | None
    infinitive: str

    @property
    def opens(self) -> int:
        """The first character of the infinitive with its *zu*."""
        return int(self.verb.idx if self.zu is None else self.zu.idx)


def able(place: Place) -> list[Change]:
    """*Sie sind in der Lage, den Antrag zu stellen* as *Sie können den Antrag stellen*; empty where it is in doubt."""
    request = place.request
    doc, head, fixed = request.head.doc, request.head, request.fixed
    first = fixed[0].i
    if len(fixed) == 1:
        if doc[first - 1].lower_ not in _ARTICLES or doc[first - 1].dep_ == "ROOT":
            return []
        first -= 1
    behind = fixed[-1].i + 1
    last = place.is_last or not place.is_finite
    if last and (behind >= len(doc) or doc[behind] != head):
        return []
    behind += last
    deed = _deed(doc, behind, head.sent.end)
    verbs = exchanged(place, "können")
    if deed is None or verbs is None or first == head.sent.start or doc[first - 1].tag_ in {"ADJD", "KON"}:
        return []  # *gesundheitlich in der Lage sein*, *bereit oder in der Lage sein*
    if doc[deed.first].tag_ == "PRF" and doc[first - 1] not in {place.group.subject, place.group.finite}:
        return []  # *können Sie jederzeit sich melden*
    infinitive, gone = deed.infinitive, [] if last else list(verbs[0])
    if last:
        infinitive += " " + next(text for start, _, text in verbs[0] if start == head.idx)
    denial = _denial(doc, first, deed)
    if denial is None:
        return []
    told = "".join(word.text_with_ws for word in doc[denial[0] : denial[1]])
    gone.append((doc[denial[0]].idx, doc[deed.first].idx, ""))
    return sorted([*gone, (deed.opens, deed.verb.idx + len(deed.verb), told + infinitive)])


def _deed(doc: Doc, place: int, end: int) -> _Deed | None:
    """The only infinitive with *zu* behind the words, at the end of its clause; the comma before it may be missing."""
    first = place + 1 if place < end and doc[place].text == "," else place
    found = [word for word in doc[first:end] if word.tag_ == "VVIZU" or (word.tag_ == "PTKZU" and word.i + 1 < end)]
    if len(found) != 1 or first >= end:
        return None
    zu = found[0] if found[0].tag_ == "PTKZU" else None
    verb = found[0] if zu is None else doc[zu.i + 1]
    after = doc[verb.i + 1] if verb.i + 1 < end else None
    if after is None or after.tag_[:1] != "$" or (zu is not None and verb.tag_[1:] != "VINF" and verb.tag_ != "VAINF"):
        return None
    between = doc[first : (zu or verb).i]
    if any(word.text in {"(", ";", ":"} for word in between) or _has_stray_comma(between):
        return None
    infinitive = verb.lower_ if zu is not None else verb_lemma(verb)
    return _Deed(first, verb, zu, infinitive)


def _has_stray_comma(words: Span) -> bool:
    """Whether commas stand between that neither a list of nouns nor one relative clause explains."""
    commas = [word.i for word in words if word.text == ","]
    if not commas or all(word.tag_[:1] != "V" and word.tag_ not in _OPENERS for word in words):
        return False
    return len(commas) != 2 or all(word.tag_ != "PRELS" for word in words.doc[commas[0] + 1 : commas[0] + 3])


def _denial(doc: Doc, first: int, deed: _Deed) -> tuple[int, int] | None:
    """The tokens of *nicht* or *nicht mehr* before the words that go to the infinitive, an empty stretch where none do.

    None (``None``) where they could not: they may behind one definite object, *kann die Kosten nicht tragen*.
    """
    start = first - 1 - (doc[first - 1].lower_ == "mehr")
    stop = (deed.zu or deed.verb).i
    if doc[start].lower_ != "nicht" or stop == deed.first:
        return (first, first)
    phrase = next((one for one in once(doc[first].sent, "noun_phrases", noun_phrases) if one.first == deed.first), None)
    if phrase is None or phrase.case not in {"acc", "dat"} or phrase.preposition is not None:
        return None
    sure = phrase.determiner is not None and (
        phrase.determiner.lower_ in _SURE or phrase.determiner.text.startswith(_MINE)
    )
    whole = set(phrase.head.subtree)
    inside = all(word in whole or word.text == "," for word in doc[deed.first : stop])
    return (start, first) if sure and inside else None
