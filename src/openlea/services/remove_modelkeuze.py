"""Take back a word on how the parties work together that was a mistake."""

from django.db import transaction

from openlea.core.errors import NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Modelkeuze


def remove_modelkeuze(actor: Actor, nummer: int) -> str:
    """Take a word away and return its theme; a partner only that of the own partij.

    Raises NotFound when it isn't there, NotAllowed when it is of somebody else.
    """
    scope = actor.scope(Noun.SAMENWERKING, Verb.WIJZIGEN)
    with transaction.atomic():
        found = Modelkeuze.objects.filter(werkruimte_id=actor.werkruimte, pk=nummer).first()
        if found is None:
            raise NotFound("Dit woord is er niet.")
        own = found.partij_id is not None and found.partij_id == actor.partij
        if scope is Scope.NIETS or (scope is Scope.EIGEN_PARTIJ and not own):
            raise NotAllowed("Dit kan alleen bij een woord van je eigen partij.")
        thema = found.thema
        found.delete()
        log_deed(
            actor,
            "samenwerkingsmodel weggehaald",
            thema,
            soort=Logsoort.VERWIJDEREN,
            noun=Noun.SAMENWERKING,
        )
    return thema
