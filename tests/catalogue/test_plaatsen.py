"""Every gemeente of every source is on the shelf, and leads to the indeling of today."""

import csv
import json
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from openlea.core.catalogue import SHIPPED
from openlea.core.plaatsen import read_gemeenten, read_ligging, read_places
from openlea.core.plaatsnamen import read_plaatsnamen
from openlea.core.place import PlaceKey, PlaceKind, keys_on

SOURCES = Path(__file__).parents[2] / "../shared/data"
GEMEENTEN = read_gemeenten([SHIPPED])
LIGGING = read_ligging([SHIPPED])
BY_KEY = {place.key: place for place in GEMEENTEN}
NAMEN = read_plaatsnamen([SHIPPED])
NOW = {place.key for place in GEMEENTEN if place.valid_to is None}

# The number of gemeenten, as CBS counts them (Gemeentelijke indeling op 1 januari).
COUNTED = {
    date(2012, 1, 1): 415,
    date(2013, 1, 1): 408,
    date(2014, 1, 1): 403,
    date(2015, 1, 1): 393,
    date(2016, 1, 1): 390,
    date(2017, 1, 1): 388,
    date(2018, 1, 1): 380,
    date(2019, 1, 1): 355,
    date(2020, 1, 1): 355,
    date(2021, 1, 1): 352,
    date(2022, 1, 1): 345,
    date(2022, 3, 24): 344,
    date(2023, 1, 1): 342,
    date(2026, 1, 1): 342,
}


