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
        Anforderung anfordern, Angabe angeben, Anmeldung anmelden, Anrechnung anrechnen, Aufbewahrung
        aufbewahren, Aufhebung aufheben, Aushändigung aushändigen, Ausstellung ausstellen, Auszahlung auszahlen,
        Beantragung beantragen, Beantwortung beantworten, Bearbeitung bearbeiten, Beauftragung beauftragen,
        Befragung befragen, Beglaubigung beglaubigen, Begutachtung begutachten, Beifügung beifügen, Benutzung
        benutzen, Berechnung berechnen, Berichtigung berichtigen, Berücksichtigung berücksichtigen, Besichtigung
        besichtigen, Bestätigung bestätigen, Beurteilung beurteilen, Bewertung bewerten, Bewilligung bewilligen,
        Bezahlung bezahlen, Bezug beziehen, Einhaltung einhalten, Einholung einholen, Einreichung einreichen,
        Einsendung einsenden, Einzahlung einzahlen, Entrichtung entrichten, Erhalt erhalten, Ermittlung
        ermitteln, Erstattung erstatten, Erteilung erteilen, Festlegung festlegen, Festsetzung festsetzen,
        Feststellung feststellen, Förderung fördern, Genehmigung genehmigen, Gewährung gewähren, Kennzeichnung
        kennzeichnen, Kontrolle kontrollieren, Kürzung kürzen, Löschung löschen, Nachholung nachholen,
        Nachprüfung nachprüfen, Nachreichung nachreichen, Nutzung nutzen, Prüfung prüfen, Registrierung
        registrieren, Reinigung reinigen, Rückgabe zurückgeben, Rücknahme zurücknehmen, Rücksendung
        zurücksenden, Rückzahlung zurückzahlen, Speicherung speichern, Sperrung sperren, Übermittlung
        übermitteln, Übernahme übernehmen, Überprüfung überprüfen, Übersendung übersenden, Überweisung
        überweisen, Untersuchung untersuchen, Unterzeichnung unterzeichnen, Verarbeitung verarbeiten,
        Verlängerung verlängern, Vernichtung vernichten, Veröffentlichung veröffentlichen, Verwendung verwenden,
        Vorlage vorlegen, Weitergabe weitergeben, Weiterleitung weiterleiten, Widerruf widerrufen, Zahlung
        zahlen, Zulassung zulassen, Zurückweisung zurückweisen, Zusendung zusenden, Zustellung zustellen
        """.split(",")
)
"""What a genitive behind these nouns names is the object: *die Prüfung des Antrags*."""
_ANYBODY = dict(
    pair.split()
    for pair in """
        Abschluss abschließen, Änderung ändern, Annahme annehmen, Anpassung anpassen, Aufnahme aufnehmen,
        Ausführung ausführen, Beendigung beenden, Durchführung durchführen, Einführung einführen, Erhöhung
        erhöhen, Errichtung errichten, Erstellung erstellen, Erweiterung erweitern, Kündigung kündigen,
        Vereinbarung vereinbaren, Vorbereitung vorbereiten
        """.split(",")
)
"""The same for nouns of what readers, offices and others do: *bei Kündigung des Vertrags* does not say who acts."""
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
_WHOLE = {
    "Antragstellung": ("stellen", "object", "den Antrag"),
    "Antragseingang": ("eingehen", "subject", "der Antrag"),
    "Fristablauf": ("ablaufen", "subject", "die Frist"),
    "Vertragsabschluss": ("abschließen", "object", "den Vertrag"),
    "Vertragsende": ("enden", "subject", "der Vertrag"),
    "Vertragsschluss": ("abschließen", "object", "den Vertrag"),
    "Zahlungseingang": ("eingehen", "subject", "die Zahlung"),
}
"""Nouns that name what their verb is about themselves."""
_DENIED = "Nicht"


@dataclass(frozen=True, slots=True)
class HiddenVerb:
    """The verb in a noun, what a genitive behind the noun is to it, and whether it is denied (*Nichtvorlage*)."""

    infinitive: str
    genitive: Literal["object", "subject"]
    denied: bool = False
    told: str = ""
    """What the noun itself names: *den Antrag* in *Antragstellung*."""
    anybody: bool = False
    """Whether the verb never says who acts."""


def hidden_verb(noun: str) -> HiddenVerb | None:
    """The verb that a noun in the singular hides; none where it may as well be a thing or we do not know it.

    Also infinitives used as nouns, whose genitive is the object: *das Ausfüllen des Formulars*.
    """
    denied = noun.startswith(_DENIED) and len(noun) > len(_DENIED) + 3
    base = noun[len(_DENIED) :].capitalize() if denied else noun
    if noun in _WHOLE:
        verb, part, told = _WHOLE[noun]
        return HiddenVerb(verb, "subject" if part == "subject" else "object", told=told)
    if base in _SUBJECTS:
        return HiddenVerb(_SUBJECTS[base], "subject", denied)
    found = _OBJECTS.get(base, _ANYBODY.get(base))
    if found is None and base.endswith("en") and infinitive(base.lower(), "f") == base.lower():
        found = base.lower()
    return None if found is None else HiddenVerb(found, "object", denied, anybody=base in _ANYBODY)


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
