"""Agree to a sharing, refuse it, or stop it; either side can stop it, and that works at once."""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from openlea.core.deling import Delingstap
from openlea.core.errors import NotAllowed
from openlea.core.samenwerking import DelingStaat
from openlea.policy.deling import after_step
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_deling import find_deling
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Deling

DEDEN = {
    Delingstap.AANVAARDEN: "deling aanvaard",
    Delingstap.WEIGEREN: "deling geweigerd",
    Delingstap.INTREKKEN: "deling gestopt",
}


def take_delingstap(actor: Actor, nummer: int, stap: Delingstap) -> Deling:
    """Take a step in a sharing and return it.

    Raises NotFound for what is between others, NotAllowed for a step that this side can't take
    now, Conflict when the other side was first.
    """
    with transaction.atomic():
        record, zijde = find_deling(actor, Verb.WIJZIGEN, nummer)
        staat = after_step(DelingStaat(record.staat), zijde, stap)
        if staat is None:
            raise NotAllowed("Dit kan nu niet meer bij deze deling.")
        record.staat = staat
        record.beslist_op, record.beslist_door_id = timezone.now(), actor.persoon
        # The row is of the side that offered. The other side writes it in that side's name and
        # without the name of a person, so that no person crosses.
        own = record.werkruimte_id == actor.werkruimte
        writer = actor if own else replace(actor, werkruimte=record.werkruimte_id, persoon=None)
        kept = keep_record(writer, record)
        log_deed(
            actor, DEDEN[stap], record.adres if own else record.werkruimte.naam, noun=Noun.DELING
        )
    return kept
