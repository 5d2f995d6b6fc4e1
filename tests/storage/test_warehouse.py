"""A reader of the warehouse always gets a whole version, and every version that ever was."""

from pathlib import Path

import duckdb
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from openlea.core.errors import Conflict, NotFound
from openlea.storage.warehouse.bundel import write_contents, write_table
from openlea.storage.warehouse.ontvangen import kept_files
from openlea.storage.warehouse.slot import alone
from openlea.storage.warehouse.versie import LANDELIJK, read_versie
from openlea.storage.warehouse.warehouse import Warehouse
from tests.storage.laden_wereld import BRON, offer, rows

OLD, NEW = "2023-10-01", "2024-10-01"


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    return Warehouse(tmp_path / "één map" / "warehouse", tmp_path / "bundel")


def ship(warehouse: Warehouse, rijen: pl.DataFrame) -> None:
    """Put a table in the bundle."""
    load = offer(rijen, afgekeurd=["te weinig kolommen"], parser="bundel")
    versie = write_table(warehouse.bundle, load.versie, load.rijen, load.afgekeurd)
    write_contents(warehouse.bundle, {BRON: versie})


def same(warehouse: Warehouse, rijen: pl.DataFrame, versie: int | None = None) -> None:
    """Hold what is read to rows, in whatever order."""
    found = warehouse.scan(BRON, versie).collect()
    assert_frame_equal(found, rijen, check_row_order=False)


def test_what_was_committed_is_what_is_read(warehouse: Warehouse) -> None:
    made = warehouse.commit(offer(rows(NEW, [3, 4])))
    same(warehouse, rows(NEW, [3, 4]))
    assert warehouse.current(BRON) == made
    assert made.versie == 1


def test_the_manifest_comes_back_as_it_was_written() -> None:
    versie = offer(rows(NEW, [3])).versie
    assert read_versie(versie.to_json()) == versie


def test_an_edition_loaded_again_replaces_itself_and_leaves_the_others(
    warehouse: Warehouse,
) -> None:
    warehouse.commit(offer(rows(OLD, [1])))
    warehouse.commit(offer(rows(NEW, [2])))
    warehouse.commit(offer(rows(NEW, [5, 6])))
    same(warehouse, pl.concat([rows(OLD, [1]), rows(NEW, [5, 6])]))
    assert {key: one.versie for key, one in warehouse.editions(BRON).items()} == {OLD: 1, NEW: 3}


def test_an_earlier_version_can_be_asked_for(warehouse: Warehouse) -> None:
    warehouse.commit(offer(rows(NEW, [2])))
    warehouse.commit(offer(rows(NEW, [5, 6])))
    same(warehouse, rows(NEW, [2]), versie=1)
    assert [one.versie for one in warehouse.versions(BRON)] == [2, 1]


def test_a_file_with_several_editions_is_parted_so_that_one_can_be_replaced(
    warehouse: Warehouse,
) -> None:
    warehouse.commit(offer(pl.concat([rows(OLD, [1]), rows(NEW, [2])])))
    warehouse.commit(offer(rows(OLD, [9])))
    same(warehouse, pl.concat([rows(OLD, [9]), rows(NEW, [2])]))


def test_a_column_that_came_later_is_empty_in_older_editions(warehouse: Warehouse) -> None:
    warehouse.commit(offer(rows(OLD, [1])))
    wider = rows(NEW, [2]).with_columns(naam=pl.lit("De Maasparel"))
    warehouse.commit(offer(wider))
    expected = pl.concat([rows(OLD, [1]), wider], how="diagonal")
    same(warehouse, expected)


def test_a_list_of_words_is_kept_as_text(warehouse: Warehouse) -> None:
    kind = pl.Enum(["bo", "so"])
    load = rows(NEW, [2]).with_columns(soort=pl.lit("bo", dtype=kind))
    warehouse.commit(offer(load))
    assert warehouse.scan(BRON).collect()["soort"].to_list() == ["bo"]


def test_the_bundle_counts_until_something_is_loaded_and_stays_version_0(
    warehouse: Warehouse,
) -> None:
    assert warehouse.current(BRON) is None
    ship(warehouse, rows(OLD, [7, 8]))
    same(warehouse, rows(OLD, [7, 8]))
    assert warehouse.version(BRON).versie == 0
    assert warehouse.rejected(BRON)["reden"].to_list() == ["te weinig kolommen"]
    warehouse.commit(offer(rows(NEW, [2])))
    same(warehouse, pl.concat([rows(OLD, [7, 8]), rows(NEW, [2])]))
    same(warehouse, rows(OLD, [7, 8]), versie=0)
    assert warehouse.rejected(BRON, 0).height == 1
    assert warehouse.tables() == (BRON,)


def test_a_start_that_was_cut_off_before_its_first_version_is_begun_again(
    warehouse: Warehouse,
) -> None:
    ship(warehouse, rows(OLD, [7]))
    load = offer(rows(NEW, [2]))
    warehouse.commit(load)
    log = warehouse.folder(BRON) / "_delta_log"
    for file in log.glob("*.json"):
        file.unlink()
    warehouse.commit(load)
    same(warehouse, pl.concat([rows(OLD, [7]), rows(NEW, [2])]))


def test_an_own_table_counts_in_its_werkruimte_and_nowhere_else(warehouse: Warehouse) -> None:
    warehouse.commit(offer(rows(NEW, [2])))
    warehouse.commit(offer(rows(NEW, [5]), laag="hilversum"))
    assert warehouse.scan(BRON, laag="hilversum").collect()["aantal_laag"].to_list() == [5]
    assert warehouse.scan(BRON, laag="almere").collect()["aantal_laag"].to_list() == [2]
    assert warehouse.layer(BRON, "hilversum") == "hilversum"
    assert warehouse.layer(BRON, "almere") == LANDELIJK
    assert warehouse.tables("almere") == ()


