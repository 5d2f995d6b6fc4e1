"""An invitation that moves, is called off, or comes too late for somebody, stays one event."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from smtplib import SMTPServerDisconnected
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives

from openlea.core.errors import BadInput, NotAllowed, NotFound
from openlea.core.overleg import Aanwezigheid
from openlea.policy.rechten import LidRol
from openlea.services.answer_uitnodiging import answer_uitnodiging
from openlea.services.change_vergadering import change_vergadering
from openlea.services.invite_deelnemers import invite_deelnemers
from openlea.services.keep_deelnemer import Tafelplaats, keep_deelnemer
from openlea.services.overleg import versturen
from openlea.services.overleg.brief import Soort
from openlea.storage.records.models import Deelnemer, Vergadering
from tests.ics_lezer import read_elsewhere
from tests.services.uitnodig_wereld import (
    BESTUUR,
    MOMENT,
    OPVANG,
    SECRETARIS,
    SOON,
    beheer,
    calendar_of,
    event_of,
    meeting,
    moved_a_week,
    sent_to,
    series,
)
from tests.world import World

MOMENT_ZONE = ZoneInfo("Europe/Amsterdam")
EVERYBODY = {SECRETARIS, BESTUUR, OPVANG}


@pytest.fixture
def gepland(hilversum: World) -> Vergadering:
    return meeting(hilversum, series(hilversum))


def test_a_concept_tells_nobody(hilversum: World, gepland: Vergadering) -> None:
    change_vergadering(beheer(hilversum), gepland.pk, moved_a_week(gepland))
    assert mail.outbox == []


def test_everybody_gets_one_mail_with_one_event(hilversum: World, gepland: Vergadering) -> None:
    told = invite_deelnemers(beheer(hilversum), gepland.pk)
    assert len(told.verstuurd) == len(mail.outbox) == 3
    assert {one.to[0] for one in mail.outbox} == EVERYBODY
    [one] = sent_to(BESTUUR)
    methode, event = event_of(one)
    assert methode == "REQUEST"
    assert str(event["UID"]) == f"{gepland.uid}@openlea"
    assert int(event["SEQUENCE"]) == 0
    assert str(event["ATTENDEE"]) == f"mailto:{BESTUUR}"
    assert str(event["ORGANIZER"]).startswith("mailto:")
    assert one.reply_to == [SECRETARIS]


def test_sending_again_sends_nothing_to_who_has_it(hilversum: World, gepland: Vergadering) -> None:
    invite_deelnemers(beheer(hilversum), gepland.pk)
    again = invite_deelnemers(beheer(hilversum), gepland.pk)
    assert again.verstuurd == ()
    assert len(mail.outbox) == 3


def test_another_program_reads_the_moment_of_amsterdam(
    hilversum: World, gepland: Vergadering
) -> None:
    invite_deelnemers(beheer(hilversum), gepland.pk)
    _, event = event_of(sent_to(BESTUUR)[0])
    local = event["DTSTART"].dt.astimezone(MOMENT_ZONE)
    assert (local.date(), local.time()) == (gepland.op, time(15, 30))
    found = read_elsewhere(calendar_of(sent_to(BESTUUR)[0]))["regels"]
    assert [one["titel"] for one in found] == [gepland.titel]
    assert found[0]["van"].endswith("Z")


def test_a_moved_meeting_moves_the_same_event(hilversum: World, gepland: Vergadering) -> None:
    invite_deelnemers(beheer(hilversum), gepland.pk)
    told = change_vergadering(beheer(hilversum), gepland.pk, moved_a_week(gepland))
    assert len(told.verstuurd) == 3
    first, second = (event_of(one)[1] for one in sent_to(OPVANG))
    assert first["UID"] == second["UID"]
    assert (int(first["SEQUENCE"]), int(second["SEQUENCE"])) == (0, 1)
    assert second["DTSTART"].dt - first["DTSTART"].dt >= timedelta(days=6, hours=23)
    assert str(second["LOCATION"]) == "Bibliotheek"


def test_a_new_explanation_alone_mails_nobody(hilversum: World, gepland: Vergadering) -> None:
    invite_deelnemers(beheer(hilversum), gepland.pk)
    same = replace(
        moved_a_week(gepland), moment=replace(MOMENT, op=gepland.op), toelichting="Neem mee"
    )
    assert change_vergadering(beheer(hilversum), gepland.pk, same).verstuurd == ()
    assert len(mail.outbox) == 3


def test_who_comes_later_gets_only_the_own_invitation(
    hilversum: World, gepland: Vergadering
) -> None:
    invite_deelnemers(beheer(hilversum), gepland.pk)
    guest = "gast@voorbeeld.example"
    keep_deelnemer(beheer(hilversum), gepland.pk, Tafelplaats(naam="Een gast", email=guest))
    invite_deelnemers(beheer(hilversum), gepland.pk)
    assert len(mail.outbox) == 4
    assert len(sent_to(guest)) == 1


def test_a_mail_that_fails_costs_no_other_and_is_sent_the_next_time(
    hilversum: World, gepland: Vergadering, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = EmailMultiAlternatives.send

    def refuse_one(self: EmailMultiAlternatives, *args: object) -> int:
        if self.to == [BESTUUR]:
            raise SMTPServerDisconnected
        return real(self)

    monkeypatch.setattr(EmailMultiAlternatives, "send", refuse_one)
    told = invite_deelnemers(beheer(hilversum), gepland.pk)
    assert (len(told.verstuurd), told.mislukt) == (2, ("Namens schoolbesturen",))
    monkeypatch.setattr(EmailMultiAlternatives, "send", real)
    assert invite_deelnemers(beheer(hilversum), gepland.pk).verstuurd == told.mislukt
    assert len(mail.outbox) == 3


def test_who_presses_the_button_again_while_mails_go_out_sends_none_twice(
    hilversum: World, gepland: Vergadering, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, pressed = versturen.post_brief, []

    def press_again(one: Deelnemer, vergadering: Vergadering, soort: Soort) -> None:
        if not pressed:
            pressed.append(one.pk)
            invite_deelnemers(beheer(hilversum), gepland.pk)
        real(one, vergadering, soort)

    monkeypatch.setattr(versturen, "post_brief", press_again)
    invite_deelnemers(beheer(hilversum), gepland.pk)
    assert sorted(one.to[0] for one in mail.outbox) == sorted(EVERYBODY)


def test_somebody_without_an_address_is_named_and_blocks_nobody(
    hilversum: World, gepland: Vergadering
) -> None:
    keep_deelnemer(beheer(hilversum), gepland.pk, Tafelplaats(naam="Zonder adres"))
    told = invite_deelnemers(beheer(hilversum), gepland.pk)
    assert told.zonder_adres == ("Zonder adres",)
    assert len(told.verstuurd) == 3


def test_a_mail_holds_nothing_internal(hilversum: World, gepland: Vergadering) -> None:
    gepland.punten.update(zichtbaarheid="intern")
    invite_deelnemers(beheer(hilversum), gepland.pk)
    titles = list(gepland.punten.values_list("titel", flat=True))
    assert titles
    for one in mail.outbox:
        whole = one.message().as_string()
        assert not any(titel in whole for titel in titles)


def test_a_line_break_in_a_title_forges_no_header(hilversum: World, gepland: Vergadering) -> None:
    Vergadering.objects.filter(pk=gepland.pk).update(titel="Overleg\nBcc: ander@voorbeeld.example")
    invite_deelnemers(beheer(hilversum), gepland.pk)
    assert len(mail.outbox) == 3
    assert all(one.message()["Bcc"] is None for one in mail.outbox)


def test_a_day_that_was_can_not_be_invited_to(hilversum: World, gepland: Vergadering) -> None:
    Vergadering.objects.filter(pk=gepland.pk).update(op=SOON - timedelta(days=60))
    with pytest.raises(BadInput, match="al geweest"):
        invite_deelnemers(beheer(hilversum), gepland.pk)
    assert mail.outbox == []


def test_a_partner_neither_sees_a_concept_nor_invites(
    hilversum: World, gepland: Vergadering
) -> None:
    partner = hilversum.actor(LidRol.PARTNER)
    with pytest.raises(NotFound):
        invite_deelnemers(partner, gepland.pk)
    invite_deelnemers(beheer(hilversum), gepland.pk)
    with pytest.raises(NotAllowed):
        change_vergadering(partner, gepland.pk, moved_a_week(gepland))


def test_one_answers_only_for_oneself(hilversum: World, gepland: Vergadering) -> None:
    lid = hilversum.lid(LidRol.PARTNER)
    keep_deelnemer(beheer(hilversum), gepland.pk, Tafelplaats(lid=lid.pk))
    invite_deelnemers(beheer(hilversum), gepland.pk)
    own = answer_uitnodiging(hilversum.actor(LidRol.PARTNER), gepland.pk, Aanwezigheid.AFGEMELD)
    assert (own.lid_id, own.aanwezigheid) == (lid.pk, Aanwezigheid.AFGEMELD)
    with pytest.raises(NotFound):
        answer_uitnodiging(hilversum.actor(LidRol.REDACTEUR), gepland.pk, Aanwezigheid.AANWEZIG)


def test_the_stamp_of_an_event_is_of_the_moment_it_was_sent(
    hilversum: World, gepland: Vergadering
) -> None:
    before = datetime.now(UTC) - timedelta(seconds=2)
    invite_deelnemers(beheer(hilversum), gepland.pk)
    assert event_of(mail_to_bestuur())[1]["DTSTAMP"].dt >= before


def mail_to_bestuur() -> EmailMultiAlternatives:
    return sent_to(BESTUUR)[0]
