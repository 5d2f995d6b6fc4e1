"""Who writes while another's page is being read is never written over: the version is no newer.

Found by killing the site while eight people wrote (benchmarks/kills.py): two saves were lost, once
in so many hundreds, because a page read its texts first and their version after that.
"""

import re
from typing import Any

import pytest

from openlea.policy.rechten import LidRol
from openlea.storage.records import models as records
from openlea.web.pages.agenda import blik
from tests.world import World

WRITTEN = {"naam": "Iemand anders"}


@pytest.fixture
def written_between(hilversum: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let somebody write just after the texts of a page were read."""
    read = blik.agenda_values

    def reads(*asked: Any) -> Any:
        found = read(*asked)
        for each in (hilversum.agenda.acties, hilversum.agenda.speerpunten):
            each.filter(versie=1).update(versie=2, **WRITTEN)
        return found

    monkeypatch.setattr(blik, "agenda_values", reads)


@pytest.mark.usefixtures("written_between")
@pytest.mark.parametrize("path", ["actie/1A1/wijzigen/", "speerpunt/1A/wijzigen/"])
def test_a_form_shows_no_newer_version_than_its_texts(hilversum: World, path: str) -> None:
    page = hilversum.client(LidRol.AGENDABEHEERDER).get(hilversum.url(path)).content.decode()
    assert WRITTEN["naam"] not in page
    assert re.findall(r'name="versie" value="(\d+)"', page) == ["1"]


@pytest.mark.usefixtures("written_between")
def test_the_grid_shows_no_newer_version_than_its_texts(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    rijen = client.get(hilversum.url("agenda/rooster/")).context["rijen"]
    assert records.Actie.objects.filter(**WRITTEN).exists()
    assert {rij.versie for rij in rijen} == {1}
