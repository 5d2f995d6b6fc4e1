"""Add a comment to an action, between partner and municipality."""

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import NotAllowed
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Verb, reach
from openlea.services.find_actie import find_actie
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records


def add_opmerking(
    actor: Actor, code: str, tekst: str, zichtbaarheid: Zichtbaarheid
) -> records.Opmerking:
    """Keep a comment on an action (by code) and return it; nobody writes what he may not read.

    Raises BadInput when the text is empty, NotFound and NotAllowed as every verb.
    """
    scope = actor.scope(Noun.OPMERKING, Verb.MAKEN)
    actie = find_actie(actor, Noun.OPMERKING, Verb.MAKEN, code)
    if zichtbaarheid not in reach(scope):
        raise NotAllowed("Een interne opmerking is alleen voor de gemeente.")
    with transaction.atomic():
        kept = keep_record(
            actor,
            records.Opmerking(
                werkruimte_id=actor.werkruimte,
                actie=actie,
                door_id=actor.persoon,
                door_naam=actor.naam,
                tekst=tekst.strip(),
                zichtbaarheid=zichtbaarheid,
            ),
        )
        log_deed(actor, "opmerking geplaatst", code, soort=Logsoort.MAKEN, noun=Noun.OPMERKING)
    return kept
