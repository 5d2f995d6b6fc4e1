"""The programma van eisen, the notes on the handbooks and the law that is moving, as shipped."""

from collections import Counter

import pytest

from openlea.core.catalogue import find_roots
from openlea.core.plichtenplank import read_plichten
from openlea.core.pve import Eis, EisActor, EisCategorie, EisWerkwoord, read_programma

PROGRAMMA = read_programma(find_roots())
PLICHTEN = read_plichten(find_roots())


def test_every_row_of_the_annex_is_there_once_and_in_order() -> None:
    assert [eis.id for eis in PROGRAMMA.eisen] == [f"PVE-{n:02}" for n in range(1, 70)]


def test_boards_are_asked_33_things_and_samenwerkingsverbanden_36() -> None:
    assert Counter(eis.actor for eis in PROGRAMMA.eisen) == {
        EisActor.SCHOOLBESTUUR: 33,
        EisActor.SAMENWERKINGSVERBAND: 36,
    }
    assert len(PROGRAMMA.of_actor(EisActor.SCHOOLBESTUUR)) == 33


def test_the_categories_add_up_to_what_the_annex_counts() -> None:
    assert Counter(eis.categorie for eis in PROGRAMMA.eisen) == {
        EisCategorie.I: 11,
        EisCategorie.II: 27,
        EisCategorie.III: 7,
        EisCategorie.IV: 24,
    }


def test_the_uitgangspunten_hold_the_rows_that_the_annex_gives_them() -> None:
    counted = Counter(eis.uitgangspunt for eis in PROGRAMMA.eisen)
    assert counted == {1: 10, 2: 4, 3: 6, 4: 10, 5: 20, 6: 14, 7: 5}
    assert list(PROGRAMMA.uitgangspunten) == [1, 2, 3, 4, 5, 6, 7]


def test_only_two_rows_use_a_verb_that_has_no_meaning_of_its_own() -> None:
    counted = Counter(eis.werkwoord for eis in PROGRAMMA.eisen)
    assert counted == {
        EisWerkwoord.ZORGEN: 51,
        EisWerkwoord.REGIEVOEREN: 5,
        EisWerkwoord.STIMULEREN: 9,
        EisWerkwoord.ONDERSTEUNEN: 2,
        EisWerkwoord.BETREKKEN: 1,
        EisWerkwoord.AFLEGGEN: 1,
    }


def test_every_verb_and_every_category_is_explained_to_who_scores() -> None:
    assert set(PROGRAMMA.werkwoorden) == set(EisWerkwoord)
    assert set(PROGRAMMA.categorieen) == set(EisCategorie)


def test_the_page_can_say_that_it_is_policy_and_where_it_comes_from() -> None:
    assert "geen wet" in PROGRAMMA.noot
    assert "bijlage 2" in PROGRAMMA.bron


@pytest.mark.parametrize("eis", PROGRAMMA.eisen, ids=lambda eis: eis.id)
def test_a_row_leads_to_duties_that_exist_and_is_a_sentence(eis: Eis) -> None:
    assert set(eis.plichten) <= PLICHTEN.keys()
    assert eis.tekst.endswith(".")
