"""Withdraw an agreement, with the reason; it stays readable as dropped."""

from datetime import date

from openlea.core.afspraak import AfspraakStaat
from openlea.policy.rechten import Actor
from openlea.services.settle_afspraak import Afloop, settle_afspraak
from openlea.storage.records import models as records


def withdraw_afspraak(
    actor: Actor, nummer: int, reden: str, versie: int, today: date
) -> records.Afspraak:
    """Keep that an agreement was dropped and why, and ask nobody about it any more.

    Raises as settle_afspraak; a reason is needed.
    """
    afloop = Afloop(staat=AfspraakStaat.VERVALLEN, uitkomst=reden)
    return settle_afspraak(actor, nummer, afloop, versie, today)
