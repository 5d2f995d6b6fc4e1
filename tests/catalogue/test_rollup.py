"""Figures of larger places are what their schools allow: no wider, no narrower, nothing lost."""

from dataclasses import replace
from itertools import product
from typing import Any

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openlea.catalogue import measures
from openlea.catalogue.rollup import COLUMNS, roll_up
from openlea.core.indicator import Indicator, Maat, Richting, Soort
from openlea.core.onthulling import KLEINSTE_NOEMER, Bereik, share_of
from openlea.core.place import PlaceKind

CARD = Indicator(
    titel="Proef",
    vraag="Hoeveel?",
    eenheid="leerlingen",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANTAL,
    grein=PlaceKind.SCHOOL,
    niveaus=(PlaceKind.SCHOOL, PlaceKind.GEMEENTE, PlaceKind.SWV, PlaceKind.LAND),
    geen_niveau={},
    definitie="Proef.",
    let_op=("Proef.",),
    bron_definitie="proef",
)
SCHOOLS = ("00AA00", "00AB00", "00AC00")
PLACES = pl.DataFrame(
    [
        ("school", code, soort, boven)
        for code, gemeente in zip(SCHOOLS, ("GM0001", "GM0001", "GM0002"), strict=True)
        for soort, boven in (
            ("school", code),
            ("gemeente", gemeente),
            ("swv", "PO2001"),
            ("swv", "VO2001"),
            ("land", "NL"),
        )
    ],
    schema=["soort", "code", "boven_soort", "boven_code"],
    orient="row",
)
cells = st.one_of(st.integers(0, 30).map(lambda n: (n, n)), st.just((1, 4)))
rows = st.lists(
    st.tuples(st.sampled_from(SCHOOLS), st.sampled_from(("bo", "sbo")), cells), max_size=8
)
Row = tuple[str, str, tuple[int, int]]


def _table(found: list[Row]) -> Any:
    return nw.from_native(
        pl.DataFrame(
            [(school, "2024-10-01", soort, low, high) for school, soort, (low, high) in found],
            schema={
                "vestiging": pl.String,
                "peildatum": pl.String,
                "soort": pl.String,
                "aantal_laag": pl.Int32,
                "aantal_hoog": pl.Int32,
            },
            orient="row",
        ).lazy()
    )


def _figures(card: Indicator, facts: Any) -> dict[tuple[str, str], dict[str, Any]]:
    made = roll_up("proef", card, facts, nw.from_native(PLACES.lazy()))
    table = made.collect().to_native()
    assert tuple(table.columns) == COLUMNS
    return {(row["soort"], row["code"]): row for row in table.to_dicts()}


@settings(deadline=None)
@given(rows)
def test_the_country_is_the_sum_of_its_schools_on_both_ends(found: list[Row]) -> None:
    facts = measures.count(_table(found), place="vestiging", period="peildatum")
    figures = _figures(CARD, facts)
    if not found:
        assert figures == {}
        return
    country = figures["land", "NL"]
    assert country["laag"] == sum(low for *_, (low, _) in found)
    assert country["hoog"] == sum(high for *_, (_, high) in found)
    assert country["rijen"] == len(found)
    per_gemeente = [row for (soort, _), row in figures.items() if soort == "gemeente"]
    assert sum(row["laag"] for row in per_gemeente) == country["laag"]


@settings(deadline=None)
@given(rows)
def test_a_share_has_the_range_that_part_and_rest_allow(found: list[Row]) -> None:
    card = replace(CARD, maat=Maat.AANDEEL, eenheid="%")
    facts = measures.share(
        _table(found), place="vestiging", period="peildatum", part=nw.col("soort") == "sbo"
    )
    for (soort, code), row in _figures(card, facts).items():
        inside = PLACES.filter(boven_soort=soort, boven_code=code)["code"].to_list()
        here = [line for line in found if line[0] in inside]
        part, rest = (_sum(here, wanted) for wanted in ("sbo", "bo"))
        wanted = share_of(part, rest)
        assert row["noemer_laag"] == part.laag + rest.laag
        if part.laag + rest.laag < KLEINSTE_NOEMER:
            assert row["laag"] is None, "a share of so few says more of persons than of a place"
            assert row["status"] == ("niet_van_toepassing" if wanted is None else "verborgen")
        else:
            assert wanted is not None
            assert row["laag"] == pytest.approx(wanted.laag)
            assert row["hoog"] == pytest.approx(wanted.hoog)


