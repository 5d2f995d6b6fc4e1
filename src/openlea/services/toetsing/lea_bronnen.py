"""What shows that a consultation was held, and the targets in the agenda that serve its topics."""

from collections.abc import Collection

from openlea.core.verplichting import BewijsStaat
from openlea.policy.lea_toets import Bespreking, Leadoel
from openlea.policy.meetbaarheid import parts_by_code
from openlea.policy.rechten import Actor
from openlea.services.taken.bewijsregel import general_title
from openlea.storage.records import models as records
from openlea.storage.records.as_values import agenda_values, sight_of
from openlea.storage.records.toetsing import links_seen, proof_opened, proof_seen


def read_besprekingen(
    actor: Actor, jaar: int, gemeente: str, plichten: Collection[str]
) -> dict[str, list[Bespreking]]:
    """Return by duty the proof of consultations of a municipality (by code) in a year."""
    found: dict[str, list[Bespreking]] = {}
    proof = proof_seen(actor, jaar, plichten).filter(verplichting__partij__code=gemeente)
    opened = proof_opened(actor, proof)
    for one in proof:
        told = Bespreking(
            titel=one.titel if one.pk in opened else general_title(one),
            staat=BewijsStaat(one.staat),
            taak=one.verplichting_id,
            op=one.gedateerd_op,
            onderwerpen=tuple(one.onderwerpen),
        )
        found.setdefault(one.verplichting.plicht, []).append(told)
    return found


def read_doelen(actor: Actor, plichten: Collection[str]) -> dict[str, list[Leadoel]]:
    """Return by duty the targets that serve it: the named one, else each of the action."""
    record = records.Agenda.objects.current(actor.werkruimte)
    if record is None:
        return {}
    agenda = agenda_values(record, sight_of(actor))
    has = parts_by_code(agenda)
    found: dict[str, list[Leadoel]] = {}
    for link in links_seen(actor, plichten):
        named = link.streefwaarde.code if link.streefwaarde else ""
        for target in agenda.streefwaarden:
            if target.code == named or (not named and target.bij == link.actie.code):
                doel = Leadoel(
                    code=target.code,
                    maat=target.maat,
                    actie=link.actie.code,
                    onderwerp=link.onderwerp,
                    aanwezig=has[target.code],
                )
                found.setdefault(link.plicht, []).append(doel)
    return found
