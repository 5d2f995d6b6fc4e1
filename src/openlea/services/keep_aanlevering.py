"""Let a delivery count that somebody looked at; what it replaces is erased."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import Conflict
from openlea.core.logboek import Logsoort
from openlea.policy.leveringverschil import Aanvulwijze
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_aanlevering import find_aanlevering
from openlea.services.keep_record import keep_record
from openlea.services.kluis.concept import HERSTEL, KOLOMMEN, resealed
from openlea.services.kluis.vergelijken import earlier_of, merge_into
from openlea.services.kluis.wissen import mark_erased, wipe
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Aanlevering, Werkruimte

INTUSSEN = (
    "Over deze periode is intussen iets anders aangeleverd of gewist. "
    "Kijk hieronder wat er nu vervangen wordt."
)

WACHT = {
    KOLOMMEN: "Kies eerst welke kolom welk veld is.",
    HERSTEL: "Verbeter eerst elke rij die niet klopt, of laat haar weg.",
}


def keep_aanlevering(
    actor: Actor,
    nummer: int,
    *,
    vervangt: int | None,
    wijze: Aanvulwijze = Aanvulwijze.VERVANGT,
) -> Aanlevering:
    """Return the delivery, which counts from now on; it counts alone for its period and sender.

    `vervangt` is the number of the delivery that the person was shown as replaced, if any; by
    `wijze` its rows go, or become part of this one. Conflict when that is another one by now, when
    this one still waits for columns or repair, or when it counts or is erased already. Call it
    outside a transaction.
    """
    one = find_aanlevering(actor, nummer, Verb.MAKEN)
    _refuse_settled(one)
    earlier = earlier_of(one)
    _refuse_another(earlier, vervangt)
    if earlier is None or wijze is Aanvulwijze.VERVANGT:
        _confirm(actor, one, vervangt)
    else:
        with resealed(one, merge_into(actor, one, earlier)):
            _confirm(actor, one, vervangt)
    if earlier:
        wipe(earlier)
    return one


def _confirm(actor: Actor, one: Aanlevering, vervangt: int | None) -> None:
    """Write that a delivery counts and what it replaces doesn't any more, all or nothing."""
    with transaction.atomic():
        # One at a time per werkruimte: two that deliver at once would both count.
        Werkruimte.objects.select_for_update(no_key=True).get(pk=actor.werkruimte)
        earlier = earlier_of(one)
        _refuse_another(earlier, vervangt)
        one.bevestigd_op, one.vervangt = timezone.now(), earlier
        keep_record(actor, one)
        if earlier:
            mark_erased(actor, earlier, f"Vervangen door aanlevering {one.pk}.")
        log_deed(
            actor,
            "aanlevering bewaard",
            f"{one.registratie} {one.periode}",
            soort=Logsoort.MAKEN,
            noun=Noun.REGISTRATIE,
        )


def _refuse_another(earlier: Aanlevering | None, vervangt: int | None) -> None:
    if (earlier.pk if earlier else None) != vervangt:
        raise Conflict(INTUSSEN)


def _refuse_settled(one: Aanlevering) -> None:
    if one.gewist_op is not None:
        raise Conflict("Deze aanlevering is gewist. Lever het bestand opnieuw aan.")
    if one.bevestigd_op is not None:
        raise Conflict("Deze aanlevering telt al mee.")
    if one.wacht_op:
        raise Conflict(WACHT[one.wacht_op])
