"""Two people at the same moment: both are heard, nothing is made twice and nothing breaks."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from openlea.core.agenda import ActieStaat
from openlea.core.errors import BadInput
from openlea.policy.actie_staat import check_melding
from openlea.policy.rechten import LidRol
from openlea.services import keep_record as keeping
from openlea.services import record_voortgang as telling
from openlea.services.ask_updates import ask_updates
from openlea.services.invite_lid import Uitnodiging, invite_lid
from openlea.services.keep_record import keep_record
from openlea.services.record_voortgang import Melding, record_voortgang
from openlea.storage.records.models import Actie, Lidmaatschap, Persoon, Werkgroep
from tests.services.vraag_wereld import TODAY
from tests.world import World


def once(before: Callable[[], object], then: Callable[..., Any]) -> Callable[..., Any]:
    """Return `then`, with somebody else who is just before it the first time."""
    waiting = [before]

    def called(*args: object, **named: object) -> object:
        if waiting:
            waiting.pop()()
        return then(*args, **named)

    return called


def test_an_update_while_somebody_else_changes_the_action_is_kept_all_the_same(
    hilversum: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    acties = Actie.objects.filter(pk=hilversum.agenda.acties.get(code="1A1").pk)
    other = once(lambda: acties.update(versie=F("versie") + 1, naam="Andere naam"), check_melding)
    monkeypatch.setattr(telling, "check_melding", other)
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    record_voortgang(actor, "1A1", Melding(staat=ActieStaat.OP_SCHEMA, gedaan="Gelukt."))
    actie = acties.get()
    assert (actie.naam, actie.staat) == ("Andere naam", "op_schema")


def test_what_somebody_made_a_moment_earlier_is_a_fault_of_its_field_and_no_crash(
    hilversum: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The check of the second ran before the first was there, as happens in a real database.
    whole = keeping._check
    monkeypatch.setattr(keeping, "_check", lambda _: monkeypatch.setattr(keeping, "_check", whole))
    actor, agenda = hilversum.actor(LidRol.AGENDABEHEERDER), hilversum.agenda
    room = {"werkruimte": hilversum.werkruimte, "agenda": agenda}
    Werkgroep.objects.create(**room, naam="Taal")
    with pytest.raises(BadInput):
        keep_record(actor, Werkgroep(**room, naam="Taal"))
    assert Werkgroep.objects.filter(naam="Taal").count() == 1


def test_two_invitations_of_one_person_make_one_account(
    hilversum: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    email = "nieuw@voorbeeld.example"

    def from_elsewhere() -> None:
        Persoon.objects.create(email=email, naam="Al uitgenodigd")

    monkeypatch.setattr(
        Persoon,
        "set_unusable_password",
        once(from_elsewhere, Persoon.set_unusable_password),
    )
    wie = Uitnodiging(naam="Nieuw", email=email, rol=LidRol.LEZER)
    lid = invite_lid(hilversum.actor(LidRol.AGENDABEHEERDER), wie)
    assert Persoon.objects.get(email=email).pk == lid.persoon_id
    assert Lidmaatschap.objects.filter(persoon__email=email).count() == 1


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time")
def test_a_round_of_asking_waits_for_the_one_before_it(hilversum: World) -> None:
    with CaptureQueriesContext(connection) as asked:
        ask_updates(TODAY, werkruimte="hilversum")
    first = next(i for i, one in enumerate(asked) if "FOR NO KEY UPDATE" in one["sql"])
    known = next(i for i, one in enumerate(asked) if 'FROM "records_verzoek"' in one["sql"])
    assert first < known
