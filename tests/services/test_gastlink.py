"""A link for a guest opens one meeting, shows what is shared, and can be taken back."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput
from openlea.services.add_agendapunt import Puntopzet, add_agendapunt
from openlea.services.attach_agendastuk import Stuk, attach_agendastuk
from openlea.services.invite_deelnemers import invite_deelnemers
from openlea.services.make_gastlink import make_gastlink
from openlea.services.open_gastlink import open_gastlink
from openlea.services.revoke_gastlink import revoke_gastlink
from openlea.storage.records.models import Gastlink, Notitie, Vergadering
from tests.services.uitnodig_wereld import beheer, meeting, series
from tests.world import World

SECRET = "Zwaluwnest"  # noqa: S105
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture
def uitgenodigd(hilversum: World) -> Vergadering:
    found = meeting(hilversum, series(hilversum))
    invite_deelnemers(beheer(hilversum), found.pk)
    return found


def made(world: World, one: Vergadering) -> tuple[Gastlink, str]:
    found = make_gastlink(beheer(world), one.pk, "Een spreker")
    return found.link, found.adres.rstrip("/").rpartition("/")[2]


def test_only_a_hash_of_the_secret_is_kept(hilversum: World, uitgenodigd: Vergadering) -> None:
    link, token = made(hilversum, uitgenodigd)
    assert token not in {link.kenmerk, link.voor}
    assert len(link.kenmerk) == 64


def test_a_guest_reads_the_agenda_and_nothing_internal(
    hilversum: World, uitgenodigd: Vergadering
) -> None:
    for titel, sight in ((f"{SECRET} punt", "intern"), ("Gedeeld punt", "partners")):
        opzet = Puntopzet(titel=titel, zichtbaarheid=Zichtbaarheid(sight))
        add_agendapunt(beheer(hilversum), opzet, vergadering=uitgenodigd.pk)
    _, token = made(hilversum, uitgenodigd)
    page = Client().get(f"/gast/{token}/")
    assert page.status_code == 200
    assert "Gedeeld punt" in page.content.decode()
    assert SECRET not in page.content.decode()
    assert page["Referrer-Policy"] == "no-referrer"


def test_notes_are_read_only_after_the_minutes_were_confirmed(
    hilversum: World, uitgenodigd: Vergadering
) -> None:
    punt = add_agendapunt(beheer(hilversum), Puntopzet(titel="Gedeeld"), vergadering=uitgenodigd.pk)
    Notitie.objects.create(
        werkruimte=hilversum.werkruimte, punt=punt, sleutel="a", tekst=SECRET, door_naam="A"
    )
    _, token = made(hilversum, uitgenodigd)
    assert SECRET not in Client().get(f"/gast/{token}/").content.decode()
    Vergadering.objects.filter(pk=uitgenodigd.pk).update(verslag_staat="vastgesteld")
    assert SECRET in Client().get(f"/gast/{token}/").content.decode()


def test_an_internal_paper_is_not_there_for_a_guest(
    hilversum: World, uitgenodigd: Vergadering
) -> None:
    punt = add_agendapunt(
        beheer(hilversum), Puntopzet(titel="Met stuk"), vergadering=uitgenodigd.pk
    )
    papers = [
        attach_agendastuk(
            beheer(hilversum), punt.pk, Stuk(titel=sight, zichtbaarheid=sight, inhoud=PDF)
        )
        for sight in (Zichtbaarheid.PARTNERS, Zichtbaarheid.INTERN)
    ]
    _, token = made(hilversum, uitgenodigd)
    codes = [Client().get(f"/gast/{token}/stuk/{one.pk}/").status_code for one in papers]
    assert codes == [200, 404]


def test_a_link_that_was_taken_back_or_is_too_old_opens_nothing(
    hilversum: World, uitgenodigd: Vergadering
) -> None:
    link, token = made(hilversum, uitgenodigd)
    Gastlink.objects.filter(pk=link.pk).update(geldig_tot=timezone.now() - timedelta(minutes=1))
    assert Client().get(f"/gast/{token}/").status_code == 410
    other, opened = made(hilversum, uitgenodigd)
    revoke_gastlink(beheer(hilversum), uitgenodigd.pk, other.pk)
    assert Client().get(f"/gast/{opened}/").status_code == 410
    titles = uitgenodigd.punten.values_list("titel", flat=True)
    answer = Client().get(f"/gast/{opened}/").content.decode()
    assert not any(titel in answer for titel in titles)


def test_guessing_is_slowed_down_but_a_good_link_always_opens(
    hilversum: World, uitgenodigd: Vergadering
) -> None:
    _, token = made(hilversum, uitgenodigd)
    codes = [Client().get(f"/gast/gok-{n}/").status_code for n in range(21)]
    assert (codes[0], codes[-1]) == (404, 429)
    assert Client().get(f"/gast/{token}/").status_code == 200
    assert open_gastlink("gok") is None


def test_of_a_concept_no_link_is_made(hilversum: World) -> None:
    concept = meeting(hilversum, series(hilversum))
    with pytest.raises(BadInput, match="concept"):
        make_gastlink(beheer(hilversum), concept.pk, "Iemand")


def test_opening_a_link_changes_nothing_but_when_it_was_opened(
    hilversum: World, uitgenodigd: Vergadering
) -> None:
    link, token = made(hilversum, uitgenodigd)
    assert Client().post(f"/gast/{token}/").status_code == 405
    open_gastlink(token)
    link.refresh_from_db()
    assert link.geopend_op is not None
    opened = link.versie
    open_gastlink(token)
    link.refresh_from_db()
    assert link.versie == opened
