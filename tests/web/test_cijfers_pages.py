"""The figures of a place: true, with their range and their reason, and read in few steps."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from openlea.core.place import PlaceKey
from openlea.policy.rechten import Actor, LidRol
from openlea.storage.figures.store import FigureStore, open_figures
from openlea.storage.records.models import Werk
from openlea.storage.warehouse.warehouse import Warehouse
from openlea.web.pages.cijfers import gelijken, grenzen
from tests.world import World

HILVERSUM, AMSTERDAM = "gemeente/GM0402", "gemeente/GM0363"
KINDS = [
    HILVERSUM,
    "school/19CY00",
    "school/01JO22",
    "bestuur/41493",
    "swv/PO2709",
    "rmc/20",
    "provincie/PV27",
]
MOST_QUERIES, MOST_READS = 11, 6


def get(world: World, path: str, rol: LidRol = LidRol.AGENDABEHEERDER) -> HttpResponse:
    return world.client(rol).get(world.url(f"cijfers/{path}"))


def text(answer: HttpResponse) -> str:
    """Return the words of the page, as they're read."""
    main = answer.content.decode().split("<main", 1)[1].split("</main", 1)[0]
    bare = re.sub(r"<script.*?</script>|<svg.*?</svg>|<[^>]+>", " ", main, flags=re.DOTALL)
    return re.sub(r"\s+", " ", bare.replace("&#x27;", "'").replace("\xa0", " "))


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Count how often figures and tables are read from disk."""
    reads: list[str] = []
    rows, scan = FigureStore._rows, Warehouse.scan

    def figures(self: FigureStore, *asked: Any) -> Any:
        reads.append("figures")
        return rows(self, *asked)

    def table(self: Warehouse, bron: str, *asked: Any, **more: Any) -> Any:
        reads.append(bron)
        return scan(self, bron, *asked, **more)

    with monkeypatch.context() as patched:
        patched.setattr(FigureStore, "_rows", figures)
        patched.setattr(Warehouse, "scan", table)
        yield reads


def test_the_first_page_is_the_profile_of_the_own_municipality(
    hilversum: World, cijfers: Path
) -> None:
    page = text(get(hilversum, ""))
    assert "Wat valt op" in page
    assert "Per beleidsveld" in page
    assert "Basisonderwijs en speciaal onderwijs" in page


@pytest.mark.parametrize("place", KINDS)
def test_every_kind_of_place_has_a_profile(hilversum: World, cijfers: Path, place: str) -> None:
    answer = get(hilversum, f"{place}/")
    assert answer.status_code == 200
    assert "Per beleidsveld" in text(answer)


def test_a_municipality_may_look_at_any_other(hilversum: World, cijfers: Path) -> None:
    assert "Amsterdam" in text(get(hilversum, f"{AMSTERDAM}/"))


@pytest.mark.parametrize("path", ["gemeente/GM9999/", "gemeente/xyz/", "school/99ZZ99/"])
def test_an_unknown_place_is_not_found(hilversum: World, cijfers: Path, path: str) -> None:
    assert get(hilversum, path).status_code == 404


def test_the_five_sentences_carry_their_number_and_that_of_others(
    hilversum: World, cijfers: Path
) -> None:
    found = get(hilversum, f"{HILVERSUM}/").context["punten"]
    assert len(found) == 5
    for punt in found:
        assert punt.opvallend.zin.startswith("In Hilversum ")
        assert "; in de meeste vergelijkbare gemeenten " in punt.opvallend.zin
        assert punt.periode
        assert "/cijfers/verklaar/" in punt.url


def test_every_number_of_the_table_leads_to_its_explanation(
    hilversum: World, cijfers: Path
) -> None:
    keuze = get(hilversum, f"{HILVERSUM}/").context["keuze"]
    shown = [
        getal
        for lijst in keuze.lijsten
        for _, row in lijst.rijen
        for _, getal in row
        if getal.tekst
    ]
    assert len(shown) > 100
    client = hilversum.client(LidRol.LEZER)
    assert client.get(shown[0].url).status_code == 200
    assert all(getal.url for getal in shown)


def test_a_hidden_count_is_a_range_on_the_page_as_wide_as_in_the_store(
    hilversum: World, cijfers: Path
) -> None:
    key = PlaceKey.parse("gemeente:GM0402")
    (figure,) = open_figures().of_place(key, ["leerlingen_po"])
    assert figure.bereik is not None
    laag, hoog = (
        f"{end:,.0f}".replace(",", ".") for end in (figure.bereik.laag, figure.bereik.hoog)
    )
    assert laag != hoog
    assert f"{laag} tot {hoog}" in text(get(hilversum, f"{HILVERSUM}/"))


def test_a_school_without_a_figure_says_why(hilversum: World, cijfers: Path) -> None:
    page = get(hilversum, "school/01JO22/veld/onderwijskansen/")
    for regel in page.context["zonder"]:
        assert regel.getal.merk.woord
        assert regel.getal.merk.reden in text(page)
    assert page.context["zonder"]


def test_a_kind_of_place_for_which_a_figure_does_not_exist_says_so(
    hilversum: World, cijfers: Path
) -> None:
    page = get(hilversum, "school/19CY00/veld/vervoer/")
    woorden = {regel.getal.merk.woord for regel in page.context["zonder"]}
    assert woorden == {"niet van toepassing"}


def test_a_share_of_few_pupils_is_shielded_with_its_reason(hilversum: World, cijfers: Path) -> None:
    page = text(get(hilversum, f"{HILVERSUM}/"))
    assert "afgeschermd : Minder dan 10 personen" in page


def test_one_school_is_not_judged_by_one_class(hilversum: World, cijfers: Path) -> None:
    assert "Dit is geen oordeel over de school" in text(get(hilversum, "school/19CY00/"))


def test_a_missing_file_of_postcodes_is_said_on_the_page(hilversum: World, cijfers: Path) -> None:
    # DUO's file of Ridderkerk is empty, and every other page has that part.
    assert "Het postcodebestand van Ridderkerk ontbreekt" in text(
        get(hilversum, "gemeente/GM0597/")
    )
    assert "postcodebestand" not in text(get(hilversum, f"{HILVERSUM}/"))


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


def test_without_figures_the_page_says_what_comes_and_how(hilversum: World) -> None:
    page = get(hilversum, "")
    assert "Reken de cijfers uit" in text(page)
    assert "Reken de cijfers uit" not in text(get(hilversum, "", LidRol.LEZER))


def test_the_button_asks_for_the_work_and_shows_how_far_it_is(
    hilversum: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_actor: Actor, soort: str) -> Werk:
        asked.append(soort)
        return Werk(pk=7)

    monkeypatch.setattr("openlea.web.pages.cijfers.views.ask_work", ask)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    answer = client.post(hilversum.url("cijfers/reken/"))
    assert asked == ["reken_cijfers"]
    assert answer.headers["Location"] == hilversum.url("werk/7/")


def test_a_werkruimte_without_a_place_lets_one_choose(hilversum: World, cijfers: Path) -> None:
    hilversum.werkruimte.plaats = ""
    hilversum.werkruimte.save()
    assert "Kies een plaats" in text(get(hilversum, ""))


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


@pytest.mark.parametrize("place", [HILVERSUM, AMSTERDAM, "rmc/20", "swv/PO2709", "school/19CY00"])
def test_a_profile_asks_little_whatever_the_size(
    hilversum: World, cijfers: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gelijken._found.cache_clear()
    grenzen._read.cache_clear()
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    with (
        counted(monkeypatch) as reads,
        CaptureQueriesContext(
            connection,
        ) as queries,
    ):
        assert client.get(hilversum.url(f"cijfers/{place}/")).status_code == 200
    assert len(queries) <= MOST_QUERIES, [one["sql"][:90] for one in queries]
    assert len(reads) <= MOST_READS, reads


def test_the_second_visit_reads_even_less(
    hilversum: World, cijfers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    get(hilversum, f"{HILVERSUM}/")
    with counted(monkeypatch) as reads:
        get(hilversum, f"{HILVERSUM}/")
    assert reads == ["figures", "figures"]


@pytest.mark.parametrize("rol", [LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER])
def test_who_is_in_the_werkruimte_sees_the_public_figures(
    hilversum: World, cijfers: Path, rol: LidRol
) -> None:
    assert get(hilversum, "", rol).status_code == 200
