"""Who sits at the table of a meeting, who leads it, and which law its kind follows."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone

from openlea.catalogue.overlegkast import open_overlegkaarten
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout, NotAllowed, NotFound
from openlea.core.overleg import Aanwezigheid, Mandaat, Overlegkaart, VergaderingStaat, VerslagStaat
from openlea.policy.besluitvorming import Zetel
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.models import Agendapunt, Deelnemer, Overlegreeks, Vergadering
from openlea.storage.records.scope_overleg import (
    attended_within,
    punten_within,
    vergaderingen_within,
)

VASTGESTELD = "Het verslag is vastgesteld. Er verandert niets meer."
NIET_GENODIGD = "Meeschrijven kan alleen wie voor deze vergadering is gevraagd."


def kaart_of(reeks: Overlegreeks) -> Overlegkaart | None:
    """Return the kind of a series, or None when the shelf no longer has it."""
    return open_overlegkaarten(find_roots(settings.CATALOGUE)).get(reeks.soort)


def zetels_of(deelnemers: Iterable[Deelnemer]) -> tuple[Zetel, ...]:
    """Return the participants of a meeting as seats; read them with their partij."""
    return tuple(
        Zetel(
            partij=one.partij.code if one.partij else "",
            mandaat=Mandaat(one.mandaat),
            aanwezigheid=Aanwezigheid(one.aanwezigheid),
        )
        for one in deelnemers
    )


def leads(actor: Actor, vergadering: Vergadering) -> bool:
    """Return whether the actor may run this meeting: who keeps all, its chair or secretary."""
    scope = actor.scope(Noun.OVERLEG, Verb.WIJZIGEN)
    if scope is Scope.ALLES:
        return True
    here = Vergadering.objects.filter(pk=vergadering.pk)
    return vergaderingen_within(here, scope, actor, timezone.localdate()).exists()


def find_attended(actor: Actor, verb: Verb, nummer: int) -> Vergadering:
    """Return a meeting of which the actor may read or write the notes.

    Raises NotFound for what it may not see, NotAllowed when the own partij was not asked to it.
    """
    every = Vergadering.objects.of(actor.werkruimte).filter(pk=nummer)
    found = attended_within(every, actor.scope(Noun.NOTULEN, verb), actor).first()
    if found is not None:
        return found
    seen = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    if vergaderingen_within(every, seen, actor, timezone.localdate()).exists():
        raise NotAllowed(NIET_GENODIGD)
    raise NotFound("Deze vergadering is er niet.")


def find_attended_item(actor: Actor, verb: Verb, nummer: int) -> Agendapunt:
    """Return an item of such a meeting that the actor may see, with its meeting."""
    every = Agendapunt.objects.of(actor.werkruimte).filter(pk=nummer, vergadering__isnull=False)
    seen = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    found = punten_within(every, seen, actor, timezone.localdate()).first()
    if found is None or found.vergadering_id is None:
        raise NotFound("Dit agendapunt is er niet.")
    find_attended(actor, verb, found.vergadering_id)
    return found


def refuse_unless_begun(vergadering: Vergadering) -> None:
    """Raise BadInput for a meeting that has not begun, was called off, or whose minutes stand."""
    if vergadering.verslag_staat == VerslagStaat.VASTGESTELD:
        raise BadInput([Fout("", "", VASTGESTELD)])
    if vergadering.staat not in {VergaderingStaat.BEZIG, VergaderingStaat.GEHOUDEN}:
        raise BadInput([Fout("", "", "De vergadering is nog niet begonnen.")])
