"""Answer one Verzoek: tell how an action goes, what a target came to, or agree to something."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from openlea.core.afspraak import Bevestiging
from openlea.core.errors import BadInput, Fout
from openlea.core.verzoek import VerzoekSoort, VerzoekStaat
from openlea.policy.rechten import Actor
from openlea.services.confirm_afspraak import confirm_afspraak
from openlea.services.find_verzoek import find_verzoek
from openlea.services.keep_record import keep_record
from openlea.services.record_jaarwaarde import record_jaarwaarde
from openlea.services.record_voortgang import Melding, record_voortgang
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True, kw_only=True)
class Instemantwoord:
    """What a partij says of an agreement; `tekst_versie` is the text that was read."""

    bevestiging: Bevestiging
    reden: str = ""
    tekst_versie: int | None = None


Antwoord = Melding | Decimal | Instemantwoord


@transaction.atomic
def answer_verzoek(actor: Actor, verzoek: int, antwoord: Antwoord) -> records.Verzoek:
    """Keep the answer and return the ask, which is done then; all of it or nothing.

    A Melding answers for an action, a number for a target, an Instemantwoord for an agreement.
    Raises NotFound for an ask of somebody else, and BadInput with the field, as the verb that
    keeps the answer does.
    """
    found = find_verzoek(actor, verzoek)
    if isinstance(antwoord, Melding) and found.soort == VerzoekSoort.BIJWERKEN:
        record_voortgang(actor, found.onderwerp_code, antwoord)
    elif isinstance(antwoord, Decimal) and found.soort == VerzoekSoort.METING:
        record_jaarwaarde(actor, found.onderwerp_code, int(found.periode), antwoord)
    elif isinstance(antwoord, Instemantwoord) and found.soort == VerzoekSoort.BEVESTIGEN:
        said, why = antwoord.bevestiging, antwoord.reden
        number, text = int(found.onderwerp_code), antwoord.tekst_versie
        confirm_afspraak(actor, number, said, why, tekst_versie=text)
    else:
        raise BadInput([Fout("", "", "Dit antwoord past niet bij de vraag.")])
    found.refresh_from_db()
    if found.staat == VerzoekStaat.OPEN:
        found.staat = VerzoekStaat.GEDAAN
        found.gedaan_op = timezone.now()
        found.gedaan_door_id = actor.persoon
        keep_record(actor, found)
    return found
