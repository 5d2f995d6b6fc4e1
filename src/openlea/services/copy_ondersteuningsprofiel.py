"""Begin the profile of a schooljaar with that of the year before; the MR advises anew."""

from openlea.core.errors import NotFound
from openlea.policy.profielinhoud import Profielinhoud
from openlea.policy.rechten import Actor
from openlea.policy.schooljaar import is_school_year, year_before
from openlea.services.keep_ondersteuningsprofiel import Profielopzet, keep_ondersteuningsprofiel
from openlea.services.passend.scholen import profile_of
from openlea.storage.records.models import Ondersteuningsprofiel


def copy_ondersteuningsprofiel(actor: Actor, school: str, schooljaar: str) -> Ondersteuningsprofiel:
    """Return the new concept, or the one there is; NotFound without one of the year before."""
    if not is_school_year(schooljaar):
        raise NotFound("Dit schooljaar is er niet.")
    if there := profile_of(actor, school, schooljaar):
        return there
    last = profile_of(actor, school, year_before(schooljaar))
    if last is None:
        raise NotFound("Van vorig jaar is er geen profiel om over te nemen.")
    inhoud = Profielinhoud.of(last.inhoud)
    opzet = Profielopzet(school=school, schooljaar=schooljaar, inhoud=inhoud)
    return keep_ondersteuningsprofiel(actor, opzet)
