"""The words by which a form says until when, where to, whom to ask, what to add, what comes next, what it costs."""

from __future__ import annotations

import re

ITEMS = ("deadline", "destination", "contact", "enclosures", "next-step", "cost", "remedy")
"""What every form should tell, in the order in which people ask."""

_HAND_IN = (
    r"\w*(?:einreich|einzureich|abgeb|abgegeb|abzugeb|send|schick|zurück|vorleg|vorzuleg|stell|beantrag"
    r"|meld|anzeig|eingeh"
    r"|eingegang|eingang|mitteil|geben|gehen|bestell|antrag|rück)\w*"
)
_TIME = (
    r"(?:bis (?:zum|spätestens|zu dem|Ende) |spätestens\b|innerhalb (?:von |eines? |einer |der )|binnen "
    r"|vor (?:Beginn|Ablauf)"
    r"|(?:Abgabe|Antrags|Einreichungs|Rückgabe)?[Ff]rist\b|unverzüglich|umgehend|rechtzeitig|möglichst (?:früh|bald)"
    r"|(?:ein|zwei|drei|vier|sechs|\d+) (?:Tage?n?|Wochen?|Monate?n?) (?:vor|nach)|jederzeit"
    r"|so (?:bald|früh|schnell) wie möglich)"
)
_OFFICE = (
    r"(?:\w*(?:amt|behörde|stelle|jobcenter|gericht|kasse|stadt|gemeinde|kreis|verwaltung|büro|rathaus|briefkasten"
    r"|universität|bibliothek|bücherei|schule|einrichtung|sekretariat|bank|agentur|versicherung|airline"
    r"|gesellschaft)\w*)"
)

