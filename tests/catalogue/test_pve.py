"""The programma van eisen, the notes on the handbooks and the law that is moving, as shipped."""

from collections import Counter
from pathlib import Path

import pytest

from openlea.core.catalogue import find_roots
from openlea.core.errors import CatalogueError
from openlea.core.plicht import Aard
from openlea.core.plichtenplank import read_plichten
from openlea.core.pve import Eis, EisActor, EisCategorie, EisWerkwoord, read_programma
from openlea.core.seednotitie import read_seednotities
from openlea.core.wetsdossier import DossierFase, read_wetsdossiers

PROGRAMMA = read_programma(find_roots())
PLICHTEN = read_plichten(find_roots())
NOTITIES = read_seednotities(find_roots())
DOSSIERS = read_wetsdossiers(find_roots())


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


def test_every_contradiction_in_a_handbook_says_what_stands_there_and_what_holds() -> None:
    assert len(NOTITIES.notities) >= 20
    assert {notitie.seed for notitie in NOTITIES.notities} == set(NOTITIES.seeds)
    for notitie in NOTITIES.notities:
        assert notitie.staat != notitie.geldt
        assert set(notitie.plichten) <= PLICHTEN.keys(), notitie.id


def test_a_duty_warns_of_the_handbook_that_has_it_wrong() -> None:
    assert [notitie.id for notitie in NOTITIES.about("OPH-02")] == ["s0-50-km"]
    assert "s0-vier-onderwerpen" in {notitie.id for notitie in NOTITIES.about("LEA-01")}


def test_every_paper_that_a_duty_refers_to_has_a_name() -> None:
    named = {seed.split()[0] for plicht in PLICHTEN.values() for seed in plicht.seeds}
    assert named <= NOTITIES.seeds.keys()


def test_the_watch_list_knows_each_bill_and_the_duties_it_touches() -> None:
    kamerstukken = {dossier.kamerstuk for dossier in DOSSIERS.values() if dossier.kamerstuk}
    assert kamerstukken == {"36667", "36443", "36663", "36692"}
    for dossier in DOSSIERS.values():
        assert dossier.plichten, dossier.id
        assert set(dossier.plichten) <= PLICHTEN.keys()


def test_what_is_under_way_is_not_told_as_law() -> None:
    under_way = {naam for naam, one in DOSSIERS.items() if one.fase is DossierFase.ONDERWEG}
    assert under_way == {"terugdringen-schoolverzuim", "planmatige-aanpak-onderwijshuisvesting"}
    assert PLICHTEN["HUI-06"].aard is Aard.BELEID


def test_a_folder_of_ones_own_adds_a_dossier_and_may_replace_the_notes(tmp_path: Path) -> None:
    own = tmp_path / "samenwerking"
    own.mkdir()
    (own / "in_beweging.toml").write_text(
        '[eigen]\ntitel = "Eigen"\nwat = "x"\nstand = "y"\nfase = "onbekend"\n'
        'controle = "K"\nchecked = 2026-11-22\n',
        encoding="utf-8",
    )
    roots = (*find_roots(), tmp_path)
    assert read_wetsdossiers(roots).keys() == {*DOSSIERS, "eigen"}


def test_a_note_on_an_unknown_paper_is_refused_with_the_file(tmp_path: Path) -> None:
    own = tmp_path / "samenwerking"
    own.mkdir()
    (own / "seed_notities.toml").write_text(
        'id = "seed-notities"\ntitel = "Eigen"\nchecked = 2026-11-22\n[[notitie]]\nid = "a"\n'
        'seed = "S9"\nplaats = "p"\nstaat = "s"\ngeldt = "g"\ncontrole = "S"\n',
        encoding="utf-8",
    )
    with pytest.raises(CatalogueError, match="seed_notities"):
        read_seednotities((*find_roots(), tmp_path))


def test_a_row_that_is_there_twice_is_refused_with_the_file(tmp_path: Path) -> None:
    shipped = (find_roots()[0] / "passend" / "programma_van_eisen.toml").read_text(encoding="utf-8")
    own = tmp_path / "passend"
    own.mkdir()
    twice = shipped.replace('id = "PVE-02"', 'id = "PVE-01"')
    (own / "programma_van_eisen.toml").write_text(twice, encoding="utf-8")
    with pytest.raises(CatalogueError, match="PVE-01"):
        read_programma((*find_roots(), tmp_path))
