"""Let a delivery count that somebody looked at; what it replaces is erased."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import Conflict
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_aanlevering import find_aanlevering
from openlea.services.keep_record import keep_record
from openlea.services.kluis.wissen import mark_erased, wipe
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Aanlevering, Werkruimte

INTUSSEN = (
    "Over deze periode is intussen iets anders aangeleverd of gewist. "
    "Kijk hieronder wat er nu vervangen wordt."
)


def keep_aanlevering(actor: Actor, nummer: int, *, vervangt: int | None) -> Aanlevering:
    """Return the delivery, which counts from now on; it counts alone for its period and sender.

    `vervangt` is the number of the delivery that the person was shown as replaced, if any:
    Conflict when that is another one by now, or when this one counts or is erased already. Call it
    outside a transaction.
    """
    with transaction.atomic():
        # One at a time per werkruimte: two that deliver at once would both count.
        Werkruimte.objects.select_for_update(no_key=True).get(pk=actor.werkruimte)
        one = find_aanlevering(actor, nummer, Verb.MAKEN)
        _refuse_settled(one)
        earlier = Aanlevering.objects.counted().same_as(one).select_related("werkruimte").first()
        if (earlier.pk if earlier else None) != vervangt:
            raise Conflict(INTUSSEN)
        one.bevestigd_op, one.vervangt = timezone.now(), earlier
        kept = keep_record(actor, one)
        if earlier:
            mark_erased(actor, earlier, f"Vervangen door aanlevering {kept.pk}.")
        log_deed(
            actor,
            "aanlevering bewaard",
            f"{one.registratie} {one.periode}",
            soort=Logsoort.MAKEN,
            noun=Noun.REGISTRATIE,
        )
    if earlier:
        wipe(earlier)
    return kept


def _refuse_settled(one: Aanlevering) -> None:
    if one.gewist_op is not None:
        raise Conflict("Deze aanlevering is gewist. Lever het bestand opnieuw aan.")
    if one.bevestigd_op is not None:
        raise Conflict("Deze aanlevering telt al mee.")
