"""Add a speerpunt to an ambitie of the agenda."""

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


def add_speerpunt(actor: Actor, ambitie: str, code: str, naam: str, doel: str) -> records.Speerpunt:
    """Add a speerpunt at the end of an ambitie (by code) and return it.

    Raises BadInput when the code is taken or a field is wrong.
    """
    agenda = open_agenda(actor, Noun.AGENDA, Verb.MAKEN)
    above = agenda.ambities.filter(code=ambitie).first()
    if above is None:
        raise BadInput([Fout("", "ambitie", "Kies een ambitie van deze agenda.")])
    if agenda.speerpunten.filter(code=code.strip()).exists():
        reden = f"Speerpunt {code.strip()} bestaat al. Kies een andere code."
        raise BadInput([Fout("", "code", reden)])
    last = agenda.speerpunten.aggregate(Max("volgorde"))["volgorde__max"]
    with transaction.atomic():
        kept = keep_record(
            actor,
            records.Speerpunt(
                werkruimte_id=actor.werkruimte,
                agenda=agenda,
                ambitie=above,
                code=code.strip(),
                naam=naam.strip(),
                doel=doel.strip(),
                volgorde=0 if last is None else last + 1,
            ),
        )
        check_change(
            agenda, lambda fault: (fault.blad, fault.sleutel) == (bladen.SPEERPUNTEN, kept.code)
        )
        log_deed(actor, "speerpunt toegevoegd", kept.code, soort=Logsoort.MAKEN, noun=Noun.AGENDA)
    return kept
