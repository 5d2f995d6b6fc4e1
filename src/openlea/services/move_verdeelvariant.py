"""Take a variant away, or let it change places with the criteria of the division."""

from django.db import transaction

from openlea.core.errors import NotFound
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_verdeling import find_verdeling
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Verdeling


@transaction.atomic
def move_verdeelvariant(
    actor: Actor, nummer: int, plek: int, *, kies: bool, versie: int | None = None
) -> Verdeling:
    """Return the division; with `kies` the variant becomes its criteria, else it is gone.

    Raises NotFound when there is no such variant, Conflict when somebody was first or it was
    decided, and NotAllowed.
    """
    record = find_verdeling(actor, Verb.WIJZIGEN, nummer, hold=True, concept=True)
    others = list(record.varianten)
    if not 0 <= plek < len(others):
        raise NotFound("Deze variant is er niet.")
    chosen = others.pop(plek)
    if kies:
        others.insert(plek, {"naam": record.criteria_naam, "criteria": record.criteria})
        record.criteria, record.criteria_naam = chosen["criteria"], chosen["naam"]
    record.varianten = others
    kept = keep_record(actor, record, versie=versie)
    wat = "variant gekozen" if kies else "variant weggehaald"
    log_deed(actor, wat, f"verdeling {kept.pk}", chosen["naam"], noun=Noun.VERDELING)
    return kept
