"""Choose the template that documents are written in, or none."""

from django.db import transaction

from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records


def choose_sjabloon(actor: Actor, nummer: int | None) -> None:
    """Use a template from now on; None for the look of Open LEA itself.

    NotAllowed without the right, NotFound when it isn't there.
    """
    if not actor.may(Noun.SJABLOON, Verb.WIJZIGEN):
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    every = records.Sjabloon.objects.of(actor.werkruimte)
    with transaction.atomic():
        chosen = None if nummer is None else every.filter(pk=nummer).first()
        if nummer is not None and chosen is None:
            raise NotFound("Dit sjabloon is er niet.")
        for one in every.filter(in_gebruik=True).exclude(pk=nummer or 0):
            one.in_gebruik = False
            keep_record(actor, one)
        if chosen is not None and not chosen.in_gebruik:
            chosen.in_gebruik = True
            keep_record(actor, chosen)
        log_deed(
            actor, "sjabloon gekozen", chosen.naam if chosen else "eigen opmaak", noun=Noun.SJABLOON
        )
