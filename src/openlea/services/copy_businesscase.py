"""Begin a business case from an example that comes with the product."""

from django.conf import settings
from django.db import transaction

from openlea.catalogue.businesscasekast import open_businesscases
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.businesscase.inhoud import content_of
from openlea.services.businesscase.vinden import NIET
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Businesscase


@transaction.atomic
def copy_businesscase(actor: Actor, voorbeeld: str) -> Businesscase:
    """Return a new concept with the content of the example of this name.

    Raises BadInput when there is no such example, and NotAllowed.
    """
    if actor.scope(Noun.BUSINESSCASE, Verb.MAKEN) is not Scope.ALLES:
        raise NotAllowed(NIET)
    shelf = open_businesscases(find_roots(settings.CATALOGUE))
    if voorbeeld not in shelf:
        raise BadInput([Fout("", "voorbeeld", "Kies een voorbeeld uit de lijst.")])
    case = shelf[voorbeeld]
    made = Businesscase(
        werkruimte_id=actor.werkruimte,
        titel=case.titel[:200],
        inhoud=content_of(case),
        partij_id=actor.partij,
    )
    kept = keep_record(actor, made)
    wat = "business case begonnen"
    log_deed(actor, wat, f"business case {kept.pk}", voorbeeld, noun=Noun.BUSINESSCASE)
    return kept
