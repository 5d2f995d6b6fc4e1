"""Find a registration by its id, or by another name that senders know it under."""

from openlea.core.registratie import Registratie
from openlea.services.kluis.plek import registraties


def find_registratie(naam: str) -> Registratie | None:
    """Return the registration of this id, or with this other name; None when it is none."""
    declared = registraties()
    named = {andere: one for one in declared.values() for andere in one.namen}
    return declared.get(naam) or named.get(naam)
