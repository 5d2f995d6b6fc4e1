"""What the board asks of a werkgroep is given, read, accepted or withdrawn, each by its side."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.core.opdracht import OpdrachtStaat
from openlea.policy.rechten import LidRol
from openlea.services.accept_opdracht import accept_opdracht
from openlea.services.describe_opdrachten import describe_opdrachten
from openlea.services.give_opdracht import give_opdracht
from openlea.services.keep_opdracht import keep_opdracht
from openlea.services.keep_record import keep_record
from openlea.services.withdraw_opdracht import withdraw_opdracht
from openlea.storage.records import models as records
from openlea.storage.records.models import Opdracht
from openlea.storage.records.opdracht_seen import opdrachten_seen
from tests.services.opdracht_plek import TODAY, accepted, beheer, opzet, partner, series
from tests.world import World


def test_a_draft_is_not_seen_by_the_werkgroep_until_it_is_given(hilversum: World) -> None:
    kept = keep_opdracht(beheer(hilversum), opzet(hilversum), TODAY)
    assert not opdrachten_seen(partner(hilversum), TODAY).filter(pk=kept.pk).exists()
    give_opdracht(beheer(hilversum), kept.pk, TODAY)
    assert opdrachten_seen(partner(hilversum), TODAY).filter(pk=kept.pk).exists()


def test_an_internal_assignment_is_not_there_for_a_partner(hilversum: World) -> None:
    asked = opzet(hilversum, zichtbaarheid=Zichtbaarheid.INTERN)
    kept = keep_opdracht(beheer(hilversum), asked, TODAY)
    give_opdracht(beheer(hilversum), kept.pk, TODAY)
    with pytest.raises(NotFound):
        accept_opdracht(partner(hilversum), kept.pk, TODAY)


def test_an_assignment_of_an_internal_series_does_not_tell_its_name(hilversum: World) -> None:
    opdracht = accepted(hilversum)
    reeks = opdracht.werkgroep
    reeks.zichtbaarheid = Zichtbaarheid.INTERN
    keep_record(beheer(hilversum), reeks)
    assert not opdrachten_seen(partner(hilversum), TODAY).filter(pk=opdracht.pk).exists()


def test_without_goal_and_result_nobody_knows_what_is_asked(hilversum: World) -> None:
    kept = keep_opdracht(beheer(hilversum), opzet(hilversum, doel="", resultaat=" "), TODAY)
    with pytest.raises(BadInput) as refused:
        give_opdracht(beheer(hilversum), kept.pk, TODAY)
    assert [fout.blad for fout in refused.value.fouten] == ["Doel", "Resultaat"]


def test_a_chair_drafts_an_assignment_for_the_own_series_and_for_no_other(
    hilversum: World,
) -> None:
    chair = hilversum.actor(LidRol.VOORZITTER)
    led = series(hilversum, "Bestuurlijk overleg LEA")
    with pytest.raises(BadInput, match="zelf leidt"):
        keep_opdracht(chair, opzet(hilversum), TODAY)
    seat = records.Reekslid(
        werkruimte=hilversum.werkruimte, reeks=led, lid_id=chair.lid, partij_id=chair.partij,
        rol="secretaris", van=TODAY,
    )  # fmt: skip
    keep_record(beheer(hilversum), seat)
    assert keep_opdracht(chair, opzet(hilversum), TODAY).staat == OpdrachtStaat.CONCEPT
    other = opzet(
        hilversum,
        opdrachtgever=series(hilversum, "Werkgroep ambitie 2").pk,
        werkgroep=led.pk,
    )
    with pytest.raises(BadInput, match="zelf leidt"):
        keep_opdracht(chair, other, TODAY)
    with pytest.raises(NotAllowed):
        keep_opdracht(partner(hilversum), opzet(hilversum), TODAY)


def test_who_chairs_the_board_gives_and_withdraws_for_it(hilversum: World) -> None:
    kept = keep_opdracht(beheer(hilversum), opzet(hilversum), TODAY)
    seat = records.Reekslid.objects.get(reeks=kept.opdrachtgever, lid=partner(hilversum).lid)
    seat.rol = "voorzitter"
    keep_record(beheer(hilversum), seat)
    give_opdracht(partner(hilversum), kept.pk, TODAY)
    assert withdraw_opdracht(partner(hilversum), kept.pk, "Al gedaan", TODAY).staat == "ingetrokken"


def test_accepting_twice_is_told_and_changes_nothing(hilversum: World) -> None:
    opdracht = accepted(hilversum)
    with pytest.raises(Conflict):
        accept_opdracht(partner(hilversum), opdracht.pk, TODAY)


def test_an_accepted_text_that_changes_is_accepted_again(hilversum: World) -> None:
    opdracht = accepted(hilversum)
    changed = opzet(hilversum, resultaat="Ook een planning.")
    kept = keep_opdracht(beheer(hilversum), changed, TODAY, opdracht.pk, opdracht.versie)
    assert kept.staat == OpdrachtStaat.VERSTREKT


def test_the_werkgroep_accepts_the_text_it_read(hilversum: World) -> None:
    kept = keep_opdracht(beheer(hilversum), opzet(hilversum), TODAY)
    given = give_opdracht(beheer(hilversum), kept.pk, TODAY)
    read = given.versie
    keep_opdracht(beheer(hilversum), opzet(hilversum, doel="Iets anders"), TODAY, kept.pk, read)
    with pytest.raises(Conflict):
        accept_opdracht(partner(hilversum), kept.pk, TODAY, read)


def test_what_is_asked_must_fit_who_asks(hilversum: World) -> None:
    lea = series(hilversum, "Bestuurlijk overleg LEA").pk
    wrong = opzet(
        hilversum,
        titel=" ",
        werkgroep=lea,
        voor=date(2020, 1, 1),
        speerpunt="9Z",
        punt=10**6,
    )
    with pytest.raises(BadInput) as refused:
        keep_opdracht(beheer(hilversum), wrong, TODAY)
    cells = [fout.cel for fout in refused.value.fouten]
    assert cells == ["titel", "werkgroep", "voor", "speerpunt", "punt"]


def test_only_the_municipality_makes_an_assignment(hilversum: World) -> None:
    for rol in (LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK):
        with pytest.raises(NotAllowed):
            keep_opdracht(hilversum.actor(rol), opzet(hilversum), TODAY)


def test_the_board_asks_the_database_as_often_for_six_as_for_one(hilversum: World) -> None:
    actor = beheer(hilversum)
    Opdracht.objects.exclude(pk=1).delete()
    with CaptureQueriesContext(connection) as one:
        describe_opdrachten(actor, TODAY)
    for number in range(5):
        kept = keep_opdracht(actor, opzet(hilversum, titel=f"Opdracht {number}"), TODAY)
        give_opdracht(actor, kept.pk, TODAY)
    with CaptureQueriesContext(connection) as six:
        assert len(describe_opdrachten(actor, TODAY).open) == 6
    assert len(six) == len(one)
