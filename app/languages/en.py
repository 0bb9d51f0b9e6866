"""What is known about English: sentences, passives, clauses, syllables, words. Penn tags and ClearNLP relations."""

from __future__ import annotations

from app.languages.clauses_en import clauses, is_sentence, order, statements
from app.languages.numbers_en import numbers
from app.languages.passive_en import passives
from app.languages.references_en import legal_references
from app.languages.syllables_en import syllables
from app.languages.tokens_en import mark_sentences, prepare
from app.languages.traits_en import traits
from app.languages.words_en import is_word

__all__ = [
    "clauses",
    "is_sentence",
    "is_word",
    "legal_references",
    "mark_sentences",
    "numbers",
    "order",
    "passives",
    "prepare",
    "statements",
    "syllables",
    "traits",
]
