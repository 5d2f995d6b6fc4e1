"""DUO's own forecast, read from its file, lies beside ours, and the difference is explained."""

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from openlea.core.bron import Bestand
from openlea.core.place import PlaceKey, PlaceKind
from openlea.services.describe_prognose import Prognosevraag, describe_prognose
from openlea.services.laden.uitslag import Uitslag
from openlea.services.load_sources import load_sources
from openlea.services.prognose.uitkomst import Prognose

HILVERSUM = PlaceKey(PlaceKind.GEMEENTE, "GM0402")
KOP = "INSTELLINGSCODE,VESTIGINGSCODE,TYPE_PO,JAAR,PROGNOSEAANTALLEN"
VRAAG = Prognosevraag(jaren=3, trekkingen=100)


def asked() -> Prognose:
    return describe_prognose(HILVERSUM, VRAAG, date(2026, 3, 1))


def numbers_of(found: Prognose, factor: float) -> Bestand:
    """Return a file as DUO writes it: our own middle times a factor, empty in one cell.

    That is the second year of the first school.
    """
    rows = [KOP]
    for number, one in enumerate(found.scholen):
        brin, nummer = one.school.vestiging[:4], one.school.vestiging[4:]
        for at, point in enumerate(one.reeks):
            count = "" if (number, at) == (0, 1) else f"{point.midden * factor:.4f}"
            rows.append(f"{brin},{nummer},BO,{point.jaar},{count}")
    return Bestand(naam="brin6_prognosespo.csv", inhoud="\n".join([*rows, ""]).encode())


@pytest.fixture
def own_shelf(tmp_path: Path, settings: Settings) -> None:
    settings.WAREHOUSE = tmp_path / "warehouse"


@pytest.mark.django_db
@pytest.mark.usefixtures("own_shelf")
def test_a_tenth_more_pupils_everywhere_is_another_level_and_nothing_else() -> None:
    ours = asked()
    assert not any(one.duo for one in ours.scholen), "nothing was fetched, so nothing is beside"
    (loaded,) = load_sources(bestanden=[numbers_of(ours, 1.1)])
    assert (loaded.bron, loaded.uitslag) == ("duo_ckan_prognoses", Uitslag.NIEUW)
    empty, school, *_ = asked().scholen
    assert not empty.duo, "a year that DUO leaves empty is not filled in"
    assert [one.jaar for one in school.duo] == [one.jaar for one in school.reeks]
    for point, told in zip(school.reeks, school.duo, strict=True):
        assert told.zij == pytest.approx(1.1 * point.midden, abs=0.01)
        assert told.niveau == pytest.approx(told.verschil, abs=0.05)
        assert told.instroom == pytest.approx(0, abs=0.05)
        assert told.doorstroom == pytest.approx(0, abs=0.05)


@pytest.mark.django_db
@pytest.mark.usefixtures("own_shelf")
def test_of_two_editions_the_newest_is_laid_beside() -> None:
    ours = asked()
    newest = numbers_of(ours, 1.1).inhoud.decode()
    first = ours.scholen[0].reeks[0].jaar
    older = newest.replace(f",{first},", f",{first - 1},")
    load_sources(bestanden=[Bestand(naam="oud.csv", inhoud=older.encode())])
    load_sources(bestanden=[Bestand(naam="nieuw.csv", inhoud=newest.encode())])
    school = next(one for one in asked().scholen if one.duo)
    assert school.duo[0].jaar == first
    assert school.duo[0].zij == pytest.approx(1.1 * school.reeks[0].midden, abs=0.01)
