"""A wrong file in an own catalogue costs itself, not the site: the rest stands, and it is told."""

from pathlib import Path

import pytest
from pytest_django import Settings

from openlea.catalogue.shelf import open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.errors import CatalogueError
from openlea.policy.rechten import LidRol
from openlea.services.compute_figures import compute_figures
from openlea.storage.figures.store import open_figures
from tests.eigen_indicator import EIGEN, eigen_indicator
from tests.web.cijfer_blad import get, text
from tests.world import World

__all__ = ["eigen_indicator"]
WRONG = {
    "kapot": "INDICATOR = niets\n",
    "half": "def compute(\n",
    "leeg": "",
    "stopt": "raise SystemExit(3)\n",
}
PAGES = [
    "cijfers/",
    "cijfers/indicatoren/",
    "cijfers/indicatoren/matrix/",
    "cijfers/gemeente/GM0402/",
    "cijfers/verklaar/leerlingen_bo/gemeente/GM0402/nieuwste/",
]
API = ["indicatoren", "gezondheid", "cijfers?indicator=leerlingen_bo&code=GM0402"]


@pytest.fixture
def broken(cijfers: Path, hilversum: World, tmp_path: Path, settings: Settings) -> World:
    """Put files that can't be an indicator in a folder of one's own."""
    folder = tmp_path / "catalogus" / "voorschool" / "indicators"
    folder.mkdir(parents=True)
    for naam, inhoud in WRONG.items():
        (folder / f"{naam}.py").write_text(inhoud, encoding="utf-8")
    settings.CATALOGUE = str(tmp_path / "catalogus")
    return hilversum


@pytest.mark.parametrize("path", PAGES)
def test_every_page_of_figures_stands(broken: World, path: str) -> None:
    client = broken.client(LidRol.AGENDABEHEERDER)
    assert client.get(broken.url(path)).status_code == 200


@pytest.mark.parametrize("path", API)
def test_the_interface_answers(broken: World, path: str) -> None:
    assert broken.client(LidRol.PUBLIEK).get(f"/api/v1/{path}").status_code == 200


def test_who_mends_it_is_told_which_and_nobody_else(broken: World) -> None:
    page = text(get(broken, "indicatoren/"))
    assert all(f"{naam}.py" in page for naam in WRONG)
    assert "kapot.py" not in text(get(broken, "indicatoren/", LidRol.LEZER))


def test_asked_by_name_it_says_what_is_wrong(broken: World) -> None:
    with pytest.raises(CatalogueError, match=r"kapot\.py.*niets"):
        compute_figures(["kapot"])


def test_what_became_wrong_keeps_its_last_good_figures(
    eigen_indicator: str, settings: Settings
) -> None:
    (file,) = Path(settings.CATALOGUE).glob("*/indicators/*.py")
    good, before = file.read_text(encoding="utf-8"), open_figures().versions()[EIGEN]
    file.write_text("def compute(\n", encoding="utf-8")
    assert EIGEN in compute_figures().mislukt
    assert open_figures().versions()[EIGEN] == before
    file.write_text(good, encoding="utf-8")
    assert EIGEN in open_shelf(find_roots(settings.CATALOGUE)).indicators
