"""An assignment stands in the day and the calendar of who must act on it, and of nobody else."""

from datetime import timedelta

from openlea.core.kalender import Kalenderregel
from openlea.policy.rechten import Actor, LidRol
from openlea.policy.vandaag_opdrachten import Opdrachtwerk
from openlea.services.accept_opdracht import accept_opdracht
from openlea.services.give_opdracht import give_opdracht
from openlea.services.keep_opdracht import keep_opdracht
from openlea.services.keep_voorstel import keep_voorstel
from openlea.services.list_own_opdrachten import list_own_opdrachten
from openlea.services.make_kalender import make_kalender
from openlea.services.submit_voorstel import submit_voorstel
from openlea.services.withdraw_opdracht import withdraw_opdracht
from openlea.storage.records.models import Opdracht, Partij
from tests.services.opdracht_plek import (
    TODAY,
    VOORSTEL,
    beheer,
    decision_on,
    on_agenda,
    opzet,
    partner,
)
from tests.services.opdracht_plek import accepted as accepted_opdracht
from tests.world import World


def works(actor: Actor, opdracht: Opdracht) -> list[Opdrachtwerk]:
    own = {f"opdracht:{opdracht.pk}"} | {f"voorstel:{v.pk}" for v in opdracht.voorstellen.all()}
    return [one.werk for one in list_own_opdrachten(actor, TODAY) if one.waar in own]


def lines(actor: Actor, opdracht: Opdracht, partij: int | None = None) -> list[Kalenderregel]:
    found = make_kalender(actor, partij, TODAY)
    return [one for one in found if one.id.endswith(f"/opdracht/{opdracht.pk}")]


def test_each_step_is_asked_of_the_side_that_must_take_it(hilversum: World) -> None:
    gemeente, werkgroep = beheer(hilversum), partner(hilversum)
    kept = keep_opdracht(gemeente, opzet(hilversum), TODAY)
    assert works(werkgroep, kept) == []
    give_opdracht(gemeente, kept.pk, TODAY)
    assert works(werkgroep, kept) == [Opdrachtwerk.AANVAARDEN]
    accept_opdracht(werkgroep, kept.pk, TODAY)
    assert works(werkgroep, kept) == [Opdrachtwerk.UITWERKEN]
    assert works(gemeente, kept) == []
    voorstel = keep_voorstel(werkgroep, kept.pk, VOORSTEL, TODAY)
    submit_voorstel(werkgroep, voorstel.pk, TODAY)
    assert works(werkgroep, kept) == []
    assert works(gemeente, kept) == [Opdrachtwerk.AGENDEREN]


def test_the_outcome_is_asked_once_the_board_decided(hilversum: World) -> None:
    opdracht = accepted_opdracht(hilversum)
    voorstel = on_agenda(hilversum, opdracht)
    assert works(beheer(hilversum), opdracht) == []
    assert voorstel.punt is not None
    decision_on(hilversum, voorstel.punt)
    assert works(beheer(hilversum), opdracht) == [Opdrachtwerk.BESLISSEN]
    assert works(partner(hilversum), opdracht) == []


def test_the_municipality_hears_of_a_proposal_that_is_late(hilversum: World) -> None:
    opdracht = accepted_opdracht(hilversum)
    Opdracht.objects.filter(pk=opdracht.pk).update(voor=TODAY - timedelta(days=1))
    assert works(beheer(hilversum), opdracht) == [Opdrachtwerk.UITWERKEN]


def test_who_only_reads_has_nothing_to_do(hilversum: World) -> None:
    opdracht = accepted_opdracht(hilversum)
    for rol in (LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK):
        assert works(hilversum.actor(rol), opdracht) == []


def test_the_last_day_stands_in_the_calendar_of_who_sits_in_the_werkgroep(
    hilversum: World,
) -> None:
    opdracht = accepted_opdracht(hilversum)
    actor = partner(hilversum)
    (own,) = lines(actor, opdracht, actor.partij)
    assert (own.van, own.tot) == (opdracht.voor, opdracht.voor)
    assert own.herinner_dagen is not None
    other = Partij.objects.of(hilversum.werkruimte.pk).filter(reeksleden=None).first()
    assert other is not None
    assert lines(beheer(hilversum), opdracht, other.pk) == []
    assert lines(hilversum.actor(LidRol.LEZER), opdracht) == []


def test_a_draft_is_in_no_calendar_and_what_is_withdrawn_lapses(hilversum: World) -> None:
    gemeente = beheer(hilversum)
    kept = keep_opdracht(gemeente, opzet(hilversum), TODAY)
    assert lines(gemeente, kept) == []
    give_opdracht(gemeente, kept.pk, TODAY)
    (before,) = lines(gemeente, kept)
    withdraw_opdracht(gemeente, kept.pk, "Niet meer nodig", TODAY)
    (after,) = lines(gemeente, kept)
    assert after.vervallen
    assert after.id == before.id
    assert after.volgnummer > before.volgnummer


def test_a_proposal_that_is_there_asks_no_reminder(hilversum: World) -> None:
    opdracht = accepted_opdracht(hilversum)
    on_agenda(hilversum, opdracht)
    (line,) = lines(partner(hilversum), opdracht)
    assert line.titel.startswith("Klaar: ")
    assert line.herinner_dagen is None
