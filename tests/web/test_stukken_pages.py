"""The pages with what lies ready for a meeting and what came of it: files, rights, templates."""

import io

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Sjabloon, Vergadering
from tests.services.sjabloon_proef import letterhead, rebuilt
from tests.services.stukken_wereld import NASTY, note, twelve_items
from tests.world import World

BEHEER = LidRol.AGENDABEHEERDER
BLADEN = ("dossier", "verslag", "besluiten", "partijen")


@pytest.fixture
def meeting(hilversum: World) -> Vergadering:
    return twelve_items(hilversum)


@pytest.mark.parametrize("blad", BLADEN)
def test_what_people_wrote_is_text_on_every_page(
    hilversum: World, meeting: Vergadering, blad: str
) -> None:
    note(hilversum, meeting.punten.get(volgorde=0), NASTY)
    answer = hilversum.client(BEHEER).get(hilversum.url(f"overleg/{meeting.pk}/{blad}/"))
    assert answer.status_code == 200
    assert "<b>a</b>" not in answer.content.decode()


@pytest.mark.parametrize("blad", BLADEN)
@pytest.mark.parametrize("formaat", ["pdf", "docx", "html"])
def test_every_page_is_a_file_too_that_a_browser_saves_and_never_shows(
    hilversum: World, meeting: Vergadering, blad: str, formaat: str
) -> None:
    client = hilversum.client(BEHEER)
    answer = client.get(hilversum.url(f"overleg/{meeting.pk}/{blad}.{formaat}"))
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment;")
    starts = {"pdf": b"%PDF", "docx": b"PK", "html": b"<!doctype html>"}
    assert answer.content.startswith(starts[formaat])


@pytest.mark.parametrize(("blad", "formaat"), [("dossier", "xlsx"), ("verslag", "exe")])
def test_a_file_of_another_kind_is_not_there(
    hilversum: World, meeting: Vergadering, blad: str, formaat: str
) -> None:
    client = hilversum.client(BEHEER)
    assert client.get(hilversum.url(f"overleg/{meeting.pk}/{blad}.{formaat}")).status_code == 404


def test_who_was_not_asked_finds_no_minutes(hilversum: World, meeting: Vergadering) -> None:
    partner = hilversum.actor(LidRol.PARTNER)
    meeting.deelnemers.filter(partij_id=partner.partij or 0).delete()
    client = hilversum.client(LidRol.PARTNER)
    for path in ("verslag/", "verslag.pdf"):
        assert client.get(hilversum.url(f"overleg/{meeting.pk}/{path}")).status_code == 404


def test_the_list_for_everybody_is_there_only_when_the_meeting_is(
    hilversum: World, meeting: Vergadering
) -> None:
    client, path = hilversum.client(BEHEER), hilversum.url(f"overleg/{meeting.pk}/besluiten/")
    assert client.get(f"{path}?openbaar=1").status_code == 200
    Vergadering.objects.filter(pk=meeting.pk).update(zichtbaarheid="partners")
    assert client.get(f"{path}?openbaar=1").status_code == 404
    assert "niet openbaar" in client.get(path).content.decode()


def test_word_comes_in_the_template_that_is_in_use(hilversum: World, meeting: Vergadering) -> None:
    Sjabloon.objects.all().delete()
    client = hilversum.client(BEHEER)
    answer = client.post(
        hilversum.url("overleg/sjablonen/"),
        {"naam": "Brief", "bestand": SimpleUploadedFile("brief.docx", letterhead())},
    )
    assert answer.status_code == 302
    made = client.get(hilversum.url(f"overleg/{meeting.pk}/dossier.docx")).content
    assert "Geachte leden," in [one.text for one in docx.Document(io.BytesIO(made)).paragraphs]
    [kept] = Sjabloon.objects.all()
    proef = client.get(hilversum.url(f"overleg/sjablonen/{kept.pk}/proefdruk.docx"))
    assert proef.content.startswith(b"PK")


def test_a_refused_template_says_why_at_its_field_and_keeps_the_name(hilversum: World) -> None:
    kwaad = rebuilt(letterhead(), extra={"word/vbaProject.bin": b"x"})
    answer = hilversum.client(BEHEER).post(
        hilversum.url("overleg/sjablonen/"),
        {"naam": "Met macro", "bestand": SimpleUploadedFile("kwaad.docx", kwaad)},
    )
    text = answer.content.decode()
    assert answer.status_code == 400
    assert "macro&#x27;s" in text
    assert 'value="Met macro"' in text


def test_a_template_is_chosen_and_taken_away_by_a_button(hilversum: World) -> None:
    client, path = hilversum.client(BEHEER), hilversum.url("overleg/sjablonen/")
    client.post(path, {"naam": "A", "bestand": SimpleUploadedFile("a.docx", letterhead())})
    kept = Sjabloon.objects.get(naam="A")
    client.post(f"{path}kiezen/", {"sjabloon": str(kept.pk)})
    kept.refresh_from_db()
    assert kept.in_gebruik
    client.post(f"{path}kiezen/", {"sjabloon": ""})
    assert not Sjabloon.objects.filter(in_gebruik=True).exists()
    assert client.post(f"{path}kiezen/", {"sjabloon": "x"}).status_code == 404
    client.post(f"{path}{kept.pk}/weg/")
    assert not Sjabloon.objects.filter(pk=kept.pk).exists()


def test_the_page_without_any_template_still_says_how_to_make_one(hilversum: World) -> None:
    Sjabloon.objects.all().delete()
    text = hilversum.client(BEHEER).get(hilversum.url("overleg/sjablonen/")).content.decode()
    assert "Er is nog geen sjabloon" in text
    assert "{{ inhoud }}" in text
    voorbeeld = hilversum.client(BEHEER).get(hilversum.url("overleg/sjablonen/voorbeeld.docx"))
    assert voorbeeld.content.startswith(b"PK")
