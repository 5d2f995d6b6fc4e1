"""Say for the own partij what it thinks of an agreement; nobody says it for another."""

from django.db import transaction
from django.utils import timezone

from openlea.core.afspraak import AfspraakStaat, Bevestiging
from openlea.core.errors import BadInput, Conflict, NotAllowed
from openlea.core.verzoek import VerzoekStaat
from openlea.policy.afspraak_controle import check_answer
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.afspraken.vinden import find_afspraak
from openlea.services.afspraken.vragen import close_asks
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records

ALLEEN_ZELF = "Een partij bevestigt zelf. Dat kan niemand namens een ander doen."


@transaction.atomic
def confirm_afspraak(
    actor: Actor,
    nummer: int,
    bevestiging: Bevestiging,
    reden: str = "",
    *,
    tekst_versie: int | None = None,
) -> records.Afspraakpartij:
    """Keep what the own partij says and return its line; the ask is done then.

    `tekst_versie` is the text that was read: when it changed meanwhile, Conflict is raised and
    nothing is kept. A reservation or a no asks why (BadInput). NotAllowed for another's agreement.
    """
    if actor.scope(Noun.AFSPRAAK, Verb.WIJZIGEN) is Scope.NIETS:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    one = find_afspraak(actor, nummer)
    # Held, so that the text can't change between reading and agreeing.
    records.Afspraak.objects.select_for_update(no_key=True).get(pk=one.pk)
    row = one.partijen.filter(partij_id=actor.partij or 0).select_related("partij").first()
    if row is None:
        raise NotAllowed(ALLEEN_ZELF)
    if one.staat != AfspraakStaat.LOPEND:
        raise NotAllowed("Deze afspraak is afgesloten.")
    if tekst_versie not in (None, row.tekst_versie):
        raise Conflict("De afspraak is intussen gewijzigd. Lees haar nog een keer.")
    if faults := check_answer(bevestiging, reden):
        raise BadInput(faults)
    row.bevestiging, row.reden = bevestiging, reden.strip()
    row.bevestigd_op, row.bevestigd_door_id = timezone.now(), actor.persoon
    keep_record(actor, row)
    close_asks(actor, nummer, VerzoekStaat.GEDAAN, row.partij.code)
    log_deed(actor, "afspraak bevestigd", str(nummer), str(bevestiging), noun=Noun.AFSPRAAK)
    return row
