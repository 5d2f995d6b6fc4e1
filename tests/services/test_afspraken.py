"""Agreements: kept with or without a measure, and agreed only by who says so itself."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from openlea.core.afspraak import AfspraakStaat, Bevestiging, Instemming, Meting
from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.core.verzoek import VerzoekSoort, VerzoekStaat
from openlea.policy.afspraak import instemming, is_measurable, missing
from openlea.policy.rechten import Actor, LidRol
from openlea.services.add_afspraak import add_afspraak
from openlea.services.afspraken.opzet import Afspraakopzet
from openlea.services.answer_verzoek import Instemantwoord, answer_verzoek
from openlea.services.ask_updates import ask_updates
from openlea.services.change_afspraak import change_afspraak
from openlea.services.confirm_afspraak import confirm_afspraak
from openlea.services.describe_afspraken import Afspraakvraag, describe_afspraken
from openlea.services.make_actie import Actievoorstel, make_actie
from openlea.services.make_verzoeklink import make_verzoeklink
from openlea.services.open_verzoeklink import open_verzoeklink
from openlea.services.settle_afspraak import Afloop, settle_afspraak
from openlea.services.suggest_metingen import Meetvraag, suggest_metingen
from openlea.services.withdraw_afspraak import withdraw_afspraak
from openlea.storage.records.afspraak_values import afspraak_value
from openlea.storage.records.afspraak_verhaal import events_of
from openlea.storage.records.models import (
    Actie,
    Afspraak,
    Lidmaatschap,
    Partij,
    Vergadering,
    Verzoek,
)
from tests.world import World

METING = Meting(
    maat="gezinnen bereikt",
    eenheid="gezinnen",
    nulmeting=Decimal(20),
    nulmeting_op=date(2026, 10, 1),
    doel=Decimal(40),
    peildatum=date(2027, 12, 31),
)


def _today() -> date:
    return timezone.localdate()


def _partner(world: World) -> tuple[Actor, str]:
    """Return a partner, and the code of its partij."""
    actor = world.actor(LidRol.PARTNER)
    return actor, Partij.objects.get(pk=actor.partij).code


def _opzet(world: World) -> Afspraakopzet:
    _, code = _partner(world)
    return Afspraakopzet(
        wat="Elke voorschool doet mee aan taal thuis.",
        partijen=("gemeente", code),
        trekker=code,
        voor=date(2027, 12, 1),
        meting=METING,
        speerpunt="1C",
    )


def _made(world: World) -> Afspraak:
    return add_afspraak(world.actor(LidRol.REDACTEUR), _opzet(world), _today())


def _confirm_all(world: World, one: Afspraak) -> None:
    confirm_afspraak(world.actor(LidRol.REDACTEUR), one.pk, Bevestiging.BEVESTIGD)
    confirm_afspraak(world.actor(LidRol.PARTNER), one.pk, Bevestiging.BEVESTIGD)


def _said(one: Afspraak) -> Instemming:
    return instemming(afspraak_value(Afspraak.objects.get(pk=one.pk)).partijen)


def test_an_agreement_without_a_measure_is_kept_and_says_what_misses(hilversum: World) -> None:
    """A meeting goes on: what nobody can measure yet is not lost, and not counted as measured."""
    opzet = Afspraakopzet(wat="Wij gaan dit samen doen.")
    one = add_afspraak(hilversum.actor(LidRol.REDACTEUR), opzet, _today())
    value = afspraak_value(one)
    assert not is_measurable(value.meting)
    assert "Zeg ook waaraan je het meet." in missing(value)


def test_who_writes_it_down_does_not_agree_for_anybody(hilversum: World) -> None:
    """Principle 6: also the own partij of the secretary confirms by itself."""
    one = _made(hilversum)
    assert _said(one) is Instemming.VOORSTEL
    confirm_afspraak(hilversum.actor(LidRol.REDACTEUR), one.pk, Bevestiging.BEVESTIGD)
    assert _said(one) is Instemming.VOORSTEL
    confirm_afspraak(hilversum.actor(LidRol.PARTNER), one.pk, Bevestiging.BEVESTIGD)
    assert _said(one) is Instemming.AFGESPROKEN


def test_nobody_confirms_for_another_partij(hilversum: World) -> None:
    """Who keeps the agenda can't turn a proposal into an agreement of others."""
    _, code = _partner(hilversum)
    opzet = replace(_opzet(hilversum), partijen=(code,), trekker=code)
    one = add_afspraak(hilversum.actor(LidRol.REDACTEUR), opzet, _today())
    with pytest.raises(NotAllowed):
        confirm_afspraak(hilversum.actor(LidRol.AGENDABEHEERDER), one.pk, Bevestiging.BEVESTIGD)
    with pytest.raises(NotAllowed):
        confirm_afspraak(hilversum.actor(LidRol.LEZER), one.pk, Bevestiging.BEVESTIGD)


