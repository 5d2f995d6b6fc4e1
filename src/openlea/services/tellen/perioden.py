"""Which counts a delivery changes."""

from openlea.core.telling import Telsoort
from openlea.services.tellen.tellers import TELLERS
from openlea.storage.records.models import Aanlevering


def periods_of(one: Aanlevering) -> list[tuple[Telsoort, str]]:
    """Return which counts a delivery changes: its own period, or the newest it goes beside."""
    found = []
    for soort, teller in TELLERS.items():
        if one.registratie in teller.hoofd:
            found.append((soort, one.periode))
        elif one.registratie in teller.erbij:
            counted = Aanlevering.objects.of(one.werkruimte_id).counted()
            main = counted.filter(registratie__in=teller.hoofd).values_list("periode", flat=True)
            found += [(soort, max(main))] if main else []
    return found
