"""One mail per person per week, over all werkruimten; and a dry run that leaves no trace."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives

from openlea.policy.rechten import LidRol
from openlea.services.remind_people import remind_people
from openlea.storage.records.models import (
    Bericht,
    Lidmaatschap,
    Logregel,
    Partij,
    Verzoek,
    Verzoeklink,
    Werkruimte,
)
from tests.services.vraag_wereld import LONG_AGO, TODAY, colleague, let_time_pass, own_actie
from tests.world import World


@pytest.fixture
def partner(hilversum: World) -> Lidmaatschap:
    let_time_pass(hilversum)
    lid = hilversum.lid(LidRol.PARTNER)
    own_actie(hilversum, lid)
    return lid


def to(lid: Lidmaatschap) -> list[EmailMultiAlternatives]:
    return [
        one
        for one in mail.outbox
        if isinstance(one, EmailMultiAlternatives) and one.to == [lid.persoon.email]
    ]


def kept() -> list[int]:
    """Return how many records there are of everything that a reminder writes."""
    written = (Verzoek.objects, Bericht.objects, Verzoeklink.objects, Logregel.objects)
    return [one.count() for one in written]


def test_running_twice_a_day_sends_nothing_twice(partner: Lidmaatschap) -> None:
    first = remind_people(TODAY)
    sent = len(mail.outbox)
    assert sent == len(first) > 0
    assert all(one.verstuurd for one in first)
    assert remind_people(TODAY) == ()
    assert remind_people(TODAY + timedelta(days=1)) == ()
    assert len(mail.outbox) == sent


def test_the_next_week_there_is_a_mail_again(partner: Lidmaatschap) -> None:
    remind_people(TODAY)
    remind_people(TODAY + timedelta(days=7))
    assert len(to(partner)) == 2


def test_a_person_in_two_werkruimten_gets_one_mail(hilversum: World, partner: Lidmaatschap) -> None:
    elsewhere = Werkruimte.objects.get(slug="inclusiever-onderwijs")
    Lidmaatschap.objects.filter(werkruimte=elsewhere).delete()
    Lidmaatschap.objects.create(
        werkruimte=elsewhere,
        persoon=partner.persoon,
        rol=LidRol.AGENDABEHEERDER,
        partij=Partij.objects.filter(werkruimte=elsewhere)[0],
        van=LONG_AGO,
    )
    digests = [one for one in remind_people(TODAY) if one.email == partner.persoon.email]
    assert len(digests) == len(to(partner)) == 1
    assert {one.werkruimte for one in digests[0].verzoeken} == {
        "hilversum",
        "inclusiever-onderwijs",
    }
    for naam in ("Hilversum", elsewhere.naam):
        assert naam in to(partner)[0].body


def test_a_dry_run_tells_the_same_and_leaves_everything_as_it_was(partner: Lidmaatschap) -> None:
    before = kept()
    shown = remind_people(TODAY, dry_run=True)
    assert kept() == before
    assert mail.outbox == []
    sent = remind_people(TODAY)
    assert [(one.email, one.week, one.verzoeken) for one in shown] == [
        (one.email, one.week, one.verzoeken) for one in sent
    ]
    assert not any(one.verstuurd for one in shown)


def test_the_stand_in_gets_the_mail_while_somebody_is_away(
    hilversum: World, partner: Lidmaatschap
) -> None:
    other = colleague(hilversum, partner)
    remind_people(TODAY)
    away = {"weg_van": TODAY, "weg_tot": TODAY + timedelta(days=30), "vervanger": other}
    Lidmaatschap.objects.filter(pk=partner.pk).update(**away)
    remind_people(TODAY + timedelta(days=7))
    assert (len(to(partner)), len(to(other))) == (1, 1)
    assert Verzoeklink.objects.filter(lid=other).exists()


def test_the_mail_holds_a_link_per_ask_and_only_its_hash_is_kept(partner: Lidmaatschap) -> None:
    remind_people(TODAY)
    body = to(partner)[0].body
    tokens = [line.split("/v/")[1].strip("/") for line in body.splitlines() if "/v/" in line]
    assert len(tokens) == Verzoeklink.objects.filter(lid=partner).count() > 0
    stored = set(Verzoeklink.objects.values_list("kenmerk", flat=True))
    assert not stored & set(tokens)
    html = str(to(partner)[0].alternatives[0][0])
    assert all(token in html for token in tokens)


def test_a_mail_that_could_not_go_goes_the_next_time(
    partner: Lidmaatschap, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: EmailMultiAlternatives) -> int:
        raise SMTPServerDisconnected

    with monkeypatch.context() as broken:
        broken.setattr(EmailMultiAlternatives, "send", refuse)
        assert not any(one.verstuurd for one in remind_people(TODAY))
    assert (Bericht.objects.count(), Verzoeklink.objects.count()) == (0, 0)
    assert all(one.verstuurd for one in remind_people(TODAY))
    assert to(partner)


def test_only_who_is_asked_something_in_that_werkruimte(partner: Lidmaatschap) -> None:
    found = remind_people(TODAY, werkruimte="inclusiever-onderwijs")
    assert {one.werkruimte for digest in found for one in digest.verzoeken} == {
        "inclusiever-onderwijs"
    }
