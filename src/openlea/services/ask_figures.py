"""Ask the schoolbesturen for figures that only they know."""

from datetime import date

from django.conf import settings
from django.db import transaction

from openlea.catalogue.shelf import open_shelf
from openlea.core.bron import Bron, Klasse
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout, NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.core.partij import Partij, PartijSoort
from openlea.policy.cijfervraag import due_cijfers
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.log_deed import log_deed
from openlea.services.rondvraag.besturen import Gevraagd, agenda_to_ask, ask_each
from openlea.services.rondvraag.kring import kring_of
from openlea.storage.records import models as records


@transaction.atomic
def ask_figures(actor: Actor, bron: str, today: date) -> Gevraagd:
    """Ask every schoolbestuur in the werkruimte for a source, at most once a year each.

    NotFound for a source that isn't asked of partners, NotAllowed for who may not ask, BadInput
    when there is no agenda in use or no schoolbestuur.
    """
    if actor.scope(Noun.VERZOEK, Verb.MAKEN) is not Scope.ALLES:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    card, record = _asked_for(bron), agenda_to_ask(actor)
    partijen = _besturen(actor)
    kring = kring_of(record, today)
    due = due_cijfers(bron, card.titel, partijen, today, kring.wie)
    done = ask_each(actor, record, due, {one.code: one.naam for one in partijen})
    said = f"{len(done.nu)} nieuw"
    log_deed(actor, "cijfers gevraagd", bron, said, soort=Logsoort.MAKEN, noun=Noun.CIJFER)
    return done


def _asked_for(bron: str) -> Bron:
    found = open_shelf(find_roots(settings.CATALOGUE)).sources.get(bron)
    if found is None or found.bron.klasse is not Klasse.INTERN:
        raise NotFound(f"Er is geen bron '{bron}' die partners aanleveren.")
    return found.bron


def _besturen(actor: Actor) -> list[Partij]:
    stored = records.Partij.objects.of(actor.werkruimte).filter(
        soort=str(PartijSoort.SCHOOLBESTUUR)
    )
    found = [
        Partij(code=one.code, naam=one.naam, soort=PartijSoort(one.soort), plaats=one.plaats)
        for one in stored
    ]
    if not found:
        raise BadInput([Fout("", "", "Er is geen schoolbestuur in deze werkruimte.")])
    return found
