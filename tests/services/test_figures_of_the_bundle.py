"""The figures of what ships with the product: equal to SQL by hand, and unmasking nothing."""

from collections.abc import Iterator
from pathlib import Path

import narwhals as nw
import polars as pl
import pytest
from django.conf import settings
from polars.testing import assert_frame_equal

from benchmarks.cijfers_sql import FACTS, figures_by_hand
from openlea.catalogue.rollup import COLUMNS
from openlea.catalogue.shelf import IndicatorFile, open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.indicator import Maat
from openlea.core.onthulling import KLEINSTE_NOEMER, Bereik, Status
from openlea.core.place import PlaceKey, PlaceKind
from openlea.services.compare_gemeenten import compare_gemeenten
from openlea.services.compute_figures import compute_figures
from openlea.storage.figures.laag import LANDELIJK, Opened, open_layer
from openlea.storage.figures.store import FigureStore, open_figures
from openlea.storage.warehouse.warehouse import Warehouse

SHELF = open_shelf(find_roots())
KEYS = ["indicator", "soort", "code", "periode"]
HILVERSUM = PlaceKey.parse("gemeente:GM0402")
COUNTED = [
    entry
    for entry in SHELF.indicators.values()
    if entry.card.maat is Maat.AANTAL
    and entry.card.grein is PlaceKind.SCHOOL
    and any(SHELF.sources[name].bron.afgeschermd for name in entry.needs)
]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Return the tables that ship with the product, and nothing that was loaded."""
    return Warehouse(tmp_path_factory.mktemp("leeg"), settings.BUNDLE)


@pytest.fixture(scope="module")
def figures(bundle: Warehouse, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """Return all figures of the bundle, computed once; the settings point at them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "WAREHOUSE", bundle.root)
        patch.setattr(settings, "FIGURES", tmp_path_factory.mktemp("cijfers"))
        done = compute_figures()
        assert done.mislukt == {}
        yield open_layer(settings.FIGURES / LANDELIJK)


@pytest.fixture
def store(figures: Opened) -> FigureStore:
    """Return the figures of the bundle, to ask."""
    return open_figures()


def test_every_figure_is_what_sql_written_by_hand_says(
    figures: Opened, bundle: Warehouse, tmp_path: Path
) -> None:
    cards = {name: SHELF.indicators[name].card for name in FACTS}
    needs = {need for name in FACTS for need in SHELF.indicators[name].needs}
    places, by_hand = tmp_path / "lidmaatschap.parquet", tmp_path / "hand.parquet"
    figures.lidmaatschap.write_parquet(places)
    figures_by_hand({name: bundle.uris(name) for name in needs}, places, cards, by_hand)
    ours = figures.scan().filter(pl.col("indicator").is_in(list(FACTS))).collect()
    assert ours["indicator"].n_unique() == len(FACTS)
    assert_frame_equal(
        ours.select(COLUMNS).sort(KEYS),
        pl.read_parquet(by_hand).select(COLUMNS).sort(KEYS),
        check_dtypes=False,
        rel_tol=1e-9,
    )


@pytest.mark.parametrize("entry", COUNTED, ids=lambda entry: entry.id)
def test_a_count_of_a_school_is_as_wide_as_its_one_source_says(
    entry: IndicatorFile, figures: Opened, bundle: Warehouse
) -> None:
    """Two files played against each other could narrow a hidden count: no figure does that."""
    (hidden,) = (name for name in entry.needs if SHELF.sources[name].bron.afgeschermd)
    facts = entry.compute(**{name: nw.from_native(bundle.scan(name)) for name in entry.needs})
    expected = facts.to_native().select("code", "periode", "laag", "hoog").collect()
    ours = (
        figures.scan([PlaceKind.SCHOOL])
        .filter(pl.col("indicator") == entry.id)
        .select("code", "periode", "laag", "hoog")
        .collect()
    )
    keys = ["code", "periode"]
    assert_frame_equal(ours.sort(keys), expected.sort(keys), check_dtypes=False)
    assert figures.rekenwijzen[entry.id].versies[0].bron == hidden


def test_no_hidden_cell_of_a_file_became_a_number(figures: Opened, bundle: Warehouse) -> None:
    """Of every school with a hidden cell, the range is at least as wide as its cells together."""
    table = bundle.scan("duo_leerlingen_po")
    per_school = table.group_by(code="vestiging", periode="peildatum").agg(
        wide=(pl.col("aantal_hoog") - pl.col("aantal_laag")).sum(),
    )
    ours = figures.scan([PlaceKind.SCHOOL]).filter(pl.col("indicator") == "leerlingen_po")
    both = ours.join(per_school, on=["code", "periode"]).collect()
    assert both.filter(pl.col("hoog") - pl.col("laag") != pl.col("wide")).is_empty()
    assert both.filter(pl.col("wide") > 0)["status"].unique().to_list() == [Status.VERBORGEN]


def test_a_share_of_fewer_than_ten_persons_is_never_shown(figures: Opened) -> None:
    of_persons = [name for name, one in SHELF.indicators.items() if one.card.personen]
    shown = figures.scan().filter(
        pl.col("indicator").is_in(of_persons),
        pl.col("laag").is_not_null(),
        pl.col("noemer_laag") < KLEINSTE_NOEMER,
    )
    shares = [n for n in of_persons if SHELF.indicators[n].card.maat is Maat.AANDEEL]
    assert shown.filter(pl.col("indicator").is_in(shares)).collect().is_empty()


def test_hilversum_has_the_pupils_of_the_file_and_its_hidden_ones_as_a_range(
    store: FigureStore,
) -> None:
    """8,978 counted pupils beside 38 hidden cells of one to four each."""
    (pupils,) = store.of_place(HILVERSUM, ["leerlingen_po"])
    assert pupils.bereik == Bereik(8978 + 38, 8978 + 4 * 38)
    (schools,) = store.of_place(HILVERSUM, ["scholen_bo"])
    assert schools.waarde == 27


def test_at_least_35_indicators_have_a_figure_for_339_gemeenten(store: FigureStore) -> None:
    covered = [
        name
        for name in store.versions()
        if len({one.plaats for one in store.of_indicator(name, PlaceKind.GEMEENTE)}) >= 339
    ]
    assert len(covered) >= 35


def test_the_ten_most_like_hilversum_are_these(store: FigureStore) -> None:
    """A golden list: it changes only with the features, their weights or the tables."""
    found = compare_gemeenten(HILVERSUM, indicators=["leerlingen_bo"])
    assert [one.naam for one in found.naasten] == [
        "Leidschendam-Voorburg",
        "Zwolle",
        "Haarlem",
        "Amersfoort",
        "Deventer",
        "'s-Hertogenbosch",
        "Breda",
        "Gouda",
        "Zeist",
        "Soest",
    ]
    assert found.ontbreekt == ()
    (band,) = found.banden
    assert band.band.aantal == 10
    most, every = band.band.midden, band.band.uitersten
    assert every.laag <= most.laag <= band.band.middelste <= most.hoog <= every.hoog
    assert compare_gemeenten(HILVERSUM, indicators=["leerlingen_bo"]) == found


def test_every_gemeente_has_ten_others_and_says_what_it_lacks(store: FigureStore) -> None:
    for plaats in store.places(PlaceKind.GEMEENTE)[::40]:
        found = compare_gemeenten(plaats.key, indicators=["leerlingen_bo"])
        assert len({one.key for one in found.naasten}) == 10
        lacking = {k.titel for k, v in zip(found.kenmerken, found.eigen, strict=True) if v is None}
        assert set(found.ontbreekt) == lacking