_DE: dict[str, tuple[str, ...]] = {
    "deadline": (
        rf"\b{_TIME}[^!?]{{0,120}}\b{_HAND_IN}",
        rf"\b{_HAND_IN}\b[^!?]{{0,120}}\b{_TIME}",
        r"\b(?:Abgabe|Antrags|Einreichungs|Rückgabe|Anmelde)(?:frist|schluss|termin)\b",
    ),
    "destination": (
        (
            rf"\b(?:send|schick|reich|gib|geb|richt|übermittl|lad|fax|stell|leg|werf|bring)\w*\b[^!?]{{0,120}}"
            rf"\b(?:an|bei|beim|im|in|ins|unter|zu|zurück an|online|per E-Mail"
            rf"|per Post)\b[^!?]{{0,60}}(?:{_OFFICE}|@|www\.|online)"
        ),
        (
            rf"\b(?:an|bei|beim|im)\b[^!?]{{0,60}}{_OFFICE}[^!?]{{0,60}}\b(?:einreich|einzureich|abgeb|abzugeb"
            rf"|send|schick"
            r"|stell|gestell|zurück|vorleg|vorzuleg)\w*"
        ),
        rf"^(?:An|Zurück an|Bitte zurück an|Absenden an)\b:?\s+(?:das|die|den|dem|der)?\s*[^!?]{{0,60}}{_OFFICE}",
        r"\b(?:Schicken|Senden|Geben|Bringen|Faxen|Mailen) Sie (?:uns|es uns|ihn uns)\b",
        r"\b(?:Postanschrift|Hausanschrift|Besucheranschrift|Lieferanschrift)\b\W*[^!?]{0,60}\d{5}",
        r"\b[A-ZÄÖÜ]\w*(?:straße|str\.|platz|allee|weg|ring|damm|ufer) \d+\w?\b[^!?]{0,30}\b\d{5} [A-ZÄÖÜ]",
        r"\b(?:Antrag|Formular)\b[^!?]{0,40}\bonline\b|\bonline (?:stellen|einreichen|ausfüllen|beantragen)\b",
    ),
    "contact": (
        r"\b(?:Tel(?:efon)?|Fon|Hotline|Service-?[Nn]ummer|Rufnummer|Ruf)\b\.?[^!?\d]{0,12}[(+]?0[\d ()/–-]{5,}",
        r"\b(?:Tel(?:efon)?|Fon|Ruf)\.?:? ?[(+]?\d[\d ()/–-]{5,}",
        r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b",
        r"\bRufen Sie (?:uns )?(?:gern )?an\b|\bBehördennummer 115\b",
        (
            r"\b(?:Fragen|Rückfragen|Hilfe|Auskunft|Auskünfte)\b[^!?]{0,80}\b(?:wenden Sie sich|helfen wir|hilft"
            r"|erhalten Sie|gibt)\b"
        ),
        r"\bFragen\b[^!?]{0,40}\b(?:melden|wenden) Sie sich\b|\bmelden Sie sich\b[^!?]{0,60}\b(?:bei|unter)\b",
        r"\bwenden Sie sich\b[^!?]{0,60}\ban\b",
    ),
    "enclosures": (
        (
            r"\b(?:Unterlagen|Nachweise?|Belege?|Kopien?|Bescheinigung(?:en)?|Anlagen?|Bescheide?|\w*ausweis\w*|Pass"
            r"|Vertrag|Vollmacht"
            r"|Lohn\w+|Kontoausz\w+)\b[^!?]{0,140}\b(?:erbring|zu erbring|beifüg|beizufüg|beigefügt"
            r"|füge\w* \w* ?bei|legen|lege"
            r"|leg\w* .{0,30} (?:bei|vor)"
            r"|vorleg|vorzuleg|einreich|einzureich|reichen|nachweis|mitbring|mitzubring|beileg|beizuleg|beilieg"
            r"|mitsend|nötig|verlangt"
            r"|erforderlich|benötig)\w*"
        ),
        (
            r"\b(?:fügen|legen|bringen|reichen|fügt|schicken|senden|benötigen|brauchen) (?:Sie|wir)\b[^!?]{0,120}"
            r"\b(?:Unterlagen|Nachweise?|Belege?|Kopien?|Bescheinigung\w*|Anlagen?|Bescheide?|\w*ausweis\w*|Pass"
            r"|Vertrag\w*|Lohn\w+"
            r"|Konto\w+)\b"
        ),
        (
            r"\bfolgende (?:Unterlagen|Nachweise|Anlagen|Belege)\b|\b(?:erforderliche|benötigte"
            r"|beizufügende) (?:Unterlagen|Nachweise)"
        ),
        r"^\W*(?:\d\W*)?(?:Anlagen|Beigefügte (?:Unterlagen|Anlagen)|Unterlagen|Nachweise)\W*$",
        (
            r"\bkeine (?:weiteren )?(?:Unterlagen|Nachweise|Belege)\b[^!?]{0,40}\b(?:nötig|erforderlich|beifügen"
            r"|brauchen|benötig)"
        ),
    ),
    "next-step": (
        (
            r"\b(?:erhalten|bekommen) Sie\b[^!?]{0,90}\b(?:Bescheid|Brief|Nachricht|Antwort|Bestätigung"
            r"|Bescheinigung|Mitteilung"
            r"|Schreiben|Rückmeldung|Einladung)"
        ),
        (
            r"\bSie (?:erhalten|bekommen)\b[^!?]{0,90}\b(?:Bescheid|Brief|Nachricht|Antwort|Bestätigung"
            r"|Mitteilung|Schreiben"
            r"|Rückmeldung|Einladung)"
        ),
        (
            r"\bwir (?:prüfen|melden uns|schreiben Ihnen|informieren|benachrichtigen|schicken|senden|teilen Ihnen"
            r"|rufen Sie|entscheiden)\b"
        ),
        r"\b(?:prüfen|melden|schreiben|schicken|senden|entscheiden) wir\b",
        r"\bBearbeitungs(?:zeit|dauer)\b|\bDie Bearbeitung (?:dauert|erfolgt|beginnt)\b|\bSo geht es weiter\b",
        (
            r"\bZusendung\b[^!?]{0,60}\berfolgt\b|\bwird (?:im|in einem|mit dem)\b[^!?]{0,80}\b(?:mitgeteilt"
            r"|zugesandt)\b"
            r"|\bSie bekommen [^!?]{0,60}\bsofort\b|\b(?:Zusage|Absage|Bescheid|Antwort)\b[^!?]{0,20} (?:bekommen"
            r"|erhalten) Sie\b"
            r"|\b(?:Danach|Anschließend) (?:wird|werden|erhalten|bekommen|prüf|schick|entscheid)\w*"
        ),
        r"\bwird Ihnen\b[^!?]{0,80}\b(?:zugesandt|übersandt|mitgeteilt|zugestellt|zugeschickt)\b",
        (
            r"\b(?:nach (?:Eingang|Prüfung)|sobald)\b[^!?]{0,120}\b(?:Bescheid|entschieden|bewilligt|geprüft"
            r"|zugesandt|überwiesen)"
        ),
    ),
    "cost": (
        (
            r"\b(?:kostenlos|kostenfrei|gebührenfrei|unentgeltlich|gebührenpflichtig|kostenpflichtig)\b"
            r"|\bkostet (?:nichts|\d)"
        ),
        (
            r"\b(?:Gebühr(?:en)?|Verwaltungsgebühr|Kosten|Entgelt)\b[^!?]{0,60}\b(?:beträgt|betragen|erhoben"
            r"|erheben|fallen|fällt|an|von"
            r"|in Höhe|entstehen|berechne\w*|zu zahlen)\b[^!?]{0,40}(?:\d|keine|Gebühren)"
        ),
        (
            r"\b\d+(?:,\d\d)? ?(?:Euro|€|EUR)\b[^!?]{0,30}\b(?:Gebühr|kostet)|\bkeine (?:Gebühren|Kosten)\b"
            r"|\b(?:Gebühr|kostet)\b[^!?]{0,30}\b\d+(?:,\d\d)? ?(?:Euro|€|EUR)"
        ),
        (
            r"\bwir (?:erheben|berechnen)\b[^!?]{0,40}\bGebühr|\b(?:zahlen|bezahlen"
            r"|überweisen) Sie\b[^!?]{0,40}\d+(?:,\d\d)? ?(?:Euro|€)"
            r"|\bGebühren? (?:erhoben|fällig|an)\b"
            r"|\bKosten\b[^!?]{0,60}\b(?:zahlen|tragen|übernehmen)\b"
        ),
    ),
    "remedy": (
        (
            r"\bRechts(?:behelf|mittel)s?(?:belehrung)?\b|\bWiderspruch\b[^!?]{0,60}\b(?:einleg|erheb"
            r"|schriftlich|binnen|innerhalb)\w*"
            r"|\b(?:innerhalb|binnen)\b[^!?]{0,60}\bWiderspruch\b|\b(?:Klage|Einspruch|Beschwerde"
            r"|Erinnerung)\b[^!?]{0,50}"
            r"\b(?:erhoben|erheben|einlegen|eingelegt)\b"
        ),
    ),
}

