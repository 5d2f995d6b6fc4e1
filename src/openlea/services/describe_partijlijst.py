"""Describe what each partij of a meeting took on: agreements and actions, with their days."""

from collections.abc import Mapping
from datetime import date

from openlea.core.afspraak import Bevestiging
from openlea.core.errors import NotFound
from openlea.policy.actualiteit import ENDED, Actualiteit, answering, judge_acties
from openlea.policy.afspraak import is_late
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.overleg.dossier_afspraken import running
from openlea.services.overleg.partijlijst import (
    Actieregel,
    Afspraakregel,
    Partijdeel,
    Partijlijst,
)
from openlea.services.overleg.vergadering_lezen import meeting_seen
from openlea.storage.records import models as records
from openlea.storage.records.afspraak_values import afspraak_value
from openlea.storage.records.as_values import agenda_values, sight_of

Afspraken = Mapping[str, tuple[Afspraakregel, ...]]
Acties = Mapping[str, tuple[Actieregel, ...]]


def describe_partijlijst(actor: Actor, nummer: int, today: date) -> Partijlijst:
    """Return per partij that was asked or named what runs, as far as the actor may see it.

    NotFound for a meeting that isn't there or that they may not see.
    """
    if not actor.may(Noun.NOTULEN, Verb.ZIEN):
        raise NotFound("Deze lijst is er niet.")
    meeting = meeting_seen(actor, nummer, today)
    namen = _parties(actor, meeting)
    afspraken = _agreements(actor, meeting, today)
    acties = _actions(actor, today)
    return Partijlijst(
        nummer=meeting.pk,
        titel=meeting.titel,
        op=meeting.op,
        delen=tuple(
            Partijdeel(partij=naam, afspraken=afspraken.get(code, ()), acties=acties.get(code, ()))
            for code, naam in namen.items()
        ),
    )


def _parties(actor: Actor, meeting: "records.Vergadering") -> Mapping[str, str]:
    """Return the parties at the table, by code, in order of their name."""
    asked = records.Deelnemer.objects.filter(vergadering=meeting).values("partij")
    every = records.Partij.objects.of(actor.werkruimte).filter(pk__in=asked)
    return dict(every.order_by("naam").values_list("code", "naam"))


def _agreements(actor: Actor, meeting: "records.Vergadering", today: date) -> Afspraken:
    found: dict[str, tuple[Afspraakregel, ...]] = {}
    for one in running(actor):
        here = one.punt is not None and one.punt.vergadering_id == meeting.pk
        late = is_late(afspraak_value(one), today)
        for each in one.partijen.all():
            regel = Afspraakregel(
                nummer=one.pk,
                wat=one.wat,
                trekt=each.trekt,
                voor=one.voor,
                bevestiging=Bevestiging(each.bevestiging).label,
                te_laat=late,
                hier=here,
            )
            found[each.partij.code] = (*found.get(each.partij.code, ()), regel)
    return found


def _actions(actor: Actor, today: date) -> Acties:
    """Return per partij the actions that it answers for, soonest ending first."""
    record = records.Agenda.objects.current(actor.werkruimte)
    if record is None:
        return {}
    agenda = agenda_values(record, sight_of(actor))
    fresh = judge_acties(agenda, record.in_gebruik_op, today)
    open_ones = [one for one in agenda.acties if one.staat not in ENDED]
    found: dict[str, tuple[Actieregel, ...]] = {}
    for one in sorted(open_ones, key=lambda one: (one.tot or date.max, one.code)):
        regel = Actieregel(
            code=one.code,
            naam=one.naam,
            tot=one.tot,
            staat=one.staat.label,
            bijwerken=fresh[one.code] is Actualiteit.TE_LAAT,
        )
        for code in answering(one):
            found[code] = (*found.get(code, ()), regel)
    return found
