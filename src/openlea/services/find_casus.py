"""Find one casus by its number, for who sits at its table; for everybody else it is not there."""

from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.storage.records.casus import CasusQuerySet
from openlea.storage.records.models import Casus
from openlea.storage.records.scope_casus import casussen_within

NIET = "Dit mag je hier niet met een casus."
WEG = "Deze casus is er niet."


def find_casus(actor: Actor, nummer: int, verb: Verb = Verb.ZIEN, *, hold: bool = False) -> Casus:
    """Return a casus with its werkruimte; `hold` locks it until the transaction is over.

    NotAllowed without any right, NotFound for who does not sit at its table.
    """
    if not actor.may(Noun.CASUS, verb):
        raise NotAllowed(NIET)
    found: CasusQuerySet = Casus.objects.of(actor.werkruimte)
    seen = casussen_within(found, actor.scope(Noun.CASUS, verb), actor)
    mine = Casus.objects.filter(pk__in=seen.values("pk"), nummer=nummer)
    if hold:
        mine = mine.select_for_update(no_key=True, of=("self",))
    one = mine.select_related("werkruimte").first()
    if one is None:
        raise NotFound(WEG)
    return one
