"""Put back what was removed from the agenda, as it was."""

from django.db import transaction

from openlea.core.verzoek import VerzoekStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.services.rondvraag.bewaren import keep_staat
from openlea.services.weghalen.stappen import Weg, put_back
from openlea.storage.records import models as records


def undo_removal(actor: Actor, weg: Weg) -> None:
    """Put back what a removal took away, with what was asked about it: all of it, or nothing.

    Raises Conflict when something else has taken its place since, and NotAllowed.
    """
    open_agenda(actor, Noun.AGENDA, Verb.WIJZIGEN)
    with transaction.atomic():
        put_back(actor, weg.rijen)
        asked = records.Verzoek.objects.of(actor.werkruimte)
        waiting = set(asked.open().values_list("sleutel", flat=True))
        for one in asked.filter(pk__in=list(weg.verzoeken), staat=VerzoekStaat.VERVALLEN):
            if one.sleutel not in waiting:
                keep_staat(actor, one, VerzoekStaat.OPEN)
        log_deed(actor, "weghalen teruggedraaid", f"{len(weg.rijen)} regels", noun=Noun.ACTIE)
