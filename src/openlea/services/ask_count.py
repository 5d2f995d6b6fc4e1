"""Ask that what a delivery changes is counted again, in the background."""

from openlea.policy.rechten import Actor
from openlea.services.ask_work import ask_work
from openlea.services.tellen.perioden import periods_of
from openlea.storage.records.models import Aanlevering
from openlea.storage.records.werk import Werk


def ask_count(actor: Actor, one: Aanlevering) -> Werk | None:
    """Return the work, or None when nothing is counted of this registration.

    Call it outside a transaction, after the delivery was confirmed.
    """
    found = [[str(soort), periode] for soort, periode in periods_of(one)]
    return ask_work(actor, "tel_registraties", {"tellingen": found}) if found else None
