"""Say from when until when somebody is away, and who answers meanwhile."""

from datetime import date

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.policy.lidmaatschap import check_afwezigheid, may_stand_in
from openlea.policy.rechten import Actor, LidRol, Noun, Scope, Verb, scope_of
from openlea.services.find_lid import find_lid
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records
from openlea.storage.records.verzoek_values import leden_values


@transaction.atomic
def set_vervanging(
    actor: Actor,
    lid: int,
    *,
    van: date | None,
    tot: date | None,
    vervanger: int | None = None,
    versie: int | None = None,
) -> records.Lidmaatschap:
    """Keep the days away, first and last included; without days somebody is there again.

    A partner does this for people of the own partij. A vervanger is of the same partij, or may
    change every action; without one, what is asked waits for the next in line.
    """
    found = find_lid(actor, lid, alleen_beheer=False)
    if fouten := check_afwezigheid(van, tot, lid, vervanger):
        raise BadInput(fouten)
    found.weg_van, found.weg_tot = van, tot
    found.vervanger = None if vervanger is None else _stand_in(actor, found, vervanger)
    kept = keep_record(actor, found, versie=versie)
    log_deed(
        actor,
        "vervanging ingesteld",
        f"lid {lid}",
        f"vervanger {vervanger or 'geen'}",
        soort=Logsoort.RECHT,
        noun=Noun.OVERLEG,
    )
    return kept


def _stand_in(actor: Actor, away: records.Lidmaatschap, vervanger: int) -> records.Lidmaatschap:
    """Return the membership that stands in, if it may answer what the other is asked."""
    leden = records.Lidmaatschap.objects.of(actor.werkruimte)
    record = leden.filter(pk=vervanger).first()
    value = next((one for one in leden_values(leden) if one.id == vervanger), None)
    partij = away.partij.code if away.partij else ""
    keeps_all = record is not None and (
        scope_of(LidRol(record.rol), Noun.VOORTGANG, Verb.MAKEN) is Scope.ALLES
    )
    if record is None or value is None or not may_stand_in(value, partij, keeps_all=keeps_all):
        reden = "Kies iemand van dezelfde partij, of iemand die de agenda bijhoudt."
        raise BadInput([Fout("", "vervanger", reden)])
    return record
