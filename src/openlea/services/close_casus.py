"""Close a casus with how it ended; from then on it is kept a year at most."""

from datetime import date
from functools import partial

from django.db import transaction

from openlea.core.casus import Casusinhoud, Uitkomst
from openlea.policy.casus import at_closing, closed
from openlea.policy.rechten import Actor, Noun
from openlea.services.change_casus import change_casus
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Casus


@transaction.atomic
def close_casus(actor: Actor, nummer: int, uitkomst: Uitkomst, op: date, versie: int) -> Casus:
    """Return the closed casus; how it ended lies in the vault. Raises what change_casus raises."""
    ending = partial(_closed, uitkomst=uitkomst, op=op)
    one = change_casus(actor, nummer, ending, versie)
    one.gesloten_op = op
    one.verwijderen_op = at_closing(one.verwijderen_op, op)
    kept = keep_record(actor, one)
    log_deed(actor, "casus gesloten", f"casus {one.nummer}", noun=Noun.CASUS)
    return kept


def _closed(inhoud: Casusinhoud, *, uitkomst: Uitkomst, op: date) -> Casusinhoud:
    return closed(inhoud, uitkomst, op)
