"""Take a template away; documents that were written in it stay as they are."""

from django.db import transaction

from openlea.core.errors import NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records


def remove_sjabloon(actor: Actor, nummer: int) -> str:
    """Remove a template and return its name; its history keeps that it was there.

    NotAllowed without the right, NotFound when it isn't there.
    """
    if not actor.may(Noun.SJABLOON, Verb.WIJZIGEN):
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    found = records.Sjabloon.objects.of(actor.werkruimte).filter(pk=nummer).first()
    if found is None:
        raise NotFound("Dit sjabloon is er niet.")
    with transaction.atomic():
        naam, document = found.naam, found.document
        found.delete()
        document.delete()
        log_deed(actor, "sjabloon weggehaald", naam, soort=Logsoort.VERWIJDEREN, noun=Noun.SJABLOON)
    return naam
