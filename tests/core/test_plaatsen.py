"""The shelf of places is read whole, or refused with the entry and what to do."""

from datetime import date
from pathlib import Path

import pytest

from openlea.core.errors import CatalogueError
from openlea.core.plaatsen import read_gemeenten, read_ligging, read_plaatskaarten, read_places
from openlea.core.place import Place, PlaceKey, PlaceKind, keys_on

OUD, NIEUW = (PlaceKey(PlaceKind.GEMEENTE, code) for code in ("GM0457", "GM0363"))
PROVINCIES = 'PV27 = { naam = "Noord-Holland", afkortingen = ["NH"] }\n'
GEMEENTEN = 'GM0363 = { naam = "Nieuw", provincie = "PV27", rmc = "21", varianten = ["N"] }\n'
HERINDELING = """
[GM0457]
naam = "Oud"
provincie = "PV27"
laatste_dag = 2022-03-23
opvolgers = ["GM0363"]
bron = "Staatsblad"
controle = "K"
"""


def shelf(root: Path, herindelingen: str = HERINDELING, gemeenten: str = GEMEENTEN) -> list[Path]:
    """Return a catalogue of one folder with these places."""
    folder = root / "plaatsen"
    folder.mkdir(parents=True)
    for name, text in {
        "provincies": PROVINCIES,
        "gemeenten": gemeenten,
        "herindelingen": herindelingen,
    }.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return [root]


def test_a_gemeente_that_ended_is_read_with_its_last_day_and_successor(tmp_path: Path) -> None:
    assert read_gemeenten(shelf(tmp_path)) == (
        Place(key=NIEUW, naam="Nieuw"),
        Place(key=OUD, naam="Oud", valid_to=date(2022, 3, 23), successors=(NIEUW,)),
    )


def test_a_gemeente_lies_in_its_provincie_and_rmc_regio(tmp_path: Path) -> None:
    noord_holland = PlaceKey(PlaceKind.PROVINCIE, "PV27")
    assert read_ligging(shelf(tmp_path)) == {
        NIEUW: (noord_holland, PlaceKey(PlaceKind.RMC, "21")),
        OUD: (noord_holland,),
    }


def test_the_names_of_the_provincie_may_stand_behind_that_of_a_gemeente(tmp_path: Path) -> None:
    kaart = read_plaatskaarten(shelf(tmp_path), PlaceKind.GEMEENTE)[0]
    assert (kaart.varianten, kaart.toevoegingen) == (("N",), ("Noord-Holland", "NH"))


def test_a_merger_in_an_own_folder_ends_a_gemeente_of_ours(tmp_path: Path) -> None:
    own = tmp_path / "eigen" / "plaatsen"
    own.mkdir(parents=True)
    entry = HERINDELING.replace("GM0363", "GM0402").replace("[GM0457]", "[GM0363]")
    (own / "herindelingen.toml").write_text(entry, encoding="utf-8")
    new = '\nGM0402 = { naam = "Later", provincie = "PV27", vanaf = 2022-03-24 }'
    roots = [*shelf(tmp_path / "ons", gemeenten=GEMEENTEN + new), own.parent]
    later = PlaceKey(PlaceKind.GEMEENTE, "GM0402")
    places = read_gemeenten(roots)
    assert keys_on(OUD, date(2023, 1, 1), places) == (later,)
    assert [place.valid_from for place in places if place.key == later] == [date(2022, 3, 24)]


def test_a_kind_without_shelf_has_no_places(tmp_path: Path) -> None:
    assert read_places(shelf(tmp_path), PlaceKind.SWV) == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('opvolgers = ["GM0363"]', 'opvolgers = ["GM9"]', "opvolger 'GM9' is not on the shelf"),
        ('opvolgers = ["GM0363"]', "opvolgers = 363", "needs texts under"),
        ('opvolgers = ["GM0363"]', 'opvolgers = ["GM0457"]', "can't be right"),
        ("[GM0457]", "[GM457]", "'GM457' is not the code of a gemeente"),
        ('provincie = "PV27"', 'provincie = "PV99"', "provincie 'PV99' is not in provincies.toml"),
        ('bron = "Staatsblad"', "", "needs a text under 'bron'"),
        ('controle = "K"', 'controle = "?"', "'controle' is '?'"),
        ("laatste_dag = 2022-03-23", "", "needs a date under 'laatste_dag'"),
        ('naam = "Oud"', 'naam = "Oud"\nvanaf = 2023-01-01', "can't be right"),
        ('naam = "Oud"', 'naam = "Oud"\nopvolger = ["GM0363"]', "'opvolger' is not a known key"),
    ],
)
def test_a_slip_of_the_pen_is_refused_with_its_entry(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    with pytest.raises(CatalogueError) as fault:
        read_gemeenten(shelf(tmp_path, HERINDELING.replace(old, new)))
    assert "herindelingen.toml: [GM" in str(fault.value)
    assert message in str(fault.value)


def test_a_gemeente_that_exists_has_no_last_day(tmp_path: Path) -> None:
    wrong = GEMEENTEN.replace("varianten", "laatste_dag = 2030-01-01, varianten")
    with pytest.raises(CatalogueError, match="'laatste_dag' is not a known key"):
        read_gemeenten(shelf(tmp_path, gemeenten=wrong))
