"""Whether a form tells people what they must know: until when, where to, whom to ask, what to add, what comes next."""

from __future__ import annotations

from app.languages.told import told as places_of
from app.model import Document, Span, Told

__all__ = ["told"]

WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "de": {
        "deadline": (
            "Hier steht, bis wann etwas zu tun ist.",
            "Das Formular sagt nicht, bis wann man es abgibt.",
        ),
        "destination": ("Hier steht, wohin das Formular geht.", "Das Formular sagt nicht, wohin man es schickt."),
        "contact": ("Hier steht, wen man fragen kann.", "Das Formular nennt niemanden, den man fragen kann."),
        "enclosures": (
            "Hier steht, welche Unterlagen nötig sind.",
            "Das Formular nennt keine Unterlagen.",
        ),
        "next-step": ("Hier steht, wie es weitergeht.", "Das Formular sagt nicht, wie es weitergeht."),
        "cost": ("Hier steht etwas zu den Kosten.", "Das Formular sagt nicht, ob es etwas kostet."),
        "remedy": (
            "Hier steht, wie man widersprechen kann.",
            "Hier steht nichts zum Widerspruch. Nur ein Bescheid braucht das.",
        ),
    },
    "en": {
        "deadline": ("This says until when something is due.", "The form does not say until when to hand it in."),
        "destination": ("This says where the form goes.", "The form does not say where to send it."),
        "contact": ("This says whom to ask.", "The form names nobody whom people can ask."),
        "enclosures": ("This says which papers are needed.", "The form does not say which papers are needed."),
        "next-step": ("This says what happens next.", "The form does not say what happens after handing it in."),
        "cost": ("This says something about the cost.", "The form does not say whether it costs anything."),
        "remedy": ("This says how to object.", "No word on how to object. Only a decision needs that."),
    },
}
"""For each item what is said where it is found, and where it is not."""


def told(document: Document) -> dict[str, Told]:
    """For each item whether the form tells it, with the first place. Its fields tell nothing: people fill them in."""
    code = "de" if document.language == "de" else "en"
    found: dict[str, Told] = {}
    for item, place in places_of(document, code).items():
        yes, no = WORDS[code][item]
        if place is None:
            found[item] = Told(found=False, message=no)
            continue
        block = place.block
        found[item] = Told(
            found=True,
            message=yes,
            span=Span(block=block.id, start=place.start, end=place.end),
            page=block.page_of(place.start),
            quote=block.text[place.start : place.end],
        )
    return found
