"""Compute the forecast of a werkruimte with its own building plans, and keep it."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from openlea.core.place import PlaceKey
from openlea.policy.prognosescenario import Woningbouw
from openlea.policy.rechten import Actor, Noun
from openlea.services.describe_prognose import DRAWS, Prognosevraag, describe_prognose
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.prognose.uitkomst import Prognose
from openlea.storage.records.models import Bouwplan, Prognoserun, Werkruimte


def compute_run(
    actor: Actor, soort: str, jaren: int, today: date, trekkingen: int = DRAWS
) -> Prognoserun:
    """Return the kept forecast; NotFound and BadInput as describe_prognose has them."""
    here = Werkruimte.objects.get(pk=actor.werkruimte)
    vraag = Prognosevraag(
        jaren=jaren, soort=soort, bouw=_houses(here.pk), laag=here.slug, trekkingen=trekkingen
    )
    return _keep(actor, vraag, describe_prognose(PlaceKey.parse(here.plaats), vraag, today))


def _houses(werkruimte: int) -> tuple[Woningbouw, ...]:
    return tuple(
        Woningbouw(
            jaar=one.jaar,
            woningen=one.woningen,
            kinderen_per_woning={int(age): many for age, many in one.kinderen_per_woning.items()},
            bron=one.bron,
        )
        for one in Bouwplan.objects.of(werkruimte)
    )


@transaction.atomic
def _keep(actor: Actor, vraag: Prognosevraag, found: Prognose) -> Prognoserun:
    told = found.as_plain()
    told["scholen"] = {one["vestiging"]: one for one in told["scholen"]}
    kept = keep_record(
        actor,
        Prognoserun(
            werkruimte_id=actor.werkruimte,
            naam=f"{found.naam}, geteld in {found.geteld[-1]}",
            soort=found.soort,
            vraag={
                "jaren": vraag.jaren,
                "woningen": sum(one.woningen for one in vraag.bouw),
                "trekkingen": vraag.trekkingen,
            },
            bronversies={"bron": found.bron, "geteld": list(found.geteld)},
            zaad=vraag.zaad,
            uitkomst=told,
            gemaakt_op=timezone.now(),
            door_naam=actor.naam,
        ),
    )
    log_deed(actor, "prognose gemaakt", str(kept), noun=Noun.PROGNOSE)
    return kept
