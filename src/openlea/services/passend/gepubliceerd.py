"""The profiles that a reader may see: of each school the newest that was decided."""

from openlea.policy.rechten import Actor, Noun, Verb
from openlea.storage.records.models import Ondersteuningsprofiel
from openlea.storage.records.profiel import ProfielStaat


def published(actor: Actor) -> list[Ondersteuningsprofiel]:
    """Return of each school its newest decided profile that this reader may see."""
    kept = Ondersteuningsprofiel.objects.of(actor.werkruimte)
    seen = kept.within(actor.scope(Noun.PROFIEL, Verb.ZIEN)).filter(staat=ProfielStaat.VASTGESTELD)
    newest: dict[str, Ondersteuningsprofiel] = {}
    for one in seen.order_by("-schooljaar"):
        newest.setdefault(one.school, one)
    return list(newest.values())