_OFFICE_EN = r"(?:court|office|clerk|department|agency|council|authority|bureau|division|team|bank|registry|sheriff)"
_EN: dict[str, tuple[str, ...]] = {
    "deadline": (
        (
            r"\b(?:within|by|before|no later than|not later than|at least|until) (?:the )?(?:\d+|\w+) (?:\w+ ){0,3}?"
            r"(?:days?|weeks?|months?|January|February|March|April|May|June|July|August|September|October"
            r"|November|December"
            r"|deadline|hearing|date)\b"
        ),
        r"\bdeadline\b|\bdue (?:date|by|on)\b|\bas soon as possible\b|\bimmediately (?:report|notify|tell)\b",
    ),
    "destination": (
        (
            r"\b(?:send|mail|return|submit|file|bring|take|deliver|fax|email|e-mail|give|upload)\b[^!?]{0,100}"
            rf"\b(?:to|at|with|in|online)\b[^!?]{{0,60}}(?:{_OFFICE_EN}|@|www\.|online|address)"
        ),
        r"\b(?:P\.? ?O\.? Box|Room|Suite) \w+[^!?]{0,80}\b[A-Z]{2} \d{5}\b",
    ),
    "contact": (
        r"\b(?:call|phone|telephone|tel|fax|contact|hotline)\b[^!?\d]{0,40}[(+]?\d[\d() .–-]{6,}",
        r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b|\b1-8\d\d-\d{3}-\d{4}\b|\(\d{3}\) \d{3}-\d{4}",
        r"\b(?:questions?|help)\b[^!?]{0,60}\b(?:call|contact|email|ask|visit|write to)\b",
    ),
    "enclosures": (
        (
            r"\b(?:attach|enclose|include|bring|provide|submit|send)\b[^!?]{0,100}\b(?:cop(?:y|ies)|documents?"
            r"|proof|evidence|receipts?"
            r"|statements?|certificates?|forms?|letters?|records?)\b"
        ),
        r"\b(?:must|should) be (?:attached|enclosed)\b|\bdo not (?:attach|send) (?:any )?(?:documents|copies)\b",
    ),
    "next-step": (
        (
            r"\bwe (?:will|shall) (?:then )?(?:review|check|send|write|contact|tell|let you|decide|process|notify"
            r"|mail|call)\b"
        ),
        r"\byou will (?:get|receive|be (?:notified|contacted|told|sent))\b|\bwhat happens next\b|\bprocessing time\b",
        (
            r"\bthe (?:court|judge|clerk|council|agency|office) will (?:\w+ )?(?:review|decide|send|schedule"
            r"|notify|mail|issue|set)\b"
        ),
    ),
    "cost": (
        (
            r"\bfree of charge\b|\bno (?:fee|charge|cost)\b|\b(?:fee|cost|charge)s?\b[^!?]{0,40}[$£€]\s?\d"
            r"|[$£€]\s?\d[\d.,]*[^!?]{0,30}\bfee\b"
        ),
        r"\b(?:filing|application|processing) fee\b|\bthis (?:form|service) is free\b|\bcosts? nothing\b",
    ),
    "remedy": (
        (
            r"\b(?:right to|you (?:can|may)) (?:appeal|ask for a (?:review|hearing))\b|\bappeal (?:this|the|a"
            r"|our) (?:\w+ )?decision\b"
            r"|\bnotice of appeal\b|\brequest a (?:review|hearing|reconsideration)\b"
        ),
    ),
}

