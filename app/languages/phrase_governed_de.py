"""Which case a German preposition gives its phrase where the words leave two, and what follows *als* and *wie*."""

from __future__ import annotations

from typing import Final

from app.languages.lemma_de import verb_lemma
from app.languages.phrase_cells_de import ACC, DAT, NOM, prepositions
from app.languages.phrase_outline_de import Lines, Nominal
from app.languages.phrase_weights_de import INDEX, MASKS, decide

COMPARING: Final = frozenset({"als", "wie"})
_UNKNOWN = (2, 1, 6, 4)
_OBJECT = (5, 1, 2, 6)
_MOVING = frozenset(
    """legen stellen setzen schicken senden stecken hängen leiten bringen werfen versetzen einweisen entsenden umwandeln
    übersetzen aufteilen einteilen unterteilen teilen gliedern verwandeln umziehen eintragen überführen verlegen
    weiterleiten einzahlen umrechnen einordnen einbeziehen eingliedern ausliefern abschieben einfüllen""".split()
)
"""Verbs that say where something goes: *in Urlaub schicken*, *in Gruppen einteilen*."""
_SUPPORT = frozenset("nehmen treten kommen ziehen stellen geben setzen bringen geraten gehen".split())
_WITH_SUPPORT = frozenset(
    """anspruch auftrag besitz betracht betrieb bewegung empfang frage gang gebrauch haft kauf kraft obhut pflege
    rechnung umlauf verbindung verwahrung zahlung""".split()
)
"""Nouns behind *in* that are accusative beside a supporting verb: *in Kraft treten*, *in Anspruch nehmen*."""
_GIVING = frozenset(
    """richten senden schicken zahlen auszahlen überweisen geben weitergeben verkaufen vermieten verleihen vergeben
    weiterleiten wenden erinnern denken glauben anpassen übermitteln übergeben abführen schreiben abgeben anschließen
    binden abtreten verteilen liefern ausgeben herausgeben""".split()
)
_CONJUNCTIONS = frozenset({"seit", "bis", "während"})
"""Prepositions that are conjunctions where the noun does not fit: *Seit der Antrag vorliegt*."""
_GIFTS = (
    "zahlung brief schreiben anpassung vermietung verkauf abgabe weitergabe anschluss übermittlung überweisung spende"
    " übergabe verteilung anfrage frage hinweis erinnerung forderung lieferung abtretung verleih"
).split()
"""Nouns, also as last parts of compounds, whose *an* leads to someone: *Auszahlungen an Vermieter*."""
_RESTING = (
    "grund basis grundlage lager papier platz seite seiten ebene deck station urlaub reise reisen tour wegen"
    " messen straßen wanderschaft montage"
).split()
"""Nouns, also as last parts of compounds, that are dative behind *auf*: *auf Grund*, *auf Dienstreise*."""


def govern(one: Nominal, lines: Lines) -> None:
    """The case that the preposition takes, as far as the words allow it."""
    wanted = prepositions().get(lines.words[one.preposition])
    if wanted is None:
        decide(one, _UNKNOWN)
        return
    conjunction = lines.tags[one.preposition] == "KOUS" or lines.words[one.preposition] in _CONJUNCTIONS
    for cells in (one.cells,) if conjunction else (one.cells, one.shown):
        if len(wanted) == 1 and cells & wanted[0]:
            mask = wanted[0]
            one.cells, one.case, one.certain = cells & mask, INDEX[mask], True
            return
        fitting = [mask for mask in wanted if cells & mask]
        if fitting:
            mask = fitting[0]
            if len(fitting) > 1 and not one.cues and DAT in fitting and ACC in fitting:
                mask = _of_two(one, mask, lines)
            one.certain = len(fitting) == 1
            one.cells, one.case = cells & mask, INDEX[mask]
            return
    if one.cues:  # *zu viele schwarze Schafe*: no preposition at all
        decide(one, _OBJECT)
    else:
        one.case, one.cells, one.certain = INDEX[wanted[0]], wanted[0], len(wanted) == 1


def _of_two(one: Nominal, likelier: int, lines: Lines) -> int:
    """Dative or accusative where neither article nor ending tells: by noun and verb."""
    word, noun = lines.words[one.preposition], lines.words[one.place]
    if word == "auf":
        return DAT if noun.endswith(tuple(_RESTING)) else likelier
    if word not in {"in", "an", "unter", "vor", "hinter"} or one.tag != "NN":
        return likelier
    supported = word == "in" and noun in _WITH_SUPPORT
    head = lines.heads[one.preposition]
    for _ in range(4 if supported else 0):  # *tritt nach der Bekanntmachung in Kraft*
        if lines.tags[head][:1] == "V":
            break
        head = lines.heads[head]
    if lines.tags[head][:1] != "V":
        return ACC if word == "an" and lines.words[head].removesuffix("en").endswith(tuple(_GIFTS)) else likelier
    verb = verb_lemma(lines.doc[lines.start + _main_verb(head, lines)])
    if word == "an":
        return ACC if verb in _GIVING else likelier
    return ACC if verb in _MOVING or (supported and verb in _SUPPORT) else likelier


def _main_verb(verb: int, lines: Lines) -> int:
    """The verb with a meaning of its own below auxiliaries and modals."""
    for _ in range(4):
        below = [part for part in lines.verbs_below.get(verb, ()) if lines.tags[part][2:] != "FIN"]
        if lines.tags[verb][:2] == "VV" or not below:
            break
        verb = below[0]
    return verb


def compare(one: Nominal, members: list[Nominal], found: dict[int, Nominal], lines: Lines) -> None:
    """Settles what follows *als* or *wie* by the phrases of its clause that are settled already.

    *Als* beside a verb speaks of the object where that stands nearer before it: *das Schreiben als Anlage beifügen*;
    of the subject elsewhere: *Als Vater erhalten Sie …*.
    """
    noun = found.get(lines.heads[one.preposition])
    before = [noun] if noun is not None else [member for member in members if member.place < one.place]
    about = MASKS[before[-1].case] if before and before[-1].tag != "PRF" else NOM
    if about == ACC and one.cells & ACC and before[-1].relation not in {"mo", "ams"}:
        one.certain = one.cells & ~ACC == 0 and one.cues > 0
        one.cells, one.case = one.cells & ACC, INDEX[ACC]
        return
    wanted = prepositions()["als"]
    mask = next((mask for mask in wanted if one.cells & mask), NOM)
    one.certain = not any(one.cells & other for other in wanted if other != mask)
    one.cells, one.case = one.cells & mask or mask, INDEX[mask]
