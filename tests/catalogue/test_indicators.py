"""Every indicator proves itself by its worked example, and says why a level has no figure."""

from pathlib import Path

import pytest

from openlea.catalogue.examples import work_out
from openlea.catalogue.shelf import IndicatorFile, read_indicators, read_sources
from openlea.core.catalogue import find_roots
from openlea.core.errors import CatalogueError
from openlea.core.place import PlaceKind

SOURCES = read_sources(find_roots())
INDICATORS = read_indicators(find_roots(), SOURCES)


def _id(entry: IndicatorFile) -> str:
    return entry.id


@pytest.mark.parametrize("entry", INDICATORS.values(), ids=_id)
def test_the_worked_example_gives_the_figures_that_it_promises(entry: IndicatorFile) -> None:
    assert work_out(entry, SOURCES) == tuple(sorted(entry.example.expect))
    assert entry.example.expect, "an example without figures shows nothing"


@pytest.mark.parametrize("entry", INDICATORS.values(), ids=_id)
def test_every_kind_of_place_has_figures_or_a_reason_why_not(entry: IndicatorFile) -> None:
    assert set(entry.card.niveaus) | set(entry.card.geen_niveau) == set(PlaceKind)
    assert not set(entry.card.niveaus) & set(entry.card.geen_niveau)
    assert all(reden.strip().endswith(".") for reden in entry.card.geen_niveau.values())


@pytest.mark.parametrize("entry", INDICATORS.values(), ids=_id)
def test_a_card_says_what_may_not_be_compared_and_where_its_definition_is_from(
    entry: IndicatorFile,
) -> None:
    card = entry.card
    assert card.let_op
    assert card.bron_definitie
    assert card.vraag.endswith("?")
    assert card.definitie.endswith(".")


def test_there_are_forty_indicators_from_public_data() -> None:
    assert len(INDICATORS) >= 40


def _own_indicator(folder: Path, tables: str) -> Path:
    file = folder / "eigen" / "indicators" / "eigen_cijfer.py"
    file.parent.mkdir(parents=True)
    shipped = next(entry.file for entry in INDICATORS.values() if len(entry.needs) == 1)
    text = shipped.read_text(encoding="utf-8")
    name = INDICATORS[shipped.stem].needs[0]
    file.write_text(text.replace(f"def compute({name}:", f"def compute({tables}:"))
    return folder


def test_two_tables_that_both_hide_small_counts_are_refused_in_one_indicator(
    tmp_path: Path,
) -> None:
    """Played against each other, two public files could reveal a count that each of them hides."""
    both = "duo_leerlingen_po: Table, duo_leerlingen_po_postcode"
    with pytest.raises(CatalogueError, match="both hide small counts"):
        read_indicators((_own_indicator(tmp_path, both),), SOURCES)


def test_a_table_that_is_not_on_the_shelf_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="there is no table 'bestaat_niet'"):
        read_indicators((_own_indicator(tmp_path, "bestaat_niet"),), SOURCES)
