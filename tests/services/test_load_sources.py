"""Loading published files: the same changes nothing, what looks odd waits, what moved is named."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_django import Settings

from openlea.core.errors import BadFile, BadInput, Conflict, NotAllowed, NotFound
from openlea.policy.bronstaat import BronStaat
from openlea.policy.rechten import Actor, LidRol
from openlea.services.describe_sources import describe_sources
from openlea.services.discard_load import discard_load
from openlea.services.laden import beheer
from openlea.services.laden.plank import plek_of
from openlea.services.laden.uitslag import Geladen, Uitslag
from openlea.services.load_sources import load_sources
from openlea.services.release_load import release_load
from openlea.services.reload_source import reload_source
from openlea.storage.warehouse.ontvangen import kept_files
from openlea.storage.warehouse.slot import alone
from openlea.storage.warehouse.staat import change_of, held_loads
from openlea.storage.warehouse.warehouse import Warehouse
from tests.services.laden_bron import BRON, file_of, make_catalogue
from tests.world import World


@pytest.fixture
def house(tmp_path: Path, settings: Settings) -> Warehouse:
    """Return an empty warehouse, with a small source of its own beside the ones that ship."""
    settings.WAREHOUSE, settings.BUNDLE = tmp_path / "warehouse", tmp_path / "bundel"
    settings.CATALOGUE = str(make_catalogue(tmp_path / "eigen"))
    return Warehouse(settings.WAREHOUSE, settings.BUNDLE)


def loaded(schools: int = 60, **rest: object) -> Geladen:
    """Load one file of so many schools."""
    (outcome,) = load_sources(bestanden=[file_of(schools, **rest)])  # type: ignore[arg-type]
    return outcome


def test_a_file_is_recognised_by_its_columns_and_loaded(house: Warehouse) -> None:
    outcome = loaded()
    assert (outcome.bron, outcome.uitslag, outcome.versie) == (BRON, Uitslag.NIEUW, 1)
    assert (outcome.rijen, outcome.edities) == (60, ("2024-10-01",))
    assert house.scan(BRON).collect().height == 60


def test_the_same_file_again_changes_nothing_and_says_the_version(house: Warehouse) -> None:
    loaded()
    again = loaded()
    assert (again.uitslag, again.versie, again.rijen) == (Uitslag.GELIJK, 1, 60)
    assert len(house.versions(BRON)) == 1


def test_the_same_file_is_read_again_when_its_reader_changed(house: Warehouse) -> None:
    loaded()
    file = plek_of(BRON).source.file
    file.write_text(file.read_text("utf-8") + "\n# a remark\n", "utf-8")
    assert loaded().versie == 2


def test_an_older_file_counts_as_new_after_another_of_the_same_edition(house: Warehouse) -> None:
    loaded()
    loaded(62)
    assert (loaded().uitslag, len(house.versions(BRON))) == (Uitslag.NIEUW, 3)


def test_a_load_that_looks_odd_waits_and_what_was_good_stays(house: Warehouse) -> None:
    loaded()
    outcome = loaded(30)
    assert outcome.uitslag is Uitslag.VASTGEHOUDEN
    assert not outcome.goed
    assert any("50% minder rijen" in reden for reden in outcome.redenen)
    assert (outcome.versie, house.scan(BRON).collect().height) == (1, 60)


def test_who_may_lets_a_held_load_pass_and_that_is_written_down(
    house: Warehouse, hilversum: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded()
    key = loaded(30).sleutel
    monkeypatch.setattr(beheer, "is_alone", lambda: True)
    actor = Actor(werkruimte=hilversum.werkruimte.pk, rol=LidRol.AGENDABEHEERDER, naam="Beheer")
    with pytest.raises(NotAllowed):
        release_load(replace(actor, rol=LidRol.LEZER), BRON, key)
    assert release_load(actor, BRON, key).versie == 2
    assert house.scan(BRON).collect().height == 30
    assert house.version(BRON).vrijgegeven.startswith("Beheer: 2024-10-01: 50% minder rijen")
    assert held_loads(house.folder(BRON)) == ()
    assert reload_source(BRON).uitslag is Uitslag.GELIJK
    with pytest.raises(NotFound):
        release_load(actor, BRON, key)


def test_no_werkruimte_changes_a_national_table_that_others_use_as_well(
    house: Warehouse, hilversum: World
) -> None:
    loaded()
    key = loaded(30).sleutel
    actor = Actor(werkruimte=hilversum.werkruimte.pk, rol=LidRol.AGENDABEHEERDER)
    for verb in (release_load, discard_load):
        with pytest.raises(NotAllowed, match="opdrachtregel"):
            verb(actor, BRON, key)
        with pytest.raises(NotAllowed):
            verb(actor, BRON, key, laag="inclusiever-onderwijs")
    assert held_loads(house.folder(BRON))
    assert house.version(BRON).versie == 1


def test_a_held_load_can_be_thrown_away(
    house: Warehouse, hilversum: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded()
    key = loaded(30).sleutel
    monkeypatch.setattr(beheer, "is_alone", lambda: True)
    actor = Actor(werkruimte=hilversum.werkruimte.pk, rol=LidRol.AGENDABEHEERDER)
    with pytest.raises(NotAllowed):
        discard_load(replace(actor, rol=LidRol.LEZER), BRON, key)
    discard_load(actor, BRON, key)
    assert held_loads(house.folder(BRON)) == ()
    assert house.version(BRON).versie == 1


def test_a_column_that_moved_is_named_and_remembered_until_a_file_can_be_read_again(
    house: Warehouse,
) -> None:
    loaded()
    file = file_of(60)
    moved = replace(file, inhoud=file.inhoud.replace(b"AANTAL", b"GETAL", 1))
    (outcome,) = load_sources(bestanden=[moved], bron=BRON)
    assert outcome.uitslag is Uitslag.GEWEIGERD
    assert "kolom 'AANTAL'" in outcome.redenen[0]
    assert (outcome.versie, house.scan(BRON).collect().height) == (1, 60)
    change = change_of(house.folder(BRON))
    assert change is not None
    assert (change.kolom, change.nieuw) == ("AANTAL", ("GETAL",))
    assert state_of() is BronStaat.GEWIJZIGD
    loaded(61)
    assert change_of(house.folder(BRON)) is None


def state_of() -> BronStaat:
    """Return how the small source stands."""
    return next(one.staat for one in describe_sources() if one.source.id == BRON)


def test_the_list_of_sources_says_how_each_stands(house: Warehouse) -> None:
    assert state_of() is BronStaat.ONTBREEKT
    loaded()
    assert state_of() in (BronStaat.ACTUEEL, BronStaat.VEROUDERD)
    loaded(30)
    assert state_of() is BronStaat.VASTGEHOUDEN


def test_a_source_is_read_again_from_the_file_that_was_kept(house: Warehouse) -> None:
    loaded()
    assert reload_source(BRON).uitslag is Uitslag.GELIJK
    file = plek_of(BRON).source.file
    file.write_text(file.read_text("utf-8") + "\n# a remark\n", "utf-8")
    assert reload_source(BRON).versie == 2
    with pytest.raises(NotFound):
        reload_source("onbekend")


def test_without_a_kept_file_it_asks_for_the_file(house: Warehouse) -> None:
    with pytest.raises(BadInput, match="lees het opnieuw in"):
        reload_source(BRON)


def test_a_source_without_a_live_address_says_where_its_file_is(house: Warehouse) -> None:
    outcome = reload_source(BRON, live=True)
    assert outcome.uitslag is Uitslag.GEWEIGERD
    assert "https://duo.nl/" in outcome.redenen[0]


def test_a_folder_is_searched_and_what_is_of_no_source_is_passed_by(
    house: Warehouse, tmp_path: Path
) -> None:
    (tmp_path / "in" / "diep").mkdir(parents=True)
    (tmp_path / "in" / "diep" / "proef.csv").write_bytes(file_of(60).inhoud)
    (tmp_path / "in" / "anders.csv").write_text("a;b\n1;2\n")
    (tmp_path / "in" / "LEESMIJ.md").write_text("geen tabel")
    outcomes = load_sources([tmp_path / "in"])
    assert [one.uitslag for one in outcomes] == [Uitslag.NIEUW, Uitslag.OVERGESLAGEN]
    named = load_sources([tmp_path / "in" / "anders.csv"])
    assert [one.uitslag for one in named] == [Uitslag.GEWEIGERD]
    assert "anders.csv" in named[0].redenen[0]


def test_a_path_that_is_not_there_and_a_source_that_is_not_there_are_named(
    house: Warehouse, tmp_path: Path
) -> None:
    with pytest.raises(BadFile, match="nergens"):
        load_sources([tmp_path / "nergens.csv"])
    with pytest.raises(NotFound, match="onbekend"):
        load_sources(bestanden=[file_of(3)], bron="onbekend")


def test_two_loads_of_one_source_at_once_do_not_mix(house: Warehouse) -> None:
    with alone(house.folder(BRON)), pytest.raises(Conflict, match=BRON):
        loaded()
    assert loaded().uitslag is Uitslag.NIEUW


def test_what_partners_keep_to_themselves_never_gets_among_the_public_tables(
    tmp_path: Path, settings: Settings
) -> None:
    settings.WAREHOUSE, settings.BUNDLE = tmp_path / "warehouse", tmp_path / "bundel"
    settings.CATALOGUE = str(make_catalogue(tmp_path / "eigen", klasse="INTERN"))
    assert loaded().uitslag is Uitslag.GEWEIGERD
    (inside,) = load_sources(bestanden=[file_of(60)], laag="hilversum")
    assert inside.uitslag is Uitslag.NIEUW
    folder = plek_of(BRON, "hilversum").folder
    assert list(folder.glob("_ontvangen/*")) == [], "the file itself is not kept"


def test_rows_of_persons_are_refused_whatever_the_layer(tmp_path: Path, settings: Settings) -> None:
    settings.WAREHOUSE, settings.BUNDLE = tmp_path / "warehouse", tmp_path / "bundel"
    settings.CATALOGUE = str(make_catalogue(tmp_path / "eigen", klasse="PERSOON"))
    (outcome,) = load_sources(bestanden=[file_of(60)], laag="hilversum")
    assert outcome.uitslag is Uitslag.GEWEIGERD


def test_what_may_not_be_kept_of_a_file_is_taken_out_before_anything_is_stored(
    house: Warehouse,
) -> None:
    file = plek_of(BRON).source.file
    strip = """
