"""German clauses: counted by the words that open them, which a small parser gets right more often than the heads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.languages import Clause, tokens_among
from app.languages.verbs_de import has_zu_inside, is_finite

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
    | frozenset("wer wen wem wessen was wann warum weshalb wohin woher wie wieso wieviel worin worum woran".split())
)
_VERBS = re.compile(r"V[AMV]")


def clauses(sent: Words) -> list[Clause]:
    """The main clause and every subordinate clause of a sentence, in text order.

    ``depth`` is 0 for the main clause, 1 for a clause in it, 2 for a clause in that one. A clause within
    a clause shows by a second opener before the first clause has its verb, or by its head.
    """
    openers = [token for token in tokens_among(sent, _MAY_OPEN) if _opens(token, sent)]
    if _is_verb_first(sent):
        openers.insert(0, sent[0])
    found = [Clause(sent.root, None, 0)]
    heads: dict[int, int] = {}
    for opener in openers:
        head = _verb_of(opener, sent)
        depth = 1 + max((heads[above.i] for above in head.ancestors if above.i in heads), default=0)
        heads[head.i] = max(depth, heads.get(head.i, 0))
        found.append(Clause(head, opener, depth))
    return found


def is_sentence(sent: Words) -> bool:
    """A finite verb (or imperative) and at least three words make a sentence."""
    words = [token for token in sent if token.is_alpha]
    return len(words) >= 3 and any(is_finite(token) for token in sent)


def _is_verb_first(sent: Words) -> bool:
    """Whether the sentence begins with a condition that opens with its verb: *Haben Sie Kinder, so …*.

    *Füllen Sie das Formular aus, …* is a request: a full verb before *Sie* is a condition only with *so*.
    """
    first = sent[0]
    if not is_finite(first) or first.tag_ in {"VVIMP", "VAIMP"} or len(sent) < 5 or sent.text.rstrip().endswith("?"):
        return False
    for token in sent:
        if token.tag_ != "$," or token.i + 2 >= sent.end:
            continue
        after = token.nbor(1)
        if after.lower_ == "so" and is_finite(token.nbor(2)):
            return True
        if is_finite(after) and (not first.tag_.startswith("VV") or first.nbor(1).text != "Sie"):
            return True
    return False


def _opens(token: Token, sent: Words) -> bool:
    if token.tag_ == "KOUS":
        if token.i + 1 < sent.end and token.nbor(1).lower_ in _ELLIPTIC:
            return False
        return token.lower_ in _CONJUNCTIONS and not (token.lower_ in _DOUBLE and _compares(token, sent))
    if token.tag_ in {"PRELS", "PRELAT"}:
        return _after_comma(token, sent)
    if token.tag_ in {"ART", "PDS"}:  # the tagger took it for an article; the parser knows a relative clause
        above = next((word for word in token.ancestors if _VERBS.match(word.tag_)), None)
        return above is not None and above.dep_ == "rc" and above.i > token.i and _after_comma(token, sent)
    if token.tag_ in _QUESTION_TAGS and token.i > sent.start:
        joined = token.nbor(-1).tag_ == "KON" and any(word.tag_ == "$," for word in sent.doc[sent.start : token.i])
        paired = joined and token.i - 2 >= sent.start and token.nbor(-2).tag_ in _QUESTION_TAGS  # *wo und wann*
        return token.lower_ != "wie" and not paired and (joined or _after_comma(token, sent))
    return token.tag_ == "KOUI" and token.lower_ in _INFINITIVE_OPENERS and _has_infinitive(token, sent)


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


def _verb_of(opener: Token, sent: Words) -> Token:
    """The verb of the clause that this word opens."""
    for above in opener.ancestors:
        if _VERBS.match(above.tag_):
            return above
    following = (token for token in sent.doc[opener.i + 1 : sent.end] if is_finite(token))
    return next(following, opener)
