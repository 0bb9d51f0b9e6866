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
            "outside": "Die Datei hat eine Struktur. Aber {outside} Felder gehören nicht dazu.",
            "outside-advice": "Nehmen Sie die Felder in die Struktur auf (in Acrobat: „Tag“ und „Formular“).",
        },
        "title": {
            "good": "Die Datei hat einen Titel und zeigt ihn im Fenster.",
            "bad": "Die Datei hat keinen Titel. Vorlese-Programme nennen dann den Datei-Namen.",
            "nameless": "Der Titel der Datei sagt Menschen nichts. Er sieht aus wie ein Datei-Name.",
            "hidden": "Die Datei hat einen Titel. Aber das Fenster zeigt den Datei-Namen.",
            "hidden-advice": "Wählen Sie in den Eigenschaften der Datei „Dokumenttitel anzeigen“.",
            "unknown": "Ob die Datei einen Titel hat, konnten wir nicht sehen.",
            "advice": "Geben Sie in den Eigenschaften der Datei einen Titel ein. Wählen Sie „Dokumenttitel anzeigen“.",
        },
        "language": {
            "good": "Die Datei nennt ihre Sprache.",
            "bad": "Die Datei nennt ihre Sprache nicht. Dann klingt der vorgelesene Text vielleicht fremd.",
            "wrong": "Die Datei nennt eine andere Sprache als die des Textes. Vorgelesen klingt er fremd.",
            "unknown": "Ob die Datei ihre Sprache nennt, konnten wir nicht sehen.",
            "advice": "Stellen Sie in den Eigenschaften der Datei die Sprache ein.",
        },
        "tab-order": {
            "good": "Mit der Tab-Taste springt man der Reihe nach von Feld zu Feld.",
            "bad": "Die Tab-Taste folgt nicht der Struktur. Sie springt vielleicht hin und her.",
            "unknown": "Die Reihenfolge der Felder konnten wir nicht sehen.",
            "own": "Die Reihenfolge der Felder steht fest. Ob sie stimmt, können wir nicht sehen.",
            "own-advice": "Springen Sie einmal mit der Tab-Taste durch alle Felder.",
            "advice": "Stellen Sie auf jeder Seite die Tab-Reihenfolge „nach Struktur“ ein.",
            "not-applicable": "Die Datei hat keine Felder zum Ausfüllen am Bildschirm.",
        },
        "tooltips": {
            "good": "Jedes Feld hat einen Namen zum Vorlesen.",
            "bad": "Bei {without} von {fields} Feldern fehlt ein Name zum Vorlesen.",
            "unknown": "Die Namen der Felder konnten wir nicht sehen.",
            "advice": "Schreiben Sie zu jedem Feld eine QuickInfo: Was gehört hinein?",
            "not-applicable": "Die Datei hat keine Felder zum Ausfüllen am Bildschirm.",
        },
        "font-size": {
            "good": "Die Schrift ist groß genug (mindestens 9 Punkt), von wenigen Zeilen abgesehen.",
            "bad": "Unter 9 Punkt sind {percent} Prozent der Schrift. Das können viele nicht lesen.",
            "unknown": "Wie groß die Schrift ist, konnten wir nicht messen.",
            "advice": "Nehmen Sie mindestens 9 Punkt, besser 12. Lassen Sie lieber Text weg.",
        },
        "contrast": {
            "good": "Schrift auf weißem Grund ist dunkel genug. Farbige Flächen und Bilder prüfen wir nicht.",
            "bad": "Zu blass auf weißem Grund sind {percent} Prozent der Schrift.",
            "unknown": "Die Farben der Schrift konnten wir nicht messen.",
            "advice": "Nehmen Sie eine dunklere Farbe (Kontrast mindestens 4,5 zu 1).",
        },
        "fillable": {
            "good": "Man kann das Formular am Bildschirm ausfüllen.",
            "dynamic": "Nur ein einziges Programm öffnet dieses Formular (XFA). Am Handy geht es nicht.",
            "dynamic-advice": "Bieten Sie das Formular als gewöhnliches PDF oder online an.",
            "locked": "Die Datei ist geschützt. Der Schutz verbietet das Ausfüllen.",
            "locked-advice": "Erlauben Sie in den Einstellungen zur Sicherheit das Ausfüllen.",
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
            "outside": "The file has a structure, but {outside} fields do not belong to it.",
            "outside-advice": "Add the fields to the structure, each in a Form tag.",
        },
        "title": {
            "good": "The file has a title and shows it in the window.",
            "bad": "The file has no title. Screen readers then say the name of the file.",
            "nameless": "The title of the file tells people nothing: it looks like the name of a file.",
            "hidden": "The file has a title, but the window shows the name of the file.",
            "hidden-advice": "Choose in the properties of the file to show the document title.",
            "unknown": "We could not see whether the file has a title.",
            "advice": "Enter a title in the properties of the file and choose to show it.",
        },
        "language": {
            "good": "The file says which language it is in.",
            "bad": "The file does not say its language. Read aloud it may sound strange.",
            "wrong": "The file names another language than that of the text. Read aloud it sounds strange.",
            "unknown": "We could not see whether the file says its language.",
            "advice": "Set the language in the properties of the file.",
        },
        "tab-order": {
            "good": "The tab key goes from field to field in order.",
            "bad": "The tab key does not follow the structure. It may jump around.",
            "unknown": "We could not see the order of the fields.",
            "own": "The order of the fields is set. We cannot see whether it is right.",
            "own-advice": "Go through all fields once with the tab key.",
            "advice": "Set the tab order of each page to “use document structure”.",
            "not-applicable": "The file has no fields to fill in on a screen.",
        },
        "tooltips": {
            "good": "Each field has a name that is read aloud.",
            "bad": "At {without} of {fields} fields a name that is read aloud is missing.",
            "unknown": "We could not see the names of the fields.",
            "advice": "Write a tooltip for each field: what belongs in it?",
            "not-applicable": "The file has no fields to fill in on a screen.",
        },
        "font-size": {
            "good": "The print is large enough (at least 9 points), a few lines aside.",
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
            "dynamic": "Only one program opens this form (XFA). It does not work on a phone.",
            "dynamic-advice": "Offer the form as a usual PDF or online.",
            "locked": "The file is protected, and the protection forbids to fill it in.",
            "locked-advice": "Allow filling in form fields in the security settings.",
            "bad": "{printed} of {fields} fields are only printed. People need a printer and a pen for them.",
            "unknown": "We could not see whether the form can be filled in on a screen.",
            "advice": "Make a field for each blank, or offer the form online.",
            "not-applicable": "The document has nothing to fill in.",
        },
    },
}

