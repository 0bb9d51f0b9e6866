"""The verb of a German passive as *wir* and *Sie* would use it, for a hint: *wird ausgefüllt* is *füllen … aus*."""

from __future__ import annotations

from app.languages import Passive
from app.languages.acting_verbs_de import WE, verb_of
from app.languages.inflection_de import paradigm


def we_form(passive: Passive) -> str | None:
    """*prüfen …* or *füllen … aus*; none where the verb is not certain or needs more words than itself."""
    if passive.others or passive.fixed:
        return None
    infinitive = verb_of(passive)
    form = (
        next((one for one in paradigm(infinitive, "verb", None) if one.cell == WE.cell), None) if infinitive else None
    )
    if form is None:
        return None
    return f"{form.text} … {form.particle}" if form.particle else f"{form.text} …"
