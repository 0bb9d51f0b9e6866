"""German nouns of offices and the verbs that they hide: *Prüfung* is *prüfen*, *Nichtvorlage* is *nicht vorlegen*."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.languages.acting_verbs_de import Actor, NewVerb
from app.languages.inflection_de import paradigm
from app.languages.verb_forms_de import infinitive

_OBJECTS = dict(
    pair.split()
    for pair in """
        Abgabe abgeben, Abholung abholen, Ablehnung ablehnen, Abmeldung abmelden, Anerkennung anerkennen,
        Anforderung anfordern, Anmeldung anmelden, Anrechnung anrechnen, Aufbewahrung aufbewahren,
        Aufhebung aufheben, Aushändigung aushändigen, Ausstellung ausstellen, Auszahlung auszahlen,
        Beantragung beantragen, Beantwortung beantworten, Bearbeitung bearbeiten, Beauftragung beauftragen,
        Befragung befragen, Begutachtung begutachten, Beifügung beifügen, Beglaubigung beglaubigen,
        Berechnung berechnen, Berichtigung berichtigen, Berücksichtigung berücksichtigen,
        Besichtigung besichtigen, Bestätigung bestätigen, Bewertung bewerten, Bewilligung bewilligen,
        Bezahlung bezahlen, Bezug beziehen, Einholung einholen, Einreichung einreichen, Einsendung einsenden,
        Einzahlung einzahlen, Entrichtung entrichten, Erhalt erhalten, Ermittlung ermitteln,
        Erstattung erstatten, Erteilung erteilen, Festlegung festlegen, Festsetzung festsetzen,
        Feststellung feststellen, Förderung fördern, Genehmigung genehmigen, Gewährung gewähren,
        Kennzeichnung kennzeichnen, Kontrolle kontrollieren, Kürzung kürzen, Löschung löschen,
        Nachholung nachholen, Nachprüfung nachprüfen, Nachreichung nachreichen,
        Prüfung prüfen, Reinigung reinigen, Registrierung registrieren, Rückgabe zurückgeben,
        Rücknahme zurücknehmen, Rücksendung zurücksenden, Rückzahlung zurückzahlen, Speicherung speichern,
        Sperrung sperren, Übermittlung übermitteln, Übernahme übernehmen, Überprüfung überprüfen,
        Übersendung übersenden, Überweisung überweisen, Unterzeichnung unterzeichnen,
        Untersuchung untersuchen, Verarbeitung verarbeiten, Verlängerung verlängern, Vernichtung vernichten,
        Veröffentlichung veröffentlichen, Verwendung verwenden, Vorlage vorlegen, Weitergabe weitergeben,
        Weiterleitung weiterleiten, Widerruf widerrufen, Zahlung zahlen, Zulassung zulassen,
        Zurückweisung zurückweisen, Zusendung zusenden, Zustellung zustellen
        """.split(",")
)
"""What a genitive behind these nouns names is the object: *die Prüfung des Antrags*."""
_SUBJECTS = {
    "Ablauf": "ablaufen",
    "Beginn": "beginnen",
    "Eingang": "eingehen",
    "Eintritt": "eintreten",
    "Entstehung": "entstehen",
    "Erlöschen": "erlöschen",
    "Fehlen": "fehlen",
    "Vorliegen": "vorliegen",
    "Wegfall": "wegfallen",
}
"""What a genitive behind these nouns names is the subject: *der Wegfall der Voraussetzungen*."""
_DENIED = "Nicht"


@dataclass(frozen=True, slots=True)
class HiddenVerb:
    """The verb in a noun, what a genitive behind the noun is to it, and whether it is denied (*Nichtvorlage*)."""

    infinitive: str
    genitive: Literal["object", "subject"]
    denied: bool = False


def hidden_verb(noun: str) -> HiddenVerb | None:
    """The verb that a noun in the singular hides; none where it may as well be a thing or we do not know it.

    Also infinitives used as nouns, whose genitive is the object: *das Ausfüllen des Formulars*.
    """
    denied = noun.startswith(_DENIED) and len(noun) > len(_DENIED) + 3
    base = noun[len(_DENIED) :].capitalize() if denied else noun
    if base in _SUBJECTS:
        return HiddenVerb(_SUBJECTS[base], "subject", denied)
    verb = _OBJECTS.get(base)
    if verb is None and base.endswith("en") and infinitive(base.lower(), "f") == base.lower():
        verb = base.lower()
    return None if verb is None else HiddenVerb(verb, "object", denied)


def forms_of(verb: str) -> dict[str, tuple[str, str]]:
    """The cells of a verb's paradigm with the form and its separate particle, the preferred form of each cell."""
    return {form.cell: (form.text, form.particle or "") for form in reversed(paradigm(verb, "verb", None))}


def present(verb: str, actor: Actor) -> NewVerb | None:
    """The verb in the present for this actor; none where its paradigm is not known."""
    forms = forms_of(verb)
    form = forms.get(actor.cell)
    if form is None:
        return None
    return NewVerb(form[0], form[1], forms.get(f"{actor.cell}.final", form)[0])


def perfect(verb: str, actor: Actor) -> NewVerb | None:
    """The verb in the perfect: *habe geprüft*, *ist eingegangen*; none where its paradigm is not known."""
    found = next(((cell, text) for cell, (text, _) in forms_of(verb).items() if cell.startswith("part.")), None)
    if found is None:
        return None
    cell, participle = found
    auxiliary = ("sind" if actor.is_plural else "ist") if cell == "part.sein" else "haben" if actor.is_plural else "hat"
    return NewVerb(auxiliary, participle, f"{participle} {auxiliary}")
