"""What the checks of accessibility say, in German and English."""

from __future__ import annotations

SCOPE = {
    "de": "Wir haben nur geprüft, was ein Programm sehen kann. Das ist keine Prüfung nach BITV oder PDF/UA.",
    "en": "We only looked at what a program can see. This is no test of conformity to WCAG or PDF/UA.",
}

WORDS: dict[str, dict[str, dict[str, str]]] = {
    "de": {
        "tagged": {
            "good": "Die Datei hat eine Struktur. Ein Vorlese-Programm kann ihr folgen.",
            "bad": "Die Datei hat keine Struktur. Ein Vorlese-Programm findet keine Überschriften.",
            "unknown": "Ob die Datei eine Struktur hat, konnten wir nicht sehen.",
            "advice": "Speichern Sie die Vorlage als „PDF mit Tags“ (barrierefrei).",
        },
        "title": {
            "good": "Die Datei hat einen Titel und zeigt ihn im Fenster.",
            "bad": "Die Datei zeigt keinen Titel. Vorlese-Programme nennen dann den Datei-Namen.",
            "unknown": "Ob die Datei einen Titel hat, konnten wir nicht sehen.",
            "advice": "Geben Sie in den Eigenschaften der Datei einen Titel ein. Wählen Sie „Titel anzeigen“.",
        },
        "language": {
            "good": "Die Datei nennt ihre Sprache.",
            "bad": "Die Datei nennt ihre Sprache nicht oder eine falsche. Dann klingt der vorgelesene Text fremd.",
            "unknown": "Ob die Datei ihre Sprache nennt, konnten wir nicht sehen.",
            "advice": "Stellen Sie in den Eigenschaften der Datei die Sprache ein.",
        },
        "tab-order": {
            "good": "Mit der Tab-Taste springt man der Reihe nach von Feld zu Feld.",
            "bad": "Die Reihenfolge der Felder ist nicht festgelegt. Die Tab-Taste springt vielleicht hin und her.",
            "unknown": "Die Reihenfolge der Felder konnten wir nicht sehen.",
            "advice": "Stellen Sie auf jeder Seite die Tab-Reihenfolge „nach Struktur“ ein.",
            "not-applicable": "Die Datei hat keine Felder zum Ausfüllen am Bildschirm.",
        },
        "tooltips": {
            "good": "Jedes Feld hat einen Namen zum Vorlesen.",
            "bad": "{without} von {fields} Feldern haben keinen Namen zum Vorlesen.",
            "unknown": "Die Namen der Felder konnten wir nicht sehen.",
            "advice": "Schreiben Sie zu jedem Feld eine QuickInfo: Was gehört hinein?",
            "not-applicable": "Die Datei hat keine Felder zum Ausfüllen am Bildschirm.",
        },
        "font-size": {
            "good": "Die Schrift ist überall groß genug (mindestens 9 Punkt).",
            "bad": "{percent} Prozent der Schrift sind kleiner als 9 Punkt. Das können viele nicht lesen.",
            "unknown": "Wie groß die Schrift ist, konnten wir nicht messen.",
            "advice": "Nehmen Sie mindestens 9 Punkt, besser 12. Lassen Sie lieber Text weg.",
        },
        "contrast": {
            "good": "Schrift auf weißem Grund ist dunkel genug. Farbige Flächen und Bilder prüfen wir nicht.",
            "bad": "{percent} Prozent der Schrift sind zu blass auf weißem Grund.",
            "unknown": "Die Farben der Schrift konnten wir nicht messen.",
            "advice": "Nehmen Sie eine dunklere Farbe (Kontrast mindestens 4,5 zu 1).",
        },
        "fillable": {
            "good": "Man kann das Formular am Bildschirm ausfüllen.",
            "bad": "{printed} von {fields} Feldern sind nur gedruckt. Dafür brauchen die Menschen Drucker und Stift.",
            "unknown": "Ob man das Formular am Bildschirm ausfüllen kann, konnten wir nicht sehen.",
            "advice": "Legen Sie für jede Lücke ein Feld an, oder bieten Sie das Formular online an.",
            "not-applicable": "Das Dokument hat nichts zum Ausfüllen.",
        },
    },
    "en": {
        "tagged": {
            "good": "The file has a structure that a screen reader can follow.",
            "bad": "The file has no structure. A screen reader knows no headings and no order.",
            "unknown": "We could not see whether the file has a structure.",
            "advice": "Save your source document as a tagged (accessible) PDF.",
        },
        "title": {
            "good": "The file has a title and shows it in the window.",
            "bad": "The file shows no title. Screen readers then say the name of the file.",
            "unknown": "We could not see whether the file has a title.",
            "advice": "Enter a title in the properties of the file and choose to show it.",
        },
        "language": {
            "good": "The file says which language it is in.",
            "bad": "The file does not say its language, or says a wrong one. Read aloud it sounds strange.",
            "unknown": "We could not see whether the file says its language.",
            "advice": "Set the language in the properties of the file.",
        },
        "tab-order": {
            "good": "The tab key goes from field to field in order.",
            "bad": "The order of the fields is not set. The tab key may jump around.",
            "unknown": "We could not see the order of the fields.",
            "advice": "Set the tab order of each page to “use document structure”.",
            "not-applicable": "The file has no fields to fill in on a screen.",
        },
        "tooltips": {
            "good": "Each field has a name that is read aloud.",
            "bad": "{without} of {fields} fields have no name that is read aloud.",
            "unknown": "We could not see the names of the fields.",
            "advice": "Write a tooltip for each field: what belongs in it?",
            "not-applicable": "The file has no fields to fill in on a screen.",
        },
        "font-size": {
            "good": "All print is large enough (at least 9 points).",
            "bad": "{percent} percent of the print is smaller than 9 points. Many people cannot read it.",
            "unknown": "We could not measure the size of the print.",
            "advice": "Use at least 9 points, better 12. Rather leave text out.",
        },
        "contrast": {
            "good": "Print on white ground is dark enough. We do not check coloured areas and pictures.",
            "bad": "{percent} percent of the print is too pale on white ground.",
            "unknown": "We could not measure the colours of the print.",
            "advice": "Choose a darker colour (contrast at least 4.5 to 1).",
        },
        "fillable": {
            "good": "People can fill in the form on a screen.",
            "bad": "{printed} of {fields} fields are only printed. People need a printer and a pen for them.",
            "unknown": "We could not see whether the form can be filled in on a screen.",
            "advice": "Make a field for each blank, or offer the form online.",
            "not-applicable": "The document has nothing to fill in.",
        },
    },
}
