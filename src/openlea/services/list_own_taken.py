"""List the tasks of the own partij that ask attention: late, or due soon; of this year and last."""

from dataclasses import dataclass
from datetime import date

from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.taak import Taak
from openlea.policy.vandaag_taken import SOON
from openlea.services.taken.blik import Blik
from openlea.services.taken.plank import plichten_here
from openlea.storage.records import models as records
from openlea.storage.records.scope import plannen_within, verplichtingen_within


@dataclass(frozen=True, slots=True)
class Eigentaken:
    """The waiting tasks of the own partij, and its plans (title, last day) without a successor."""

    taken: tuple[Taak, ...] = ()
    plannen: tuple[tuple[str, date], ...] = ()


def list_own_taken(actor: Actor, today: date) -> Eigentaken:
    """Return what of the own partij waits and is late or due within a month, in four queries.

    Empty for who belongs to no partij. A task that lies longer back than last year is for the page.
    """
    if actor.partij is None or not actor.may(Noun.TAAK, Verb.ZIEN):
        return Eigentaken()
    waiting = records.Verplichting.objects.of(actor.werkruimte).waiting()
    near = waiting.filter(
        partij_id=actor.partij, jaar__gte=today.year - 1, uiterlijk__lte=today + SOON
    )
    seen = verplichtingen_within(near, actor.scope(Noun.TAAK, Verb.ZIEN), actor)
    blik = Blik(actor, today, plichten_here(), records.Bewijs.objects.counted(seen))
    return Eigentaken(tuple(map(blik.taak, seen)), _ending(actor, today))


def _ending(actor: Actor, today: date) -> tuple[tuple[str, date], ...]:
    """Return the decided plans of the own partij that end within a year and have no successor."""
    plannen = records.Plan.objects.of(actor.werkruimte).ending(date(today.year + 1, today.month, 1))
    seen = plannen_within(plannen, actor.scope(Noun.PLAN, Verb.ZIEN), actor)
    own = seen.filter(houder_id=actor.partij).order_by("tot").values_list("titel", "tot")
    return tuple((titel, tot) for titel, tot in own if tot is not None)
