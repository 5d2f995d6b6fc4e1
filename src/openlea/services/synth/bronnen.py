"""Which registrations can be made up, by the name under which they are loaded."""

from collections.abc import Callable, Mapping
from importlib import import_module

from openlea.core.errors import NotFound
from openlea.services.synth.gemeentebeeld import Gemeentebeeld

Maker = Callable[[Gemeentebeeld, int, int | None], bytes]
"""Of a gemeente, a seed and how many rows (None: as many as there would be) makes a csv."""
BRONNEN: Mapping[str, str] = {
    "leerplicht": "openlea.services.synth.leerplicht",
    "overdracht": "openlea.services.synth.overdracht",
    "peutermonitor": "openlea.services.synth.peutermonitor",
    "swv": "openlea.services.synth.swv",
    "uitstroom": "openlea.services.synth.uitstroom",
}
"""By name the module whose `make` is the maker."""


def maker_of(bron: str) -> Maker:
    """Return who makes rows of a source; NotFound says which there are."""
    if bron not in BRONNEN:
        known = ", ".join(sorted(BRONNEN))
        raise NotFound(f"Voor '{bron}' kan niets worden verzonnen. Wel voor: {known}.")
    found: Maker = import_module(BRONNEN[bron]).make
    return found
