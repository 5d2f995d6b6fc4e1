"""Hilversum some months after its agenda was taken into use: updates are due."""

from datetime import timedelta

from django.utils import timezone

from openlea.core.agenda import Rol
from openlea.core.verzoek import VerzoekSoort
from openlea.policy.rechten import LidRol
from openlea.storage.records.models import (
    Actie,
    Agenda,
    Betrokkenheid,
    Lidmaatschap,
    Partij,
    Persoon,
    Verzoek,
)
from tests.world import World

# A Monday, so that the day after is in the same week; not ahead of the clock of the services.
TODAY = timezone.localdate() - timedelta(days=timezone.localdate().weekday())
SINCE = TODAY - timedelta(days=125)
LONG_AGO = SINCE - timedelta(days=400)


def let_time_pass(world: World) -> None:
    """Take the agenda into use 125 days ago; everybody was a member long before."""
    Agenda.objects.filter(pk=world.agenda.pk).update(in_gebruik_op=SINCE)
    Lidmaatschap.objects.update(van=LONG_AGO)


def own_actie(world: World, lid: Lidmaatschap) -> Actie:
    """Return an action that only the partij of this lid answers for."""
    assert lid.partij_id is not None
    partij = Partij.objects.get(pk=lid.partij_id)
    actie = Actie.objects.filter(agenda=world.agenda, code="1E1")[0]
    Betrokkenheid.objects.filter(actie=actie).delete()
    Betrokkenheid.objects.create(
        werkruimte=world.werkruimte, actie=actie, partij=partij, rol=Rol.TREKKER
    )
    return actie


def colleague(world: World, lid: Lidmaatschap, name: str = "collega") -> Lidmaatschap:
    """Return a second partner of the same partij."""
    persoon = Persoon(email=f"{name}@voorbeeld.example", naam=f"Partner ({name})")
    persoon.set_unusable_password()
    persoon.save()
    return Lidmaatschap.objects.create(
        werkruimte=world.werkruimte,
        persoon=persoon,
        partij_id=lid.partij_id,
        rol=LidRol.PARTNER,
        van=LONG_AGO,
    )


def asked(world: World, code: str) -> Verzoek:
    """Return the open ask about an action."""
    return Verzoek.objects.get(
        werkruimte=world.werkruimte,
        onderwerp_code=code,
        soort=VerzoekSoort.BIJWERKEN,
        staat="open",
    )
