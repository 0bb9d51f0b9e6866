"""What a finite German verb form can be: tense, mood, person and number, from endings and a table of strong verbs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from app.languages.words import german

PRESENT, PAST = "present", "past"
INDICATIVE, SUBJUNCTIVE_1, SUBJUNCTIVE_2 = "indicative", "subjunctive-1", "subjunctive-2"
IMPERATIVE = "imperative"

Person = tuple[int, str]
"""Person and number: ``(3, "sg")``."""


@dataclass(frozen=True, slots=True)
class FiniteForm:
    """One reading of a finite form; ``persons`` holds every person and number that the form can stand for."""

    tense: str
    mood: str
    persons: frozenset[Person]


_SG13: frozenset[Person] = frozenset({(1, "sg"), (3, "sg")})
_SG1: frozenset[Person] = frozenset({(1, "sg")})
_SG2: frozenset[Person] = frozenset({(2, "sg")})
_SG3: frozenset[Person] = frozenset({(3, "sg")})
_PL13: frozenset[Person] = frozenset({(1, "pl"), (3, "pl")})
_PL2: frozenset[Person] = frozenset({(2, "pl")})
_PAST_ENDINGS = (("e", _SG13), ("est", _SG2), ("en", _PL13), ("et", _PL2))
_BARE_ENDINGS = (("", _SG13), ("st", _SG2), ("est", _SG2), ("en", _PL13), ("t", _PL2), ("et", _PL2))

_IRREGULAR = """
    bin:present:indicative:1sg bist:present:indicative:2sg ist:present:indicative:3sg sind:present:indicative:1pl,3pl
    seid:present:indicative:2pl sei:present:subjunctive-1:1sg,3sg seist:present:subjunctive-1:2sg
    seien:present:subjunctive-1:1pl,3pl seiet:present:subjunctive-1:2pl
    hast:present:indicative:2sg hat:present:indicative:3sg habt:present:indicative:2pl
    wirst:present:indicative:2sg wird:present:indicative:3sg werdet:present:indicative:2pl
    hab:present:indicative:1sg ward:past:indicative:1sg,3sg tut:present:indicative:3sg
"""
_MODALS = """
    kann:könn:konnt:könnt muss:müss:musst:müsst muß:müss:mußt:müßt darf:dürf:durft:dürft soll:soll:sollt:sollt
    will:woll:wollt:wollt mag:mög:mocht:möcht weiß:wiss:wusst:wüsst weiß:wiss:wußt:wüßt
"""
"""Present singular, present stem, past stem, stem of the second subjunctive."""

_STRONG = """
    gab:gäb kam:käm nahm:nähm sah:säh las:läs aß:äß trat:trät bat:bät lag:läg saß:säß stand:ständ stand:stünd fand:fänd
    band:bänd sprach:spräch brach:bräch traf:träf half:hülf half:hälf starb:stürb warb:würb verdarb:verdürb galt:gält
    galt:gölt begann:begänn begann:begönn gewann:gewänn gewann:gewönn schwamm:schwämm sank:sänk sang:säng trank:tränk
    sprang:spräng zwang:zwäng klang:kläng drang:dräng gelang:geläng misslang:missläng schwand:schwänd wand:wänd
    bot:böt bog:bög flog:flög zog:zög verlor:verlör fror:frör schloss:schlöss schloß:schlöß goss:göss floss:flöss
    roch:röch schoss:schöss genoss:genöss hob:höb wog:wög schwor:schwör trug:trüg fuhr: schlug:schlüg lud:lüd
    wuchs:wüchs wusch:wüsch schuf:schüf grub:grüb ging: hing: fing: hielt: fiel: ließ: lief: rief: riet: blies: briet:
    schlief: hieß: stieß: blieb: schrieb: schied: stieg: schwieg: wies: lieh: trieb: rieb: schien: schrie:
    griff: litt: schnitt: stritt: ritt: schritt: riss: riß: biss: glich: wich: strich: schlich: pfiff: log:lög trog:trög
    stahl:stähl fahl:fähl barg:bürg maß:mäß gaß:gäß genas:genäs geschah:geschäh war:wär tat:tät sann:sänn rang:räng
    schwang:schwäng schlang:schläng rann:ränn focht:föcht quoll:quöll schwoll:schwöll schmolz:schmölz erlosch:erlösch
    erschrak:erschräk stach:stäch warf:würf wurd:würd sott:sött mied: gedieh: buk:
