"""Plan a meeting of a series, as a concept that nobody is told of yet, with a filled agenda."""

from dataclasses import replace

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.core.overleg import Vergadermoment
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.vergaderplanning import later, moment_faults
from openlea.services.find_reeks import find_reeks
from openlea.services.find_vergadering import find_vergadering
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.overleg.aan_tafel import seat_all
from openlea.services.overleg.vullen import copy_agenda, fill_agenda
from openlea.storage.records.models import Overlegreeks, Vergadering


@transaction.atomic
def plan_vergadering(
    actor: Actor,
    reeks: int,
    moment: Vergadermoment,
    titel: str = "",
    kopie_van: int | None = None,
) -> Vergadering:
    """Return the new meeting, with the items of its kind and of the last time, and its people.

    What the moment leaves open is filled in from the series. `kopie_van` is the number of a meeting
    of which the items are taken over. Raises BadInput with the field, NotFound and NotAllowed.
    """
    series = find_reeks(actor, Verb.WIJZIGEN, reeks)
    if series.gestopt_op and moment.op > series.gestopt_op:
        raise BadInput([Fout("", "op", "Dit overleg is dan gestopt.")])
    filled = _filled(series, moment)
    if faults := list(moment_faults(filled)):
        raise BadInput(faults)
    meeting = keep_record(actor, _record(actor, series, filled, titel))
    fill_agenda(actor, meeting)
    if kopie_van is not None:
        copy_agenda(actor, find_vergadering(actor, Verb.ZIEN, kopie_van), meeting)
    seat_all(actor, meeting)
    log_deed(
        actor,
        "vergadering gepland",
        f"vergadering {meeting.pk}",
        series.naam,
        soort=Logsoort.MAKEN,
        noun=Noun.OVERLEG,
    )
    return meeting


def _filled(series: Overlegreeks, moment: Vergadermoment) -> Vergadermoment:
    """Return the moment with the usual time, place and link where nothing was said."""
    van = moment.van or (None if moment.tot else series.van)
    usual = moment.plek or moment.link
    return replace(
        moment,
        van=van,
        tot=moment.tot or (later(van, series.duur) if van else None),
        plek=moment.plek if usual else series.plek,
        link=moment.link if usual else series.link,
    )


def _record(actor: Actor, series: Overlegreeks, moment: Vergadermoment, titel: str) -> Vergadering:
    return Vergadering(
        werkruimte_id=actor.werkruimte,
        reeks=series,
        titel=" ".join(titel.split()) or series.naam,
        op=moment.op,
        van=moment.van,
        tot=moment.tot,
        plek=moment.plek,
        link=moment.link,
        zichtbaarheid=series.zichtbaarheid,
    )
