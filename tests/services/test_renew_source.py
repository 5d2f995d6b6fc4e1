"""A source is loaded anew in the background, by who may, and the figures follow."""

from pathlib import Path
from typing import Any

import pytest

from openlea.core.errors import NotAllowed
from openlea.policy.rechten import LidRol
from openlea.services.ask_work import ask_work
from openlea.services.do_work import do_work
from openlea.services.laden import beheer
from openlea.services.laden.plank import plek_of
from openlea.services.load_sources import load_sources
from openlea.storage.warehouse.warehouse import Warehouse
from tests.services.laden_bron import BRON, file_of, make_catalogue
from tests.world import World


@pytest.fixture
def house(tmp_path: Path, settings: Any) -> Warehouse:
    settings.WAREHOUSE, settings.BUNDLE = tmp_path / "warehouse", tmp_path / "bundel"
    settings.FIGURES = tmp_path / "figures"
    settings.CATALOGUE = str(make_catalogue(tmp_path / "eigen"))
    load_sources(bestanden=[file_of(60)])
    return Warehouse(settings.WAREHOUSE, settings.BUNDLE)


def test_with_another_reader_the_kept_file_becomes_a_new_version(
    house: Warehouse, hilversum: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beheer, "is_alone", lambda: True)
    file = plek_of(BRON).source.file
    file.write_text(file.read_text("utf-8") + "\n# a remark\n", "utf-8")
    werk = ask_work(hilversum.actor(LidRol.AGENDABEHEERDER), "laad_bron", {"bron": BRON})
    do_work(werk.pk)
    werk.refresh_from_db()
    assert (werk.fout, str(werk.staat)) == ("", "klaar")
    assert werk.uitkomst is not None
    assert werk.uitkomst["naar"] == f"cijfers/bronnen/{BRON}/"
    assert "60 rijen" in werk.uitkomst["zin"]
    assert house.version(BRON).versie == 2


def test_one_of_many_werkruimten_renews_no_national_table(
    house: Warehouse, hilversum: World
) -> None:
    werk = ask_work(hilversum.actor(LidRol.AGENDABEHEERDER), "laad_bron", {"bron": BRON})
    do_work(werk.pk)
    werk.refresh_from_db()
    assert str(werk.staat) == "mislukt"
    assert "opdrachtregel" in werk.fout
    assert house.version(BRON).versie == 1


def test_who_may_not_change_sources_can_not_even_ask(house: Warehouse, hilversum: World) -> None:
    with pytest.raises(NotAllowed):
        ask_work(hilversum.actor(LidRol.WETHOUDER), "laad_bron", {"bron": BRON})
