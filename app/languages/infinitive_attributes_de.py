"""Says with an infinitive what somebody may or must do: *Pflicht zur Zahlung der Miete*, *…, die Miete zu zahlen*."""

from __future__ import annotations

import re

from app.languages import Change
from app.languages.hidden_verbs_de import forms_of
from app.languages.verbalise_de import Deed

_GOVERNING = re.compile(
    r"(?:\w+|)(?:[pP]flicht|[vV]erpflichtung|[bB]erechtigung|[eE]rlaubnis|[bB]efugnis|[oO]bliegenheit|[gG]elegenheit|[vV]ollmacht"
    r"|[mM]öglichkeit|[bB]ereitschaft|[aA]ufforderung|[eE]rmächtigung|[eE]ntscheidung)|Recht"
)
"""Nouns whose owner is the one who acts: *Ihre Pflicht zur Abgabe* is a duty to hand in."""


def as_infinitive(deed: Deed) -> list[Change] | None:
    """The changes that make an infinitive of *zur* with a noun behind another noun; none (``None``) in doubt.

    The noun before must be one whose owner does what the infinitive says.
    """
    preposition, doc = deed.preposition, deed.sent.doc
    zu = forms_of(deed.verb.infinitive).get("zu")
    if preposition is None or preposition.lower_ not in {"zur", "zum", "zu"} or preposition.i == deed.sent.start:
        return None
    before = doc[preposition.i - 1]
    if zu is None or deed.verb.denied or deed.agent is not None or deed.verb.genitive != "object":
        return None
    if before.tag_ != "NN" or not _GOVERNING.fullmatch(before.text):
        return None
    after = doc[deed.last + 1] if deed.last + 1 < deed.sent.end else None
    if after is None or after.tag_ in {"KON", "APPR", "APPRART", "PRELS", "PROAV"} or after.text in {"(", "/", "–"}:
        return None
    comma = "" if after.tag_[:1] == "$" else ","
    start, end = before.idx + len(before), doc[deed.last].idx + len(doc[deed.last])
    return [(start, end, f", {deed.told}{deed.manner} {zu[0]}{comma}")]
