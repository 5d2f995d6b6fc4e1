"""How a source stands: up to date, out of date, changed at the publisher, held, or missing."""

from collections.abc import Mapping
from datetime import date, timedelta

from openlea.core.bron import Cadans
from openlea.core.keuze import Keuze
from openlea.policy.inleescontrole import day_of


class BronStaat(Keuze):
    """How a source stands."""

    ACTUEEL = "actueel", "Actueel"
    VEROUDERD = "verouderd", "Verouderd"
    GEWIJZIGD = "gewijzigd", "Bestand veranderd bij de uitgever"
    VASTGEHOUDEN = "vastgehouden", "Nieuwe lading wacht op nakijken"
    ONTBREEKT = "ontbreekt", "Nog niet ingelezen"


# Publishers bring an edition months after the day that it tells of; then there is some patience.
OUD_NA: Mapping[Cadans, timedelta] = {
    Cadans.JAARLIJKS: timedelta(days=640),
    Cadans.HALFJAARLIJKS: timedelta(days=400),
    Cadans.KWARTAAL: timedelta(days=300),
    Cadans.MAANDELIJKS: timedelta(days=100),
    Cadans.WEKELIJKS: timedelta(days=31),
}


def newest_day(edities: tuple[str, ...]) -> date | None:
    """Return the latest day that these editions tell of; None when none says a day."""
    return max((day for editie in edities if (day := day_of(editie))), default=None)


def is_outdated(cadans: Cadans, day: date | None, verlopen: date | None, today: date) -> bool:
    """Return whether something newer should be there by now, or the content no longer holds."""
    if verlopen is not None and verlopen <= today:
        return True
    limit = OUD_NA.get(cadans)
    return limit is not None and day is not None and today - day > limit


def staat_of(*, loaded: bool, held: bool, changed: bool, outdated: bool) -> BronStaat:
    """Return the one word for a source: what asks a person first goes before the rest."""
    if held:
        return BronStaat.VASTGEHOUDEN
    if changed:
        return BronStaat.GEWIJZIGD
    if not loaded:
        return BronStaat.ONTBREEKT
    return BronStaat.VEROUDERD if outdated else BronStaat.ACTUEEL
