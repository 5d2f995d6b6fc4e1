"""A code is a name that others use: when it changes, everything that uses it changes with it."""

import pytest

from openlea.core.errors import BadInput, Conflict, NotAllowed
from openlea.policy.agenda_controle import check_agenda
from openlea.policy.rechten import LidRol
from openlea.services.change_code import change_code
from openlea.storage.records.as_values import agenda_values, everything
from openlea.storage.records.models import Verband
from tests.services.test_record_voortgang import ask
from tests.world import World


def versie(hilversum: World, code: str = "1A1") -> int:
    return int(hilversum.agenda.acties.get(code=code).versie)


def test_links_and_asks_go_along_and_the_agenda_still_holds_together(hilversum: World) -> None:
    place = {"werkruimte": hilversum.werkruimte, "agenda": hilversum.agenda}
    Verband.objects.create(**place, van="1A1", naar="1A", teken="verhoogt")
    verzoek = ask(hilversum, "1A1")
    type(verzoek).objects.filter(pk=verzoek.pk).update(
        agenda=hilversum.agenda, partij_code="ggd", periode="2026-01-01", waarom="agenda"
    )
    actor = hilversum.actor(LidRol.REDACTEUR)
    change_code(actor, "actie", "1A1", " 1A0 ", versie=versie(hilversum))
    verzoek.refresh_from_db()
    assert verzoek.onderwerp_code == "1A0"
    assert verzoek.sleutel == "bijwerken/actie/1A0/ggd/2026-01-01"
    assert Verband.objects.filter(van="1A0", naar="1A").exists()
    assert not Verband.objects.filter(van="1A1").exists()
    values = agenda_values(hilversum.agenda, everything(hilversum.werkruimte.pk))
    assert check_agenda(values) == ()
    assert {one.bij for one in values.begroting.posten if one.bij in {"1A0", "1A1"}} == {"1A0"}
    assert [one.bij for one in values.streefwaarden if one.code == "1A1-gezinnen"] == ["1A0"]


def test_a_speerpunt_and_an_ambitie_change_too(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.REDACTEUR)
    punt, ambitie = (
        hilversum.agenda.speerpunten.get(code="1A"),
        hilversum.agenda.ambities.get(code="1"),
    )
    change_code(actor, "speerpunt", "1A", "1Z", versie=punt.versie)
    change_code(actor, "ambitie", "1", "I", versie=ambitie.versie)
    values = agenda_values(hilversum.agenda, everything(hilversum.werkruimte.pk))
    assert values.ambities[0].code == "I"
    assert values.ambities[0].speerpunten[0].code == "1Z"
    assert check_agenda(values) == ()


@pytest.mark.parametrize("wrong", ["", "  ", "1/2", "1A2", "1A", "1", "x" * 21])
def test_a_code_that_can_not_be_says_why_and_changes_nothing(hilversum: World, wrong: str) -> None:
    with pytest.raises(BadInput) as refused:
        change_code(
            hilversum.actor(LidRol.REDACTEUR), "actie", "1A1", wrong, versie=versie(hilversum)
        )
    assert refused.value.fouten[0].cel == "code"
    assert hilversum.agenda.acties.filter(code="1A1").exists()


def test_two_at_once_are_told_apart_and_a_partner_may_not(hilversum: World) -> None:
    with pytest.raises(Conflict):
        change_code(hilversum.actor(LidRol.REDACTEUR), "actie", "1A1", "1A0", versie=99)
    with pytest.raises(NotAllowed):
        change_code(hilversum.actor(LidRol.PARTNER), "actie", "1A1", "1A0", versie=1)
