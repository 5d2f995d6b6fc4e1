"""Erases the content of a casus: first it is written that it is gone, then the key goes."""

from django.utils import timezone

from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun
from openlea.services.casus.inhoud import vak_of
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Casus
from openlea.storage.vault import kluis


def mark_erased(actor: Actor, one: Casus, reden: str) -> Casus:
    """Write that the content is gone; inside a transaction, with `wipe` once that is kept."""
    one.gewist_op = timezone.now()
    kept = keep_record(actor, one)
    log_deed(
        actor,
        "casus gewist",
        f"casus {one.nummer}",
        reden,
        soort=Logsoort.VERWIJDEREN,
        noun=Noun.CASUS,
    )
    return kept


def wipe(one: Casus) -> None:
    """Destroy the key and the file; never inside a transaction that may still be undone."""
    kluis.erase(vak_of(one))
