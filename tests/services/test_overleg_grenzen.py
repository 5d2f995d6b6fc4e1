"""What is internal stays so when an item goes on, an address changes or a partner leads."""

from dataclasses import replace

import pytest
from django.core import mail

from openlea.core.afspraak import Bevestiging
from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, NotAllowed, NotFound
from openlea.core.overleg import Overlegrol, PuntStaat, VergaderingStaat
from openlea.policy.rechten import LidRol
from openlea.services.add_afspraak import add_afspraak
from openlea.services.add_agendapunt import Puntopzet, add_agendapunt
from openlea.services.ask_updates import ask_updates
from openlea.services.carry_over_agendapunt import carry_over_agendapunt
from openlea.services.change_afspraak import change_afspraak
from openlea.services.close_vergadering import close_vergadering
from openlea.services.confirm_afspraak import confirm_afspraak
from openlea.services.invite_deelnemers import invite_deelnemers
from openlea.services.keep_deelnemer import Tafelplaats, keep_deelnemer
from openlea.services.open_gastlink import open_gastlink
from openlea.storage.records.afspraak_verhaal import events_of
from openlea.storage.records.models import (
    Actie,
    Agendapunt,
    Agendastuk,
    Document,
    Gastlink,
    Reekslid,
    Vergadering,
)
from openlea.web.pages.afspraken.vraag import agreement_card
from tests.services.afspraak_wereld import asked_about, now, opzet_of, partner_of
from tests.services.uitnodig_wereld import BESTUUR, beheer, meeting, series
from tests.services.vergader_wereld import begun, first_item, keeper
from tests.world import World

SECRET = "Zwaluwnest"  # noqa: S105
INTERN, PARTNERS = Zichtbaarheid.INTERN, Zichtbaarheid.PARTNERS


def hidden_item(vergadering: Vergadering, **more: object) -> Agendapunt:
    return Agendapunt.objects.create(
        werkruimte=vergadering.werkruimte,
        reeks=vergadering.reeks,
        vergadering=vergadering,
        titel=SECRET,
        volgorde=90,
        zichtbaarheid=INTERN,
        **more,
    )


def led_by_the_partner(world: World, vergadering: Vergadering) -> None:
    """Let the partner keep the minutes of the series of a meeting."""
    lid = world.lid(LidRol.PARTNER)
    Reekslid.objects.filter(reeks=vergadering.reeks, lid=lid).update(rol=Overlegrol.SECRETARIS)


def test_a_partner_who_leads_closes_a_meeting_with_an_internal_item_and_reads_nothing_of_it(
    hilversum: World,
) -> None:
    """What it does not see can't stop it, and isn't named to it; the item goes on for who keeps."""
    here = begun(hilversum)
    item = hidden_item(here)
    led_by_the_partner(hilversum, here)
    partner = hilversum.actor(LidRol.PARTNER)
    with pytest.raises(BadInput) as refused:
        close_vergadering(partner, here.pk)
    assert SECRET not in str([fout.reden for fout in refused.value.fouten])
    assert close_vergadering(partner, here.pk, doorschuiven=True).staat == VergaderingStaat.GEHOUDEN
    item.refresh_from_db()
    assert item.staat == PuntStaat.DOORGESCHOVEN
    assert item.vervolg.get().zichtbaarheid == INTERN


def test_a_keeper_is_told_of_every_item_without_outcome(hilversum: World) -> None:
    here = begun(hilversum)
    hidden_item(here)
    with pytest.raises(BadInput) as refused:
        close_vergadering(keeper(hilversum), here.pk)
    assert SECRET in str([fout.reden for fout in refused.value.fouten])


def test_papers_of_an_internal_item_never_come_on_an_item_that_others_see(
    hilversum: World,
) -> None:
    """The same topic in the next meeting may be open; the papers were shown to nobody outside."""
    reeks = series(hilversum)
    first, second = meeting(hilversum, reeks, 5), meeting(hilversum, reeks, 10)
    item = hidden_item(first, vast="mededelingen")
    item.vergadering.punten.exclude(pk=item.pk).delete()
    second.punten.all().delete()
    seen = hidden_item(second, vast="mededelingen")
    seen.zichtbaarheid = PARTNERS
    seen.save()
    paper = Document.objects.create(
        werkruimte=reeks.werkruimte, titel=SECRET, adres="https://voorbeeld.example/"
    )
    Agendastuk.objects.create(werkruimte=reeks.werkruimte, punt=item, document=paper)
    onward = carry_over_agendapunt(beheer(hilversum), item.pk)
    assert (onward.pk == seen.pk, onward.zichtbaarheid) == (False, INTERN)
    assert not seen.stukken.exists()


def test_the_link_of_an_invitation_ends_when_it_is_for_somebody_else(hilversum: World) -> None:
    """A stand-in comes: who had the mail reads no papers any more and gets the event cancelled."""
    found = meeting(hilversum, series(hilversum))
    invite_deelnemers(beheer(hilversum), found.pk)
    one = found.deelnemers.get(email=BESTUUR)
    text = next(each.body for each in mail.outbox if each.to == [BESTUUR])
    token = text.partition("/gast/")[2].partition("/")[0]
    before = open_gastlink(token)
    assert before is not None
    assert before.geldig
    mail.outbox.clear()
    plaats = Tafelplaats(
        naam="Vervanger", email="vervanger@voorbeeld.example", partij="schoolbesturen"
    )
    keep_deelnemer(beheer(hilversum), found.pk, plaats, one.pk)
    visit = open_gastlink(token)
    assert visit is None or not visit.geldig
    assert not Gastlink.objects.filter(deelnemer=one, ingetrokken_op=None).exists()


