"""Asks who does what a German passive tells: *Wer füllt … aus?* for *wird ausgefüllt*."""

from __future__ import annotations

from app.languages import Passive
from app.languages.acting_verbs_de import verb_of
from app.languages.inflection_de import paradigm

_SHE = "present.3"


def who_asks(passive: Passive) -> str | None:
    """*Wer prüft …?* or *Wer füllt … aus?*; none where the verb is not certain or needs more words than itself."""
    if passive.others or passive.fixed:
        return None
    infinitive = verb_of(passive)
    forms = paradigm(infinitive, "verb", None) if infinitive else ()
    form = next((one for one in forms if one.cell == _SHE), None)
    if form is None:
        return None
    return f"Wer {form.text} … {form.particle}?" if form.particle else f"Wer {form.text} …?"
