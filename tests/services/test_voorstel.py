"""What the board asked comes back as a proposal on which the board decides."""

from dataclasses import replace

import pytest

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.core.opdracht import OpdrachtStaat, VoorstelStaat
from openlea.core.overleg import PuntSoort, PuntStaat, VergaderingStaat
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.rechten import LidRol
from openlea.services.accept_opdracht import accept_opdracht
from openlea.services.decide_voorstel import Beslissing, decide_voorstel
from openlea.services.give_opdracht import give_opdracht
from openlea.services.keep_document import Stuk
from openlea.services.keep_opdracht import keep_opdracht
from openlea.services.keep_record import keep_record
from openlea.services.keep_voorstel import keep_voorstel
from openlea.services.put_voorstel_on_agenda import put_voorstel_on_agenda
from openlea.services.submit_voorstel import submit_voorstel
from openlea.services.withdraw_opdracht import withdraw_opdracht
from openlea.storage.records import models as records
from openlea.storage.records.document_plek import document_seen
from openlea.storage.records.opdracht_seen import voorstellen_seen
from tests.services.opdracht_plek import (
    TODAY,
    VOORSTEL,
    accepted,
    beheer,
    decision_on,
    on_agenda,
    opzet,
    partner,
)
from tests.world import World


def test_the_whole_way_from_question_to_adopted_proposal(hilversum: World) -> None:
    opdracht = accepted(hilversum)
    voorstel = on_agenda(hilversum, opdracht)
    opdracht.refresh_from_db()
    assert opdracht.staat == OpdrachtStaat.VOORSTEL
    assert voorstel.punt is not None
    decision_on(hilversum, voorstel.punt)
    end = Beslissing(uitkomst=VoorstelStaat.VASTGESTELD, klaar=True)
    decide_voorstel(beheer(hilversum), voorstel.pk, end, TODAY)
    opdracht.refresh_from_db()
    assert opdracht.staat == OpdrachtStaat.AFGEROND


def test_a_dispute_on_the_item_adopts_nothing(hilversum: World) -> None:
    voorstel = on_agenda(hilversum, accepted(hilversum))
    assert voorstel.punt is not None
    decision_on(hilversum, voorstel.punt)
    records.Besluit.objects.filter(punt=voorstel.punt).update(uitkomst=OverlegUitkomst.GESCHIL)
    end = Beslissing(uitkomst=VoorstelStaat.VASTGESTELD)
    with pytest.raises(BadInput):
        decide_voorstel(beheer(hilversum), voorstel.pk, end, TODAY)


def test_a_draft_proposal_is_not_seen_by_who_is_not_in_the_werkgroep(hilversum: World) -> None:
    opdracht = accepted(hilversum)
    voorstel = keep_voorstel(partner(hilversum), opdracht.pk, VOORSTEL, TODAY)
    every = records.Partij.objects.of(hilversum.werkruimte.pk)
    strangers = every.exclude(pk__in=records.Reekslid.objects.values("partij"))
    outsider = replace(
        partner(hilversum),
        partij=strangers[0].pk,
        lid=None,
    )
    assert voorstellen_seen(partner(hilversum), TODAY).filter(pk=voorstel.pk).exists()
    assert not voorstellen_seen(outsider, TODAY).filter(pk=voorstel.pk).exists()
    with pytest.raises(NotFound):
        submit_voorstel(outsider, voorstel.pk, TODAY)


def test_a_werkgroep_does_not_give_and_does_not_decide(hilversum: World) -> None:
    kept = keep_opdracht(beheer(hilversum), opzet(hilversum), TODAY)
    with pytest.raises(NotFound):
        give_opdracht(partner(hilversum), kept.pk, TODAY)
    give_opdracht(beheer(hilversum), kept.pk, TODAY)
    with pytest.raises(NotAllowed):
        withdraw_opdracht(partner(hilversum), kept.pk, "Geen tijd", TODAY)
    accept_opdracht(partner(hilversum), kept.pk, TODAY)
    voorstel = on_agenda(hilversum, kept)
    end = Beslissing(uitkomst=VoorstelStaat.AFGEWEZEN, reden="Te duur")
    with pytest.raises(NotAllowed):
        decide_voorstel(partner(hilversum), voorstel.pk, end, TODAY)


