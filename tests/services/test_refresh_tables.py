"""A newer bundle reaches a table that was loaded here, and never takes away what was."""

from pathlib import Path

import pytest
from pytest_django import Settings

from openlea.services.laden.lezen import Herkomst, announce, read_offer
from openlea.services.laden.plank import sources
from openlea.services.load_sources import load_sources
from openlea.services.refresh_tables import refresh_tables
from openlea.storage.warehouse.bundel import write_contents, write_table
from openlea.storage.warehouse.versie import LANDELIJK
from openlea.storage.warehouse.warehouse import Warehouse
from tests.services.laden_bron import BRON, file_of, make_catalogue


@pytest.fixture
def house(tmp_path: Path, settings: Settings) -> Warehouse:
    settings.WAREHOUSE, settings.BUNDLE = tmp_path / "warehouse", tmp_path / "bundel"
    settings.CATALOGUE = str(make_catalogue(tmp_path / "eigen"))
    return Warehouse(settings.WAREHOUSE, settings.BUNDLE)


def ship(house: Warehouse, peildatum: str, schools: int) -> None:
    """Put an edition in the bundle, instead of what was there."""
    source, file = sources()[BRON], file_of(schools, peildatum=peildatum)
    versie = announce(source, LANDELIJK, [file], Herkomst())
    aanbod = read_offer(source, versie, [file])
    made = write_table(house.bundle, aanbod.versie, aanbod.rijen, aanbod.afgekeurd)
    write_contents(house.bundle, {BRON: made})


def sizes(house: Warehouse) -> dict[str, int]:
    """Return the rows per edition."""
    counted = house.scan(BRON).collect()["peildatum"].value_counts()
    return dict(counted.sort("peildatum").iter_rows())


def test_a_table_that_was_never_loaded_is_read_from_the_new_bundle(house: Warehouse) -> None:
    ship(house, "2023-10-01", 50)
    assert refresh_tables() == ()
    assert sizes(house) == {"2023-10-01": 50}


def test_a_newer_bundle_reaches_a_loaded_table_once(house: Warehouse) -> None:
    ship(house, "2022-10-01", 50)
    load_sources(bestanden=[file_of(60, peildatum="2023-10-01")])
    ship(house, "2024-10-01", 70)
    assert [one.versie for one in refresh_tables()] == [2]
    assert sizes(house) == {"2022-10-01": 50, "2023-10-01": 60, "2024-10-01": 70}
    assert refresh_tables() == ()


def test_an_edition_that_was_loaded_here_stays(house: Warehouse) -> None:
    load_sources(bestanden=[file_of(60)])
    ship(house, "2024-10-01", 70)
    assert refresh_tables() == ()
    assert sizes(house) == {"2024-10-01": 60}


def test_an_edition_of_an_earlier_bundle_is_replaced_by_the_newer_one(house: Warehouse) -> None:
    ship(house, "2024-10-01", 60)
    load_sources(bestanden=[file_of(50, peildatum="2023-10-01")])
    ship(house, "2024-10-01", 70)
    assert [one.versie for one in refresh_tables()] == [2]
    assert sizes(house) == {"2023-10-01": 50, "2024-10-01": 70}
