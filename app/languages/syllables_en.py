"""How many syllables an English word has: vowel groups, less silent ones, plus vowels that are spoken apart."""

from __future__ import annotations

import re

_EXCEPTIONS: dict[str, int] = {
    word: count
    for count, words in (
        (1, "aisle blues clothes isle queue scheme st suite"),
        (2, "business café cafe cashier chocolate colonel dr eighteen evening every frontier giant giants ion jagged"),
        (2, "leopard lion lions maybe mr mrs people peoples premier soldier soldiers vaccine wednesday wretched"),
        (3, "area areas businesses everyday everyone everything everywhere forever idea ideas museum recipe recipes"),
        (4, "apostrophe catastrophe everybody hereditary"),
    )
    for word in words.split()
}

_SPLIT = re.compile(r"[^a-zà-ÿ'’]+")
_VOWELS = re.compile(r"[aeiouyà-ÿ]+")

# Each match is one vowel group that is not spoken.
_FEWER = re.compile(
    r"(?<=[aeiouy])(?:[bcdfgkmnprstvxz]|[^aeiouy][bcdfghkmnpstvxz]|rr|ll|ff|tch|ngth)e\Z"  # make, care, table not
    r"|(?<=[aeiouyrl])le\Z"  # rule, while
    r"|(?:[^aeiouytdl]|[aeiouyrl]l)ed\Z"  # asked, ruled; but wanted, needed, settled
    r"|(?:[^aeiouysxzcglh]|[aeiouyrl]l|th|ph)es\Z(?<![^aeiouyr]res)"  # makes, rules; but boxes, uses, tables
    r"|(?<=[aeiouy])[^aeiouy]{1,2}e(?=(?:ly|ful|fully|fulness|less|ness|some)\Z)"  # lately, careful
    r"|(?:[cgkrsvz]|[aeiou]t|in|[ao]d|[bcdgkpt]l)e(?=ments?\Z)(?<!cre)(?<!\bce)(?<!tle)(?<!ple)"
    r"|\b(?:som|hom|ther|wher|mor|lik|lif|car|saf|tim|wid|nin|hous|bas|nam|sid|stak|wav|grav|fals|spok)e"
    r"(?=[bcdfghjklmnpqrstvwxy][a-z]{2})|\b(?:be)?(?:her|for)e(?=by|after|in|cast|going|see|head|man|father|hand|most)"
    r"|(?:[aeio]g|[iea]q|sq|ng)ue(?=[sd]?\Z|ly\Z)"  # colleague, unique
    r"|ically\Z"
)

# Each match adds a syllable: vowels that are spoken apart.
_MORE = re.compile(
    r"i(?=a(?!ge))(?<![cstg]i)|i(?=at(?:e|i|or)|ast)(?<=[cst]i)"  # appliance, negotiate; but special, marriage
    r"|(?<=[^cgstxln])i(?=o(?!u?rs?\Z)(?!u?ra?l?))|(?<=[ln])i(?=o(?!ns?\Z|nal|rs?\Z|us))|(?<=[rt])i(?=o(?:r|s?\Z))"
    r"|i(?=um|us\Z)|(?<=[eo])(?=ing)|(?<=[^aeiou]y)(?=ing)"  # medium, going, applying
    r"|(?<=[^aeiouqg])u(?=a|o(?!y)|e(?![ds]?\Z)|i(?:ns?\b|ned|ng|t[iy]|d))|gu(?=ou|al|ity)"  # annual, continuing
    r"|(?<=[bdlnprv])i(?=en[tc])|\bsci(?=en)|[clrdnu]i(?=et)|(?<=[^aeiou])i(?=ers?\Z|est\Z)(?<=..i)"  # client, easier
    r"|(?<![gptl])e(?=o(?!u))|(?<=[lr])e(?=o)|(?<![gt])e(?=ous)|e(?=um|us\Z)"
    r"|\b(?:un|dis|over)?re(?=a(?:ct|ff|ss|dm|dj|pp|rr|ll)|e[a-z]|i[nt]|o|u)|cre(?=at(?!u))|the(?=is|at(?:er|r))"
    r"|\bco(?=op|or|in[^s]|ex)|po(?=e[mt])|a(?=ic|ism|os|el)|o(?=ic\b|e(?:t|v)i)|real(?=i)"
    r"|(?<=[aeiou])y(?=[aeiou])(?!e[ds]?\Z)"
    r"|(?:s|th)m(?=s?\Z)|(?<=[ds])n['’]t\Z"  # tourism, didn't
)


def syllables(word: str) -> int:
    """Number of syllables of an English word, at least 1. Words with hyphens are counted part by part."""
    return max(1, sum(_count(part) for part in _SPLIT.split(word.lower()) if part))


def _count(word: str) -> int:
    """Syllables of a word without hyphens, in lower case."""
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    groups = len(_VOWELS.findall(word))
    if not groups and word.isalpha() and len(word) <= 4:
        return len(word)  # letters are spelled out: pdf
    return max(1, groups - len(_FEWER.findall(word)) + len(_MORE.findall(word)))
