"""Agreements: kept with or without a measure, and agreed only by who says so itself."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from openlea.core.afspraak import AfspraakStaat, Bevestiging, Instemming
from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.core.verzoek import VerzoekStaat
from openlea.policy.afspraak import instemming, is_measurable, missing
from openlea.policy.rechten import Actor, LidRol
from openlea.services.add_afspraak import add_afspraak
from openlea.services.afspraken.opzet import Afspraakopzet
from openlea.services.ask_updates import ask_updates
from openlea.services.change_afspraak import change_afspraak
from openlea.services.confirm_afspraak import confirm_afspraak
from openlea.services.describe_afspraken import Afspraakvraag, describe_afspraken
from openlea.services.make_actie import Actievoorstel, make_actie
from openlea.services.settle_afspraak import Afloop, settle_afspraak
from openlea.services.suggest_metingen import Meetvraag, suggest_metingen
from openlea.services.withdraw_afspraak import withdraw_afspraak
from openlea.storage.records.afspraak_seen import measured_by_actie
from openlea.storage.records.afspraak_values import afspraak_value
from openlea.storage.records.afspraak_verhaal import events_of
from openlea.storage.records.models import (
    Actie,
    Afspraak,
    Lidmaatschap,
    Partij,
)
from tests.services.afspraak_wereld import asked_about, made_in, now, opzet_of, partner_of
from tests.world import World


def _confirm_all(world: World, one: Afspraak) -> None:
    confirm_afspraak(world.actor(LidRol.REDACTEUR), one.pk, Bevestiging.BEVESTIGD)
    confirm_afspraak(world.actor(LidRol.PARTNER), one.pk, Bevestiging.BEVESTIGD)


def _said(one: Afspraak) -> Instemming:
    return instemming(afspraak_value(Afspraak.objects.get(pk=one.pk)).partijen)


def test_an_agreement_without_a_measure_is_kept_and_says_what_misses(hilversum: World) -> None:
    """A meeting goes on: what nobody can measure yet is not lost, and not counted as measured."""
    opzet = Afspraakopzet(wat="Wij gaan dit samen doen.")
    one = add_afspraak(hilversum.actor(LidRol.REDACTEUR), opzet, now())
    value = afspraak_value(one)
    assert not is_measurable(value.meting)
    assert "Zeg ook waaraan je het meet." in missing(value)


def test_who_writes_it_down_does_not_agree_for_anybody(hilversum: World) -> None:
    """Principle 6: also the own partij of the secretary confirms by itself."""
    one = made_in(hilversum)
    assert _said(one) is Instemming.VOORSTEL
    confirm_afspraak(hilversum.actor(LidRol.REDACTEUR), one.pk, Bevestiging.BEVESTIGD)
    assert _said(one) is Instemming.VOORSTEL
    confirm_afspraak(hilversum.actor(LidRol.PARTNER), one.pk, Bevestiging.BEVESTIGD)
    assert _said(one) is Instemming.AFGESPROKEN


def test_nobody_confirms_for_another_partij(hilversum: World) -> None:
    """Who keeps the agenda can't turn a proposal into an agreement of others."""
    _, code = partner_of(hilversum)
    opzet = replace(opzet_of(hilversum), partijen=(code,), trekker=code)
    one = add_afspraak(hilversum.actor(LidRol.REDACTEUR), opzet, now())
    with pytest.raises(NotAllowed):
        confirm_afspraak(hilversum.actor(LidRol.AGENDABEHEERDER), one.pk, Bevestiging.BEVESTIGD)
    with pytest.raises(NotAllowed):
        confirm_afspraak(hilversum.actor(LidRol.LEZER), one.pk, Bevestiging.BEVESTIGD)


def test_a_no_needs_a_reason(hilversum: World) -> None:
    """A bare no leaves the meeting with nothing to talk about."""
    one = made_in(hilversum)
    with pytest.raises(BadInput):
        confirm_afspraak(hilversum.actor(LidRol.PARTNER), one.pk, Bevestiging.BEZWAAR)
    confirm_afspraak(hilversum.actor(LidRol.PARTNER), one.pk, Bevestiging.BEZWAAR, "Te duur.")
    assert _said(one) is Instemming.BETWIST


def test_the_same_agreement_sent_twice_is_kept_once(hilversum: World) -> None:
    """A lost connection sends the form again."""
    opzet = replace(opzet_of(hilversum), sleutel="een-sleutel")
    actor = hilversum.actor(LidRol.REDACTEUR)
    first = add_afspraak(actor, opzet, now())
    assert add_afspraak(actor, opzet, now()).pk == first.pk


def test_another_text_asks_everybody_again(hilversum: World) -> None:
    """A yes to the old text is no yes to the new one, and stays readable."""
    one = made_in(hilversum)
    _confirm_all(hilversum, one)
    opzet = replace(opzet_of(hilversum), voor=date(2028, 1, 1))
    one.refresh_from_db()
    actor = hilversum.actor(LidRol.REDACTEUR)
    change_afspraak(actor, one.pk, opzet, one.versie, now())
    assert _said(one) is Instemming.VOORSTEL
    told = [event.titel for event in events_of(Afspraak.objects.get(pk=one.pk))]
    assert sum("bevestigd" in titel for titel in told) == 2
    assert sum("opnieuw gevraagd" in titel for titel in told) == 2


