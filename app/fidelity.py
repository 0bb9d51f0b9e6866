"""What a rewrite must not lose: amounts, dates, references, negation, modality, conditions, quantity, names, gender."""

from __future__ import annotations

import re
from collections import Counter

from app.languages.values import in_one_writing

_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_SIGN = re.compile(r"[§€$%£]|(?<!\w)(?:EUR|Euro|euros?|Cent|Prozent|percent)(?!\w)")
_NAME = re.compile(r"(?<!\w)(?:[A-ZÄÖÜ]{2,}\w*|\w*\d\w*|\S+@\S+|www\.\S+)(?!\w)")
_SHOUTED = re.compile(r"(?<!\w)[A-ZÄÖÜẞ]{2,}(?:[\s,.;:!?–-]+(?:\d+[\s,.;:]+)?[A-ZÄÖÜẞ]{2,}){2,}(?!\w)")
"""At least three words in capitals in a row."""
_GENDER = re.compile(r"\w+(?:[*:_]innen|[*:_]in|/-?innen|/-?in|\(in\)|\(innen\))(?!\w)|\w+Innen\b")
_DUTY = re.compile(
    r"(?<!\w)(?:(?:zu\s+[a-zäöü]|[a-zäöü]{2,}zu[a-zäöü])\w*(?:en|ern|eln)(?!\w)"
    r"|(?:Zu\s+[a-zäöü]|[A-ZÄÖÜ][a-zäöü]+zu[a-zäöü])\w*(?:en|ern|eln)(?=\s(?:ist|sind)\s))"
)
"""*einzureichen* and *zu zahlen*, with a capital letter only before *ist* and *sind*: *Anzugeben ist …*."""
_ORDER = re.compile(
    r"(?:(?:\A|(?<=[.!:] ))[A-ZÄÖÜ]|(?<=\Wund )[a-zäöü])(?!(?:enn|ann|ofern|ollten) )\w+n Sie(?!\w)(?![^.!]*\?)"
)
"""*Reichen Sie … ein und unterschreiben Sie …*: what is asked of the reader."""
_AND = re.compile(r"(\w+),?\s+(?:und|and)\s+(?=(\w+))", re.IGNORECASE)
_END = re.compile(r"(\w+)[.!]\s+(?=[A-ZÄÖÜ])")
_ASKED = "? Dann "
"""*Ziehen Sie um? Dann …* says what *wenn* says."""
_CASE = re.compile(r"(?<!\w)[Bb]eim?\s")
"""*Bei Vorlage des Passes* says what *wenn Sie den Pass vorlegen* says."""
_PURPOSE = re.compile(
    r"(?<!\w)(?:[Uu]m|[Oo]hne)\s[^,.]{3,80}?(?:\szu\s[a-zäöü]+|[a-zäöü]{2,}zu[a-zäöü]+)(?:en|ern|eln)(?!\w)"
)
"""*Um den Antrag zu prüfen* and *ohne Gründe anzugeben* are no duties."""
_OWED = re.compile(
    r"(?:[pP]flicht|[vV]erpflichtung|[bB]erechtigung|[eE]rlaubnis|[bB]efugnis|[oO]bliegenheit|[gG]elegenheit|[vV]ollmacht"
    r"|[mM]öglichkeit|[bB]ereitschaft|[aA]ufforderung|[eE]rmächtigung|[eE]ntscheidung|(?<!\w)Recht)\szu[rm]?\s"
)
"""*Die Pflicht zur Zahlung der Miete* says what *die Pflicht, die Miete zu zahlen* says."""
_DENIED = re.compile(r"(?<!\w)Nicht(?=[a-zäöü]{4})")
"""*Nichtvorlage* denies."""
_PARTICLE = re.compile(
    r"(?<!\w)(?:vor|nach|ab)"
    r"(?=[.;!?]|\Z|, (?:dass|wenn|weil|ob|um|damit|sobald|bevor|nachdem|falls|die|der|das)(?!\w))"
)
"""*Wir nehmen … vor.*: at the end of a clause these are part of the verb."""
_NONE = re.compile(r"(?<!\w)[Kk]ein(?:e[nmrs]?)?\s+(?:[a-zäöüß]+\s+)?([A-ZÄÖÜ]\w+)")
"""*Keine Entscheidung treffen* says what *nicht entscheiden* says: the noun is gone with its article."""
_UN = (
    r"un(?=(?:erheblich|üblich|wichtig|bedeutend|wesentlich|bekannt|möglich|gewöhnlich|beträchtlich"
    r"|begründet|berechtigt|zumutbar)(?:e[mnrs]?)?(?!\w))"
)
_TWICE = re.compile(rf"(?<!\w)[Nn]icht {_UN}")
"""*Nicht unerheblich* says what *erheblich* says."""
_UNLIKE = re.compile(rf"(?<!\w)(?i:{_UN})")
"""Alone, *unerheblich* denies, or one of the two negations could be lost."""
_REMINDED = re.compile(r"(?<!\w)[Vv]ersäumen Sie (?P<between>(?:\w+ )?)nicht(?=, )")
"""*Versäumen Sie nicht, …* says what *Denken Sie daran, …* says."""
_MISS = re.compile(r"(?<!\w)[Vv]ersäumen Sie(?!\w)")
"""Without *nicht* it asks the reader not to do it."""
_PLUS = re.compile(r"(?<=[^\W\d_])\s?\+\s?(?=[A-ZÄÖÜ])")
_COMPARED = {">": "mehr ", "<": "weniger ", "≥": "mindestens ", "≤": "höchstens "}
_COMPARES = re.compile(r"(?<![=\d-])[<>≤≥](?=\s?\d)")
"""Signs before a number: *>18* says what *mehr als 18* says."""
_BY_WHOM = re.compile(
    r"(?<!\w)by(?!\w)(?!\s+(?:the\s+)?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may"
    r"|june|july|august|september|october|november|december|end|start|noon|midnight|then|now|today|tomorrow|next|this"
    r"|first|last|second|third|close|deadline|date|day|time|year|month|week))",
    re.IGNORECASE,
)
"""*By the office* says who acts; only with a time is it a deadline."""
_NEEDS = re.compile(r"(?<!\w)(?:bedarf|bedürfen)(?!\w)")
"""*Es bedarf keiner Unterschrift* says what *es braucht keine Unterschrift* says; the noun has a capital letter."""
_SHOULD = re.compile(r"(?:\A|(?<=[.!?:] ))Sollten?(?=\s[^.?!]{3,},)")
"""*Sollten Sie umziehen, …* is a condition."""
_PIECE = re.compile(r"\w+")
_LONGEST_SUBJECT = 6
"""Words of a subject that is said again behind a full stop."""
_YOU = {
    "de": re.compile(r"(?<!\w)(?:Sie|Ihnen|Ihr\w{0,2})(?!\w)"),
    "en": re.compile(r"(?<!\w)your?(?!\w)", re.IGNORECASE),
}
_WORD = re.compile(r"[^\W\d_]+")


