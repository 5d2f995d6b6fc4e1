"""Each partij is asked to confirm an agreement, once, and only its own people can answer."""

from dataclasses import replace
from datetime import timedelta

from openlea.core.afspraak import Bevestiging
from openlea.core.verzoek import VerzoekStaat
from openlea.policy.rechten import LidRol
from openlea.services.add_afspraak import add_afspraak
from openlea.services.answer_verzoek import Instemantwoord, answer_verzoek
from openlea.services.ask_updates import ask_updates
from openlea.services.change_afspraak import change_afspraak
from openlea.services.confirm_afspraak import confirm_afspraak
from openlea.services.make_verzoeklink import make_verzoeklink
from openlea.services.open_verzoeklink import open_verzoeklink
from openlea.storage.records.models import (
    Lidmaatschap,
    Vergadering,
    Verzoek,
)
from tests.services.afspraak_wereld import asked_about, made_in, now, opzet_of, partner_of
from tests.world import World


def test_a_round_asks_each_partij_once_and_closes_what_was_said(hilversum: World) -> None:
    """Every partij gets one question, in its own mail, and none after it answered."""
    one, slug = made_in(hilversum), hilversum.werkruimte.slug
    ask_updates(now(), werkruimte=slug)
    ask_updates(now(), werkruimte=slug)
    assert set(asked_about(one)) == {"gemeente", partner_of(hilversum)[1]}
    count = Verzoek.objects.filter(onderwerp_soort="afspraak", onderwerp_code=str(one.pk)).count()
    assert count == 2
    confirm_afspraak(hilversum.actor(LidRol.PARTNER), one.pk, Bevestiging.BEVESTIGD)
    states = {code: each.staat for code, each in asked_about(one).items()}
    assert states == {"gemeente": VerzoekStaat.OPEN, partner_of(hilversum)[1]: VerzoekStaat.GEDAAN}


def test_a_change_asks_in_a_new_round_and_the_old_question_is_over(hilversum: World) -> None:
    """The old link no longer opens a question about words that are gone."""
    one, slug = made_in(hilversum), hilversum.werkruimte.slug
    ask_updates(now(), werkruimte=slug)
    opzet = replace(opzet_of(hilversum), wat="Andere woorden.")
    change_afspraak(hilversum.actor(LidRol.REDACTEUR), one.pk, opzet, one.versie, now())
    ask_updates(now(), werkruimte=slug)
    found = Verzoek.objects.filter(onderwerp_code=str(one.pk), onderwerp_soort="afspraak")
    assert sorted(found.values_list("staat", flat=True)) == ["open"] * 2 + ["vervallen"] * 2


def test_nobody_is_mailed_while_the_meeting_still_sits(hilversum: World) -> None:
    """At the table the text can still change; the asking begins when it is over."""
    meeting = Vergadering.objects.of(hilversum.werkruimte.pk).get(pk=2)
    punt = meeting.punten.all()[0]
    opzet = replace(opzet_of(hilversum), punt=punt.pk)
    one = add_afspraak(hilversum.actor(LidRol.REDACTEUR), opzet, now())
    ask_updates(now(), werkruimte=hilversum.werkruimte.slug)
    assert asked_about(one) == {}
    Vergadering.objects.filter(pk=meeting.pk).update(staat="gehouden")
    ask_updates(now(), werkruimte=hilversum.werkruimte.slug)
    assert len(asked_about(one)) == 2


def test_an_unanswered_ask_never_goes_to_another_partij(hilversum: World) -> None:
    """Elsewhere an ask goes up to who keeps the agenda; here that person can't answer."""
    one, slug = made_in(hilversum), hilversum.werkruimte.slug
    ask_updates(now(), werkruimte=slug)
    later = now() + timedelta(days=60)
    ask_updates(later, werkruimte=slug)
    _, code = partner_of(hilversum)
    asked = Verzoek.objects.filter(onderwerp_soort="afspraak", onderwerp_code=str(one.pk))
    partijen = asked.filter(partij_code=code).values_list("aan__partij__code", flat=True)
    assert set(partijen) == {code}


def test_the_link_in_the_mail_confirms_for_the_own_partij(hilversum: World) -> None:
    """Two taps on a phone, without signing in."""
    one, slug = made_in(hilversum), hilversum.werkruimte.slug
    ask_updates(now(), werkruimte=slug)
    actor, code = partner_of(hilversum)
    verzoek = asked_about(one)[code]
    lid = Lidmaatschap.objects.get(pk=verzoek.aan_id)
    address = make_verzoeklink(hilversum.actor(LidRol.REDACTEUR), verzoek, lid)
    opened = open_verzoeklink(address.rstrip("/").rpartition("/")[2])
    assert opened is not None
    answer_verzoek(opened.actor, verzoek.pk, Instemantwoord(bevestiging=Bevestiging.BEVESTIGD))
    assert one.partijen.get(partij_id=actor.partij or 0).bevestiging == Bevestiging.BEVESTIGD
    assert Verzoek.objects.get(pk=verzoek.pk).staat == VerzoekStaat.GEDAAN