def test_rejected_rows_are_kept_with_their_load(warehouse: Warehouse) -> None:
    warehouse.commit(offer(rows(NEW, [2]), afgekeurd=["geen getal", "geen code"]))
    warehouse.commit(offer(rows(NEW, [3])))
    assert warehouse.rejected(BRON, 1)["reden"].to_list() == ["geen getal", "geen code"]
    assert warehouse.rejected(BRON).is_empty()


def test_the_received_file_can_be_read_again(warehouse: Warehouse) -> None:
    load = offer(rows(NEW, [2]))
    made = warehouse.commit(load)
    assert kept_files(warehouse.folder(BRON), made.bestanden) == load.bestanden


def test_what_a_killed_load_left_is_swept_away_by_the_next(warehouse: Warehouse) -> None:
    warehouse.commit(offer(rows(NEW, [2])))
    folder = warehouse.folder(BRON)
    (folder / "deel-los.parquet").write_bytes(b"half")
    (folder / "_afgekeurd").mkdir()
    (folder / "_afgekeurd" / "half.tmp").write_bytes(b"half")
    same(warehouse, rows(NEW, [2]))
    warehouse.commit(offer(rows(NEW, [3])))
    assert not (folder / "deel-los.parquet").exists()
    assert not (folder / "_afgekeurd" / "half.tmp").exists()
    same(warehouse, rows(NEW, [2]), versie=1)


def test_a_second_load_of_the_same_table_is_told_to_wait(warehouse: Warehouse) -> None:
    with (
        alone(warehouse.folder(BRON)),
        pytest.raises(Conflict, match="wordt op dit moment al ingelezen"),
    ):
        warehouse.commit(offer(rows(NEW, [2])))
    warehouse.commit(offer(rows(NEW, [2])))


def test_any_engine_reads_the_files_of_a_version(warehouse: Warehouse) -> None:
    warehouse.commit(offer(pl.concat([rows(OLD, [1]), rows(NEW, [2])])))
    found = duckdb.read_parquet(list(warehouse.uris(BRON))).aggregate("sum(aantal_laag)")
    assert found.fetchall() == [(3,)]


def test_a_delta_reader_sees_the_same_rows(tmp_path: Path) -> None:
    warehouse = Warehouse(tmp_path / "warehouse", tmp_path / "bundel")
    warehouse.commit(offer(rows(OLD, [1])))
    warehouse.commit(offer(rows(NEW, [2])))
    found = pl.read_delta(str(warehouse.folder(BRON)))
    columns = rows(NEW, [2]).columns
    assert_frame_equal(found.select(columns), warehouse.scan(BRON).collect(), check_row_order=False)


@pytest.mark.parametrize("name", ["../elders", "", "a/b", "_slot"])
def test_a_name_never_leads_out_of_the_warehouse(warehouse: Warehouse, name: str) -> None:
    with pytest.raises(NotFound):
        warehouse.folder(name)
    with pytest.raises(NotFound):
        warehouse.folder(BRON, name)


def test_what_is_not_there_is_said_so(warehouse: Warehouse) -> None:
    with pytest.raises(NotFound, match=BRON):
        warehouse.scan(BRON)
    warehouse.commit(offer(rows(NEW, [2])))
    with pytest.raises(NotFound, match="versie 9"):
        warehouse.scan(BRON, 9)


def test_the_whole_table_is_told_as_one_version(warehouse: Warehouse) -> None:
    warehouse.commit(offer(rows(OLD, [1, 2]), afgekeurd=["geen getal"]))
    warehouse.commit(offer(rows(NEW, [3])))
    lading = warehouse.whole(BRON).lading
    assert (lading.edities, lading.rijen, lading.afgekeurd) == ((OLD, NEW), 3, 1)


def test_an_own_table_set_aside_counts_no_more_and_stays_readable(warehouse: Warehouse) -> None:
    warehouse.commit(offer(rows(NEW, [9])))
    warehouse.commit(offer(rows(NEW, [1]), laag="ergens"))
    warehouse.withdraw(BRON, "ergens")
    assert warehouse.layer(BRON, "ergens") == LANDELIJK
    assert warehouse.scan(BRON, laag="ergens").collect()["aantal_laag"].to_list() == [9]
    assert warehouse.scan(BRON, 1, "ergens").collect()["aantal_laag"].to_list() == [1]
    with pytest.raises(NotFound):
        warehouse.withdraw(BRON, "ergens")
    warehouse.restore(BRON, "ergens")
    assert warehouse.scan(BRON, laag="ergens").collect()["aantal_laag"].to_list() == [1]
    with pytest.raises(NotFound):
        warehouse.restore(BRON, "ergens")


def test_what_is_loaded_after_an_own_table_was_set_aside_begins_it_afresh(
    warehouse: Warehouse,
) -> None:
    warehouse.commit(offer(rows(OLD, [1]), laag="ergens"))
    warehouse.withdraw(BRON, "ergens")
    warehouse.commit(offer(rows(NEW, [2]), laag="ergens"))
    assert warehouse.scan(BRON, laag="ergens").collect()["aantal_laag"].to_list() == [2]
    assert list(warehouse.editions(BRON, "ergens")) == [NEW]
    assert warehouse.scan(BRON, 1, "ergens").collect()["aantal_laag"].to_list() == [1]


def test_the_national_table_is_not_set_aside(warehouse: Warehouse) -> None:
    warehouse.commit(offer(rows(NEW, [9])))
    with pytest.raises(NotFound):
        warehouse.withdraw(BRON, LANDELIJK)