def _groups(table: str) -> dict[str, str]:
    """Groups apart by commas: each word of a group stands for its first word."""
    return {word: group.split()[0] for group in table.split(",") for word in group.split()}


_MEANING = {
    "de": {
        "negation": _groups(
            "nicht, kein keine keinen keinem keiner keines, nie niemals, niemand niemanden niemandem, ohne,"
            "weder, nichts,nirgends, kaum, verboten untersagt"
        ),
        "modality": _groups(
            "müssen muss musst müsst musste mussten müsste müssten, dürfen darf darfst dürft durfte durften "
            "dürfte dürften,können kann kannst könnt konnte konnten könnte könnten, sollen soll sollst sollt "
            "sollte sollten,wollen will willst wollt wollte wollten, brauchen braucht brauchst"
        ),
        "condition": _groups(
            "wenn falls sofern, soweit insoweit, nur lediglich, ausschließlich, außer ausgenommen, denn, bis, ab,"
            "spätestens,frühestens, mindestens mind, höchstens, innerhalb binnen, unverzüglich, sofort, umgehend, "
            "vor bevor,nach nachdem gemäß gem laut lt, seit,vorbehaltlich, gegebenenfalls ggf ggfs, grundsätzlich,"
            "insbesondere insb insbes, voraussichtlich"
        ),
        "quantity": _groups(
            "alle allen aller alles sämtliche sämtlichen sämtlicher, jeder jede jedes jeden jedem, einige einigen "
            "einiger,mehrere mehreren mehrerer, beide beiden beider, viele vielen vieler, wenige wenigen, mehr,"
            "weniger,beziehungsweise bzw, oder, und sowie, undoder, zwei, drei, vier, fünf, sechs, sieben, acht, neun,"
            "zehn, zwölf, vierzehn,halb halbe halben, doppelt"
        ),
        "time": _groups(
            "januar, februar, märz, april, mai, juni, juli, august, september, oktober, november, dezember,tag "
            "tage tagen tages, woche wochen, monat monate monaten monats, jahr jahre jahren jahres,werktag "
            "werktage werktagen"
        ),
    },
    "en": {
        "negation": _groups("not n't, no, none, never, neither, nor, without, nothing, nobody"),
        "modality": _groups("must, may, can, could, should, shall, will, would, might, need needs"),
        "condition": _groups(
            "if, unless, only, except, until, by, within, before, after, immediately, provided, whether, least,"
            "most,exactly, from"
        ),
        "quantity": _groups(
            "all, each, every, any, some, several, both, many, few, more, less, and, or, andor, one, two, three, four,"
            "five, six,seven, eight, nine, ten, twelve, half, double"
        ),
        "time": _groups(
            "january, february, march, april, june, july, august, september, october, november, december,day "
            "days, week weeks, month months, year years"
        ),
    },
}


