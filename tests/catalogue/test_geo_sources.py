"""Borders, points of schools and points of postcodes, as they were published."""

import json

import pytest

from openlea.core.bron import Bestand, SourceChanged
from openlea.core.errors import BadFile
from tests.catalogue.published import (
    assert_fits,
    assert_survives,
    only,
    real_files,
    source,
    taken,
    text_file,
)

GEO = ("geo_gemeentegrenzen", "geo_schoolpunten", "geo_postcodes")
BORDERS, SCHOOLS, POSTCODES = "geo/gemeenten.geojson", "geo/scholen*.zip", "geo/postcode_coords.csv"
MOST_TEXT = 400_000


def square(code: str, east: float, north: float, jaar: int = 2022) -> dict[str, object]:
    """Return a gemeente as a square of a tenth of a degree, as the WFS gives it."""
    e, n = round(east + 0.1, 4), round(north + 0.1, 4)
    ring = [[east, north], [east, n], [e, n], [e, north], [east, north]]
    return {
        "type": "Feature",
        "properties": {"statcode": code, "jrstatcode": f"{jaar}{code}", "statnaam": "Een naam"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def collection(*features: object, naam: str = "kaart.geojson") -> Bestand:
    """Return a FeatureCollection of features."""
    content = {"type": "FeatureCollection", "features": features}
    return Bestand(naam=naam, inhoud=json.dumps(content).encode())


def school(code: str, kind: str = "basisschool", gemeente: str = "HILVERSUM") -> dict[str, object]:
    """Return a school as a point in Hilversum."""
    said = {"vestigingscode": code, "naam": "x", "type": kind, "gemeente": gemeente}
    point = {"type": "Point", "coordinates": [5.17, 52.22]}
    return {"type": "Feature", "properties": {**said, "leerlingen": 3}, "geometry": point}


@pytest.mark.parametrize("id_", GEO)
def test_damaged_bytes_are_refused_in_words_or_read_as_declared(id_: str) -> None:
    assert_survives(id_, range(250))


def test_the_345_borders_of_2022_become_those_of_the_342_gemeenten_of_now() -> None:
    got = taken("geo_gemeentegrenzen", BORDERS)
    assert (got.rijen_in, got.rijen.height, got.afgekeurd.height) == (345, 342, 0)
    assert_fits("geo_gemeentegrenzen", got)
    assert set(got.rijen["jaar"]) == {"2022"}


def test_all_borders_together_are_small_enough_for_a_page() -> None:
    shapes = taken("geo_gemeentegrenzen", BORDERS).rijen["geometrie"]
    assert shapes.str.len_bytes().sum() < MOST_TEXT


def test_three_gemeenten_that_became_one_are_one_area_without_borders_between() -> None:
    rijen = taken("geo_gemeentegrenzen", BORDERS).rijen
    row = only(rijen, gemeente="GM1992").row(0, named=True)
    assert row["naam"] == "Voorne aan Zee"
    assert len(json.loads(row["geometrie"])["coordinates"]) == 1


def test_a_gemeente_that_went_into_another_adds_its_area_to_it() -> None:
    amsterdam, weesp = square("GM0363", 4.9, 52.3), square("GM0457", 5.0, 52.3)
    got = source("geo_gemeentegrenzen").parse([collection(amsterdam, weesp)])
    shape = json.loads(got.rijen["geometrie"][0])
    assert got.rijen["gemeente"].to_list() == ["GM0363"]
    [[ring]] = shape["coordinates"]
    assert (min(ring)[0], max(ring)[0]) == (4.9, 5.1)


def test_a_divided_gemeente_is_left_out_with_the_reason() -> None:
    got = source("geo_gemeentegrenzen").parse([collection(square("GM0788", 5.2, 51.6, 2020))])
    assert got.rijen.height == 0
    assert "verdeeld" in got.afgekeurd["reden"][0]
    assert "Haaren" in got.let_op[0]


def test_metres_of_the_dutch_grid_are_not_taken_for_degrees() -> None:
    feature = square("GM0402", 140000, 470000)
    got = source("geo_gemeentegrenzen").parse([collection(feature, square("GM0363", 4.9, 52.3))])
    assert got.rijen["gemeente"].to_list() == ["GM0363"]
    assert "WGS84" in got.afgekeurd["reden"][0]


def test_pages_of_the_map_service_are_one_map() -> None:
    pages = [collection(square("GM0402", 5.1, 52.2), naam="1"), collection(square("GM0363", 4, 52))]
    got = source("geo_gemeentegrenzen").parse(pages)
    assert got.rijen["gemeente"].to_list() == ["GM0402", "GM0363"]


def test_years_stand_side_by_side() -> None:
    now, then = square("GM0402", 5.1, 52.2, 2025), square("GM0402", 5.1, 52.2)
    got = source("geo_gemeentegrenzen").parse([collection(now, then)])
    assert sorted(got.rijen["jaar"]) == ["2022", "2025"]


def test_a_moved_property_names_the_file_to_mend() -> None:
    feature = square("GM0402", 5.1, 52.2)
    feature["properties"] = {"gemeentecode": "GM0402", "jrstatcode": "2022GM0402", "statnaam": ""}
    with pytest.raises(SourceChanged) as caught:
        source("geo_gemeentegrenzen").parse([collection(feature)])
    assert caught.value.missing == "statcode"
    assert caught.value.mend.endswith("sources/geo_gemeentegrenzen.py")


@pytest.mark.parametrize(
    "inhoud",
    [b"", b"<html>storing</html>", b'{"type": "Feature"}', b"[1]", b'{"type": ', b"[" * 9999],
)
def test_what_is_no_map_is_refused(inhoud: bytes) -> None:
    with pytest.raises(BadFile):
        source("geo_gemeentegrenzen").parse([Bestand(naam="kaart.geojson", inhoud=inhoud)])


def test_8717_points_are_8622_vestigingen_in_342_gemeenten() -> None:
    got = taken("geo_schoolpunten", SCHOOLS)
    assert (got.rijen_in, got.rijen.height, got.afgekeurd.height) == (8717, 8622, 0)
    assert_fits("geo_schoolpunten", got)
    assert got.rijen["gemeente"].null_count() == 0
    assert got.rijen["gemeente"].n_unique() == 342
    assert set(got.rijen["peildatum"]) == {"2024-11-22"}


def test_of_the_schools_of_duo_all_but_a_few_have_a_point() -> None:
    points = taken("geo_schoolpunten", SCHOOLS).rijen["vestiging"]
    po = taken("duo_vestigingen_po", "duo/02.-alle-schoolvestigingen*.csv").rijen["vestiging"]
    vo = taken("duo_vestigingen_vo", "duo/02.-alle-vestigingen-vo.csv").rijen["vestiging"]
    assert (po.len(), po.is_in(points.implode()).sum()) == (6109, 6054)
    assert (vo.len(), vo.is_in(points.implode()).sum()) == (1626, 1599)


def test_the_name_of_den_haag_without_apostrophe_is_found() -> None:
    got = source("geo_schoolpunten").parse(
        [collection(school("32DD00", gemeente="S GRAVENHAGE"), naam="scholen20241122.geo.json")]
    )
    assert got.rijen["gemeente"].to_list() == ["GM0518"]


def test_a_gemeente_that_nobody_knows_stays_empty_and_is_said() -> None:
    files = [collection(school("32DD00", gemeente="ERGENS"), naam="scholen20241122.json")]
    got = source("geo_schoolpunten").parse(files)
    assert got.rijen["gemeente"].to_list() == [None]
    assert "ERGENS" in " ".join(got.let_op)


def test_a_school_with_two_houses_stands_once() -> None:
    files = [collection(school("32DD00"), school("32DD00"), naam="scholen20241122.json")]
    got = source("geo_schoolpunten").parse(files)
    assert got.rijen.height == 1
    assert "1 vestigingen" in got.let_op[0]


def test_the_exact_number_of_pupils_is_not_taken_in() -> None:
    """Beside the hidden counts of DUO an exact total would reveal them."""
    got = source("geo_schoolpunten").parse([collection(school("32DD00"), naam="20241122.json")])
    assert "leerlingen" not in got.rijen.columns


@pytest.mark.parametrize(
    ("kind", "soort"),
    [("basisschool", "po"), ("SBAO", "po"), ("(V)SO", "so"), ("VBO/MAVO/HAVO/VWO/PRO", "vo")],
)
def test_the_type_tells_po_so_and_vo_apart(kind: str, soort: str) -> None:
    got = source("geo_schoolpunten").parse([collection(school("32DD00", kind), naam="20241122")])
    assert got.rijen["soort"].to_list() == [soort]


def test_other_schooling_is_left_out_with_the_reason() -> None:
    got = source("geo_schoolpunten").parse([collection(school("32DD00", "MBO"), naam="20241122")])
    assert got.rijen.height == 0
    assert "po, so of vo" in got.afgekeurd["reden"][0]


def test_points_without_a_day_in_the_name_are_refused() -> None:
    with pytest.raises(BadFile, match="datum"):
        source("geo_schoolpunten").parse([collection(school("32DD00"), naam="scholen.json")])


def test_4071_postcodes_have_a_point_and_the_grand_total_is_no_postcode() -> None:
    got = taken("geo_postcodes", POSTCODES)
    assert (got.rijen_in, got.rijen.height) == (4072, 4071)
    assert got.afgekeurd.rows() == [
        ("postcode_coords.csv", 4073, "POSTCODE", "geen postcode van vier cijfers.")
    ]


def test_a_point_far_from_here_is_left_out() -> None:
    got = source("geo_postcodes").parse(
        [text_file("p.csv", "POSTCODE;LAT;LON", "1211;52,2;5,2", "1212;5,2;52,2", "1213;x;5,2")]
    )
    assert got.rijen["postcode4"].to_list() == ["1211"]
    assert sorted(got.afgekeurd["regel"]) == [3, 4]


def test_foreign_codes_of_duo_are_no_postcodes() -> None:
    got = source("geo_postcodes").parse([text_file("p.csv", "POSTCODE;LAT;LON", "10;52,2;5,2")])
    assert got.rijen.height == 0


def test_real_files_may_be_read_twice_with_the_same_answer() -> None:
    files = real_files(POSTCODES)
    parse = source("geo_postcodes").parse
    assert parse(files).rijen.equals(parse(files).rijen)
