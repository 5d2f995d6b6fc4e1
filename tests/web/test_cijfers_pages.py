"""The figures of a place: true, with their range and their reason, and read in few steps."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from openlea.catalogue import membership
from openlea.core.place import PlaceKey
from openlea.policy.rechten import Actor, LidRol
from openlea.services.compute_figures import compute_figures
from openlea.storage.figures.store import FigureStore, open_figures
from openlea.storage.records.models import Werk
from openlea.storage.warehouse.warehouse import Warehouse
from openlea.web.pages.cijfers import gelijken, grenzen
from tests.web.cijfer_blad import AMSTERDAM, HILVERSUM, get, text
from tests.world import World

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


def test_an_indicator_of_ones_own_is_one_file_and_stands_on_the_page(
    hilversum: World, cijfers: Path, tmp_path: Path, settings: Settings
) -> None:
    ours = Path(membership.__file__).parent / "scholen" / "indicators" / "scholen_bo.py"
    own = tmp_path / "zwemmen" / "indicators" / "eigen_telling.py"
    own.parent.mkdir(parents=True)
    text_of = ours.read_text(encoding="utf-8")
    own.write_text(re.sub(r"titel=\"[^\"]+\"", 'titel="Een eigen telling"', text_of))
    settings.CATALOGUE = str(tmp_path)
    settings.FIGURES = Path(shutil.copytree(cijfers, tmp_path / "figures"))
    compute_figures(["eigen_telling"])
    page = text(get(hilversum, f"{HILVERSUM}/veld/zwemmen/"))
    assert "Een eigen telling" in page
    assert "27 vestigingen" in page


@pytest.mark.parametrize("rol", [LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER])
def test_who_is_in_the_werkruimte_sees_the_public_figures(
    hilversum: World, cijfers: Path, rol: LidRol
) -> None:
    assert get(hilversum, "", rol).status_code == 200