_SAME = {
    "de": {
        "mit Wirkung vom": "ab",
        "für den Fall, dass": "wenn",
        "im Falle, dass": "wenn",
        "in den Fällen, in denen": "wenn",
        "in Fällen, in denen": "wenn",
        "es sei denn": "außer wenn",
        "nicht erlaubt": "verboten",
        "nicht gestattet": "verboten",
        "nicht mehr als": "höchstens",
        "nicht länger als": "höchstens",
        "nicht weniger als": "mindestens",
        "&": "und",
        "und/oder": "undoder",
        "und / oder": "undoder",
        "oder beides": "undoder",
        "irrelevant": "nicht wichtig",
        "verunmöglich": "nicht möglich",
        "so schnell wie möglich": "unverzüglich",
    },
    "en": {
        "prior to": "before",
        "subsequent to": "after",
        "in the event that": "if",
        "in the event of": "if",
        "until such time as": "until",
        "in the absence of": "without",
        "shall be required to": "must",
        "is required to": "must",
        "are required to": "must",
        "is obliged to": "must",
        "are obliged to": "must",
        "we shall": "we will",
        "i shall": "i will",
        "shall": "must",
        "is permitted to": "may",
        "are permitted to": "may",
        "is entitled to": "may",
        "are entitled to": "may",
        "his or her": "their",
        "her or his": "their",
        "and/or": "andor",
        "and / or": "andor",
        "or both": "andor",
        "no later than": "by",
        "not later than": "by",
    },
}
"""Phrases and the word that says the same: they count as that word."""


def losses(before: str, after: str, language: str) -> tuple[str, ...]:
    """The kinds of meaning that differ between two versions of a sentence; empty when nothing is lost or added.

    The kinds: number, sign, name, gender, duty (*zu* with infinitive), negation, modality, condition, quantity, time.
    """
    if _is_calmed(before, after):
        return ()
    before, after = in_one_writing(before, language), in_one_writing(after, language)
    kinds = {
        "number": _differ(_NUMBER, before, after),
        "sign": _differ(_SIGN, before, after),
        "name": bool(set(_NAME.findall(before)) ^ set(_NAME.findall(after))),
        "gender": _differ(_GENDER, before, after) and not _are_spoken_to(before, after, language),
    }
    old, new = _words(before, language), _words(after, language)
    for kind, table in _MEANING[language].items():
        counts = _count(old, table), _count(new, table)
        if kind == "quantity":
            counts[1]["und" if language == "de" else "and"] += _ands_ended(before, after)
            counts = counts[0], +counts[1]
        if language == "de" and kind == "condition":
            asked = after.count(_ASKED) - before.count(_ASKED)
            counts[1]["wenn"] += max(0, min(asked, counts[0]["wenn"] - counts[1]["wenn"]))
            cases = len(_CASE.findall(before)) - len(_CASE.findall(after))
            counts[0]["wenn"] += max(0, min(cases, counts[1]["wenn"] - counts[0]["wenn"]))
            counts = +counts[0], +counts[1]
        if language == "de" and kind == "negation":
            counts[1]["kein"] += _nouns_denied(before, after, counts)
            counts = counts[0], +counts[1]
        if language == "de" and kind == "modality":
            lost = _lost_duty((before, after), counts)
            kinds |= {lost: True} if lost else {}
        kinds[kind] = kinds.get(kind, False) or counts[0] != counts[1]
    return tuple(kind for kind, differs in kinds.items() if differs)


