"""Let the own table of a werkruimte that was set aside count again."""

from openlea.core.errors import NotAllowed
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.ask_work import ask_work
from openlea.services.laden.plank import plek_of
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Werk, Werkruimte

REKEN = "reken_cijfers"


def restore_table(actor: Actor, bron: str) -> Werk:
    """Take the own table of a source back and return the work that computes the figures again.

    NotAllowed without the right, NotFound when none was set aside, Conflict while it's loaded.
    Call it outside a transaction.
    """
    if actor.scope(Noun.BRON, Verb.WIJZIGEN) is not Scope.ALLES:
        raise NotAllowed("Een eigen tabel terughalen mag jij niet.")
    slug = Werkruimte.objects.get(pk=actor.werkruimte).slug
    plek = plek_of(bron, slug)
    plek.warehouse.restore(plek.source.id, slug)
    log_deed(actor, "eigen tabel weer gebruikt", plek.source.id, noun=Noun.BRON)
    return ask_work(actor, REKEN)