def test_a_no_needs_a_reason(hilversum: World) -> None:
    """A bare no leaves the meeting with nothing to talk about."""
    one = _made(hilversum)
    with pytest.raises(BadInput):
        confirm_afspraak(hilversum.actor(LidRol.PARTNER), one.pk, Bevestiging.BEZWAAR)
    confirm_afspraak(hilversum.actor(LidRol.PARTNER), one.pk, Bevestiging.BEZWAAR, "Te duur.")
    assert _said(one) is Instemming.BETWIST


def test_the_same_agreement_sent_twice_is_kept_once(hilversum: World) -> None:
    """A lost connection sends the form again."""
    opzet = replace(_opzet(hilversum), sleutel="een-sleutel")
    actor = hilversum.actor(LidRol.REDACTEUR)
    first = add_afspraak(actor, opzet, _today())
    assert add_afspraak(actor, opzet, _today()).pk == first.pk


def test_another_text_asks_everybody_again(hilversum: World) -> None:
    """A yes to the old text is no yes to the new one, and stays readable."""
    one = _made(hilversum)
    _confirm_all(hilversum, one)
    opzet = replace(_opzet(hilversum), voor=date(2028, 1, 1))
    one.refresh_from_db()
    actor = hilversum.actor(LidRol.REDACTEUR)
    change_afspraak(actor, one.pk, opzet, one.versie, _today())
    assert _said(one) is Instemming.VOORSTEL
    told = [event.titel for event in events_of(Afspraak.objects.get(pk=one.pk))]
    assert sum("bevestigd" in titel for titel in told) == 2
    assert sum("opnieuw gevraagd" in titel for titel in told) == 2


def test_a_change_beside_the_point_asks_nobody_again(hilversum: World) -> None:
    """An explanation may be added without sending everybody a mail."""
    one = _made(hilversum)
    _confirm_all(hilversum, one)
    one.refresh_from_db()
    opzet = replace(_opzet(hilversum), toelichting="Zo is het bedoeld.")
    change_afspraak(hilversum.actor(LidRol.REDACTEUR), one.pk, opzet, one.versie, _today())
    assert _said(one) is Instemming.AFGESPROKEN


def test_nobody_agrees_to_a_text_that_changed_while_reading(hilversum: World) -> None:
    """The page shows the old words; the click must not count for the new ones."""
    one = _made(hilversum)
    seen = one.partijen.get(partij_id=hilversum.actor(LidRol.PARTNER).partij).tekst_versie
    opzet = replace(_opzet(hilversum), wat="Iets anders.")
    change_afspraak(hilversum.actor(LidRol.REDACTEUR), one.pk, opzet, one.versie, _today())
    with pytest.raises(Conflict):
        confirm_afspraak(
            hilversum.actor(LidRol.PARTNER), one.pk, Bevestiging.BEVESTIGD, tekst_versie=seen
        )


