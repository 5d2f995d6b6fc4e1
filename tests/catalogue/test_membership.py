"""A place lies where its own file says, else where its gemeente lies: no region loses schools."""

import polars as pl

from openlea.catalogue.membership import make_places
from openlea.core.place import Place, PlaceKey, PlaceKind

GEMEENTE = Place(key=PlaceKey(PlaceKind.GEMEENTE, "GM0402"), naam="Hilversum")


def test_a_special_school_lies_in_the_rmc_regio_of_its_gemeente() -> None:
    # Only addresses of ordinary schools name an RMC-regio; a region without special schools would
    # seem to have no pupils in special education.
    address = {
        "peildatum": "2026-01-01", "vestiging": "00AA00", "naam": "De Gewone", "postcode4": "1211",
        "gemeente": "GM0402", "provincie": "PV27", "bestuur": "40123", "rmc": "20",
    }  # fmt: skip
    special = {
        "peildatum": "2024-10-01", "vestiging": "00BB00", "naam": "De Speciale",
        "postcode4": "1211", "gemeente": "GM0402", "provincie": "PV27", "bestuur": "40124",
    }  # fmt: skip
    tables = {
        "duo_vestigingen_po": pl.LazyFrame([address]),
        "duo_leerlingen_po": pl.LazyFrame([special]),
    }
    places = make_places(tables, [GEMEENTE])
    inside = places.lidmaatschap.filter(
        (pl.col("boven_soort") == "rmc") & (pl.col("soort") == "school")
    )
    assert sorted(inside.select("code", "boven_code").rows()) == [
        ("00AA00", "20"),
        ("00BB00", "20"),
    ]


def test_pupils_of_a_school_that_closed_still_count_where_it_lay() -> None:
    # The file of addresses knows only schools of now; examens of years ago were sat elsewhere too.
    exam = {"schooljaar": "2020/21", "vestiging": "00CC00", "naam": "Dicht", "gemeente": "GM0402"}
    later = {**exam, "schooljaar": "2021/22", "naam": "Bijna dicht"}
    places = make_places({"duo_examens_vo": pl.LazyFrame([exam, later])}, [GEMEENTE])
    school = places.lidmaatschap.filter(pl.col("code") == "00CC00")
    assert set(school.select("boven_soort", "boven_code").rows()) == {
        ("school", "00CC00"),
        ("gemeente", "GM0402"),
        ("land", "NL"),
    }
    assert "00CC00" not in places.plaatsen["code"].to_list(), "it has no page of its own any more"
