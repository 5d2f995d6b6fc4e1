"""Changing an action: what is wrong is named, and who comes second loses no text."""

from decimal import Decimal

import pytest

from openlea.core.agenda import Rol
from openlea.policy.rechten import LidRol
from openlea.services.record_jaarwaarde import record_jaarwaarde
from tests.world import World

EIGEN = "1E2"


def page(hilversum: World, path: str, rol: LidRol) -> str:
    """Return a page as somebody sees it."""
    answer = hilversum.client(rol).get(hilversum.url(path))
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


def filled(hilversum: World, rol: LidRol, code: str = EIGEN) -> dict[str, str]:
    """Return the fields of the page that changes an action, as a browser would send them."""
    answer = hilversum.client(rol).get(hilversum.url(f"actie/{code}/wijzigen/"))
    bladen = answer.context["bladen"]
    sent: dict[str, str] = {}
    others = bladen.wie.forms if bladen.wie else ()
    for form in (bladen.form, *others, *bladen.wijst.forms, *bladen.streven.forms):
        sent |= {field.html_name: _sent(field.value()) for field in form}
    for rows in filter(None, (bladen.wie, bladen.wijst, bladen.streven)):
        form = rows.management_form
        sent |= {field.html_name: _sent(field.value()) for field in form}
    return sent


def _sent(value: object) -> str:
    return "" if value is None or value is False else str(value)


def test_saving_without_a_change_changes_nothing(hilversum: World) -> None:
    before = page(hilversum, f"actie/{EIGEN}/", LidRol.PUBLIEK)
    sent = filled(hilversum, LidRol.AGENDABEHEERDER)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    assert client.post(hilversum.url(f"actie/{EIGEN}/wijzigen/"), sent).status_code == 302
    assert page(hilversum, f"actie/{EIGEN}/", LidRol.PUBLIEK) == before


def test_a_partner_changes_its_action_and_is_not_asked_who_may_see_it(hilversum: World) -> None:
    sent = filled(hilversum, LidRol.PARTNER)
    assert "zichtbaarheid" not in sent
    assert "speerpunt" not in sent
    client = hilversum.client(LidRol.PARTNER)
    sent |= {"doelgroep": "Kleuters", "zichtbaarheid": "intern"}
    assert client.post(hilversum.url(f"actie/{EIGEN}/wijzigen/"), sent).status_code == 302
    actie = hilversum.agenda.acties.get(code=EIGEN)
    assert (actie.doelgroep, actie.zichtbaarheid) == ("Kleuters", "publiek")


def test_the_second_writer_sees_both_texts_and_can_save_on_top(hilversum: World) -> None:
    url = hilversum.url(f"actie/{EIGEN}/wijzigen/")
    sent = filled(hilversum, LidRol.AGENDABEHEERDER)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    first = sent | {"naam": "Naam van de eerste", "wie-0-rol": "uitvoerder"}
    assert client.post(url, first).status_code == 302
    answer = client.post(url, sent | {"naam": "Naam van de tweede"})
    text = answer.content.decode()
    assert answer.status_code == 409
    for word in ("Naam van de eerste", "Naam van de tweede", "Uitvoerder", "Jij schreef"):
        assert word in text
    assert hilversum.agenda.acties.get(code=EIGEN).naam == "Naam van de eerste"
    again = sent | {"naam": "Samen", "versie": answer.context["bladen"].form.data["versie"]}
    assert client.post(url, again).status_code == 302
    assert hilversum.agenda.acties.get(code=EIGEN).naam == "Samen"


def test_the_first_partij_of_an_action_without_owner_is_offered_as_its_trekker(
    hilversum: World,
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    assert "Kies wie dit trekt" in client.get(hilversum.url("actie/1A1/")).content.decode()
    sent = filled(hilversum, LidRol.AGENDABEHEERDER, "1A1") | {"wie-0-partij": "bibliotheek"}
    assert client.post(hilversum.url("actie/1A1/wijzigen/"), sent).status_code == 302
    [given] = hilversum.agenda.acties.get(code="1A1").betrokkenen.all()
    assert given.rol == Rol.TREKKER
    assert "Kies wie dit trekt" not in client.get(hilversum.url("actie/1A1/")).content.decode()


@pytest.mark.parametrize(
    ("fields", "reden"),
    [
        ({"naam": ""}, "Dit veld is verplicht"),
        ({"leeftijd_van": "12", "leeftijd_tot": "4"}, "lager dan de laagste"),
        ({"van": "2025-02-01", "tot": "2025-01-01"}, "ligt voor de begindatum"),
        ({"van": "2031-02-01"}, "begint pas na de agenda"),
        ({"staat": "samengevoegd"}, "Kies de actie waarin deze actie opgaat"),
        ({"wie-1-partij": "bibliotheek"}, "staat er twee keer"),
    ],
)
def test_a_wrong_field_is_named_with_its_reason_and_nothing_is_kept(
    hilversum: World, fields: dict[str, str], reden: str
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    sent = filled(hilversum, LidRol.AGENDABEHEERDER) | {"omschrijving": "Mijn tekst"} | fields
    answer = client.post(hilversum.url(f"actie/{EIGEN}/wijzigen/"), sent)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert reden in text
    assert "Mijn tekst" in text
    assert hilversum.agenda.acties.get(code=EIGEN).omschrijving != "Mijn tekst"


def test_a_target_is_added_changed_and_taken_away(hilversum: World) -> None:
    client, url = hilversum.client(LidRol.AGENDABEHEERDER), "actie/1A1/wijzigen/"
    sent = filled(hilversum, LidRol.AGENDABEHEERDER, "1A1")
    record_jaarwaarde(hilversum.actor(LidRol.AGENDABEHEERDER), "1A1-gezinnen", 2024, Decimal(31))
    added = {"streef-0-doel_2024": "45", "streef-1-maat": "Ouders", "streef-1-doel_2026": "80,5"}
    assert client.post(hilversum.url(url), sent | added).status_code == 302
    targets = {one.maat: one for one in hilversum.agenda.streefwaarden.filter(actie__code="1A1")}
    year = targets["Gezinnen bereikt met Opstapje"].jaren.get(jaar=2024)
    assert (year.doel, year.werkelijk) == (Decimal(45), Decimal(31))
    assert targets["Ouders"].jaren.get().doel == Decimal("80.5")
    sent = filled(hilversum, LidRol.AGENDABEHEERDER, "1A1") | {"streef-1-DELETE": "on"}
    assert client.post(hilversum.url(url), sent).status_code == 302
    assert hilversum.agenda.streefwaarden.filter(actie__code="1A1").count() == 1
