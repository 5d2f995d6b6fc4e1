"""Give an assignment to its werkgroep: from now on the werkgroep sees it."""

from datetime import date

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.core.opdracht import OpdrachtStaat
from openlea.policy.opdracht import OpdrachtStap
from openlea.policy.opdrachtvorm import DELEN, blocking_parts
from openlea.policy.rechten import Actor, Noun
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.opdracht.vinden import find_opdracht
from openlea.storage.records.models import Opdracht


def give_opdracht(actor: Actor, nummer: int, today: date, versie: int | None = None) -> Opdracht:
    """Give a draft to its werkgroep and return it.

    Raises BadInput naming the parts without which nobody knows what is asked, Conflict, NotFound
    and NotAllowed.
    """
    with transaction.atomic():
        record = find_opdracht(actor, nummer, OpdrachtStap.VERSTREKKEN, today)
        missing = blocking_parts({deel.veld: getattr(record, deel.veld) for deel in DELEN})
        if missing:
            reden = "Vul dit in voordat je de opdracht verstrekt."
            raise BadInput([Fout(deel.naam, "", reden) for deel in missing])
        record.staat = OpdrachtStaat.VERSTREKT
        kept = keep_record(actor, record, versie=versie)
        log_deed(
            actor,
            "opdracht verstrekt",
            kept.titel,
            kept.werkgroep.naam,
            soort=Logsoort.MAKEN,
            noun=Noun.OPDRACHT,
        )
    return kept