HTML_WORDS: dict[str, dict[str, dict[str, str]]] = {
    "de": {
        "title": {
            "good": "Die Seite hat einen Titel.",
            "bad": "Die Seite hat keinen Titel. Vorlese-Programme nennen ihn zuerst.",
            "nameless": "Der Titel der Seite sagt Menschen nichts.",
            "unknown": "Das ist nur ein Teil einer Seite. Den Titel konnten wir nicht sehen.",
            "advice": "Schreiben Sie in „title“, worum es auf der Seite geht.",
        },
        "language": {
            "good": "Die Seite nennt ihre Sprache.",
            "bad": "Die Seite nennt ihre Sprache nicht. Dann klingt der vorgelesene Text vielleicht fremd.",
            "wrong": "Die Seite nennt eine andere Sprache als die des Textes. Vorgelesen klingt er fremd.",
            "unknown": "Das ist nur ein Teil einer Seite. Ihre Sprache konnten wir nicht sehen.",
            "advice": 'Schreiben Sie am Anfang der Seite: <html lang="de">.',
        },
        "tooltips": {
            "good": "Jedes Feld hat eine Beschriftung, die man auch hört.",
            "bad": "Bei {without} von {fields} Feldern fehlt eine Beschriftung, die man auch hört.",
            "unknown": "Die Namen der Felder konnten wir nicht sehen.",
            "advice": "Verbinden Sie jede Beschriftung mit ihrem Feld („label for“).",
            "not-applicable": "Die Seite hat keine Felder.",
        },
    },
    "en": {
        "title": {
            "good": "The page has a title.",
            "bad": "The page has no title. Screen readers say it first.",
            "nameless": "The title of the page tells people nothing.",
            "unknown": "This is only a part of a page. We could not see its title.",
            "advice": "Write in “title” what the page is about.",
        },
        "language": {
            "good": "The page says which language it is in.",
            "bad": "The page does not say its language. Read aloud it may sound strange.",
            "wrong": "The page names another language than that of the text. Read aloud it sounds strange.",
            "unknown": "This is only a part of a page. We could not see its language.",
            "advice": 'Write at the beginning of the page: <html lang="en">.',
        },
        "tooltips": {
            "good": "Each field has a label that is read aloud.",
            "bad": "At {without} of {fields} fields a label that is read aloud is missing.",
            "unknown": "We could not see the names of the fields.",
            "advice": "Connect each label with its field (“label for”).",
            "not-applicable": "The page has no fields.",
        },
    },
}
DOCX_WORDS: dict[str, dict[str, dict[str, str]]] = {
    "de": {
        "title": {
            "good": "Die Datei hat einen Titel.",
            "bad": "Die Datei hat keinen Titel. Er fehlt dann auch im PDF, das Sie daraus machen.",
            "nameless": "Der Titel der Datei sagt Menschen nichts. Er sieht aus wie ein Datei-Name.",
            "unknown": "Ob die Datei einen Titel hat, konnten wir nicht sehen.",
            "advice": "Schreiben Sie in Word unter „Informationen“ einen Titel.",
        },
        "language": {
            "good": "Die Datei nennt ihre Sprache.",
            "unknown": "Welche Sprache die Datei nennt, konnten wir nicht sehen.",
            "look": "Ob die Sprache des ganzen Textes stimmt, können wir nicht sehen.",
            "look-advice": "Markieren Sie den ganzen Text. Stellen Sie die Sprache für die Prüfung ein.",
            "advice": "Markieren Sie den ganzen Text. Stellen Sie die Sprache für die Prüfung ein.",
        },
    },
    "en": {
        "title": {
            "good": "The file has a title.",
            "bad": "The file has no title. The PDF that you make of it will have none either.",
            "nameless": "The title of the file tells people nothing: it looks like the name of a file.",
            "unknown": "We could not see whether the file has a title.",
            "advice": "Write a title in Word under “Info”.",
        },
        "language": {
            "good": "The file says which language it is in.",
            "unknown": "We could not see which language the file names.",
            "look": "We cannot see whether the language of the whole text is right.",
            "look-advice": "Select the whole text and set its proofing language.",
            "advice": "Select the whole text and set its proofing language.",
        },
    },
}
"""What Word and HTML files say is less, for a program reads them aloud by their own structure."""
