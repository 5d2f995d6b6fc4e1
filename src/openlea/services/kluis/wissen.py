"""Erases the rows of a delivery: first it is written that they are gone, then the key goes.

Broken off in between, they stand as erased and mend_vault finishes the work.
"""

from django.utils import timezone

from openlea.core.errors import Conflict
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun
from openlea.services.keep_record import keep_record
from openlea.services.kluis.plek import vak_of
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Aanlevering, Bewaarstop, Werkruimte
from openlea.storage.vault import kluis

SOORT = "aanlevering"
"""What a legal hold calls a delivery."""


def mark_erased(actor: Actor, one: Aanlevering, reden: str) -> Aanlevering:
    """Write that the rows of a delivery are gone, and by whom; Conflict when a hold forbids it.

    Call it inside a transaction, and `wipe` with what it returns once that is kept for good.
    """
    # Who sets a hold takes this too: it is there before we look, or after the rows are gone.
    Werkruimte.objects.select_for_update(no_key=True).get(pk=actor.werkruimte)
    holds = Bewaarstop.objects.of(actor.werkruimte).active_on(timezone.localdate())
    if any(hold.nummer in {None, one.pk} for hold in holds.filter(soort=SOORT)):
        raise Conflict("Op deze aanlevering rust een bewaarstop. Er is niets gewist.")
    one.gewist_op = timezone.now()
    one.gewist_waarom = reden
    # Where a row was rejected says nothing any more, and something of who sent it.
    one.afgekeurd = []
    kept = keep_record(actor, one)
    what = f"{one.registratie} {one.periode}"
    log_deed(
        actor, "aanlevering gewist", what, reden, soort=Logsoort.VERWIJDEREN, noun=Noun.REGISTRATIE
    )
    return kept


def wipe(one: Aanlevering) -> None:
    """Destroy the key and the file; never inside a transaction that may still be undone."""
    kluis.erase(vak_of(one))
