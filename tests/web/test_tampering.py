"""What no page ever sends: odd numbers, old choices, other people's codes. It opens nothing."""

from dataclasses import replace

import pytest
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput
from openlea.policy.rechten import LidRol
from openlea.services.change_actie import change_actie
from openlea.services.keep_record import keep_record
from openlea.storage.records.as_values import agenda_values, everything, sight_of
from openlea.storage.records.models import Actie, Betrokkenheid, Lidmaatschap, Partij, Werkgroep
from openlea.web.actor import session_key
from tests.services.vraag_wereld import own_actie
from tests.web.test_rooster_pages import PLEK, as_form, rows_of, send
from tests.world import World

DIGITS = "9" * 5000
"""More than Python wants to read as a number."""


@pytest.mark.parametrize("veld", ["leeftijd_tot", "versie"])
def test_a_number_of_thousands_of_digits_in_the_grid_is_refused_like_any_other(
    hilversum: World, veld: str
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    rij = rows_of(client.get(hilversum.url(PLEK)))["1A1"]
    row = as_form(rij, naam="Anders") | {f"{veld}-{rij.nummer}": DIGITS}
    assert send(client, hilversum, row).status_code in (302, 400)
    assert hilversum.agenda.acties.get(code="1A1").naam != "Anders"


def test_a_choice_to_look_as_somebody_ends_with_the_role_that_allowed_it(hilversum: World) -> None:
    # Otherwise somebody who became partner would still look as the partij of another one.
    client, lid = hilversum.client(LidRol.WETHOUDER), hilversum.lid(LidRol.WETHOUDER)
    own, other = Partij.objects.of(hilversum.werkruimte.pk).order_by("id")[:2]
    client.post(hilversum.url("bekijk-als/"), {"rol": "partner", "partij": other.pk})
    Lidmaatschap.objects.filter(pk=lid.pk).update(rol=LidRol.PARTNER, partij=own)
    assert session_key(hilversum.werkruimte) in client.session
    actor = client.get(hilversum.url("agenda/")).context["actor"]
    assert (actor.rol, actor.partij, actor.bekijkt_als) == (LidRol.PARTNER, own.pk, None)


def test_a_partner_cannot_find_a_hidden_action_by_naming_it_as_the_next(hilversum: World) -> None:
    partner = hilversum.lid(LidRol.PARTNER)
    code = own_actie(hilversum, partner).code
    hilversum.agenda.acties.filter(code="1A1").update(zichtbaarheid=Zichtbaarheid.INTERN)
    actie = hilversum.agenda.acties.get(code=code)
    value = next(
        one
        for one in agenda_values(hilversum.agenda, everything(hilversum.werkruimte.pk)).acties
        if one.code == code
    )
    said = []
    for other in ("1A1", "bestaat niet"):
        with pytest.raises(BadInput) as refused:
            change_actie(
                hilversum.actor(LidRol.PARTNER),
                replace(value, opgevolgd_door=other),
                versie=actie.versie,
                speerpunt=actie.speerpunt.code,
                streefwaarden=(),
            )
        said.append(str(refused.value).replace(other, "…"))
    assert said[0] == said[1]


def test_the_old_text_of_a_hidden_action_stays_hidden_once_it_is_shown(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    actie = hilversum.agenda.acties.get(code="1A2")
    for words, zichtbaar in (("Zwaluwnest", "intern"), ("Voor iedereen", "partners")):
        actie.omschrijving, actie.zichtbaarheid = words, zichtbaar
        keep_record(beheer, actie)
    page = hilversum.url("agenda/geschiedenis/?actie=1A2")
    assert "Zwaluwnest" in hilversum.client(LidRol.AGENDABEHEERDER).get(page).content.decode()
    assert "Zwaluwnest" not in hilversum.client(LidRol.PARTNER).get(page).content.decode()


def test_a_group_that_works_on_nothing_but_the_hidden_is_not_named(hilversum: World) -> None:
    group = Werkgroep.objects.create(
        werkruimte=hilversum.werkruimte, agenda=hilversum.agenda, naam="Zwaluwnest"
    )
    Actie.objects.filter(agenda=hilversum.agenda, code="1A1").update(
        werkgroep=group, zichtbaarheid=Zichtbaarheid.INTERN
    )
    seen = {
        rol: "Zwaluwnest"
        in agenda_values(hilversum.agenda, sight_of(hilversum.actor(rol))).werkgroepen
        for rol in (LidRol.AGENDABEHEERDER, LidRol.PARTNER, LidRol.PUBLIEK)
    }
    assert seen == {
        LidRol.AGENDABEHEERDER: True,
        LidRol.PARTNER: False,
        LidRol.PUBLIEK: False,
    }


def test_a_handing_over_that_cannot_be_undone_any_more_says_so(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    part = Betrokkenheid.objects.filter(actie__agenda=hilversum.agenda).order_by("id")[0]
    old, new = part.partij, Partij.objects.of(hilversum.werkruimte.pk).exclude(pk=part.partij_id)[0]
    place = {"werkruimte": hilversum.werkruimte, "actie_id": part.actie_id}
    Betrokkenheid.objects.get_or_create(**place, partij=new, defaults={"rol": "betrokken"})
    words = {"van": f"partij:{old.code}", "naar": f"partij:{new.code}"}
    assert client.post(hilversum.url("agenda/overdragen/"), words).status_code == 302
    # Somebody gives the first partij its part in this action back by hand.
    Betrokkenheid.objects.create(**place, partij=old, rol="betrokken")
    answer = client.post(hilversum.url("agenda/overdragen/terug/"), follow=True)
    assert "Dit kan niet meer ongedaan" in answer.content.decode()


def test_a_form_that_claims_thousands_of_rows_builds_no_thousands_of_rows(
    hilversum: World,
) -> None:
    rows = {
        f"{name}-{part}_FORMS": "0" for name in ("wie", "wijst") for part in ("TOTAL", "INITIAL")
    }
    rows |= {"streef-TOTAL_FORMS": DIGITS[:30], "streef-INITIAL_FORMS": "0"}
    started = timezone.now()
    answer = hilversum.client(LidRol.AGENDABEHEERDER).post(
        hilversum.url("actie/1A1/wijzigen/"), rows
    )
    assert answer.status_code == 422
    assert answer.content.count(b"-DELETE") < 500
    assert (timezone.now() - started).seconds < 60
