"""Everything goes over to another, who is asked from then on, and it can be taken back whole."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from openlea.core.agenda import Rol
from openlea.core.errors import BadInput, Conflict, NotAllowed
from openlea.policy.rechten import Actor, LidRol
from openlea.services.ask_updates import ask_updates
from openlea.services.overdracht.wat import collect, find_kant
from openlea.services.transfer_acties import transfer_acties
from openlea.services.undo_transfer import undo_transfer
from openlea.storage.records.models import (
    Afspraak,
    Betrokkenheid,
    Lidmaatschap,
    Partij,
    Persoon,
    Verzoek,
)
from openlea.storage.records.verzoek import VerzoekStaat
from tests.world import World


def beheer(world: World) -> Actor:
    return world.actor(LidRol.AGENDABEHEERDER)


def parts(world: World) -> set[tuple[str, str, str, int | None]]:
    """Return who is what to which action."""
    found = Betrokkenheid.objects.filter(actie__agenda=world.agenda)
    return {
        (code, partij, rol, lid)
        for code, partij, rol, lid in found.values_list(
            "actie__code", "partij__code", "rol", "lid_id"
        )
    }


def asked(world: World) -> set[tuple[str, str, int]]:
    """Return what is open: about what, for which partij, of whom."""
    found = Verzoek.objects.of(world.werkruimte.pk).open()
    return set(found.values_list("onderwerp_code", "partij_code", "aan_id"))


def with_asks(world: World) -> None:
    """Let so much time pass that every owner is asked; what was agreed is asked another way."""
    Afspraak.objects.all().delete()
    ask_updates(world.agenda.in_gebruik_op + timedelta(days=200))


def colleague(world: World, of: Lidmaatschap) -> Lidmaatschap:
    persoon = Persoon.objects.create(email="collega@hilversum.example", naam="Collega")
    return Lidmaatschap.objects.create(
        werkruimte=world.werkruimte,
        persoon=persoon,
        partij=of.partij,
        rol=of.rol,
        van=timezone.localdate(),
    )


def test_every_part_of_a_partij_goes_over_and_nobody_is_twice_in_an_action(
    hilversum: World,
) -> None:
    before = parts(hilversum)
    own = {code for code, partij, *_ in before if partij == "ggd"}
    wat, _ = transfer_acties(beheer(hilversum), "partij:ggd", "partij:welzijn")
    after = parts(hilversum)
    assert len(wat.betrokken) == len(own) > 0
    assert {code for code, partij, *_ in after if partij == "ggd"} == set()
    assert own <= {code for code, partij, *_ in after if partij == "welzijn"}


def test_who_already_took_part_gets_the_heavier_role(hilversum: World) -> None:
    actie = hilversum.agenda.acties.get(code="1A3")
    welzijn = Partij.objects.of(hilversum.werkruimte.pk).get(code="welzijn")
    Betrokkenheid.objects.create(
        werkruimte=hilversum.werkruimte, actie=actie, partij=welzijn, rol=Rol.BETROKKEN
    )
    wat, _ = transfer_acties(beheer(hilversum), "partij:ggd", "partij:welzijn")
    assert actie.pk in wat.al_betrokken
    [left] = actie.betrokkenen.all()
    assert (left.partij.code, left.rol) == ("welzijn", Rol.TREKKER)


def test_the_history_keeps_who_it_was_of(hilversum: World) -> None:
    actie = hilversum.agenda.acties.get(code="1A3")
    part = actie.betrokkenen.get(partij__code="ggd")
    transfer_acties(beheer(hilversum), "partij:ggd", "partij:welzijn")
    told = [(one.partij.code, one.history_user_id) for one in part.history.order_by("history_date")]
    assert [code for code, _ in told] == ["ggd", "welzijn"]
    assert told[-1][1] == beheer(hilversum).persoon


def test_open_asks_close_as_handed_over_and_are_asked_anew(hilversum: World) -> None:
    with_asks(hilversum)
    codes = {code for code, partij, _ in asked(hilversum) if partij == "ggd"}
    assert codes
    transfer_acties(beheer(hilversum), "partij:ggd", "partij:bibliotheek")
    assert {code for code, partij, _ in asked(hilversum) if partij == "ggd"} == set()
    assert codes <= {code for code, partij, _ in asked(hilversum) if partij == "bibliotheek"}
    closed = Verzoek.objects.of(hilversum.werkruimte.pk).filter(staat=VerzoekStaat.OVERGEDRAGEN)
    assert {one.partij_code for one in closed} == {"ggd"}


def test_a_colleague_takes_over_what_was_asked_of_a_person(hilversum: World) -> None:
    with_asks(hilversum)
    lid = hilversum.lid(LidRol.PARTNER)
    other = colleague(hilversum, lid)
    mine = {(code, partij) for code, partij, aan in asked(hilversum) if aan == lid.pk}
    assert mine
    transfer_acties(beheer(hilversum), f"lid:{lid.pk}", f"lid:{other.pk}")
    assert {(code, p) for code, p, aan in asked(hilversum) if aan == other.pk} == mine
    assert {aan for *_, aan in asked(hilversum)} & {lid.pk} == set()


@pytest.mark.parametrize("naar", ["partij:bibliotheek", "partij:welzijn"])
def test_taken_back_it_is_as_it_was(hilversum: World, naar: str) -> None:
    with_asks(hilversum)
    before = parts(hilversum), asked(hilversum)
    _, stappen = transfer_acties(beheer(hilversum), "partij:ggd", naar)
    assert (parts(hilversum), asked(hilversum)) != before
    undo_transfer(beheer(hilversum), stappen)
    assert (parts(hilversum), asked(hilversum)) == before


def test_it_cannot_be_taken_back_over_the_work_of_somebody_else(hilversum: World) -> None:
    _, stappen = transfer_acties(beheer(hilversum), "partij:ggd", "partij:welzijn")
    after = parts(hilversum)
    moved = Betrokkenheid.objects.get(pk=stappen[-1].nummer or 0)
    moved.versie += 1
    moved.save()
    with pytest.raises(Conflict):
        undo_transfer(beheer(hilversum), stappen)
    assert parts(hilversum) == after


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ("partij:ggd", "partij:ggd"),
        ("partij:ggd", "partij:niemand"),
        ("partij:ggd", "lid:1"),
        ("ggd", "partij:welzijn"),
        ("", ""),
        ("lid:99999999", "lid:1"),
    ],
)
def test_two_sides_that_do_not_fit_are_refused_and_nothing_moves(
    hilversum: World, van: str, naar: str
) -> None:
    before = parts(hilversum)
    with pytest.raises(BadInput):
        transfer_acties(beheer(hilversum), van, naar)
    assert parts(hilversum) == before


def test_somebody_of_another_partij_cannot_take_over_a_persons_questions(
    hilversum: World,
) -> None:
    one, other = list(Lidmaatschap.objects.of(hilversum.werkruimte.pk).filter(rol="partner"))[:2]
    with pytest.raises(BadInput) as refused:
        transfer_acties(beheer(hilversum), f"lid:{one.pk}", f"lid:{other.pk}")
    assert "dezelfde partij" in str(refused.value)


def test_who_left_cannot_take_over(hilversum: World) -> None:
    lid = hilversum.lid(LidRol.PARTNER)
    gone = colleague(hilversum, lid)
    gone.van, gone.tot = date(2024, 1, 1), date(2024, 12, 31)
    gone.save()
    with pytest.raises(BadInput):
        transfer_acties(beheer(hilversum), f"lid:{lid.pk}", f"lid:{gone.pk}")


@pytest.mark.parametrize("rol", [LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER])
def test_only_who_keeps_the_agenda_hands_over(hilversum: World, rol: LidRol) -> None:
    with pytest.raises(NotAllowed):
        transfer_acties(hilversum.actor(rol), "partij:ggd", "partij:welzijn")


def test_what_will_move_is_told_in_a_fixed_number_of_queries(
    hilversum: World, django_assert_num_queries: Any
) -> None:
    room = hilversum.werkruimte.pk
    van, naar = find_kant(room, "partij:gemeente"), find_kant(room, "partij:ggd")
    agenda = hilversum.agenda
    with django_assert_num_queries(5):
        assert collect(agenda, van, naar).aantal == 8
