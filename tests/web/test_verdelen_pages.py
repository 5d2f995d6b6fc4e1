"""The walk of who divides a budget: from schools to grants, without script, nothing lost."""

import re
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.core.bron import Bestand
from openlea.policy.rechten import LidRol
from openlea.services.decide_verdeling import Verdeelbesluit, decide_verdeling
from openlea.services.keep_verdeelcriteria import keep_verdeelcriteria
from openlea.services.keep_verdelingtabel import keep_verdelingtabel
from openlea.storage.records.models import Subsidie, Verdeling
from tests.services.test_keep_verdeling import BEHEER, TOML, begun, decided, filled
from tests.world import World

INTERN, PUBLIEK = Zichtbaarheid.INTERN, Zichtbaarheid.PUBLIEK


def page(client: Client, world: World, path: str, status: int = 200) -> str:
    answer = client.get(world.url(f"kansen/verdelen/{path}"))
    assert answer.status_code == status, path
    return str(answer.content.decode())


def typed(shown: str) -> dict[str, str]:
    """Return what a browser would send of the form with the most fields on a page."""
    found = max(re.findall(r"<form.*?</form>", shown, re.DOTALL), key=len)
    sent = {}
    for tag, name in re.findall(r"<(input[^>]*name=\"([^\"]+)\"[^>]*)>", found):
        value = re.search(r'value="([^"]*)"', tag)
        if "checkbox" not in tag:
            sent[name] = value[1] if value else ""
        elif "checked" in tag:
            sent[name] = "on"
    for name, options in re.findall(
        r'<select[^>]*name="([^"]+)".*?>(.*?)</select>', found, re.DOTALL
    ):
        chosen = re.search(r'value="([^"]*)"[^>]* selected', options)
        sent[name] = chosen[1] if chosen else ""
    return sent


def criteria_page(world: World, nummer: int) -> tuple[Client, str, dict[str, str]]:
    client = world.client(BEHEER)
    return (
        client,
        world.url(f"kansen/verdelen/{nummer}/criteria/"),
        typed(page(client, world, f"{nummer}/criteria/")),
    )


def test_from_a_budget_to_a_decision_through_the_pages(hilversum: World) -> None:
    client = hilversum.client(BEHEER)
    first = {"naam": "Dagprogramma", "jaar": "2026", "budget": "300.000", "regeling": "Regeling",
             "voorbeeld": "openbare_cijfers", "zichtbaarheid": "intern"}  # fmt: skip
    made = client.post(hilversum.url("kansen/verdelen/nieuw/"), first)
    record = Verdeling.objects.get(naam="Dagprogramma")
    assert made["Location"].endswith(f"/{record.pk}/scholen/")
    taken = client.post(made["Location"], {"doe": "neem", "versie": str(record.versie)})
    assert taken.status_code == 302
    outcome = page(client, hilversum, f"{record.pk}/")
    assert "€\N{NO-BREAK SPACE}300.000 voor 27 scholen" in outcome
    assert "Ayoub" in outcome
    record.refresh_from_db()
    besluit = {"door": "Het college", "op": "2026-01-15", "versie": str(record.versie)}
    done = client.post(hilversum.url(f"kansen/verdelen/{record.pk}/besluit/"), besluit)
    assert done.status_code == 302
    shown = page(client, hilversum, f"{record.pk}/")
    assert "Besloten op 15\N{NO-BREAK SPACE}januari\N{NO-BREAK SPACE}2026" in shown
    assert str((Verdeling.objects.get(pk=record.pk).uitkomst or {})["tabel_sha256"]) in shown


def test_the_list_is_empty_until_there_is_something_to_see(hilversum: World) -> None:
    Verdeling.objects.all().delete()
    assert "Hier komen de verdelingen" in page(hilversum.client(BEHEER), hilversum, "")
    assert "Er is nog geen verdeling" in page(hilversum.client(LidRol.LEZER), hilversum, "")


