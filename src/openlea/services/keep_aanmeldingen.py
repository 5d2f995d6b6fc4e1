"""Let applications that somebody looked at count in their round; what they replace is erased."""

from django.db import transaction
from django.utils import timezone

from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_kinderronde import find_kinderronde
from openlea.services.keep_record import keep_record
from openlea.services.kluis.plek import vak_of
from openlea.services.kluis.wissen import mark_erased, wipe
from openlea.services.log_deed import log_deed
from openlea.services.plaats.concept import find_concept
from openlea.services.plaats.ronde import gelezen_of, refuse_promised
from openlea.storage.records.models import Plaatsingsronde
from openlea.storage.vault import kluis


def keep_aanmeldingen(
    actor: Actor, nummer: int, levering: int, *, versie: int | None = None
) -> Plaatsingsronde:
    """Return the round with these applications; those before are erased for good.

    Call it outside a transaction. Conflict when they count or were erased already, when a promise
    stands or a hold forbids erasing; BadInput when places or rules changed so that they don't fit.
    """
    with transaction.atomic():
        ronde = find_kinderronde(actor, nummer, Verb.WIJZIGEN, hold=True)
        refuse_promised(ronde)
        one = find_concept(actor, ronde, levering)
        gelezen_of(ronde, kluis.read(vak_of(one)))
        earlier = ronde.aanmeldingen
        if earlier is not None and earlier.gewist_op is not None:
            earlier = None
        one.bevestigd_op, one.vervangt = timezone.now(), earlier
        ronde.aanmeldingen = keep_record(actor, one)
        kept = keep_record(actor, ronde, versie=versie)
        if earlier is not None:
            mark_erased(actor, earlier, f"Vervangen door aanlevering {one.pk}.")
        log_deed(
            actor,
            "aanmeldingen bewaard",
            f"ronde {kept.pk}",
            soort=Logsoort.MAKEN,
            noun=Noun.AANMELDING,
        )
    if earlier is not None:
        wipe(earlier)
    return kept
