"""What was put in the agenda by mistake goes at once and comes back whole; a story never goes."""

from decimal import Decimal

import pytest

from openlea.core.agenda import ActieStaat, Agenda
from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.policy.rechten import LidRol
from openlea.services.add_actie import add_actie
from openlea.services.assign_eigenaar import assign_eigenaar
from openlea.services.record_jaarwaarde import record_jaarwaarde
from openlea.services.record_voortgang import Melding, record_voortgang
from openlea.services.remove_actie import remove_actie
from openlea.services.remove_ambitie import remove_ambitie
from openlea.services.remove_speerpunt import remove_speerpunt
from openlea.services.undo_removal import undo_removal
from openlea.storage.records.as_values import agenda_values, everything
from openlea.storage.records.models import Logregel, Streefwaarde, Verband
from tests.services.test_record_voortgang import ask
from tests.world import World

NIEUW = "1A8"


def stored(hilversum: World) -> Agenda:
    return agenda_values(hilversum.agenda, everything(hilversum.werkruimte.pk))


@pytest.fixture
def slip(hilversum: World) -> World:
    """Add an action with an owner, a target and a link, but without a story."""
    actor = hilversum.actor(LidRol.REDACTEUR)
    actie = add_actie(actor, speerpunt="1A", code=NIEUW, naam="Per ongeluk")
    assign_eigenaar(actor, NIEUW, "ggd")
    place = {"werkruimte": hilversum.werkruimte, "agenda": hilversum.agenda}
    target = Streefwaarde.objects.create(**place, actie=actie, code="1A8-s", maat="Kinderen")
    target.jaren.create(werkruimte=hilversum.werkruimte, jaar=2026, doel=Decimal(5))
    Verband.objects.create(**place, van=NIEUW, naar="1A", teken="deel_van")
    return hilversum


def test_it_goes_with_its_plan_and_comes_back_as_it_was(slip: World) -> None:
    actor, before = slip.actor(LidRol.AGENDABEHEERDER), stored(slip)
    verzoek = ask(slip, NIEUW)
    type(verzoek).objects.filter(pk=verzoek.pk).update(agenda=slip.agenda)
    weg = remove_actie(actor, NIEUW)
    verzoek.refresh_from_db()
    assert verzoek.staat == "vervallen"
    assert NIEUW not in [one.code for one in stored(slip).acties]
    assert not Verband.objects.filter(van=NIEUW).exists()
    assert Logregel.objects.filter(werk="actie weggehaald", onderwerp=NIEUW).exists()
    undo_removal(actor, weg)
    verzoek.refresh_from_db()
    assert verzoek.staat == "open"
    assert stored(slip) == before


def test_what_somebody_told_or_measured_or_pays_keeps_it(slip: World) -> None:
    actor = slip.actor(LidRol.AGENDABEHEERDER)
    with pytest.raises(BadInput, match="begrotingspost"):
        remove_actie(actor, "1A1")
    record_jaarwaarde(actor, "1A8-s", 2026, Decimal(3))
    with pytest.raises(BadInput, match="1 meting"):
        remove_actie(actor, NIEUW)
    record_voortgang(actor, NIEUW, Melding(staat=ActieStaat.OP_SCHEMA))
    with pytest.raises(BadInput, match="1 melding en 1 meting"):
        remove_actie(actor, NIEUW)


def test_an_action_that_another_went_on_in_stays(slip: World) -> None:
    new = slip.agenda.acties.get(code=NIEUW)
    slip.agenda.acties.filter(code="1A2").update(samengevoegd_met=new)
    with pytest.raises(BadInput, match="verdergaat uit 1A2"):
        remove_actie(slip.actor(LidRol.AGENDABEHEERDER), NIEUW)


def test_it_does_not_come_back_where_something_else_took_its_code(slip: World) -> None:
    actor = slip.actor(LidRol.AGENDABEHEERDER)
    weg = remove_actie(actor, NIEUW)
    add_actie(actor, speerpunt="1A", code=NIEUW, naam="Een andere")
    with pytest.raises(Conflict):
        undo_removal(actor, weg)
    assert slip.agenda.acties.get(code=NIEUW).naam == "Een andere"
    with pytest.raises(Conflict):
        undo_removal(actor, weg)


def test_a_branch_with_anything_under_it_stays_and_an_empty_one_comes_back(
    hilversum: World,
) -> None:
    from openlea.services.add_ambitie import add_ambitie
    from openlea.services.add_speerpunt import add_speerpunt

    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    with pytest.raises(BadInput, match="acties"):
        remove_speerpunt(actor, "1A")
    with pytest.raises(BadInput, match="speerpunten"):
        remove_ambitie(actor, "1")
    add_ambitie(actor, code="3", naam="Nieuw", omschrijving="")
    add_speerpunt(actor, ambitie="3", code="3A", naam="Nieuw", doel="")
    before = stored(hilversum)
    first = remove_speerpunt(actor, "3A")
    second = remove_ambitie(actor, "3")
    undo_removal(actor, second)
    undo_removal(actor, first)
    assert stored(hilversum) == before


def test_only_who_keeps_the_agenda_removes(hilversum: World) -> None:
    for rol in (LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK):
        with pytest.raises(NotAllowed):
            remove_actie(hilversum.actor(rol), "1A1")
    with pytest.raises(NotFound):
        remove_actie(hilversum.actor(LidRol.REDACTEUR), "9Z9")
