"""The world of the self-assessment: partners of a board and of a samenwerkingsverband."""

from datetime import date

from openlea.core.zelfbeoordeling import Score
from openlea.policy.rechten import Actor, LidRol
from openlea.services.score_eisen import Beoordeling, score_eisen
from openlea.storage.records.models import Lidmaatschap, Partij, Persoon
from openlea.web.actor import actor_of
from tests.world import World

BESTUUR, ANDER, SWV = "schoolbesturen", "mozarthof", "samenwerkingsverbanden"


def partner(world: World, partij: str) -> Actor:
    """Return somebody who speaks for a party, by its code."""
    persoon, _ = Persoon.objects.get_or_create(
        email=f"{partij}@proef.example", defaults={"naam": f"Partner {partij}"}
    )
    lid, _ = Lidmaatschap.objects.get_or_create(
        werkruimte=world.werkruimte,
        persoon=persoon,
        partij=Partij.objects.get(werkruimte=world.werkruimte, code=partij),
        rol=LidRol.PARTNER,
        defaults={"van": date(2020, 1, 1)},
    )
    return actor_of(lid)


def score(actor: Actor, partij: str, jaar: int = 2026, **rijen: Score) -> tuple[str, ...]:
    """Score rows of a party, written as PVE_01=Score.GEHEEL."""
    said = [
        Beoordeling(rij=naam.replace("_", "-"), score=one, toelichting="Omdat het zo is.")
        for naam, one in rijen.items()
    ]
    return score_eisen(actor, partij, jaar, said)
