"""Add an action to a speerpunt of the agenda."""

from django.db import transaction
from django.db.models import Max

from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.policy import agenda_rijen as bladen
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.check_change import check_change
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.storage.records import models as records


def add_actie(actor: Actor, speerpunt: str, code: str, naam: str) -> records.Actie:
    """Add an action with a code and a name at the end of a speerpunt (by code); return it.

    Everything else is filled in afterwards. Raises BadInput when the code is taken or a field is
    wrong.
    """
    agenda = open_agenda(actor, Noun.ACTIE, Verb.MAKEN)
    above = agenda.speerpunten.filter(code=speerpunt).first()
    if above is None:
        raise BadInput([Fout("", "speerpunt", "Kies een speerpunt van deze agenda.")])
    if agenda.acties.filter(code=code.strip()).exists():
        raise BadInput(
            [Fout("", "code", f"Actie {code.strip()} bestaat al. Kies een andere code.")]
        )
    last = agenda.acties.aggregate(Max("volgorde"))["volgorde__max"]
    with transaction.atomic():
        kept = keep_record(
            actor,
            records.Actie(
                werkruimte_id=actor.werkruimte,
                agenda=agenda,
                speerpunt=above,
                code=code.strip(),
                naam=naam.strip(),
                volgorde=0 if last is None else last + 1,
            ),
        )
        check_change(
            agenda, lambda fault: fault.blad == bladen.ACTIES and fault.sleutel == kept.code
        )
        log_deed(actor, "actie toegevoegd", kept.code, soort=Logsoort.MAKEN, noun=Noun.ACTIE)
    return kept
