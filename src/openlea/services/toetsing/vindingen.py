"""What a werkruimte knows about the questions of the oversight, in a fixed number of queries."""

from collections.abc import Collection, Iterator

from openlea.core.verplichting import BewijsStaat, TaakStaat
from openlea.policy.rechten import Actor
from openlea.policy.toezicht import Vinding, VindingSoort
from openlea.storage.records.toetsing import links_seen, plans_in_year, proof_seen


def find_vindingen(
    actor: Actor, jaar: int, plichten: Collection[str], plansoorten: Collection[str]
) -> tuple[Vinding, ...]:
    """Return accepted proof, decided plans, actions and targets, in that order; three queries."""
    return (
        *_proof(actor, jaar, plichten),
        *_plans(actor, jaar, plansoorten),
        *_links(actor, plichten),
    )


def _proof(actor: Actor, jaar: int, plichten: Collection[str]) -> Iterator[Vinding]:
    for one in proof_seen(actor, jaar, plichten).filter(staat=str(BewijsStaat.AANVAARD)):
        yield Vinding(
            soort=VindingSoort.BEWIJS,
            plicht=one.verplichting.plicht,
            titel=one.titel,
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


def _links(actor: Actor, plichten: Collection[str]) -> Iterator[Vinding]:
    for one in links_seen(actor, plichten):
        target = one.streefwaarde
        yield Vinding(
            soort=VindingSoort.STREEFWAARDE if target else VindingSoort.ACTIE,
            plicht=one.plicht,
            titel=f"{one.actie.code} {target.maat if target else one.actie.naam}",
            naar=one.actie.code,
        )
