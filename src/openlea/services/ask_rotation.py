"""Ask to change all pseudonyms of a werkruimte; the work itself runs in the background."""

from openlea.core.errors import NotAllowed
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.ask_work import ask_work
from openlea.services.kluis.ketting import needed_chain
from openlea.services.kluis.plek import slug_of
from openlea.storage.records.models import Werk

WISSEL = "wissel_pseudoniemen"


def ask_rotation(actor: Actor) -> Werk:
    """Return the work: new, or what runs already. Asked anew by its number it goes on.

    NotAllowed; Conflict when keys were lost.
    """
    if not actor.may(Noun.REGISTRATIE, Verb.WIJZIGEN):
        raise NotAllowed("Alleen wie registraties beheert, wisselt de pseudoniemen.")
    underway = Werk.objects.of(actor.werkruimte).underway().filter(soort=WISSEL).first()
    if underway:
        return underway
    length = needed_chain(actor.werkruimte, slug_of(actor))
    return ask_work(actor, WISSEL, {"naar": length + 1})
