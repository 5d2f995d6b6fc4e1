"""A slip in an update costs its maker one tap; nothing of anybody else is undone with it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from openlea.core.agenda import ActieStaat
from openlea.core.errors import Conflict, NotAllowed, NotFound
from openlea.policy.rechten import LidRol
from openlea.services.record_jaarwaarde import record_jaarwaarde
from openlea.services.record_voortgang import Melding, Meting, record_voortgang
from openlea.services.undo_voortgang import undo_voortgang
from openlea.storage.records.models import Jaarwaarde, Logregel, Voortgang
from tests.services.test_record_voortgang import EIGEN, ask
from tests.world import World

GEZINNEN = "1A1-gezinnen"


def state(hilversum: World, code: str) -> tuple[object, ...]:
    found = hilversum.agenda.acties.get(code=code)
    return found.staat, found.staat_reden, found.bijgewerkt_op


def measured(jaar: int = 2026) -> Jaarwaarde | None:
    return Jaarwaarde.objects.filter(streefwaarde__code=GEZINNEN, jaar=jaar).first()


def meting(werkelijk: int, jaar: int = 2026) -> Meting:
    return Meting(streefwaarde=GEZINNEN, jaar=jaar, werkelijk=Decimal(werkelijk))


def test_the_state_is_what_it_was_and_the_ask_is_open_again(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.PARTNER)
    record_voortgang(actor, EIGEN, Melding(staat=ActieStaat.GESTOPT, blokkade="Geen geld."))
    before, verzoek = state(hilversum, EIGEN), ask(hilversum, EIGEN)
    told = record_voortgang(actor, EIGEN, Melding(staat=ActieStaat.AFGEROND))
    assert undo_voortgang(actor, told.pk) == EIGEN
    verzoek.refresh_from_db()
    assert state(hilversum, EIGEN) == before
    assert (verzoek.staat, verzoek.gedaan_op, verzoek.gedaan_door) == ("open", None, None)
    assert not Voortgang.objects.filter(pk=told.pk).exists()
    assert Logregel.objects.filter(werk="melding teruggenomen", onderwerp=EIGEN).exists()


def test_the_day_on_which_nothing_was_told_yet_comes_back_too(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.PARTNER)
    before = state(hilversum, EIGEN)
    told = record_voortgang(actor, EIGEN, Melding(staat=ActieStaat.OP_SCHEMA))
    undo_voortgang(actor, told.pk)
    assert state(hilversum, EIGEN) == before


def test_what_was_measured_with_it_becomes_what_it_was(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    record_jaarwaarde(actor, GEZINNEN, 2026, Decimal(12))
    told = record_voortgang(
        actor, "1A1", Melding(staat=ActieStaat.OP_SCHEMA, metingen=(meting(83),))
    )
    undo_voortgang(actor, told.pk)
    year = measured()
    assert year is not None
    assert (year.werkelijk, year.peildatum) == (Decimal(12), timezone.localdate())


def test_a_year_that_the_update_made_goes_with_it(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    Jaarwaarde.objects.filter(streefwaarde__code=GEZINNEN, jaar=2026).delete()
    told = record_voortgang(
        actor, "1A1", Melding(staat=ActieStaat.OP_SCHEMA, metingen=(meting(3),))
    )
    undo_voortgang(actor, told.pk)
    assert measured() is None


def test_a_measurement_made_apart_stays_where_it_is(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    told = record_voortgang(actor, "1A1", Melding(staat=ActieStaat.OP_SCHEMA))
    record_jaarwaarde(actor, GEZINNEN, 2026, Decimal(44))
    undo_voortgang(actor, told.pk)
    year = measured()
    assert year is not None
    assert year.werkelijk == Decimal(44)


def test_what_somebody_worked_on_since_is_not_thrown_away(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    told = record_voortgang(
        actor, "1A1", Melding(staat=ActieStaat.OP_SCHEMA, metingen=(meting(83),))
    )
    record_jaarwaarde(actor, GEZINNEN, 2026, Decimal(44))
    before = state(hilversum, "1A1")
    with pytest.raises(Conflict, match="daarna iets veranderd"):
        undo_voortgang(actor, told.pk)
    year = measured()
    assert year is not None
    assert year.werkelijk == Decimal(44)
    assert state(hilversum, "1A1") == before


def test_only_the_newest_update_is_taken_back(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.PARTNER)
    first = record_voortgang(actor, EIGEN, Melding(staat=ActieStaat.OP_SCHEMA))
    second = record_voortgang(actor, EIGEN, Melding(staat=ActieStaat.LOOPT_ACHTER))
    with pytest.raises(Conflict):
        undo_voortgang(actor, first.pk)
    undo_voortgang(actor, second.pk)
    assert state(hilversum, EIGEN)[0] == ActieStaat.OP_SCHEMA
    undo_voortgang(actor, first.pk)


def test_nobody_takes_back_what_another_told_not_even_who_keeps_the_agenda(
    hilversum: World,
) -> None:
    told = record_voortgang(
        hilversum.actor(LidRol.PARTNER), EIGEN, Melding(staat=ActieStaat.OP_SCHEMA)
    )
    with pytest.raises(NotAllowed):
        undo_voortgang(hilversum.actor(LidRol.AGENDABEHEERDER), told.pk)
    with pytest.raises(NotFound):
        undo_voortgang(hilversum.actor(LidRol.PARTNER), 987_654)
    assert Voortgang.objects.filter(pk=told.pk).exists()


def test_after_a_day_others_have_read_it_and_a_new_update_is_the_way(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.PARTNER)
    told = record_voortgang(actor, EIGEN, Melding(staat=ActieStaat.OP_SCHEMA))
    long_ago = timezone.now() - timedelta(hours=25)
    Voortgang.objects.filter(pk=told.pk).update(gemaakt_op=long_ago)
    with pytest.raises(NotAllowed):
        undo_voortgang(actor, told.pk)
