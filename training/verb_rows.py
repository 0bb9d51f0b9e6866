"""Finds the verbs in the German word list, conjugates them with ablaut and writes what no rule gives back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import ablaut

_AUXILIARIES = ("sein", "haben", "werden", "können", "müssen", "dürfen", "sollen", "wollen", "mögen", "wissen", "tun")
_ALSO = {
    "sein": "f:sei f:seiest f:seist f:wärst f:wärt p:gewesen",
    "werden": "f:ward p:worden",
    "haben": "f:hab",
    "mögen": "f:mag",
    "senden": "f:sandte f:sandten p:gesandt",
    "wenden": "f:wandte f:wandten p:gewandt",
    "weben": "f:wob f:woben p:gewoben",
    "stehen": "f:stünde f:stünden",
    "schaffen": "f:schuf f:schufen p:geschaffen",
    "backen": "f:buk",
    "sehen": "f:siehe",
    "bedingen": "p:bedungen",
}
"""Second forms of verbs for which ablaut gives one."""
_MORE = """
    befallen beginnen beißen bemessen beraten besitzen bergen betrügen beweisen biegen bieten binden bitten
    blasen blicken bleiben bohren braten brechen brennen decken dringen drohen drucken drängen drücken dulden
    eignen entfallen erlassen erlöschen erschrecken essen fahren fallen fangen fechten fehlen finden flechten
    fliegen fliehen fließen folgen fordern fressen frieren fälschen fördern führen fügen fürchten füttern
    gebären gedeihen gedenken gelingen gelten genehmigen genesen genießen gelangen geraten geschehen gestatten
    gewinnen gewähren gießen gleichen gleiten glimmen graben greifen grüßen haften halten handeln händigen hauen
    heben heißen helfen hetzen hindern hängen häufen joggen kennen klagen klettern klingen kneifen kosten
    kriechen kreuzen kuscheln kümmern laden lagern lassen laufen leiden leihen leugnen lügen mahlen mahnen
    meiden melken messen mieten mindern misslingen nennen packen pfeifen pflanzen pflegen posten prallen preisen
    quellen raten reiben reisen reißen reiten rennen resultieren riechen ringen rinnen rufen ruhen rügen salzen
    sammeln saufen saugen schaffen schalten scheiden scheinen schelten schieben schießen schicken schlafen
    schlagen schleichen schleifen schließen schmeißen schmelzen schneiden schreien schreiten schulen schweifen
    schweigen schwellen schwimmen schwinden schwingen schwören schätzen schützen sichten sieden singen sinken
    sinnen sitzen spalten spannen sparen speichern spiegeln spinnen sprengen sprießen springen spülen statten
    stechen stecken stehen stehlen steigen sterben stinken stoppen stoßen streichen streifen streiten toben
    treffen treiben trennen treten triefen trinken trügen tätigen unterlassen verderben verfallen verdrießen
    vergessen verhängen verlieren verlöschen verspäten versäumen verzeihen vermeiden wachsen waschen weichen
    weisen wenden werben werfen wickeln wiegen winden winken wringen wägen wünschen zeugen zielen ziehen zwingen
    zäunen zweifeln ächzen ändern ärgern äußern öffnen überweisen üben