def test_the_second_writer_is_told(hilversum: World) -> None:
    """Two people change the same agreement: nothing is overwritten unseen."""
    one = _made(hilversum)
    seen, actor = one.versie, hilversum.actor(LidRol.REDACTEUR)
    change_afspraak(actor, one.pk, replace(_opzet(hilversum), wat="A."), seen, _today())
    with pytest.raises(Conflict):
        change_afspraak(actor, one.pk, replace(_opzet(hilversum), wat="B."), seen, _today())


def test_an_internal_agreement_names_nobody_outside(hilversum: World) -> None:
    """A partij can't confirm what it may not read."""
    with pytest.raises(BadInput):
        add_afspraak(
            hilversum.actor(LidRol.REDACTEUR),
            replace(_opzet(hilversum), zichtbaarheid=Zichtbaarheid.INTERN),
            _today(),
        )


def test_a_partner_writes_only_what_names_its_own_partij(hilversum: World) -> None:
    """Others are not committed behind their back by a third."""
    actor, code = _partner(hilversum)
    other = Partij.objects.of(actor.werkruimte).exclude(code__in=["gemeente", code])[0].code
    with pytest.raises(NotAllowed):
        add_afspraak(actor, Afspraakopzet(wat="x", partijen=(other,)), _today())
    assert add_afspraak(actor, Afspraakopzet(wat="x", partijen=(code,)), _today()).pk


def test_one_click_makes_an_action_with_owners_and_target_once(hilversum: World) -> None:
    """What was agreed is on the agenda, and stays linked both ways; a second click finds it."""
    one, actor = _made(hilversum), hilversum.actor(LidRol.REDACTEUR)
    made = make_actie(actor, one.pk, Actievoorstel(), _today())
    assert make_actie(actor, one.pk, Actievoorstel(), _today()).pk == made.pk
    assert made.speerpunt.code == "1C"
    assert made.afspraken.get().pk == one.pk
    owners = dict(made.betrokkenen.values_list("partij__code", "rol"))
    assert owners == {"gemeente": "mede_eigenaar", _partner(hilversum)[1]: "trekker"}
    target = made.streefwaarden.get()
    assert (target.nulmeting, target.maat) == (Decimal(20), "gezinnen bereikt")
    assert target.jaren.get().doel == Decimal(40)
    assert Actie.objects.filter(agenda=hilversum.agenda, code=made.code).count() == 1


def test_an_action_needs_a_speerpunt(hilversum: World) -> None:
    """An action hangs nowhere without one; the page asks which."""
    actor = hilversum.actor(LidRol.REDACTEUR)
    one = add_afspraak(actor, Afspraakopzet(wat="Los van alles."), _today())
    with pytest.raises(BadInput):
        make_actie(actor, one.pk, Actievoorstel(), _today())
    made = make_actie(actor, one.pk, Actievoorstel(speerpunt="2A"), _today())
    assert Afspraak.objects.get(pk=one.pk).speerpunt == made.speerpunt


def _asked(one: Afspraak) -> dict[str, Verzoek]:
    found = Verzoek.objects.filter(
        soort=str(VerzoekSoort.BEVESTIGEN), onderwerp_code=str(one.pk)
    ).order_by("id")
    return {each.partij_code: each for each in found}


def test_a_round_asks_each_partij_once_and_closes_what_was_said(hilversum: World) -> None:
    """Every partij gets one question, in its own mail, and none after it answered."""
    one, slug = _made(hilversum), hilversum.werkruimte.slug
    ask_updates(_today(), werkruimte=slug)
    ask_updates(_today(), werkruimte=slug)
    assert set(_asked(one)) == {"gemeente", _partner(hilversum)[1]}
    count = Verzoek.objects.filter(onderwerp_soort="afspraak", onderwerp_code=str(one.pk)).count()
    assert count == 2
    confirm_afspraak(hilversum.actor(LidRol.PARTNER), one.pk, Bevestiging.BEVESTIGD)
    states = {code: each.staat for code, each in _asked(one).items()}
    assert states == {"gemeente": VerzoekStaat.OPEN, _partner(hilversum)[1]: VerzoekStaat.GEDAAN}


