"""The last day for a proposal as a line of the calendar of who must write it."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse

from openlea.core.kalender import Kalenderregel
from openlea.core.opdracht import OpdrachtStaat
from openlea.policy.rechten import Noun, Verb
from openlea.services.kalender.aanvraag import Aanvraag
from openlea.services.kalender.taken import TERUG
from openlea.storage.records import models as records
from openlea.storage.records.opdracht_seen import opdrachten_seen

HERINNER_DAGEN = 14
"""Two weeks before its last day a proposal can still be talked over."""
WACHT = (OpdrachtStaat.VERSTREKT, OpdrachtStaat.AANVAARD)
DONE = (OpdrachtStaat.VOORSTEL, OpdrachtStaat.AFGEROND)


def lines_of_opdrachten(aanvraag: Aanvraag) -> Iterator[Kalenderregel]:
    """Yield a line per assignment with a last day; one that was withdrawn is a lapsed line.

    Of a partij those of a werkgroep in which it sits. A draft is in no calendar.
    """
    if not aanvraag.actor.may(Noun.OPDRACHT, Verb.ZIEN):
        return
    found = opdrachten_seen(aanvraag.actor, aanvraag.today).filter(voor__isnull=False)
    given = found.exclude(staat=OpdrachtStaat.CONCEPT)
    asked = (
        given.filter(voor__gte=aanvraag.today - TERUG)
        if aanvraag.jaar is None
        else given.filter(voor__year=aanvraag.jaar)
    )
    if aanvraag.partij is not None:
        seats = records.Reekslid.objects.active_on(aanvraag.today).filter(partij=aanvraag.partij)
        asked = asked.filter(werkgroep__in=seats.values("reeks"))
    for one in asked:
        yield _line(aanvraag.werkruimte.slug, one)


def _line(slug: str, one: "records.Opdracht") -> Kalenderregel:
    assert one.voor is not None  # noqa: S101 - asked for in the query
    done = "Klaar: " if one.staat in DONE else ""
    return Kalenderregel(
        id=f"{slug}/opdracht/{one.pk}",
        titel=f"{done}Voorstel uiterlijk: {one.titel}",
        van=one.voor,
        tot=one.voor,
        gewijzigd_op=one.gewijzigd_op,
        volgnummer=one.versie,
        tekst=f"{one.werkgroep.naam} maakt een voorstel voor {one.opdrachtgever.naam}.",
        adres=settings.ADRES + reverse("opdracht", args=[slug, one.pk]),
        categorieen=("Overleg",),
        vervallen=one.staat == OpdrachtStaat.INGETROKKEN,
        herinner_dagen=HERINNER_DAGEN if one.staat in WACHT else None,
    )
