"""Tokens and sentence boundaries of administrative German: abbreviations, ordinals, gender forms, references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language as Nlp
    from spacy.tokens import Doc, Token

ABBREVIATIONS = frozenset(
    """Abb. Abf. Abg. Abk. Abl. Abs. Abschn. Abt. Adr. Akz. allg. Allg. amtl. Anl. Anm. Ans. anschl. Apr. Art. Artt.
    Aug. ausschl. Ausg. AZ. Az. Bd. Beil. Bem. ber. bes. betr. Betr. Bez. bez. Bhf. Bl. brutt. bspw. Buchst.
    Buchst bzgl. bzw. ca. d.h. Dez. Dipl.-Ing. Dok. Dr. dt. ebd. ehem. eigtl. einschl. einschließl. Einw.
    entspr. erg. erl. etc. ev. evtl. exkl. Fa. Febr. Feb. ff. f. Fr. Frl. geb. Geb. gem. Gem. gen. ges. gesch.
    gest. gesetzl. ggf. ggfs. ggü. Hbf. Hdl. Hr. Hrn. hrsg. i.A. i.d.F. i.d.R. i.H.v. i.S.d. i.S.v. i.V. i.V.m.
    idF. Inh. inkl. insb. insbes. insg. inst. jährl. Jan. Jg. Jh. jur. Kap. kath. Kfm. Kfz. kfm. Krs. Kto.
    Kto.-Nr. led. lfd. lit. Lit. lt. max. mdl. med. mind. Min. min. Mio. Mitgl. möbl. monatl. Mrd. mtl. MwSt.
    n.Chr. nachf. näml. Nov. Nr. Nrn. o.a. o.Ä. o.g. Obb. Okt. öff. örtl. p.a. Pers. pers. Pfd. phil. Pkt. Pl.
    Plz. Pos. Postf. Prof. Prot. qm. rd. Ref. Reg. resp. rer. Rn. Rdnr. RdNr. Rspr. S. schriftl. Sek. sen. Sept.
    Sep. Ser. sog. sogen. St. staatl. Std. stellv. Str. str. stv. südl. Tab. Tel. Temp. Tsd. tel. telef. u.a.
    u.ä. u.g. u.U. Überschr. unverh. Urt. usf. usw. v. v.a. v.H. Verf. verh. Verm. Vers. vgl. Vgl. vollst. vorl.
    Vors. Vorst. VwV. wg. Whg. wtl. z.B. z.H. z.Hd. z.T. z.Zt. Zi. Ziff. Ziffn. zit. Ztr. zul. zzgl. zzt. Zz.""".split()
)
"""Abbreviations of one token; their full stop does not end a sentence."""

_MAY_END = frozenset("usw. etc. usf. ff. f. u.a. u.ä. o.Ä. EUR. Tel. p.a. v.H.".split())
_STARTERS = frozenset(
    """Alle Als Am An Auch Auf Aus Außerdem Bei Beim Bitte Da Dabei Dafür Daher Damit Danach Dann Darin Das Dazu Der
    Des Den Deshalb Die Dies Diese Diesen Dieser Dieses Ein Eine Einen Er Es Falls Füllen Für Geben Haben Hat
    Hier Hierfür Hierzu Ich Ihnen Ihr Ihre Ihrem Ihren Ihrer Im In Ist Jede Jeder Kann Kein Keine Können Legen
    Liegt Mit Nach Nur Ob Reichen Sie Sind So Sofern Soweit Sollte Sollten Über Um Und Unter Unsere Vom Von Vor
    Wann Was Weitere Welche Wenn Wer Werden Wie Wir Wird Wo Zu Zum Zur Zusätzlich""".split()
)
"""Words that after an ordinal or an abbreviation show a new sentence."""

_CLOSERS = frozenset("“ ” \" ' ’ » « ) ] ‘".split())
_BULLETS = frozenset("• ▪ ◦ ● ■ ☐ □ ☒ ☑ ❑ ❏ ➢ ►".split())
_ORDINAL = re.compile(r"(?:[\d.,/-]*\d|[IVX]{1,5})\.\Z")
_ENUMERATOR = re.compile(r"\d{1,2}\.\Z")
_MONTHS = frozenset(
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember Halbjahr Quartal".split()
)
_LEARNT = {
    "muss": "muß",
    "musst": "mußt",
    "musste": "mußte",
    "mussten": "mußten",
    "müsste": "müßte",
    "müssten": "müßten",
    "lässt": "läßt",
    "dass": "daß",
    "gem.": "gemäß",
    "bzgl.": "bezüglich",
    "ggf.": "gegebenenfalls",
    "inkl.": "einschließlich",
    "einschl.": "einschließlich",
    "zzgl.": "zuzüglich",
}
_STREET = re.compile(r"[a-zäöüß](?:str|pl|nr)\Z")


def prepare(nlp: Nlp) -> None:
    """Teaches the tokenizer abbreviations with a full stop."""
    tokenizer: Any = nlp.tokenizer
    for text in sorted(ABBREVIATIONS):
        tokenizer.add_special_case(text, [{"ORTH": text}])


def mark_sentences(doc: Doc) -> None:
    """Sets the start of every sentence from punctuation, abbreviations and bullets, before the parser looks."""
    start = True
    listed = (
        len(doc) > 2 and _ENUMERATOR.match(doc[0].text) and doc[1].text[:1].isupper() and doc[1].text not in _MONTHS
    )
    for token in doc:
        token.is_sent_start = start or token.text in _BULLETS
        start = token.i + 1 < len(doc) and (_ends(token, doc) or (token.i == 0 and bool(listed)))


def as_learnt(doc: Doc) -> Doc:
    """The same sentence in the spelling that the model has seen, or the very same doc.

    German treebanks date from before the spelling reform: a model trained on them, or by a teacher trained on
    them, takes *muss* for an adjective. So it is shown *muß*, and the answer is copied back. The same goes for
    abbreviations that stand for one word.
    """
    if not any(token.lower_ in _LEARNT for token in doc):
        return doc
    words = [_old(token) for token in doc]
    starts: list[bool | int | None] = [bool(token.is_sent_start) for token in doc]
    return type(doc)(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc], sent_starts=starts)


def _old(token: Token) -> str:
    old = _LEARNT.get(token.lower_)
    if old is None:
        return token.text
    return old.capitalize() if token.text[0].isupper() else old


def _ends(token: Token, doc: Doc) -> bool:
    """Whether the next token opens a sentence."""
    after = doc[token.i + 1]
    if after.text in _CLOSERS:
        return False
    last = token
    while last.i and last.text in _CLOSERS:
        last = doc[last.i - 1]
    if last.text in {"!", "?", "…", "..."} or set(last.text) <= {"!", "?"}:
        return _opens(after)
    if last.text == ".":
        return _opens(after) and not _abbreviates(last, doc, after)
    if last.like_url:
        return after.text in _STARTERS
    if last.text.endswith(".") and len(last) > 1:
        known = last.text in _MAY_END or _ORDINAL.match(last.text) is not None
        return known and after.text in _STARTERS
    return False


def _opens(token: Token) -> bool:
    first = token.text.lstrip("„\"'»(–-")[:1]
    return not first or not first.islower()


def _abbreviates(stop: Token, doc: Doc, after: Token) -> bool:
    """Whether a separate full stop belongs to an abbreviation such as a street name."""
    if stop.i == 0:
        return False
    before = doc[stop.i - 1]
    if _STREET.search(before.text):
        return after.is_digit or after.text not in _STARTERS
    return len(before) == 1 and before.text.isalpha() and after.text not in _STARTERS