def test_the_question_about_an_agreement_names_no_meeting_that_is_internal(
    hilversum: World,
) -> None:
    here = Vergadering.objects.of(hilversum.werkruimte.pk).get(pk=1)
    item = first_item(here)
    Vergadering.objects.filter(pk=1).update(titel=SECRET, zichtbaarheid=INTERN)
    one = add_afspraak(keeper(hilversum), replace(opzet_of(hilversum), punt=item.pk), now())
    ask_updates(now(), werkruimte=hilversum.werkruimte.slug)
    *_, facts = agreement_card(asked_about(one)[partner_of(hilversum)[1]])
    assert SECRET not in str(facts)


def test_an_explanation_that_changed_afterwards_stands_in_the_story(hilversum: World) -> None:
    """Who said yes before it sees that it came later, and what stood there first."""
    one = add_afspraak(keeper(hilversum), opzet_of(hilversum), now())
    for text in ("Voor alle scholen.", "Maar niet voor scholen."):
        opzet = replace(opzet_of(hilversum), toelichting=text)
        one = change_afspraak(keeper(hilversum), one.pk, opzet, one.versie, now())
    told = [(each.titel, each.tekst) for each in events_of(one)]
    assert ("Toelichting aangepast", "Eerst: Voor alle scholen.") in told


def test_a_partij_makes_no_agreement_with_others_public(hilversum: World) -> None:
    """Only who keeps the agenda or leads the meeting shows to everybody what others agreed."""
    partner = hilversum.actor(LidRol.PARTNER)
    wide = replace(opzet_of(hilversum), zichtbaarheid=Zichtbaarheid.PUBLIEK)
    with pytest.raises(BadInput):
        add_afspraak(partner, wide, now())
    one = add_afspraak(keeper(hilversum), opzet_of(hilversum), now())
    with pytest.raises(BadInput):
        change_afspraak(partner, one.pk, wide, one.versie, now())
    one.refresh_from_db()
    assert one.zichtbaarheid == PARTNERS


def test_a_partij_may_still_change_its_agreement_that_is_public_already(hilversum: World) -> None:
    wide = replace(opzet_of(hilversum), zichtbaarheid=Zichtbaarheid.PUBLIEK)
    one = add_afspraak(keeper(hilversum), wide, now())
    other = replace(wide, wat="Elke peuterschool doet mee.")
    changed = change_afspraak(hilversum.actor(LidRol.PARTNER), one.pk, other, one.versie, now())
    assert changed.wat == other.wat


def test_nobody_confirms_for_another_partij_or_without_one(hilversum: World) -> None:
    other = [
        code for code in ("kinderopvang", "schoolbesturen") if code != partner_of(hilversum)[1]
    ]
    opzet = replace(opzet_of(hilversum), partijen=("gemeente", other[0]), trekker="gemeente")
    one = add_afspraak(keeper(hilversum), opzet, now())
    for rol in (LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK):
        with pytest.raises((NotAllowed, NotFound)):
            confirm_afspraak(hilversum.actor(rol), one.pk, Bevestiging.BEVESTIGD)
    said = set(one.partijen.values_list("bevestiging", flat=True))
    assert said == {Bevestiging.GEVRAAGD}


def test_a_hidden_action_is_refused_on_an_item_like_one_that_is_not_there(hilversum: World) -> None:
    """A partner who leads can't find out by trying codes which internal actions there are."""
    here = Vergadering.objects.of(hilversum.werkruimte.pk).get(pk=2)
    led_by_the_partner(hilversum, here)
    Actie.objects.filter(agenda=hilversum.agenda, code="1A1").update(zichtbaarheid=INTERN)
    told = []
    for code in ("1A1", "9Z9"):
        opzet, partner = Puntopzet(titel="Proef", actie=code), hilversum.actor(LidRol.PARTNER)
        with pytest.raises(BadInput) as refused:
            add_agendapunt(partner, opzet, vergadering=here.pk)
        told.append([fout.reden for fout in refused.value.fouten])
    assert told[0] == told[1]
    assert add_agendapunt(
        keeper(hilversum), Puntopzet(titel="Proef", actie="1A1"), vergadering=here.pk
    ).actie


def test_the_story_tells_no_words_that_were_internal_then(hilversum: World) -> None:
    """An agreement of the municipality alone may be shared later; what it said before is not."""
    inside = replace(
        opzet_of(hilversum),
        wat=SECRET,
        toelichting=SECRET,
        partijen=("gemeente",),
        trekker="gemeente",
        zichtbaarheid=INTERN,
    )
    one = add_afspraak(keeper(hilversum), inside, now())
    change_afspraak(keeper(hilversum), one.pk, opzet_of(hilversum), one.versie, now())
    page = hilversum.url(f"overleg/afspraken/{one.pk}/")
    shown = [
        SECRET in hilversum.client(rol).get(page).content.decode()
        for rol in (LidRol.PARTNER, LidRol.REDACTEUR)
    ]
    assert shown == [False, True]
