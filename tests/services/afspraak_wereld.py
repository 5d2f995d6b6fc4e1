"""An agreement between the municipality and a partner, as the tests of agreements need it."""

from datetime import date
from decimal import Decimal

from django.utils import timezone

from openlea.core.afspraak import Meting
from openlea.core.verzoek import VerzoekSoort
from openlea.policy.rechten import Actor, LidRol
from openlea.services.add_afspraak import add_afspraak
from openlea.services.afspraken.opzet import Afspraakopzet
from openlea.storage.records.models import Afspraak, Partij, Verzoek
from tests.world import World

METING = Meting(
    maat="gezinnen bereikt",
    eenheid="gezinnen",
    nulmeting=Decimal(20),
    nulmeting_op=date(2026, 10, 1),
    doel=Decimal(40),
    peildatum=date(2027, 12, 31),
)


def now() -> date:
    """Return the day here."""
    return timezone.localdate()


def partner_of(world: World) -> tuple[Actor, str]:
    """Return a partner, and the code of its partij."""
    actor = world.actor(LidRol.PARTNER)
    return actor, Partij.objects.get(pk=actor.partij or 0).code


def opzet_of(world: World) -> Afspraakopzet:
    """Return a whole agreement, that the partner leads."""
    _, code = partner_of(world)
    return Afspraakopzet(
        wat="Elke voorschool doet mee aan taal thuis.",
        partijen=("gemeente", code),
        trekker=code,
        voor=date(2027, 12, 1),
        meting=METING,
        speerpunt="1C",
    )


def made_in(world: World) -> Afspraak:
    """Return that agreement, kept."""
    return add_afspraak(world.actor(LidRol.REDACTEUR), opzet_of(world), now())


def asked_about(one: Afspraak) -> dict[str, Verzoek]:
    """Return by partij the last that was asked about an agreement."""
    found = Verzoek.objects.filter(
        soort=str(VerzoekSoort.BEVESTIGEN), onderwerp_code=str(one.pk)
    ).order_by("id")
    return {each.partij_code: each for each in found}
