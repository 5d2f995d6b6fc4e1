"""What a werkruimte knows about the questions of the oversight, in a fixed number of queries."""

from collections.abc import Collection, Iterator

from openlea.core.verplichting import BewijsStaat, TaakStaat
from openlea.policy.rechten import Actor
from openlea.policy.schrijfwijze import number
from openlea.policy.toezicht import Vinding, VindingSoort
from openlea.services.taken.bewijsregel import general_title
from openlea.storage.records import models as records
from openlea.storage.records.toetsing import links_seen, plans_in_year, proof_opened, proof_seen


def find_vindingen(
    actor: Actor, jaar: int, plichten: Collection[str], plansoorten: Collection[str]
) -> tuple[Vinding, ...]:
    """Return accepted proof, decided plans, actions and targets, in that order.

    A fixed number of queries.
    """
    return (
        *_proof(actor, jaar, plichten),
        *_plans(actor, jaar, plansoorten),
        *_links(actor, jaar, plichten),
    )


def _proof(actor: Actor, jaar: int, plichten: Collection[str]) -> Iterator[Vinding]:
    proof = proof_seen(actor, jaar, plichten).filter(staat=str(BewijsStaat.AANVAARD))
    opened = proof_opened(actor, proof)
    for one in proof:
        yield Vinding(
            soort=VindingSoort.BEWIJS,
            plicht=one.verplichting.plicht,
            titel=one.titel if one.pk in opened else general_title(one),
            naar=str(one.verplichting_id),
            op=one.gedateerd_op,
            door=one.verplichting.partij.naam,
            is_geheel=one.verplichting.staat == TaakStaat.BEWEZEN,
        )


def _plans(actor: Actor, jaar: int, plansoorten: Collection[str]) -> Iterator[Vinding]:
    for one in plans_in_year(actor, jaar, plansoorten):
        yield Vinding(
            soort=VindingSoort.PLAN,
            plicht=one.soort,
            titel=one.titel,
            naar=str(one.pk),
            op=one.vastgesteld_op,
            door=one.houder.naam,
        )


def _links(actor: Actor, jaar: int, plichten: Collection[str]) -> Iterator[Vinding]:
    for one in links_seen(actor, plichten).prefetch_related("streefwaarde__jaren"):
        target = one.streefwaarde
        yield Vinding(
            soort=VindingSoort.STREEFWAARDE if target else VindingSoort.ACTIE,
            plicht=one.plicht,
            titel=f"{one.actie.code} {_measured(target, jaar) if target else one.actie.naam}",
            naar=one.actie.code,
            op=next((year.peildatum for year in _of_year(target, jaar)), None),
        )


def _measured(target: records.Streefwaarde, jaar: int) -> str:
    """Return what is measured, with what was obtained in the year if anybody measured it."""
    for year in _of_year(target, jaar):
        return f"{target.maat}: {number(year.werkelijk or 0)} {target.eenheid}".rstrip()
    return target.maat


def _of_year(target: records.Streefwaarde | None, jaar: int) -> list[records.Jaarwaarde]:
    every = target.jaren.all() if target else ()
    return [one for one in every if one.jaar == jaar and one.werkelijk is not None]
