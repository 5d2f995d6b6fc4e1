"""Ask a member of the werkruimte to the table of a casus."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.casus.tafel import who_may_sit
from openlea.services.find_casus import find_casus
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Casuslid


@transaction.atomic
def seat_casuslid(actor: Actor, nummer: int, lid: int) -> Casuslid:
    """Return the seat; from now on that member sees the casus.

    BadInput for who can't sit at a table or sits there; NotFound for who does not sit there itself.
    """
    one = find_casus(actor, nummer, Verb.WIJZIGEN, hold=True)
    if not who_may_sit(one, timezone.localdate()).filter(pk=lid).exists():
        raise BadInput([Fout("", "lid", "Kies iemand uit de lijst.")])
    seat = Casuslid(werkruimte_id=actor.werkruimte, casus=one, lid_id=lid)
    kept = keep_record(actor, seat)
    log_deed(actor, "aan tafel gevraagd", f"casus {one.nummer}", noun=Noun.CASUS)
    return kept
