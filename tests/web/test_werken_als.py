"""Who has more than one role here works in one of them, chooses which, and the log tells it."""

import pytest
from django.test import Client
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import LidRol
from openlea.services.work_as import work_as
from openlea.storage.records.models import Lidmaatschap, Logregel, Partij
from openlea.web.actor import session_key, work_key
from tests.world import World


@pytest.fixture
def auditor(hilversum: World) -> Lidmaatschap:
    """Make who keeps the agenda the auditor too."""
    return also(hilversum, LidRol.AUDITOR)


def also(world: World, rol: LidRol, partij: Partij | None = None) -> Lidmaatschap:
    keeper = world.lid(LidRol.AGENDABEHEERDER)
    return Lidmaatschap.objects.create(
        werkruimte=world.werkruimte,
        persoon_id=keeper.persoon_id,
        partij=partij,
        rol=rol,
        van=timezone.localdate(),
    )


def choose(world: World, client: Client, lid: int) -> int:
    return client.post(world.url("werk-als/"), {"lid": lid}).status_code


def test_without_a_choice_one_works_in_the_first_role(
    hilversum: World, auditor: Lidmaatschap
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    shown = client.get(hilversum.url("agenda/")).content.decode()
    assert "<span>Agendabeheerder</span>" in shown
    assert client.get(hilversum.url("mensen/")).status_code == 200


def test_the_rights_are_those_of_the_chosen_role_and_of_no_other(
    hilversum: World, auditor: Lidmaatschap
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    assert choose(hilversum, client, auditor.pk) == 302
    assert client.get(hilversum.url("mensen/")).status_code == 403
    assert "<span>FG of auditor</span>" in client.get(hilversum.url("agenda/")).content.decode()
    choose(hilversum, client, hilversum.lid(LidRol.AGENDABEHEERDER).pk)
    assert client.get(hilversum.url("mensen/")).status_code == 200


def test_every_change_of_role_stands_in_the_log(hilversum: World, auditor: Lidmaatschap) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    before = Logregel.objects.count()
    choose(hilversum, client, auditor.pk)
    choose(hilversum, client, auditor.pk)
    [line] = Logregel.objects.order_by("pk")[before:]
    assert (line.soort, line.rol, line.noun) == (Logsoort.RECHT, "agendabeheerder", "lid")
    assert line.bijzonderheid == "van Agendabeheerder naar FG of auditor"


def test_nobody_works_in_a_role_of_another_or_one_that_ended(
    hilversum: World, auditor: Lidmaatschap
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    others = hilversum.lid(LidRol.ANALIST)
    assert choose(hilversum, client, others.pk) == 422
    with pytest.raises(NotFound):
        work_as(hilversum.actor(LidRol.AGENDABEHEERDER), others.pk)
    choose(hilversum, client, auditor.pk)
    Lidmaatschap.objects.filter(pk=auditor.pk).update(van="2020-01-01", tot="2020-12-31")
    assert client.get(hilversum.url("mensen/")).status_code == 200
    with pytest.raises(NotFound):
        work_as(hilversum.actor(LidRol.AGENDABEHEERDER), auditor.pk)


def test_another_role_ends_looking_as_somebody_else(
    hilversum: World, auditor: Lidmaatschap
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    client.post(hilversum.url("bekijk-als/"), {"rol": "lezer"})
    choose(hilversum, client, auditor.pk)
    assert session_key(hilversum.werkruimte) not in client.session
    assert client.session[work_key(hilversum.werkruimte.pk)] == auditor.pk


def test_one_role_in_two_partijen_are_two_choices(hilversum: World) -> None:
    partijen = Partij.objects.of(hilversum.werkruimte.pk).order_by("id")
    for partij in partijen[:2]:
        also(hilversum, LidRol.PARTNER, partij)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    shown = client.get(hilversum.url("werk-als/")).content.decode()
    assert all(f"Partner, {partij.naam}" in shown for partij in partijen[:2])


def test_who_has_one_role_is_offered_no_choice(hilversum: World) -> None:
    client = hilversum.client(LidRol.PARTNER)
    assert "werk-als" not in client.get(hilversum.url("agenda/")).content.decode()
    assert "Je hebt hier één rol" in client.get(hilversum.url("werk-als/")).content.decode()


def test_who_has_more_roles_in_one_werkruimte_goes_straight_in_to_the_chosen_one(
    hilversum: World, auditor: Lidmaatschap
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    assert client.get("/")["Location"] == hilversum.url("")
    choose(hilversum, client, auditor.pk)
    assert client.get(client.get("/")["Location"]).status_code == 200


@pytest.mark.parametrize("rol", LidRol)
def test_every_role_starts_on_a_page_that_opens(hilversum: World, rol: LidRol) -> None:
    client = hilversum.client(rol)
    first = client.get("/")
    if rol is not LidRol.PUBLIEK:
        assert client.get(first["Location"]).status_code == 200
