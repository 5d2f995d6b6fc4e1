"""Tell what must be removed on a day, of which kind and why, and what a hold keeps here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings

from openlea.catalogue.bewaarkast import open_bewaarkaarten
from openlea.core.bewaring import Bewaarkaart, Stop
from openlea.core.catalogue import find_roots
from openlea.policy.bewaring import Opruiming, to_clear, to_clear_in_row
from openlea.services.bewaring.soort import Plek, Soort
from openlea.services.bewaring.soorten import SOORTEN
from openlea.storage.records.models import Bewaarstop, Bewaartermijn, Werkruimte

SHORTEST_MONTH = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaarregel:
    """One kind in one place: its term, and the numbers that go or are held on that day."""

    soort: str
    plek: Plek
    kaart: Bewaarkaart
    maanden: int
    eigen: str
    opruiming: Opruiming

    @property
    def termijn(self) -> str:
        """Return the term in words."""
        if not self.maanden:
            return f"tot en met {self.kaart.vanaf}"
        return f"{self.maanden} maanden na {self.kaart.vanaf}"


def describe_bewaring(on: date, plek: Plek | str = "alles") -> tuple[Bewaarregel, ...]:
    """Return a line per kind, of one werkruimte, of the installation (None), or of everything."""
    if isinstance(plek, str):
        here = [*Werkruimte.objects.order_by("slug"), None]
        return tuple(line for one in here for line in _of(one, on))
    return tuple(_of(plek, on))


def _of(plek: Plek, on: date) -> Iterator[Bewaarregel]:
    kaarten = open_bewaarkaarten(find_roots(settings.CATALOGUE))
    own = {one.soort: one for one in Bewaartermijn.objects.filter(werkruimte=plek)}
    stops = [
        Stop(one.soort, one.nummer)
        for one in Bewaarstop.objects.filter(werkruimte=plek).active_on(on)
    ]
    for soort in SOORTEN:
        if soort.in_werkruimte if plek else soort.in_installatie:
            kaart, eigen = kaarten[soort.id], own.get(soort.id)
            held = [stop for stop in stops if stop.soort == soort.id]
            yield _line(soort, plek, kaart, eigen, held, on)


def _line(  # one line of a table
    soort: Soort,
    plek: Plek,
    kaart: Bewaarkaart,
    eigen: Bewaartermijn | None,
    stops: list[Stop],
    on: date,
) -> Bewaarregel:
    own = max(eigen.maanden, kaart.minstens) if eigen else 0
    maanden = own if own and kaart.maanden else kaart.maanden
    # A month has at least 28 days: so nothing that is due is missed.
    found = soort.find(plek, on - timedelta(days=SHORTEST_MONTH * maanden))
    clear = to_clear_in_row if soort.aaneen else to_clear
    return Bewaarregel(
        soort=soort.id,
        plek=plek,
        kaart=kaart,
        maanden=maanden,
        eigen=eigen.waarom if eigen else "",
        opruiming=clear(found, maanden, stops, on),
    )
