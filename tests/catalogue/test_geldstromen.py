"""What the shipped shelves say of money: the verdicts on OAB money and the taakvelden."""

import pytest

from openlea.core.catalogue import find_roots
from openlea.core.geldvoorwaarden import Controle, Oordeel, read_geldvoorwaarden
from openlea.core.taakveld import read_taakvelden

OAB = read_geldvoorwaarden(find_roots())["spuk-oab"]


@pytest.mark.parametrize(
    ("categorie", "oordeel", "controle"),
    [
        ("voorschoolse-educatie", Oordeel.MAG, Controle.WETTEKST),
        ("taalactiviteiten", Oordeel.MAG, Controle.WETTEKST),
        ("bso-kindplaatsen", Oordeel.MAG_NIET, Controle.NOTA),
        ("huisvesting", Oordeel.MAG_NIET, Controle.WETTEKST),
        ("rekenen-zonder-taal", Oordeel.MAG_NIET, Controle.KENNIS),
        ("volwasseneneducatie", Oordeel.TOETS, Controle.KENNIS),
        ("mediawijsheid", Oordeel.TOETS, Controle.KENNIS),
    ],
)
def test_oab_money_has_the_verdicts_of_the_law_and_says_how_sure_they_are(
    categorie: str, oordeel: Oordeel, controle: Controle
) -> None:
    gevonden = OAB.categorie(categorie)
    assert gevonden is not None
    assert (gevonden.oordeel, gevonden.controle) == (oordeel, controle)


def test_every_category_names_its_source_in_the_law_or_the_handreiking() -> None:
    for categorie in OAB.categorieen:
        assert "WPO" in categorie.bron or "GOAB" in categorie.bron


def test_the_taakvelden_of_education_and_youth_are_on_the_shelf() -> None:
    taakvelden = read_taakvelden(find_roots())
    assert taakvelden["4.3"].titel == "Onderwijsbeleid en leerlingzaken"
    assert {"4.1", "4.2", "5.6", "6.1", "6.2", "7.1"} <= taakvelden.keys()
