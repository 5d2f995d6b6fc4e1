"""The agenda takes its steps with a decision, and once closed nothing in it moves."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from openlea.core.agenda import AgendaStaat
from openlea.core.errors import BadInput, Conflict, NotAllowed
from openlea.policy.rechten import LidRol
from openlea.services.add_ambitie import add_ambitie
from openlea.services.add_speerpunt import add_speerpunt
from openlea.services.change_agenda import change_agenda
from openlea.services.change_speerpunt import change_speerpunt
from openlea.services.decide_agenda import Besluit, decide_agenda
from openlea.storage.records.as_values import agenda_values, everything
from openlea.storage.records.models import Actie
from tests.world import World

VASTSTELLEN = Besluit(
    staat=AgendaStaat.VASTGESTELD,
    door="Gemeenteraad",
    op=timezone.localdate() - timedelta(days=3),
    ondertekenaars=("gemeente", "bibliotheek"),
    geraadpleegd="De adviesraad",
)


def decide(hilversum: World, besluit: Besluit, rol: LidRol = LidRol.AGENDABEHEERDER) -> None:
    """Take a step as the page does."""
    decide_agenda(hilversum.actor(rol), besluit, versie=hilversum.agenda.versie)


def test_a_decision_says_by_whom_when_and_who_signed(hilversum: World) -> None:
    decide(hilversum, VASTSTELLEN)
    agenda = hilversum.agenda
    assert (agenda.staat, agenda.besluit_door) == ("vastgesteld", "Gemeenteraad")
    signed = set(agenda.ondertekenaars.values_list("code", flat=True))
    assert signed == {"gemeente", "bibliotheek"}


def test_a_decision_that_says_too_little_names_every_field(hilversum: World) -> None:
    with pytest.raises(BadInput) as refused:
        decide(hilversum, Besluit(staat=AgendaStaat.VASTGESTELD))
    assert [fout.cel for fout in refused.value.fouten] == [
        "besluit_door",
        "besluit_op",
        "ondertekenaars",
    ]
    assert hilversum.agenda.staat == "concept"


def test_a_concept_is_not_closed_in_one_step(hilversum: World) -> None:
    with pytest.raises(BadInput):
        decide(hilversum, Besluit(staat=AgendaStaat.AFGESLOTEN))


def test_a_closed_agenda_opens_again_and_keeps_its_decision(hilversum: World) -> None:
    decide(hilversum, VASTSTELLEN)
    decide(hilversum, Besluit(staat=AgendaStaat.AFGESLOTEN))
    with pytest.raises(NotAllowed):
        add_ambitie(hilversum.actor(LidRol.AGENDABEHEERDER), "3", "Te laat", "")
    decide(hilversum, Besluit(staat=AgendaStaat.VASTGESTELD))
    assert hilversum.agenda.besluit_door == "Gemeenteraad"


def test_a_partner_decides_nothing(hilversum: World) -> None:
    with pytest.raises(NotAllowed):
        decide(hilversum, VASTSTELLEN, LidRol.PARTNER)


def test_two_decisions_at_once_become_one(hilversum: World) -> None:
    versie = hilversum.agenda.versie
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    decide_agenda(actor, VASTSTELLEN, versie=versie)
    with pytest.raises(Conflict):
        decide_agenda(actor, Besluit(staat=AgendaStaat.AFGESLOTEN), versie=versie)
    assert hilversum.agenda.staat == "vastgesteld"


def test_a_shorter_agenda_is_refused_while_money_stands_in_the_year_that_goes(
    hilversum: World,
) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    now = agenda_values(hilversum.agenda, everything(hilversum.werkruimte.pk))
    with pytest.raises(BadInput):
        change_agenda(actor, replace(now, tot=2025), versie=hilversum.agenda.versie)
    assert hilversum.agenda.tot == 2027


def test_a_rhythm_that_runs_backward_is_refused_in_words(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    now = agenda_values(hilversum.agenda, everything(hilversum.werkruimte.pk))
    with pytest.raises(BadInput) as refused:
        change_agenda(
            actor,
            replace(now, bijwerken_dagen=90, te_laat_dagen=30),
            versie=hilversum.agenda.versie,
        )
    assert "agenda_ritme" not in str(refused.value)


def test_a_werkgroep_that_goes_leaves_its_actions_standing(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    now = agenda_values(hilversum.agenda, everything(hilversum.werkruimte.pk))
    gone = now.werkgroepen[0]
    count = len(now.acties)
    change_agenda(
        actor, replace(now, werkgroepen=now.werkgroepen[1:]), versie=hilversum.agenda.versie
    )
    after = agenda_values(hilversum.agenda, everything(hilversum.werkruimte.pk))
    assert len(after.acties) == count
    assert all(actie.werkgroep != gone for actie in after.acties)


def test_a_speerpunt_is_added_and_changed_with_its_leader(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    made = add_speerpunt(actor, "2", "2Z", "Thuiszitters", "Geen kind zit thuis.")
    now = agenda_values(hilversum.agenda, everything(hilversum.werkruimte.pk))
    value = next(one for one in now.speerpunten if one.code == "2Z")
    new = replace(value, trekker="rbl", doel="Elk kind gaat naar school.")
    change_speerpunt(actor, new, versie=made.versie, streefwaarden=())
    made.refresh_from_db()
    assert made.trekker
    assert (made.trekker.code, made.doel) == ("rbl", "Elk kind gaat naar school.")
    assert not Actie.objects.filter(speerpunt=made).exists()
