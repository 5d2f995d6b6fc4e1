"""Describe every source: what is loaded, how old it is, what was rejected and what waits."""

from django.utils import timezone

from openlea.services.laden.inname import Plek
from openlea.services.laden.overzicht import Bronoverzicht, overview_of
from openlea.services.laden.plank import sources
from openlea.storage.warehouse.versie import LANDELIJK
from openlea.storage.warehouse.warehouse import open_warehouse


def describe_sources(laag: str = LANDELIJK) -> tuple[Bronoverzicht, ...]:
    """Return every source of the shelf by id, with the table that counts in a layer."""
    house, today = open_warehouse(), timezone.localdate()
    return tuple(overview_of(Plek(house, source, laag), today) for source in sources().values())
