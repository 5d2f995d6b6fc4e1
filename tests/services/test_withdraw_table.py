"""An own table can be set aside and taken back: what counts follows, and so do the figures."""

from pathlib import Path
from typing import Any

import pytest

from openlea.core.bron import Bestand
from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import LidRol
from openlea.services.commit_inlezing import commit_inlezing
from openlea.services.restore_table import restore_table
from openlea.services.start_inlezing import start_inlezing
from openlea.services.withdraw_table import withdraw_table
from openlea.storage.records.models import Logregel, Werk
from tests.web.inlees_wereld import TEKORT, csv_of, own_table
from tests.world import World


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, settings: Any) -> None:
    settings.WAREHOUSE, settings.DATA = tmp_path / "warehouse", tmp_path
    settings.FIGURES = tmp_path / "figures"


def read_in(world: World, *rows: tuple[str, str, str]) -> dict[str, Any]:
    beheer = world.actor(LidRol.AGENDABEHEERDER)
    one = start_inlezing(beheer, TEKORT, Bestand(naam="t.csv", inhoud=csv_of(*rows)))
    return dict(commit_inlezing(beheer, one.pk, one.versie).uitkomst or {})


def test_a_table_set_aside_is_gone_from_use_and_comes_back_whole(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    read_in(hilversum, ("41388", "po", "12"))
    asked = withdraw_table(beheer, TEKORT)
    assert (asked.soort, own_table(hilversum)) == ("reken_cijfers", None)
    assert Logregel.objects.filter(werk="eigen tabel niet meer gebruikt").count() == 1
    with pytest.raises(NotFound):
        withdraw_table(beheer, TEKORT)
    restore_table(beheer, TEKORT)
    assert own_table(hilversum) is not None


def test_the_same_file_after_it_was_set_aside_counts_again(hilversum: World) -> None:
    read_in(hilversum, ("41388", "po", "12"))
    withdraw_table(hilversum.actor(LidRol.AGENDABEHEERDER), TEKORT)
    assert read_in(hilversum, ("41388", "po", "12"))["uitslag"] == "nieuw"
    assert own_table(hilversum) is not None


@pytest.mark.parametrize("rol", [LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER])
def test_only_who_keeps_the_sources_sets_a_table_aside(hilversum: World, rol: LidRol) -> None:
    read_in(hilversum, ("41388", "po", "12"))
    before = Werk.objects.count()
    for verb in (withdraw_table, restore_table):
        with pytest.raises(NotAllowed):
            verb(hilversum.actor(rol), TEKORT)
    assert own_table(hilversum) is not None
    assert Werk.objects.count() == before


def test_the_page_sets_aside_and_offers_the_way_back(hilversum: World) -> None:
    read_in(hilversum, ("41388", "po", "12"))
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    url = hilversum.url(f"cijfers/bronnen/{TEKORT}/")
    assert "Gebruik de eigen tabel niet meer" in client.get(url).content.decode()
    told = client.post(f"{url}eigen/", {"eigen": "niet"}, follow=True).content.decode()
    assert "telt niet meer mee" in told
    assert 'value="weer"' in told
    assert own_table(hilversum) is None
    again = client.post(f"{url}eigen/", {"eigen": "weer"}, follow=True).content.decode()
    assert 'value="niet"' in again
    assert own_table(hilversum) is not None
