"""A round goes from schools to the draw on its pages; children are for the plaatser alone."""

import re
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.utils import timezone

from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Aanlevering, Plaatsingsronde
from tests.world import World

if TYPE_CHECKING:
    from pytest_django import Settings

SCHOLEN = "BRIN;Schoolnaam;Plaatsen;Directeur\nA1;School A;3;Zwaluwnest\nB1;School B;3;Ooievaar\n"
KINDEREN = "Kindnummer;Achternaam;Postcode;Eerste keus;Tweede keus;Opmerkingen\n" + "".join(
    f"kind-{n};Zwaluwnest;1211 ZQ;A1;B1;Ooievaar zegt iets\n" for n in range(6)
)
OPENED = "kansen/plaatsen/"


@pytest.fixture
def meteen(settings: "Settings") -> None:
    """Do work in the background at once."""
    settings.WERK = settings.METEEN


def text(answer: HttpResponseBase) -> str:
    assert isinstance(answer, HttpResponse)
    return re.sub(r"\s+", " ", answer.content.decode())


def sent(name: str, content: str) -> dict[str, object]:
    return {"bestand": SimpleUploadedFile(name, content.encode(), "text/csv")}


def versie(nummer: int) -> dict[str, object]:
    return {"versie": Plaatsingsronde.objects.get(pk=nummer).versie}


def begun(world: World, client: Client) -> int:
    """Return a round with a name and a day, made on its page."""
    year = timezone.localdate().year
    told = {
        "naam": "Proef",
        "schooljaar": f"{year}-{year + 1}",
        "loting_op": timezone.localdate().isoformat(),
        "zichtbaarheid": "intern",
    }
    answer = client.post(world.url(f"{OPENED}nieuw/"), told)
    assert answer.status_code == 302
    return Plaatsingsronde.objects.get(naam="Proef").pk


def filled(world: World, client: Client, nummer: int) -> None:
    """Bring schools, rules and children."""
    here = world.url(f"{OPENED}{nummer}/")
    told = sent("s.csv", SCHOLEN) | versie(nummer)
    assert client.post(f"{here}plekken/", told).status_code == 302
    told = versie(nummer) | {"naam": "po_zoals_utrecht", "tekst": ""}
    assert client.post(f"{here}regels/", told).status_code == 302
    answer = client.post(f"{here}aanmeldingen/", sent("k.csv", KINDEREN) | versie(nummer))
    assert answer.status_code == 302
    concept = Aanlevering.objects.filter(registratie="aanmeldingen").concepts().get()
    page = text(client.get(f"{here}aanmeldingen/"))
    assert "Wat wordt weggelaten" in page
    assert "kolom 2" in page
    assert "kolom 6" in page
    told = versie(nummer) | {"doe": "bewaar", "levering": concept.pk}
    assert client.post(f"{here}aanmeldingen/", told).status_code == 302


def test_a_round_goes_from_schools_to_the_draw(hilversum: World, meteen: None) -> None:
    client = hilversum.client(LidRol.PLAATSER)
    nummer = begun(hilversum, client)
    filled(hilversum, client, nummer)
    here = hilversum.url(f"{OPENED}{nummer}/")
    assert "Leg vast" in text(client.get(here))
    client.post(f"{here}vastleggen/", versie(nummer))
    ronde = Plaatsingsronde.objects.get(pk=nummer)
    assert ronde.vastlegging in text(client.get(here))
    client.post(f"{here}bekendmaken/", versie(nummer))
    assert ronde.vastlegging in text(hilversum.client(LidRol.PUBLIEK).get(here))
    client.post(f"{here}loten/", {"zaad": "4 8 15"} | versie(nummer))
    ronde.refresh_from_db()
    assert ronde.geplaatst_op is not None
    assert "Bekijk de uitkomst" in text(client.get(here))
    assert "Bekijk de uitkomst" not in text(hilversum.client(LidRol.PUBLIEK).get(here))
    client.post(f"{here}bekendmaken/", versie(nummer))
    assert "Bekijk de uitkomst" in text(hilversum.client(LidRol.PUBLIEK).get(here))


def test_a_file_with_faults_keeps_nothing_and_shows_every_column(hilversum: World) -> None:
    client = hilversum.client(LidRol.PLAATSER)
    nummer = begun(hilversum, client)
    here = hilversum.url(f"{OPENED}{nummer}/")
    client.post(f"{here}plekken/", sent("s.csv", SCHOLEN) | versie(nummer))
    client.post(f"{here}regels/", {"naam": "po_zoals_utrecht", "tekst": ""} | versie(nummer))
    wrong = KINDEREN.replace("kind-3", "123456782")
    before = Aanlevering.objects.count()
    answer = client.post(f"{here}aanmeldingen/", sent("k.csv", wrong) | versie(nummer))
    assert answer.status_code == 422
    page = text(answer)
    assert "regel 5, kolom nummer" in page
    assert "123456782" not in page
    assert "Achternaam" in page
    assert "wordt weggelaten" in page
    assert Aanlevering.objects.count() == before


