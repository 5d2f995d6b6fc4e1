"""Choose another day on which a casus is removed: later with a reason, sooner without."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from openlea.core.casus import Verlengreden
from openlea.core.errors import BadInput, Conflict, Fout
from openlea.policy.casus import day_faults
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_casus import WEG, find_casus
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Casus

WAAROM = "Zeg waarom de casus langer bewaard moet blijven."


@transaction.atomic
def extend_casus(
    actor: Actor, nummer: int, tot: date, reden: Verlengreden | None, versie: int
) -> Casus:
    """Return the casus with its new day, within a year of today; the reason stands in the log.

    BadInput with the fields; Conflict when it was erased or changed; NotFound off the table.
    """
    one = find_casus(actor, nummer, Verb.WIJZIGEN, hold=True)
    if one.gewist_op is not None:
        raise Conflict(WEG)
    fouten = list(day_faults(tot, timezone.localdate()))
    if tot > one.verwijderen_op and reden is None:
        fouten.append(Fout("", "reden", WAAROM))
    if fouten:
        raise BadInput(fouten)
    one.verwijderen_op = tot
    kept = keep_record(actor, one, versie=versie)
    said = reden.label if reden else ""
    log_deed(actor, "casus andere bewaardag", f"casus {one.nummer}", said, noun=Noun.CASUS)
    return kept