def rows(path: str, encoding: str = "utf-8-sig") -> list[dict[str, str]]:
    """Return the rows of a published file with semicolons."""
    with (SOURCES / path).open(encoding=encoding, errors="replace", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def duo(path: str, encoding: str = "utf-8-sig") -> set[tuple[str, str]]:
    """Return code and name of each gemeente in a file of DUO."""
    return {(row["GEMEENTENUMMER"], row["GEMEENTENAAM"]) for row in rows(path, encoding)}


def grenzen() -> set[tuple[str, str]]:
    """Return code and name of each gemeente on the map of 1 January 2022."""
    text = (SOURCES / "geo/gemeenten.geojson").read_text(encoding="utf-8")
    parts = [feature["properties"] for feature in json.loads(text)["features"]]
    return {(part["statcode"], part["statnaam"]) for part in parts}


def kerncijfers() -> set[tuple[str, str]]:
    """Return code and name of each gemeente of 2021; some have no name there."""
    text = (SOURCES / "cbs/nl_data.json").read_text(encoding="utf-8")
    found = json.loads(text)["Gemeente"]
    return {(code, part["Naam"]) for code, part in found.items()}


def regioatlas() -> set[tuple[str, str]]:
    """Return code and name of each gemeente of 2016."""
    return {(row["CBS"], row["Gemeente"]) for row in rows("regioatlas/ggds.csv")}


def normen() -> set[tuple[str, str]]:
    """Return code and name of each gemeente of 2012."""
    found = rows("wetten/stichtings-en-opheffingsnormen-2013_BWBR0032502.csv")
    return {(row["Gemeentecode"], row["Gemeentenaam"]) for row in found}


LEERLINGEN = "duo/01.-leerlingen-po-soort-po-cluster-leeftijd-2024-2025.csv"
SCHOLEN = "duo/02.-alle-schoolvestigingen-basisonderwijs.csv"
PUBLISHED = {
    "duo 01": (duo(LEERLINGEN), date(2024, 10, 1)),
    "duo 02 bo": (duo(SCHOLEN, "cp1252"), date(2025, 10, 1)),
    "pdok": (grenzen(), date(2022, 1, 1)),
    "cbs": (kerncijfers(), date(2021, 1, 1)),
    "regioatlas": (regioatlas(), date(2016, 1, 1)),
    "normen": (normen(), date(2012, 1, 1)),
}


def as_cases() -> Iterator[tuple[str, str, str]]:
    """Yield each source with each of its codes and names."""
    for source, (pairs, _) in PUBLISHED.items():
        yield from ((source, code, naam) for code, naam in sorted(pairs))


@pytest.mark.parametrize("source", PUBLISHED)
def test_a_source_has_exactly_the_gemeenten_of_its_day(source: str) -> None:
    pairs, day = PUBLISHED[source]
    published = {found.key for code, _ in pairs for found in NAMEN.meant(code)}
    on_the_day = {place.key for place in GEMEENTEN if place.valid_on(day)}
    assert len(published) == len(pairs)
    assert published == on_the_day


def test_every_name_in_a_source_means_the_gemeente_of_its_code() -> None:
    wrong = [
        (source, code, naam)
        for source, code, naam in as_cases()
        if naam and NAMEN.meant(naam) != NAMEN.meant(code)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("path", "encoding"),
    [
        ("duo/02.-alle-vestigingen-vo.csv", "latin-1"),
        ("duo/05.-zittenblijvers-niveau-vestiging-2023-2024-tov-2024-2025.csv", "cp1252"),
    ],
)
def test_the_gemeenten_with_a_school_for_vo_are_found_by_name(path: str, encoding: str) -> None:
    pairs = duo(path, encoding)
    assert [pair for pair in pairs if NAMEN.meant(pair[1]) != NAMEN.meant(pair[0])] == []
    assert {one.key for code, _ in pairs for one in NAMEN.meant(code)} <= NOW


def test_every_name_in_the_regeling_of_samenwerkingsverbanden_is_found() -> None:
    namen = {row["gemeente"] for row in rows("wetten/regio-indeling-swv_BWBR0032324.csv")}
    assert {naam for naam in namen if len(NAMEN.meant(naam)) != 1} == set()


def test_every_file_of_duo_per_postcode_is_found_by_its_own_name() -> None:
    path = SOURCES / "duo-postcode4/overige-gemeenten-afgeschermd-20241001.zip"
    with zipfile.ZipFile(path) as archive:
        namen = [name.removesuffix(" afgeschermd.csv") for name in archive.namelist()]
    assert namen
    assert [naam for naam in namen if len(NAMEN.meant(naam)) != 1] == []


@pytest.mark.parametrize(("day", "number"), COUNTED.items(), ids=str)
def test_the_number_of_gemeenten_is_what_cbs_counted(day: date, number: int) -> None:
    assert sum(place.valid_on(day) for place in GEMEENTEN) == number


def test_every_gemeente_leads_to_gemeenten_of_today() -> None:
    for place in GEMEENTEN:
        today = keys_on(place.key, date.max, GEMEENTEN)
        assert today, place.naam
        assert set(today) <= NOW, place.naam


def test_a_successor_exists_the_day_after_so_that_nothing_is_nowhere() -> None:
    for place in GEMEENTEN:
        if place.valid_to:
            after = place.valid_to + timedelta(days=1)
            assert all(BY_KEY[key].valid_on(after) for key in place.successors), place.naam


def test_a_new_gemeente_has_predecessors_that_ended_the_day_before() -> None:
    for place in GEMEENTEN:
        before = [old.valid_to for old in GEMEENTEN if place.key in old.successors]
        if place.valid_from:
            assert place.valid_from - timedelta(days=1) in before, place.naam


def test_two_gemeenten_of_one_day_never_share_a_name() -> None:
    assert [keys for keys in NAMEN.namen.values() if len(keys) > 1] == []


def test_a_loose_form_of_one_name_is_never_the_name_of_another() -> None:
    shared = {form for form, keys in NAMEN.ruim.items() if len(keys) > 1}
    stolen = {
        form for form, keys in NAMEN.ruim.items() if set(keys) - set(NAMEN.namen.get(form, keys))
    }
    assert (shared, stolen) == ({"bergen"}, set())


def test_provincie_and_rmc_regio_are_those_of_duo() -> None:
    provincies = read_plaatsnamen([SHIPPED], PlaceKind.PROVINCIE)
    for row in rows(SCHOLEN, "cp1252"):
        gemeente = PlaceKey.of(PlaceKind.GEMEENTE, row["GEMEENTENUMMER"])
        rmc = PlaceKey.of(PlaceKind.RMC, row["RMC-REGIO CODE"])
        assert LIGGING[gemeente] == (provincies.find(row["PROVINCIE"]), rmc)


def test_every_rmc_regio_has_the_name_duo_gives_it() -> None:
    published = {(row["RMC-REGIO CODE"], row["RMC-REGIO NAAM"]) for row in rows(SCHOLEN, "cp1252")}
    on_shelf = {(place.key.code, place.naam) for place in read_places([SHIPPED], PlaceKind.RMC)}
    assert on_shelf == published


def test_every_area_a_gemeente_lies_in_is_on_a_shelf() -> None:
    areas = {
        place.key
        for kind in (PlaceKind.PROVINCIE, PlaceKind.RMC)
        for place in read_places([SHIPPED], kind)
    }
    assert {key for keys in LIGGING.values() for key in keys} == areas
    assert {len(LIGGING[key]) for key in NOW} == {2}
