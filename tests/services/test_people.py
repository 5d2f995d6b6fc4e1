"""People come in, change role, are away and leave; the agenda is never without somebody."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.policy.rechten import LidRol
from openlea.services.change_lid import change_lid
from openlea.services.end_lidmaatschap import end_lidmaatschap
from openlea.services.invite_lid import Uitnodiging, invite_lid
from openlea.services.send_wachtwoordlink import send_wachtwoordlink
from openlea.services.set_vervanging import set_vervanging
from openlea.storage.records.models import Lidmaatschap, Persoon
from tests.services.vraag_wereld import colleague
from tests.world import World

NEW = Uitnodiging(
    naam="Nieuwe partner", email="nieuw@voorbeeld.example", rol=LidRol.PARTNER, partij="bibliotheek"
)
BELOW = [LidRol.REDACTEUR, LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER]


def test_an_invitation_makes_an_account_without_password_and_mails_a_link(
    hilversum: World,
) -> None:
    lid = invite_lid(hilversum.actor(LidRol.AGENDABEHEERDER), NEW)
    assert not lid.persoon.has_usable_password()
    assert mail.outbox[0].to == ["nieuw@voorbeeld.example"]
    assert "/wachtwoord/" in mail.outbox[0].body


def test_who_has_an_account_keeps_it_and_its_password(hilversum: World) -> None:
    elsewhere = Persoon.objects.get(email="agendabeheerder@inclusiever-onderwijs.example")
    before = elsewhere.password
    wie = Uitnodiging(naam="Anders", email=elsewhere.email.upper(), rol=LidRol.LEZER)
    lid = invite_lid(hilversum.actor(LidRol.AGENDABEHEERDER), wie)
    elsewhere.refresh_from_db()
    assert (lid.persoon, elsewhere.password) == (elsewhere, before)
    assert elsewhere.naam != "Anders"


def test_inviting_twice_is_told_and_makes_nothing(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    invite_lid(beheer, NEW)
    with pytest.raises(BadInput, match="heeft die rol hier al"):
        invite_lid(beheer, NEW)
    assert Persoon.objects.filter(email="nieuw@voorbeeld.example").count() == 1


@pytest.mark.parametrize("rol", BELOW)
def test_nobody_else_gives_roles_not_even_to_the_self(hilversum: World, rol: LidRol) -> None:
    actor = hilversum.actor(rol)
    assert actor.lid is not None
    with pytest.raises(NotAllowed):
        invite_lid(actor, NEW)
    with pytest.raises(NotAllowed):
        change_lid(actor, actor.lid, rol=LidRol.AGENDABEHEERDER, partij="")
    with pytest.raises(NotAllowed):
        end_lidmaatschap(actor, hilversum.lid(LidRol.AGENDABEHEERDER).pk, timezone.localdate())


def test_the_last_who_keeps_the_agenda_stays(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    assert actor.lid is not None
    with pytest.raises(BadInput, match="laatste agendabeheerder"):
        change_lid(actor, actor.lid, rol=LidRol.REDACTEUR, partij="gemeente")
    with pytest.raises(BadInput, match="laatste agendabeheerder"):
        end_lidmaatschap(actor, actor.lid, timezone.localdate())
    redacteur = hilversum.lid(LidRol.REDACTEUR)
    change_lid(actor, redacteur.pk, rol=LidRol.AGENDABEHEERDER, partij="gemeente")
    end_lidmaatschap(actor, actor.lid, timezone.localdate())
    assert Lidmaatschap.objects.get(pk=actor.lid).tot == timezone.localdate()


def test_two_at_the_same_person_the_second_is_told(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    lid = hilversum.lid(LidRol.REDACTEUR)
    change_lid(beheer, lid.pk, rol=LidRol.WETHOUDER, partij="gemeente", versie=lid.versie)
    with pytest.raises(Conflict):
        change_lid(beheer, lid.pk, rol=LidRol.LEZER, partij="", versie=lid.versie)
    lid.refresh_from_db()
    assert lid.rol == LidRol.WETHOUDER


def test_a_partner_arranges_absence_for_the_own_party_only(hilversum: World) -> None:
    partner = hilversum.lid(LidRol.PARTNER)
    other = colleague(hilversum, partner)
    actor = hilversum.actor(LidRol.PARTNER)
    today = timezone.localdate()
    last = today + timedelta(days=7)
    kept = set_vervanging(actor, partner.pk, van=today, tot=last, vervanger=other.pk)
    assert kept.vervanger == other
    with pytest.raises(NotFound):
        set_vervanging(actor, hilversum.lid(LidRol.REDACTEUR).pk, van=today, tot=last)


def test_only_who_may_answer_stands_in(hilversum: World) -> None:
    partner = hilversum.lid(LidRol.PARTNER)
    strangers = Lidmaatschap.objects.filter(werkruimte=hilversum.werkruimte, rol=LidRol.PARTNER)
    stranger = strangers.exclude(partij=partner.partij)[0]
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    today = timezone.localdate()
    for lid in (stranger, hilversum.lid(LidRol.WETHOUDER)):
        with pytest.raises(BadInput, match="dezelfde partij"):
            set_vervanging(beheer, partner.pk, van=today, tot=today, vervanger=lid.pk)
    redacteur = hilversum.lid(LidRol.REDACTEUR)
    set_vervanging(beheer, partner.pk, van=today, tot=today, vervanger=redacteur.pk)


def test_half_an_absence_is_told_at_the_field(hilversum: World) -> None:
    with pytest.raises(BadInput) as refused:
        set_vervanging(
            hilversum.actor(LidRol.AGENDABEHEERDER),
            hilversum.lid(LidRol.PARTNER).pk,
            van=timezone.localdate(),
            tot=None,
        )
    assert [one.cel for one in refused.value.fouten] == ["tot"]


def test_a_forgotten_password_of_nobody_sends_nothing(db: None) -> None:
    assert send_wachtwoordlink("niemand@voorbeeld.example") is False
    assert mail.outbox == []


@pytest.mark.parametrize("rol", [LidRol.ANALIST, LidRol.AUDITOR])
def test_nobody_opens_persons_or_the_log_for_the_own_account(hilversum: World, rol: LidRol) -> None:
    keeper = hilversum.lid(LidRol.AGENDABEHEERDER)
    wie = Uitnodiging(naam="Ik", email=keeper.persoon.email.upper(), rol=rol)
    with pytest.raises(BadInput, match="niet aan jezelf"):
        invite_lid(hilversum.actor(LidRol.AGENDABEHEERDER), wie)
    with pytest.raises(BadInput, match="niet aan jezelf"):
        change_lid(hilversum.actor(LidRol.AGENDABEHEERDER), keeper.pk, rol=rol, partij="")
