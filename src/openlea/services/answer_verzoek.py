"""Answer one Verzoek: tell how an action goes, or what a target came to."""

from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout, NotAllowed, NotFound
from openlea.core.verzoek import VerzoekSoort, VerzoekStaat
from openlea.policy.ontvanger import acts_for
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.keep_record import keep_record
from openlea.services.record_jaarwaarde import record_jaarwaarde
from openlea.services.record_voortgang import Melding, record_voortgang
from openlea.storage.records import models as records
from openlea.storage.records.verzoek_values import leden_values


@transaction.atomic
def answer_verzoek(actor: Actor, verzoek: int, antwoord: Melding | Decimal) -> records.Verzoek:
    """Keep the answer and return the ask, which is done then; all of it or nothing.

    A Melding answers for an action, a number for a target. Raises NotFound for an ask of somebody
    else, and BadInput with the field, as the verb that keeps the answer does.
    """
    found = _asked(actor, verzoek)
    if isinstance(antwoord, Melding) and found.soort == VerzoekSoort.BIJWERKEN:
        record_voortgang(actor, found.onderwerp_code, antwoord)
    elif isinstance(antwoord, Decimal) and found.soort == VerzoekSoort.METING:
        record_jaarwaarde(actor, found.onderwerp_code, int(found.periode), antwoord)
    else:
        raise BadInput([Fout("", "", "Dit antwoord past niet bij de vraag.")])
    found.refresh_from_db()
    if found.staat == VerzoekStaat.OPEN:
        found.staat = VerzoekStaat.GEDAAN
        found.gedaan_op = timezone.now()
        found.gedaan_door_id = actor.persoon
        keep_record(actor, found)
    return found


def _asked(actor: Actor, verzoek: int) -> records.Verzoek:
    scope = actor.scope(Noun.VERZOEK, Verb.WIJZIGEN)
    if scope is Scope.NIETS:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    asked = records.Verzoek.objects.of(actor.werkruimte)
    found = asked.filter(pk=verzoek).select_related("aan__partij").first()
    if found is None or not (scope is Scope.ALLES or _is_own(actor, found)):
        raise NotFound("Deze vraag is er niet.")
    if found.staat in {VerzoekStaat.VERVALLEN, VerzoekStaat.OVERGEDRAGEN}:
        raise NotAllowed("Deze vraag is niet meer voor jou.")
    return found


def _is_own(actor: Actor, found: records.Verzoek) -> bool:
    """Return whether it was asked of this member, of its partij, or of who it stands in for."""
    if found.aan_id == actor.lid:
        return True
    if actor.partij is not None and found.aan.partij_id == actor.partij:
        return True
    leden = leden_values(records.Lidmaatschap.objects.filter(werkruimte_id=actor.werkruimte))
    return found.aan_id in acts_for(actor.lid or 0, leden, timezone.localdate())
