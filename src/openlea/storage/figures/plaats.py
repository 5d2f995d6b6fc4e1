"""A place as figures speak of it: its name, its gemeente and its point on the map."""

from dataclasses import dataclass

from openlea.core.place import PlaceKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """A place that has figures; `naam` is its code when no source names it.

    `gemeente` is the code of the gemeente it lies in, when it lies in one; lat and lon in degrees.
    """

    key: PlaceKey
    naam: str
    gemeente: str | None = None
    lat: float | None = None
    lon: float | None = None
