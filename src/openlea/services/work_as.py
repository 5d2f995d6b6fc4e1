"""Choose in which of one's own roles one works in a werkruimte; the log tells when."""

from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, LidRol, Noun
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Lidmaatschap


def work_as(actor: Actor, lid: int) -> Lidmaatschap:
    """Return the own membership that is worked in from now on.

    Raises NotFound for one of somebody else, of elsewhere, or that is not in force today.
    """
    mine = Lidmaatschap.objects.of(actor.werkruimte).filter(persoon_id=actor.persoon or 0)
    found = mine.active_on(timezone.localdate()).filter(pk=lid).first()
    if found is None:
        raise NotFound("Deze rol heb je hier niet.")
    if found.pk != actor.lid:
        rol = LidRol(found.rol)
        log_deed(
            actor,
            "werkt in een andere rol",
            f"lid {found.pk}",
            f"van {actor.rol.label} naar {rol.label}",
            soort=Logsoort.RECHT,
            noun=str(Noun.LID),
        )
    return found
