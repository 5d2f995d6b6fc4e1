"""A map of areas: each in its class, who has no figure in words, and the same as a table."""

from typing import Any

from openlea.core.onthulling import Bereik
from openlea.web.charts.figuur import figure
from openlea.web.charts.klassen import NARROWED
from openlea.web.charts.vlakken import Vlak, vlakken_chart


def square(naam: str, west: float, *, eigen: bool = True) -> dict[str, Any]:
    ring = [[west, 52.0], [west, 52.1], [west + 0.1, 52.1], [west + 0.1, 52.0], [west, 52.0]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    return {
        "type": "Feature",
        "properties": {"naam": naam, "eigen": eigen},
        "geometry": shape,
    }


LAND = [square("Aa", 5.0), square("Bee", 5.1), square("Cee", 5.2), square("Ver", 5.3, eigen=False)]
VLAKKEN = [
    Vlak(naam="Aa", bereik=Bereik(2, 2), eigen=True),
    Vlak(naam="Bee", bereik=Bereik(1, 9)),
    Vlak(naam="Cee", bereik=None, woord="niet bekend"),
]


def classes(chart: Any) -> dict[str, str]:
    layers = chart.spec["layer"]
    return {
        one["properties"]["naam"]: one["properties"]["klasse"]
        for one in layers[1]["data"]["values"]
    }


def test_a_range_over_more_classes_is_in_none_of_them() -> None:
    found = classes(vlakken_chart("regio", "T", VLAKKEN, LAND))
    assert found["Bee"] == NARROWED
    assert found["Cee"] == "niet bekend"
    assert found["Aa"].endswith("%")


def test_an_area_that_is_not_asked_is_land_around() -> None:
    assert "Ver" not in classes(vlakken_chart("regio", "T", VLAKKEN, LAND))


def test_the_table_says_the_same_and_the_sentence_counts_who_has_none() -> None:
    chart = vlakken_chart("regio", "T", VLAKKEN, LAND)
    assert chart.rijen[1] == ("Bee", 1, 9, "")
    assert chart.rijen[2] == ("Cee", None, None, "niet bekend")
    assert chart.beschrijving.endswith("1 zonder cijfer.")


def test_without_any_figure_or_outline_there_are_words_instead_of_a_picture() -> None:
    nobody = [Vlak(naam="Aa", bereik=None)]
    assert vlakken_chart("regio", "T", nobody, LAND).spec is None
    assert vlakken_chart("regio", "T", VLAKKEN, []).spec is None


def test_the_server_draws_it() -> None:
    drawn = figure(vlakken_chart("regio", "T", VLAKKEN, LAND))
    assert "<svg" in str(drawn.breed)
    assert "niet bekend" in str(drawn.breed)
