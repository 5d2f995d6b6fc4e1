"""Pass an ask on to a colleague of the same partij, who is mailed about it in the next digest."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.core.verzoek import VerzoekStaat
from openlea.policy.ontvanger import colleagues, hand_over
from openlea.policy.rechten import Actor, Noun
from openlea.services.find_verzoek import find_verzoek
from openlea.services.log_deed import log_deed
from openlea.services.rondvraag.bewaren import keep_new, keep_staat
from openlea.storage.records import models as records
from openlea.storage.records.verzoek_values import leden_values, verzoek_value


@transaction.atomic
def pass_on_verzoek(actor: Actor, verzoek: int, aan: int) -> records.Verzoek:
    """Ask a colleague (a lidmaatschap) instead, and return the new ask; the old one is closed.

    The link that was mailed for the old ask opens nothing any more. Raises BadInput for anybody
    but a colleague, NotFound and NotAllowed as every verb.
    """
    found = find_verzoek(actor, verzoek)
    if found.staat != VerzoekStaat.OPEN:
        raise NotAllowed("Deze vraag is al beantwoord.")
    today = timezone.localdate()
    leden = leden_values(records.Lidmaatschap.objects.filter(werkruimte_id=actor.werkruimte))
    if aan not in {one.id for one in colleagues(found.aan_id, leden, today)}:
        raise BadInput([Fout("", "aan", "Kies een collega uit de lijst.")])
    closed, opened = hand_over(verzoek_value(found), aan, today)
    keep_staat(actor, found, closed.staat)
    new = keep_new(actor, found.agenda, opened)
    log_deed(actor, "verzoek doorgegeven", found.sleutel, str(new.aan.persoon), noun=Noun.VERZOEK)
    return new
