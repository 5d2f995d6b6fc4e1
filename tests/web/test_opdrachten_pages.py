"""On the pages of assignments everyone sees whose turn it is, and takes only the own step."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document as Word

from openlea.core.opdracht import OpdrachtStaat
from openlea.policy.rechten import LidRol
from openlea.services.give_opdracht import give_opdracht
from openlea.services.keep_opdracht import keep_opdracht
from openlea.storage.records.models import Opdracht, Voorstel
from tests.services.opdracht_plek import TODAY, accepted, beheer, opzet, series
from tests.world import World

SLUG = "hilversum"


def page(client: Client, name: str, *args: object) -> str:
    answer = client.get(reverse(name, args=[SLUG, *args]))
    assert answer.status_code == 200
    return answer.content.decode()


def partner(hilversum: World) -> Client:
    return hilversum.client(LidRol.PARTNER)


def test_the_board_shows_whose_turn_it_is(hilversum: World) -> None:
    found = page(hilversum.client(LidRol.AGENDABEHEERDER), "opdrachten")
    turns = ("De werkgroep is aan zet", "Het overleg is aan zet", "Nog niet verstrekt")
    assert [turn in found for turn in turns] == [True, True, True]
    assert found.index("Dekkend aanbod") < found.index("Het overleg is aan zet")


def test_a_partner_sees_no_draft_on_the_board(hilversum: World) -> None:
    found = page(partner(hilversum), "opdrachten")
    assert "Dekkend aanbod" in found
    assert "integrale kindcentra" not in found


def test_a_late_proposal_is_said_in_words(hilversum: World) -> None:
    Opdracht.objects.filter(titel="Dekkend aanbod").update(voor=TODAY.replace(year=2025))
    assert "dagen te laat" in page(partner(hilversum), "opdrachten")


def test_an_empty_board_says_what_comes_here(hilversum: World) -> None:
    Opdracht.objects.all().delete()
    assert "Stel de eerste opdracht op" in page(
        hilversum.client(LidRol.AGENDABEHEERDER), "opdrachten"
    )
    assert "Stel de eerste" not in page(partner(hilversum), "opdrachten")


def test_a_draft_names_what_is_still_empty_and_offers_to_give_it(hilversum: World) -> None:
    kept = keep_opdracht(beheer(hilversum), opzet(hilversum), TODAY)
    found = page(hilversum.client(LidRol.AGENDABEHEERDER), "opdracht", kept.pk)
    assert "Nog leeg: aanleiding, planning, middelen, leden." in found
    assert "Verstrek de opdracht" in found


def test_the_werkgroep_accepts_with_one_press(hilversum: World) -> None:
    kept = keep_opdracht(beheer(hilversum), opzet(hilversum), TODAY)
    give_opdracht(beheer(hilversum), kept.pk, TODAY)
    client = partner(hilversum)
    assert "Aanvaard de opdracht" in page(client, "opdracht", kept.pk)
    url = reverse("opdracht_stap", args=[SLUG, kept.pk])
    client.post(url, {"stap": "aanvaarden"})
    kept.refresh_from_db()
    assert kept.staat == OpdrachtStaat.AANVAARD


def test_giving_too_early_says_which_parts_are_needed(hilversum: World) -> None:
    kept = keep_opdracht(beheer(hilversum), opzet(hilversum, doel=""), TODAY)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    url = reverse("opdracht_stap", args=[SLUG, kept.pk])
    answer = client.post(url, {"stap": "verstrekken"}, follow=True)
    assert "Vul eerst in: Doel." in answer.content.decode()


def test_a_new_assignment_that_begins_at_an_item_takes_over_what_it_says(
    hilversum: World,
) -> None:
    example = Opdracht.objects.get(pk=1)
    assert example.punt is not None
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    answer = client.get(reverse("opdracht_nieuw", args=[SLUG]), {"punt": example.punt.pk})
    assert f'value="{example.punt.titel}"' in answer.content.decode()


@pytest.mark.parametrize("asked", ["nee", "-1", "9" * 30, "²"])
def test_an_item_that_is_no_number_opens_an_empty_form(hilversum: World, asked: str) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    answer = client.get(reverse("opdracht_nieuw", args=[SLUG]), {"punt": asked})
    assert answer.status_code == 200


def test_a_whole_form_becomes_a_draft(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    typed = {
        "titel": "Overgang vo-mbo",
        "opdrachtgever": series(hilversum, "Bestuurlijk overleg LEA").pk,
        "werkgroep": series(hilversum, "Werkgroep ambitie 1").pk,
        "doel": "Niemand valt uit.",
        "zichtbaarheid": "partners",
    }
    client.post(reverse("opdracht_nieuw", args=[SLUG]), typed)
    assert Opdracht.objects.get(titel="Overgang vo-mbo").staat == OpdrachtStaat.CONCEPT


def test_a_change_that_crosses_another_shows_both_texts(hilversum: World) -> None:
    kept = keep_opdracht(beheer(hilversum), opzet(hilversum), TODAY)
    keep_opdracht(beheer(hilversum), opzet(hilversum, doel="Tekst van de ander"), TODAY, kept.pk, 1)
    typed = {
        "titel": kept.titel,
        "opdrachtgever": kept.opdrachtgever_id,
        "werkgroep": kept.werkgroep_id,
        "doel": "Mijn eigen tekst",
        "zichtbaarheid": "partners",
        "versie": kept.versie,
    }
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    answer = client.post(reverse("opdracht_wijzigen", args=[SLUG, kept.pk]), typed)
    found = answer.content.decode()
    assert answer.status_code == 422
    assert "Mijn eigen tekst" in found
    assert "Tekst van de ander" in found


def test_the_way_of_a_proposal_in_the_browser(hilversum: World) -> None:
    opdracht = accepted(hilversum)
    werkgroep, gemeente = partner(hilversum), hilversum.client(LidRol.REDACTEUR)
    typed = {"titel": "Vier prioriteiten", "tekst": "Wij ...", "gevraagd": "Stel ze vast."}
    werkgroep.post(reverse("voorstel_nieuw", args=[SLUG, opdracht.pk]), typed)
    voorstel = Voorstel.objects.get(titel="Vier prioriteiten")
    step = reverse("voorstel_stap", args=[SLUG, voorstel.pk])
    assert "Dien het voorstel in" in page(werkgroep, "voorstel", voorstel.pk)
    werkgroep.post(step, {"stap": "indienen"})
    assert "Zet op de agenda" in page(gemeente, "voorstel", voorstel.pk)
    assert "Zet op de agenda" not in page(werkgroep, "voorstel", voorstel.pk)
    gemeente.post(step, {"stap": "agenderen"})
    held = {"uitkomst": "aangehouden", "reden": "Wat kost het?"}
    gemeente.post(reverse("voorstel_uitkomst", args=[SLUG, voorstel.pk]), held)
    found = page(werkgroep, "voorstel", voorstel.pk)
    assert "Wat kost het?" in found
    assert "Dien het opnieuw in" in found
    told = page(werkgroep, "opdracht", opdracht.pk)
    assert "De werkgroep past het voorstel aan." in told
    assert told.count("Aanvaard door de werkgroep</strong>") == 1


def test_adopting_without_a_decision_points_to_the_item(hilversum: World) -> None:
    Voorstel.objects.filter(pk=2).update(punt=None)
    url = reverse("voorstel_uitkomst", args=[SLUG, 2])
    answer = hilversum.client(LidRol.REDACTEUR).post(url, {"uitkomst": "vastgesteld"})
    assert "waar overeenstemming over is" in answer.content.decode()


def test_the_draft_of_a_proposal_is_not_there_for_another_party(hilversum: World) -> None:
    Voorstel.objects.filter(pk=1).update(titel="Zwaluwnest")
    Opdracht.objects.get(pk=1).werkgroep.leden.all().delete()
    client = partner(hilversum)
    assert "Zwaluwnest" not in page(client, "opdracht", 1)
    assert client.get(reverse("voorstel", args=[SLUG, 1])).status_code == 404


def test_withdrawing_keeps_the_text_and_shows_why(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    client.post(reverse("opdracht_intrekken", args=[SLUG, 2]), {"reden": "De wet is veranderd."})
    found = page(client, "opdracht", 2)
    assert "De wet is veranderd." in found
    assert "4 prioriteiten" in found


def test_the_assignment_on_paper_holds_its_parts_and_proposals(hilversum: World) -> None:
    client = partner(hilversum)
    answer = client.get(reverse("opdracht_uit", args=[SLUG, 1, "docx"]))
    words = "\n".join(one.text for one in Word(io.BytesIO(answer.content)).paragraphs)
    for part in ("Aanleiding", "Resultaat", "Leden", "Voorbeeld: een gesprek bij elke overdracht"):
        assert part in words
    assert client.get(reverse("opdracht_uit", args=[SLUG, 1, "exe"])).status_code == 404
