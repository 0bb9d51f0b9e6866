"""What the self-check says, in German and English."""

from __future__ import annotations

BARRIERS: dict[str, dict[str, tuple[str, str]]] = {
    "de": {
        "level": (
            "Menschen, die Deutsch lernen oder wenig lesen",
            "Der Text hat die Stufe {level}. Die meisten verstehen Texte bis {target}.",
        ),
        "long-sentences": (
            "Menschen, die langsam lesen oder müde sind",
            "Von 100 Sätzen haben {share} mehr als 20 Wörter.",
        ),
        "languages": (
            "Menschen, die eine andere Sprache sprechen",
            "Das Formular sagt nicht, ob es Hilfe in anderen Sprachen oder in Leichter Sprache gibt.",
        ),
        "gender": (
            "Frauen und alle anderen, die keine Männer sind",
            "Das Formular spricht nur von Männern, zum Beispiel mit „{role}“.",
        ),
        "two-genders": (
            "Menschen, die weder Mann noch Frau sind",
            "Bei „{field}“ gibt es nur zwei Antworten.",
        ),
        "printer": (
            "Menschen ohne Drucker",
            "Man kann das Formular nicht oder nicht ganz am Bildschirm ausfüllen.",
        ),
        "screen-reader": (
            "Menschen, die sich den Text vorlesen lassen",
            "Ein Vorlese-Programm findet keine Struktur oder keine Namen der Felder.",
        ),
        "print": (
            "Menschen, die schlecht sehen",
            "Ein Teil der Schrift ist sehr klein oder sehr blass.",
        ),
        "third-parties": (
            "Menschen, denen andere nicht schnell helfen",
            "Bei {fields} von {all} Feldern müssen andere helfen, zum Beispiel Arbeitgeber oder Vermieter.",
        ),
        "papers": (
            "Menschen, die ihre Unterlagen nicht zur Hand haben",
            "Bei {fields} von {all} Feldern muss man in Unterlagen nachsehen.",
        ),
        "time": (
            "Menschen mit wenig Zeit oder Kraft",
            "Das Formular braucht etwa {minutes} Minuten.",
        ),
    },
    "en": {
        "level": (
            "People who are learning English or read little",
            "The text is at level {level}. Most people understand texts up to {target}.",
        ),
        "long-sentences": (
            "People who read slowly or are tired",
            "Of 100 sentences {share} have more than 20 words.",
        ),
        "languages": (
            "People who speak another language",
            "The form does not say whether there is help in other languages or in easy read.",
        ),
        "gender": (
            "Women and all others who are not men",
            "The form speaks of men only, for example “{role}”.",
        ),
        "two-genders": (
            "People who are neither men nor women",
            "For “{field}” there are only two answers.",
        ),
        "printer": (
            "People without a printer",
            "The form, or a part of it, cannot be filled in on a screen.",
        ),
        "screen-reader": (
            "People who have the text read aloud",
            "A screen reader finds no structure or no names of the fields.",
        ),
        "print": (
            "People who do not see well",
            "Some of the print is very small or very pale.",
        ),
        "third-parties": (
            "People whom others do not help quickly",
            "For {fields} of {all} fields others must help, such as employers or landlords.",
        ),
        "papers": (
            "People who do not have their papers at hand",
            "For {fields} of {all} fields you have to look at papers.",
        ),
        "time": (
            "People with little time or strength",
            "The form takes about {minutes} minutes.",
        ),
    },
}
"""By name: who is shut out, and why."""

QUESTIONS: dict[str, tuple[str, ...]] = {
    "de": (
        "Brauchen wir alle {fields} Angaben? Welche haben wir schon?",
        "Haben Menschen das Formular ausprobiert, die wenig Deutsch sprechen?",
        "Wer hilft beim Ausfüllen? Steht das im Formular?",
        "Was passiert, wenn jemand etwas nicht weiß? Darf ein Feld leer bleiben?",
        "Gibt es einen Weg ohne dieses Formular, zum Beispiel ein Gespräch?",
        "Welche Fragen stellen die Menschen am Schalter immer wieder?",
        "Kennen die Menschen, die wir meinen, dieses Angebot überhaupt?",
    ),
    "en": (
        "Do we need all {fields} answers? Which of them do we have already?",
        "Have people who speak little English tried the form?",
        "Who helps people to fill it in? Does the form say so?",
        "What happens when somebody does not know an answer? May a field stay empty?",
        "Is there a way without this form, such as a talk?",
        "Which questions do people ask at the counter again and again?",
        "Do the people whom we mean know this offer at all?",
    ),
}
"""What no program can answer."""
