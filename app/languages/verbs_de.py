"""German verb groups: who is the auxiliary, what is the main verb, and do they make a passive or a duty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import ablaut

from app.languages import Passive, duty_words_de, tokens_among
from app.languages.participles_de import is_adjective, takes_sein
from app.languages.words import german

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

WERDEN = frozenset(
    "werde wirst wird werden werdet wurde wurdest wurden wurdet würde würdest würden würdet worden werdend".split()
)
SEIN = frozenset("bin bist ist sind seid war warst waren wart sei seien wäre wären sein gewesen".split())
HABEN = frozenset("habe hast hat haben habt hatte hattest hatten hätte hätten".split())
_PASSIVE = WERDEN | SEIN
_STAY = frozenset("bleibt bleiben blieb blieben".split())
_DUTY = HABEN | SEIN | _STAY
SUBJECTS = frozenset({"sb", "sbp", "ep"})

_ALWAYS_FINITE = frozenset(
    "ist sind war waren wird wurde hat hatte muss musst kann kannst darf soll sollte will".split()
)
"""Forms that are finite whatever the tagger says."""

_PREFIX = """
    ab an auf aus bei bereit bekannt da dar durch ein empor entgegen fehl fern fest fort frei gegenüber geltend
    glaubhaft gleich heim her herab heran heraus herbei herein hervor hin hinaus hinein hinweg hinzu hoch inne
    instand klar kund los mit nach nieder offen preis richtig rück sicher statt still teil um unter voll vor
    voran voraus vorbei vorweg wahr weg weiter wieder zu zugrunde zurecht zurück zusammen über
