"""An ambitie is edited, a slip is removed and put back, and a code changes, from the pages."""

from openlea.core.agenda import ActieStaat
from openlea.policy.rechten import LidRol
from openlea.services.add_actie import add_actie
from openlea.services.record_voortgang import Melding, record_voortgang
from tests.world import World

REFUSED, CONFLICT = 422, 409


def test_an_ambitie_gets_another_name_and_text(hilversum: World) -> None:
    client = hilversum.client(LidRol.REDACTEUR)
    address = hilversum.url("ambitie/1/wijzigen/")
    ambitie = hilversum.agenda.ambities.get(code="1")
    assert address in client.get(hilversum.url("agenda/")).content.decode()
    filled = {"naam": "Elk kind telt", "omschrijving": "Van 0 tot 23.", "versie": ambitie.versie}
    assert client.post(address, filled).status_code == 302
    ambitie.refresh_from_db()
    assert (ambitie.naam, ambitie.omschrijving) == ("Elk kind telt", "Van 0 tot 23.")
    second = client.post(address, filled | {"naam": "Ander woord"})
    assert second.status_code == CONFLICT
    page = second.content.decode()
    assert "<td>Elk kind telt</td><td>Ander woord</td>" in page
    assert client.post(address, filled | {"naam": ""}).status_code == REFUSED


def test_a_slip_is_removed_with_one_button_and_put_back_with_another(hilversum: World) -> None:
    add_actie(hilversum.actor(LidRol.REDACTEUR), speerpunt="1A", code="1A8", naam="Per ongeluk")
    client = hilversum.client(LidRol.REDACTEUR)
    page = client.get(hilversum.url("actie/1A8/wijzigen/")).content.decode()
    assert "Haal deze actie weg" in page
    after = client.post(hilversum.url("actie/1A8/weghalen/"), follow=True).content.decode()
    assert "Actie 1A8 is weggehaald." in after
    undo = hilversum.url("agenda/weghalen/terug/")
    assert f'action="{undo}"' in after
    assert client.get(hilversum.url("actie/1A8/")).status_code == 404
    assert "zoals het stond" in client.post(undo, follow=True).content.decode()
    assert client.get(hilversum.url("actie/1A8/")).status_code == 200
    assert "niets om ongedaan" in client.post(undo, follow=True).content.decode()


def test_with_a_story_the_page_says_why_not_and_offers_another_end(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.REDACTEUR)
    record_voortgang(actor, "1A3", Melding(staat=ActieStaat.OP_SCHEMA))
    client = hilversum.client(LidRol.REDACTEUR)
    page = client.get(hilversum.url("actie/1A3/wijzigen/")).content.decode()
    assert "1 melding" in page
    assert "Haal deze actie weg" not in page
    for staat in ("gestopt", "samengevoegd", "opgevolgd"):
        assert f"?staat={staat}#staat-kop" in page
    chosen = client.get(hilversum.url("actie/1A3/wijzigen/?staat=gestopt")).content.decode()
    assert '<option value="gestopt" selected>' in chosen
    refused = client.post(hilversum.url("actie/1A3/weghalen/"), follow=True).content.decode()
    assert "Dat blijft bewaard" in refused
    assert hilversum.agenda.acties.filter(code="1A3").exists()


def test_a_partner_who_edits_the_own_action_is_not_offered_to_remove_it(hilversum: World) -> None:
    page = hilversum.client(LidRol.PARTNER).get(hilversum.url("actie/1E2/wijzigen/"))
    assert page.status_code == 200
    assert "Code of weghalen" not in page.content.decode()


def test_a_code_is_changed_on_a_page_of_its_own(hilversum: World) -> None:
    client = hilversum.client(LidRol.REDACTEUR)
    address = hilversum.url("actie/1A1/code/")
    filled = {"code": "1A2", "versie": hilversum.agenda.acties.get(code="1A1").versie}
    taken = client.post(address, filled)
    assert taken.status_code == REFUSED
    assert "is al van" in taken.content.decode()
    assert client.post(address, filled | {"code": "1A0", "versie": 99}).status_code == CONFLICT
    done = client.post(address, filled | {"code": "1A0"})
    assert done["Location"] == hilversum.url("actie/1A0/wijzigen/")
    assert client.get(hilversum.url("actie/1A0/")).status_code == 200


def test_the_maker_of_an_update_takes_it_back_from_the_page_of_the_action(
    hilversum: World,
) -> None:
    client = hilversum.client(LidRol.PARTNER)
    told = {"staat": "loopt_achter", "gedaan": "Vergissing"}
    page = client.post(hilversum.url("actie/1E2/melden/"), told, follow=True).content.decode()
    assert page.count("/terug/") == 2
    address = next(one.split('"')[0] for one in page.split('action="') if "/terug/" in one[:60])
    other = hilversum.client(LidRol.REDACTEUR).get(hilversum.url("actie/1E2/")).content.decode()
    assert "/terug/" not in other
    back = client.post(address, follow=True).content.decode()
    assert "Je melding is teruggenomen" in back
    assert "Vergissing" not in back


def test_of_two_updates_on_one_day_the_newest_stands_first(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.PARTNER)
    for gedaan in ("De eerste keer", "De tweede keer"):
        record_voortgang(actor, "1E2", Melding(staat=ActieStaat.OP_SCHEMA, gedaan=gedaan))
    page = hilversum.client(LidRol.PARTNER).get(hilversum.url("actie/1E2/")).content.decode()
    second = page.index("De tweede keer")
    assert second < page.index("Neem deze melding terug") < page.index("De eerste keer")