def _is_calmed(before: str, after: str) -> bool:
    """Whether nothing changes but that runs of words in capitals stand in normal case now."""
    if before.casefold() != after.casefold() or len(before.split()) != len(after.split()):
        return False
    calmed = Counter(word for run in _SHOUTED.findall(before) for word in run.split())
    changed = Counter(old for old, new in zip(before.split(), after.split(), strict=True) if old != new)
    return bool(changed) and all(calmed[word.strip('.,;:!?–-„“"()')] or calmed[word] for word in changed)


def _nouns_denied(before: str, after: str, counts: tuple[Counter[str], Counter[str]]) -> int:
    """How often *nicht* took the place of *kein* with a noun that is gone; takes these out of the new count."""
    gone = sum(noun not in after for noun in _NONE.findall(before))
    moved = max(0, min(gone, counts[1]["nicht"] - counts[0]["nicht"], counts[0]["kein"] - counts[1]["kein"]))
    counts[1]["nicht"] -= moved
    return moved


def _lost_duty(texts: tuple[str, str], modals: tuple[Counter[str], Counter[str]]) -> str | None:
    """What is lost unless each *zu* with infinitive stays, or is said as *müssen*, a request, or as *können*.

    *Können* only stands for *ist zu finden*, not for *müssen*. Takes both verbs out of the counts: judged here.
    """
    purposes, duties, orders = ([len(pattern.findall(text)) for text in texts] for pattern in (_PURPOSE, _DUTY, _ORDER))
    duties = [number - for_a_purpose for number, for_a_purpose in zip(duties, purposes, strict=True)]
    duties = [number + len(_OWED.findall(text)) for number, text in zip(duties, texts, strict=True)]
    must, can = ([count.pop(verb, 0) for count in modals] for verb in ("müssen", "können"))
    gone, more = duties[0] - duties[1], can[1] - can[0]
    if 0 <= more <= max(gone, 0) and gone - more == must[1] - must[0] + orders[1] - orders[0]:
        return None
    return "duty" if gone else "modality"


def _ands_ended(before: str, after: str) -> int:
    """How often a full stop stands exactly where an *und* stood: between the same two words.

    *… prüft den Antrag und zahlt* may become *… prüft den Antrag. Die Behörde zahlt*: what stands between the full stop
    and the second word must be words of the old sentence side by side.
    """
    joined = _pairs(before) - _pairs(after)
    old = " ".join(_PIECE.findall(before)).lower() + " "
    ended = 0
    for end in _END.finditer(after):
        words = [word.lower() for word in _PIECE.findall(after[end.end() :])[: _LONGEST_SUBJECT + 1]]
        for number, right in enumerate(words):
            said_again = f" {' '.join(words[:number])} " in f" {old}" or not number
            if said_again and joined[end[1].lower(), right]:
                joined[end[1].lower(), right] -= 1
                ended += 1
                break
    return ended


def _pairs(text: str) -> Counter[tuple[str, str]]:
    """The words to the left and right of each *und*."""
    return Counter((left.lower(), right.lower()) for left, right in _AND.findall(text))


def _are_spoken_to(before: str, after: str, language: str) -> bool:
    """Whether each gender form that went is a *Sie* now, which means everybody, and none is new."""
    old, new = Counter(_GENDER.findall(before)), Counter(_GENDER.findall(after))
    gained = len(_YOU[language].findall(after)) - len(_YOU[language].findall(before))
    return not new - old and 0 < (old - new).total() <= gained


def _differ(pattern: re.Pattern[str], before: str, after: str) -> bool:
    return Counter(pattern.findall(before)) != Counter(pattern.findall(after))


def _words(text: str, language: str) -> list[str]:
    if language == "en":
        text = _BY_WHOM.sub(" ", text)
    if language == "de":
        text = _PLUS.sub(" und ", _COMPARES.sub(lambda sign: _COMPARED[sign[0]], text))
        text = _REMINDED.sub(r"denken Sie \g<between>daran", _NEEDS.sub("brauchen", _PARTICLE.sub(" ", text)))
        text = _UNLIKE.sub("nicht ", _TWICE.sub("", _MISS.sub("nicht", text)))
        text = _SHOULD.sub("wenn", _DENIED.sub("nicht ", text))
    for phrase, word in _SAME[language].items():
        text = re.sub(re.escape(phrase), word, text, flags=re.IGNORECASE)
    return [word.lower() for word in _WORD.findall(text)]


def _count(words: list[str], table: dict[str, str]) -> Counter[str]:
    return Counter(table[word] for word in words if word in table)
