"""What the self-assessment reads from the rest of a werkruimte, as far as somebody may see it."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from openlea.core.partij import PartijSoort
from openlea.core.verplichting import BewijsStaat
from openlea.policy.eisen import GEVRAAGD, sees_scores
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.toezicht import reads_toezicht
from openlea.storage.records.actie import Actie
from openlea.storage.records.document import Document
from openlea.storage.records.partij import Partij
from openlea.storage.records.plan import Plan
from openlea.storage.records.plichtkoppeling import Plichtkoppeling
from openlea.storage.records.scope import (
    acties_within,
    documents_within,
    plannen_within,
    verplichtingen_within,
)
from openlea.storage.records.verplichting import Bewijs, Verplichting
from openlea.storage.records.zelfbeoordeling import Eisscore, Toezichtantwoord


def own_partij(actor: Actor) -> Partij | None:
    """Return the party that somebody speaks for, or None."""
    return Partij.objects.of(actor.werkruimte).filter(pk=actor.partij or 0).first()


def own_soort(actor: Actor) -> PartijSoort | None:
    """Return what kind of party somebody speaks for, or None."""
    own = own_partij(actor)
    return PartijSoort(own.soort) if own else None


def taken_seen(actor: Actor, jaar: int, plichten: Collection[str]) -> "QuerySet[Verplichting]":
    """Return the obligations of these duties in a year that somebody may see."""
    every = Verplichting.objects.of(actor.werkruimte).standing().in_year(jaar)
    scope = actor.scope(Noun.TAAK, Verb.ZIEN)
    return verplichtingen_within(every.filter(plicht__in=plichten), scope, actor)


def proof_seen(actor: Actor, jaar: int, plichten: Collection[str]) -> "QuerySet[Bewijs]":
    """Return the proof of these duties in a year that nobody turned down, oldest first."""
    found = Bewijs.objects.filter(verplichting__in=taken_seen(actor, jaar, plichten))
    kept = found.exclude(staat=str(BewijsStaat.AFGEWEZEN))
    return kept.select_related("verplichting__partij", "beoordeeld_door").order_by(
        "gedateerd_op", "id"
    )


def proof_opened(actor: Actor, found: "QuerySet[Bewijs]") -> frozenset[int]:
    """Return the numbers of the proof whose document, plan or action somebody may see too."""
    acties = acties_within(Actie.objects.all(), actor.scope(Noun.ACTIE, Verb.ZIEN), actor)
    plannen = plannen_within(Plan.objects.all(), actor.scope(Noun.PLAN, Verb.ZIEN), actor)
    seen = found.filter(
        Q(document=None) | Q(document__in=openable(actor)),
        Q(plan=None) | Q(plan__in=plannen),
        Q(actie=None) | Q(actie__in=acties),
    )
    return frozenset(seen.order_by().values_list("pk", flat=True))


def links_seen(actor: Actor, plichten: Collection[str]) -> "QuerySet[Plichtkoppeling]":
    """Return what in the agenda serves these duties, as far as somebody may see the actions."""
    acties = acties_within(
        Actie.objects.filter(werkruimte_id=actor.werkruimte),
        actor.scope(Noun.ACTIE, Verb.ZIEN),
        actor,
    )
    found = Plichtkoppeling.objects.of(actor.werkruimte)
    return found.filter(plicht__in=plichten, actie__in=acties)


def plans_in_year(actor: Actor, jaar: int, soorten: Collection[str]) -> "QuerySet[Plan]":
    """Return the decided plans of these kinds that hold on any day of a year, and may be seen."""
    holds = Q(tot__isnull=True) | Q(tot__gte=date(jaar, 1, 1))
    found = Plan.objects.of(actor.werkruimte).filter(
        holds, soort__in=soorten, van__lte=date(jaar, 12, 31), vastgesteld_op__isnull=False
    )
    return plannen_within(found, actor.scope(Noun.PLAN, Verb.ZIEN), actor)


def openable(actor: Actor) -> "QuerySet[Document]":
    """Return the documents that somebody may open, by their own visibility."""
    every = Document.objects.all()
    return documents_within(every, actor.scope(Noun.DOCUMENT, Verb.ZIEN), actor)


def partijen_seen(actor: Actor) -> "QuerySet[Partij]":
    """Return the parties whose scores somebody may see, of the kinds that are asked."""
    asked = Partij.objects.of(actor.werkruimte).filter(soort__in=[str(one) for one in GEVRAAGD])
    scope, soort = actor.scope(Noun.TOETS, Verb.ZIEN), own_soort(actor)
    # Of no party at all: a party of the number 0 there never is.
    if sees_scores(scope, actor.partij, soort, of=0):
        return asked
    mine = asked.filter(pk=actor.partij or 0)
    return mine if scope is Scope.EIGEN_PARTIJ else asked.none()


def scores_seen(actor: Actor) -> "QuerySet[Eisscore]":
    """Return the scores that somebody may see."""
    return Eisscore.objects.of(actor.werkruimte).filter(partij__in=partijen_seen(actor))


def answers_seen(actor: Actor) -> "QuerySet[Toezichtantwoord]":
    """Return the answers to the oversight that somebody may see: all or none."""
    every = Toezichtantwoord.objects.of(actor.werkruimte)
    may = reads_toezicht(actor.scope(Noun.TOETS, Verb.ZIEN), own_soort(actor))
    return every if may else every.none()
