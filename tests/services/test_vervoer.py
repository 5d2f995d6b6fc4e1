"""Streams of pupils by home postcode: nothing appears, vanishes or is known better than that."""

from datetime import date
from math import isclose

import polars as pl
import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.errors import BadInput
from openlea.services.describe_vervoer import describe_vervoer
from openlea.services.vervoer.totalen import between, sum_streams
from openlea.services.vervoer.uitkomst import as_plain
from openlea.services.write_vervoer import write_vervoer
from openlea.storage.warehouse.warehouse import Warehouse

HILVERSUM, GOOI = "GM0402", ("GM0402", "GM1942", "GM0376", "GM0417", "GM0406")
DAG = date(2026, 11, 22)
COUNT = st.one_of(st.just((1, 4)), st.integers(5, 40).map(lambda n: (n, n)))


def table() -> pl.DataFrame:
    return (
        Warehouse(settings.WAREHOUSE, settings.BUNDLE).scan("duo_leerlingen_po_postcode").collect()
    )


def test_every_pupil_of_the_gooi_is_in_the_streams_with_the_range_of_duo() -> None:
    found = describe_vervoer(GOOI, op=DAG)
    given_ = table().filter(
        pl.col("gemeente_leerling").is_in(GOOI), pl.col("soort").is_in(["so", "sbo", "vso"])
    )
    assert found.stromen["laag"].sum() == given_["aantal_laag"].sum()
    assert found.stromen["hoog"].sum() == given_["aantal_hoog"].sum()
    assert sum(one.leerlingen.laag for one in found.soorten) == given_["aantal_laag"].sum()
    assert {one.soort for one in found.soorten if one.gemeente == HILVERSUM} == {"so", "sbo", "vso"}


def test_one_gemeente_says_the_same_as_all_in_one_run() -> None:
    alone, every = describe_vervoer([HILVERSUM], op=DAG), describe_vervoer(op=DAG)
    assert alone.soorten == tuple(one for one in every.soorten if one.gemeente == HILVERSUM)
    assert alone.stromen.equals(every.stromen.filter(pl.col("gemeente") == HILVERSUM))
    assert len({one.gemeente for one in every.soorten}) > 300


def test_the_totals_follow_from_the_rows_as_they_are_shown() -> None:
    told = as_plain(describe_vervoer([HILVERSUM], op=DAG))
    for one in told["totalen"]:
        rows = [row for row in told["rijen"] if row["soort"] == one["soort"]]
        far = [row for row in rows if row["km"] > one["grens_km"]]
        for end in ("laag", "hoog"):
            assert one["leerlingen"][end] == sum(row[end] for row in rows)
            assert one["verder_dan_grens"][end] == sum(row[end] for row in far)


def test_the_closest_school_is_never_further_than_the_school_one_goes_to() -> None:
    rows = describe_vervoer([HILVERSUM], op=DAG).stromen
    assert (rows["dichtstbij_km"] <= rows["km"]).all()


def test_a_lower_limit_lets_in_exactly_those_between_the_limits() -> None:
    six, four = (describe_vervoer([HILVERSUM], op=DAG, grens=km) for km in (6.0, 4.0))
    for was, becomes in zip(six.soorten, four.soorten, strict=True):
        more = six.change_of(was.soort, 4.0)
        assert was.verder + more == becomes.verder


def test_a_limit_beyond_the_law_is_refused() -> None:
    with pytest.raises(BadInput, match="WPO 4"):
        describe_vervoer([HILVERSUM], grens=6.5)


def test_without_a_tariff_there_is_no_cost() -> None:
    found = describe_vervoer([HILVERSUM], op=DAG, tarieven=())
    assert all(one.kosten is None for one in found.soorten)


def test_a_file_has_a_row_per_stream() -> None:
    found = describe_vervoer([HILVERSUM], op=DAG)
    lines = write_vervoer(found, "csv").decode().splitlines()
    assert lines[0].startswith("gemeente;soort;pc4;school;")
    assert len(lines) == found.stromen.height + 1
    with pytest.raises(BadInput, match="csv, json"):
        write_vervoer(found, "xls")


