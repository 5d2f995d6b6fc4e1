"""The page on segregation says what can be counted again by hand, and how much of it is chance."""

import csv
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openlea.policy.rechten import LidRol
from tests.house import ROOT
from tests.web.cijfer_blad import AMSTERDAM, HILVERSUM, get, text
from tests.world import World

FILE = "10.-leerlingen-bo-referentieniveaus-{}.csv"
FOLDER = ROOT.parent / "shared" / "data" / "duo"
UNDER_1S, FROM_1S = ("REKENEN_LAGER1F", "REKENEN_1F"), ("REKENEN_1S", "REKENEN_2F")
YEARS = {"2023-10-01": "2023-2024", "2024-10-01": "2024-2025"}


def count(cell: str) -> tuple[int, int]:
    """Return the least and the most that a cell of DUO can mean; '<5' is one to four."""
    return (1, 4) if cell == "<5" else (int(cell), int(cell))


def schools(year: str, gemeente: str = "0402") -> list[tuple[int, int, int, int]]:
    """Return per school the least and most pupils under 1S, and of the others, from the file."""
    with (FOLDER / FILE.format(year)).open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened, delimiter=";"))
    found = []
    for row in rows:
        if row["GEMEENTENUMMER"] != gemeente:
            continue
        under, rest = ([count(row[name]) for name in names] for names in (UNDER_1S, FROM_1S))
        ends = [sum(one[end] for one in some) for some in (under, rest) for end in (0, 1)]
        if ends[0] + ends[2] >= 10:
            found.append((ends[0], ends[1], ends[2], ends[3]))
    return found


def dissimilarity(counts: list[tuple[float, float]]) -> float:
    """Return 100 × ½ Σ |a/A − b/B|."""
    total_a, total_b = (sum(one[side] for one in counts) for side in (0, 1))
    return 50 * sum(abs(a / total_a - b / total_b) for a, b in counts)


@pytest.mark.parametrize("peildatum", YEARS)
def test_the_index_of_hilversum_holds_what_the_file_gives_by_hand(
    hilversum: World, cijfers: Path, peildatum: str
) -> None:
    found = get(hilversum, f"{HILVERSUM}/segregatie/?jaar={peildatum}").context["seg"]
    by_hand = schools(YEARS[peildatum])
    assert found.scholen == len(by_hand) > 20
    counted = found.meting.dissimilariteit.geteld
    for low in (0.0, 0.5, 1.0):
        made = [(a + low * (b - a), c + low * (d - c)) for a, b, c, d in by_hand]
        assert counted.laag - 1e-4 <= dissimilarity(made) <= counted.hoog + 1e-4
    assert counted.hoog - counted.laag < 10, "a range that says nothing would hold everything"


def test_what_is_chance_stands_beside_what_was_counted(hilversum: World, cijfers: Path) -> None:
    answer = get(hilversum, f"{HILVERSUM}/segregatie/")
    main = answer.context["seg"].meting.dissimilariteit
    assert 0 < main.toeval < main.geteld.laag
    assert main.marge.laag <= main.zonder_toeval.laag <= main.zonder_toeval.hoog < main.geteld.hoog
    shown = text(answer)
    assert "Bij toeval alleen al" in shown
    assert "Wat hier niet te zien is" in shown


def test_the_parts_of_the_schools_are_the_whole(hilversum: World, cijfers: Path) -> None:
    for one in get(hilversum, f"{HILVERSUM}/segregatie/").context["seg"].verdelingen:
        assert one.tussen + one.binnen == pytest.approx(100)


def test_nearly_every_gemeente_has_its_segregation(hilversum: World, cijfers: Path) -> None:
    found = get(hilversum, f"{HILVERSUM}/segregatie/").context["seg"].landelijk
    assert len(found) > 320
    assert all(one.scholen >= 3 for one in found.values())
    assert any(one.dissimilariteit.is_toeval for one in found.values())
    assert not all(one.dissimilariteit.is_toeval for one in found.values())


def test_a_school_stands_beside_its_neighbourhood_and_residence_explains_a_part(
    hilversum: World, cijfers: Path
) -> None:
    answer = get(hilversum, f"{HILVERSUM}/segregatie/")
    wonen = answer.context["seg"].wonen
    assert 0 < wonen.wonen < wonen.geteld
    for one in wonen.scholen:
        assert 0 <= one.buurt.laag <= one.buurt.hoog <= 100
    assert "Waar leerlingen wonen verklaart" in text(answer)


def test_the_map_is_coloured_by_judgement_and_on_request_by_value(
    hilversum: World, cijfers: Path
) -> None:
    for vraag, wanted in (("", "meer dan toeval"), ("&kaart=waarde", "van 0 tot")):
        answer = get(hilversum, f"{HILVERSUM}/segregatie/?jaar={vraag}")
        land = answer.context["figuren"]["land"].grafiek
        assert wanted in land.beschrijving
        judged = {str(row[-1]) for row in land.rijen}
        assert {"meer dan toeval", "te weinig bekend"} <= judged


def test_a_change_that_may_be_chance_is_told_as_such_and_its_parts_are_the_whole(
    hilversum: World, cijfers: Path
) -> None:
    answer = get(hilversum, f"{HILVERSUM}/segregatie/")
    found = answer.context["seg"].verandering
    assert sum(one.waarde for one in found.delen) == pytest.approx(found.laatst - found.eerst)
    assert "Dat verschil kan toeval zijn" in text(answer)
    assert "er is geen trend te zien" in text(answer)


def test_what_lies_between_boards_is_a_sentence(hilversum: World, cijfers: Path) -> None:
    shown = text(get(hilversum, f"{HILVERSUM}/segregatie/"))
    assert "besturen. De rest ligt tussen scholen van hetzelfde bestuur." in shown


@pytest.mark.parametrize("rol", list(LidRol))
def test_who_reads_figures_reads_these_and_who_reads_only_the_log_does_not(
    hilversum: World, cijfers: Path, rol: LidRol
) -> None:
    wanted = 403 if rol is LidRol.AUDITOR else 200
    assert get(hilversum, f"{AMSTERDAM}/segregatie/", rol).status_code == wanted


def test_a_gemeente_with_hardly_a_school_says_why_there_is_nothing(
    hilversum: World, cijfers: Path
) -> None:
    shown = text(get(hilversum, "gemeente/GM0277/segregatie/"))
    assert "Te weinig scholen" in shown
    assert "Hoeveel is toeval?" not in shown


@pytest.mark.parametrize("vraag", ["groep=<x>", "jaar=1900-01-01", "groep=lezen_1f&jaar=%00"])
def test_a_question_that_makes_no_sense_gets_the_usual_page(
    hilversum: World, cijfers: Path, vraag: str
) -> None:
    answer = get(hilversum, f"{HILVERSUM}/segregatie/?{vraag}")
    assert answer.status_code == 200
    assert "<x>" not in answer.content.decode()


@pytest.mark.parametrize("place", ["school/19CY00", "provincie/PV27", "gemeente/GM9999"])
def test_only_a_gemeente_has_a_page_on_segregation(
    hilversum: World, cijfers: Path, place: str
) -> None:
    assert get(hilversum, f"{place}/segregatie/").status_code == 404


def test_a_city_asks_the_database_no_more_than_a_town(hilversum: World, cijfers: Path) -> None:
    def asked(place: str) -> int:
        client: Any = hilversum.client(LidRol.LEZER)
        url = hilversum.url(f"cijfers/{place}/segregatie/")
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        return len(queries)

    assert asked(AMSTERDAM) <= asked(HILVERSUM) <= 11
