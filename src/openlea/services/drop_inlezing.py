"""Throw away a file that is being read in; nothing was taken in."""

from django.db import transaction

from openlea.core.errors import NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.kolommen import kluis
from openlea.services.kolommen.deel import own_inlezingen
from openlea.services.log_deed import log_deed


def drop_inlezing(actor: Actor, nummer: int) -> None:
    """Forget an unfinished reading in and its file; NotFound when it isn't here."""
    if not actor.may(Noun.BRON, Verb.MAKEN):
        raise NotAllowed("Een bestand weggooien mag jij niet.")
    found = own_inlezingen(actor).unfinished().filter(pk=nummer).first()
    if found is None:
        raise NotFound("Deze inlezing is er niet meer.")
    with transaction.atomic():
        log_deed(
            actor,
            "inlezen gestopt",
            found.bron,
            found.naam,
            soort=Logsoort.VERWIJDEREN,
            noun=Noun.BESTAND,
        )
        kluis.drop(found)
        found.delete()