def test_a_wrong_budget_is_named_at_its_field_and_the_name_stays(hilversum: World) -> None:
    url = hilversum.url("kansen/verdelen/nieuw/")
    wrong = {"naam": "Mijn verdeling", "jaar": "2026", "budget": "12,50",
             "voorbeeld": "openbare_cijfers", "zichtbaarheid": "intern"}  # fmt: skip
    answer = hilversum.client(BEHEER).post(url, wrong)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Vul hele euro&#x27;s in, zonder centen." in shown
    assert 'value="Mijn verdeling"' in shown


def test_the_form_of_criteria_keeps_what_it_shows(hilversum: World) -> None:
    made = Verdeling.objects.get(pk=2)
    client, url, sent = criteria_page(hilversum, made.pk)
    assert client.post(url, sent).status_code == 302
    assert Verdeling.objects.get(pk=made.pk).criteria == made.criteria


def test_a_criterium_is_added_and_taken_away_without_losing_what_was_typed(
    hilversum: World,
) -> None:
    client, url, sent = criteria_page(hilversum, filled(hilversum).pk)
    sent["criterium-0-naam"] = "Nog niet bewaard"
    more = client.post(url, sent | {"erbij": "criterium"}).content.decode()
    assert "Criterium 2" in more
    assert 'value="Nog niet bewaard"' in more
    assert "Dit is nog niet bewaard" not in more, "an empty new row is no fault yet"
    third = client.post(url, typed(more) | {"erbij": "uitsluiting"}).content.decode()
    assert "Uitsluiting 1" in third
    less = client.post(url, typed(third) | {"weg": "criterium-1"}).content.decode()
    assert "Criterium 2" not in less
    assert 'value="Nog niet bewaard"' in less
    assert "Uitsluiting 1" in less


def test_faults_in_criteria_stand_at_their_fields(hilversum: World) -> None:
    made = filled(hilversum)
    client, url, sent = criteria_page(hilversum, made.pk)
    wrong = {"criterium-0-gewicht": "veel", "regels-ondergrens": "1,5", "criterium-0-naam": ""}
    answer = client.post(url, sent | wrong)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Criterium 1, gewicht: Schrijf een getal, zoals 50 of 12,5." in shown
    assert "Criterium 1, naam: Vul dit in." in shown
    cross = {"criterium-0-richting": "minder_is_meer", "regels-ondergrens": "1,5"}
    second = client.post(url, sent | cross).content.decode()
    assert 'href="#id_criterium-0-drempel"' in second, "the reader's fault stands at its field"
    assert "Hier horen hele euro" in second
    assert Verdeling.objects.get(pk=made.pk).criteria == made.criteria


def test_criteria_as_text_name_what_is_wrong_and_keep_the_text(hilversum: World) -> None:
    made = filled(hilversum)
    url = hilversum.url(f"kansen/verdelen/{made.pk}/criteria/tekst/")
    client = hilversum.client(BEHEER)
    wrong = client.post(url, {"tekst": 'titel = "Half', "versie": str(made.versie)})
    assert wrong.status_code == 422
    assert "is geen geldige TOML" in wrong.content.decode()
    assert "Half" in wrong.content.decode()
    good = TOML.replace("Naar punten", "Getypt")
    assert client.post(url, {"tekst": good, "versie": str(made.versie)}).status_code == 302
    assert Verdeling.objects.get(pk=made.pk).criteria_naam == "Getypt"


def test_an_example_of_the_shelf_comes_in_place_and_the_old_criteria_stay_beside(
    hilversum: World,
) -> None:
    made = filled(hilversum)
    url = hilversum.url(f"kansen/verdelen/{made.pk}/criteria/")
    sent = {"doe": "voorbeeld", "voorbeeld": "zware_locaties", "versie": str(made.versie)}
    hilversum.client(BEHEER).post(url, sent)
    kept = Verdeling.objects.get(pk=made.pk)
    assert kept.criteria_naam == "Ondersteuning van zware doelgroeplocaties"
    assert [one["naam"] for one in kept.varianten] == ["Naar punten"]


