"""Figures that can't be read any more give a page that says so, and a problem to a program."""

import shutil
from json import loads
from pathlib import Path

import pytest
from django.urls import reverse
from pytest_django import Settings

from openlea.policy.rechten import LidRol
from openlea.web.routes import ROUTES
from tests.web.api_wereld import ROOT, Programma
from tests.world import World


@pytest.fixture
def damaged(figures_once: Path, tmp_path: Path, settings: Settings) -> Path:
    """Return a copy of the figures of which every file was cut in two."""
    folder = Path(shutil.copytree(figures_once, tmp_path / "cijfers"))
    for file in folder.glob("*/cijfers/deel-*.parquet"):
        whole = file.read_bytes()
        file.write_bytes(whole[: len(whole) // 2])
    settings.FIGURES = folder
    return folder


def test_no_page_breaks_on_damaged_figures_and_those_that_need_them_say_so(
    hilversum: World, damaged: Path
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    client.raise_request_exception = False
    told = {}
    for route in (one for one in ROUTES if one.get):
        url = reverse(route.name, kwargs={"werkruimte": "hilversum", **route.voorbeeld})
        answer = client.get(url)
        if answer.status_code >= 500:
            told[route.name] = (answer.status_code, b"cijfers zijn beschadigd" in answer.content)
    assert set(told.values()) == {(503, True)}, told
    assert "cijfers" in told


def test_a_program_gets_a_problem_that_names_it(hilversum: World, damaged: Path) -> None:
    answer = Programma().ask(f"{ROOT}/cijfers?indicator=leerlingen_bo&code=GM0402")
    assert answer.status_code == 503
    assert "beschadigd" in loads(answer.content)["detail"]
