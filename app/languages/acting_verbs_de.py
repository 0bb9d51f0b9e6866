"""The verbs of a German clause when somebody acts in it: *wird geprüft* as *prüfen*, *einzureichen* as *einreichen*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages import Change, Passive
from app.languages.inflection_de import paradigm
from app.languages.lemma_de import verb_lemma
from app.languages.verbs_de import ModalInfinitive

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PLURAL = {"kann": "können", "muss": "müssen", "darf": "dürfen", "soll": "sollen", "will": "wollen"}
_SINGULAR = {plural: singular for singular, plural in _PLURAL.items()}
_PAST_MODALS = frozenset("konnte könnte musste müsste durfte dürfte sollte wollte".split())
_PRESENT = frozenset({"wird", "werden"})
_PAST = frozenset({"wurde", "wurden"})
_PERFECT = frozenset({"ist", "sind"})


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the words in the nominative, and the cell of the verb (``present.4`` for *wir*)."""

    words: str
    cell: str

    @property
    def is_plural(self) -> bool:
        """Whether the verb stands in the plural."""
        return self.cell != "present.3"


WE = Actor("wir", "present.4")
YOU = Actor("Sie", "present.6")


@dataclass(frozen=True, slots=True)
class NewVerb:
    """The verbs of the new clause: the finite form with its particle, what closes the clause, and both together.

    ``end`` closes a main clause and is empty where the finite verb stands alone; ``final`` closes a subordinate clause.
    """

    finite: str
    end: str
    final: str


def text_of(doc: Doc, first: int, last: int, changes: list[Change]) -> str:
    """The words from the first to the last token with those of the changes that lie within."""
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    text: str = doc.text[start:end]
    for low, high, new in sorted(changes, reverse=True):
        if start <= low and high <= end:
            text = text[: low - start] + new + text[high - start :]
    return text


def verb_of(found: Passive | ModalInfinitive) -> str | None:
    """The infinitive of the main verb; none where its form in the text and its paradigm do not agree."""
    token = found.participle if isinstance(found, Passive) else found.infinitive
    infinitive = verb_lemma(token)
    forms = {form.text for form in paradigm(infinitive, "verb", None) if form.cell.startswith(("part", "zu"))}
    text = token.lower_
    return infinitive if {text, f"zu {text}"} & forms else None


def plain_infinitives(found: ModalInfinitive) -> list[Change] | None:
    """The changes that make plain infinitives of *auszufüllen und zu unterschreiben*."""
    changes = []
    for word in (found.infinitive, *found.others):
        plain = verb_lemma(word)
        if plain == word.lower_ and word.nbor(-1).tag_ == "PTKZU":
            changes.append((word.nbor(-1).idx, word.idx + len(word), plain))
        elif {form.text for form in paradigm(plain, "verb", None) if form.cell == "zu"} == {word.lower_}:
            changes.append((word.idx, word.idx + len(word), plain))
        else:
            return None
    return sorted(changes)


def ordering_verb(infinitive: str) -> NewVerb | None:
    """The verb of a request to the reader, *Reichen Sie … ein*; none where the paradigm is not known."""
    forms = {form.cell: form for form in reversed(paradigm(infinitive, "verb", None))}
    form = forms.get(YOU.cell)
    return None if form is None else NewVerb(form.text, form.particle or "", "")


def duty_verb(found: ModalInfinitive, modal: str, actor: Actor) -> tuple[NewVerb, list[Token]] | None:
    """The verbs of *muss … ausfüllen und unterschreiben* and the tokens whose place they take; none in doubt."""
    infinitives = plain_infinitives(found)
    if infinitives is None:
        return None
    doc, finite = found.finite.doc, modal if actor.is_plural else _SINGULAR[modal]
    verbs = [word for word in doc if infinitives[0][0] <= word.idx < infinitives[-1][1]]
    end = text_of(doc, verbs[0].i, verbs[-1].i, infinitives)
    return NewVerb(finite, end, f"{end} {finite}"), [found.finite, *verbs]


def singular(modal: str) -> str:
    """*muss* for *müssen*."""
    return _SINGULAR[modal]


def active_verb(passive: Passive, infinitive: str, actor: Actor) -> NewVerb | None:
    """The verbs of the active clause in the tense of the passive one."""
    finite, participle = passive.finite.lower_, passive.participle.text
    perfect = any(word.lower_ == "worden" for word in passive.words)
    if finite in _PRESENT and passive.finite == passive.auxiliary:
        return _present(passive, actor)
    have = "haben" if actor.is_plural else "hat"
    participles = _joined(passive, participle)
    if participles is None:
        return None
    if finite in _PAST and passive.finite == passive.auxiliary:
        return NewVerb(have, participles, f"{participles} {have}")
    if finite in _PERFECT and (perfect or passive.auxiliary.lower_ == "worden"):
        return NewVerb(have, participles, f"{participles} {have}")
    modal = _modal(finite, actor)
    if modal is None or passive.auxiliary.lower_ != "werden" or passive.others:
        return None
    return NewVerb(modal, infinitive, f"{infinitive} {modal}")


def _present(passive: Passive, actor: Actor) -> NewVerb | None:
    """*wird geprüft und bewilligt* as *prüfen und bewilligen*; of several verbs none may have a separate particle."""
    text = _joined(passive, passive.participle.text)
    if text is None:
        return None
    final = text
    for participle in (passive.participle, *passive.others):
        forms = {form.cell: form for form in reversed(paradigm(verb_lemma(participle), "verb", None))}
        form = forms.get(actor.cell)
        if form is None or (form.particle and passive.others):
            return None
        if not passive.others:
            last = forms.get(f"{actor.cell}.final", form) if form.particle else form
            return NewVerb(form.text, form.particle or "", last.text)
        final = final.replace(participle.text, form.text, 1)
    return NewVerb(final, "", final)


def _joined(passive: Passive, participle: str) -> str | None:
    """The participles as they stand (*geprüft und bewilligt*), when nothing else is between them."""
    if not passive.others:
        return participle
    words = sorted((passive.participle, *passive.others), key=lambda token: token.i)
    between = passive.participle.doc[words[0].i : words[-1].i + 1]
    if any(word not in words and word.tag_ not in {"KON", "$,"} for word in between):
        return None
    return between.text


def _modal(finite: str, actor: Actor) -> str | None:
    """The modal verb in the number of the actor; none when this is no modal verb."""
    singular = _SINGULAR.get(finite, finite.removesuffix("n") if finite.removesuffix("n") in _PAST_MODALS else finite)
    if singular not in _PLURAL and singular not in _PAST_MODALS:
        return None
    return (_PLURAL.get(singular) or f"{singular}n") if actor.is_plural else singular
