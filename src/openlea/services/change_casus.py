"""Change what is known of a casus: all of it is written anew, what was there is destroyed."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from openlea.core.casus import Casusinhoud
from openlea.core.errors import BadInput, Conflict
from openlea.policy.casus import faults_of
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.casus.inhoud import read_inhoud, sealed
from openlea.services.casus.treden import treden
from openlea.services.find_casus import find_casus
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Casus

GESLOTEN = "Deze casus is gesloten. Er verandert niets meer aan."


@transaction.atomic
def change_casus(
    actor: Actor, nummer: int, change: Callable[[Casusinhoud], Casusinhoud], versie: int
) -> Casus:
    """Return the casus; `change` makes the new content of what is there now.

    `versie` is what the writer saw: Conflict when somebody else was first or it is closed.
    BadInput with the fields, NotFound for who does not sit at the table.
    """
    one = find_casus(actor, nummer, Verb.WIJZIGEN, hold=True)
    if one.versie != versie:
        raise Conflict("Iemand anders heeft dit intussen gewijzigd.")
    if one.gesloten_op is not None:
        raise Conflict(GESLOTEN)
    new = change(read_inhoud(one))
    if fouten := list(faults_of(new, treden(), timezone.localdate())):
        raise BadInput(fouten)
    with sealed(one, new):
        kept = keep_record(actor, one, versie=versie)
        log_deed(actor, "casus gewijzigd", f"casus {one.nummer}", noun=Noun.CASUS)
    return kept
