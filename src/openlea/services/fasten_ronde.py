"""Promise who takes part, with which wishes, places and rules, before anything is drawn."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import Conflict
from openlea.policy.loting import promise
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_kinderronde import find_kinderronde
from openlea.services.keep_record import keep_record
from openlea.services.kluis.plek import vak_of
from openlea.services.log_deed import log_deed
from openlea.services.plaats.lezen import refuse_out_of_date
from openlea.services.plaats.register import REGISTER, new_geheim
from openlea.services.plaats.ronde import gelezen_of, refuse_promised, seal_geheim, there
from openlea.services.plaats.samenstellen import promised
from openlea.services.plaats.stukken import keep_pieces
from openlea.storage.records.models import Plaatsingsronde
from openlea.storage.vault import kluis


@transaction.atomic
def fasten_ronde(actor: Actor, nummer: int, *, versie: int | None = None) -> Plaatsingsronde:
    """Return the round with its promise, register and rules as public pieces, and a fresh secret.

    Conflict when something is missing or a promise stands; BadInput when the rules don't hold on
    the day of the draw, or don't fit the applications.
    """
    ronde = find_kinderronde(actor, nummer, Verb.WIJZIGEN, hold=True)
    refuse_promised(ronde)
    if ronde.loting_op is None:
        raise Conflict("Kies eerst de dag van de loting.")
    if ronde.loting_op < timezone.localdate():
        raise Conflict("De dag van de loting is voorbij. Kies een dag die nog komt.")
    levering = there(ronde.aanmeldingen, "aanmeldingen")
    gelezen = gelezen_of(ronde, kluis.read(vak_of(levering)))
    refuse_out_of_date(gelezen.regels, ronde.regels_naam, ronde.loting_op)
    geheim = new_geheim()
    files = promised(gelezen, geheim)
    ronde.geheim = seal_geheim(ronde, geheim)
    ronde.vastlegging = promise(geheim.salt, files[REGISTER])
    ronde.vastgelegd_op = timezone.now()
    kept = keep_record(actor, ronde, versie=versie)
    keep_pieces(actor, kept, files)
    log_deed(
        actor, "plaatsing vastgelegd", f"ronde {kept.pk}", kept.vastlegging, noun=Noun.AANMELDING
    )
    return kept
