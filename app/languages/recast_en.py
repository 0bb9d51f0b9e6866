"""Tells an English passive with somebody who acts: *will be checked by the office* as *the office will check*.

Who acts is not invented here: the caller says so, or the clause itself does (*by the office*). None where any word of
the new clause would be in doubt: only one clause, its subject in front, one verb.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages import Change, Passive

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_SUBJECT_FORM = {"me": "I", "us": "we", "him": "he", "her": "she", "them": "they", "you": "you", "it": "it"}
_OBJECT_FORM = {"i": "me", "we": "us", "he": "him", "she": "her", "they": "them", "you": "you", "it": "it"}
_MODALS = frozenset("will would can could may might must should shall".split())
_BE_NOW, _BE_PAST = frozenset({"is", "are", "am"}), frozenset({"was", "were"})
_NOT = frozenset({"not", "n't", "n’t"})
_CLAUSAL = frozenset({"relcl", "advcl", "ccomp", "csubj", "parataxis", "xcomp", "acl"})


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the words as a subject, and whether the verb stands without *-s*."""

    words: str
    plural: bool


WE = Actor("we", plural=True)
YOU = Actor("you", plural=True)


def lemma_of(passive: Passive) -> str:
    """The verb of a passive in its base form."""
    lemma: str = passive.participle.lemma_.lower()
    return lemma


def agent_of(passive: Passive) -> tuple[Actor, Token, Token] | None:
    """Who acts by the words of the clause, with the first and last word of *by …*; none where it is no plain phrase."""
    preposition = passive.agent
    if preposition is None:
        return None
    nouns = [child for child in preposition.children if child.dep_ == "pobj"]
    words = list(preposition.subtree)
    if len(nouns) != 1 or any(word.dep_ in _CLAUSAL or word.is_punct for word in words):
        return None
    noun = nouns[0]
    first, last = words[1], words[-1]
    if first.i != preposition.i + 1 or noun.tag_ not in {"NN", "NNS", "NNP", "NNPS", "PRP"}:
        return None
    joined = any(child.dep_ == "conj" for child in noun.children)
    if noun.tag_ == "PRP":
        form = _SUBJECT_FORM.get(noun.lower_)
        return None if form is None or joined else (Actor(form, form not in {"he", "she", "it"}), preposition, noun)
    plural = noun.tag_ in {"NNS", "NNPS"} or joined
    return Actor(noun.doc[first.i : last.i + 1].text, plural), preposition, last


def active(passive: Passive, actor: Actor, gone: tuple[Token, Token] | None = None) -> list[Change] | None:
    """The change that tells the sentence in the active with this actor; ``gone`` are the ends of *by …*."""
    sent, subject = passive.participle.sent, passive.subject
    if subject is None or not _is_plain(sent, passive) or subject.dep_ != "nsubjpass":
        return None
    first, last = subject.left_edge, subject.right_edge
    chain = list(sent.doc[last.i + 1 : passive.participle.i])
    verbs = _verbs(chain, passive, actor)
    if verbs is None or any(word.is_punct or word.dep_ in _CLAUSAL for word in subject.subtree):
        return None
    before = sent.doc[sent.start : first.i]
    if len(before) and (before[-1].text != "," or len(before) > 8):
        return None
    words = actor.words if len(before) else _capital(actor.words)
    told = f"{words} {verbs} {_as_object(subject)}"
    changes: list[Change] = [(first.idx, passive.participle.idx + len(passive.participle), told)]
    if gone is not None:
        start = gone[0].nbor(-1)
        changes.append((start.idx + len(start), gone[1].idx + len(gone[1]), ""))
    return changes


def _is_plain(sent: Words, passive: Passive) -> bool:
    """Whether the sentence is one statement with this one verb."""
    if sent.text.rstrip().endswith("?") or passive.participle.dep_ not in {"ROOT", "acomp", "attr"}:
        return False
    if any(child.dep_ in {"conj", "cc", "xcomp", "ccomp", "oprd", "dobj"} for child in passive.participle.children):
        return False
    others = (word for word in sent if word.tag_ in {"VBZ", "VBP", "VBD", "MD"} and word != passive.finite)
    return not any(True for _ in others)


def _verbs(chain: list[Token], passive: Passive, actor: Actor) -> str | None:
    """The new verbs with what stands among them: *has not yet been* as *have not yet …*."""
    lemma, lower = lemma_of(passive), [word.lower_ for word in chain]
    be = next((place for place, word in enumerate(lower) if word in {"be", "been"} | _BE_NOW | _BE_PAST), None)
    if be is None or passive.auxiliary.lower_ != lower[be]:
        return None
    between = [word.text for word in chain[be + 1 :] if word.tag_ == "RB" and word.lower_ not in _NOT]
    denied = any(word in _NOT for word in lower[be:])
    if len(between) + denied != len(chain[be + 1 :]):
        return None
    adverbs = "".join(f"{word} " for word in between)
    front = "".join(f"{word.text_with_ws}" for word in chain[:be])
    if lower[be] in _BE_NOW | _BE_PAST and be == 0:
        return _simple(lemma, past=lower[be] in _BE_PAST, denied=denied, plural=actor.plural, adverbs=adverbs)
    if lower[be] == "be" and lower[0] in _MODALS | {"cannot", "ca", "wo"} and not denied:
        return f"{front}{adverbs}{lemma}"
    if lower[be] == "been" and lower[0] in {"has", "have"} and not denied:
        have = "have" if actor.plural else "has"
        return f"{have}{front[len(lower[0]) :]}{adverbs}{passive.participle.text}"
    return None


def _simple(lemma: str, *, past: bool, denied: bool, plural: bool, adverbs: str) -> str | None:
    if denied:
        helper = "did" if past else "do" if plural else "does"
        return f"{helper} not {adverbs}{lemma}"
    from lemminflect import getInflection  # here: it brings spaCy in, which the web process does without

    forms = getInflection(lemma, "VBD" if past else "VBP" if plural else "VBZ")
    return f"{adverbs}{forms[0]}" if forms else None


def _as_object(subject: Token) -> str:
    words = subject.doc[subject.left_edge.i : subject.right_edge.i + 1].text
    if subject.tag_ == "PRP" and len(words.split()) == 1:
        return _OBJECT_FORM.get(subject.lower_, words)
    first = subject.left_edge
    return (
        words
        if first.tag_ in {"NNP", "NNPS"} or (first.text.isupper() and len(first) > 1)
        else words[:1].lower() + words[1:]
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
