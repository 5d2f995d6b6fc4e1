"""What goes along when a part of the agenda is removed, and which asks then lapse."""

from collections.abc import Iterator

from django.db.models import Q

from openlea.core.errors import BadInput, Fout
from openlea.core.verzoek import OnderwerpSoort, VerzoekStaat
from openlea.policy.inhoud import why_it_stays
from openlea.policy.rechten import Actor
from openlea.services.rondvraag.bewaren import keep_staat
from openlea.services.weghalen.stappen import Weg, take_away
from openlea.storage.records import models as records
from openlea.storage.records.inhoud import Deel, inhoud_of
from openlea.storage.records.werkruimte import InWerkruimte


def remove_deel(actor: Actor, deel: Deel, onderwerp: OnderwerpSoort | None) -> Weg:
    """Remove a part with the plan that hangs on it, and return how it is put back.

    Raises BadInput with the reason when there is a story or money. Runs inside a transaction.
    """
    if reden := why_it_stays(inhoud_of(deel)):
        raise BadInput([Fout("", "", reden)])
    lapsed = [] if onderwerp is None else _lapse(actor, deel, onderwerp)
    return Weg(take_away(actor, [*_along(deel), deel]), lapsed)


def _along(deel: Deel) -> Iterator[InWerkruimte]:
    """Yield what hangs on a part, each before what it hangs on."""
    if isinstance(deel, records.Ambitie):
        return
    targets = list(deel.streefwaarden.all())
    yield from records.Jaarwaarde.objects.filter(streefwaarde__in=targets)
    yield from targets
    yield from deel.agenda.verbanden.filter(Q(van=deel.code) | Q(naar=deel.code))
    if isinstance(deel, records.Actie):
        yield from deel.betrokkenen.all()
        yield from deel.verwijzingen.all()


def _lapse(actor: Actor, deel: Deel, onderwerp: OnderwerpSoort) -> list[int]:
    """Close what is asked about a part or its targets, and return which asks that were."""
    codes = [] if isinstance(deel, records.Ambitie) else _targets(deel)
    about = Q(onderwerp_soort=str(onderwerp), onderwerp_code=deel.code)
    about |= Q(onderwerp_soort=str(OnderwerpSoort.STREEFWAARDE), onderwerp_code__in=codes)
    asked = records.Verzoek.objects.of(actor.werkruimte).open().filter(agenda=deel.agenda)
    found = list(asked.filter(about))
    for one in found:
        keep_staat(actor, one, VerzoekStaat.VERVALLEN)
    return [one.pk for one in found]


def _targets(deel: records.Speerpunt | records.Actie) -> list[str]:
    return list(deel.streefwaarden.values_list("code", flat=True))
