"""Exchanges one German word for another with the inflection of the first; nothing where the form is not certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages import Change, Form, Swap
from app.languages.agents_de import can_act
from app.languages.agreement_de import GOVERNS, cells_of, determiner_for
from app.languages.case_de import in_gender, joined_in_case
from app.languages.inflection_de import paradigm
from app.languages.light_verbs_de import plainly
from app.languages.outline_de import once
from app.languages.phrases_de import NounPhrase, noun_phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_CASE_OF_RELATION = {"sb": "nom", "oa": "acc", "da": "dat", "ag": "gen"}
_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "APPRART"})
_ATTRIBUTIVE = ("te", "ten", "ter", "tes", "tem", "ene", "enen", "ener", "enes", "enem")
_PRONOUNS = frozenset({"PPER", "PRELS", "PRELAT", "PDS", "PPOSAT"})
_OF_PEOPLE = frozenset(
    "Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres wir uns unser unsere ich mich mir mein meine".split()
)
"""Pronouns that never point at a thing."""
_FINITE = ("present", "preterite", "konjunktiv")


def swap(request: Swap) -> list[Change]:
    """The changes (start, end, text) in the block that carry out the exchange; empty when it is not safe to do."""
    if request.entry.pos == "noun":
        return _noun(request)
    if request.entry.pos == "adjective":
        return _adjective(request)
    if request.entry.pos == "verb":
        return _with_accusative(request) if request.plain.use == "object" else _verb(request)
    return plainly(request)


def _noun(request: Swap) -> list[Change]:
    token, plain = request.head, request.plain
    if not plain.forms or plain.forms.startswith("adj") or any(form.cell == "any" for form in request.forms):
        return []
    determiner, adjectives = _before(token)
    if plain.use == "article" and (determiner is None or determiner.tag_ == "APPRART"):
        return []  # *bei Antragstellung*, *zur Antragstellung berechtigt*
    if determiner is None and any(child.tag_ in _DETERMINERS for child in token.lefts):
        return []  # *die persönlich Vorsprache*: the article would be left behind
    if plain.use == "thing" and any(child.dep_ == "ag" and can_act(child) for child in token.children):
        return []  # *die Inanspruchnahme eines Bürgen*
    cells = {tuple(form.cell.split(".")) for form in request.forms}
    cells = _narrow(cells, token, determiner)
    genders = ((request.entry.forms or "").split(maxsplit=1)[0], plain.forms.split(maxsplit=1)[0])
    changed = genders[0] != genders[1] and any(cell[1] == "sg" for cell in cells)
    if changed and _is_referred_to(token):
        return []
    forms = {tuple(form.cell.split(".")): form for form in paradigm(plain.word, "noun", plain.forms) if not form.spare}
    target = {cell[:2]: form.text for cell, form in forms.items()}
    outcomes: set[tuple[Change, ...] | None] = set()
    for cell in cells:
        moved = _in_other_gender(token, determiner, adjectives, cell[0], genders) if cell[1] == "sg" and changed else ()
        form = target.get(cell[:2])
        outcomes.add(None if form is None or moved is None else (*moved, _change(token, form)))
    found = outcomes.pop() if len(outcomes) == 1 else None
    return sorted(found) if found is not None else []


_RELATIVES = {
    "m": {"nom": "der", "acc": "den", "dat": "dem", "gen": "dessen"},
    "f": {"nom": "die", "acc": "die", "dat": "der", "gen": "deren"},
    "n": {"nom": "das", "acc": "das", "dat": "dem", "gen": "dessen"},
}


def _in_other_gender(
    noun: Token, determiner: Token | None, adjectives: list[Token], case: str, genders: tuple[str, str]
) -> tuple[Change, ...] | None:
    """The changes in article, adjectives and relative pronoun when the noun changes its gender; none in doubt."""
    changes: list[Change] = []
    if determiner is not None:
        article = determiner_for(determiner.text, case, genders[1])
        if article is None:
            return None
        changes += [_change(determiner, article)] if article != determiner.lower_ else []
    for adjective in adjectives:
        text = in_gender(adjective, determiner, case, genders)
        if text is None:
            return None
        changes += [_change(adjective, text)] if text != adjective.text else []
    relative = _relative(noun)
    if relative is not None:
        cases = [one for one, text in _RELATIVES[genders[0]].items() if text == relative.lower_]
        cases = cases if len(cases) < 2 else [one for one in cases if one == _CASE_OF_RELATION.get(relative.dep_)]
        if len(cases) != 1:
            return None
        changes.append(_change(relative, _RELATIVES[genders[1]][cases[0]]))
    return tuple(changes)


def _relative(noun: Token) -> Token | None:
    """The relative pronoun that follows at once: *die Leistung, die …*, *der Vordruck, in dem …*."""
    following = noun.doc[noun.i + 1 : min(noun.i + 4, noun.sent.end)]
    if not len(following) or following[0].text != ",":
        return None
    words = [word for word in following[1:] if word.tag_ != "APPR"]
    return words[0] if words and words[0].tag_ in {"PRELS", "PRELAT"} and words[0].lower_ in _RELATIVE_FORMS else None


_RELATIVE_FORMS = frozenset(text for table in _RELATIVES.values() for text in table.values())


def _before(noun: Token) -> tuple[Token | None, list[Token]]:
    """The determiner of a noun and the adjectives between."""
    adjectives: list[Token] = []
    for token in reversed(noun.doc[noun.sent.start : noun.i]):
        if token.tag_ in {"ADJA", "CARD"}:
            adjectives.append(token)
        elif token.tag_ in _DETERMINERS:
            return token, adjectives
        else:
            return None, adjectives
    return None, adjectives


def _narrow(cells: set[tuple[str, ...]], noun: Token, determiner: Token | None) -> set[tuple[str, ...]]:
    """The cells that the determiner, the preposition or the relation of the noun allow."""
    if determiner is not None:
        allowed = cells_of(determiner.text)
        if allowed:
            cells = {cell for cell in cells if (cell[0], cell[2] if cell[1] == "sg" else "pl") in allowed}
    case = _CASE_OF_RELATION.get(noun.dep_)
    if noun.dep_ == "nk" and noun.head.tag_ == "APPR":
        case = GOVERNS.get(noun.head.lower_)
    fitting = {cell for cell in cells if cell[0] == case}
    return fitting or cells


def _is_referred_to(noun: Token) -> bool:
    """Whether a pronoun later in the sentence, but for its relative pronoun, may point at the noun."""
    following, relative = noun.doc[noun.i + 1 : noun.sent.end], _relative(noun)
    pointing = [token for token in following if token.tag_ in _PRONOUNS and token.text not in _OF_PEOPLE]
    return any(token != relative and token.dep_ != "ep" for token in pointing)  # *es geht nicht* points at nothing


def _adjective(request: Swap) -> list[Change]:
    token, plain = request.head, request.plain
    use = _use(request)
    if plain.use not in {None, use} or (plain.word.endswith("end") and use == "adverb"):
        return []  # *die nachfolgend genannten* are not *die folgend genannten*
    if use != "attribute" and token.lower_ == request.entry.word:
        return [_change(token, plain.word)]
    cells = {form.cell for form in request.forms}
    front, space, word = plain.word.rpartition(" ")
    fitting = {form.text for form in paradigm(word, "adjective", None) if form.cell in cells}
    return [_change(token, front + space + fitting.pop())] if len(fitting) == 1 else []


def _use(request: Swap) -> str:
    """What an adjective does: *die nachfolgenden Fragen*, *ist nachfolgend*, *kreuzen Sie nachfolgend an*."""
    token = request.head
    if token.lower_ != request.entry.word or token.tag_ == "ADJA":
        return "attribute"
    return "predicate" if token.dep_ == "pd" else "adverb"


def _verb(request: Swap) -> list[Change]:
    token = request.head
    if _takes_zu(token):
        return _with_zu(request, token.nbor(-1))
    if _is_doubtful(request.forms, token) or _is_attribute(token):
        return []
    cells = _verb_cells(request.forms, token)
    target = _target(request, cells)
    if target is None:
        return []
    if request.particle is None:
        return [_change(token, target.text)] if target.particle is None else []
    if target.particle is not None:
        return [_change(token, target.text), _change(request.particle, target.particle)]
    before = request.particle.nbor(-1)
    gap = (before.idx + len(before), request.particle.idx + len(request.particle), "")
    return [_change(token, target.text), gap]


def _with_accusative(request: Swap) -> list[Change]:
    """*Das bedarf keiner Unterschrift* as *Das braucht keine Unterschrift*: the genitive becomes the object.

    Not with *der*: *bedarf der Genehmigung* is *braucht eine Genehmigung*.
    """
    changes = _verb(request)
    phrases = [one for one in once(request.head.sent, "noun_phrases", noun_phrases) if _is_of(one, request.head)]
    if not changes or len(phrases) != 1:
        return []
    moved = joined_in_case(phrases[0].head, frozenset({"gen"}), "acc")
    return [] if moved is None else sorted([*changes, *moved])


def _is_of(phrase: NounPhrase, verb: Token) -> bool:
    determiner = phrase.determiner
    plain = determiner is not None and determiner.lower_ not in {"der", "des"}
    return plain and phrase.case == "gen" and phrase.preposition is None and phrase.head.head == verb


def _with_zu(request: Swap, particle: Token) -> list[Change]:
    """*zu gewährleisten* becomes *sicherzustellen*: a separable verb takes the *zu* inside."""
    target = next((form.text for form in paradigm(request.plain.word, "verb", None) if form.cell == "zu"), None)
    if target is None or not any(form.cell == "inf" for form in request.forms):
        return []
    if target.startswith("zu "):
        return [_change(request.head, target.removeprefix("zu "))]
    return [(particle.idx, request.head.idx + len(request.head), target)]


_PERSONS = {"ich": "1", "du": "2", "wir": "4"}


def _of_subject(cells: set[str], verb: Token) -> set[str]:
    """The cells of the person that the subject asks for: third person but for *ich*, *du*, *wir*."""
    subjects = [child.lower_ for child in verb.children if child.dep_ == "sb"]
    person = next((_PERSONS[word] for word in subjects if word in _PERSONS), None)
    wanted = {person} if person else {"3", "6"}
    return {cell for cell in cells if cell.split(".")[1] in wanted}


def _is_doubtful(forms: tuple[Form, ...], token: Token) -> bool:
    """Whether the form can be finite or a participle (*untersagt*), and neither auxiliary nor subject decides."""
    kinds = {form.cell.split(".")[0] for form in forms}
    if "part" not in kinds or kinds <= {"part", "inf"}:
        return False
    if token.tag_ == "VVPP":
        head = token.head.head if token.dep_ == "cj" and token.head.dep_ == "cd" else token
        return not (head.dep_ == "oc" and head.head.tag_.startswith("V")) and not (
            token.dep_ == "cj" and head.tag_ == "VVPP"
        )
    return not any(child.dep_ == "sb" for child in token.children)


def _is_attribute(token: Token) -> bool:
    """Whether the form may be an inflected participle before its noun: *die übersandten Unterlagen*."""
    if token.i + 1 == token.sent.end or not token.lower_.endswith(_ATTRIBUTIVE):
        return False
    return token.tag_ == "ADJA" or (token.tag_ != "VVINF" and token.nbor().tag_ in {"NN", "NE", "ADJA"})


def _verb_cells(forms: tuple[Form, ...], token: Token) -> set[str]:
    """The cells that fit the tag: a participle, an infinitive, or a finite form."""
    cells = {form.cell for form in forms}
    if token.tag_ == "VVPP":
        kept = {cell for cell in cells if cell.startswith("part")}
    elif token.tag_ == "VVIZU":
        kept = {cell for cell in cells if cell == "zu"}
    elif token.tag_ == "VVINF":
        kept = {cell for cell in cells if cell == "inf"}
    else:
        present = {cell for cell in cells if cell.startswith("present")}
        kept = _of_subject(present or {cell for cell in cells if cell.startswith(_FINITE)}, token)
    return kept or cells


def _target(request: Swap, cells: set[str]) -> Form | None:
    forms: dict[str, Form] = {}
    for known in paradigm(request.plain.word, "verb", None):
        forms.setdefault(known.cell, known)
    found = set()
    for cell in cells:
        final = cell.endswith(".final")
        form = forms.get(cell) or (forms.get(cell.removesuffix(".final")) if final else None)
        if form is None:
            return None
        if form.particle is not None and request.particle is None and _is_last(request.head):
            form = forms.get(f"{cell}.final", form)
        text = form.text.removeprefix("zu ") if cell == "zu" and request.head.tag_ == "VVINF" else form.text
        found.add((text, form.particle))
    if len(found) != 1:
        return None
    text, particle = found.pop()
    return Form(text, "", particle)


def _is_last(verb: Token) -> bool:
    """Whether the verb closes a subordinate clause, where prefix and stem stay together."""
    return any(child.tag_ in {"KOUS", "PRELS"} for child in verb.children)


def _takes_zu(verb: Token) -> bool:
    """Whether this is an infinitive with *zu* before it: *in Abzug zu bringen*."""
    return verb.tag_ == "VVINF" and verb.i > verb.sent.start and verb.nbor(-1).tag_ == "PTKZU"


def _change(token: Token, text: str) -> Change:
    if token.text[:1].isupper():
        text = text[:1].upper() + text[1:]
    return (token.idx, token.idx + len(token), text)