""".split()
_ZU_INSIDE = re.compile(rf"(?:{'|'.join(sorted(_PREFIX, key=len, reverse=True))})zu\w{{2,}}(?:en|ern|eln)\Z")
_PARTICIPLE = re.compile(
    rf"(?:{'|'.join(sorted(_PREFIX, key=len, reverse=True))})?(?:ge|be|ver|er|ent|zer|miss)\w{{2,}}(?:t|en)\Z"
)
_AGENTS = frozenset("von vom durch".split())
_LIGHT = frozenset("gestellt gesetzt genommen gebracht gezogen gelassen gehalten gegeben".split())
"""*in Rechnung gestellt*: with a preposition and a bare noun these mean little by themselves."""


@dataclass(frozen=True, slots=True)
class ModalInfinitive:
    """*ist … einzureichen* or *hat … vorzulegen*: ``finite`` and the first ``infinitive`` with *zu*.

    ``particle`` is the separate *zu*, or none when it stands inside the word. ``have`` tells *haben* from *sein*.
    """

    finite: Token
    infinitive: Token
    particle: Token | None
    have: bool
    others: tuple[Token, ...] = ()
    """Further infinitives that share the finite verb: *auszufüllen und zu unterschreiben*."""

    @property
    def words(self) -> tuple[Token, ...]:
        """The verbs in text order."""
        return tuple(sorted((self.finite, self.infinitive, *self.others), key=lambda token: token.i))


def conjuncts(token: Token) -> list[Token]:
    """What is joined to a word right away, by a conjunction or a comma; what is joined to those is left out."""
    found = []
    for link in token.children:
        if link.dep_ == "cj":
            found.append(link)
        elif link.dep_ == "cd":
            found += [child for child in link.children if child.dep_ == "cj"]
    return found


def is_finite(token: Token) -> bool:
    """Whether this is a finite verb or an imperative."""
    return token.tag_ in {"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"} or token.lower_ in _ALWAYS_FINITE


def is_participle(token: Token) -> bool:
    """Whether this can be the participle of a verb group."""
    return token.tag_ == "VVPP" or (
        token.tag_ in {"VVFIN", "VVINF", "ADJD"}
        and _PARTICIPLE.match(token.lower_) is not None
        and f"{token.lower_}d" not in german()  # „entscheidend“: an infinitive, not a participle
    )


def passives(sent: Words) -> list[Passive]:
    """The *werden*-passives of a sentence and its state passives, one for each auxiliary, in text order."""
    found: dict[int, Passive] = {}
    for token in tokens_among(sent, _PASSIVE):
        if token.lower_ in SEIN:
            if (participle := _state_of(token)) is not None:
                found[token.i] = _passive(token, participle, state=True)
            continue
        participle = _participle_of(token) or _stray_participle(token, sent)
        if participle is None or participle.i in {item.participle.i for item in found.values()}:
            continue
        if any(child.tag_ == "PRF" for verb in (token, participle) for child in verb.children):
            continue  # *es werden sich Änderungen ergeben*: the future
        found[token.i] = _passive(token, participle, state=False)
    # „wird … bearbeitet werden“: the outer *werden* is the future, the inner one the passive.
    return [item for _, item in sorted(found.items())]


def _passive(auxiliary: Token, participle: Token, *, state: bool) -> Passive:
    others = (*_joined_before(auxiliary), *_coordinated(participle))
    return Passive(
        auxiliary,
        participle,
        _finite_of(auxiliary),
        _subject(auxiliary),
        _agent(participle),
        state=state,
        others=others,
        fixed=tuple(word for verb in (participle, *others) for word in _fixed(verb)),
    )


def _fixed(participle: Token) -> Iterator[Token]:
    """The words right before a participle that make it another verb: *bekannt* gegeben, *zur Verfügung* gestellt."""
    start = participle.i
    while start > participle.sent.start:
        before = participle.doc[start - 1]
        phrase = before.head if before.dep_ == "nk" else before
        if phrase.head != participle or not _is_fixed(phrase, before, participle):
            return
        yield from participle.doc[phrase.i : start]
        start = phrase.i


def _is_fixed(phrase: Token, last: Token, participle: Token) -> bool:
    """Whether a word or a preposition with its noun belongs to the verb, not to the sentence around it."""
    if phrase.dep_ == "cvc":
        return True
    if phrase.tag_ == "APPR" and phrase.i + 1 == last.i:
        return last.tag_ == "NN" and participle.lower_ in _LIGHT
    return phrase.tag_ in {"ADJD", "ADV", "PTKVZ"} and f"{phrase.lower_}{participle.lower_}" in german()


def _state_of(auxiliary: Token) -> Token | None:
    """The participle of a state passive: *ist beigefügt*; not of a perfect (*ist eingegangen*) or an adjective."""
    if not auxiliary.tag_.startswith("VA") or (auxiliary.i and auxiliary.nbor(-1).lower_ == "worden"):
        return None
    for child in auxiliary.children:
        if child.dep_ in {"oc", "pd"} and child.tag_ == "VVPP":
            word = child.lower_
            return None if takes_sein(word) or is_adjective(word) else child
    return None


def _participle_of(auxiliary: Token) -> Token | None:
    children = [child for child in auxiliary.children if child.dep_ in {"oc", "pd"}]
    for child in children:
        if child.tag_ == "VVPP" or (child.dep_ == "oc" and child.tag_ != "ADJD" and is_participle(child)):
            if (child.dep_ == "pd" and child.tag_ != "VVPP") or _is_future(auxiliary, child):
                continue
            return child
        if child.dep_ == "oc" and child.tag_ == "VVINF" and auxiliary.lower_.startswith("wurd"):
            return child  # *wurde … erlassen*: no future
        linked = next((cousin for cousin in child.children if cousin.dep_ == "oc" and cousin.tag_ == "VVPP"), None)
        if child.lower_ == "worden" and linked is not None:
            return linked
    return None


def _coordinated(participle: Token) -> Iterator[Token]:
    """The participles that are joined to this one and have no auxiliary of their own."""
    queue = [participle]
    while queue:
        for other in conjuncts(queue.pop()):
            if other.tag_ == "VVPP" and not _has_own_auxiliary(other):
                yield other
                queue.append(other)


def _joined_before(auxiliary: Token) -> Iterator[Token]:
    """*können gespeichert und verarbeitet werden*: the earlier participle, where the auxiliary was joined to it."""
    first = _first_conjunct(auxiliary)
    if first is not None and first.tag_ == "VVPP" and not _has_own_auxiliary(first):
        yield first


def _first_conjunct(token: Token) -> Token | None:
    if token.dep_ != "cj":
        return None
    return token.head.head if token.head.dep_ == "cd" else token.head


def _is_future(auxiliary: Token, verb: Token) -> bool:
    """Whether *erhalten*, *vergessen* … is an infinitive here: it has an object, and its participle is the same."""
    bare = verb.lower_.endswith("en") and "ge" not in verb.lower_[:6]
    if not bare or auxiliary.tag_ != "VAFIN" or all(child.dep_ != "oa" for child in verb.children):
        return False
    try:
        return bool(ablaut.conjugate(verb.lower_).past_participle == verb.lower_)
    except ValueError:
        return True


def _stray_participle(auxiliary: Token, sent: Words) -> Token | None:
    """The participle at the end of the clause when the parser lost it in a long sentence."""
    if auxiliary.tag_ != "VAFIN" or any(child.dep_ in {"oc", "pd"} for child in auxiliary.children):
        return None
    for token in sent.doc[auxiliary.i + 1 : sent.end]:
        if token.tag_ == "VVPP" and _closes_clause(token, sent) and not _has_own_auxiliary(token):
            return token
    return None


def _closes_clause(token: Token, sent: Words) -> bool:
    after = token.nbor(1) if token.i + 1 < sent.end else None
    return after is None or after.tag_ in {"$,", "$.", "$(", "KON"} or after.is_punct


def _has_own_auxiliary(participle: Token) -> bool:
    head = participle.head
    if participle.dep_ == "oc" and head.tag_.startswith("VA"):
        return True
    following = participle.nbor(1) if participle.i + 1 < len(participle.doc) else None
    return following is not None and following.tag_.startswith(("VA", "VM"))


def _finite_of(verb: Token) -> Token:
    top = verb
    first = _first_conjunct(verb)
    if verb.tag_ == "VAINF" and first is not None and first.tag_.startswith("V"):
        top = first
    while top.dep_ in {"oc", "re"} and top.head.tag_.startswith("V"):
        between = top.doc[min(top.i, top.head.i) : max(top.i, top.head.i)]
        commas = sum(word.tag_ == "$," for word in between)
        if commas % 2 or (is_finite(top) and any(child.dep_ == "cp" for child in top.children)):
            break  # another clause; commas around an insertion come in pairs
        top = top.head
    return top


def _subject(verb: Token) -> Token | None:
    top = _finite_of(verb)
    for candidate in (top, verb):
        for child in candidate.children:
            if child.dep_ == "sb":
                return child
    return None


def _agent(participle: Token) -> Token | None:
    for child in participle.children:
        if child.dep_ == "sbp":
            return child
    for child in participle.children:
        if child.lower_ in _AGENTS and child.dep_ == "mo" and _names_somebody(child):
            return child
    return None


def _names_somebody(preposition: Token) -> bool:
    """Whether the phrase may name an agent: *von der Behörde*, not *von 30 Euro* or *vom 3. Mai an*."""
    nouns = [child for child in preposition.children if child.tag_ in {"NN", "NE", "PPER"}]
    measures = {"euro", "eur", "uhr", "prozent", "tagen", "wochen", "monaten", "jahren", "seiten", "bis"}
    return any(noun.lower_ not in measures and noun.tag_ != "PPER" for noun in nouns)


def modal_infinitives(sent: Words) -> list[ModalInfinitive]:
    """*sein* or *haben* with *zu* and infinitive in the sense of must or can, in text order."""
    nearest: dict[int, ModalInfinitive] = {}
    for token in tokens_among(sent, _DUTY):
        have = token.lower_ in HABEN
        if token.tag_ != ("VVFIN" if token.lower_ in _STAY else "VAFIN"):
            continue
        stray = _stray_infinitives(token, sent) if token.lower_ not in _STAY else []
        for infinitive, particle in _zu_infinitives(token) or stray:
            if _is_duty(token, infinitive, have=have):
                other = nearest.get(infinitive.i)
                # *Wer arm ist, hat … zu beantragen*: the nearer verb has the infinitive.
                if other is None or abs(token.i - infinitive.i) < abs(other.finite.i - infinitive.i):
                    others = tuple(_joined_infinitives(infinitive))
                    nearest[infinitive.i] = ModalInfinitive(token, infinitive, particle, have, others)
                break
    return sorted(nearest.values(), key=lambda found: found.words[0].i)


def _zu_infinitives(finite: Token) -> list[tuple[Token, Token | None]]:
    linked = [child for child in finite.children if child.dep_ in {"oc", "pd", "re"}]
    return [found for child in linked if (found := _with_zu(child)) is not None]


def _joined_infinitives(infinitive: Token) -> Iterator[Token]:
    queue = [infinitive]
    while queue:
        for other in conjuncts(queue.pop()):
            if _with_zu(other) is not None:
                yield other
                queue.append(other)


def _with_zu(verb: Token) -> tuple[Token, Token | None] | None:
    """An infinitive with its *zu*, or none: *einzureichen*, *zu prüfen*."""
    if verb.tag_ == "VVIZU" or (verb.tag_ in {"VVINF", "VVPP", "VVFIN"} and has_zu_inside(verb.lower_)):
        return verb, None
    if _opens_with_zu(verb):
        return verb, None
    if verb.tag_ in {"VVINF", "VAINF", "VMINF", "VVPP"} and verb.i:
        before = verb.nbor(-1)
        if before.tag_ == "PTKZU":
            return verb, before
    return None


def _opens_with_zu(word: Token) -> bool:
    """*Beizufügen sind …*: the capital letter makes the tagger take it for a noun; *Auszubildenden* is one."""
    return word.is_sent_start is True and has_zu_inside(word.lower_) and not word.lower_.endswith("enden")


def _stray_infinitives(finite: Token, sent: Words) -> list[tuple[Token, Token | None]]:
    """The infinitive that the parser lost behind an insertion: *hat jede Änderung, auch eine kleine, anzuzeigen*.

    Commas come in pairs around an insertion; one alone would open a clause of its own, unless the verb stands right
    behind it.
    """
    if any(child.dep_ == "svp" or _is_predicate(child) or _is_main_verb(child) for child in finite.children):
        return []
    commas, last = 0, -1
    for token in sent.doc[finite.i + 1 : sent.end]:
        if token.tag_ == "$,":
            commas, last = commas + 1, token.i
        elif is_finite(token) and commas % 2 == 0:
            return []
        found = _with_zu(token)
        if found is not None and _closes_clause(token, sent) and token.head.dep_ != "re":
            close = token.i - last <= (1 if found[1] is None else 2)
            # *sind der Vertrag, der Pass und ein Foto beizufügen*: the comma stands between the things.
            listed = commas == 1 and finite.lower_ == "sind" and any(w.tag_ == "KON" for w in sent.doc[last : token.i])
            return [found] if commas % 2 == 0 or (commas > 1 and close) or listed else []
    return []


def _is_predicate(child: Token) -> bool:
    adverb = child.text.endswith(".") or child.lower_ in duty_words_de.MANNERS
    return child.dep_ == "pd" and child.tag_ in {"ADJD", "VVPP", "ADV"} and not adverb


def _is_main_verb(child: Token) -> bool:
    """Whether the finite verb has its verb: a participle or an infinitive with *zu*."""
    return child.dep_ == "oc" and (child.tag_ in {"VVPP", "VAPP", "VMPP"} or _with_zu(child) is not None)


def has_zu_inside(word: str) -> bool:
    """Whether this is an infinitive with *zu* between prefix and stem, such as *beizufügen*."""
    return _ZU_INSIDE.match(word) is not None


def _is_duty(finite: Token, infinitive: Token, *, have: bool) -> bool:
    low, high = sorted((finite.i, infinitive.i))
    other = duty_words_de.NO_DUTY_TO_HAVE if have else duty_words_de.NO_DUTY_TO_BE
    if infinitive.lower_ in other or any(child.tag_ == "KOUI" for child in infinitive.children):
        return False
    between = finite.doc[low + 1 : high]
    if infinitive.i > finite.i and _own_clause(finite, infinitive):
        return False
    if have:
        return not any(
            word.lower_ in duty_words_de.PREDICATE_NOUNS or word.lower_ in duty_words_de.AMOUNTS for word in between
        )
    if any(word.lower_ in duty_words_de.OBLIGED for word in between):
        return False
    before = infinitive.i < finite.i and not _opens_with_zu(infinitive)
    if before and any(child.dep_ == "pd" and child.tag_ == "NN" for child in finite.children):
        return False  # *Die Frist zu verlängern ist ein Fehler*
    predicates = [child for child in finite.children if _is_predicate(child) and child.i != infinitive.i]
    # *ist es wichtig, … festzuhalten*: the pronoun stands for the infinitive.
    points_ahead = finite.i + 2 < high and finite.nbor(1).lower_ == "es" and finite.nbor(2).tag_ == "ADJD"
    return not predicates and not points_ahead


def _own_clause(finite: Token, infinitive: Token) -> bool:
    """Whether a comma cuts the infinitive off: *Es ist nötig, den Antrag zu stellen*."""
    # A clause hung on the infinitive may be the insertion itself: *ist, sofern Sie nicht zahlen, beizufügen*.
    clauses = [child for child in infinitive.lefts if any(word.dep_ == "cp" for word in child.children)]
    inserted = {word.i for clause in clauses for word in clause.subtree}
    first = min(word.i for word in infinitive.subtree if word.i not in inserted) if inserted else infinitive.left_edge.i
    left = max(first, finite.i + 1)
    last = infinitive.i - 1
    comma = last if finite.doc[last].tag_ == "$," else left if finite.doc[left].tag_ == "$," else left - 1
    return infinitive.head.i == finite.i and finite.doc[comma].tag_ == "$," and not _insertion(finite, comma)


def _insertion(finite: Token, comma: int) -> bool:
    """Whether the comma closes an inserted clause right after the finite verb: *ist, sofern …, beizufügen*."""
    commas = [word.i for word in finite.doc[finite.i + 1 : comma + 1] if word.tag_ == "$,"]
    return len(commas) >= 2 or finite.doc[comma + 1].lower_ in duty_words_de.AFTERTHOUGHTS