def test_a_column_goes_where_a_person_says(hilversum: World) -> None:
    client = hilversum.client(LidRol.PLAATSER)
    nummer = begun(hilversum, client)
    here = hilversum.url(f"{OPENED}{nummer}/plekken/")
    vreemd = SCHOLEN.replace("BRIN", "Sleutelwoord")
    answer = client.post(here, sent("s.csv", vreemd) | versie(nummer))
    assert answer.status_code == 422
    merk = re.search(r'name="merk" value="(\w+)"', answer.content.decode())
    assert merk is not None
    chosen = {"merk": merk[1], "kolom_0": "plek", "kolom_1": "naam", "kolom_2": "capaciteit"}
    assert client.post(here, sent("s.csv", vreemd) | versie(nummer) | chosen).status_code == 302
    plekken = Plaatsingsronde.objects.get(pk=nummer).plekken
    assert [one["id"] for one in plekken] == ["A1", "B1"]


def test_own_rules_that_are_wrong_are_named_and_nothing_is_lost(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    nummer = begun(hilversum, client)
    told = {"naam": "", "tekst": 'naam = "x"\nwijze = "gokken"'} | versie(nummer)
    answer = client.post(hilversum.url(f"{OPENED}{nummer}/regels/"), told)
    assert answer.status_code == 422
    assert "wijze" in text(answer)
    assert "gokken" in text(answer)


def test_a_text_that_was_changed_is_not_lost_when_the_shelf_was_chosen(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    nummer = begun(hilversum, client)
    told = {"naam": "po_zoals_utrecht", "tekst": 'naam = "Eigen werk"'} | versie(nummer)
    answer = client.post(hilversum.url(f"{OPENED}{nummer}/regels/"), told)
    assert answer.status_code == 422
    assert "Eigen werk" in text(answer)
    assert Plaatsingsronde.objects.get(pk=nummer).regels == ""


@pytest.mark.parametrize("rol", [LidRol.AGENDABEHEERDER, LidRol.REDACTEUR])
def test_who_keeps_the_agenda_makes_a_round_but_never_sees_a_child(
    hilversum: World, rol: LidRol
) -> None:
    client = hilversum.client(rol)
    nummer = begun(hilversum, client)
    here = hilversum.url(f"{OPENED}{nummer}/")
    assert "ziet alleen de plaatser" in text(client.get(here))
    for path in ("aanmeldingen/", "vastleggen/", "loten/", "voorbeeld/"):
        assert client.post(f"{here}{path}").status_code in {403, 404}


def test_a_round_inside_is_missing_for_partners_and_the_public(hilversum: World) -> None:
    nummer = begun(hilversum, hilversum.client(LidRol.PLAATSER))
    here = hilversum.url(f"{OPENED}{nummer}/")
    for rol in (LidRol.PARTNER, LidRol.PUBLIEK, LidRol.LEZER):
        assert hilversum.client(rol).get(here).status_code == 404
        assert "Proef" not in text(hilversum.client(rol).get(hilversum.url(OPENED)))
    Plaatsingsronde.objects.filter(pk=nummer).update(zichtbaarheid="partners")
    assert hilversum.client(LidRol.PARTNER).get(here).status_code == 200
    assert hilversum.client(LidRol.PUBLIEK).get(here).status_code == 404


def test_a_promise_that_is_taken_back_says_why(hilversum: World) -> None:
    client = hilversum.client(LidRol.PLAATSER)
    nummer = begun(hilversum, client)
    here = hilversum.url(f"{OPENED}{nummer}/")
    client.post(f"{here}voorbeeld/", versie(nummer))
    client.post(f"{here}vastleggen/", versie(nummer))
    assert client.post(f"{here}intrekken/", {"reden": ""} | versie(nummer)).status_code == 422
    client.post(f"{here}intrekken/", {"reden": "Een school viel weg"} | versie(nummer))
    page = text(client.get(here))
    assert "Een school viel weg" in page
    assert "Leg vast" in page


def test_an_example_says_that_it_is_one(hilversum: World) -> None:
    page = text(hilversum.client(LidRol.PUBLIEK).get(hilversum.url(f"{OPENED}1/")))
    assert "De kinderen zijn verzonnen" in page


def test_somebody_else_was_first_and_nothing_is_written(hilversum: World) -> None:
    client = hilversum.client(LidRol.PLAATSER)
    nummer = begun(hilversum, client)
    here = hilversum.url(f"{OPENED}{nummer}/")
    client.post(f"{here}voorbeeld/", {"versie": 0})
    assert Plaatsingsronde.objects.get(pk=nummer).plekken == []


def test_registrations_point_to_the_page_of_their_own(hilversum: World) -> None:
    client = hilversum.client(LidRol.ANALIST)
    assert "eigen bladzijde" in text(client.get(hilversum.url("registraties/")))
    answer = client.get(hilversum.url("registraties/aanleveren/aanmeldingen/"))
    assert answer.status_code == 302
    assert answer["Location"].endswith("/kansen/plaatsen/")
