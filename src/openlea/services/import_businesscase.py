"""Begin a business case from a file of one's own, as the command line reads it."""

from django.db import transaction

from openlea.core.bron import Bestand
from openlea.core.errors import NotAllowed
from openlea.policy.businesscase_invoer import read_businesscase
from openlea.policy.invoerdeel import read_invoer
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.businesscase.inhoud import content_of
from openlea.services.businesscase.vinden import NIET
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Businesscase


@transaction.atomic
def import_businesscase(actor: Actor, bestand: Bestand) -> Businesscase:
    """Return a new concept with the content of a TOML file.

    Raises BadInput (BadFile when it can't be read) with the place and the reason, and NotAllowed.
    """
    if actor.scope(Noun.BUSINESSCASE, Verb.MAKEN) is not Scope.ALLES:
        raise NotAllowed(NIET)
    case = read_businesscase(read_invoer(bestand.inhoud, bestand.naam))
    made = Businesscase(
        werkruimte_id=actor.werkruimte,
        titel=case.titel[:200],
        inhoud=content_of(case),
        partij_id=actor.partij,
    )
    kept = keep_record(actor, made)
    wat = "business case ingelezen"
    log_deed(actor, wat, f"business case {kept.pk}", noun=Noun.BUSINESSCASE)
    return kept
