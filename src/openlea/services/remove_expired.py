"""Remove exactly what was announced for a day, kind by kind, and keep the proof of it."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from openlea.core.errors import Conflict
from openlea.core.logboek import Logsoort
from openlea.policy.bewaring import fingerprint
from openlea.policy.rechten import Actor, LidRol
from openlea.services.bewaring.soorten import SOORTEN
from openlea.services.describe_bewaring import Bewaarregel, describe_bewaring
from openlea.services.log_deed import log_deed
from openlea.services.log_event import log_event
from openlea.storage.records.models import Verwijderbewijs, Werkruimte

CHANGED = "De lijst is intussen veranderd. Bekijk hem opnieuw; er is van deze soort niets weg."


def remove_expired(
    announced: Iterable[Bewaarregel], on: date, door: int | None = None
) -> tuple[Verwijderbewijs, ...]:
    """Return a proof per kind of which something went; each kind goes whole or not at all.

    Conflict when what is due now is not what was announced: a hold came, or something new. The
    other kinds are gone by then, with their proof.
    """
    proofs, refused = list[Verwijderbewijs](), list[Conflict]()
    for line in announced:
        try:
            proofs += [_clear(line, on, door)] if line.opruiming.weg else []
        except Conflict as error:
            refused.append(error)
    if refused:
        raise refused[0]
    return tuple(proofs)


@transaction.atomic
def _clear(line: Bewaarregel, on: date, door: int | None) -> Verwijderbewijs:
    if line.plek is not None:
        # Who sets a hold takes this too: it is there before we look, or after all is gone.
        Werkruimte.objects.select_for_update(no_key=True).get(pk=line.plek.pk)
    soort = next(one for one in SOORTEN if one.id == line.soort)
    now = next(one for one in describe_bewaring(on, line.plek) if one.soort == line.soort)
    weg = line.opruiming.weg
    if now.opruiming.weg != weg or soort.remove(line.plek, weg) != len(weg):
        raise Conflict(CHANGED)
    _tell(line, len(weg), door)
    return Verwijderbewijs.objects.create(
        werkruimte=line.plek,
        soort=line.soort,
        aantal=len(weg),
        nummers=list(weg),
        vingerafdruk=fingerprint(weg),
        termijn=line.termijn[:200],
        door_id=door,
    )


def _tell(line: Bewaarregel, count: int, door: int | None) -> None:
    """Write in the log that it happened: of the werkruimte, or of the installation."""
    deed, what = "bewaartermijn voorbij", f"{count} × {line.soort}"
    if line.plek is None:
        log_event(deed, what, line.termijn, soort=Logsoort.VERWIJDEREN, persoon=door)
        return
    actor = Actor(werkruimte=line.plek.pk, rol=LidRol.AGENDABEHEERDER, persoon=door)
    log_deed(actor, deed, what, line.termijn, soort=Logsoort.VERWIJDEREN, noun="bewaring")
