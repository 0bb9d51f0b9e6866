"""The syllable counter against words that a person has counted, written here with their breaks."""

from __future__ import annotations

import pytest

from app.languages.syllables_de import syllables

SPOKEN = """
An-trag An-trag-stel-ler An-trag-stel-le-rin Be-scheid Be-wil-li-gungs-be-scheid Rechts-be-helfs-be-leh-rung
Wohn-geld Hun-de-steu-er Ein-kom-men-steu-er-be-scheid Be-darfs-ge-mein-schaft Da-ten-schutz-er-klä-rung Fa-mi-li-e
Fa-mi-li-en-kas-se Fa-mi-li-en-stand Stu-di-e Stu-di-en-be-schei-ni-gung Stu-di-um Li-ni-e Richt-li-ni-en Prä-mi-e
Se-ri-en-brief Fe-ri-en Kri-te-ri-en Ma-te-ri-e Ak-ti-en-ge-sell-schaft Im-mo-bi-li-e Spa-ni-en I-ta-li-e-nisch
Hy-gi-e-ne Ver-wal-tungs-ko-pi-en Ko-pie En-er-gie Ka-te-go-rie Bat-te-rie Ga-ran-tie In-du-strie The-ra-pie sie
wie die Knie Wien schien Schie-nen Dienst die-nen ver-dient be-dient Dienst-stel-le Na-ti-on In-for-ma-ti-on
In-for-ma-ti-o-nen Ak-ti-on Ra-di-o U-ni-on so-zi-al So-zi-al-hil-fe Ma-te-ri-al I-ni-ti-a-ti-ve fi-nan-zi-ell
of-fi-zi-el-le ma-te-ri-el-len viel-leicht Spiel-lei-ter in-di-vi-du-ell ak-tu-ell e-ven-tu-ell i-de-ell Pa-ti-ent
ef-fi-zi-ent Ef-fi-zi-enz O-ri-en-tie-rung Ko-ef-fi-zi-ent be-ur-laubt be-ur-tei-len Be-ur-kun-dung
Ge-burts-ur-kun-de be-un-ru-hi-gen be-en-den ge-ehrt Be-er-di-gung be-in-hal-tet ge-impft ge-eig-net ge-än-dert
be-an-tra-gen be-ach-ten Be-am-ter Bee-re Bei-trag Be-ein-flus-sung be-ei-len Ko-o-pe-ra-ti-on ko-or-di-nie-ren
Zo-o-lo-gie Boot Zoo Staat Saal Frei-er Fei-er fei-ern Bau-er Bäu-e-rin neu-e Steu-er Steu-ern Treu-e Eu-ro eu-er
Mau-er Bay-ern lo-yal Haus Häu-ser Kai-ser Mai Ju-bi-lä-um Mu-se-um Mu-se-en I-dee I-de-en See The-a-ter-kas-se
zie-hen Zie-le lie-gen Mie-te Be-zie-her Pa-pier re-gie-ren va-ri-ie-ren in-te-griert Quo-te Qua-drat be-quem
Quit-tung Sys-tem A-syl Ty-pen Yacht Hob-by Par-ty Jour-nal Tour Ni-veau Ni-veaus Ja-nu-ar Fe-bru-ar Du-o The-o-rie
Ge-o-me-trie re-al re-a-gie-ren Rei-se-un-ter-la-gen Bei-hil-fe-er-stat-tung Ge-mein-de-um-la-ge
Ab-ga-be-ent-schei-dung zu-ord-nen zu-ein-an-der On-line-an-trag Soft-ware Ser-vice-stel-le Team E-he-gat-te ü-ber
ü-ber-prü-fen Ge-wer-be-an-mel-dung Nie-der-schla-gungs-was-ser-ge-bühr Un-ter-halts-vor-schuss na-iv E-go-ist
pro-sa-isch he-ro-isch U-kra-i-ne Ö-ko-lo-gie ir-re-füh-rend Auf-ent-halts-er-laub-nis Bei-stand-schaft
Ein-glie-de-rungs-ver-ein-ba-rung Er-werbs-un-fä-hig-keit Kin-der-geld-be-rech-tig-te Ge-sund-heits-amt
Stra-ßen-ver-kehrs-be-hör-de Ver-mö-gens-ver-hält-nis-se Le-bens-part-ner-schaft Zwangs-voll-stre-ckung
Pa-ti-en-ten-ver-fü-gung Prü-fungs-kom-mis-si-on Im-mis-si-ons-schutz Li-zenz-in-ha-ber
Ei-gen-tü-mer-ge-mein-schaft Bi-o-müll Vi-de-o-kon-fe-renz Po-ly-es-ter Is-ra-el Lai-e Lai-en So-ja
Ge-bäu-de-ei-gen-tü-mer Rei-se-aus-weis Bei-hil-fe-aus-zah-lung Ni-veau-un-ter-schied Eu-ro-pä-isch In-ge-ni-eur
Fri-seur Mi-li-eu Ge-ne-ra-ti-o-nen sta-ti-o-nä-re per-sön-lich Per-so-na-li-en For-ma-li-tät For-ma-li-en
Che-mi-ka-li-en A-na-ly-se Psy-chi-a-trie Lo-gis-tik Che-mie Ma-nier Ka-va-lier Spa-ni-er Ve-ge-ta-ri-er Bel-gi-en
Ru-he-stands-be-am-tin Haus-arzt-pra-xis Bau-auf-sicht Treu-hän-der Scheu-ne bei-ein-an-der Ma-e-stro Po-e-sie
Ge-o-da-ten Be-o-bach-tung ge-ord-net ge-öff-net un-ge-eig-net
""".split()

ABBREVIATED = {"GmbH": 4, "PLZ": 3, "SGB": 3, "Kfz": 3, "EU": 2, "IBAN": 2, "z": 1, "": 1, "§": 1, "BAföG": 2}


@pytest.mark.parametrize("broken", SPOKEN)
def test_counts_what_a_person_hears(broken: str) -> None:
    assert syllables(broken.replace("-", "")) == broken.count("-") + 1


@pytest.mark.parametrize(("word", "number"), ABBREVIATED.items())
def test_abbreviations(word: str, number: int) -> None:
    assert syllables(word) == number


def test_capitals_do_not_change_the_number() -> None:
    assert syllables("ANTRAGSTELLERIN") == syllables("Antragstellerin") == 5
