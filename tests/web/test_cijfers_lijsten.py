"""The schools of a place, its map, whom it's compared with, and finding another place."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from tests.web.cijfer_blad import HILVERSUM, get, text
from tests.world import World


def test_the_address_filters_and_sorts_the_schools(hilversum: World, cijfers: Path) -> None:
    whole = get(hilversum, f"{HILVERSUM}/").context["keuze"]
    sbo = get(hilversum, f"{HILVERSUM}/?soort=sbo").context["keuze"]
    assert 0 < sbo.aantal < whole.aantal
    assert all("sbo" in one.soorten for lijst in sbo.lijsten for one in lijst.scholen)
    largest = get(hilversum, f"{HILVERSUM}/?sorteer=-leerlingen_po").context["keuze"].lijsten[0]
    sizes = [row[0][1].bereik for _, row in largest.rijen]
    # A range stands where its middle lies.
    middles = [one.laag + one.hoog for one in sizes]
    assert middles == sorted(middles, reverse=True)
    named = get(hilversum, f"{HILVERSUM}/?school=fabritius").context["keuze"]
    assert [one.plaats.naam for lijst in named.lijsten for one in lijst.scholen] == [
        "Fabritiusschool"
    ]


@pytest.mark.parametrize("asked", ["soort=zwemles", "sorteer=onzin", "sorteer=-", "school=%00"])
def test_nonsense_in_the_address_is_left_out(hilversum: World, cijfers: Path, asked: str) -> None:
    assert get(hilversum, f"{HILVERSUM}/?{asked}").status_code == 200


def test_schools_without_a_number_stand_last_whichever_way_it_is_sorted(
    hilversum: World, cijfers: Path
) -> None:
    for order in ("schoolweging", "-schoolweging"):
        lijst = get(hilversum, f"{HILVERSUM}/?sorteer={order}").context["keuze"].lijsten[0]
        known = [one.getallen["schoolweging"].bereik is not None for one in lijst.scholen]
        assert known == sorted(known, reverse=True)


def test_the_file_holds_what_the_page_shows(hilversum: World, cijfers: Path) -> None:
    asked = f"{HILVERSUM}/?soort=bo&sorteer=-leerlingen_po"
    lijst = get(hilversum, asked).context["keuze"].lijsten[0]
    file = get(hilversum, f"{asked}&csv=scholen-po").content.decode("utf-8-sig")
    head, *rows = csv.reader(StringIO(file), delimiter=";")
    assert [row[0] for row in rows] == [one.plaats.naam for one in lijst.scholen]
    assert head[3].startswith("Leerlingen 2024-10-01, laagste")
    first = lijst.scholen[0].getallen["leerlingen_po"].bereik
    ends = [float(cell.replace(",", ".")) for cell in rows[0][3:5]]
    assert ends == [first.laag, first.hoog]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("hilversum", "Hilversum"),
        ("GM0402", "Hilversum"),
        ("fabritius", "Fabritiusschool"),
        ("19CY00", "Fabritiusschool"),
        ("gooi", "Gooi en Vechtstreek"),
        ("41493", "Schoolbestuur 41493"),
        ("Bussum", "Gooise Meren"),
        ("sudwest fryslan", "Súdwest-Fryslân"),
    ],
)
def test_a_place_is_found_by_name_and_by_code(
    hilversum: World, cijfers: Path, question: str, found: str
) -> None:
    assert found in text(get(hilversum, f"zoek/?q={question}"))


@pytest.mark.parametrize("question", ["", "x", "zzzzqq", "%3Cscript%3E"])
def test_a_search_that_finds_nothing_says_so(
    hilversum: World, cijfers: Path, question: str
) -> None:
    answer = get(hilversum, f"zoek/?q={question}")
    assert answer.status_code == 200
    assert answer.context["gevonden"].treffers == ()


def test_why_these_ten_are_compared_stands_with_each_feature(
    hilversum: World, cijfers: Path
) -> None:
    page = get(hilversum, f"{HILVERSUM}/vergelijk/")
    assert len(page.context["rijen"]) == 10
    assert all(len(rij.cellen) == len(page.context["kenmerken"]) for rij in page.context["rijen"])
    assert "Waarom deze vergelijking?" in text(page)


def test_only_municipalities_are_compared_with_municipalities(
    hilversum: World, cijfers: Path
) -> None:
    assert get(hilversum, "school/19CY00/vergelijk/").status_code == 404


def test_the_map_shows_another_figure_when_asked_and_gives_its_table(
    hilversum: World, cijfers: Path
) -> None:
    page = get(hilversum, f"{HILVERSUM}/kaart/?cijfer=lezen_1f")
    assert "Referentieniveau 1F lezen per school" in text(page)
    file = get(hilversum, f"{HILVERSUM}/kaart/?cijfer=lezen_1f&csv=kaart")
    assert file["Content-Type"].startswith("text/csv")
