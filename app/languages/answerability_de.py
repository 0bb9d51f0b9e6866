"""The words by which a German form says until when, where to, whom to ask, what to add, what comes next, the cost."""

from __future__ import annotations

_NEAR = r"[^!?]{0,120}?"
"""Any words of the same sentence; dots stand in dates and abbreviations, too."""
_CLOSE = r"[^!?]{0,60}?"
_NUMBER = r"(?:\d+|eine[mnrs]?|zwei|drei|vier|fünf|sechs|acht|zehn|zwölf|wenige[nr]?)"
_UNIT = r"(?:Tag|Werktag|Woche|Monat|Jahr|Stunde)\w*"
_OFFICE = (
    r"\w*(?:amt(?:es|s)?|ämter|behörden?|stellen?|center|gericht(?:e?s)?|kassen?|stadt|gemeinde|landkreis|verwaltung"
    r"|büros?|rathaus\w*|briefkasten|agentur|versicherung|ausschuss|ministerium|kammer|bibliothek|schule|sekretariat"
    r"|universität|bauhof|magistrat|leitung)\b"
)
_FORM = (
    r"\b\w*(?:[Ff]ormulare?s?|[Aa]ntr[aä]ge?s?|[Vv]ordrucke?|[Bb]l[aä]tt(?:er)?|[Bb]ogen|[Aa]nmeldung|[Aa]nzeige"
    r"|[Uu]nterlagen|[Nn]achweise|[Ee]rklärung(?:en)?|[Ll]isten?|[Mm]eldung|[Kk]lage|[Aa]btretung|[Rr]ückantwort)\b"
)
_MONTH = r"(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)"
_LIMIT = (
    rf"(?:\bbis (?:zum|spätestens|Ende|Mitte|\d{{1,2}}\. ?(?:\d{{1,2}}\.|{_MONTH}))|\bspätestens\b|\b(?:innerhalb"
    rf"|binnen)\b {_CLOSE}{_UNIT}"
    rf"|\b{_NUMBER} {_UNIT} (?:vor|nach)\b|\bvor (?:Beginn|Ablauf|dem gewünschten|der Aufnahme)"
    r"|\bgleichzeitig mit\b|\bjederzeit\b)"
)
_HAND_IN = (
    r"\b(?:(?:ein|ab|zurück|vor|an)?zu(?:reichen|geben|senden|schicken|legen|melden|zeigen)|einreichen"
    r"|abgeben|zurückgeben"
    r"|zurücksenden|zurückschicken|vorlegen|anmelden|anzeigen|beantragen|zu beantragen|zu stellen|stellen|eingereicht"
    r"|abgegeben|vorgelegt|zugehen|zukommen|eingehen|eingegangen sein|vorliegen|(?:über)?senden|schicken"
    r"|(?:zu|zu über)senden|gestellt werden|absenden)\b"
)
_ORDER = (
    r"\b(?:reichen|geben|senden|schicken|stellen|melden|beantragen|legen|bringen|übermitteln|laden|richten|werfen"
    r"|faxen|mailen) Sie\b"
)
_PAPER = (
    r"\b\w*(?:unterlagen?|nachweise?n?|belege?n?|kopien?|bescheinigung(?:en)?|anlagen?|bescheide?s?|ausweis\w*|pass"
    r"|vertrag\w*|verträge|vollmacht|auszüge|abrechnung(?:en)?|foto|lichtbild|zeugnis\w*|urkunden?|attest|lageplan"
    r"|mandat|formblatt|erklärungen|begründung|niederschriften|unterschriften|abschrift\w*|aufstellung|bestätigung)\b"
)
_LETTER = (
    r"\w*(?:bescheid|brief|nachricht|antwort|bestätigung|mitteilung|schreiben|rückmeldung|einladung|zusage|ausweis"
    r"|termin|gutschein|rechnung|bewilligung|entscheidung|steuermarke|fahrkarte)\b"
)
_SHARED_PROCEDURE = r"(?:Gerichts|Verfahrens|Prozess|Verwaltungs)kosten\w*"

