"""Keeps what the system found as proposals, each once, and lets the task follow."""

from collections.abc import Iterable, Mapping, Sequence

from openlea.core.verplichting import BewijsSoort, BewijsStaat
from openlea.policy.bewijsvoorstel import Vondst
from openlea.policy.rechten import Actor
from openlea.services.keep_record import keep_record
from openlea.services.taken.dekking import follow_proof, said_of
from openlea.storage.records import models as records


def keep_found(
    actor: Actor, taken: Mapping[int, records.Verplichting], found: Mapping[int, Iterable[Vondst]]
) -> int:
    """Keep per task (by its number) what may prove it, and return how many proposals are new.

    What was proposed before, by a person too, isn't proposed again, whatever became of it.
    """
    named = records.Bewijs.objects.filter(verplichting__in=list(found)).exclude(verwijzing="")
    known = set(named.values_list("verplichting_id", "verwijzing"))
    return sum(
        _propose(actor, taken[nummer], fresh)
        for nummer, vondsten in found.items()
        if (fresh := [one for one in vondsten if (nummer, one.verwijzing) not in known])
    )


def _propose(actor: Actor, taak: records.Verplichting, fresh: Sequence[Vondst]) -> int:
    for one in fresh:
        keep_record(actor, _bewijs(actor, taak, one))
    follow_proof(actor, taak, said_of(taak))
    return len(fresh)


def _bewijs(actor: Actor, taak: records.Verplichting, one: Vondst) -> records.Bewijs:
    """Return the proposal; nobody proposed it, so that a reader sees it was the system."""
    _, _, key = one.verwijzing.partition(":")
    return records.Bewijs(
        werkruimte_id=actor.werkruimte,
        verplichting=taak,
        soort=one.soort,
        titel=one.titel[:200],
        gedateerd_op=one.op,
        verwijzing=one.verwijzing,
        onderwerpen=list(one.onderwerpen),
        plan_id=int(key) if one.soort is BewijsSoort.PLAN else None,
        document_id=int(key) if one.soort is BewijsSoort.DOCUMENT else None,
        actie=_actie(actor, key) if one.soort is BewijsSoort.ACTIE else None,
        staat=BewijsStaat.VOORGESTELD,
    )


def _actie(actor: Actor, code: str) -> records.Actie | None:
    agenda = records.Agenda.objects.current(actor.werkruimte)
    return records.Actie.objects.filter(agenda=agenda, code=code).first() if agenda else None
