"""The pages of agreements: written down in one go, confirmed in two taps, found again."""

import json
import re

import pytest
from django.test import Client
from django.utils import timezone

from openlea.core.afspraak import Bevestiging
from openlea.policy.rechten import LidRol
from openlea.services.ask_updates import ask_updates
from openlea.services.make_verzoeklink import make_verzoeklink
from openlea.storage.records.models import Actie, Afspraak, Lidmaatschap, Partij
from tests.services.afspraak_wereld import asked_about, made_in, partner_of
from tests.world import World

LIJST = "overleg/afspraken/"


def _posted(**fields: object) -> dict[str, object]:
    return {"wat": "Elke school doet mee.", "partijen": ["gemeente"], "sleutel": "s1"} | fields


def test_an_agreement_is_kept_without_a_measure_and_says_what_misses(hilversum: World) -> None:
    """The meeting is not held up by a field; the page says what to add later."""
    client = hilversum.client(LidRol.REDACTEUR)
    answer = client.post(hilversum.url(f"{LIJST}nieuw/"), _posted(), follow=True)
    page = answer.content.decode()
    assert "Nog niet meetbaar: Zeg wanneer het klaar is." in page
    assert "Zeg ook waaraan je het meet." in page


def test_a_chosen_measure_fills_what_was_left_open_without_script(
    hilversum: World, cijfers: object
) -> None:
    """The radio alone is enough: title, unit and nulmeting come with it."""
    client = hilversum.client(LidRol.REDACTEUR)
    asks = {"plicht": "LEA-01", "onderwerp": "segregatie", "indicator": "schoolweging"}
    target = {"doel": "25", "peildatum": "2027-12-31"}
    client.post(hilversum.url(f"{LIJST}nieuw/"), _posted(**asks, **target))
    one = Afspraak.objects.get(sleutel="s1")
    assert (one.maat, one.indicator) == ("Schoolweging", "schoolweging")
    assert one.nulmeting is not None
    assert one.nulmeting_op is not None


