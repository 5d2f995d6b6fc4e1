"""The four steps can be read, in their order, and an own file words them otherwise."""

from pathlib import Path

import pytest

from openlea.catalogue.stappenkast import open_vierstappen, wrong_vierstappen
from openlea.core.catalogue import SHIPPED
from openlea.core.errors import CatalogueError
from openlea.core.vierstappen import SOORT, read_vierstappen

STAPPEN = ("verkennen", "betekenis", "grenzen", "vaststellen")
"""As the GOAB-handreiking orders them in paragraph 2.2: the four D's."""


def test_the_steps_stand_in_the_order_of_the_source() -> None:
    assert tuple(open_vierstappen((SHIPPED,))) == STAPPEN


def test_every_step_has_an_aim_a_yield_questions_items_and_a_source() -> None:
    for stap in open_vierstappen((SHIPPED,)).values():
        assert stap.doel
        assert stap.levert
        assert stap.vragen
        assert stap.punten
        assert "2.2" in stap.bron


def test_the_items_of_a_step_fit_in_the_meeting_of_its_kind() -> None:
    from openlea.catalogue.overlegkast import open_overlegkaarten

    kaart = open_overlegkaarten((SHIPPED,))[SOORT]
    standing = sum(one.minuten for one in kaart.punten)
    for stap in open_vierstappen((SHIPPED,)).values():
        assert standing + sum(one.minuten for one in stap.punten) <= kaart.minuten


def test_the_list_of_questions_that_a_step_names_is_on_the_shelf() -> None:
    lists = {file.stem for file in SHIPPED.glob("samenwerking/vragenlijsten/*.toml")}
    named = {one.raadpleging for one in open_vierstappen((SHIPPED,)).values()} - {""}
    assert named <= lists


def test_an_own_wording_replaces_ours_and_a_wrong_one_costs_only_itself(tmp_path: Path) -> None:
    folder = tmp_path / "eigen"
    folder.mkdir()
    file = folder / "vier_stappen.toml"
    file.write_text(
        '[verkennen]\ntitel = "Kennismaken"\ndoel = "Elkaar leren kennen."\nbron = "Eigen"\n'
        'levert = ["Namen"]\nvragen = ["Wie ben je?"]\n',
        encoding="utf-8",
    )
    here = open_vierstappen((SHIPPED, tmp_path))
    assert (here["verkennen"].titel, len(here)) == ("Kennismaken", 4)
    file.write_text('[verkennen]\ntitel = "Half"\n', encoding="utf-8")
    assert open_vierstappen((SHIPPED, tmp_path))["verkennen"].titel == "Verkennen"
    assert wrong_vierstappen((SHIPPED, tmp_path))


def test_a_slip_of_the_pen_in_a_step_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "eigen"
    folder.mkdir()
    (folder / "vier_stappen.toml").write_text('[x]\ntitle = "Fout"\n', encoding="utf-8")
    with pytest.raises(CatalogueError, match="title"):
        read_vierstappen((tmp_path,))
