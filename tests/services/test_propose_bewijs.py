"""The system finds what may be proof and says so once; a person alone makes it proof."""

from datetime import date

import pytest

from openlea.core.agenda import ActieStaat, Zichtbaarheid
from openlea.core.errors import BadInput
from openlea.core.partij import PartijSoort
from openlea.core.plansoort import PlanSoort
from openlea.core.verplichting import BewijsSoort, BewijsStaat, TaakStaat
from openlea.policy.bewijsvoorstel import Overleg
from openlea.policy.rechten import LidRol
from openlea.services.judge_bewijs import judge_bewijs
from openlea.services.propose_bewijs import propose_bewijs
from openlea.services.propose_overleg import propose_overleg
from openlea.storage.records.models import (
    Actie,
    Bewijs,
    Document,
    Partij,
    Plan,
    Plichtkoppeling,
    Verplichting,
    Voortgang,
)
from tests.services.taken_wereld import TODAY, task, task_of
from tests.world import World

BEHEER = LidRol.AGENDABEHEERDER


@pytest.fixture
def report(hilversum: World) -> Document:
    """Return a document of which the title names a duty and its schooljaar."""
    return Document.objects.create(
        werkruimte=hilversum.werkruimte,
        titel="Leerplichtverslag 2025-2026",
        adres="https://voorbeeld.example/verslag",
        zichtbaarheid=Zichtbaarheid.PUBLIEK,
    )


def test_a_document_that_names_the_duty_waits_for_a_person(
    hilversum: World, report: Document
) -> None:
    one = task(hilversum, "LPL-04")
    assert propose_bewijs(hilversum.werkruimte.pk, TODAY) == 1
    one.refresh_from_db()
    found = one.bewijzen.get()
    assert one.staat == TaakStaat.VOORGESTELD
    assert (found.staat, found.document_id) == (BewijsStaat.VOORGESTELD, report.pk)
    assert found.voorgesteld_door is None


def test_what_was_rejected_is_never_proposed_again(hilversum: World, report: Document) -> None:
    one = task(hilversum, "LPL-04")
    propose_bewijs(hilversum.werkruimte.pk, TODAY)
    found = one.bewijzen.get()
    judge_bewijs(hilversum.actor(BEHEER), found.pk, BewijsStaat.AFGEWEZEN, versie=found.versie)
    assert propose_bewijs(hilversum.werkruimte.pk, TODAY) == 0
    one.refresh_from_db()
    assert one.staat == TaakStaat.OPEN
    assert one.bewijzen.count() == 1


def test_who_accepts_a_document_without_a_day_says_of_which_day_it_is(
    hilversum: World, report: Document
) -> None:
    one, actor = task(hilversum, "LPL-04"), hilversum.actor(BEHEER)
    propose_bewijs(hilversum.werkruimte.pk, TODAY)
    found = one.bewijzen.get()
    with pytest.raises(BadInput) as refused:
        judge_bewijs(actor, found.pk, BewijsStaat.AANVAARD, versie=found.versie)
    assert refused.value.fouten[0].cel == "gedateerd_op"
    judge_bewijs(
        actor,
        found.pk,
        BewijsStaat.AANVAARD,
        versie=found.versie,
        gedateerd_op=date(2026, 9, 22),
    )
    one.refresh_from_db()
    assert (one.staat, one.bewezen_op) == (TaakStaat.BEWEZEN, date(2026, 9, 22))


def test_a_decided_plan_is_proposed_for_the_duty_that_asks_for_it(hilversum: World) -> None:
    swv = Partij.objects.create(
        werkruimte=hilversum.werkruimte, code="swv-x", naam="SWV", soort=PartijSoort.SWV
    )
    Plan.objects.create(
        werkruimte=hilversum.werkruimte,
        houder=swv,
        soort=PlanSoort.ONDERSTEUNINGSPLAN,
        titel="Ondersteuningsplan 2026-2030",
        van=date(2026, 8, 1),
        tot=date(2030, 7, 31),
        vastgesteld_op=date(2026, 4, 1),
    )
    task(hilversum, "PO-08", PartijSoort.SWV)
    one = task_of(swv, "PO-08")
    propose_bewijs(hilversum.werkruimte.pk, TODAY)
    found = one.bewijzen.get(soort=str(BewijsSoort.PLAN))
    assert found.gedateerd_op == date(2026, 4, 1)


def test_a_finished_action_that_serves_the_duty_is_proposed(hilversum: World) -> None:
    actie = Actie.objects.filter(agenda=hilversum.agenda, code="1E1")[0]
    Actie.objects.filter(pk=actie.pk).update(staat=ActieStaat.AFGEROND)
    place = {"werkruimte": hilversum.werkruimte, "actie": actie}
    Voortgang.objects.create(**place, op=date(2026, 9, 1), staat=ActieStaat.AFGEROND)
    Plichtkoppeling.objects.create(**place, plicht="LPL-04")
    one = task(hilversum, "LPL-04")
    propose_bewijs(hilversum.werkruimte.pk, TODAY)
    assert one.bewijzen.get().actie_id == actie.pk


def test_a_meeting_is_proposed_once_for_the_topics_it_covered(hilversum: World) -> None:
    one = task(hilversum, "LEA-01")
    held = Overleg(
        verwijzing="12",
        titel="Bestuurlijk overleg",
        op=date(2026, 6, 4),
        plichten={"LEA-01": ("segregatie", "integratie")},
    )
    assert propose_overleg(hilversum.werkruimte.pk, held) == 1
    assert propose_overleg(hilversum.werkruimte.pk, held) == 0
    found = one.bewijzen.get()
    assert (found.soort, found.onderwerpen) == (
        BewijsSoort.AGENDAPUNT,
        ["segregatie", "integratie"],
    )


def test_nothing_is_proposed_for_what_is_proven_or_does_not_apply(
    hilversum: World, report: Document
) -> None:
    one = task(hilversum, "LPL-04")
    for staat in (TaakStaat.BEWEZEN, TaakStaat.NIET_VAN_TOEPASSING):
        Verplichting.objects.filter(pk=one.pk).update(staat=staat)
        assert propose_bewijs(hilversum.werkruimte.pk, TODAY) == 0
    assert not Bewijs.objects.filter(verplichting=one).exists()
