"""Tokens and sentence boundaries of administrative German: abbreviations, ordinals, gender forms, references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy
from spacy.util import compile_prefix_regex, compile_suffix_regex

if TYPE_CHECKING:
    from spacy.language import Language as Nlp
    from spacy.tokens import Doc

_WRITTEN = frozenset(
    """a.D. a.F. Abb. Abf. Abg. Abk. Abl. Abs. Abschn. Abt. abzgl. Adr. Akz. Allg. allg. amtl. Anl. Anm. Ans. anschl.
    Apr. Art. Artt. Aug. Ausg. ausschl. Ausst. AZ. Az. Bd. Beil. Bem. ber. bes. Betr. betr. Bez. bez. Bhf. Bl.
    brutt. Bsp. bspw. Buchst. bzgl. bzw. ca. d.h. d.J. d.M. desgl. Dez. dgl. Di. Dipl.-Ing. Do. Dok. Dr. dt. ebd.
    ehem. eigtl. Eink. einschl. einschließl. Einw. entspr. erforderl. erg. erl. etc. ev. evtl. exkl. f. Fa. Feb.
    Febr. ff. Fr. Frl. Gde. Geb. geb. Gebr. Gem. gem. gen. ges. gesch. gesetzl. gest. ggf. ggfs. ggü. Hbf. Hdl. Hr.
    Hrn. hrsg. Hs.-Nr. i.A. i.d.F. i.d.R. i.H.v. i.S.d. i.S.v. i.V. i.V.m. i.Z.m. i.Ü. idF. Inh. inkl. insb.
    insbes. insg. inst. J. Jan. jew. Jg. Jh. jur. jährl. Kap. kath. Kd.-Nr. Kfm. kfm. Kfz. Krs. Kto. Kto.-Nr. Ldkr.
    led. lfd. Lit. lit. Lkr. lt. max. mdl. med. Mi. Min. min. mind. Mio. Mitgl. Mo. Mon. monatl. Mrd. mtl. MwSt.
    möbl. n.Chr. n.F. nachf. Nachw. Nov. Nr. Nrn. näml. o.a. o.g. o.Ä. o.ä. Obb. Okt. p.a. Pers. pers. Pfd. phil.
    Pkt. Pl. Plz. Pos. Postf. Prof. Prot. qm. rd. RdNr. Rdnr. Ref. Reg. rer. resp. Rn. Rspr. S. s.o. s.u. Sa.
    schriftl. Sek. sen. Sep. Sept. Ser. sog. sogen. St. staatl. Std. stellv. Str. str. stv. südl. Tab. Tel. tel.
    Tel.-Nr. telef. Temp. Tsd. tägl. Tz. u.a. u.a.m. u.g. u.U. u.v.a. u.v.m. u.ä. UAbs. Unterabs. Unterschr.
    unverh. Urt. usf. usw. v. v.a. v.H. Verf. verh. Verm. Vers. Verw. verw. Vgl. vgl. vollst. vorauss. vorl.
    Vors. Vorst. VwV. wg. Whg. wtl.
    wöchentl. z.B. z.H. z.Hd. z.T. z.Zt. Zi. Ziff. Ziffn. zit. Ztr. zul. Zust. Zz. zzgl. zzt. öff. örtl.
    Überschr.""".split()
)

_STARTERS = frozenset(
    """Aber Alle Allerdings Als Am An Andernfalls Anschließend Ansonsten Auch Auf Aus Außerdem Außerhalb Beachten Bei
    Beide Beim Bevor Bis Bitte Bringen Da Dabei Dadurch Dafür Dagegen Daher Damals Damit Danach Dann Darf Darin Das
    Dass Davon Dazu Dem Den Denn Dennoch Der Deren Derzeit Des Deshalb Dessen Die Dies Diese Diesem Diesen Dieser
    Dieses Dort Durch Dürfen Ebenfalls Ebenso Ein Eine Einem Einen Einer Eines Einige Er Erst Es Falls Ferner Fügen
    Füllen Für Geben Gegen Gelten Gilt Habe Haben Hat Hatte Heute Hier Hierfür Hiervon Hierzu Hinter Ich Ihnen Ihr
    Ihre Ihrem Ihren Ihrer Im In Innerhalb Insbesondere Insgesamt Inzwischen Ist Ja Jede Jedem Jeden Jeder Jedes
    Jedoch Jemand Jetzt Kann Kein Keine Kommen Kreuzen Können Künftig Lassen Legen Liegt Man Manche Mehrere Mein
    Meine Meinem Meinen Meiner Melden Mit Muss Möchten Müssen Nach Nachdem Neben Nehmen Nein Niemand Nur Ob Obwohl
    Oder Ohne Prüfen Reichen Rufen Schicken Schließlich Seine Seinem Seinen Seit Senden Sie Sind So Sobald Sofern
    Solange Solche Soll Sollen Sollte Sollten Sonst Soweit Stellen Tragen Trotz Trotzdem Um Und Unsere Unter
    Unterschreiben Viele Vom Von Vor Wann War Waren Warum Was Wegen Weil Weitere Welche Welcher Welches Wenden Wenn
    Wer Werden Weshalb Wessen Wie Wieso Will Wir Wird Wo Wofür Woher Wohin Wollen Womit Wurde Wurden Während Zu
    Zudem Zuerst Zum Zunächst Zur Zusätzlich Zuvor Zwar Zwischen Über Überweisen""".split()
)
"""Words that after an ordinal or an abbreviation show a new sentence."""

_ALWAYS = frozenset(
    """Bsp. Dipl.-Ing. Dr. Fa. Fr. Frl. Hr. Hrn. Prof. St. abzgl. allg. anschl. ausschl. bes. betr. bspw. bzgl. bzw. ca.
    d.h. einschl. einschließl. entspr. ev. evtl. exkl. gem. ggf. ggfs. ggü. i.A. i.H.v. i.S.d. i.S.v. i.V. i.V.m.
    i.Z.m. i.d.F. i.d.R. inkl. insb. insbes. jew. lt. max. mind. näml. o.g. rd. resp. s. sog. u. u.U. u.g. v. v.a.
    vgl. wg. z.B. z.H. z.Hd. z.T. zzgl.""".split()
)
_FIRST = frozenset(text[0].upper() + text[1:] for text in _ALWAYS if text[0].islower() and len(text) > len("v."))
"""The same as the first word of a sentence: *Ggf. müssen Sie …*"""

_GO_ON = _ALWAYS | _FIRST
"""Abbreviations that never end a sentence, whatever follows."""

ABBREVIATIONS = _WRITTEN | _FIRST
"""Abbreviations of one token; their full stop does not end a sentence."""

_LISTS_END = frozenset("etc. u.a.m. u.v.a. u.v.m. usf. usw.".split())
"""Abbreviations that end an enumeration: a noun after them starts a new sentence too."""

_COUNTED = re.compile(
    r"(?:.*(?:straße|str\.|weg|platz|pl\.|gasse|allee|nummer|nr\.|zeichen|stufe|grad|anlage|formular|blatt|seite|klasse)|"
    r"§|abb\.|abbildung|abs\.|absatz|abschnitt|abschn\.|alg|anl\.|art\.|artikel|az\.|block|buch|buchst\.|buchstabe|"
    r"etage|fall|fax|felder|felde?|fragen?|gebäude|gruppe|halle|haus|kap\.|kapitel|konto|linie|nrn\.|paragraf|plz|"
    r"postfach|punkte?|raum|räume|rdnr\.|rn\.|s\.|satz|schritt|seiten|sgb|spalten?|str\.|tab\.|tabelle|teil|tel\.|"
    r"telefon|tür|variante|zeilen?|zi\.|ziff\.|ziffn\.|ziffern?|zimmer)\Z",
    re.IGNORECASE,
)
"""What stands before a plain number: after *Seite 3.* a sentence begins, after *der 3.* it goes on."""

_QUOTES = frozenset("“ ” \" ' ’ ‘ » «".split())
_CLOSERS = _QUOTES | {")", "]"}
_GOES_ON = frozenset(", ; : . ! ? … ... / % € -".split()) | {")", "]"}
_BULLETS = frozenset("• ▪ ◦ ● ■ ☐ □ ☒ ☑ ❑ ❏ ➢ ►".split())
_DASHES = frozenset("- – — * ·".split())
_LAST = frozenset(".!?…") | _CLOSERS
_STOPS = frozenset(". ! ? !! ?? !? ?! !!! … ...".split())
_JOINERS = frozenset("und oder bis , / - – u.".split())
_ORDINAL = re.compile(r"(?:\d{1,3}|[IVX]{1,5}|\d{1,2}\.?[/–-]\d{1,2})\.\Z")
_SHORT_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\Z")
_ENUMERATOR = re.compile(r"\d{1,2}\.\Z")
_LETTER = re.compile(r"[^\W\d]\.\Z")
_VOWEL = re.compile(r"[aeiouyäöü]", re.IGNORECASE)
_MADE = re.compile(r"\d+ [-–] Option ?\d+ von \d+ [-–] ")
"""How a program begins the tooltip that it puts together: *22 - Option 16 von 21 - …*; each dash parts two texts."""
_MONTHS = frozenset(
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember Halbjahr Quartal".split()
)

_ONE_TOKEN = re.compile(
    "|".join(
        (
            r"[^\W\d_][\w-]*[a-zäöüß](?:[*:_·•]in(?:nen)?|/-?[iI]n(?:nen)?|\([iI]n(?:nen)?\))(?:-?\w+)*",
            r"(?:[^\W\d_]+/)?[^\W\d_]{2,}(?:[*:](?:e[nrsm]?|[nrsm]|die|der)|/-?(?:e[nrsm]?|[nrsm])|\((?:e[nrsm]?|[nrsm]|teil)\))",
            r"[uU]nd/oder",
            r"(?:[A-ZÄÖÜ][\w.-]*(?:str|pl|nr)|(?:[\w.]+-)+(?:Str|Pl|Nr|Dat))\.",
            r"(?:M[oi]|D[io]|Fr|Sa)\.?[-–](?:M[oi]|D[io]|Fr|S[ao])\.",
            r"\+?\(?0\d{1,5}\)?[/-]\d[\d/-]*\.?",
            r"\d+(?:[-/]\d+){2,}\.?",
        )
    )
)
"""Whole words that spaCy would cut: gender forms, street names, telephone and file numbers."""

_ENDLESS = r"(?<![^\w\s])[^\w\s]{200,}"
"""A run of signs that is no text: taken off sign by sign, as spaCy does, 20,000 of them take most of a minute."""


def prepare(nlp: Nlp) -> None:
    """Teaches the tokenizer abbreviations with a full stop, and which words, numbers and lines stay whole."""
    tokenizer: Any = nlp.tokenizer
    cited = (r"(?:Abs|Artt?|Nrn?|S|Ziff|Rn|Tel)\.(?=\d)", r"(?:lit|Buchst)\.(?=[a-z]\Z)")
    prefixes = [r"_{2,}", _ENDLESS, *cited, *(nlp.Defaults.prefixes or ())]
    suffixes = [
        *(nlp.Defaults.suffixes or ()),
        r"(?<!_)_{2,}",
        _ENDLESS,
        r"(?<=[a-zäöüß][A-ZÄÖÜ])\.",
        r"(?<=\d{4})\.",  # a year or a long number is no ordinal, nor is an amount or a time
        r"(?<=\d[,:]\d\d)\.",
    ]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.token_match = _ONE_TOKEN.fullmatch
    for text in sorted(ABBREVIATIONS):
        tokenizer.add_special_case(text, [{"ORTH": text}])


def mark_sentences(doc: Doc) -> None:
    """Sets the start of every sentence from punctuation, abbreviations and bullets, before the parser looks."""
    if not len(doc):
        return
    texts = [token.text for token in doc]
    # One array for the whole text: setting token by token costs more than cutting the text into tokens.
    marks = numpy.full(len(texts), -1, dtype=numpy.int64)
    marks[0] = 1
    for place in _starts(texts, doc):
        marks[place] = 1
    doc.from_array(["SENT_START"], cast(Any, marks.astype(numpy.uint64)))


def _starts(texts: Sequence[str], doc: Doc) -> Iterator[int]:
    """The tokens after the first that open a sentence."""
    made = _MADE.match(doc.text) is not None
    number = 1 if len(texts) > 1 and _enumerates(texts, 0) else 0
    dash = texts[0] if texts[0] in _DASHES else ""
    if number:
        number = int(texts[0][:-1])
        yield 1
    for place in range(1, len(texts)):
        text, before = texts[place], texts[place - 1]
        if text in _BULLETS or (before[-1] in _LAST and _ends(texts, place - 1, doc)):
            yield place
        elif number and text == f"{number + 1}." and _enumerates(texts, place) and not before[:1].islower():
            number += 1
            yield from (place, place + 1)
        elif before == ":" and _enumerates(texts, place) and texts[place + 1] in _STARTERS:
            number = int(text[:-1])
            yield from (place, place + 1)
        elif made and text in _DASHES and doc[place].whitespace_ and doc[place - 1].whitespace_:
            yield place
        elif text in _DASHES and (before == ":" or text == dash) and _stands_alone(texts, place, doc):
            dash = text
            yield place


def _enumerates(texts: Sequence[str], place: int) -> bool:
    """Whether this is the number of a paragraph: a capital follows that is no month."""
    if place + 1 >= len(texts) or not _ENUMERATOR.match(texts[place]):
        return False
    after = texts[place + 1]
    return after[:1].isupper() and after not in _MONTHS


def _stands_alone(texts: Sequence[str], place: int, doc: Doc) -> bool:
    """Whether a dash with blanks around it opens an item."""
    if place + 1 >= len(texts) or not (doc[place].whitespace_ and doc[place - 1].whitespace_):
        return False
    return texts[place - 1] == ":" or texts[place + 1][:1].isupper()


def _ends(texts: Sequence[str], place: int, doc: Doc) -> bool:
    """Whether the next token opens a sentence."""
    after = texts[place + 1]
    if after in _GOES_ON or (after in _QUOTES and not doc[place].whitespace_):
        return False
    last = place
    while last and texts[last] in _CLOSERS and not (texts[last] in _QUOTES and doc[last - 1].whitespace_):
        last -= 1
    stop = texts[last]
    if last < place and (stop not in _STOPS or _only_aside(texts, place, after)):
        return False
    if stop in _STOPS:
        return _stop_ends(texts, last, place + 1, attached=last > 0 and not doc[last - 1].whitespace_)
    if len(stop) < 2 or not stop.endswith("."):
        return False
    numeric = stop[-2].isdigit() or _ORDINAL.match(stop) is not None
    return _number_ends(texts, last, after) if numeric else _short_ends(texts, last)


def _stop_ends(texts: Sequence[str], stop: int, after: int, *, attached: bool) -> bool:
    """Whether a full stop, question mark, exclamation mark or ellipsis ends the sentence.

    An ellipsis with a blank before it (not ``attached``) often stands for words left out, not for an end.
    """
    if texts[stop] == ".":
        return _full_stop_ends(texts, stop, after)
    if texts[stop] in {"…", "..."} and not attached:
        return texts[after] in _STARTERS
    return _opens(texts[after])


def _only_aside(texts: Sequence[str], place: int, after: str) -> bool:
    """Whether the bracket that closes here is an aside within a sentence: *(bitte ankreuzen!)*."""
    if texts[place] != ")" or after in _STARTERS:
        return False
    opened = next((at for at in range(place - 1, max(place - 80, -1), -1) if texts[at] == "("), 0)
    return opened > 0 and texts[opened - 1][-1] not in _LAST


def _opens(word: str) -> bool:
    first = word.lstrip("„\"'»«“(–-")[:1]
    return not first or not first.islower()


def _full_stop_ends(texts: Sequence[str], stop: int, after: int) -> bool:
    """Whether a full stop of its own ends the sentence; it may belong to an abbreviation that nobody listed."""
    before, word = (texts[stop - 1] if stop else ""), texts[after]
    if not _opens(word):
        # No sentence starts with a small letter, but for abbreviations: *z. B. gilt …*
        pair = after + 1 < len(texts) and _LETTER.match(word) and _LETTER.match(texts[after + 1])
        return len(before) > 2 and before[-1].islower() and bool(pair or word in ABBREVIATIONS)
    if len(before) == 1 and before.isalpha():
        return word in _STARTERS or _counted(texts, stop - 1)
    if before.isalpha() and before[-1].islower() and not _VOWEL.search(before):
        return word in _STARTERS or texts[stop - 2][-1:].isdigit()
    return True


def _number_ends(texts: Sequence[str], place: int, after: str) -> bool:
    """Whether the full stop of a number ends the sentence: after *am 3.* it does not, after *Seite 3.* it does."""
    if after in _STARTERS:
        return True
    if not _opens(after) or after in _MONTHS:
        return False
    if _ORDINAL.match(texts[place]):
        return _counted(texts, place)
    return not (after[0].isdigit() and _SHORT_DATE.match(texts[place]))


def _counted(texts: Sequence[str], place: int) -> bool:
    """Whether a number (or letter) is a plain one: *Nr. 1 und 2*, *Seite 3*, *0 63 41 - 1 23*."""
    while place > 1 and texts[place - 1] in _JOINERS and texts[place - 2][-1].isdigit():
        place -= 2
    before = texts[place - 1] if place else ""
    return bool(before) and (before[-1].isdigit() or _COUNTED.match(before) is not None)


def _short_ends(texts: Sequence[str], place: int) -> bool:
    """Whether the full stop of an abbreviation ends the sentence too."""
    stop, after = texts[place], texts[place + 1]
    if "@" in stop or "://" in stop or stop.startswith("www."):
        return _opens(after)
    first = place
    while first and place - first < 3 and _LETTER.match(stop) and _LETTER.match(texts[first - 1]):
        first -= 1
    whole = "".join(texts[first : place + 1])
    if whole in _GO_ON:
        return False
    if after in _STARTERS:
        return True
    return _opens(after) and (whole in _LISTS_END or (stop not in ABBREVIATIONS and _names_a_part(texts, place)))


def _names_a_part(texts: Sequence[str], place: int) -> bool:
    """Whether a letter with a full stop is the name of a part: *Anlage B.*"""
    followed = _LETTER.match(texts[place + 1]) is not None
    return len(texts[place]) == 2 and place > 0 and not followed and _COUNTED.match(texts[place - 1]) is not None