def test_a_variant_is_copied_changed_and_chosen(hilversum: World) -> None:
    made, client = filled(hilversum), hilversum.client(BEHEER)
    url = hilversum.url(f"kansen/verdelen/{made.pk}/variant/")
    put = client.post(url, {"voorbeeld": "kopie", "versie": str(made.versie)})
    assert put["Location"].endswith("/criteria/?variant=0")
    sent = typed(client.get(put["Location"]).content.decode())
    sent |= {"regels-titel": "Ruime ondergrens", "regels-ondergrens": "400"}
    assert client.post(put["Location"], sent)["Location"].endswith("/varianten/")
    shown = page(client, hilversum, f"{made.pk}/varianten/")
    assert "€\N{NO-BREAK SPACE}150 verschuift." in shown
    assert "Wat doet een ander gewicht?" in shown
    version = Verdeling.objects.get(pk=made.pk).versie
    client.post(url, {"kies": "0", "versie": str(version)})
    assert Verdeling.objects.get(pk=made.pk).criteria_naam == "Ruime ondergrens"


def test_a_file_is_taken_in_and_a_wrong_one_is_refused_with_its_place(hilversum: World) -> None:
    made, client = begun(hilversum), hilversum.client(BEHEER)
    url = hilversum.url(f"kansen/verdelen/{made.pk}/scholen/")
    wrong = SimpleUploadedFile("s.csv", b"school;school\nA;B\n")
    answer = client.post(url, {"bestand": wrong, "versie": str(made.versie)})
    assert answer.status_code == 422
    assert "staat er twee keer" in answer.content.decode()
    good = SimpleUploadedFile("s.csv", "school;punten\nÉén;3\n".encode())
    assert client.post(url, {"bestand": good, "versie": str(made.versie)}).status_code == 302
    assert "Één" in page(client, hilversum, f"{made.pk}/scholen/")
    book = client.get(hilversum.url(f"kansen/verdelen/{made.pk}/scholen.xlsx"))
    sheet = openpyxl.load_workbook(BytesIO(book.content))["Scholen"]
    assert [cell.value for cell in sheet[2]] == ["Één", 3]


def test_what_is_missing_is_told_with_the_way_to_it(hilversum: World) -> None:
    client = hilversum.client(BEHEER)
    made = begun(hilversum)
    assert "Eerst de scholen" in page(client, hilversum, f"{made.pk}/")
    other = filled(hilversum, naam="Ander")
    keep_verdeelcriteria(hilversum.actor(BEHEER), other.pk, TOML.replace('"punten"', '"score"'))
    shown = page(client, hilversum, f"{other.pk}/")
    assert "score: deze kolom staat niet in het bestand" in shown
    assert "Dit kan nog niet worden verdeeld" in shown


@pytest.mark.parametrize("rol", [LidRol.LEZER, LidRol.PUBLIEK, LidRol.PARTNER])
def test_what_is_internal_is_found_by_nobody_outside(hilversum: World, rol: LidRol) -> None:
    made, client = decided(hilversum, zichtbaarheid=INTERN), hilversum.client(rol)
    for path in ("", "school/1/", "uitkomst.csv", "uitkomst.xlsx", "varianten/"):
        page(client, hilversum, f"{made.pk}/{path}", 404)
    assert "Proef" not in page(client, hilversum, "")


def test_everybody_sees_of_a_public_one_what_each_school_gets_and_why(hilversum: World) -> None:
    made = filled(hilversum, zichtbaarheid=PUBLIEK)
    keep_verdeelcriteria(
        hilversum.actor(BEHEER), made.pk, TOML.replace("Naar punten", "Stiekem"), 0
    )
    client = hilversum.client(LidRol.PUBLIEK)
    assert "Waarom krijgt A €\N{NO-BREAK SPACE}750?" in page(
        client, hilversum, f"{made.pk}/school/1/"
    )
    for path in ("", "school/1/", "uitkomst.csv", "varianten/"):
        assert "Stiekem" not in page(client, hilversum, f"{made.pk}/{path}")
    book = client.get(hilversum.url(f"kansen/verdelen/{made.pk}/uitkomst.xlsx"))
    names = openpyxl.load_workbook(BytesIO(book.content)).sheetnames
    assert names == ["Bedragen", "Waarom", "Criteria"]


