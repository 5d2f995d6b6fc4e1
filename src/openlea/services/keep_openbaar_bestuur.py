"""Keep which partij governs public schools, and in which form."""

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.partij import PartijSoort
from openlea.core.traject import Bestuursvorm
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_partij import find_partij
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import OpenbaarBestuur


def keep_openbaar_bestuur(
    actor: Actor, partij: str, vorm: Bestuursvorm, versie: int | None = None
) -> OpenbaarBestuur:
    """Keep the form of a partij (by code) and return it; a second time it changes the first.

    Raises BadInput for what is no schoolbestuur, Conflict, NotFound and NotAllowed.
    """
    found = find_partij(actor, Noun.PLAN, Verb.WIJZIGEN, partij)
    if PartijSoort(found.soort) is not PartijSoort.SCHOOLBESTUUR:
        raise BadInput([Fout("", "partij", "Kies een schoolbestuur.")])
    with transaction.atomic():
        here = OpenbaarBestuur.objects.of(actor.werkruimte).filter(partij=found).first()
        record = here or OpenbaarBestuur(werkruimte_id=actor.werkruimte, partij=found)
        record.vorm = vorm
        kept = keep_record(actor, record, versie=versie if here else None)
        log_deed(
            actor,
            "bestuur openbaar onderwijs bewaard",
            found.code,
            vorm.label,
            noun=Noun.SAMENWERKING,
        )
    return kept
