"""An indicator of one's own: one file in a folder of one's own, and the figures made of it."""

import shutil
from pathlib import Path

import pytest
from pytest_django import Settings

EIGEN = "kleuters_op_school"
TITEL = "Kleuters op de basisschool"
FILE = '''
"""Kleuters op de basisschool."""

import narwhals as nw

from openlea.catalogue.measures import Table, count
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Kleuters op de basisschool",
    vraag="Hoeveel kleuters gaan er naar de basisschool?",
    eenheid="leerlingen",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANTAL,
    grein=PlaceKind.SCHOOL,
    niveaus=(PlaceKind.SCHOOL, PlaceKind.GEMEENTE),
    geen_niveau={
        kind: "Niet gevraagd."
        for kind in PlaceKind
        if kind not in (PlaceKind.SCHOOL, PlaceKind.GEMEENTE)
    },
    definitie="Leerlingen van 4 en 5 jaar op de basisschool, op 1 oktober.",
    let_op=("Vergelijk niet met het aantal kleuters dat er woont.",),
    bron_definitie="Zelf bedacht",
    zin="gaan {waarde} kleuters naar de basisschool",
)


def compute(duo_leerlingen_po: Table) -> Table:
    """Return the pupils of four and five of each basisschool."""
    young = (nw.col("soort") == "bo") & nw.col("leeftijd").is_between(4, 5)
    return count(duo_leerlingen_po, place="vestiging", period="peildatum", where=young)


EXAMPLE = Example(
    given={
        "duo_leerlingen_po": """
        peildatum   vestiging soort leeftijd aantal
        2024-10-01  00AA00    bo    4        20
        2024-10-01  00AA00    bo    5        <5
        2024-10-01  00AA00    bo    6        30
        """,
    },
    expect=[("school", "00AA00", "2024-10-01", 21.0, 24.0)],
    uitleg="20 en 1 tot en met 4 leerlingen: 21 tot en met 24.",
)
'''


@pytest.fixture
def eigen_indicator(
    figures_once: Path, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> str:
    """Put one file in a catalogue of one's own and compute; return the id of the indicator."""
    from openlea.services.compute_figures import compute_figures

    folder = tmp_path / "catalogus" / "voorschool" / "indicators"
    folder.mkdir(parents=True)
    (folder / f"{EIGEN}.py").write_text(FILE, encoding="utf-8")
    shutil.copytree(figures_once, tmp_path / "cijfers")
    settings.CATALOGUE = str(tmp_path / "catalogus")
    settings.FIGURES = tmp_path / "cijfers"
    monkeypatch.setenv("OPENLEA_CATALOGUE", settings.CATALOGUE)
    compute_figures([EIGEN])
    return EIGEN