def streams(rows: list[tuple[tuple[int, int], float]]) -> pl.DataFrame:
    return pl.DataFrame(
        [("GM1", "so", low, high, km, 0.0) for (low, high), km in rows],
        {
            "gemeente": str,
            "soort": str,
            "laag": int,
            "hoog": int,
            "km": float,
            "dichtstbij_km": float,
        },
        orient="row",
    )


NONE = pl.DataFrame(schema={"gemeente": pl.String, "grens": pl.Float64, "vanaf": pl.Boolean})
ROWS = st.lists(st.tuples(COUNT, st.floats(0, 40).map(lambda km: round(km, 2))), min_size=1)


@given(rows=ROWS, data=st.data())
def test_whatever_the_hidden_counts_are_the_mean_lies_in_its_range(
    rows: list[tuple[tuple[int, int], float]], data: st.DataObject
) -> None:
    counts = [data.draw(st.integers(*ends)) for ends, _ in rows]
    mean = sum(n * km for n, (_, km) in zip(counts, rows, strict=True)) / sum(counts)
    total = sum_streams(streams(rows), NONE, standaard=6.0).row(0, named=True)
    assert total["km_laag"] - 0.006 <= mean <= total["km_hoog"] + 0.006


@given(rows=ROWS)
def test_the_ends_of_the_mean_can_be_reached(rows: list[tuple[tuple[int, int], float]]) -> None:
    by_km = sorted(rows, key=lambda row: row[1])
    tried = []
    for at in range(len(by_km) + 1):
        for near, far in ((0, 1), (1, 0)):
            counts = [row[0][near if n < at else far] for n, row in enumerate(by_km)]
            ways = (n * row[1] for n, row in zip(counts, by_km, strict=True))
            tried.append(sum(ways) / sum(counts))
    total = sum_streams(streams(rows), NONE, standaard=6.0).row(0, named=True)
    assert isclose(total["km_laag"], min(tried), abs_tol=0.006)
    assert isclose(total["km_hoog"], max(tried), abs_tol=0.006)


def test_the_limit_itself_is_not_beyond_unless_the_ordinance_says_so() -> None:
    rows = streams([((7, 7), 6.0), ((1, 4), 6.01)])
    own = pl.DataFrame({"gemeente": ["GM1"], "grens": [6.0], "vanaf": [True]})
    assert sum_streams(rows, NONE, standaard=6.0)["verder_hoog"].to_list() == [4]
    assert sum_streams(rows, own, standaard=6.0)["verder_hoog"].to_list() == [11]
    assert between(rows, 6.0, 5.0) == (7, 7)
    assert between(rows, 6.0, 5.0, vanaf=True) == (0, 0)
    assert between(rows, 6.0, 6.01, vanaf=True) == (7, 7)


def test_an_unknown_distance_is_counted_apart() -> None:
    rows = streams([((5, 5), 3.0)]).vstack(streams([((1, 4), 0.0)]).with_columns(km=None))
    total = sum_streams(rows, NONE, standaard=6.0).row(0, named=True)
    assert (total["leerlingen_laag"], total["leerlingen_hoog"]) == (6, 9)
    assert (total["onbekend_laag"], total["onbekend_hoog"]) == (1, 4)
    assert (total["km_laag"], total["km_hoog"]) == (3.0, 3.0)


def test_plain_values_say_the_share_and_what_another_limit_costs() -> None:
    told = as_plain(describe_vervoer([HILVERSUM], op=DAG))
    so = next(one for one in told["totalen"] if one["soort"] == "so")
    share = so["aandeel_verder_procent"]
    assert 0 <= share["laag"] <= share["hoog"] <= 100
    lower = [one for one in told["andere_grenzen"] if one["soort"] == "so"]
    assert [one["grens_km"] for one in lower] == [2, 3, 4, 5]
    euro = so["tarief"]["euro_per_leerling"]
    for one in lower:
        assert one["erbij"]
        assert one["kosten_per_jaar"]["hoog"] == one["leerlingen"]["hoog"] * euro


def test_many_gemeenten_are_not_held_to_one_limit() -> None:
    assert as_plain(describe_vervoer(GOOI, op=DAG))["andere_grenzen"] == []
