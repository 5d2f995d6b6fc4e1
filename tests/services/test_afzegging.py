"""Who no longer has to come hears it once, and what was stays: a meeting off, a party that left."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives

from openlea.core.overleg import VergaderingStaat
from openlea.services.call_off_vergadering import call_off_vergadering
from openlea.services.change_vergadering import change_vergadering
from openlea.services.end_reekslid import end_reekslid
from openlea.services.invite_deelnemers import invite_deelnemers
from openlea.services.remove_deelnemer import remove_deelnemer
from openlea.storage.records.models import Deelnemer, Gastlink, Reekslid, Vergadering
from tests.services.uitnodig_wereld import (
    BESTUUR,
    OPVANG,
    SECRETARIS,
    SOON,
    beheer,
    event_of,
    meeting,
    moved_a_week,
    sent_to,
    series,
)
from tests.world import World

EVERYBODY = {SECRETARIS, BESTUUR, OPVANG}


@pytest.fixture
def gepland(hilversum: World) -> Vergadering:
    return meeting(hilversum, series(hilversum))


def test_a_meeting_that_is_called_off_leaves_every_calendar(
    hilversum: World, gepland: Vergadering
) -> None:
    invite_deelnemers(beheer(hilversum), gepland.pk)
    call_off_vergadering(beheer(hilversum), gepland.pk, "Te weinig aanmeldingen")
    for address in EVERYBODY:
        asked, off = sent_to(address)
        methode, event = event_of(off)
        assert (methode, str(event["STATUS"])) == ("CANCEL", "CANCELLED")
        assert event["UID"] == event_of(asked)[1]["UID"]
        assert int(event["SEQUENCE"]) == 1
        assert "Te weinig aanmeldingen" in off.body


def test_a_concept_that_is_called_off_tells_nobody(hilversum: World, gepland: Vergadering) -> None:
    call_off_vergadering(beheer(hilversum), gepland.pk)
    invite_deelnemers(beheer(hilversum), gepland.pk)
    assert mail.outbox == []


def test_who_is_taken_from_the_list_gets_the_event_cancelled_and_nobody_else_a_mail(
    hilversum: World, gepland: Vergadering
) -> None:
    invite_deelnemers(beheer(hilversum), gepland.pk)
    gone = Deelnemer.objects.get(vergadering=gepland, email=OPVANG)
    remove_deelnemer(beheer(hilversum), gepland.pk, gone.pk)
    asked, off = (event_of(one) for one in sent_to(OPVANG))
    assert off[0] == "CANCEL"
    assert int(off[1]["SEQUENCE"]) > int(asked[1]["SEQUENCE"])
    invite_deelnemers(beheer(hilversum), gepland.pk)
    assert len(mail.outbox) == 4


def test_after_somebody_left_a_move_still_reaches_the_others(
    hilversum: World, gepland: Vergadering
) -> None:
    invite_deelnemers(beheer(hilversum), gepland.pk)
    gone = Deelnemer.objects.get(vergadering=gepland, email=OPVANG)
    remove_deelnemer(beheer(hilversum), gepland.pk, gone.pk)
    change_vergadering(beheer(hilversum), gepland.pk, moved_a_week(gepland))
    numbers = [int(event_of(one)[1]["SEQUENCE"]) for one in sent_to(BESTUUR)]
    assert numbers == sorted(set(numbers))
    assert len(sent_to(OPVANG)) == 2


def test_who_can_not_be_told_stays_on_the_list(
    hilversum: World, gepland: Vergadering, monkeypatch: pytest.MonkeyPatch
) -> None:
    invite_deelnemers(beheer(hilversum), gepland.pk)
    gone = Deelnemer.objects.get(vergadering=gepland, email=OPVANG)

    def refuse(self: EmailMultiAlternatives) -> int:
        raise SMTPServerDisconnected

    monkeypatch.setattr(EmailMultiAlternatives, "send", refuse)
    told = remove_deelnemer(beheer(hilversum), gepland.pk, gone.pk)
    assert told.mislukt == (gone.naam,)
    assert Deelnemer.objects.filter(pk=gone.pk).exists()


def test_a_party_that_left_keeps_its_past_and_is_off_for_what_comes(hilversum: World) -> None:
    reeks = series(hilversum)
    held, comes = meeting(hilversum, reeks, days=3), meeting(hilversum, reeks, days=30)
    for one in (held, comes):
        invite_deelnemers(beheer(hilversum), one.pk)
    Vergadering.objects.filter(pk=held.pk).update(staat=VergaderingStaat.GEHOUDEN)
    seat = Reekslid.objects.get(reeks=reeks, email=OPVANG)
    told = end_reekslid(beheer(hilversum), reeks.pk, seat.pk, SOON)
    assert told.verstuurd == (seat.naam,)
    assert Deelnemer.objects.filter(vergadering=held, email=OPVANG).exists()
    assert not Deelnemer.objects.filter(vergadering=comes, email=OPVANG).exists()
    assert event_of(sent_to(OPVANG)[-1])[0] == "CANCEL"
    seat.refresh_from_db()
    assert (seat.van, seat.tot) == (seat.van, SOON)
    later_on = meeting(hilversum, reeks, days=60)
    assert not Deelnemer.objects.filter(vergadering=later_on, email=OPVANG).exists()


def test_who_left_before_the_new_day_is_off_when_a_meeting_moves(hilversum: World) -> None:
    reeks = series(hilversum)
    gepland = meeting(hilversum, reeks)
    invite_deelnemers(beheer(hilversum), gepland.pk)
    seat = Reekslid.objects.get(reeks=reeks, email=OPVANG)
    end_reekslid(beheer(hilversum), reeks.pk, seat.pk, SOON + timedelta(days=2))
    assert len(sent_to(OPVANG)) == 1
    change_vergadering(beheer(hilversum), gepland.pk, moved_a_week(gepland))
    assert event_of(sent_to(OPVANG)[-1])[0] == "CANCEL"
    assert len(sent_to(OPVANG)) == 2
    assert not Deelnemer.objects.filter(vergadering=gepland, email=OPVANG).exists()


def test_a_link_in_an_invitation_ends_with_the_participant(
    hilversum: World, gepland: Vergadering
) -> None:
    invite_deelnemers(beheer(hilversum), gepland.pk)
    assert Gastlink.objects.filter(vergadering=gepland).count() == 3
    gone = Deelnemer.objects.get(vergadering=gepland, email=OPVANG)
    remove_deelnemer(beheer(hilversum), gepland.pk, gone.pk)
    assert Gastlink.objects.filter(vergadering=gepland).count() == 2