PATTERNS: dict[str, tuple[str, ...]] = {
    "deadline": (
        rf"\b(?:Einsendeschluss|Einreichungsschluss|Anmeldeschluss|Abgabeschluss)\b{_CLOSE}\d",
        rf"\bFrist\b{_CLOSE}\b(?:endet|läuft|beträgt|ist der)\b{_CLOSE}(?:\d|ab\b|{_NUMBER})",
        rf"\breichen Sie\b{_NEAR}\b{_NUMBER} {_UNIT} vorher\b",
        r"\b(?:Rücksendung|Rückgabe|Abgabe|Rückmeldung|Antwort)\b[^!?]{0,30}\bbis (?:zum |spätestens )?\d",
        rf"\bSie haben\b{_CLOSE}{_NUMBER} {_UNIT} Zeit\b",
        rf"{_LIMIT}{_NEAR}{_HAND_IN}",
        rf"{_HAND_IN}{_NEAR}{_LIMIT}",
        rf"{_ORDER}{_NEAR}{_LIMIT}",
        rf"{_LIMIT}{_NEAR}{_ORDER}",
        rf"\b(?:Abgabe|Antrags|Einreichungs|Rückgabe|Anmelde)(?:frist|schluss|termin)\b{_CLOSE}(?:\d|{_UNIT})",
        rf"\b(?:unverzüglich|umgehend){_NEAR}{_FORM}{_NEAR}{_HAND_IN}",
    ),
    "destination": (
        (
            r"^(?:Bitte )?(?:zurück(?:zu)?senden|zurückschicken|einzureichen|abzugeben|abgeben|einsenden) (?:an"
            r"|bei|beim|im|in)\b"
        ),
        rf"^(?:Abgabe|Einreichung|Rücksendung)\b {_CLOSE}\b(?:bei|beim|im|in der|an)\b{_CLOSE}{_OFFICE}",
        rf"\b(?:per|mit der) (?:E-?Mail|Post|Fax)\b{_CLOSE}\b(?:an\b|senden\b|schicken\b)",
        r"\bRücksendeadresse\b",
        rf"{_ORDER}{_NEAR}\b(?:an|bei|beim|im|in|ins|über|zum|zur)\b{_CLOSE}{_OFFICE}",
        rf"{_ORDER} (?:uns\b|{_NEAR}\ban uns\b)",
        rf"{_ORDER}{_NEAR}(?:@|www\.|\bonline\b|\bper (?:E-?Mail|Post|Fax)\b|\bhoch\b)",
        rf"\b(?:bei|beim|an|über|im|in)\b{_CLOSE}{_OFFICE}{_NEAR}{_HAND_IN}",
        rf"\b(?:der|dem) (?:zuständigen )?{_OFFICE}{_NEAR}{_HAND_IN}",
        rf"\bbei\b{_CLOSE}{_OFFICE} eingegangen\b",
        rf"\breiche\w*\b{_CLOSE}{_OFFICE}{_CLOSE}\bein\b",
        r"^An (?:das|die|den)(?: [^.!?]{0,70})?$",
        r"^(?:Bitte )?(?:zurück|senden|absenden|abgeben|einreichen) (?:an|bei|beim)\b",
        r"\b(?:Postanschrift|Hausanschrift|Besucheranschrift|Lieferanschrift)\b\W*[^!?]{0,60}\d{5}",
        r"\bonline (?:stellen|einreichen|ausfüllen|beantragen|abgeben|anmelden)\b",
        r"\bOnline-?\w*antrag\b[^!?]{0,40}(?:unter|www\.|http)",
    ),
    "contact": (
        r"\bTel(?:efon)?(?:nummer|-Nr)?\b\.?[^!?\d]{0,30}(?:\+\d|\(0|0\d|115)[\d ()/–-]*",
        r"\b(?:Sie erreichen uns|erreichen Sie uns|rufen Sie)\b[^!?]{0,40}\d{3}",
        r"\b\w*(?:telefon|hotline|nummer)\b\W{0,3}(?:115\b|0\d[\d ()/–-]{5,})",
        (
            r"\b(?:Ansprechpartner(?:in)?|Ansprechperson|Auskunft erteilt"
            r"|Sachbearbeiter(?:in)?)\b\W{1,3}(?:Herr|Frau|Hr\.|Fr\.)\s+(?-i:[A-ZÄÖÜ])"
        ),
        r"\b(?:Tel(?:efon)?|Fon|Hotline|Service-?nummer|Rufnummer)\b\.?[^!?\d]{0,12}[(+]?[01][\d ()/–-]{4,}",
        r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b",
        r"\bRufen Sie (?:uns )?(?:gern |bitte )?an\b|\bBehördennummer 115\b",
        (
            rf"\b(?:Fragen|Rückfragen|Unklarheiten|Hilfe|Auskünfte)\b{_NEAR}\b(?:wenden|melden|rufen|helfen|hilft"
            r"|beantworten (?:wir|Ihnen)|beantwortet (?:Ihnen|das|die|der)|erreichen|Verfügung|gibt|geben|erteilt)\b"
        ),
        rf"\b(?:wenden Sie sich|melden Sie sich|hilft Ihnen|helfen Ihnen){_NEAR}\b(?:Fragen|Rückfragen|Hilfe)\b",
    ),
    "enclosures": (
        r"^\W*(?:Beizufügende|Erforderliche|Benötigte|Notwendige) (?:Unterlagen|Nachweise|Anlagen)\b",
        (
            r"\b(?:Unterlagen|Nachweise|Belege)\b[^!?]{0,40}\b(?:brauchen|benötigen) (?:wir|Sie)\b"
            r"|^Mitzubringen\b|^Checkliste\b[^!?]{0,40}\bUnterlagen\b"
        ),
        r"^Anlagen \([^)]*\)\W*$",
        (
            rf"{_PAPER}{_NEAR}\b(?:bei(?:zu)?fügen|beigefügt|beilegen|beizulegen|beiliegen\w*|vor(?:zu)?legen"
            r"|ein(?:zu)?reichen|mit(?:zu)?bringen|nach(?:zu)?reichen|nachzuweisen|erforderlich|nötig"
            r"|zu erbringen|glaubhaft zu machen|hochladen)\b"
        ),
        (
            r"\b(?:bei(?:zu)?fügen|beigefügt|beizulegen|vorzulegen|nachzuweisen|benötigen (?:wir|Sie)"
            r"|brauchen (?:wir|Sie)"
            rf"|erforderlich (?:ist|sind)|glaubhaft)\b{_NEAR}{_PAPER}"
        ),
        (
            rf"\b(?:füge(?:n)?|lege(?:n)?|liegt|liegen)\b{_NEAR}\b(?:bei|vor|dazu)\b(?=\W*(?:$|[,;.)]|und\b"
            rf"|zum Beispiel))"
        ),
        rf"\b(?:reichen|bringen|legen|fügen|schicken|senden) Sie\b{_NEAR}{_PAPER}",
        (
            rf"\b(?:durch|mit) (?:eine[rnm]? |geeignete )?{_PAPER}{_CLOSE}(?:nachzuweisen|glaubhaft zu machen"
            rf"|nachweisen)\b"
        ),
        rf"\bdurch\b{_CLOSE}{_PAPER}{_CLOSE}\bbeleg\w+",
        rf"\bdurch Vorlage\b{_NEAR}(?:zu führen|nachzuweisen|nachweisen)\b",
        rf"\bVorlage\b{_CLOSE}{_PAPER}{_CLOSE}\b(?:erforderlich|verlangt|notwendig|nötig)\b",
        r"\b(?:Anlage|Unterlagen|Nachweise|Belege)\b[^!?]{0,40}\bbenötigt\b",
        (
            r"\b(?:Sie (?:brauchen|benötigen)|(?:brauchen|benötigen|fügen"
            r"|legen) Sie) keine (?:weiteren )?(?:Unterlagen|Nachweise)\b"
        ),
        (
            r"\b(?:ist|sind|wird|werden) beigefügt\b|\breichen Sie (?:bitte )?(?:auch|zusätzlich)\b"
            r"|\bSie (?:bitte )?auch die Anlage\b"
        ),
        rf"\b(?:anliegend|beiliegend)\w*\b{_NEAR}(?:{_PAPER}|titel\b|\bBeschluss\b)",
        r"\bfolgende (?:Unterlagen|Nachweise|Anlagen|Belege)\b",
        r"^\W*(?:\d\W*|[A-Z][.)]\W*)?(?:Erforderliche |Benötigte |Beigefügte )?(?:Anlagen|Unterlagen|Nachweise)\W*$",
    ),
    "next-step": (
        (
            r"\bSie hören (?:dann )?von uns\b|\b(?:bekommen|erhalten) Sie Post\b|\b(?:überweisen|zahlen) wir\b"
            r"|\bwir (?:überweisen|setzen uns)\b"
        ),
        r"\bSie werden\b[^!?]{0,60}\b(?:benachrichtigt|angeschrieben|eingeladen|schriftlich informiert)\b",
        rf"\b(?:(?:erhalten|bekommen) Sie|Sie (?:erhalten|bekommen))\b{_NEAR}\b(?:{_LETTER})",
        rf"\b{_LETTER}{_CLOSE}(?:erhalten|bekommen) Sie\b",
        (
            r"\bwir (?:prüfen|melden uns|schreiben Ihnen|informieren Sie|benachrichtigen|schicken|senden|teilen Ihnen"
            r"|rufen Sie|entscheiden|laden Sie|nennen Ihnen|kommen)\b"
        ),
        r"\b(?:prüfen|schreiben|schicken|senden|entscheiden|melden|informieren|nennen|laden|rufen) wir\b",
        r"\bBearbeitungs(?:zeit|dauer)\b|\bDie Bearbeitung (?:dauert|beginnt)\b",
        r"^(?:So|Wie) geht es weiter\b|^Was (?:passiert|geschieht) (?:danach|nach|als nächstes|dann)\b",
        rf"\bwird Ihnen\b{_NEAR}\b(?:zugesandt|übersandt|mitgeteilt|zugestellt|zugeschickt)\b",
        rf"\b(?:Zusendung|Übersendung|Auszahlung|Benachrichtigung)\b{_CLOSE}\berfolgt\b",
        rf"\bkomm(?:t|en)\b{_CLOSE}\bmit der Post\b",
        (
            rf"\b\w*Behörde (?:bescheinigt|bestätigt|prüft|entscheidet)\b|\bwird {_CLOSE}(?:Bescheid"
            rf"|Schreiben) mitgeteilt\b"
        ),
        rf"\bim \w*bescheid\b{_CLOSE}\bmitgeteilt\b|\bEntscheidung\b{_CLOSE}\bwird\b{_NEAR}\bmitgeteilt\b",
        rf"\bnach (?:Eingang|Prüfung|Abgabe)\b{_NEAR}\b(?:entschieden|bewilligt|geprüft|zugesandt|überwiesen)\b",
        r"^Danach (?:wird|werden|erhalten|bekommen|prüfen|schicken)\b|\bMit der \w+ einreichen\b",
    ),
    "cost": (
        r"^\W*(?:\w*gebühr(?:en)?|Kosten|Entgelt)\W{0,3}\d+(?:,\d\d)? ?(?:Euro|€|EUR)",
        r"\b(?:fallen|fällt)\b[^!?]{0,30}gebühr(?:en)?\b[^!?]{0,10}\ban\b|\bKosten betragen\b[^!?]{0,20}\d",
        r"\b(?:kostenlos|kostenfrei|gebührenfrei|unentgeltlich|gebührenpflichtig|kostenpflichtig)\b",
        r"\bkostet\b[^!?]{0,40}(?:nichts|\d)|\bzahlen Sie\b[^!?]{0,40}(?:nichts|\d)",
        (
            rf"\b\w*(?:gebühr(?:en)?|entgelte?s?)\b{_CLOSE}\b(?:beträgt|betragen|erhoben|erheben|fallen|fällt|in Höhe"
            r"|berechnet|zu zahlen|zu entrichten)\b"
        ),
        r"\bkeine (?:Gebühren|Kosten)\b|\berheben wir\b[^!?]{0,40}gebühr|\bentstehen Ihnen\b[^!?]{0,40}Kosten\b",
        r"\b\d+(?:,\d\d)? ?(?:Euro|€|EUR)\b[^!?]{0,30}\b(?:Gebühr|kostet)",
        rf"\b{_SHARED_PROCEDURE}{_NEAR}\b(?:be)?zahlen\b|\bKosten für den Prozess\b{_NEAR}\bzahlen\b",
    ),
    "remedy": (
        r"^Rechts(?:behelfs|mittel)belehrung\b",
        (
            rf"\bgegen diese[nrs]?\b{_CLOSE}\b(?:Bescheid|Entscheidung|Beschluss|Verfügung)\b{_NEAR}"
            r"\b(?:Widerspruch|Einspruch|Klage|Beschwerde|Erinnerung)\b"
        ),
        rf"\b(?:Widerspruch|Einspruch)\b{_NEAR}\b(?:einlegen|erheben|erhoben|eingelegt|einzulegen|zulässig)\b",
    ),
}
"""By item: regular expressions, small or capital letters alike."""

