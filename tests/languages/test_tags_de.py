"""Tags that STTS and the lexicon of names leave no choice about."""

from __future__ import annotations

import pytest

from app.languages.names_de import is_common, is_name, named
from app.languages.tags_de import certain


@pytest.mark.parametrize(
    ("words", "tags", "right"),
    [
        ("Klaus und Sibylle Mertens", "NN KON NN NE", "NE KON NE NE"),
        ("in Kassel und Kiel", "APPR NN KON NN", "APPR NE KON NN"),  # a Kiel is a keel: left as the tagger says
        ("der Bescheid liegt bei", "ART NE VVFIN PTKVZ", "ART NN VVFIN PTKVZ"),
        ("Herr Koch kommt", "NN NE VVFIN", "NN NE VVFIN"),
        ("Petra Koch kommt", "NE NE VVFIN", "NE NE VVFIN"),
        ("die Stadt Lindenbach", "ART NN NE", "ART NN NE"),  # a town that no list knows
        ("das BAföG gilt", "ART NE VVFIN", "ART NN VVFIN"),
        ("die KITA zahlt", "ART NE VVFIN", "ART NE VVFIN"),  # capitals say nothing
        ("klaus und köln", "NN KON NN", "NN KON NN"),
        ("Torstens Antrag", "NN NN", "NE NN"),
        ("am Markt in Speyer", "APPRART NN APPR NN", "APPRART NN APPR NE"),
    ],
)
def test_names_by_lexicon(words: str, tags: str, right: str) -> None:
    assert " ".join(named(words.split(), tags.split())) == right


def test_ambiguous_words_are_neither_sure_names_nor_sure_nouns() -> None:
    assert not is_name("Kiel")
    assert not is_common("Kiel")
    assert is_name("Ludwigshafen")
    assert is_common("Antrag")
    assert not is_common("Lindenbach")


@pytest.mark.parametrize(
    ("words", "tags", "right"),
    [
        ("( Antrag )", "NE NN XY", "$( NN $("),
        ("30 € für § 5", "CARD XY APPR NE CARD", "CARD NN APPR NN CARD"),
        ("am 3. Mai", "APPRART CARD NN", "APPRART ADJA NN"),
        ("Der Betrag ist 3.", "ART NN VAFIN CARD", "ART NN VAFIN CARD"),
        ("Sie muss kommen", "PPER ADJA VVINF", "PPER VMFIN VVINF"),
        ("Sie konnte nicht", "PPER VVFIN PTKNEG", "PPER VMFIN PTKNEG"),
        ("ist beizufügen", "VAFIN VVINF", "VAFIN VVIZU"),
        ("die beizufügenden Unterlagen", "ART ADJA NN", "ART ADJA NN"),
        ("die zugesagte Hilfe", "ART ADJA NN", "ART ADJA NN"),
        ("dass er kommt", "PDS PPER VVFIN", "KOUS PPER VVFIN"),
        ("will aufgeben", "VMFIN VVINF", "VMFIN VVINF"),
    ],
)
def test_what_stts_leaves_no_choice_about(words: str, tags: str, right: str) -> None:
    given = words.split()
    places = list(range(len(given)))
    assert " ".join(certain(given, tags.split(), places, ["x"] * len(given))) == right
