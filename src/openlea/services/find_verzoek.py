"""Find the one Verzoek that somebody wants to answer or pass on, if it is theirs."""

from django.utils import timezone

from openlea.core.errors import NotAllowed, NotFound
from openlea.core.verzoek import VerzoekStaat
from openlea.policy.ontvanger import acts_for
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records import models as records
from openlea.storage.records.verzoek_values import leden_values


def find_verzoek(actor: Actor, verzoek: int) -> records.Verzoek:
    """Return an ask that was put to this member, to its partij, or to who it stands in for.

    Who keeps the agenda finds every ask. Raises NotFound for what was asked of somebody else, and
    NotAllowed for what is no longer asked.
    """
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