_LAST = r"\b(?:letzten|vergangenen|nächsten|vorangegangenen) (?:\w+ )?(?:Jahr|Monat|Woche|Tag)"
_PRIVACY = r"Datenschutz|datenschutz@|Ihre Daten|über Ihre Daten|\bWiderruf|widerrufen|personenbezogen"

NOT_MEANT: dict[str, tuple[str, ...]] = {
    "deadline": (
        r"\?",
        _LAST,
        r"aufbewahr|lösch|speicher|verjähr|kündig|Vollstreck|Zustell|Bewilligungszeitr",
        r"\b\w*[Ww]iderspr\w+|\bKlage\b|Rechtsbehelf|[Rr]ückzahl|überweis|zu zahlen|zu entrichten|\bGeldbuße",
        r"\bÄnderung|\bgeändert|\bhaben sich|\bWechsel|\bVerlust|\bBeendigung",
        _PRIVACY,
        (
            r"\b(?:hat|haben|hatten?|wurden?)\W*$|^(?:Wir|Die Behörde|Das Amt)\b|\berhalten Sie\b"
            r"|\bSie erhalten\b|\bgelten\b|\bgilt\b"
        ),
    ),
    "destination": (
        r"\?",
        _PRIVACY,
        r"\bWiderspr|\bRechtsbehelf|\bProzesskostenhilfe|\bnicht an\b|\bweiter(?:ge)?geb|\bÄnderung",
        r"^(?:Wir|Ich)\b(?!.*\b(?:reiche|sende|schicke|lege)\b)|\bWechsel|\bBeendigung|\bSchulbesuch|\bmitgeteilt\b",
        r"\bzu erbringen\b|\bDaten\b|^Mir ist bekannt|\bzukommen lassen\b|\bFragen\b|\bgegenüber\b|\bÄndern\b",
    ),
    "contact": (r"datenschutz", _PRIVACY, r"\bz\. ?B\.|\bzum Beispiel\b|\bmax\.?muster|\bKinderarzt"),
    "enclosures": (
        r"\?",
        _PRIVACY,
        r"\bnicht erforderlich\b|\bnicht beizufügen\b|^Anlage \w+ |\bIch ermächtige\b",
        r"\bTräger\b|\berforderlichen? (?:Daten|Angaben)|\bhaben mir vorgelegen\b",
    ),
    "next-step": (
        r"\?",
        _PRIVACY,
        r"^(?:Ich|Mir|Dieses Formular)\b|\bMerkblatt\b|\bWiderspr|\bDatenabgleich|\bauch im\b",
        r"\bwir (?:verwenden|speichern|brauchen)\b|\bunvollständig|\bweitere Informationen\b",
    ),
    "cost": (
        r"\?|überlass|\bMöglichkeit\b|\bkostenlose (?:Beratung|Vertretung)|rückstände|\berstattet\b|\bGeldbuße",
        r"\bmüllgebühr|schornstein|\bMietvertrag|\bgebührenbescheid\b|\bberpflegungs",
    ),
    "remedy": (r"\bVerarbeitung\b|\bpersonenbezogen|\bDatenschutz",),
}
"""By item: a sentence with one of these speaks of something else."""