def test_a_proposal_comes_on_the_coming_meeting_of_who_asked(hilversum: World) -> None:
    voorstel = on_agenda(hilversum, accepted(hilversum))
    punt = voorstel.punt
    assert punt is not None
    coming = records.Vergadering.objects.get(pk=2)
    assert (punt.vergadering, punt.soort) == (coming, PuntSoort.BESLUITEN)
    assert punt.volgorde == max(coming.punten.values_list("volgorde", flat=True))
    assert punt.toelichting == VOORSTEL.gevraagd


def test_without_a_coming_meeting_the_item_is_parked(hilversum: World) -> None:
    records.Vergadering.objects.filter(pk=2).update(staat=VergaderingStaat.AFGELAST)
    voorstel = on_agenda(hilversum, accepted(hilversum))
    assert voorstel.punt is not None
    assert voorstel.punt.vergadering is None
    assert voorstel.punt in records.Agendapunt.objects.parked()


def test_putting_it_on_the_agenda_twice_makes_one_item(hilversum: World) -> None:
    voorstel = on_agenda(hilversum, accepted(hilversum))
    again = put_voorstel_on_agenda(beheer(hilversum), voorstel.pk, TODAY)
    assert again == voorstel.punt


@pytest.mark.parametrize("gone", [PuntStaat.VERVALLEN, None])
def test_an_item_that_fell_away_can_be_made_again(hilversum: World, gone: PuntStaat | None) -> None:
    voorstel = on_agenda(hilversum, accepted(hilversum))
    punt = voorstel.punt
    assert punt is not None
    first = punt.pk
    if gone:
        punt.staat = gone
        keep_record(beheer(hilversum), punt)
    else:
        punt.delete()
    again = put_voorstel_on_agenda(beheer(hilversum), voorstel.pk, TODAY)
    assert (again.pk, again.staat) != (first, PuntStaat.VERVALLEN)
    assert records.Voorstel.objects.get(pk=voorstel.pk).punt == again


def test_a_decision_on_the_item_after_it_was_carried_over_counts(hilversum: World) -> None:
    voorstel = on_agenda(hilversum, accepted(hilversum))
    punt = voorstel.punt
    assert punt is not None
    punt.staat = PuntStaat.DOORGESCHOVEN
    keep_record(beheer(hilversum), punt)
    onward = records.Agendapunt(
        werkruimte=hilversum.werkruimte, reeks=punt.reeks, titel=punt.titel, komt_van=punt
    )
    keep_record(beheer(hilversum), onward)
    assert put_voorstel_on_agenda(beheer(hilversum), voorstel.pk, TODAY) == onward
    end = Beslissing(uitkomst=VoorstelStaat.VASTGESTELD)
    with pytest.raises(BadInput):
        decide_voorstel(beheer(hilversum), voorstel.pk, end, TODAY)
    decision_on(hilversum, onward)
    assert decide_voorstel(beheer(hilversum), voorstel.pk, end, TODAY).staat == "vastgesteld"


def test_a_held_proposal_goes_back_with_a_reason_and_can_be_submitted_again(
    hilversum: World,
) -> None:
    opdracht = accepted(hilversum)
    voorstel = on_agenda(hilversum, opdracht)
    held = Beslissing(uitkomst=VoorstelStaat.AANGEHOUDEN, reden="Wat kost het?")
    with pytest.raises(BadInput):
        decide_voorstel(beheer(hilversum), voorstel.pk, replace(held, reden=" "), TODAY)
    decide_voorstel(beheer(hilversum), voorstel.pk, held, TODAY)
    opdracht.refresh_from_db()
    assert opdracht.staat == OpdrachtStaat.AANVAARD
    better = replace(VOORSTEL, tekst="Met kosten.")
    keep_voorstel(partner(hilversum), opdracht.pk, better, TODAY, voorstel.pk)
    assert submit_voorstel(partner(hilversum), voorstel.pk, TODAY).punt is None
    opdracht.refresh_from_db()
    assert opdracht.staat == OpdrachtStaat.VOORSTEL
    old = records.Voorstel.history.filter(id=voorstel.pk, reden="Wat kost het?")
    assert old.exists(), "why it was held stays in the record"


