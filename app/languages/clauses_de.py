"""German clauses: counted by the words that open them, which a small parser gets right more often than the heads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.languages import Clause, lowers, tokens_among
from app.languages.outline_de import LONGEST, is_endless, outline
from app.languages.verbs_de import HABEN, SEIN, SUBJECTS, conjuncts, has_zu_inside, is_finite

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_CONJUNCTIONS = frozenset(
    """als bevor da damit dass daß ehe falls indem insofern insoweit nachdem ob obgleich obschon obwohl sobald sofern
    solange sooft soweit sowie trotzdem während weil wenn wenngleich wo wobei wodurch wofür wogegen womit wonach
    woraus worüber wozu zumal sodass bis seit seitdem weshalb weswegen""".split()
)
_DOUBLE = frozenset({"als", "sowie", "bis", "seit", "trotzdem", "während", "da", "wo"})
"""Also prepositions, adverbs or words of comparison."""
_ELLIPTIC = frozenset({"ja", "nein", "möglich", "nötig", "erforderlich", "vorhanden", "bekannt", "zutreffend"})
"""*Wenn ja, …* and *falls vorhanden* are no clauses."""
_INFINITIVE_OPENERS = frozenset("um ohne statt anstatt".split())
_OPENER_TAGS = frozenset({"KOUS", "PRELS", "PRELAT"})
_QUESTION_TAGS = frozenset({"PWS", "PWAT", "PWAV"})
_MAY_OPEN = (
    _CONJUNCTIONS
    | _INFINITIVE_OPENERS
    | frozenset("der die das dem den des deren dessen denen welcher welche welches welchem welchen".split())
    | frozenset("je wer wen wem wessen was wann warum weshalb wohin woher wie wieso wieviel worin worum woran".split())
)
_COMMA = frozenset({","})
_DUTIES = HABEN | SEIN
_INFINITIVE_TAGS = frozenset({"VVIZU", "VVINF", "VAINF", "VMINF"})
_VERBS = re.compile(r"V[AMV]")


def clauses(sent: Words) -> list[Clause]:
    """The main clause, further main clauses, and every subordinate clause of a sentence.

    The first main clause comes first, the others follow in text order. ``depth`` is 0 for a main clause, 1 for a clause
    in it, 2 for a clause in that one; joined clauses are equally deep. An infinitive clause behind a comma has no
    opener unless it is *um*, *ohne*, *statt* or *anstatt*; nor has *Wer umzieht, …* at the start, which stands for a
    noun.
    """
    # Nobody counts the clauses of a list of thousands of words; each costs a walk up the tree.
    openers = [token for token in tokens_among(sent, _MAY_OPEN)[:LONGEST] if _opens(token, sent)]
    starts: list[tuple[int, Token, Token | None]] = [
        (opener.i, _verb_of(opener, sent), None if stands_first(opener, sent) else opener) for opener in openers
    ]
    if _is_verb_first(sent):
        starts.append((sent.start, sent[0], sent[0]))
    endless = is_endless(sent)
    if not endless:
        starts += [(start, verb, None) for start, verb in _infinitive_clauses(sent, {verb.i for _, verb, _ in starts})]
    found = [Clause(sent.root, None, 0)]
    heads: dict[int, int] = {}
    for _, head, opener in sorted(starts, key=lambda item: item[0]):
        heads[head.i] = max(_depth(head, heads), heads.get(head.i, 0))
        found.append(Clause(head, opener, heads[head.i]))
    if not endless:
        found += [Clause(verb, None, 0) for verb in _further_main_verbs(sent.root, heads)]
    return [found[0], *sorted(found[1:], key=_place)]


def _place(clause: Clause) -> int:
    return clause.head.i if clause.opener is None else clause.opener.i


def _depth(head: Token, heads: dict[int, int]) -> int:
    """One more than the clause around it; as much as the clause to which it is joined."""
    below, above = head, head.head
    while above.i != below.i:
        if above.i in heads:
            # *ob Sie umziehen und wann das ist*: joined at the verb itself, not somewhere below it
            return heads[above.i] if below.dep_ in {"cj", "cd"} and _is_joined_to(head, above) else heads[above.i] + 1
        below, above = above, above.head
    return 1


def _is_joined_to(verb: Token, first: Token) -> bool:
    while verb.dep_ == "cj":
        verb = verb.head.head if verb.head.dep_ == "cd" else verb.head
        if verb.i == first.i:
            return True
    return False


def _further_main_verbs(root: Token, heads: dict[int, int]) -> list[Token]:
    """The finite verbs that are joined to the main verb and have a subject of their own."""
    found, queue = [], [root]
    while queue:
        for verb in conjuncts(queue.pop()):
            queue.append(verb)
            if is_finite(verb) and verb.i not in heads:
                following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
                if following.tag_ == "PPER" or any(child.dep_ in SUBJECTS for child in verb.children):
                    found.append(verb)
    return found


def _infinitive_clauses(sent: Words, known: set[int]) -> list[tuple[int, Token]]:
    """The infinitives with *zu* that a comma cuts off, each with the place of its first word."""
    found = []
    shape = outline(sent.doc)
    for place in range(sent.start, sent.end):
        if shape.tags[place] not in _INFINITIVE_TAGS or place in known:
            continue
        separate = place > sent.start and shape.tags[place - 1] == "PTKZU"
        if not separate and not has_zu_inside(shape.lowers[place]):
            continue
        token = sent.doc[place]
        start = token.left_edge.i
        start += token.doc[start].tag_ == "$,"
        if start > sent.start and token.doc[start - 1].tag_ == "$," and _is_own_clause(token, start):
            found.append((start, token))
    return found


def _is_own_clause(infinitive: Token, start: int) -> bool:
    """Whether the comma before it opens the infinitive clause, and does not close an insertion: *ist, falls …, zu*."""
    head = infinitive.head
    if head.lower_ not in _DUTIES or head.i > start:
        return True
    between = head.doc[head.i + 1 : start]
    return sum(word.tag_ == "$," for word in between) % 2 == 1 and any(
        word.tag_ in {"ADJD", "NN", "VVPP"} for word in between
    )


def is_sentence(sent: Words) -> bool:
    """A finite verb (or imperative) and at least three words make a sentence."""
    words = [token for token in sent if token.is_alpha]
    return len(words) >= 3 and any(is_finite(token) for token in sent)


def _is_verb_first(sent: Words) -> bool:
    """Whether the sentence begins with a condition that opens with its verb: *Haben Sie Kinder, so …*.

    *Füllen Sie das Formular aus, …* is a request: a full verb before *Sie* is a condition only with *so*.
    """
    first = sent[0]
    if not is_finite(first) or first.tag_ in {"VVIMP", "VAIMP"} or len(sent) < 5 or _is_question(sent):
        return False
    for token in tokens_among(sent, _COMMA):
        if token.i + 2 >= sent.end:
            continue
        after = token.nbor(1)
        if after.lower_ == "so" and is_finite(token.nbor(2)):
            return True
        if is_finite(after) and (not first.tag_.startswith("VV") or first.nbor(1).text != "Sie"):
            return True
    return False


def _is_question(sent: Words) -> bool:
    return "?" in lowers(sent.doc)[max(sent.start, sent.end - 2) : sent.end]


def _opens(token: Token, sent: Words) -> bool:
    if token.lower_ == "je":  # *Je höher das Einkommen ist, desto …*
        return any(word.lower_ in {"desto", "umso"} for word in sent.doc[token.i + 1 : sent.end])
    if token.tag_ == "KOUS":
        elliptic = token.i + 1 < sent.end and token.nbor(1).lower_ in _ELLIPTIC
        return (
            token.lower_ in _CONJUNCTIONS and not elliptic and not (token.lower_ in _DOUBLE and _compares(token, sent))
        )
    if token.tag_ in {"PRELS", "PRELAT"}:
        return _after_comma(token, sent)
    if token.tag_ in {"ART", "PDS"}:
        return _opens_relative(token, sent)
    if token.tag_ in _QUESTION_TAGS:
        return _opens_question(token, sent)
    return token.tag_ == "KOUI" and token.lower_ in _INFINITIVE_OPENERS and _has_infinitive(token, sent)


def _opens_relative(token: Token, sent: Words) -> bool:
    """Whether this is a relative pronoun that the tagger took for an article; the parser knows a relative clause."""
    above = next((word for word in token.ancestors if _VERBS.match(word.tag_)), None)
    return above is not None and above.dep_ == "rc" and above.i > token.i and _after_comma(token, sent)


def _opens_question(token: Token, sent: Words) -> bool:
    """*, wann das ist*, *Wer umzieht, …*; not *Wann ziehen Sie um?*."""
    if stands_first(token, sent):
        return _is_free_relative(token, sent)
    joined = token.nbor(-1).tag_ == "KON" and any(word.tag_ == "$," for word in sent.doc[sent.start : token.i])
    paired = joined and token.i - 2 >= sent.start and token.nbor(-2).tag_ in _QUESTION_TAGS  # *wo und wann*
    return token.lower_ != "wie" and not paired and (joined or _after_comma(token, sent))


def _has_infinitive(token: Token, sent: Words) -> bool:
    """Whether an infinitive with *zu* follows in the same stretch: *um zu zahlen*, not *um 12 Uhr*."""
    for after in sent.doc[token.i + 1 : sent.end]:
        if after.tag_ in {"PTKZU", "VVIZU"} or has_zu_inside(after.lower_):
            return True
        if after.tag_ in {"$,", "$."} or is_finite(after):
            return False
    return False


def _compares(token: Token, sent: Words) -> bool:
    """*als Vater*, *sowie die Nachweise*, *während der Frist gilt*: no verb closes the stretch up to the next comma."""
    for after in sent.doc[token.i + 1 : sent.end]:
        if after.tag_ in {"$,", "$."}:
            return True
        if _VERBS.match(after.tag_):
            following = after.nbor(1) if after.i + 1 < sent.end else None
            return following is not None and not (
                following.tag_ in {"$,", "$.", "KON", "$("} or _VERBS.match(following.tag_)
            )
    return True


def _after_comma(token: Token, sent: Words) -> bool:
    """Whether a comma stands before the word, perhaps with a preposition or *und* between."""
    for before in reversed(sent.doc[max(sent.start, token.i - 3) : token.i]):
        if before.tag_ == "$,":
            return True
        if before.tag_ not in {"APPR", "APPRART", "KON", "ADV"}:
            return False
    return False


def stands_first(token: Token, sent: Words) -> bool:
    """Whether this is a question word at the start of a sentence, behind a colon or a bullet."""
    first = token.i == sent.start or token.nbor(-1).text in {":", "*", "•", "-", "–"}
    return first and token.tag_ in _QUESTION_TAGS


def _is_free_relative(opener: Token, sent: Words) -> bool:
    """*Wer umzieht, muss sich anmelden*: a verb closes the stretch before the first comma, a verb follows it."""
    for token in sent.doc[opener.i + 1 : sent.end - 1]:
        if token.tag_ == "$,":
            return is_finite(token.nbor(-1)) and is_finite(token.nbor(1)) and not _is_question(sent)
    return False


def _verb_of(opener: Token, sent: Words) -> Token:
    """The verb of the clause that this word opens: its finite verb where the parser knows."""
    for above in opener.ancestors:
        if _VERBS.match(above.tag_):
            return _finite_above(above)
    following = (token for token in sent.doc[opener.i + 1 : sent.end] if is_finite(token))
    return next(following, opener)


def _finite_above(verb: Token) -> Token:
    while verb.dep_ == "oc" and not is_finite(verb) and _VERBS.match(verb.head.tag_):
        low, high = sorted((verb.i, verb.head.i))
        if any(word.tag_ == "$," for word in verb.doc[low:high]):
            break
        verb = verb.head
    return verb
