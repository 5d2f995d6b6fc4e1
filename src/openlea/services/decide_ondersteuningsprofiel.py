"""Decide on a profile: from then on parents read it."""

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Fout, NotFound
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.passend.scholen import profile_of, school_to_write
from openlea.storage.records.models import Ondersteuningsprofiel
from openlea.storage.records.profiel import ProfielStaat

LEEG = "Vul eerst in wat de school kan bieden."


@transaction.atomic
def decide_ondersteuningsprofiel(
    actor: Actor, school: str, schooljaar: str, versie: int | None = None
) -> Ondersteuningsprofiel:
    """Return the profile, decided and public; BadInput when nothing was filled in.

    `versie` is what the decider read: when somebody changed it since, Conflict is raised.
    """
    school_to_write(actor, school, schooljaar, Verb.WIJZIGEN)
    record = profile_of(actor, school, schooljaar)
    if record is None:
        raise NotFound("Dit profiel is er niet.")
    if not record.inhoud.get("basis"):
        raise BadInput([Fout("", "", LEEG)])
    record.staat, record.zichtbaarheid = ProfielStaat.VASTGESTELD, Zichtbaarheid.PUBLIEK
    kept = keep_record(actor, record, versie=versie)
    onderwerp = f"{kept.school} {kept.schooljaar}"
    log_deed(
        actor, "ondersteuningsprofiel vastgesteld", onderwerp, kept.schoolnaam, noun=Noun.PROFIEL
    )
    return kept
