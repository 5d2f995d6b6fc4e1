"""The page of what is kept: what goes is shown first, and only that list goes."""

from datetime import date, timedelta

from django.utils import timezone

from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Bewaarstop, Bewaartermijn, Document, Verwijderbewijs
from tests.world import World

LONG_AGO = date(2020, 1, 1)


def old_document(world: World) -> Document:
    return Document.objects.create(
        werkruimte=world.werkruimte,
        titel="Stuk",
        adres="https://voorbeeld.example/stuk",
        bewaren_tot=LONG_AGO,
    )


def test_the_auditor_reads_the_terms_and_changes_none(hilversum: World) -> None:
    old_document(hilversum)
    answer = hilversum.client(LidRol.AUDITOR).get(hilversum.url("bewaren/"))
    assert "Documenten met een einddatum" in answer.content.decode()
    assert "bewaren/verwijderen/" not in answer.content.decode()


def test_what_is_shown_goes_and_the_proof_stands_on_the_page(hilversum: World) -> None:
    one = old_document(hilversum)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    shown = client.get(hilversum.url("bewaren/verwijderen/"))
    client.post(hilversum.url("bewaren/verwijderen/"), {"merk": shown.context["merk"]})
    assert not Document.objects.filter(pk=one.pk).exists()
    assert Verwijderbewijs.objects.filter(soort="document", nummers=[one.pk]).exists()
    assert (
        "Documenten met een einddatum: 1" in client.get(hilversum.url("bewaren/")).content.decode()
    )


def test_a_list_that_changed_meanwhile_removes_nothing(hilversum: World) -> None:
    one = old_document(hilversum)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    merk = client.get(hilversum.url("bewaren/verwijderen/")).context["merk"]
    other = old_document(hilversum)
    answer = client.post(hilversum.url("bewaren/verwijderen/"), {"merk": merk})
    assert answer.status_code == 409
    assert Document.objects.filter(pk__in=[one.pk, other.pk]).count() == 2


def test_a_hold_is_set_and_ended_on_the_page(hilversum: World) -> None:
    one = old_document(hilversum)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    wrong = client.post(hilversum.url("bewaren/stop/"), {"soort": "document", "reden": ""})
    assert wrong.status_code == 422
    client.post(
        hilversum.url("bewaren/stop/"),
        {"soort": "document", "nummer": one.pk, "reden": "Bezwaar"},
    )
    stop = Bewaarstop.objects.get(nummer=one.pk)
    assert "Bezwaar" in client.get(hilversum.url("bewaren/")).content.decode()
    client.post(hilversum.url(f"bewaren/stop/{stop.pk}/opheffen/"))
    stop.refresh_from_db()
    assert stop.tot == timezone.localdate()
    assert not Bewaarstop.objects.active_on(timezone.localdate() + timedelta(days=1)).exists()


def test_an_own_term_needs_a_reason(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    here = hilversum.url("bewaren/termijn/werk/")
    assert client.post(here, {"maanden": "6", "waarom": ""}).status_code == 422
    client.post(here, {"maanden": "6", "waarom": "Besluit van het college"})
    assert Bewaartermijn.objects.get(soort="werk").maanden == 6
    assert client.get(hilversum.url("bewaren/termijn/document/")).status_code == 404