def _sum(found: list[Row], soort: str) -> Bereik:
    mine = [cell for _, kind, cell in found if kind == soort]
    return Bereik(sum(low for low, _ in mine), sum(high for _, high in mine))


weighted = st.lists(
    st.tuples(
        st.integers(0, 5), st.one_of(st.integers(0, 9).map(lambda n: (n, n)), st.just((1, 4)))
    ),
    min_size=1,
    max_size=5,
)


@settings(deadline=None)
@given(weighted)
def test_a_mean_has_the_range_that_every_choice_of_weights_allows(
    found: list[tuple[int, tuple[int, int]]],
) -> None:
    """All corners of the weights are tried: no clever formula, just every possibility."""
    table = nw.from_native(
        pl.DataFrame(
            [("00AA00", "2024", value, low, high) for value, (low, high) in found],
            schema=["vestiging", "jaar", "km", "aantal_laag", "aantal_hoog"],
            orient="row",
        ).lazy()
    )
    facts = measures.mean(
        table,
        place="vestiging",
        period="jaar",
        value=nw.col("km"),
        low="aantal_laag",
        high="aantal_hoog",
    )
    row = _figures(replace(CARD, maat=Maat.GEMIDDELDE, eenheid="km"), facts)["gemeente", "GM0001"]
    values = [value for value, _ in found]
    tried = [
        sum(w * v for w, v in zip(weights, values, strict=True)) / sum(weights)
        for weights in product(*(pair for _, pair in found))
        if sum(weights)
    ]
    if not tried:
        assert row["laag"] is None
        assert row["status"] == "niet_van_toepassing"
        return
    assert row["laag"] == pytest.approx(min(tried))
    assert row["hoog"] == pytest.approx(max(tried))


def test_a_samenwerkingsverband_counts_only_its_own_sector() -> None:
    facts = measures.count(
        _table([("00AA00", "bo", (5, 5))]), place="vestiging", period="peildatum"
    )
    figures = _figures(replace(CARD, swv="PO"), facts)
    assert ("swv", "PO2001") in figures
    assert ("swv", "VO2001") not in figures


def test_a_school_without_the_kind_has_nought_and_not_nothing() -> None:
    facts = measures.count(
        _table([("00AA00", "bo", (5, 5))]),
        place="vestiging",
        period="peildatum",
        where=nw.col("soort") == "sbo",
    )
    figure = _figures(CARD, facts)["school", "00AA00"]
    assert (figure["laag"], figure["hoog"], figure["status"]) == (0, 0, "nul")


def test_two_values_that_became_one_place_are_unknown_not_averaged() -> None:
    """Of two merged gemeenten nobody can say which share holds for the whole."""
    card = replace(CARD, maat=Maat.WAARDE)
    table = nw.from_native(
        pl.DataFrame({"code": ["00AA00", "00AB00"], "jaar": "2021", "waarde": [10.0, 20.0]}).lazy()
    )
    facts = measures.value(table, place="code", period="jaar", value=nw.col("waarde"))
    figures = _figures(card, facts)
    assert figures["school", "00AA00"]["laag"] == 10
    merged = figures["gemeente", "GM0001"]
    assert (merged["laag"], merged["status"]) == (None, "onbekend")


def test_a_ratio_divides_the_fewest_by_the_most_and_the_other_way_round() -> None:
    card = replace(CARD, maat=Maat.VERHOUDING, personen=False)
    table = _table([("00AA00", "bo", (1, 4)), ("00AB00", "bo", (20, 20))]).with_columns(
        een=nw.lit(1)
    )
    facts = measures.ratio(
        table,
        place="vestiging",
        period="peildatum",
        top=("aantal_laag", "aantal_hoog"),
        bottom=("een", "een"),
    )
    figure = _figures(card, facts)["gemeente", "GM0001"]
    assert (figure["laag"], figure["hoog"]) == (10.5, 12.0)