def strip(files: Sequence[Bestand]) -> tuple[Bestand, ...]:
    return tuple(
        Bestand(naam=one.naam, inhoud=one.inhoud.replace(b"Jansen", b"")) for one in files
    )
"""
    file.write_text(file.read_text("utf-8") + strip, "utf-8")
    told = replace(file_of(60), inhoud=file_of(60).inhoud.replace(b";bo;", b";boJansen;"))
    load_sources(bestanden=[told])
    (kept,) = kept_files(house.folder(BRON), house.version(BRON).bestanden)
    assert b"Jansen" not in kept.inhoud
    assert "bo" in house.scan(BRON).collect()["soort"].to_list()


def test_a_reader_that_falls_over_refuses_the_file_and_names_itself(house: Warehouse) -> None:
    file = plek_of(BRON).source.file
    file.write_text(
        file.read_text("utf-8").replace("concat(frames)", "concat(frames[: 1 // 0])"), "utf-8"
    )
    outcome = loaded()
    assert outcome.uitslag is Uitslag.GEWEIGERD
    assert "proef_leerlingen.py (ZeroDivisionError)" in outcome.redenen[0]


def test_letters_stored_otherwise_are_held_even_when_they_were_read_right(
    house: Warehouse,
) -> None:
    def with_accent(letters: str) -> Geladen:
        text = file_of(60).inhoud.decode().replace(";bo;", ";bö;")
        file = replace(file_of(60), inhoud=text.encode(letters))
        return load_sources(bestanden=[file], bron=BRON)[0]

    assert with_accent("utf-8").uitslag is Uitslag.NIEUW
    assert "utf-8" in json.dumps(house.version(BRON).codering)
    assert not with_accent("cp1252").goed


def test_how_far_it_is_is_told(house: Warehouse) -> None:
    told: list[tuple[str, int, int]] = []
    load_sources(bestanden=[file_of(60)], say=lambda *one: told.append(one))
    assert told == [("Proefleerlingen inlezen (1 bestanden)", 0, 1)]
