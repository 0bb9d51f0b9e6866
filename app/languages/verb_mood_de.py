"""Mood and person of a German finite verb in its clause: request, question, condition, reported speech; its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages.finite_forms_de import IMPERATIVE, PRESENT, SUBJUNCTIVE_2, FiniteForm, Person, readings
from app.languages.outline_de import Outline
from app.languages.verb_roles_de import AUXILIARIES, FINITE, MODALS
from app.languages.verbs_de import HABEN, SEIN, WERDEN

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

START, JOINED, AFTER_COMMA, INSIDE = "start", "joined", "after-comma", "inside"
"""Where a verb stands: it opens the sentence, follows *und*, follows a comma, or none of these."""

_PERSONS: dict[str, frozenset[Person]] = {
    "ich": frozenset({(1, "sg")}),
    "du": frozenset({(2, "sg")}),
    "er": frozenset({(3, "sg")}),
    "es": frozenset({(3, "sg")}),
    "man": frozenset({(3, "sg")}),
    "wer": frozenset({(3, "sg")}),
    "jeder": frozenset({(3, "sg")}),
    "wir": frozenset({(1, "pl")}),
    "ihr": frozenset({(2, "pl")}),
}
_THIRD: frozenset[Person] = frozenset({(3, "sg"), (3, "pl")})
_STATES = frozenset(
    """
    wohnen leben beziehen erhalten bekommen besitzen verfügen benötigen brauchen arbeiten kennen wissen wünschen gehören
    verdienen studieren heißen glauben meinen finden erreichen erfahren verlieren bleiben beherrschen liegen planen
    betreiben bewohnen genießen befinden unterliegen zählen profitieren haften leiden stammen kommen sparen
    """.split()
)
"""Verbs that nobody is asked to do: *Wohnen Sie zur Miete* is a question or a condition."""
_ASKED = frozenset("geduld verständnis mut vertrauen acht".split())
"""*Haben Sie Geduld*: what one is asked to have."""
_CONDITIONS = frozenset("wenn falls sofern als".split())
_TOLD = frozenset(
    "gestern damals ursprünglich zunächst war waren wurde wurden hatte hatten konnte konnten musste mussten".split()
)
"""Words of a story: beside them *sollte* is a past."""
_CLEAR_SUBJUNCTIVE = frozenset(
    "würde würden hätte hätten wäre wären könnte könnten müsste müssten dürfte dürften".split()
)


def subject_of(shape: Outline, known: dict[int, str], top: int, below: list[int]) -> int | None:
    """The head of the subject of a group, or none; joined verbs share the subject of the first."""
    for verb in (top, *below):
        for child in shape.under(verb):
            if shape.deps[child] in {"sb", "ep"} and shape.tags[child][0] != "$" and shape.lowers[child][0].isalnum():
                return child
    after = top + 1
    if after < len(shape.tags) and shape.tags[after] == "PPER" and shape.lowers[after] in {"sie", "ich", "wir"}:
        return after
    for child in shape.under(top):
        # *der Sachbearbeiter prüft*: this article is never an accusative
        if shape.deps[child] == "oa" and any(shape.lowers[part] == "der" for part in shape.under(child)):
            return child
    first = _first_conjunct(shape, top)
    if first is not None and known.get(first) == FINITE and first != top:
        return subject_of(shape, known, first, [place for place in shape.under(first) if shape.deps[place] == "oc"])
    return None


def _first_conjunct(shape: Outline, place: int) -> int | None:
    if shape.deps[place] != "cj":
        return None
    link = shape.heads[place]
    return shape.heads[link] if shape.deps[link] == "cd" else link


def finite_form(sent: Words, shape: Outline, top: int, subject: int | None, grouped: bool) -> FiniteForm:
    """The reading of the finite verb ``top`` that fits its place and its subject.

    ``grouped`` says whether other verbs hang on it (*würde … prüfen*).
    """
    word = shape.lowers[top]
    place = position(shape, top, sent.start)
    if _is_polite_request(sent, shape, top, place):
        return FiniteForm(PRESENT, IMPERATIVE, frozenset({(3, "pl")}))
    if not grouped and _is_familiar_request(sent, shape, top, subject, place):
        number = "pl" if word.endswith("t") and shape.tags[top].endswith("IMP") and word not in _SHORT else "sg"
        return FiniteForm(PRESENT, IMPERATIVE, frozenset({(2, number)}))
    options = readings(word)
    persons = _persons(shape, subject)
    fitting = [form for form in options if form.persons & persons]
    chosen = (fitting or list(options))[0]
    if len(options) > 1:
        chosen = _weighed(sent, shape, top, subject, fitting or list(options))
    return FiniteForm(chosen.tense, chosen.mood, (chosen.persons & persons) or chosen.persons)


_SHORT = frozenset("tritt rat bitt halt biet".split())


def _persons(shape: Outline, subject: int | None) -> frozenset[Person]:
    if subject is None:
        return frozenset((person, number) for person in (1, 2, 3) for number in ("sg", "pl"))
    word = shape.lowers[subject]
    if word in _PERSONS and shape.tags[subject] in {"PPER", "PIS", "PWS"}:
        return _PERSONS[word]
    return _THIRD


def _weighed(sent: Words, shape: Outline, top: int, subject: int | None, options: list[FiniteForm]) -> FiniteForm:
    """The likelier of several readings: *habe* without *ich* is reported speech, *Sollten Sie …* a condition."""
    word, first = shape.lowers[top], options[0]
    lowers = shape.lowers[sent.start : sent.end]
    place = position(shape, top, sent.start)
    helper = word in AUXILIARIES or word in MODALS
    if (
        subject is None
        and helper
        and place != START
        and first.persons == frozenset({(1, "sg")})
        and "ich" not in lowers
    ):
        return options[-1]
    if options[-1].mood != SUBJUNCTIVE_2:
        return first
    opener = shape.child(top, "cp")
    conditional = opener is not None and shape.lowers[opener] in _CONDITIONS
    unreal = any(other in _CLEAR_SUBJUNCTIVE for other in lowers)
    if word in {"sollte", "sollten", "solltest"}:
        # Letters and forms advise far more often than they tell what was to be.
        return first if any(other in _TOLD for other in lowers) and not (conditional or unreal) else options[-1]
    return options[-1] if conditional and unreal else first


def position(shape: Outline, top: int, start: int) -> str:
    """Where the verb stands: at the start (also after *Bitte*, bullets, a colon), after *und*, a comma, or inside."""
    joined = False
    for place in range(top - 1, start - 1, -1):
        word, tag = shape.lowers[place], shape.tags[place]
        if tag == "$,":
            return AFTER_COMMA
        if tag == "KON":
            joined = True
        elif word == ":" or (tag == "$." and word != "."):
            return START
        elif word in {"so", "dann"} and place > start and shape.tags[place - 1] == "$,":
            return AFTER_COMMA
        elif word != "bitte" and tag not in {"$(", "$."} and not _is_number(word, place - start):
            return JOINED if joined else INSIDE
    return START


def _is_number(word: str, distance: int) -> bool:
    return distance < 3 and (not word[:1].isalpha() or (len(word) <= 2 and word.endswith((")", "."))))


def _is_polite_request(sent: Words, shape: Outline, top: int, place: str) -> bool:
    """*Reichen Sie … ein*; not *Haben Sie …?*, *Wohnen Sie zur Miete, so …*, *Sie reichen … ein*."""
    word, after = shape.lowers[top], top + 1
    if place == INSIDE or after >= sent.end or sent.doc[after].text != "Sie" or word in MODALS:
        return False
    if (word in SEIN and word != "seien") or (word not in {"seien", "werden"} and not word.endswith("n")):
        return False
    if "bitte" in shape.lowers[max(sent.start, top - 2) : top] or "bitte" in shape.lowers[after + 1 : after + 2]:
        return True
    if word in WERDEN or "?" in shape.lowers[max(after, sent.end - 3) : sent.end]:
        return False
    if word in HABEN:
        return place != AFTER_COMMA and any(child in _ASKED for child in shape.lowers[after : after + 4])
    return word not in _STATES and (place != START or not is_condition(shape, top, sent.end))


def is_condition(shape: Outline, top: int, end: int) -> bool:
    """Whether a verb that opens the sentence opens a condition: *Reichen Sie nichts ein, entfällt der Anspruch*.

    A list of requests does not count: *Füllen Sie das Formular aus, unterschreiben Sie es*.
    """
    for comma in range(top + 1, end - 2):
        if shape.tags[comma] != "$,":
            continue
        verb = comma + 1
        if shape.lowers[verb] in {"so", "dann"}:
            verb += 1
            if shape.tags[verb].endswith(("FIN", "IMP")) or shape.lowers[verb] in MODALS:
                return True
        elif shape.tags[verb].endswith(("FIN", "IMP")) or shape.lowers[verb] in MODALS:
            word = shape.lowers[verb]
            free = word in MODALS or word in AUXILIARIES or word in _STATES
            closed = verb + 1 < end and shape.lowers[verb + 1] != "sie"
            subordinate = verb + 1 < end and shape.tags[verb + 1] in {"$,", "$."}
            return (free or closed) and not subordinate
    return False


def _is_familiar_request(sent: Words, shape: Outline, top: int, subject: int | None, place: str) -> bool:
    """*Gib deinen Namen an*, *Beachte die Frist*, *Siehe Seite 3*."""
    if place not in {START, JOINED} or sent.doc[sent.end - 1].text == "?":
        return False
    if subject is not None and (shape.lowers[subject] not in {"du", "ihr"} or subject < top):
        return False
    if shape.tags[top].endswith("IMP"):
        return True
    capital = sent.doc[top].text[0].isupper()
    return place == START and capital and shape.tags[top] == "VVFIN" and shape.lowers[top].endswith("e")
