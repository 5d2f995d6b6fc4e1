"""Fill the demo with two forecasts: without new houses, and with an example of a building plan."""

from datetime import date
from decimal import Decimal

from openlea.policy.rechten import Actor
from openlea.services.keep_bouwplan import Bouwplanopzet, keep_bouwplan
from openlea.services.prognose.bewaren import compute_run
from openlea.storage.records.models import Prognoserun

JAREN, TREKKINGEN = 15, 200
PLAN = Bouwplanopzet(
    naam="Nieuwe buurt (voorbeeld)",
    jaar=2029,
    woningen=400,
    leerlingen=Decimal("0.4"),
    bron="verzonnen voor de demo",
)


def fill_prognose(actor: Actor, today: date) -> None:
    """Keep both, unless there is a forecast already."""
    if Prognoserun.objects.of(actor.werkruimte).exists():
        return
    compute_run(actor, "bo", JAREN, today, TREKKINGEN)
    keep_bouwplan(actor, PLAN)
    compute_run(actor, "bo", JAREN, today, TREKKINGEN)
