"""German: the grammar facts that rules ask for, from STTS tags and TIGER relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages import references_de, verb_forms_de
from app.languages.agreement_de import cells_of
from app.languages.brackets_de import brackets
from app.languages.clauses_de import clauses, is_sentence
from app.languages.compounds_de import compounds
from app.languages.coordination_de import coordinations
from app.languages.difficulty_de import rare_words
from app.languages.genitives_de import genitive_chains
from app.languages.inflection_de import paradigm
from app.languages.lemma_de import lemma, verb_lemma
from app.languages.negations_de import negations
from app.languages.numbers_de import numbers
from app.languages.passive_substitutes_de import passive_substitutes
from app.languages.phrases_de import noun_phrases
from app.languages.pronouns_de import pronouns
from app.languages.references_de import Reference
from app.languages.statements_de import statements
from app.languages.syllables_de import syllables
from app.languages.tags_de import settle
from app.languages.tokens_de import mark_sentences, prepare
from app.languages.traits_de import traits
from app.languages.used_verbs_de import used_verbs
from app.languages.verb_groups_de import verb_groups
from app.languages.verbs_de import ModalInfinitive, modal_infinitives, passives
from app.languages.words import german

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

__all__ = [
    "ModalInfinitive",
    "Reference",
    "brackets",
    "clauses",
    "compounds",
    "coordinations",
    "genitive_chains",
    "is_sentence",
    "is_word",
    "legal_references",
    "lemma",
    "mark_sentences",
    "modal_infinitives",
    "negations",
    "noun_phrases",
    "numbers",
    "passive_substitutes",
    "passives",
    "prepare",
    "pronouns",
    "rare_words",
    "settle",
    "statements",
    "syllables",
    "traits",
    "used_verbs",
    "verb_groups",
    "verb_lemma",
]


_ADJECTIVE = ("er", "en", "em", "es", "e")
_PARTICIPLE = ("ge", "be", "ver", "er", "ent", "zer")


def legal_references(sent: Words) -> list[Reference]:
    """References to law in a sentence; offsets are those of the text of the whole block."""
    shift = sent.start_char
    text = sent.text
    if not any(sign in text for sign in ("§", "Art", "Para")):
        return []
    return [
        Reference(found.start + shift, found.end + shift, found.sections)
        for found in references_de.legal_references(text)
    ]


_NOT_LISTED = frozenset("beide beidem beiden beider beides".split())


def is_word(form: str) -> bool:
    """Whether this very form is a known German word.

    The list has few inflected adjectives, so their base will do; few verbs with a prefix (*einsenden*), so a form that
    our verbs explain and whose paradigm has it will do as well; and articles and pronouns are known by their endings.
    """
    words = german()
    if form in words or form in _NOT_LISTED:
        return True
    base = next((form.removesuffix(ending) for ending in _ADJECTIVE if form.endswith(ending)), form)
    verb = base.endswith("t") and not base.startswith(_PARTICIPLE)
    if form[:1].islower() and len(base) > 3 and base != form and not verb and base in words:
        return True
    return form[:1].islower() and (bool(cells_of(form)) or _is_verb(form))


def _is_verb(form: str) -> bool:
    """Whether the form leads to a verb in whose paradigm it stands: *angegeben*, *mitteilt*, *einzureichen*."""
    for kind in "fpiz":
        verb = verb_forms_de.infinitive(form, kind)
        if verb is not None and any(form == known.text for known in paradigm(verb, "verb", None)):
            return verb_forms_de.is_known(verb)
    return False
