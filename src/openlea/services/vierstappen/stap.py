"""Find a step of a beginning cooperation, and the meetings on which it was on the agenda."""

from django.conf import settings

from openlea.catalogue.stappenkast import open_vierstappen
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotFound
from openlea.core.overleg import PuntStaat, VergaderingStaat
from openlea.core.vierstappen import SOORT, Beginstap
from openlea.policy.rechten import Actor, Verb
from openlea.services.find_reeks import find_reeks
from openlea.storage.records.models import Overlegreeks, Vergadering


def stappen_here() -> tuple[Beginstap, ...]:
    """Return the steps in their order."""
    return tuple(open_vierstappen(find_roots(settings.CATALOGUE)).values())


def find_stap(actor: Actor, reeks: int, stap: str) -> tuple[Overlegreeks, Beginstap]:
    """Return a series that the actor leads and one of its steps. Raises NotFound, NotAllowed."""
    series = find_reeks(actor, Verb.WIJZIGEN, reeks)
    kaart = {one.id: one for one in stappen_here()}.get(stap)
    if series.soort != SOORT or kaart is None:
        raise NotFound("Deze stap is er niet.")
    return series, kaart


def meetings_of(series: Overlegreeks, stap: Beginstap) -> list[Vergadering]:
    """Return the meetings with this step on the agenda, soonest first; called off ones are out."""
    every = Vergadering.objects.of(series.werkruimte_id).filter(reeks=series)
    standing = every.exclude(staat=VergaderingStaat.AFGELAST)
    on = standing.filter(punten__vast=stap.vast).exclude(punten__staat=PuntStaat.VERVALLEN)
    return list(on.distinct())
