"""What is known of a source at a glance: its card, its table, and what waits beside it."""

from dataclasses import dataclass
from datetime import date

from openlea.catalogue.shelf import SourceFile
from openlea.policy.bronstaat import BronStaat, is_outdated, newest_day, staat_of
from openlea.services.laden.inname import Plek
from openlea.storage.warehouse.staat import Bronwijziging, Vastgehouden, change_of, held_loads
from openlea.storage.warehouse.versie import Versie


@dataclass(frozen=True, slots=True, kw_only=True)
class Bronoverzicht:
    """A source with its table: `geheel` tells of all editions together, None when never loaded."""

    source: SourceFile
    versies: tuple[Versie, ...]
    geheel: Versie | None
    vastgehouden: tuple[Vastgehouden, ...]
    gewijzigd: Bronwijziging | None
    staat: BronStaat


def overview_of(plek: Plek, today: date) -> Bronoverzicht:
    """Return a source in the layer that counts."""
    house, source = plek.warehouse, plek.source
    versies = house.versions(source.id, plek.laag)
    geheel = house.whole(source.id, plek.laag) if versies else None
    held, changed = held_loads(plek.folder), change_of(plek.folder)
    edities = geheel.lading.edities if geheel else ()
    day = newest_day(edities) or (geheel.lading.moment.date() if geheel else None)
    return Bronoverzicht(
        source=source,
        versies=versies,
        geheel=geheel,
        vastgehouden=held,
        gewijzigd=changed,
        staat=staat_of(
            loaded=geheel is not None,
            held=bool(held),
            changed=changed is not None,
            outdated=is_outdated(source.bron.cadans, day, source.bron.verlopen, today),
        ),
    )
