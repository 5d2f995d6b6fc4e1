"""People and roles on screen: who sees whom, and the way from an invitation to a password."""

import re

from django.core import mail
from django.test import Client
from django.utils import timezone

from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Lidmaatschap
from tests.world import World

LONG = "een-heel-lang-nieuw-wachtwoord"


def test_a_partner_sees_the_people_of_the_own_party_only(hilversum: World) -> None:
    page = hilversum.client(LidRol.PARTNER).get(hilversum.url("mensen/")).content.decode()
    assert hilversum.lid(LidRol.PARTNER).persoon.email in page
    assert hilversum.lid(LidRol.REDACTEUR).persoon.email not in page
    other = hilversum.lid(LidRol.REDACTEUR).pk
    answer = hilversum.client(LidRol.PARTNER).get(hilversum.url(f"mensen/{other}/"))
    assert answer.status_code == 404


def test_from_invitation_to_signing_in(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    filled = {
        "naam": "Nieuwe partner",
        "email": "nieuw@voorbeeld.example",
        "rol": "partner",
        "partij": "bibliotheek",
    }
    answer = client.post(hilversum.url("mensen/uitnodigen/"), filled)
    assert answer.status_code == 302
    found = re.search(r"/wachtwoord/\S+", str(mail.outbox[0].body))
    assert found is not None
    visitor = Client()
    page = visitor.get(found.group(), follow=True)
    form = page.redirect_chain[-1][0]
    weak = visitor.post(form, {"new_password1": "kort", "new_password2": "kort"})
    assert weak.status_code == 200
    done = visitor.post(form, {"new_password1": LONG, "new_password2": LONG}, follow=True)
    assert "Je wachtwoord is bewaard" in done.content.decode()
    signed_in = visitor.post(
        "/inloggen/", {"username": "nieuw@voorbeeld.example", "password": LONG}, follow=True
    )
    assert "Bibliotheek" in signed_in.content.decode()
    assert "werkt niet meer" in Client().get(found.group(), follow=True).content.decode()


def test_a_fault_in_an_invitation_keeps_what_was_typed(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    filled = {"naam": "Nieuwe partner", "email": "geen adres", "rol": "partner", "partij": ""}
    page = client.post(hilversum.url("mensen/uitnodigen/"), filled)
    assert page.status_code == 422
    assert "zoals naam@voorbeeld.nl" in page.content.decode()
    assert "Nieuwe partner" in page.content.decode()


def test_a_partner_can_not_post_a_role_for_the_self(hilversum: World) -> None:
    lid = hilversum.lid(LidRol.PARTNER)
    filled = {"rol": "agendabeheerder", "partij": "bibliotheek", "versie": lid.versie}
    answer = hilversum.client(LidRol.PARTNER).post(hilversum.url(f"mensen/{lid.pk}/rol/"), filled)
    assert answer.status_code == 403
    assert Lidmaatschap.objects.get(pk=lid.pk).rol == LidRol.PARTNER


def test_the_second_of_two_is_told_and_keeps_what_was_chosen(hilversum: World) -> None:
    lid = hilversum.lid(LidRol.REDACTEUR)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    address = hilversum.url(f"mensen/{lid.pk}/rol/")
    old = {"rol": "wethouder", "partij": "gemeente", "versie": lid.versie}
    assert client.post(address, old).status_code == 302
    second = client.post(address, old | {"rol": "lezer"})
    assert second.status_code == 409
    page = second.content.decode()
    assert "Iemand anders was je voor" in page
    assert "<td>Wethouder</td><td>Raadslid (lezer)</td>" in page
    assert '<option value="lezer" selected>' in page
    lid.refresh_from_db()
    again = client.post(address, old | {"rol": "lezer", "versie": lid.versie})
    assert again.status_code == 302


def test_a_conflict_over_something_else_of_the_same_person_is_told_too(hilversum: World) -> None:
    lid = hilversum.lid(LidRol.REDACTEUR)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    away = {"van": "2027-01-01", "tot": "2027-01-31", "vervanger": "", "versie": lid.versie}
    assert client.post(hilversum.url(f"mensen/{lid.pk}/vervanging/"), away).status_code == 302
    same = {"rol": lid.rol, "partij": "gemeente", "versie": lid.versie}
    answer = client.post(hilversum.url(f"mensen/{lid.pk}/rol/"), same)
    assert answer.status_code == 409
    assert "Iemand anders heeft dit intussen gewijzigd" in answer.content.decode()


def test_who_keeps_the_agenda_hands_over_from_the_page_of_a_person(hilversum: World) -> None:
    lid = hilversum.lid(LidRol.PARTNER)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    page = client.get(hilversum.url(f"mensen/{lid.pk}/")).content.decode()
    assert f"/agenda/overdragen/?van=lid:{lid.pk}" in page
    over = client.get(hilversum.url(f"agenda/overdragen/?van=lid:{lid.pk}"))
    assert over.status_code == 200
    assert f'<option value="lid:{lid.pk}" selected>' in over.content.decode()
    own = hilversum.client(LidRol.PARTNER).get(hilversum.url(f"mensen/{lid.pk}/"))
    assert "overdragen" not in own.content.decode()


def test_days_away_show_with_who_answers(hilversum: World) -> None:
    lid, other = hilversum.lid(LidRol.PARTNER), hilversum.lid(LidRol.REDACTEUR)
    today = timezone.localdate().isoformat()
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    filled = {"van": today, "tot": today, "vervanger": other.pk, "versie": lid.versie}
    client.post(hilversum.url(f"mensen/{lid.pk}/vervanging/"), filled)
    page = client.get(hilversum.url("mensen/")).content.decode()
    assert "Afwezig tot en met" in page
    assert f"{other.persoon.naam} antwoordt" in page


def test_a_forgotten_password_never_tells_who_has_an_account(hilversum: World) -> None:
    known = hilversum.lid(LidRol.PARTNER).persoon.email
    pages = [
        Client().post("/wachtwoord/", {"email": email}).content
        for email in (known, "niemand@voorbeeld.example")
    ]
    assert pages[0] == pages[1]
    assert [one.to for one in mail.outbox] == [[known]]