def test_the_csv_says_of_every_school_what_it_gets_and_why(hilversum: World) -> None:
    made = decided(hilversum)
    text = page(hilversum.client(BEHEER), hilversum, f"{made.pk}/uitkomst.csv")
    head, first, *_ = text.splitlines()
    assert head.endswith("Vorig (euro);Verschil (euro);Waarom")
    assert first.startswith("A;750;;;")
    assert "A krijgt € 750." in first


def test_who_does_not_take_part_reads_the_reason(hilversum: World) -> None:
    scholen = (Verdeling.objects.get(pk=1).uitkomst or {})["verdeling"]["scholen"]
    shown = page(hilversum.client(LidRol.PUBLIEK), hilversum, f"1/school/{len(scholen)}/")
    assert "krijgt Wilhelminaschool niets?" in shown
    assert "De school vroeg dit jaar geen geld aan (voorbeeld)." in shown
    page(hilversum.client(BEHEER), hilversum, f"1/school/{len(scholen) + 1}/", 404)


def test_grants_are_made_in_one_go_and_stand_with_a_link_to_the_money(hilversum: World) -> None:
    made, client = decided(hilversum), hilversum.client(BEHEER)
    url = hilversum.url(f"kansen/verdelen/{made.pk}/subsidie/")
    sent = {"post": "P-1A1", "beschikt_op": timezone.localdate().isoformat(), "overal": "scholen",
            "school-0": "gemeente", "school-1": "", "versie": str(made.versie)}  # fmt: skip
    assert client.post(url, sent).status_code == 302
    kenmerk = f"VD{made.pk}-2026-001"
    assert Subsidie.objects.get(kenmerk=kenmerk).ontvanger.code == "gemeente"
    shown = client.get(url).content.decode()
    assert f"subsidie/?kenmerk={kenmerk}" in shown
    assert "Alle 2 subsidies zijn gemaakt." in shown
    assert "2 subsidies gemaakt." in page(client, hilversum, f"{made.pk}/")


def test_a_division_of_which_nobody_can_read_the_criteria_still_has_a_page(
    hilversum: World,
) -> None:
    made = filled(hilversum)
    Verdeling.objects.filter(pk=made.pk).update(criteria="kapot [")
    client = hilversum.client(BEHEER)
    assert "geen geldige TOML" in page(client, hilversum, f"{made.pk}/")
    page(client, hilversum, f"{made.pk}/criteria/", 302)
    assert "kapot [" in page(client, hilversum, f"{made.pk}/criteria/tekst/")


def test_who_saw_an_older_version_reads_so_and_keeps_the_text(hilversum: World) -> None:
    made = filled(hilversum)
    client, url, sent = criteria_page(hilversum, made.pk)
    sent |= {"versie": "1", "regels-titel": "Mijn tekst"}
    answer = client.post(url, sent)
    assert "Iemand anders heeft deze verdeling intussen gewijzigd" in answer.content.decode()
    assert 'value="Mijn tekst"' in answer.content.decode()


def test_very_many_schools_get_their_subsidies_a_page_at_a_time(hilversum: World) -> None:
    made, client = begun(hilversum, budget=1_000_000), hilversum.client(BEHEER)
    rows = "\n".join(f"School {n};{n}" for n in range(1, 104))
    actor = hilversum.actor(BEHEER)
    keep_verdelingtabel(
        actor, made.pk, Bestand(naam="x.csv", inhoud=f"school;punten\n{rows}".encode())
    )
    keep_verdeelcriteria(actor, made.pk, TOML)
    today = timezone.localdate()
    decide_verdeling(actor, made.pk, Verdeelbesluit(door="X", op=today))
    url = hilversum.url(f"kansen/verdelen/{made.pk}/subsidie/")
    for waiting in (103, 3):
        shown = client.get(url).content.decode()
        assert shown.count('aria-label="Ontvanger voor') == min(waiting, 100)
        version = str(Verdeling.objects.get(pk=made.pk).versie)
        sent = {"post": "P-1A1", "beschikt_op": today.isoformat(), "overal": "scholen"}
        assert client.post(url, sent | {"versie": version}).status_code == 302
    assert "Alle 103 subsidies zijn gemaakt." in client.get(url).content.decode()
