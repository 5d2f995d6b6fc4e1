"""The guide shows the step of now with its questions, and leads to the one thing to do next."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from openlea.core.overleg import VergaderingStaat
from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Notitie, Overlegreeks, Vergadering
from tests.world import World

SLUG = "hilversum"
GUIDE = reverse("vier_stappen", args=[SLUG])
TODAY = timezone.localdate()
TYPED = {
    "thema": "Kansrijke start",
    "partijen": ["gemeente", "schoolbesturen"],
    "dag_1": (TODAY + timedelta(days=7)).isoformat(),
}


def begun(hilversum: World) -> Overlegreeks:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    answer = client.post(reverse("vier_stappen_nieuw", args=[SLUG]), TYPED)
    reeks = Overlegreeks.objects.get(soort="vier_stappen")
    assert answer.headers["Location"] == f"{GUIDE}?reeks={reeks.pk}"
    return reeks


def shown(hilversum: World, rol: LidRol = LidRol.AGENDABEHEERDER) -> str:
    return str(hilversum.client(rol).get(GUIDE).content.decode())


def test_without_a_beginning_the_steps_are_explained_with_one_way_to_start(
    hilversum: World,
) -> None:
    found = shown(hilversum)
    for stap in ("1. Verkennen", "2. Betekenis geven", "3. Overleg over grenzen", "4. Vaststellen"):
        assert stap in found
    assert "Begin een samenwerking" in found
    assert "Begin een samenwerking" not in shown(hilversum, LidRol.PARTNER)


def test_a_planned_first_step_leads_to_its_meeting(hilversum: World) -> None:
    reeks = begun(hilversum)
    found = shown(hilversum)
    assert "0 van de 4 stappen zijn klaar." in found
    assert "Bereid voor en nodig uit" in found
    assert reverse("vergadering", args=[SLUG, reeks.vergaderingen.get().pk]) in found


def test_a_held_step_asks_what_it_yielded_and_then_the_next_one_is_open(hilversum: World) -> None:
    reeks = begun(hilversum)
    Vergadering.objects.filter(reeks=reeks).update(
        op=TODAY - timedelta(days=1), staat=VergaderingStaat.GEHOUDEN
    )
    assert "Schrijf de opbrengst op" in shown(hilversum)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    form = f"{reverse('vierstap_opbrengst', args=[SLUG])}?reeks={reeks.pk}&stap=verkennen"
    assert "Wat leverde deze stap op?" in client.get(form).content.decode()
    client.post(form, {"tekst": "Iedereen wil dit."})
    found = shown(hilversum)
    assert "Iedereen wil dit." in found
    assert "1 van de 4 stappen is klaar." in found
    assert "Wijzig de opbrengst" in found


def test_a_yield_that_crosses_another_shows_both_texts(hilversum: World) -> None:
    reeks = begun(hilversum)
    Vergadering.objects.filter(reeks=reeks).update(
        op=TODAY - timedelta(days=1), staat=VergaderingStaat.GEHOUDEN
    )
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    form = f"{reverse('vierstap_opbrengst', args=[SLUG])}?reeks={reeks.pk}&stap=verkennen"
    client.post(form, {"tekst": "Tekst van de ander"})
    client.post(
        form, {"tekst": "Nieuwe tekst van de ander", "versie": Notitie.objects.get().versie}
    )
    answer = client.post(form, {"tekst": "Mijn tekst", "versie": "1"})
    assert answer.status_code == 422
    found = answer.content.decode()
    assert "Mijn tekst" in found
    assert "Nieuwe tekst van de ander" in found


def test_a_later_step_gets_its_day_from_the_guide(hilversum: World) -> None:
    reeks = begun(hilversum)
    form = f"{reverse('vierstap_plannen', args=[SLUG])}?reeks={reeks.pk}&stap=grenzen"
    client = hilversum.client(LidRol.REDACTEUR)
    assert "Plan: Overleg over grenzen" in client.get(form).content.decode()
    client.post(form, {"op": (TODAY + timedelta(days=60)).isoformat()})
    assert reeks.vergaderingen.count() == 2


@pytest.mark.parametrize("vraag", ["?reeks=1&stap=verkennen", "?reeks=999999&stap=verkennen"])
def test_a_series_that_has_no_steps_is_not_found(hilversum: World, vraag: str) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    assert client.get(reverse("vierstap_plannen", args=[SLUG]) + vraag).status_code == 404


@pytest.mark.parametrize("vraag", ["", "?reeks=nee", f"?reeks={'9' * 40}", "?reeks=²"])
def test_an_address_that_names_no_series_leads_to_the_guide(hilversum: World, vraag: str) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    answer = client.get(reverse("vierstap_plannen", args=[SLUG]) + vraag)
    assert (answer.status_code, answer.headers["Location"]) == (302, GUIDE)


def test_a_beginning_alone_is_refused_at_the_field(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    answer = client.post(
        reverse("vier_stappen_nieuw", args=[SLUG]), TYPED | {"partijen": ["gemeente"]}
    )
    assert answer.status_code == 422
    assert "samen begin je niet alleen" in answer.content.decode()


def test_a_partner_sees_how_far_it_is_and_gets_no_button(hilversum: World) -> None:
    begun(hilversum)
    found = shown(hilversum, LidRol.PARTNER)
    assert "Kansrijke start" in found
    assert "Plan deze stap" not in found
