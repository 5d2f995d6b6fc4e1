"""Change the role or the partij of somebody in a werkruimte."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput
from openlea.core.logboek import Logsoort
from openlea.policy.lidmaatschap import check_rol, check_self, is_last_beheerder
from openlea.policy.rechten import Actor, LidRol, Noun
from openlea.services.end_sessies import end_sessies
from openlea.services.find_lid import find_lid
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.rondvraag.doorgeven import hand_on
from openlea.storage.records import models as records
from openlea.storage.records.verzoek_values import leden_values


@transaction.atomic
def change_lid(
    actor: Actor, lid: int, *, rol: LidRol, partij: str, versie: int | None = None
) -> records.Lidmaatschap:
    """Give a member another role or partij (by code, empty for none) and return the membership.

    Only who keeps the agenda may, and nobody gives the own account a role that sees persons or the
    log; the last one who keeps the agenda stays. The sessions of the member end. Asks that the
    member may no longer answer pass on at once. Raises BadInput and Conflict.
    """
    found = find_lid(actor, lid)
    leden = leden_values(records.Lidmaatschap.objects.of(actor.werkruimte))
    is_last = is_last_beheerder(lid, leden, timezone.localdate())
    is_self = found.persoon_id == actor.persoon
    if fouten := (*check_rol(rol, partij, is_last=is_last), *check_self(rol, is_self=is_self)):
        raise BadInput(fouten)
    of_room = records.Partij.objects.of(actor.werkruimte)
    found.rol = rol
    found.partij = of_room.filter(code=partij).first() if partij else None
    kept = keep_record(actor, found, versie=versie)
    log_deed(actor, "rol gewijzigd", f"lid {lid}", str(rol), soort=Logsoort.RECHT, noun=Noun.LID)
    end_sessies(found.persoon_id, "rol gewijzigd")
    hand_on(actor)
    return kept
