"""Add an ambitie to the agenda."""

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


def add_ambitie(actor: Actor, code: str, naam: str, omschrijving: str) -> records.Ambitie:
    """Add an ambitie at the end of the agenda and return it; raises BadInput per field."""
    agenda = open_agenda(actor, Noun.AGENDA, Verb.MAKEN)
    if agenda.ambities.filter(code=code.strip()).exists():
        reden = f"Ambitie {code.strip()} bestaat al. Kies een andere code."
        raise BadInput([Fout("", "code", reden)])
    last = agenda.ambities.aggregate(Max("volgorde"))["volgorde__max"]
    with transaction.atomic():
        kept = keep_record(
            actor,
            records.Ambitie(
                werkruimte_id=actor.werkruimte,
                agenda=agenda,
                code=code.strip(),
                naam=naam.strip(),
                omschrijving=omschrijving.strip(),
                volgorde=0 if last is None else last + 1,
            ),
        )
        check_change(
            agenda, lambda fault: (fault.blad, fault.sleutel) == (bladen.AMBITIES, kept.code)
        )
        log_deed(actor, "ambitie toegevoegd", kept.code, soort=Logsoort.MAKEN, noun=Noun.AGENDA)
    return kept
