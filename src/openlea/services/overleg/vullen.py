"""What a new meeting begins with: the items of its kind, and what was left open the last time."""

from collections.abc import Iterable, Iterator

from django.conf import settings

from openlea.catalogue.overlegkast import open_overlegkaarten
from openlea.core.afspraak import AfspraakStaat
from openlea.core.catalogue import find_roots
from openlea.core.overleg import Overlegkaart, PuntSoort, PuntStaat, Sjabloonpunt, VerslagStaat
from openlea.core.overleg import VergaderingStaat as Staat
from openlea.policy.rechten import Actor
from openlea.services.keep_record import keep_record
from openlea.services.overleg.doorschuiven import copy_of
from openlea.services.overleg.plaats import make_place
from openlea.storage.records.models import Afspraak, Agendapunt, Overlegreeks, Vergadering

VERSLAG = Sjabloonpunt(
    titel="Verslag van de vorige keer vaststellen",
    sectie="Opening",
    soort=PuntSoort.BESLUITEN,
    minuten=5,
    vast="verslag",
)
AFSPRAKEN = Sjabloonpunt(
    titel="Wat kwam er van onze afspraken?", sectie="Voortgang", minuten=15, vast="afspraken"
)
VORIGE_KEER = frozenset({VERSLAG.vast, AFSPRAKEN.vast})
"""Standing items that only make sense when there was a meeting before."""


def card_of(reeks: Overlegreeks) -> Overlegkaart | None:
    """Return the kind of a series; None when its file is gone from the shelf."""
    return open_overlegkaarten(find_roots(settings.CATALOGUE)).get(reeks.soort)


def fill_agenda(actor: Actor, vergadering: Vergadering) -> None:
    """Put on a new agenda what the kind begins with, and what waits since the last time."""
    kaart = card_of(vergadering.reeks)
    begin = [*_fitting(vergadering, kaart.punten if kaart else ())]
    waiting = list(_left_open(vergadering))
    punten = [_item(vergadering, one, waiting) for one in begin]
    # What was left open comes before the closing, so that it is not talked away.
    cut = max(len(punten) - 1, 0) if kaart and kaart.punten else len(punten)
    for place, punt in enumerate((*punten[:cut], *waiting, *punten[cut:])):
        punt.vergadering, punt.volgorde = vergadering, place
        keep_record(actor, punt)


def copy_agenda(actor: Actor, example: Vergadering, vergadering: Vergadering) -> None:
    """Put the items of an earlier meeting on a new one that are not there yet, without notes."""
    there = set(vergadering.punten.values_list("titel", flat=True))
    for punt in Agendapunt.objects.on_agenda(example.pk):
        if punt.titel not in there:
            new = copy_of(punt)
            new.vergadering, new.volgorde = vergadering, make_place(vergadering)
            keep_record(actor, new)


def is_of_template(punt: Agendapunt, kaart: Overlegkaart | None) -> bool:
    """Return whether an item is one that every meeting of its kind begins with."""
    titles = {one.titel for one in kaart.punten} if kaart else set()
    return bool(punt.vast) or punt.titel in titles


def _fitting(vergadering: Vergadering, punten: Iterable[Sjabloonpunt]) -> Iterator[Sjabloonpunt]:
    """Yield the items of the kind that fit; what looks back only when there is something to see."""
    back = {one.vast: one for one in _looking_back(vergadering)}
    for one in punten:
        if one.vast in VORIGE_KEER and one.vast not in back:
            continue
        back.pop(one.vast, None)
        yield one
    yield from back.values()


def _looking_back(vergadering: Vergadering) -> Iterator[Sjabloonpunt]:
    """Yield which items look back: minutes to confirm, and agreements that run."""
    held = Vergadering.objects.filter(reeks=vergadering.reeks_id, op__lte=vergadering.op)
    held = held.filter(staat__in=[str(Staat.GEHOUDEN), str(Staat.BEZIG)])
    if held.exclude(verslag_staat=VerslagStaat.VASTGESTELD).exists():
        yield VERSLAG
    running = Afspraak.objects.filter(punt__reeks=vergadering.reeks_id)
    if running.filter(staat=AfspraakStaat.LOPEND).exists():
        yield AFSPRAKEN


def _left_open(vergadering: Vergadering) -> Iterator[Agendapunt]:
    """Yield what came in the backlog because a meeting did not get to it."""
    parked = Agendapunt.objects.of(vergadering.werkruimte_id).parked()
    yield from parked.filter(reeks=vergadering.reeks_id, komt_van__isnull=False).order_by("id")


def _item(vergadering: Vergadering, one: Sjabloonpunt, waiting: list[Agendapunt]) -> Agendapunt:
    """Return an item of the kind; a standing one that was carried over goes on as that one."""
    for punt in waiting:
        if one.vast and punt.vast == one.vast and punt.staat == PuntStaat.OPEN:
            waiting.remove(punt)
            return punt
    return Agendapunt(
        werkruimte_id=vergadering.werkruimte_id,
        reeks_id=vergadering.reeks_id,
        titel=one.titel,
        sectie=one.sectie,
        soort=one.soort,
        minuten=one.minuten,
        vast=one.vast,
        toelichting=one.toelichting,
        zichtbaarheid=vergadering.zichtbaarheid,
    )
