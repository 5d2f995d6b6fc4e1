"""Say what becomes of an item: dealt with, carried over, parked, dropped, or open again."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout
from openlea.core.overleg import PuntStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.vergaderorde import Afhandeling
from openlea.services.carry_over_agendapunt import carry_over_agendapunt
from openlea.services.find_agendapunt import find_agendapunt
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.vergaderen.tafel import refuse_unless_begun
from openlea.storage.records.models import Agendapunt

_STAAT = {
    Afhandeling.BEHANDELD: PuntStaat.BEHANDELD,
    Afhandeling.VERVALLEN: PuntStaat.VERVALLEN,
    Afhandeling.HEROPENEN: PuntStaat.OPEN,
}
GAAT_AL_DOOR = "Dit punt gaat al door in een volgende vergadering. Het kan hier niet meer open."


@transaction.atomic
def settle_agendapunt(actor: Actor, nummer: int, hoe: Afhandeling) -> Agendapunt:
    """Keep what becomes of an item of a meeting that has begun, and return the item itself.

    The same twice changes nothing. Raises BadInput, NotFound and NotAllowed.
    """
    punt = find_agendapunt(actor, Verb.WIJZIGEN, nummer)
    if punt.vergadering is None:
        raise BadInput([Fout("", "", "Dit punt staat nog op geen agenda.")])
    refuse_unless_begun(punt.vergadering)
    if hoe in {Afhandeling.DOORSCHUIVEN, Afhandeling.PARKEREN}:
        _carry_over(actor, punt, hoe)
    elif punt.staat != _STAAT[hoe]:
        _put(actor, punt, _STAAT[hoe])
    return punt


def _carry_over(actor: Actor, punt: Agendapunt, hoe: Afhandeling) -> None:
    if punt.staat == PuntStaat.DOORGESCHOVEN:
        return
    carry_over_agendapunt(actor, punt.pk, naar_backlog=hoe is Afhandeling.PARKEREN)
    punt.refresh_from_db()
    punt.behandeld_op = timezone.now()
    keep_record(actor, punt)


def _put(actor: Actor, punt: Agendapunt, staat: PuntStaat) -> None:
    if punt.staat == PuntStaat.DOORGESCHOVEN:
        raise BadInput([Fout("", "", GAAT_AL_DOOR)])
    punt.staat = staat
    punt.behandeld_op = None if staat is PuntStaat.OPEN else timezone.now()
    keep_record(actor, punt)
    log_deed(
        actor,
        f"agendapunt {staat.label.lower()}",
        f"agendapunt {punt.pk}",
        punt.titel,
        noun=Noun.OVERLEG,
    )