""".split()
"""Verbs that the word list does not know, or not well enough."""
_SWISS = re.compile("(ie|ei|au|äu|eu|grü|sto|stö|bü|fü|spa|sü)ss")
"""*ss* where German outside Switzerland writes *ß*."""
_WITH_GE = frozenset(
    "geben gebieten gebrauchen gebären gebühren gedeihen gedenken gedulden gefallen gefrieren gefährden"
    " gehen gehorchen gehören gelangen geleiten gelingen geloben gelten genehmigen genesen genießen"
    " genügen geraten gerben geschehen gestalten gestatten gestehen gewahren gewinnen gewähren"
    " gewährleisten gewöhnen".split()
)
"""Verbs in *ge-*; other words that look like one are participles cut wrongly (*gestellen*)."""
_SEPARABLE = "ab an auf aus bei dar ein fort her hin los mit nach vor weg zu zurück zusammen".split()
_FINITE = ("present", "preterite", "konjunktiv1", "konjunktiv2")


def verbs(words: Collection[str], nouns: Collection[str]) -> dict[str, set[str]]:
    """Infinitive to its irregular forms, ``f:`` for finite and imperative ones, ``p:`` for the participle.

    ``words`` are known forms in lower case. A word is a verb if most forms that ablaut gives it are known, or some and
    it is also known as a noun (*das Mieten*: ``nouns``, in lower case). Separable verbs are left out: they are read as
    prefix and verb.
    """
    candidates = sorted({*words, *nouns, *_MORE, *_AUXILIARIES})
    tables = {word: forms for word in candidates if (forms := _conjugated(word)) is not None}
    share = {word: sum(form[2:] in words for form in forms) / len(forms) for word, forms in tables.items()}
    given = {*_MORE, *_AUXILIARIES}
    sure = {word for word in tables if word in given or share[word] > (0.3 if word in nouns else 0.8)}
    inflected = {form[2:] for word in sure for form in tables[word] if form[2:] != word}
    found = {word for word in sure if share[word] == 1 or word not in inflected or word in given or word in nouns}
    found = {word for word in found if not (share[word] < 1 and _is_preterite(word, found - {word}))} | given
    found = {word for word in found if not _is_compound(word, found) or word in given}
    found = {word for word in found if not _is_strong_form(word, tables) or word in given}
    found = {word for word in found if not (word.startswith("ge") and word[2:] in found) or word in _WITH_GE}
    irregular = {word: {form for form in tables[word] if form not in regular(word)} for word in found}
    for word, forms in irregular.items():
        forms |= {f"f:{form}" for form in _imperatives(word)}
    for word, more in _ALSO.items():
        irregular.setdefault(word, set()).update(more.split())
    return irregular


def _conjugated(word: str) -> set[str] | None:
    """The forms of a verb that is not separable; none for other words."""
    if (
        not word.isalpha()
        or _SWISS.search(word)
        or len(word) < 3
        or not word.endswith(("en", "ern", "eln", "tun", "sein"))
    ):
        return None
    try:
        table = ablaut.conjugate(word)
    except ValueError:
        return None
    if " " in table.present[2]:
        return None
    forms = {f"f:{form}" for form in table.present}
    forms |= {f"f:{getattr(table, name)[person]}" for name in _FINITE[1:] for person in (0, 2, 3, 5)}
    return forms | {f"p:{table.past_participle}"}


def _imperatives(word: str) -> set[str]:
    """*gib*, *lies*, *nimm*: where the vowel changes to *i*."""
    form: str = ablaut.conjugate(word).present[1]
    stem = word.removesuffix("n").removesuffix("e")
    same = form.startswith(stem) or "i" not in form or "i" in stem
    return set() if same else {form.removesuffix(ending) for ending in ("st", "t")}


def regular(word: str) -> set[str]:
    """The forms of a weak verb as the rule of ``lemma_de`` knows them, wrong ones among them."""
    stem = word.removesuffix("n").removesuffix("e") if word.endswith("en") else word.removesuffix("n")
    endings = "e st est t et te test ten tet ete etest eten etet en n".split()
    forms = {f"f:{stem}{ending}" for ending in endings}
    forms |= {f"p:{prefix}{stem}{ending}" for prefix in ("ge", "") for ending in ("t", "et")}
    if word.endswith("eln"):
        forms.add(f"f:{stem[:-2]}le")
    return forms


def _is_preterite(word: str, found: Collection[str]) -> bool:
    """*stellten* looks like a verb, but is a form of *stellen*."""
    verbs = (f"{word[:-3]}en", f"{word[:-3]}n", f"{word[:-4]}en")
    return word.endswith("ten") and any(verb in found for verb in verbs)


def _is_strong_form(word: str, tables: dict[str, set[str]]) -> bool:
    """*schliefen* and *strichen* look like verbs, but are forms of better known ones."""
    return any(verb != word and f"f:{word}" in tables[verb] for verb in _MORE)


def _is_compound(word: str, found: Collection[str]) -> bool:
    return any(word.startswith(prefix) and word[len(prefix) :] in found for prefix in _SEPARABLE)


def lines(irregular: dict[str, set[str]]) -> Iterator[str]:
    """The data file: an infinitive a line, then its irregular forms."""
    for word, forms in sorted(irregular.items()):
        yield " ".join((word, *sorted(forms)))
