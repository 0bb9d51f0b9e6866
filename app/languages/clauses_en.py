"""English clauses and statements: finite verbs with what opens them, read from Penn tags and ClearNLP relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages import Clause, lowers

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_FINITE = frozenset(("MD", "VBZ", "VBP", "VBD"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
_SUBORDINATE = frozenset(("ccomp", "advcl", "relcl", "csubj", "csubjpass", "pcomp", "acl", "xcomp", "parataxis"))
_AUXILIARIES = frozenset(("aux", "auxpass"))
_SEMICOLON = ";"
_JOINED = frozenset(("conj", "ccomp", "parataxis"))
"""How the parser hangs a main clause on another; a *ccomp* stands before it then."""

ORDERS = frozenset(
    """
    add answer apply ask attach be bring choose click complete continue cross deliver describe detach do enclose ensure
    enter explain fill find follow give go include indicate insert keep leave look make omit pay pick provide put read
    refer remember remove send show specify submit supply take tell tick type wait write
    """.split()
)
"""Verbs with which forms give orders; the small model takes some of them for nouns or adjectives."""

HOMOGRAPHS = frozenset(
    """
    call check circle contact copy date download email fax fold hand initial list mail mark move name note number
    phone photocopy place post print record repeat report request return review save scan see select sign skip staple
    state stop tab turn upload use visit
    """.split()
)
"""Orders that are as often nouns on a form: *Contact the office*, but *Contact person*."""

_CONDITIONS = frozenset("if when where unless once before after for in to as".split())
_CONDITIONALS = frozenset("if when where unless once although because while".split())
_OBJECTS = frozenset(("DT", "PRP", "PRP$", "PDT", "WP", "WRB", "WDT", "EX"))
_ADVERBIALS = frozenset(("CD", "NNS", "IN", "RP", "RB", "TO", "JJ"))
_PARTS = frozenset("part section line page box question form schedule step item column".split())
_ALL = frozenset("everyone everybody everything anyone anything all both each here".split())
_BEFORE_ORDER = frozenset(
    ("advmod", "aux", "neg", "intj", "punct", "advcl", "prep", "meta", "npadvmod", "cc", "dep", "mark")
)


_NEAR = 60
"""Words that fit into brackets or quotation marks."""


def clauses(sent: Words) -> list[Clause]:
    """The clauses of a sentence in text order; ``head`` is the main verb, on which all words of the clause hang.

    A clause has a finite verb or is an order; *to sign the form* and *living alone* are no clauses of their own.
    """
    depths: dict[int, int] = {}
    found: list[Clause] = []
    for token in _downwards(sent.root):
        above = depths.get(token.head.i, 0) if token != sent.root else 0
        if not _opens_clause(token, sent):
            depths[token.i] = above
            continue
        depths[token.i] = above + 1 if _is_subordinate(token) else above
        found.append(Clause(head=token, opener=_opener(token), depth=depths[token.i]))
    return sorted(found, key=lambda clause: clause.head.i)


def is_sentence(sent: Words) -> bool:
    """Whether this is a sentence with a finite main verb or an order, not a fragment, label or heading."""
    if _is_topic(sent) or _is_label_with_clause(sent):
        return False
    return _is_finite(sent.root) or order(sent) is not None or any(_is_finite(token) for token in _beside(sent.root))


def order(sent: Words) -> Token | None:
    """The verb of a sentence that tells the reader to do something (*Please sign here*), or none."""
    root = sent.root
    if root.tag_ in ("VB", "VBP") and not _has_subject(root) and not _has_to(root) and _stands_first(root, sent):
        return root
    if _is_finite(root) and root.tag_ != "VBP":
        return None
    return next((token for token in _places_of_orders(sent) if _is_order(token)), None)


def statements(sent: Words) -> list[tuple[Token, ...]]:
    """The verbs of each statement, in text order: of each main clause with a subject of its own, and of an order.

    *We check the form and you get a letter* has two. Verbs that share a subject (*sign the form and send it back*) make
    one, and so do a condition and its main clause.
    """
    found = []
    root, asked = sent.root, order(sent)
    for token in sent:
        if token != root and (token.dep_ not in _JOINED or _is_alternative(token) or _is_enclosed(token)):
            continue
        if _is_statement(token, sent, root, asked) and _is_main(token, sent, root):
            auxiliaries = [child for child in token.lefts if child.dep_ in _AUXILIARIES]
            found.append((*auxiliaries, token))
    return found


def _is_statement(verb: Token, sent: Words, root: Token, asked: Token | None) -> bool:
    """Whether a verb is finite with a subject of its own, or is an order."""
    if _is_finite(verb) and (verb == root or _has_subject(verb)):
        return verb == root or not _is_strange_past(verb, root)
    if verb.tag_ not in ("VB", "VBP") or _has_subject(verb) or _has_to(verb):
        return False
    return verb == asked or _SEMICOLON in lowers(sent.doc)[sent.start : sent.end]


def _is_strange_past(verb: Token, root: Token) -> bool:
    """*Enter the amount … credit claimed*: beside an order or the present, a past in *-ed* is mostly a participle."""
    return verb.tag_ == "VBD" and root.tag_ != "VBD" and verb.lower_.endswith("ed")


def _is_alternative(verb: Token) -> bool:
    """*Did you work or were you paid?*: one question."""
    asks = verb.sent[-1].text[-1] == "?"
    return asks and any(word.lower_ == "or" for word in verb.doc[verb.head.i : verb.i])


def _is_enclosed(token: Token) -> bool:
    """Whether a word stands in brackets or in quotation marks."""
    before = token.doc[max(token.sent.start, token.i - _NEAR) : token.i].text
    return before.count("(") > before.count(")") or any(before.count(a) > before.count(b) for a, b in ("“”", "‘’"))


def _is_main(verb: Token, sent: Words, root: Token) -> bool:
    """Whether a clause is the main one, or is joined to it by nothing but a sign or *and*."""
    while verb != root:
        if verb.dep_ not in _JOINED or _opener(verb) is not None or (verb.dep_ == "ccomp" and verb.i > verb.head.i):
            return False
        if verb.left_edge.lower_ in _CONDITIONALS:
            return False
        verb = verb.head
    opener = _opener(verb)
    return opener is None or opener.i == sent.start or opener.tag_ != "WDT"


def _is_topic(sent: Words) -> bool:
    """*What you need*: a heading in the shape of a clause."""
    return sent[0].tag_ in ("WP", "WRB", "WDT") and sent[0].head == sent.root and sent[-1].text[-1] not in ".!?"


def _is_label_with_clause(sent: Words) -> bool:
    """*Name (as it is written in the passport)*: the only finite verb stands in brackets behind the name."""
    if sent[0].text == "(" or not _is_enclosed(sent.root):
        return False
    return not any(token.tag_ in _FINITE and not _is_enclosed(token) for token in sent)


def _downwards(root: Token) -> list[Token]:
    """A token and all beneath it, each after its head."""
    ordered = [root]
    for token in ordered:
        ordered.extend(token.children)
    return ordered


def _opens_clause(token: Token, sent: Words) -> bool:
    if token == sent.root:
        return is_sentence(sent)
    if token.dep_ == "conj":
        return _is_finite(token) and (_has_subject(token) or any(c.dep_ in _AUXILIARIES for c in token.children))
    return token.dep_ in _SUBORDINATE and _is_finite(token)


def _is_subordinate(token: Token) -> bool:
    joined = token.dep_ == "ccomp" and token.i < token.head.i and _opener(token) is None
    return token.dep_ in _SUBORDINATE and token.dep_ != "parataxis" and not joined


def _is_finite(verb: Token) -> bool:
    """Whether the verb, or an auxiliary that hangs on it, is finite."""
    if verb.tag_ == "VBD":
        return not _is_bare_participle(verb)
    return verb.tag_ in _FINITE or any(c.dep_ in _AUXILIARIES and c.tag_ in _FINITE for c in verb.lefts)


def _is_bare_participle(verb: Token) -> bool:
    """*Date signed*, *Signature required*: a label that the model reads as past tense."""
    sent = verb.sent
    closed = sent[-1].text[-1] in ".!?"
    return verb == sent.root and not closed and verb.lower_.endswith("ed") and len(sent) <= 4


def _beside(root: Token) -> list[Token]:
    """Main clauses that the parser has hung beneath a fragment: *Yes, I agree*, *1. You must sign*."""
    return [
        child
        for child in root.children
        if child.dep_ in ("conj", "ccomp", "parataxis") and _has_subject(child) and not _is_enclosed(child)
    ]


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def _has_to(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.lefts)


def _stands_first(verb: Token, sent: Words) -> bool:
    """Whether only adverbs, a condition or a place stand before the verb: *If you agree, sign here*."""
    nouns = any(token.tag_.startswith("NN") and token.head == verb for token in sent if token.i < verb.i)
    return not nouns and all(child.dep_ in _BEFORE_ORDER for child in verb.lefts)


def _places_of_orders(sent: Words) -> list[Token]:
    """The first word, and the first after the comma that ends an opening condition."""
    words = [token for token in sent if _is_word(token) and token.lower_ != "please"]
    places = words[:1]
    if words and words[0].lower_ in _CONDITIONS:
        places.extend(token for token in words if token.i > sent.start and token.nbor(-1).text == ",")
    return places


def _is_order(token: Token) -> bool:
    """Whether a word that may be a noun is followed by what an order governs: *Attach copies*, *sign here*."""
    if token.i + 1 >= token.sent.end:
        return False
    after = token.nbor(1)
    if after.lower_ == "of":
        return False
    if token.lower_ in HOMOGRAPHS:
        return after.tag_ in _OBJECTS or after.lower_ in _ALL
    if token.lower_ not in ORDERS:
        return False
    return after.tag_ in _OBJECTS | _ADVERBIALS or after.lower_ in _ALL | _PARTS or after.dep_ in ("prt", "dobj")


def _opener(head: Token) -> Token | None:
    """The conjunction or wh-word that opens a clause."""
    for child in head.lefts:
        first = child.left_edge
        if _compares(child):
            return None
        if child.dep_ == "mark" or first.tag_ in ("WDT", "WP", "WP$", "WRB"):
            return child if child.dep_ == "mark" else first
        if child.lower_ == "that" and child.dep_ == "nsubj" and child.i > head.sent.start and child.nbor(-1).is_punct:
            return child  # *an office, that will answer*
    return None


def _compares(token: Token) -> bool:
    """*As soon as you can*: the second *as* opens no clause that a reader has to keep in mind."""
    return token.lower_ == "as" and any(word.lower_ == "as" for word in token.doc[max(0, token.i - 3) : token.i])


def _is_word(token: Token) -> bool:
    return not (token.is_punct or token.is_space or token.tag_ in ("LS", "NFP") or token.like_num)
