"""What a cell means: a count is a range, a code has one written form, and nonsense is nothing."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.catalogue.reading import cellen
from openlea.core.errors import BadInput
from openlea.core.place import PlaceKey, PlaceKind


def value(reading: pl.Expr, *cells: str | None) -> object:
    """Return what a reading makes of cells; the first column is called a, the second b."""
    names = dict(zip("ab", cells, strict=False))
    frame = pl.DataFrame(
        {name: [cell] for name, cell in names.items()}, schema=dict.fromkeys(names, pl.String)
    )
    return frame.select(reading.alias("uit"))["uit"][0]


def low_high(cell: str) -> tuple[object, object]:
    """Return the range of a count."""
    return value(cellen.count_low("a"), cell), value(cellen.count_high("a"), cell)


@given(st.integers(0, cellen.MOST), st.sampled_from(["", " "]))
def test_a_count_is_read_back_as_it_was_written(count: int, space: str) -> None:
    assert low_high(f"{space}{count}{space}") == (count, count)
    assert value(cellen.is_count("a"), str(count)) is True


@pytest.mark.parametrize("cell", ["<5", "-1", " <5 "])
def test_a_hidden_count_is_one_to_four(cell: str) -> None:
    assert low_high(cell) == (1, 4)
    assert value(cellen.is_count("a"), cell) is True


@pytest.mark.parametrize("cell", ["", " ", "-2", "5,0", "x", "<10", "1e3", "99999999999", "100001"])
def test_what_is_no_count_is_nothing(cell: str) -> None:
    assert low_high(cell) == (None, None)
    assert value(cellen.is_count("a"), cell) is False


@given(st.text(max_size=8))
def test_a_count_is_nothing_or_within_its_bounds(cell: str) -> None:
    low, high = low_high(cell)
    assert (low is None) == (high is None)
    if isinstance(low, int) and isinstance(high, int):
        assert 0 <= low <= high <= cellen.MOST


@pytest.mark.parametrize(
    ("cell", "number"),
    [("94,44", 94.44), ("31.47", 31.47), ("1.234,5", 1234.5), (" 7 ", 7.0), ("-0.5", -0.5)],
)
def test_a_comma_or_a_point_parts_the_decimals(cell: str, number: float) -> None:
    assert value(cellen.decimal("a"), cell) == number


@pytest.mark.parametrize("cell", ["", "*", "nan", "inf", "1,2,3", "geen"])
def test_what_is_no_number_is_nothing(cell: str) -> None:
    assert value(cellen.decimal("a"), cell) is None


@pytest.mark.parametrize("cell", ["0402", "402", "GM0402", "gm0402", " 402 "])
def test_a_gemeente_has_one_written_form(cell: str) -> None:
    assert value(cellen.gemeente("a"), cell) == "GM0402"


def test_a_point_for_the_thousands_in_a_code_is_no_decimal() -> None:
    assert value(cellen.gemeente("a"), "1.680") == "GM1680"


@given(st.text("0123456789GM. ", max_size=8))
def test_a_code_of_a_gemeente_is_one_that_the_product_knows_or_nothing(cell: str) -> None:
    found = value(cellen.gemeente("a"), cell)
    assert found is None or PlaceKey(PlaceKind.GEMEENTE, str(found)).code == found


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (("04OS", "00"), "04OS00"),
        (("04os", "1"), "04OS01"),
        (("04OS", "x"), None),
        (("4OS", "00"), None),
        (("04OS", ""), "04OS00"),
    ],
)
def test_a_school_in_two_columns(cells: tuple[str, str], code: str | None) -> None:
    assert value(cellen.vestiging("a", "b"), *cells) == code


@pytest.mark.parametrize(
    ("cell", "code"), [("04OS00", "04OS00"), ("04OS|02", "04OS02"), ("04OS", None), ("", None)]
)
def test_a_school_in_one_column(cell: str, code: str | None) -> None:
    assert value(cellen.vestiging("a"), cell) == code


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("04OS|C1", "04OS00"),
        ("04OS|C3", "04OS03"),
        ("04OS|C6", None),
        ("04OS", None),
        ("|C1", None),
    ],
)
def test_a_school_of_the_inspectie(cell: str, code: str | None) -> None:
    assert value(cellen.vestiging_of_inspectie("a"), cell) == code


@given(st.text("01249AOSC|", max_size=8))
def test_a_school_is_one_that_the_product_knows_or_nothing(cell: str) -> None:
    for reading in (cellen.vestiging("a"), cellen.vestiging_of_inspectie("a")):
        found = value(reading, cell)
        assert found is None or PlaceKey(PlaceKind.SCHOOL, str(found)).code == found


@pytest.mark.parametrize(
    ("reading", "kind"),
    [
        (cellen.bestuur("a"), PlaceKind.BESTUUR),
        (cellen.rmc("a"), PlaceKind.RMC),
        (cellen.postcode4("a"), PlaceKind.PC4),
        (cellen.provincie("a"), PlaceKind.PROVINCIE),
    ],
)
@given(
    cell=st.one_of(
        st.text(max_size=7),
        st.text("0123456789", max_size=6),
        st.sampled_from(sorted(cellen.PROVINCIES)),
    )
)
def test_every_code_is_one_that_the_product_knows_or_nothing(
    reading: pl.Expr, kind: PlaceKind, cell: str
) -> None:
    found = value(reading, cell)
    if found is None:
        return
    try:
        PlaceKey(kind, str(found))
    except BadInput:
        pytest.fail(f"{cell!r} became {found!r}, which is no {kind}")


def test_days_postcodes_and_provinces_as_duo_writes_them() -> None:
    assert value(cellen.day("a"), "20241001") == "2024-10-01"
    assert value(cellen.day("a"), "2024-10-01") == "2024-10-01"
    assert value(cellen.day("a"), "20241301") is None
    assert value(cellen.postcode4("a"), "1217 CM") == "1217"
    assert value(cellen.postcode4("a"), "40") is None
    assert value(cellen.provincie("a"), "FRYSLÂN") == "PV21"
    assert value(cellen.provincie("a"), "Noord Holland") == "PV27"
    assert value(cellen.text("a"), " ") is None
