"""Put something on the next agenda of a series, or in its backlog when no meeting comes."""

from django.db import transaction
from django.utils import timezone

from openlea.core.overleg import PuntStaat
from openlea.policy.rechten import Actor, Verb
from openlea.policy.vergaderplanning import VOORBEREIDEN
from openlea.services.add_agendapunt import Puntopzet, add_agendapunt
from openlea.services.find_reeks import find_reeks
from openlea.storage.records.models import Agendapunt, Vergadering


@transaction.atomic
def put_on_agenda(actor: Actor, reeks: int, opzet: Puntopzet) -> Agendapunt:
    """Return the item on the first meeting of a series that is still prepared, or parked.

    An open item with the same title in that meeting or backlog is given back: nothing comes twice.
    Raises BadInput with the field, NotFound and NotAllowed.
    """
    found = find_reeks(actor, Verb.WIJZIGEN, reeks)
    coming = Vergadering.objects.of(actor.werkruimte).coming(timezone.localdate())
    following = coming.filter(reeks=found, staat__in=[str(one) for one in VOORBEREIDEN]).first()
    there = Agendapunt.objects.of(actor.werkruimte).filter(
        reeks=found, vergadering=following, titel=opzet.titel.strip(), staat=PuntStaat.OPEN
    )
    if same := there.first():
        return same
    if following is None:
        return add_agendapunt(actor, opzet, reeks=found.pk)
    return add_agendapunt(actor, opzet, vergadering=following.pk)
