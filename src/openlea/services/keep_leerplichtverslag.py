"""Write the texts of the report of a schooljaar; the first time it is begun."""

from collections.abc import Mapping

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Conflict, NotAllowed
from openlea.policy.leerplichtverslag import last_day, text_faults
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.keep_record import keep_record
from openlea.services.leerplicht.vasthouden import NIET
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Verslag
from openlea.storage.records.verslag import VerslagSoort, VerslagStaat

VAST = "Dit verslag is vastgesteld. Aan de tekst verandert niets meer."


@transaction.atomic
def keep_leerplichtverslag(
    actor: Actor,
    schooljaar: str,
    blokken: Mapping[str, str],
    *,
    soort: VerslagSoort = VerslagSoort.LEERPLICHT,
    versie: int | None = None,
    zichtbaarheid: Zichtbaarheid | None = None,
) -> Verslag:
    """Return the report with these texts; a part that isn't named stays as it was.

    BadInput with the part, Conflict when it was settled or somebody else was first, NotAllowed.
    """
    last_day(schooljaar)
    own = Verslag.objects.of(actor.werkruimte).filter(soort=str(soort), schooljaar=schooljaar)
    record = own.first() or Verslag(
        werkruimte_id=actor.werkruimte, soort=str(soort), schooljaar=schooljaar
    )
    verb = Verb.MAKEN if record.pk is None else Verb.WIJZIGEN
    if actor.scope(Noun.VERSLAG, verb) is not Scope.ALLES:
        raise NotAllowed(NIET)
    if record.staat == VerslagStaat.VASTGESTELD:
        raise Conflict(VAST)
    if faults := text_faults(str(soort), blokken):
        raise BadInput(faults)
    record.blokken = {**record.blokken, **{naam: text.strip() for naam, text in blokken.items()}}
    if zichtbaarheid is not None:
        record.zichtbaarheid = zichtbaarheid
    kept = keep_record(actor, record, versie=versie)
    wat = "verslag begonnen" if verb is Verb.MAKEN else "verslag gewijzigd"
    log_deed(actor, wat, str(kept), noun=Noun.VERSLAG)
    return kept