def test_a_rejected_proposal_leaves_the_assignment_with_the_werkgroep(hilversum: World) -> None:
    opdracht = accepted(hilversum)
    voorstel = on_agenda(hilversum, opdracht)
    no = Beslissing(uitkomst=VoorstelStaat.AFGEWEZEN, reden="Past niet.", klaar=True)
    with pytest.raises(BadInput):
        decide_voorstel(beheer(hilversum), voorstel.pk, no, TODAY)
    decide_voorstel(beheer(hilversum), voorstel.pk, replace(no, klaar=False), TODAY)
    opdracht.refresh_from_db()
    assert opdracht.staat == OpdrachtStaat.AANVAARD


def test_an_assignment_is_not_finished_while_another_proposal_waits(hilversum: World) -> None:
    opdracht = accepted(hilversum)
    voorstel = on_agenda(hilversum, opdracht)
    second = keep_voorstel(partner(hilversum), opdracht.pk, VOORSTEL, TODAY)
    submit_voorstel(partner(hilversum), second.pk, TODAY)
    assert voorstel.punt is not None
    decision_on(hilversum, voorstel.punt)
    end = Beslissing(uitkomst=VoorstelStaat.VASTGESTELD, klaar=True)
    with pytest.raises(BadInput) as refused:
        decide_voorstel(beheer(hilversum), voorstel.pk, end, TODAY)
    assert refused.value.fouten[0].cel == "klaar"
    decide_voorstel(beheer(hilversum), voorstel.pk, replace(end, klaar=False), TODAY)
    opdracht.refresh_from_db()
    assert opdracht.staat == OpdrachtStaat.VOORSTEL


def test_a_proposal_without_a_question_cannot_be_submitted(hilversum: World) -> None:
    opdracht = accepted(hilversum)
    empty = replace(VOORSTEL, gevraagd="")
    voorstel = keep_voorstel(partner(hilversum), opdracht.pk, empty, TODAY)
    with pytest.raises(BadInput):
        submit_voorstel(partner(hilversum), voorstel.pk, TODAY)


def test_a_paper_goes_along_to_the_agenda(hilversum: World) -> None:
    opdracht = accepted(hilversum)
    stuk = Stuk(
        titel="Onderzoek", zichtbaarheid=Zichtbaarheid.PARTNERS, adres="https://voorbeeld.example/"
    )
    with_paper = replace(VOORSTEL, stuk=stuk)
    voorstel = keep_voorstel(partner(hilversum), opdracht.pk, with_paper, TODAY)
    submit_voorstel(partner(hilversum), voorstel.pk, TODAY)
    punt = put_voorstel_on_agenda(beheer(hilversum), voorstel.pk, TODAY)
    laid = [one.document.titel for one in punt.stukken.order_by("id")]
    assert laid == ["Voorstel: Vier prioriteiten", "Onderzoek"]


def test_what_lies_on_the_table_is_the_text_as_it_was_submitted(hilversum: World) -> None:
    voorstel = on_agenda(hilversum, accepted(hilversum))
    assert voorstel.punt is not None
    (stuk,) = voorstel.punt.stukken.all()
    assert stuk.document.mediatype == "application/pdf"
    assert document_seen(stuk.document.pk, partner(hilversum)) == stuk.document
    assert document_seen(stuk.document.pk, hilversum.actor(LidRol.LEZER)) is None


def test_withdrawing_asks_a_reason_and_ends_all_steps(hilversum: World) -> None:
    opdracht = accepted(hilversum)
    voorstel = on_agenda(hilversum, opdracht)
    with pytest.raises(BadInput):
        withdraw_opdracht(beheer(hilversum), opdracht.pk, " ", TODAY)
    withdraw_opdracht(beheer(hilversum), opdracht.pk, "De wet is veranderd.", TODAY)
    with pytest.raises(Conflict):
        put_voorstel_on_agenda(beheer(hilversum), voorstel.pk, TODAY)
