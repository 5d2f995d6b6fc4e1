"""What the last quickscan says to talk about, for the front of working together."""

from dataclasses import dataclass

from openlea.core.raadpleging import RaadplegingStaat
from openlea.policy.raadpleegbeeld import Bespreekpunt, picture
from openlea.policy.rechten import Noun, Verb
from openlea.storage.records.models import Raadpleging
from openlea.storage.records.raadpleging_values import round_of
from openlea.web.route import LeaRequest

LIJST = "quickscan"


@dataclass(frozen=True, slots=True)
class Scan:
    """The last quickscan that was closed, and what to talk about; the outcome is that frozen."""

    record: Raadpleging
    bespreek: tuple[Bespreekpunt, ...]


def last_scan(request: LeaRequest) -> Scan | None:
    """Return the last closed quickscan that the actor may see, or None; one query."""
    scope = request.actor.scope(Noun.RAADPLEGING, Verb.ZIEN)
    every = Raadpleging.objects.of(request.werkruimte.pk).within(scope)
    record = every.filter(vragenlijst=LIJST, staat=RaadplegingStaat.GESLOTEN).first()
    ronde = round_of(record) if record else None
    return Scan(record, picture(ronde).bespreek) if record and ronde else None
