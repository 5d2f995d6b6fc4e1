"""Change an ambitie: its name, and what the parties want with it."""

from django.db import transaction

from openlea.core.errors import NotFound
from openlea.policy import agenda_rijen as bladen
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.check_change import check_change
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.storage.records import models as records


def change_ambitie(
    actor: Actor, code: str, *, naam: str, omschrijving: str, versie: int
) -> records.Ambitie:
    """Give an ambitie (by its code, which stays) another name and text, and return it.

    Raises Conflict when somebody was first, BadInput per field, NotFound and NotAllowed.
    """
    agenda = open_agenda(actor, Noun.AGENDA, Verb.WIJZIGEN)
    found = agenda.ambities.filter(code=code).first()
    if found is None:
        raise NotFound(f"Er is geen ambitie {code}.")
    with transaction.atomic():
        found.naam, found.omschrijving = naam.strip(), omschrijving.strip()
        kept = keep_record(actor, found, versie=versie)
        check_change(agenda, lambda fault: (fault.blad, fault.sleutel) == (bladen.AMBITIES, code))
        log_deed(actor, "ambitie gewijzigd", code, noun=Noun.AGENDA)
    return kept
