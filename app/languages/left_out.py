"""The notice that says which parts of a document were not looked at, because they are in another language."""

from __future__ import annotations

from collections import Counter

from app.model import Notice

_SMALL_PART = 20
"""A language that has less than this part of the places is not named: it may be a mistake."""

_GERMAN = {
    "de": "Deutsch", "en": "Englisch", "fr": "Französisch", "it": "Italienisch", "es": "Spanisch",
    "pt": "Portugiesisch", "nl": "Niederländisch", "tr": "Türkisch", "pl": "Polnisch", "ro": "Rumänisch",
    "cs": "Tschechisch", "sk": "Slowakisch", "hr": "Kroatisch, Bosnisch oder Serbisch", "sr": "Serbisch",
    "sq": "Albanisch", "hu": "Ungarisch", "ku": "Kurdisch", "vi": "Vietnamesisch", "sv": "Schwedisch",
    "da": "Dänisch", "el": "Griechisch", "ru": "Russisch", "uk": "Ukrainisch", "bg": "Bulgarisch", "ar": "Arabisch",
    "fa": "Persisch", "he": "Hebräisch", "hy": "Armenisch", "ka": "Georgisch", "hi": "Hindi", "ta": "Tamil",
    "th": "Thailändisch", "ti": "Tigrinya", "ja": "Japanisch", "zh": "Chinesisch", "ko": "Koreanisch", "so": "Somali",
    "lt": "Litauisch", "fi": "Finnisch",
}  # fmt: skip
_ENGLISH = {
    "de": "German", "en": "English", "fr": "French", "it": "Italian", "es": "Spanish", "pt": "Portuguese",
    "nl": "Dutch", "tr": "Turkish", "pl": "Polish", "ro": "Romanian", "cs": "Czech", "sk": "Slovak",
    "hr": "Croatian, Bosnian or Serbian", "sr": "Serbian", "sq": "Albanian", "hu": "Hungarian", "ku": "Kurdish",
    "vi": "Vietnamese", "sv": "Swedish", "da": "Danish", "el": "Greek", "ru": "Russian", "uk": "Ukrainian",
    "bg": "Bulgarian", "ar": "Arabic", "fa": "Persian", "he": "Hebrew", "hy": "Armenian", "ka": "Georgian",
    "hi": "Hindi", "ta": "Tamil", "th": "Thai", "ti": "Tigrinya", "ja": "Japanese", "zh": "Chinese", "ko": "Korean",
    "cy": "Welsh", "so": "Somali", "lt": "Lithuanian", "fi": "Finnish",
}  # fmt: skip
_NAMES = {"de": _GERMAN, "en": _ENGLISH}
_PLACES = {"de": ("Stelle", "Stellen", "andere"), "en": ("place", "places", "other")}
_MESSAGES = {
    "de": "Teile dieses Dokuments sind in einer anderen Sprache: {parts}. Diese Teile haben wir nicht geprüft.",
    "en": "Parts of this document are in another language: {parts}. We did not check these parts.",
}
_HINTS = {
    ("de", "en"): " Wenn Sie als Sprache Englisch wählen, prüfen wir den englischen Text.",
    ("en", "de"): " If you choose German as the language, we check the German text.",
}


def notice_of(left_out: Counter[str], code: str) -> Notice | None:
    """The notice for what was left out, languages and how many places, in a document of language ``code``."""
    if not left_out:
        return None
    names = _NAMES[code]
    known = {
        language: count
        for language, count in left_out.most_common()
        if language in names and _SMALL_PART * count >= left_out.total()
    }
    one, many, other = _PLACES[code]
    counts = [(names[language], count) for language, count in known.items()]
    if rest := left_out.total() - sum(known.values()):
        counts.append((other, rest))
    parts = ", ".join(f"{name} ({count} {one if count == 1 else many})" for name, count in counts)
    hints = "".join(hint for (own, language), hint in _HINTS.items() if own == code and language in known)
    return Notice(code="other-language", message=_MESSAGES[code].format(parts=parts) + hints)