def test_a_change_asks_in_a_new_round_and_the_old_question_is_over(hilversum: World) -> None:
    """The old link no longer opens a question about words that are gone."""
    one, slug = _made(hilversum), hilversum.werkruimte.slug
    ask_updates(_today(), werkruimte=slug)
    opzet = replace(_opzet(hilversum), wat="Andere woorden.")
    change_afspraak(hilversum.actor(LidRol.REDACTEUR), one.pk, opzet, one.versie, _today())
    ask_updates(_today(), werkruimte=slug)
    found = Verzoek.objects.filter(onderwerp_code=str(one.pk), onderwerp_soort="afspraak")
    assert sorted(found.values_list("staat", flat=True)) == ["open"] * 2 + ["vervallen"] * 2


def test_nobody_is_mailed_while_the_meeting_still_sits(hilversum: World) -> None:
    """At the table the text can still change; the asking begins when it is over."""
    meeting = Vergadering.objects.of(hilversum.werkruimte.pk).get(pk=2)
    punt = meeting.punten.all()[0]
    opzet = replace(_opzet(hilversum), punt=punt.pk)
    one = add_afspraak(hilversum.actor(LidRol.REDACTEUR), opzet, _today())
    ask_updates(_today(), werkruimte=hilversum.werkruimte.slug)
    assert _asked(one) == {}
    Vergadering.objects.filter(pk=meeting.pk).update(staat="gehouden")
    ask_updates(_today(), werkruimte=hilversum.werkruimte.slug)
    assert len(_asked(one)) == 2


def test_an_unanswered_ask_never_goes_to_another_partij(hilversum: World) -> None:
    """Elsewhere an ask goes up to who keeps the agenda; here that person can't answer."""
    one, slug = _made(hilversum), hilversum.werkruimte.slug
    ask_updates(_today(), werkruimte=slug)
    later = _today() + timedelta(days=60)
    ask_updates(later, werkruimte=slug)
    _, code = _partner(hilversum)
    asked = Verzoek.objects.filter(onderwerp_soort="afspraak", onderwerp_code=str(one.pk))
    partijen = asked.filter(partij_code=code).values_list("aan__partij__code", flat=True)
    assert set(partijen) == {code}


def test_the_link_in_the_mail_confirms_for_the_own_partij(hilversum: World) -> None:
    """Two taps on a phone, without signing in."""
    one, slug = _made(hilversum), hilversum.werkruimte.slug
    ask_updates(_today(), werkruimte=slug)
    actor, code = _partner(hilversum)
    verzoek = _asked(one)[code]
    lid = Lidmaatschap.objects.get(pk=verzoek.aan_id)
    address = make_verzoeklink(hilversum.actor(LidRol.REDACTEUR), verzoek, lid)
    opened = open_verzoeklink(address.rstrip("/").rpartition("/")[2])
    assert opened is not None
    answer_verzoek(opened.actor, verzoek.pk, Instemantwoord(bevestiging=Bevestiging.BEVESTIGD))
    assert one.partijen.get(partij_id=actor.partij).bevestiging == Bevestiging.BEVESTIGD
    assert Verzoek.objects.get(pk=verzoek.pk).staat == VerzoekStaat.GEDAAN


def test_a_result_in_part_says_so_in_words(hilversum: World) -> None:
    """'In part' without a word tells a councillor nothing."""
    one, actor = _made(hilversum), hilversum.actor(LidRol.REDACTEUR)
    with pytest.raises(BadInput):
        settle_afspraak(actor, one.pk, Afloop(staat=AfspraakStaat.DEELS), one.versie, _today())
    told = Afloop(staat=AfspraakStaat.DEELS, werkelijk=Decimal(30), uitkomst="De helft van de weg.")
    settle_afspraak(actor, one.pk, told, one.versie, _today())
    kept = Afspraak.objects.get(pk=one.pk)
    assert (kept.werkelijk, kept.werkelijk_op) == (Decimal(30), _today())


