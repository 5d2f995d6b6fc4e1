"""Let the own table of a werkruimte count no longer: the national one does again."""

from openlea.core.errors import NotAllowed
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.ask_work import ask_work
from openlea.services.laden.plank import plek_of
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Werk, Werkruimte

REKEN = "reken_cijfers"


def withdraw_table(actor: Actor, bron: str) -> Werk:
    """Set the own table of a source aside and return the work that computes the figures again.

    NotAllowed without the right, NotFound when no own table counts, Conflict while it's loaded.
    Its versions stay; `restore_table` takes it back, and a new file begins it afresh. Call it
    outside a transaction.
    """
    if actor.scope(Noun.BRON, Verb.WIJZIGEN) is not Scope.ALLES:
        raise NotAllowed("Een eigen tabel weghalen mag jij niet.")
    slug = Werkruimte.objects.get(pk=actor.werkruimte).slug
    plek = plek_of(bron, slug)
    plek.warehouse.withdraw(plek.source.id, slug)
    log_deed(
        actor,
        "eigen tabel niet meer gebruikt",
        plek.source.id,
        soort=Logsoort.VERWIJDEREN,
        noun=Noun.BRON,
    )
    return ask_work(actor, REKEN)
