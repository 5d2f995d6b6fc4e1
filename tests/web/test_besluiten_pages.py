"""Decisions are found again, read by who may, and a dispute shows its next step."""

from datetime import timedelta

import pytest

from openlea.core.agenda import Zichtbaarheid
from openlea.core.besluit import Standpunt
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.rechten import LidRol
from openlea.services.record_besluit import Besluitopzet, record_besluit
from openlea.storage.records.models import Besluit, Vergadering
from tests.services.vergader_wereld import begun, first_item, keeper
from tests.world import World

LIJST = "overleg/besluiten/"


def disputed(world: World) -> Besluit:
    Vergadering.objects.filter(pk=2).update(op="2026-11-01")
    meeting = begun(world)
    opzet = Besluitopzet(
        tekst="De verdeling van leerlingen per wijk.",
        rest=Standpunt.EENS,
        standpunten={"kinderopvang": Standpunt.NIET_EENS},
        uitkomst=OverlegUitkomst.GESCHIL,
    )
    return record_besluit(keeper(world), first_item(meeting).pk, opzet)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", True),
        ("q=verdeling", True),
        ("q=overdracht", False),
        ("uitkomst=geschil", True),
        ("uitkomst=overeenstemming", False),
        ("jaar=2026", True),
        ("uitkomst=onzin&jaar=abc&reeks=x", True),
        ("reeks=1&q=leerlingen", True),
    ],
)
def test_a_decision_is_found_by_word_year_series_and_outcome(
    hilversum: World, query: str, found: bool
) -> None:
    disputed(hilversum)
    page = hilversum.client(LidRol.REDACTEUR).get(hilversum.url(f"{LIJST}?{query}"))
    assert ("De verdeling van leerlingen" in page.content.decode()) is found


def test_everybody_reads_public_decisions_and_nobody_outside_reads_others(
    hilversum: World,
) -> None:
    besluit = disputed(hilversum)
    public, partner = hilversum.client(LidRol.PUBLIEK), hilversum.client(LidRol.PARTNER)
    example = "Elk kind van een voorschool krijgt een warme overdracht"
    for path in (LIJST, f"{LIJST}1/"):
        assert example in public.get(hilversum.url(path)).content.decode()
    assert "De verdeling van" not in public.get(hilversum.url(LIJST)).content.decode()
    assert public.get(hilversum.url(f"{LIJST}{besluit.pk}/")).status_code == 404
    assert partner.get(hilversum.url(f"{LIJST}{besluit.pk}/")).status_code == 200
    Besluit.objects.filter(pk=besluit.pk).update(zichtbaarheid=Zichtbaarheid.INTERN)
    assert partner.get(hilversum.url(f"{LIJST}{besluit.pk}/")).status_code == 404


def test_a_dispute_shows_what_the_law_says_next_and_takes_the_step(hilversum: World) -> None:
    besluit = disputed(hilversum)
    client, url = hilversum.client(LidRol.REDACTEUR), hilversum.url(f"{LIJST}{besluit.pk}/")
    page = client.get(url).content.decode()
    assert "geschillencommissie" in page
    assert "Opnieuw in overleg" in page
    assert "Voorgelegd aan de geschillencommissie</span>" not in page
    op = besluit.op + timedelta(days=1)
    assert client.post(f"{url}geschil/", {"stap": "bindend", "op": op}).status_code == 422
    assert client.post(f"{url}geschil/", {"stap": "nieuw_overleg", "op": op}).status_code == 302
    data = {"stap": "commissie", "op": op, "toelichting": "Per brief."}
    assert client.post(f"{url}geschil/", data).status_code == 302
    page = client.get(url).content.decode()
    assert "Per brief." in page
    assert "Het advies hoort er te zijn op" in page


def test_a_paper_of_a_dispute_opens_for_who_may_read_the_decision(hilversum: World) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    besluit = disputed(hilversum)
    client, url = hilversum.client(LidRol.REDACTEUR), hilversum.url(f"{LIJST}{besluit.pk}/")
    file = SimpleUploadedFile("brief.pdf", b"%PDF-1.4\n%%EOF")
    data = {"stap": "nieuw_overleg", "op": besluit.op, "titel": "Uitnodiging", "bestand": file}
    assert client.post(f"{url}geschil/", data).status_code == 302
    regel = besluit.geschilregels.get()
    paper = hilversum.url(f"document/{regel.document_id}/")
    assert "Uitnodiging" in client.get(url).content.decode()
    assert client.get(paper).status_code == 200
    assert hilversum.client(LidRol.PARTNER).get(paper).status_code == 200
    assert hilversum.client(LidRol.PUBLIEK).get(paper).status_code == 404


def test_a_decision_that_somebody_else_changed_is_not_written_over(hilversum: World) -> None:
    besluit = disputed(hilversum)
    client = hilversum.client(LidRol.REDACTEUR)
    url = hilversum.url(f"{LIJST}{besluit.pk}/wijzigen/")
    data = {"tekst": "Anders.", "rest": "on", "zichtbaarheid": "partners", "versie": 1}
    assert client.post(url, data).status_code == 302
    beside = client.post(url, data | {"tekst": "Nog anders."})
    assert beside.status_code == 409
    assert "Anders." in beside.content.decode()
    assert "Nog anders." in beside.content.decode()
    besluit.refresh_from_db()
    assert besluit.tekst == "Anders."
    assert client.post(url, data | {"tekst": "", "versie": 2}).status_code == 422


def test_who_only_reads_gets_no_form(hilversum: World) -> None:
    besluit = disputed(hilversum)
    for rol in (LidRol.PARTNER, LidRol.WETHOUDER):
        client = hilversum.client(rol)
        page = client.get(hilversum.url(f"{LIJST}{besluit.pk}/")).content.decode()
        assert "Leg deze stap vast" not in page
        assert client.get(hilversum.url(f"{LIJST}{besluit.pk}/wijzigen/")).status_code == 403
        step = {"stap": "nieuw_overleg", "op": besluit.op}
        refused = client.post(hilversum.url(f"{LIJST}{besluit.pk}/geschil/"), step)
        assert refused.status_code == 403
