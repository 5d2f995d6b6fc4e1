"""Change a speerpunt: its name, goal, who leads it, and its targets."""

from collections.abc import Sequence

from django.db import transaction

from openlea.core import agenda as words
from openlea.core.errors import NotFound
from openlea.policy import agenda_rijen as bladen
from openlea.policy.agenda_controle import Bevinding
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services._actie_parts import keep_streefwaarden, known, partijen_by_code
from openlea.services.check_change import check_change
from openlea.services.inlezen.reconcile import Reconciler
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.storage.records import models as records


def change_speerpunt(
    actor: Actor,
    new: words.Speerpunt,
    *,
    versie: int,
    streefwaarden: Sequence[words.Streefwaarde],
) -> records.Speerpunt:
    """Make a speerpunt (by its code, which stays) equal to the values, without its acties.

    Raises Conflict when somebody was first, BadInput per field, NotFound and NotAllowed.
    """
    agenda = open_agenda(actor, Noun.AGENDA, Verb.WIJZIGEN)
    speerpunt = agenda.speerpunten.filter(code=new.code).select_related("agenda").first()
    if speerpunt is None:
        raise NotFound(f"Er is geen speerpunt {new.code}.")
    with transaction.atomic():
        speerpunt.naam, speerpunt.doel = new.naam, new.doel
        speerpunt.omschrijving = new.omschrijving
        partijen = partijen_by_code(actor.werkruimte)
        speerpunt.trekker = known(partijen, new.trekker, "trekker") if new.trekker else None
        keep_record(actor, speerpunt, versie=versie)
        keep_streefwaarden(Reconciler(actor), speerpunt, streefwaarden)
        check_change(agenda, lambda fault: _concerns(fault, new.code, streefwaarden))
        log_deed(actor, "speerpunt gewijzigd", speerpunt.code, noun=Noun.AGENDA)
    return speerpunt


def _concerns(fault: Bevinding, code: str, streefwaarden: Sequence[words.Streefwaarde]) -> bool:
    """Return whether a fault of the agenda is one that this change can have made."""
    if fault.blad == bladen.SPEERPUNTEN:
        return fault.sleutel == code
    return fault.blad in (bladen.STREEFWAARDEN, bladen.JAARWAARDEN) and any(
        fault.sleutel == one.code or fault.sleutel.startswith(f"{one.code} ")
        for one in streefwaarden
    )