def test_a_change_beside_the_point_asks_nobody_again(hilversum: World) -> None:
    """An explanation may be added without sending everybody a mail."""
    one = made_in(hilversum)
    _confirm_all(hilversum, one)
    one.refresh_from_db()
    opzet = replace(opzet_of(hilversum), toelichting="Zo is het bedoeld.")
    change_afspraak(hilversum.actor(LidRol.REDACTEUR), one.pk, opzet, one.versie, now())
    assert _said(one) is Instemming.AFGESPROKEN


def test_nobody_agrees_to_a_text_that_changed_while_reading(hilversum: World) -> None:
    """The page shows the old words; the click must not count for the new ones."""
    one = made_in(hilversum)
    seen = one.partijen.get(partij_id=hilversum.actor(LidRol.PARTNER).partij or 0).tekst_versie
    opzet = replace(opzet_of(hilversum), wat="Iets anders.")
    change_afspraak(hilversum.actor(LidRol.REDACTEUR), one.pk, opzet, one.versie, now())
    with pytest.raises(Conflict):
        confirm_afspraak(
            hilversum.actor(LidRol.PARTNER), one.pk, Bevestiging.BEVESTIGD, tekst_versie=seen
        )


def test_the_second_writer_is_told(hilversum: World) -> None:
    """Two people change the same agreement: nothing is overwritten unseen."""
    one = made_in(hilversum)
    seen, actor = one.versie, hilversum.actor(LidRol.REDACTEUR)
    change_afspraak(actor, one.pk, replace(opzet_of(hilversum), wat="A."), seen, now())
    with pytest.raises(Conflict):
        change_afspraak(actor, one.pk, replace(opzet_of(hilversum), wat="B."), seen, now())


def test_an_internal_agreement_names_nobody_outside(hilversum: World) -> None:
    """A partij can't confirm what it may not read."""
    with pytest.raises(BadInput):
        add_afspraak(
            hilversum.actor(LidRol.REDACTEUR),
            replace(opzet_of(hilversum), zichtbaarheid=Zichtbaarheid.INTERN),
            now(),
        )


def test_a_partner_writes_only_what_names_its_own_partij(hilversum: World) -> None:
    """Others are not committed behind their back by a third."""
    actor, code = partner_of(hilversum)
    other = Partij.objects.of(actor.werkruimte).exclude(code__in=["gemeente", code])[0].code
    with pytest.raises(NotAllowed):
        add_afspraak(actor, Afspraakopzet(wat="x", partijen=(other,)), now())
    assert add_afspraak(actor, Afspraakopzet(wat="x", partijen=(code,)), now()).pk


def test_one_click_makes_an_action_with_owners_and_target_once(hilversum: World) -> None:
    """What was agreed is on the agenda, and stays linked both ways; a second click finds it."""
    one, actor = made_in(hilversum), hilversum.actor(LidRol.REDACTEUR)
    made = make_actie(actor, one.pk, Actievoorstel(), now())
    assert make_actie(actor, one.pk, Actievoorstel(), now()).pk == made.pk
    assert made.speerpunt.code == "1C"
    assert made.afspraken.get().pk == one.pk
    owners = dict(made.betrokkenen.values_list("partij__code", "rol"))
    assert owners == {"gemeente": "mede_eigenaar", partner_of(hilversum)[1]: "trekker"}
    target = made.streefwaarden.get()
    assert (target.nulmeting, target.maat) == (Decimal(20), "gezinnen bereikt")
    assert target.jaren.get().doel == Decimal(40)
    assert Actie.objects.filter(agenda=hilversum.agenda, code=made.code).count() == 1


def test_an_action_needs_a_speerpunt(hilversum: World) -> None:
    """An action hangs nowhere without one; the page asks which."""
    actor = hilversum.actor(LidRol.REDACTEUR)
    one = add_afspraak(actor, Afspraakopzet(wat="Los van alles."), now())
    with pytest.raises(BadInput):
        make_actie(actor, one.pk, Actievoorstel(), now())
    made = make_actie(actor, one.pk, Actievoorstel(speerpunt="2A"), now())
    assert Afspraak.objects.get(pk=one.pk).speerpunt == made.speerpunt


def test_a_result_in_part_says_so_in_words(hilversum: World) -> None:
    """'In part' without a word tells a councillor nothing."""
    one, actor = made_in(hilversum), hilversum.actor(LidRol.REDACTEUR)
    with pytest.raises(BadInput):
        settle_afspraak(actor, one.pk, Afloop(staat=AfspraakStaat.DEELS), one.versie, now())
    told = Afloop(staat=AfspraakStaat.DEELS, werkelijk=Decimal(30), uitkomst="De helft van de weg.")
    settle_afspraak(actor, one.pk, told, one.versie, now())
    kept = Afspraak.objects.get(pk=one.pk)
    assert (kept.werkelijk, kept.werkelijk_op) == (Decimal(30), now())