"""
"""Past stem and, where a vowel changes, the stem of the second subjunctive."""
_MIXED = "bracht:brächt dacht:dächt hatt:hätt wurd:würd brannt kannt nannt rannt sandt wandt tat:tät"
"""Verbs that change their vowel and take the weak ending."""
_T_STEMS = frozenset(
    """
    acht ächt alt antwort arbeit bericht bet bett biet bitt blut breit brat brut but dicht deut duft ernt fast
    fecht fert fest fett feucht flecht flücht flut frist fürcht furcht gelt gleit gut haft halt hat heft heirat hort
    hust hut kett kleist knet kost last läst laut läut leist leit leucht licht list löt lüft mäst matt meist melt miet
    mist nicht ort ost pacht pflicht platt post print prost rast rat raut recht reit rent rest rett richt rist rost
    röst rüst schacht schalt scheit schicht schlacht schlicht schmacht schreit schrot schuft schutt seit sicht sort
    spalt spät spott spurt stalt start statt stift streit takt tast test töt tracht tret trost tröst unterricht walt
    wart wert wett zelt zeit zitt zücht zart schrift entwert akzept transport sekt garant kontakt
    """.split()
)
"""Stems that end in *t*: *wartet* is present, *wartete* past."""
_PREFIXES = frozenset(
    """
    be ver er ent zer miss ge emp ab an auf aus bei da dar durch ein empor fehl fest fort frei gegenüber gleich heim her
    herab heran heraus herbei herein hervor hin hinaus hinein hinweg hinzu hoch inne los mit nach nieder offen preis
    rück sicher statt still teil um unter voll vor voran voraus vorbei vorweg wahr weg weiter wider wieder zu zurück
    zusammen zurecht über hinter rein raus dazu davon bereit bekannt klar kund kennen gut schwer auseinander dahin
    entgegen gegen
    """.split()
)


def readings(word: str) -> tuple[FiniteForm, ...]:
    """What a finite form can be, the likeliest first; never empty. ``word`` is the form without a separate particle.

    An unknown verb is judged by its ending, so a word that is no verb gets a reading too: ask for finite verbs only.
    """
    form = word.lower()
    known = _closed().get(form)
    if known is not None:
        return known
    return _strong(form) or _weak_past(form) or _present(form)


def may_be_finite(word: str) -> bool:
    """Whether the form has the ending of a finite verb or is a known one: *zahlte*, *gab*; not *tiptop*."""
    form = word.lower()
    return form.endswith(("e", "t", "n")) or form in _closed() or bool(_strong(form))


def stems(form: str) -> Iterator[str]:
    """A form in lower case, and the same without one or two prefixes: *vorbereitet*, *bereitet*, *reitet*."""
    yield form
    for length in range(2, min(len(form) - 2, 12)):
        if form[:length] in _PREFIXES:
            yield form[length:]
            for second in range(length + 2, min(len(form) - 2, length + 12)):
                if form[length:second] in _PREFIXES:
                    yield form[second:]


@cache
def _closed() -> dict[str, tuple[FiniteForm, ...]]:
    """Auxiliaries and modal verbs, form by form."""
    table: dict[str, tuple[FiniteForm, ...]] = {}

    def add(form: str, tense: str, mood: str, persons: frozenset[Person]) -> None:
        reading = FiniteForm(tense, mood, persons)
        if reading not in table.get(form, ()):
            table[form] = (*table.get(form, ()), reading)

    for entry in _IRREGULAR.split():
        form, tense, mood, persons = entry.split(":")
        add(form, tense, mood, frozenset((int(one[0]), one[1:]) for one in persons.split(",")))
    for entry in _MODALS.split():
        singular, plural, past, subjunctive = entry.split(":")
        add(singular, PRESENT, INDICATIVE, _SG13)
        add("weißt" if singular == "weiß" else f"{singular}st".replace("ssst", "sst"), PRESENT, INDICATIVE, _SG2)
        add(f"{plural}en", PRESENT, INDICATIVE, _PL13)
        add(f"{plural}t", PRESENT, INDICATIVE, _PL2)
        add(f"{plural}e", PRESENT, SUBJUNCTIVE_1, _SG13)
        for ending, persons_ in _PAST_ENDINGS:
            add(past + ending, PAST, INDICATIVE, persons_)
            add(subjunctive + ending, PRESENT, SUBJUNCTIVE_2, persons_)
    for stem in ("hab", "werd"):
        add(f"{stem}e", PRESENT, INDICATIVE, _SG1)
        add(f"{stem}e", PRESENT, SUBJUNCTIVE_1, _SG13)
        add(f"{stem}en", PRESENT, INDICATIVE, _PL13)
    for ending, persons_ in _PAST_ENDINGS:
        for stem, mood in (
            ("hatt", INDICATIVE),
            ("hätt", SUBJUNCTIVE_2),
            ("wurd", INDICATIVE),
            ("würd", SUBJUNCTIVE_2),
        ):
            add(stem + ending, PAST if mood == INDICATIVE else PRESENT, mood, persons_)
    return table


@cache
def _strong_forms() -> dict[str, FiniteForm]:
    """The past and second subjunctive of strong verbs without prefix, form by form."""
    table: dict[str, FiniteForm] = {}
    for entry in _STRONG.split():
        past, _, changed = entry.partition(":")
        for ending, persons in _PAST_ENDINGS:
            if changed or ending == "e":
                table.setdefault((changed or past) + ending, FiniteForm(PRESENT, SUBJUNCTIVE_2, persons))
        for ending, persons in _BARE_ENDINGS:
            table[past + ending] = FiniteForm(PAST, INDICATIVE, persons)
    for entry in _MIXED.split():
        past, _, changed = entry.partition(":")
        for ending, persons in _PAST_ENDINGS:
            table[past + ending] = FiniteForm(PAST, INDICATIVE, persons)
            if changed:
                table[changed + ending] = FiniteForm(PRESENT, SUBJUNCTIVE_2, persons)
    return table


def _strong(form: str) -> tuple[FiniteForm, ...]:
    table = _strong_forms()
    for stem in stems(form):
        if stem in table:
            return (table[stem],)
    return ()


def _weak_past(form: str) -> tuple[FiniteForm, ...]:
    for ending, persons in _PAST_ENDINGS[:3]:
        base = form.removesuffix(ending)
        if base != form and base.endswith("t") and len(base) > 3:
            if _is_t_stem(base):
                return ()
            return FiniteForm(PAST, INDICATIVE, persons), FiniteForm(PRESENT, SUBJUNCTIVE_2, persons)
    return ()


def _is_t_stem(base: str) -> bool:
    """Whether the *t* belongs to the stem: *arbeit-en*, *miet-en*, not *mach-t-en*."""
    return any(stem in _T_STEMS for stem in stems(base)) or f"{base}ete" in german()


def _present(form: str) -> tuple[FiniteForm, ...]:
    if form.endswith("st") and len(form) > 4 and form[-3] not in "aeiouäöü":
        either = form.endswith(("chst", "sst"))  # *wächst*, *passt*: the stem ends in *s*
        return (FiniteForm(PRESENT, INDICATIVE, _SG2 | _SG3 if either else _SG2),)
    if form.endswith("t"):
        return FiniteForm(PRESENT, INDICATIVE, _SG3), FiniteForm(PRESENT, INDICATIVE, _PL2)
    if form.endswith("e"):
        return FiniteForm(PRESENT, INDICATIVE, _SG1), FiniteForm(PRESENT, SUBJUNCTIVE_1, _SG13)
    if form.endswith("n"):
        return (FiniteForm(PRESENT, INDICATIVE, _PL13),)
    return (FiniteForm(PRESENT, INDICATIVE, _SG1 | _SG2),)
