"""Ask the schoolbesturen for figures that only they know."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction

from openlea.catalogue.shelf import open_shelf
from openlea.core.bron import Bron, Klasse
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout, NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.core.partij import Partij, PartijSoort
from openlea.core.verzoek import Verzoek
from openlea.policy.cijfervraag import due_cijfers
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.verzoek import not_yet_asked
from openlea.services.log_deed import log_deed
from openlea.services.rondvraag.bewaren import keep_new
from openlea.services.rondvraag.kring import kring_of
from openlea.storage.records import models as records
from openlea.storage.records.verzoek_values import verzoek_value

_GEEN_AGENDA = "Een vraag hoort bij een agenda. Lees eerst de agenda in: dat kan bij Agenda."


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevraagd:
    """The names of who is asked now, who was asked before, and of whom nobody takes part yet."""

    nu: tuple[str, ...]
    eerder: tuple[str, ...]
    zonder_lid: tuple[str, ...]


@transaction.atomic
def ask_figures(actor: Actor, bron: str, today: date) -> Gevraagd:
    """Ask every schoolbestuur in the werkruimte for a source, at most once a year each.

    NotFound for a source that isn't asked of partners, NotAllowed for who may not ask, BadInput
    when there is no agenda in use or no schoolbestuur.
    """
    if actor.scope(Noun.VERZOEK, Verb.MAKEN) is not Scope.ALLES:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    card, record = _asked_for(bron), _agenda(actor)
    partijen = _besturen(actor)
    kring = kring_of(record, today)
    due = due_cijfers(bron, card.titel, partijen, today, kring.wie)
    new = not_yet_asked(due, _known(actor))
    for verzoek in new:
        keep_new(actor, record, verzoek)
    log_deed(
        actor, "cijfers gevraagd", bron, f"{len(new)} nieuw", soort=Logsoort.MAKEN, noun=Noun.CIJFER
    )
    namen = {one.code: one.naam for one in partijen}
    asked, reached = {one.partij for one in new}, {one.partij for one in due}
    return Gevraagd(
        nu=tuple(naam for code, naam in namen.items() if code in asked),
        eerder=tuple(naam for code, naam in namen.items() if code in reached - asked),
        zonder_lid=tuple(naam for code, naam in namen.items() if code not in reached),
    )


def _asked_for(bron: str) -> Bron:
    found = open_shelf(find_roots(settings.CATALOGUE)).sources.get(bron)
    if found is None or found.bron.klasse is not Klasse.INTERN:
        raise NotFound(f"Er is geen bron '{bron}' die partners aanleveren.")
    return found.bron


def _agenda(actor: Actor) -> records.Agenda:
    # Two who ask at once take their turn, so that the second finds what the first has asked.
    records.Werkruimte.objects.select_for_update(no_key=True).get(pk=actor.werkruimte)
    record = records.Agenda.objects.current(actor.werkruimte)
    if record is None:
        raise BadInput([Fout("", "", _GEEN_AGENDA)])
    return record


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


def _known(actor: Actor) -> list[Verzoek]:
    return [verzoek_value(one) for one in records.Verzoek.objects.of(actor.werkruimte)]