LETTERHEAD = r"^(?:.*,\s*)?\d{5} [A-ZÄÖÜ][\wäöüß-]+"
"""Where a letterhead ends: postcode and town."""

STEMS: dict[str, tuple[str, ...]] = {
    "deadline": ("bis ", "spät", "innerh", "binnen", "vor ", "frist", "unverz", "umgeh", "nach ", "jederz",
                 "schluss", "zeit", "vorher",
                 "termin", "gleichz"),
    "contact": ("tel", "fon", "hotline", "nummer", "ruf", "@", "frag", "hilf", "helf", "ausk", "unklar",
                 "ansprech", "bearbeiter", "erreich"),
    "enclosures": ("unterl", "nachw", "nachz", "beleg", "kopie", "bescheinig", "anlage", "bescheid", "ausweis",
                 "pass",
                   "vertr", "vollm", "ausz", "lieg", "füg", "leg", "reich", "bring", "beiz", "vor", "mitzu"),
    "cost": ("kost", "gebühr", "unentg", "entgelt", "euro", "€", "zahlen"),
    "remedy": ("rechts", "widerspr", "klage", "einspr", "beschw", "erinner"),
}  # fmt: skip
"""By item: a sentence without any of these, in small letters, cannot tell it; looking here first is cheaper."""
