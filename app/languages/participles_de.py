"""Which German participles make their perfect with *sein*, and which are adjectives after *sein*."""

from __future__ import annotations

from app.languages.finite_forms_de import stems

_WITH_SEIN = frozenset(
    """
    gangen gegangen gekommen kommen gefahren geflogen gelaufen gerannt gestiegen gesunken gefallen gewachsen geworden
    worden gewesen geblieben geschehen passiert begegnet gestorben storben entstanden erstanden erschienen verschwunden
    vergangen ergangen entgangen gelungen misslungen verlaufen abgewichen gewichen entwichen geraten gereist verreist
    erfolgt gefolgt gesprungen gestürzt verunglückt erkrankt genesen erloschen gescheitert gelandet aufgetaucht
    eingeschlafen aufgewacht geflüchtet geflohen entkommen gewandert zurückgekehrt heimgekehrt umgekehrt verjährt
    entfallen verfallen zerfallen umgezogen weggezogen zugezogen fortgezogen verzogen ausgezogen beigetreten
    eingetreten ausgetreten zurückgetreten aufgetreten übergetreten ausgeschieden verschieden hervorgetreten
    aufgestanden entsprungen eingegangen untergegangen übergegangen vorbeigegangen weggefallen angefallen ausgefallen
    geglückt gediehen explodiert geplatzt geschrumpft verblieben unterblieben zurückgeblieben ausgeblieben angelangt
    gelangt gealtert veraltet ertrunken verhungert eingewandert ausgewandert zugewandert gewandert emigriert immigriert
    bekanntgeworden geschmolzen gesickert verstrichen verebbt zusammengetreten getreten
    """.split()
)
_WITH_HABEN = frozenset(
    """
    bekommen begangen umgangen hintergangen befallen überfallen befahren umfahren überfahren bestiegen überstiegen
    befolgt verfolgt übersprungen unterlaufen betreten vertreten überflogen bewachsen übernommen vernommen überkommen
    """.split()
)
"""The same stems with a prefix that takes an object."""
_ADJECTIVES = frozenset(
    """
    angewiesen beauftragt befugt bekannt berechtigt bereit beschäftigt bestrebt betroffen einverstanden geboren geeignet
    gehalten geschieden getrennt gewillt gewohnt gezwungen interessiert schwerbehindert behindert ungeeignet
    beteiligt unbekannt verheiratet verlobt verpflichtet verschieden verwandt verwitwet überzeugt bedürftig besorgt
    begeistert erfahren erwachsen gespannt geehrt verantwortlich beliebt bedingt begabt gelassen vertraut zufrieden
    """.split()
)


def takes_sein(participle: str) -> bool:
    """Whether *sein* with this participle is a perfect: *ist eingegangen*; not *ist geprüft*."""
    form = participle.lower()
    return form not in _WITH_HABEN and any(stem in _WITH_SEIN for stem in stems(form))


def is_adjective(participle: str) -> bool:
    """Whether this participle says how somebody is, not what was done: *ist verheiratet*, *ist verpflichtet*."""
    form = participle.lower()
    return form in _ADJECTIVES or form.endswith(("berechtigt", "verpflichtet"))
