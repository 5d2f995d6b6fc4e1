"""Hilversum with the legal tasks of 2026, and proof to hand in."""

from datetime import date
from typing import Any

from openlea.core.agenda import Zichtbaarheid
from openlea.core.partij import PartijSoort
from openlea.core.verplichting import BewijsSoort
from openlea.policy.rechten import LidRol
from openlea.services._stuk import Stuk
from openlea.services.add_bewijs import NieuwBewijs
from openlea.services.make_taken import make_taken
from openlea.storage.records.models import Partij, Verplichting
from tests.world import World

ON_TIME, LATE = date(2026, 9, 22), date(2026, 10, 1)
TODAY = date(2026, 11, 22)


def task(world: World, plicht: str, soort: str = PartijSoort.GEMEENTE) -> Verplichting:
    """Return the task of 2026 on a duty, of the first partij of a kind, made if need be."""
    make_taken(world.actor(LidRol.AGENDABEHEERDER), 2026)
    return Verplichting.objects.of(world.werkruimte.pk).filter(
        plicht=plicht, jaar=2026, partij__soort=str(soort)
    )[0]


def task_of(partij: Partij, plicht: str) -> Verplichting:
    """Return the task of 2026 on a duty of one partij."""
    return Verplichting.objects.get(plicht=plicht, jaar=2026, partij=partij)


def school_board(world: World, code: str = "bestuur-a") -> Partij:
    """Return a schoolbestuur that takes part."""
    return Partij.objects.create(
        werkruimte=world.werkruimte, code=code, naam="Bestuur A", soort=PartijSoort.SCHOOLBESTUUR
    )


def proof(**changed: Any) -> NieuwBewijs:
    """Return a report to the council as proof, on time and not yet accepted."""
    link = Stuk(
        titel="Leerplichtverslag",
        zichtbaarheid=Zichtbaarheid.PUBLIEK,
        adres="https://voorbeeld.example/verslag.pdf",
    )
    told: dict[str, Any] = {
        "soort": BewijsSoort.DOCUMENT,
        "titel": "Leerplichtverslag 2025-2026",
        "gedateerd_op": ON_TIME,
        "stuk": link,
    }
    return NieuwBewijs(**(told | changed))