def test_what_is_withdrawn_stays_readable_and_is_asked_no_more(hilversum: World) -> None:
    """Dropping is a fact with a reason, not a deletion."""
    one, actor = _made(hilversum), hilversum.actor(LidRol.REDACTEUR)
    ask_updates(_today(), werkruimte=hilversum.werkruimte.slug)
    withdraw_afspraak(actor, one.pk, "Het plan is veranderd.", one.versie, _today())
    assert {each.staat for each in _asked(one).values()} == {VerzoekStaat.VERVALLEN}
    found = describe_afspraken(actor, Afspraakvraag(nummer=one.pk), _today())
    assert found.regels[0].uitkomst == "Het plan is veranderd."
    assert found.telling.totaal == 0


def test_another_werkruimte_sees_nothing_of_it(hilversum: World) -> None:
    """A number of another municipality answers like one that isn't there."""
    one = _made(hilversum)
    other = Lidmaatschap.objects.exclude(werkruimte=hilversum.werkruimte)[0]
    stranger = Actor(
        werkruimte=other.werkruimte_id, rol=LidRol.AGENDABEHEERDER, partij=other.partij_id
    )
    with pytest.raises(NotFound):
        confirm_afspraak(stranger, one.pk, Bevestiging.BEVESTIGD)
    assert describe_afspraken(stranger, Afspraakvraag(nummer=one.pk), _today()).regels == ()


def test_the_public_reads_no_reason_of_a_partij(hilversum: World) -> None:
    """Why a partij doubts is for who takes part."""
    opzet = replace(_opzet(hilversum), zichtbaarheid=Zichtbaarheid.PUBLIEK)
    one = add_afspraak(hilversum.actor(LidRol.REDACTEUR), opzet, _today())
    partner = hilversum.actor(LidRol.PARTNER)
    confirm_afspraak(partner, one.pk, Bevestiging.VOORBEHOUD, "Een geheim voorbehoud.")
    public = describe_afspraken(
        hilversum.actor(LidRol.PUBLIEK), Afspraakvraag(nummer=one.pk), _today()
    )
    assert {each.reden for each in public.regels[0].afspraak.partijen} == {""}


def test_one_search_tells_what_was_agreed_on_a_topic(hilversum: World) -> None:
    """'What did we agree on segregation, and what came of it' finds it by the topic of the law."""
    actor = hilversum.actor(LidRol.REDACTEUR)
    opzet = replace(
        _opzet(hilversum), wat="Gemengde klassen.", plicht="LEA-01", onderwerp="segregatie"
    )
    one = add_afspraak(actor, opzet, _today())
    vraag = Afspraakvraag(q="segregatie", sinds=_today().year - 3)
    found = describe_afspraken(actor, vraag, _today()).regels
    assert [each.afspraak.nummer for each in found] == [one.pk]
    assert not describe_afspraken(actor, Afspraakvraag(q="huisvesting"), _today()).regels


def test_suggestions_know_the_agenda_and_never_guess_a_number(
    hilversum: World, cijfers: object
) -> None:
    """A measure that fits comes with the last figure here; what is hidden gives no nulmeting."""
    actor = hilversum.actor(LidRol.REDACTEUR)
    vraag = Meetvraag(plicht="LEA-01", onderwerp="achterstanden", speerpunt="1B")
    found = suggest_metingen(actor, vraag, _today())
    assert 0 < len(found) <= 6
    assert any(one.nulmeting is not None and one.nulmeting_op is not None for one in found)
    for one in found:
        assert one.nu
        assert (one.nulmeting is None) == (one.nulmeting_op is None)
