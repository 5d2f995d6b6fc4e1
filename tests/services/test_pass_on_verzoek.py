"""A question reaches the colleague who knows, and nobody outside the partij that owes it."""

from datetime import timedelta

import pytest
from django.core import mail

from openlea.core.errors import BadInput, NotAllowed, NotFound
from openlea.policy.rechten import LidRol
from openlea.services.pass_on_verzoek import pass_on_verzoek
from openlea.services.remind_people import remind_people
from openlea.storage.records.models import Lidmaatschap, Verzoek
from tests.services.vraag_wereld import TODAY, asked, colleague, let_time_pass, own_actie
from tests.world import World


@pytest.fixture
def waiting(hilversum: World) -> Verzoek:
    """Return an ask of the partner about an action of its partij, with the first mail sent."""
    let_time_pass(hilversum)
    own_actie(hilversum, hilversum.lid(LidRol.PARTNER))
    remind_people(TODAY, werkruimte="hilversum")
    mail.outbox.clear()
    found = asked(hilversum, "1E1")
    assert found.aan_id == hilversum.lid(LidRol.PARTNER).pk
    return found


def test_the_colleague_is_asked_and_mailed_in_the_next_digest(
    hilversum: World, waiting: Verzoek
) -> None:
    lid = hilversum.lid(LidRol.PARTNER)
    other = colleague(hilversum, lid)
    new = pass_on_verzoek(hilversum.actor(LidRol.PARTNER), waiting.pk, other.pk)
    waiting.refresh_from_db()
    assert (waiting.staat, new.staat, new.aan_id) == ("overgedragen", "open", other.pk)
    assert (new.sleutel, new.voor, new.trap) == (waiting.sleutel, waiting.voor, waiting.trap)
    assert mail.outbox == []
    remind_people(TODAY + timedelta(days=1), werkruimte="hilversum")
    [letter] = [one for one in mail.outbox if one.to == [other.persoon.email]]
    assert waiting.vraag in letter.body
    assert not [one for one in mail.outbox if one.to == [lid.persoon.email]]


def test_only_a_colleague_at_work_can_be_chosen(hilversum: World, waiting: Verzoek) -> None:
    actor = hilversum.actor(LidRol.PARTNER)
    lid = hilversum.lid(LidRol.PARTNER)
    gone = colleague(hilversum, lid, "weg")
    Lidmaatschap.objects.filter(pk=gone.pk).update(tot=TODAY - timedelta(days=1))
    for wrong in (hilversum.lid(LidRol.AGENDABEHEERDER).pk, lid.pk, gone.pk, 0):
        with pytest.raises(BadInput, match="collega"):
            pass_on_verzoek(actor, waiting.pk, wrong)
    waiting.refresh_from_db()
    assert waiting.staat == "open"


def test_an_ask_of_another_partij_is_not_there_to_pass_on(
    hilversum: World, waiting: Verzoek
) -> None:
    stranger = colleague(hilversum, hilversum.lid(LidRol.AGENDABEHEERDER), "vreemd")
    Verzoek.objects.filter(pk=waiting.pk).update(aan=stranger)
    with pytest.raises(NotFound):
        pass_on_verzoek(hilversum.actor(LidRol.PARTNER), waiting.pk, stranger.pk)


def test_what_was_passed_on_can_not_be_passed_on_again(hilversum: World, waiting: Verzoek) -> None:
    other = colleague(hilversum, hilversum.lid(LidRol.PARTNER))
    actor = hilversum.actor(LidRol.PARTNER)
    pass_on_verzoek(actor, waiting.pk, other.pk)
    with pytest.raises(NotAllowed):
        pass_on_verzoek(actor, waiting.pk, other.pk)
