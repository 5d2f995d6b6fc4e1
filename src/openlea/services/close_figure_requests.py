"""Close what was asked for a source that partners bring, of whoever has now brought it."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.core.partij import Partij, PartijSoort
from openlea.core.verzoek import OnderwerpSoort, VerzoekSoort, VerzoekStaat
from openlea.policy.cijfervraag import is_answered
from openlea.policy.rechten import Actor
from openlea.services.keep_record import keep_record
from openlea.storage.records import models as records
from openlea.storage.warehouse.warehouse import open_warehouse


@transaction.atomic
def close_figure_requests(actor: Actor, bron: str, gebracht: Collection[str] | None = None) -> int:
    """Close the open asks for a source whose schoolbestuur is in the werkruimte's own table.

    To be called once a load of that source was committed; returns how many were closed.
    `gebracht` are the besturen in that load; without it, whoever is in the table has answered.
    """
    asked = (
        records.Verzoek.objects.of(actor.werkruimte)
        .open()
        .filter(
            soort=str(VerzoekSoort.CIJFERS),
            onderwerp_soort=str(OnderwerpSoort.BRON),
            onderwerp_code=bron,
        )
    )
    partijen = {one.code: one for one in records.Partij.objects.of(actor.werkruimte)}
    gever = next((one.code for one in partijen.values() if one.pk == actor.partij), "")
    besturen = _besturen(actor, bron) if gebracht is None else gebracht
    closed = 0
    for verzoek in asked:
        partij = partijen.get(verzoek.partij_code)
        if partij is None or not is_answered(_value(partij), besturen, gever):
            continue
        verzoek.staat = VerzoekStaat.GEDAAN
        verzoek.gedaan_op = timezone.now()
        verzoek.gedaan_door_id = actor.persoon
        keep_record(actor, verzoek)
        closed += 1
    return closed


def _besturen(actor: Actor, bron: str) -> frozenset[str]:
    """Return the codes of besturen in the table of the werkruimte; none without such a table."""
    slug = records.Werkruimte.objects.values_list("slug", flat=True).get(pk=actor.werkruimte)
    try:
        table = open_warehouse().scan(bron, laag=slug)
    except NotFound:
        return frozenset()
    if "bestuur" not in table.collect_schema().names():
        return frozenset()
    return frozenset(table.select("bestuur").unique().collect()["bestuur"])


def _value(one: records.Partij) -> Partij:
    return Partij(code=one.code, naam=one.naam, soort=PartijSoort(one.soort), plaats=one.plaats)
