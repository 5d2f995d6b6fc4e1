"""The agendabeheerder makes a key that is shown once, sees who uses what, and takes it back."""

import re

import pytest
from django.utils import timezone

from openlea.core.errors import BadInput, NotAllowed, NotFound
from openlea.policy.rechten import LidRol
from openlea.policy.sleutel import TE_GEVEN, last_day
from openlea.services.make_sleutel import make_sleutel
from openlea.services.revoke_sleutel import revoke_sleutel
from openlea.storage.records.models import Logregel, Sleutel, Werkruimte
from tests.web.api_wereld import Programma, make_key
from tests.world import World

AGENDA = "/api/v1/werkruimten/hilversum/agenda"
GOOD = {"naam": "Dashboard", "rol": "lezer"}


def sent(**anders: str) -> dict[str, str]:
    return GOOD | {"geldig_tot": timezone.localdate().isoformat()} | anders


def test_a_new_key_is_shown_once_and_works_at_once(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    answer = client.post(hilversum.url("sleutels/maken/"), sent())
    [geheim] = re.findall(r'id="sleutel">([^<]+)<', answer.content.decode())
    assert answer["Cache-Control"] == "no-store"
    assert Programma(geheim).ask(AGENDA).status_code == 200
    later = client.get(hilversum.url("sleutels/")).content.decode()
    assert geheim not in later
    assert geheim[:12] in later


def test_what_can_not_be_is_said_at_the_field_and_nothing_typed_is_lost(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    too_long = last_day(timezone.localdate()).replace(year=2999).isoformat()
    answer = client.post(hilversum.url("sleutels/maken/"), sent(geldig_tot=too_long))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Kies een dag van vandaag tot en met" in text
    assert 'value="Dashboard"' in text
    assert not Sleutel.objects.exists()


def test_a_key_that_was_taken_back_opens_nothing_and_stays_in_the_list(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    key = make_key(hilversum.lid(LidRol.AGENDABEHEERDER))
    nummer = Sleutel.objects.get().pk
    answer = client.post(hilversum.url(f"sleutels/{nummer}/intrekken/"), follow=True)
    assert "Ingetrokken op" in answer.content.decode()
    assert Programma(key).ask(AGENDA).status_code == 401


def test_an_empty_list_says_what_a_key_is_for(hilversum: World) -> None:
    page = hilversum.client(LidRol.AGENDABEHEERDER).get(hilversum.url("sleutels/"))
    assert "Er is nog geen sleutel" in page.content.decode()


@pytest.mark.parametrize("rol", [one for one in LidRol if one is not LidRol.AGENDABEHEERDER])
def test_nobody_else_makes_or_takes_back_a_key(hilversum: World, rol: LidRol) -> None:
    make_key(hilversum.lid(LidRol.AGENDABEHEERDER))
    actor = hilversum.actor(rol)
    with pytest.raises(NotAllowed):
        make_sleutel(actor, "x", LidRol.LEZER, timezone.localdate())
    with pytest.raises(NotAllowed):
        revoke_sleutel(actor, Sleutel.objects.get().pk)


def test_a_key_of_another_werkruimte_is_not_there_to_take_back(hilversum: World) -> None:
    ander = World(Werkruimte.objects.get(slug="inclusiever-onderwijs"))
    make_key(ander.lid(LidRol.AGENDABEHEERDER))
    with pytest.raises(NotFound):
        revoke_sleutel(hilversum.actor(LidRol.AGENDABEHEERDER), Sleutel.objects.get().pk)


def test_every_fault_of_a_new_key_is_told_at_once(hilversum: World) -> None:
    with pytest.raises(BadInput) as refused:
        make_sleutel(
            hilversum.actor(LidRol.AGENDABEHEERDER),
            " ",
            LidRol.PUBLIEK,
            timezone.localdate().replace(year=2000),
        )
    assert [one.cel for one in refused.value.fouten] == ["naam", "rol", "geldig_tot"]
    assert LidRol.PUBLIEK not in TE_GEVEN


def test_the_log_says_who_made_and_took_back_which_key_but_never_the_key(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    made = make_sleutel(beheer, "dashboard", LidRol.LEZER, timezone.localdate())
    revoke_sleutel(beheer, made.sleutel.pk)
    told = Logregel.objects.filter(werk__startswith="sleutel").order_by("id")
    assert [one.werk for one in told] == ["sleutel gemaakt", "sleutel ingetrokken"]
    assert all(made.geheim not in str(vars(one)) for one in told)