PATTERNS: dict[str, dict[str, re.Pattern[str]]] = {
    code: {item: re.compile("|".join(f"(?:{one})" for one in found), re.IGNORECASE) for item, found in words.items()}
    for code, words in (("de", _DE), ("en", _EN))
}
"""By language and item."""

_DATA = (
    r"aufbewahr|lösch|gespeichert|speicher|personenbezogen|Daten\b|übermittelt|Wahlordnung|Verordnung|Aufenthaltsgesetz"
)
NOT_MEANT: dict[str, dict[str, re.Pattern[str]]] = {
    code: {item: re.compile(words, re.IGNORECASE) for item, words in found.items()}
    for code, found in {
        "de": {
            "deadline": rf"{_DATA}|verjähr|kündig|ruh|Vollstreck|Bewilligungszeitraum|Monat der Antragstellung"
            r"|gelten bis|in den letzten|Widerspruch|Klage|Rechtsbehelf|nach Ablauf der Frist|Erstattung",
            "destination": _DATA,
            "enclosures": r"Bescheinigung[^!?]{0,40} wird benötigt",
            "next-step": r"erhalten Sie [^.]{0,40}(?:Lohn|Rente|Leistung|Geld)",
            "cost": r"überlassen|Verpflegung|Wohnung|Miete|Heizung|Gegenstand",
        },
        "en": {"deadline": r"retain|kept for|in the last|past \d+|appeal"},
    }.items()
}
"""Sentences with these words speak of something else."""

STEMS: dict[str, dict[str, tuple[str, ...]]] = {
    "de": {
        "deadline": ("bis ", "spät", "innerh", "binnen", "vor ", "frist", "unverz", "umgeh", "rechtz", "mögl", "nach ",
                     "jederz", "schluss", "termin"),
        "destination": ("an ", "bei", "im ", "in ", "ins ", "unter", "zu", "online", "mail", "post", "uns", "anschrift",
                        "str", "platz", "allee", "weg", "ring", "damm", "ufer"),
        "contact": ("tel", "fon", "hotline", "nummer", "ruf", "@", "frag", "hilfe", "ausk", "wenden", "melden"),
        "enclosures": ("unterl", "nachw", "beleg", "kopie", "bescheinig", "anlage", "bescheid", "ausweis", "pass",
                       "vertr", "vollm", "lohn", "konto"),
        "next-step": ("erhalten", "bekomm", "wir ", "bearb", "weiter", "zusend", "wird ", "danach", "anschl", "eingang",
                      "prüfung", "sobald", "erhielt"),
        "cost": ("kost", "gebühr", "unentg", "entgelt", "euro", "€"),
        "remedy": ("rechts", "widerspr", "klage", "einspr", "beschw", "erinner"),
    },
    "en": {
        "deadline": ("within", "by", "before", "later", "least", "until", "deadline", "due", "soon", "immed"),
        "contact": ("call", "phone", "tel", "fax", "contact", "hotline", "@", "(", "1-8", "question", "help"),
        "enclosures": ("attach", "enclos", "inclu", "bring", "provid", "submit", "send"),
        "cost": ("fee", "charge", "cost", "free", "$", "£", "€"),
        "remedy": ("appeal", "review", "hearing", "reconsid"),
    },
}  # fmt: skip
"""A sentence without any of these, in small letters, cannot tell the item: looking here first is cheaper."""
