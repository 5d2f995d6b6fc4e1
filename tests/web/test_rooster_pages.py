"""The grid as a form: what was typed is kept or shown again, and nothing of anybody is lost."""

import json
from typing import Any

from django.test import Client

from openlea.core.agenda import AgendaStaat
from openlea.policy.rechten import LidRol
from openlea.services.change_acties import Rijwijziging, change_acties
from openlea.storage.records.models import Agenda
from openlea.web.pages.rooster.tabel import Rij
from tests.world import World

PLEK = "agenda/rooster/"


def rows_of(answer: Any) -> dict[str, Rij]:
    return {rij.code: rij for rij in answer.context["rijen"]}


def as_form(rij: Rij, **typed: str) -> dict[str, str]:
    """Return a row as a browser sends it, with some cells typed over."""
    texts = {cel.kolom.veld: cel.waarde for cel in rij.cellen} | typed
    head = {"rij": str(rij.nummer), f"code-{rij.nummer}": rij.code}
    head |= {f"versie-{rij.nummer}": str(rij.versie), f"was-{rij.nummer}": rij.was}
    return head | {f"{veld}-{rij.nummer}": text for veld, text in texts.items()}


def send(client: Client, world: World, *rows: dict[str, str], follow: bool = False) -> Any:
    fields: dict[str, Any] = {"rij": [row["rij"] for row in rows]}
    for row in rows:
        fields |= {name: text for name, text in row.items() if name != "rij"}
    return client.post(world.url(PLEK), fields, follow=follow)


def name_of(world: World, code: str) -> str:
    return world.agenda.acties.get(code=code).naam


def test_every_action_is_a_row_in_printed_order(hilversum: World) -> None:
    answer = hilversum.client(LidRol.AGENDABEHEERDER).get(hilversum.url(PLEK))
    assert len(rows_of(answer)) == 42
    assert list(rows_of(answer))[:2] == ["1A1", "1A2"]


def test_only_what_was_typed_is_kept(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    rows = rows_of(client.get(hilversum.url(PLEK)))
    whole = [as_form(rij) for code, rij in rows.items() if code != "1A1"]
    answer = send(client, hilversum, as_form(rows["1A1"], naam="Opstapje thuis"), *whole)
    assert answer.status_code == 302
    assert name_of(hilversum, "1A1") == "Opstapje thuis"
    assert set(hilversum.agenda.acties.exclude(code="1A1").values_list("versie", flat=True)) == {1}


def test_a_form_in_which_nothing_was_typed_says_so_and_keeps_nothing(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    rows = rows_of(client.get(hilversum.url(PLEK)))
    answer = send(client, hilversum, as_form(rows["1A1"]), follow=True)
    assert "niets gewijzigd" in answer.content.decode()


def test_a_wrong_cell_comes_back_with_its_reason_and_all_that_was_typed(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    rows = rows_of(client.get(hilversum.url(PLEK)))
    answer = send(
        client,
        hilversum,
        as_form(rows["1A1"], van="31-02-2025", naam="Nieuw"),
        as_form(rows["1A2"], doelgroep="Ouders"),
    )
    assert answer.status_code == 400
    again = {cel.kolom.veld: cel for cel in rows_of(answer)["1A1"].cellen}
    assert again["van"].waarde == "31-02-2025"
    assert "bestaat niet" in again["van"].fout
    assert again["naam"].waarde == "Nieuw"
    assert rows_of(answer)["1A2"].cellen[4].waarde == "Ouders"
    assert name_of(hilversum, "1A1") == "Opstapje"


def test_a_name_that_looks_like_a_partij_gets_a_suggestion(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    rows = rows_of(client.get(hilversum.url(PLEK)))
    answer = send(client, hilversum, as_form(rows["1A1"], trekkers="Bibliothek"))
    assert "Bedoel je ‘Bibliotheek’?" in answer.content.decode()


def test_the_second_of_two_writers_sees_both_values_and_keeps_the_typing(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    rows = rows_of(client.get(hilversum.url(PLEK)))
    first = Rijwijziging(code="1A1", versie=rows["1A1"].versie, velden={"naam": "Van de eerste"})
    change_acties(hilversum.actor(LidRol.REDACTEUR), [first])
    typed = [as_form(rows["1A1"], naam="Van mij"), as_form(rows["1A2"], naam="Ook van mij")]
    answer = send(client, hilversum, *typed)
    again = rows_of(answer)
    assert (again["1A1"].cellen[0].waarde, again["1A1"].cellen[0].nu) == (
        "Van mij",
        "Van de eerste",
    )
    assert again["1A2"].cellen[0].waarde == "Ook van mij"
    assert name_of(hilversum, "1A1") == "Van de eerste"
    again_typed = [as_form(again["1A1"]), as_form(again["1A2"])]
    assert send(client, hilversum, *again_typed).status_code == 302
    assert name_of(hilversum, "1A1") == "Van mij"
    assert name_of(hilversum, "1A2") == "Ook van mij"


def test_a_saved_grid_can_be_taken_back(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    rows = rows_of(client.get(hilversum.url(PLEK)))
    send(client, hilversum, as_form(rows["1A1"], naam="Anders", van="01-03-2025"))
    client.post(hilversum.url(f"{PLEK}terug/"))
    after = hilversum.agenda.acties.get(code="1A1")
    assert (after.naam, after.van) == ("Opstapje", None)


def test_a_partner_gets_only_the_own_rows_and_cannot_choose_who_sees_them(hilversum: World) -> None:
    partij = hilversum.lid(LidRol.PARTNER).partij
    code = partij.code if partij else ""
    seen = hilversum.agenda.acties.get(code="1A1").versie
    own = Rijwijziging(code="1A1", versie=seen, velden={"trekkers": (code,)})
    change_acties(hilversum.actor(LidRol.AGENDABEHEERDER), [own])
    rows = rows_of(hilversum.client(LidRol.PARTNER).get(hilversum.url(PLEK)))
    assert "1A1" in rows
    assert "1A4" not in rows
    assert rows["1A1"].cellen[-1].vast


def test_a_filter_stays_in_the_address_and_what_was_typed_survives_it(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    url = hilversum.url(f"{PLEK}?q=Opstapje")
    rij = rows_of(client.get(url))["1A1"]
    typed = as_form(rij, naam="Iets anders", van="fout")
    answer = client.post(url, typed)
    assert rows_of(answer)["1A1"].cellen[0].waarde == "Iets anders"


def test_a_closed_agenda_shows_no_form(hilversum: World) -> None:
    Agenda.objects.filter(pk=hilversum.agenda.pk).update(staat=AgendaStaat.AFGESLOTEN)
    answer = hilversum.client(LidRol.AGENDABEHEERDER).get(hilversum.url(PLEK))
    assert "Deze agenda is afgesloten" in answer.content.decode()
    assert "data-rooster" not in answer.content.decode()


def test_a_tampered_form_changes_nothing_and_breaks_nothing(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    rij = rows_of(client.get(hilversum.url(PLEK)))["1A1"]
    for name, text in (("was-1", "{"), ("was-1", json.dumps([1])), ("versie-1", "x")):
        answer = client.post(hilversum.url(PLEK), as_form(rij, naam="Zo niet") | {name: text})
        assert answer.status_code == 302
    assert name_of(hilversum, "1A1") == "Opstapje"