def test_nothing_typed_is_lost_when_a_field_is_wrong(hilversum: World) -> None:
    """A target in words comes back with its fault, and everything else as it was."""
    client = hilversum.client(LidRol.REDACTEUR)
    answer = client.post(hilversum.url(f"{LIJST}nieuw/"), _posted(doel="veel", maat="gezinnen"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Elke school doet mee." in page
    assert 'value="gezinnen"' in page
    assert not Afspraak.objects.filter(sleutel="s1").exists()


@pytest.mark.parametrize(
    "elders", ["https://voorbeeld.example/", "//voorbeeld.example", "javascript:x"]
)
def test_it_never_sends_anybody_to_another_site(hilversum: World, elders: str) -> None:
    """The way back is an address of this site or the agreement itself."""
    client = hilversum.client(LidRol.REDACTEUR)
    answer = client.post(hilversum.url(f"{LIJST}nieuw/"), _posted(terug=elders))
    assert answer["Location"].startswith(hilversum.url(LIJST))


def test_the_second_writer_sees_both_texts(hilversum: World) -> None:
    """Nothing that was typed is thrown away, and nothing is overwritten unseen."""
    one = made_in(hilversum)
    client = hilversum.client(LidRol.REDACTEUR)
    url = hilversum.url(f"{LIJST}{one.pk}/wijzigen/")
    versie = one.versie
    client.post(url, _posted(wat="Van de eerste.", versie=versie))
    answer = client.post(url, _posted(wat="Van de tweede.", versie=versie))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Van de eerste." in page
    assert "Van de tweede." in page


def test_the_link_on_a_phone_shows_the_agreement_and_confirms_it(hilversum: World) -> None:
    """Who, when and how it is measured stand on the card; a choice and a button are enough."""
    one = made_in(hilversum)
    ask_updates(timezone.localdate(), werkruimte="hilversum")
    _, code = partner_of(hilversum)
    verzoek = asked_about(one)[code]
    lid = Lidmaatschap.objects.get(pk=verzoek.aan_id)
    path = make_verzoeklink(hilversum.actor(LidRol.REDACTEUR), verzoek, lid).split("/v/")[1]
    phone = Client()
    page = phone.get(f"/v/{path}").content.decode()
    assert "Klopt deze afspraak:" in page
    assert "minstens 40 gezinnen op 31 december 2027" in page
    tekst = re.search(r'name="tekst" value="(\d+)"', page)
    assert tekst is not None
    phone.post(f"/v/{path}", {"bevestiging": "bevestigd", "tekst": tekst[1]})
    partij = Partij.objects.get(werkruimte=hilversum.werkruimte, code=code)
    assert one.partijen.get(partij=partij).bevestiging == Bevestiging.BEVESTIGD
    assert "Dank." in phone.get(f"/v/{path}").content.decode()


def test_a_partner_confirms_on_the_page_for_the_own_partij_only(hilversum: World) -> None:
    """The form is there for who is named, and for nobody else."""
    one = made_in(hilversum)
    page = hilversum.url(f"{LIJST}{one.pk}/")
    assert "Klopt dit voor" in hilversum.client(LidRol.PARTNER).get(page).content.decode()
    assert "Klopt dit voor" not in hilversum.client(LidRol.WETHOUDER).get(page).content.decode()
    post = {"bevestiging": "bevestigd", "tekst": "1"}
    refused = hilversum.client(LidRol.WETHOUDER).post(f"{page}bevestigen/", post)
    assert refused.status_code == 403


def test_the_public_finds_nothing_of_what_is_for_partners(hilversum: World) -> None:
    """Neither the page, nor the list, nor the file, nor the search tells that it is there."""
    one = made_in(hilversum)
    public = hilversum.client(LidRol.PUBLIEK)
    assert public.get(hilversum.url(f"{LIJST}{one.pk}/")).status_code == 404
    for path in (LIJST, f"{LIJST}afspraken.json", "zoeken/?q=voorschool", "speerpunt/1C/"):
        assert "taal thuis." not in public.get(hilversum.url(path)).content.decode()


def test_one_click_makes_the_action_and_the_pages_link_both_ways(hilversum: World) -> None:
    """The action tells which agreement it came of, and the speerpunt lists it."""
    one = made_in(hilversum)
    client = hilversum.client(LidRol.REDACTEUR)
    client.post(hilversum.url(f"{LIJST}{one.pk}/actie/"))
    client.post(hilversum.url(f"{LIJST}{one.pk}/actie/"))
    actie = Actie.objects.get(afspraken=one)
    link = hilversum.url(f"{LIJST}{one.pk}/")
    assert link in client.get(hilversum.url(f"actie/{actie.code}/")).content.decode()
    assert link in client.get(hilversum.url("speerpunt/1C/")).content.decode()
    assert hilversum.url(f"actie/{actie.code}/") in client.get(link).content.decode()


def test_the_file_holds_what_the_page_shows(hilversum: World) -> None:
    """Filters in the address hold for the export too."""
    one = made_in(hilversum)
    client = hilversum.client(LidRol.REDACTEUR)
    told = json.loads(client.get(hilversum.url(f"{LIJST}afspraken.json?meetbaar=ja")).content)
    assert [each["nummer"] for each in told] == [one.pk]
    text = client.get(hilversum.url(f"{LIJST}afspraken.csv?meetbaar=nee")).content.decode()
    assert "taal thuis" not in text
    assert client.get(hilversum.url(f"{LIJST}afspraken.xlsx")).content[:2] == b"PK"
    assert client.get(hilversum.url(f"{LIJST}afspraken.exe")).status_code == 404


@pytest.mark.parametrize(
    "vraag", ["jaar=abc", "sinds=99999", "staat=x", "meetbaar=misschien", "q=%00"]
)
def test_an_address_that_makes_no_sense_shows_everything(hilversum: World, vraag: str) -> None:
    """A mistyped filter is no error page."""
    page = hilversum.client(LidRol.REDACTEUR).get(hilversum.url(f"{LIJST}?{vraag}"))
    assert page.status_code in {200, 400}


def test_what_came_of_it_is_told_and_shown(hilversum: World) -> None:
    """The value of the action stands ready; one sentence makes it whole."""
    one = made_in(hilversum)
    client = hilversum.client(LidRol.REDACTEUR)
    url = hilversum.url(f"{LIJST}{one.pk}/afsluiten/")
    empty = client.post(url, {"staat": "deels", "versie": one.versie})
    assert empty.status_code == 422
    told = {"staat": "deels", "versie": one.versie, "werkelijk": "30", "uitkomst": "Halverwege."}
    assert client.post(url, told).status_code == 302
    page = client.get(hilversum.url(LIJST)).content.decode()
    assert "Deels gehaald" in page
    assert "30 gezinnen" in page