def test_what_is_withdrawn_stays_readable_and_is_asked_no_more(hilversum: World) -> None:
    """Dropping is a fact with a reason, not a deletion."""
    one, actor = made_in(hilversum), hilversum.actor(LidRol.REDACTEUR)
    ask_updates(now(), werkruimte=hilversum.werkruimte.slug)
    withdraw_afspraak(actor, one.pk, "Het plan is veranderd.", one.versie, now())
    assert {each.staat for each in asked_about(one).values()} == {VerzoekStaat.VERVALLEN}
    found = describe_afspraken(actor, Afspraakvraag(nummer=one.pk), now())
    assert found.regels[0].uitkomst == "Het plan is veranderd."
    assert found.telling.totaal == 0


def test_another_werkruimte_sees_nothing_of_it(hilversum: World) -> None:
    """A number of another municipality answers like one that isn't there."""
    one = made_in(hilversum)
    other = Lidmaatschap.objects.exclude(werkruimte=hilversum.werkruimte)[0]
    stranger = Actor(
        werkruimte=other.werkruimte_id, rol=LidRol.AGENDABEHEERDER, partij=other.partij_id
    )
    with pytest.raises(NotFound):
        confirm_afspraak(stranger, one.pk, Bevestiging.BEVESTIGD)
    assert describe_afspraken(stranger, Afspraakvraag(nummer=one.pk), now()).regels == ()


def test_the_public_reads_no_reason_of_a_partij(hilversum: World) -> None:
    """Why a partij doubts is for who takes part."""
    opzet = replace(opzet_of(hilversum), zichtbaarheid=Zichtbaarheid.PUBLIEK)
    one = add_afspraak(hilversum.actor(LidRol.REDACTEUR), opzet, now())
    partner = hilversum.actor(LidRol.PARTNER)
    confirm_afspraak(partner, one.pk, Bevestiging.VOORBEHOUD, "Een geheim voorbehoud.")
    public = describe_afspraken(
        hilversum.actor(LidRol.PUBLIEK), Afspraakvraag(nummer=one.pk), now()
    )
    assert {each.reden for each in public.regels[0].afspraak.partijen} == {""}


def test_one_search_tells_what_was_agreed_on_a_topic(hilversum: World) -> None:
    """'What did we agree on segregation, and what came of it' finds it by the topic of the law."""
    actor = hilversum.actor(LidRol.REDACTEUR)
    opzet = replace(
        opzet_of(hilversum), wat="Gemengde klassen.", plicht="LEA-01", onderwerp="segregatie"
    )
    one = add_afspraak(actor, opzet, now())
    vraag = Afspraakvraag(q="segregatie", sinds=now().year - 3)
    found = describe_afspraken(actor, vraag, now()).regels
    assert [each.afspraak.nummer for each in found] == [one.pk]
    assert not describe_afspraken(actor, Afspraakvraag(q="huisvesting"), now()).regels


def test_suggestions_know_the_agenda_and_never_guess_a_number(
    hilversum: World, cijfers: object
) -> None:
    """A measure that fits comes with the last figure here; what is hidden gives no nulmeting."""
    actor = hilversum.actor(LidRol.REDACTEUR)
    vraag = Meetvraag(plicht="LEA-01", onderwerp="achterstanden", speerpunt="1B")
    found = suggest_metingen(actor, vraag, now())
    assert 0 < len(found) <= 5
    assert any(one.nulmeting is not None and one.nulmeting_op is not None for one in found)
    for one in found:
        assert one.nu
        assert (one.nulmeting is None) == (one.nulmeting_op is None)


def test_what_the_action_measured_stands_ready_as_the_result(hilversum: World) -> None:
    """Nobody types the same number twice; also after the action got another code."""
    one, actor = made_in(hilversum), hilversum.actor(LidRol.REDACTEUR)
    made = make_actie(actor, one.pk, Actievoorstel(), now())
    one = Afspraak.objects.get(pk=one.pk)
    assert measured_by_actie(one) is None
    target = made.streefwaarden.get()
    target.jaren.update(werkelijk=Decimal(33), peildatum=date(2026, 11, 1))
    Actie.objects.filter(pk=made.pk).update(code="1C99")
    assert measured_by_actie(one) == (Decimal(33), date(2026, 11, 1))


def test_a_partij_that_is_left_out_stays_in_the_story(hilversum: World) -> None:
    """Nobody disappears from an agreement without a trace."""
    one, (partner, code) = made_in(hilversum), partner_of(hilversum)
    confirm_afspraak(partner, one.pk, Bevestiging.BEVESTIGD)
    opzet = replace(opzet_of(hilversum), partijen=("gemeente",), trekker="gemeente")
    change_afspraak(hilversum.actor(LidRol.REDACTEUR), one.pk, opzet, one.versie, now())
    naam = Partij.objects.get(werkruimte=hilversum.werkruimte, code=code).naam
    told = [event.titel for event in events_of(Afspraak.objects.get(pk=one.pk))]
    assert f"{naam} doet niet meer mee" in told
    assert f"{naam}: bevestigd" in told
