"""What is internal is in no answer for who stands outside, and no answer unmasks a hidden count."""

from pathlib import Path

import pytest
from pytest_django import Settings

from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.rechten import LidRol
from openlea.storage.figures.store import open_figures
from openlea.web.api.operatie import Operatie
from openlea.web.api.operaties import OPERATIES
from tests.web.api_wereld import NAMEN, ROOT, Programma, make_key, path
from tests.web.test_leaks import MARK, OUTSIDE, secret
from tests.world import World

__all__ = ["secret"]

AGENDA = f"{ROOT}/werkruimten/hilversum/agenda"
HILVERSUM = PlaceKey(PlaceKind.GEMEENTE, "GM0402")
GETELD = ["leerlingen_bo", "leerlingen_sbo", "leerlingen_so", "leerlingen_po"]


@pytest.fixture(autouse=True)
def unhurried(settings: Settings) -> None:
    """Let a test ask as often as it likes."""
    settings.API_TEMPO = 0


@pytest.mark.parametrize("rol", [one for one in OUTSIDE if one is not LidRol.PUBLIEK])
@pytest.mark.parametrize("operatie", OPERATIES, ids=NAMEN)
def test_nothing_internal_is_told_to_a_key_of_who_stands_outside(
    secret: World, operatie: Operatie, rol: LidRol
) -> None:
    answer = Programma(make_key(secret.lid(rol))).ask(path(operatie))
    assert MARK.encode() not in answer.content


@pytest.mark.parametrize("rol", [one for one in OUTSIDE if one is not LidRol.PUBLIEK])
def test_a_key_of_a_beheerder_that_reads_as_somebody_else_tells_no_more(
    secret: World, rol: LidRol
) -> None:
    key = make_key(secret.lid(LidRol.AGENDABEHEERDER), rol)
    assert MARK.encode() not in Programma(key).ask(AGENDA).content


def test_the_mark_is_there_for_who_may_see_it(secret: World) -> None:
    key = make_key(secret.lid(LidRol.AGENDABEHEERDER))
    assert MARK.encode() in Programma(key).ask(AGENDA).content


def test_a_figure_of_partners_is_not_there_for_the_public_and_is_for_partners(
    cijfers: Path, hilversum: World
) -> None:
    asked = f"{ROOT}/cijfers?indicator=personeelstekort&code=GM0402"
    missing = Programma().ask(asked.replace("personeelstekort", "bestaat_niet"))
    hidden = Programma().ask(asked)
    assert hidden.status_code == missing.status_code == 404
    assert hidden.content == missing.content.replace(b"bestaat_niet", b"personeelstekort")
    explained = f"{ROOT}/cijfers/personeelstekort/gemeente/GM0402/nieuwste/verklaring"
    assert Programma().ask(explained).status_code == 404
    partner = Programma(make_key(hilversum.lid(LidRol.PARTNER)))
    assert partner.ask(f"{asked}&werkruimte=hilversum").status_code == 200
    lezer = Programma(make_key(hilversum.lid(LidRol.LEZER)))
    assert lezer.ask(f"{asked}&werkruimte=hilversum").status_code == 404


def test_a_source_of_partners_is_not_in_the_list_for_everybody(hilversum: World) -> None:
    klassen = {
        Programma().ask(f"{ROOT}/bronnen/{one['id']}").json()["klasse"]
        for one in Programma().ask(f"{ROOT}/bronnen").json()
    }
    assert klassen == {"open"}


@pytest.mark.parametrize("soort", ["school", "pc4"])
def test_no_answer_gives_a_narrower_range_than_the_figure_has(
    cijfers: Path, hilversum: World, soort: str
) -> None:
    store = open_figures()
    asked = f"{ROOT}/cijfers?soort={soort}&binnen=gemeente:GM0402&aantal=1000"
    pages, rows = 1, Programma().ask(asked).json()
    while len(rows) == pages * 1000:
        pages += 1
        rows += Programma().ask(f"{asked}&pagina={pages}").json()
    kept = {
        (one.indicator, str(one.plaats), one.periode): one.bereik
        for one in store.of_places([], store.children(HILVERSUM, PlaceKind(soort)))
    }
    assert len(rows) == len(kept) > 0
    for row in rows:
        bereik = kept[row["indicator"], row["plaats"], row["periode"]]
        ends = (bereik.laag, bereik.hoog) if bereik else (None, None)
        assert (row["laag"], row["hoog"]) == ends
        assert row["waarde"] is None or row["laag"] == row["hoog"] == row["waarde"]


@pytest.mark.parametrize("indicator", GETELD)
def test_a_gemeente_less_all_its_schools_but_one_tells_nothing_of_that_one(
    cijfers: Path, hilversum: World, indicator: str
) -> None:
    asked = f"{ROOT}/cijfers?indicator={indicator}&periode=2024-10-01&aantal=1000"
    [whole] = Programma().ask(f"{asked}&code=GM0402").json()
    parts = Programma().ask(f"{asked}&soort=school&binnen=gemeente:GM0402").json()
    parts = [one for one in parts if one["laag"] is not None]
    assert whole["hoog"] - whole["laag"] >= sum(one["hoog"] - one["laag"] for one in parts)


@pytest.mark.parametrize("operatie", OPERATIES, ids=NAMEN)
def test_no_answer_names_a_folder_of_this_machine(
    cijfers: Path, hilversum: World, operatie: Operatie
) -> None:
    beheer = Programma(make_key(hilversum.lid(LidRol.AGENDABEHEERDER)))
    told = beheer.ask(path(operatie)).content.decode()
    for folder in (str(cijfers), str(cijfers.parent.parent), "/home/", "/work/"):
        assert folder not in told
