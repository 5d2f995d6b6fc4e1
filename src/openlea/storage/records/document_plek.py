"""Where a document hangs: it opens for who may open it and sees one thing that it hangs on."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.timezone import localdate

from openlea.policy.rechten import Actor, Noun, Verb
from openlea.storage.records.actie import Actie, Verwijzing
from openlea.storage.records.agendapunt import Agendapunt
from openlea.storage.records.besluit import Besluit
from openlea.storage.records.document import Document
from openlea.storage.records.opdracht_seen import voorstellen_seen
from openlea.storage.records.openbaar_onderwijs import Traject
from openlea.storage.records.plan import Plan
from openlea.storage.records.scope import (
    acties_within,
    documents_within,
    plannen_within,
    trajecten_within,
    verplichtingen_within,
)
from openlea.storage.records.scope_overleg import besluiten_within, punten_within
from openlea.storage.records.toetsing import answers_seen, scores_seen
from openlea.storage.records.verplichting import Verplichting


def document_seen(nummer: int, actor: Actor) -> Document | None:
    """Return a document by its number if the actor may open it and see what it belongs to.

    That is an action, a proof, a plan, a step of a process, a score, an answer,
    a proposal or a step in a dispute: one is enough.
    """
    scope = actor.scope(Noun.DOCUMENT, Verb.ZIEN)
    document = documents_within(Document.objects.filter(pk=nummer), scope, actor).first()
    if document is None:
        return None
    return document if any(places.exists() for places in _places(document, actor)) else None


def _places(document: Document, actor: Actor) -> tuple["QuerySet[Any]", ...]:
    """Return as questions, none asked yet, where the actor sees the document hang."""
    pointed = Verwijzing.objects.filter(document=document).values("actie")
    acties = Actie.objects.filter(pk__in=pointed)
    taken = Verplichting.objects.filter(bewijzen__document=document)
    plannen = Plan.objects.filter(document=document)
    trajecten = Traject.objects.filter(stappen__document=document)
    punten = Agendapunt.objects.filter(stukken__document=document)
    today = timezone.localdate()
    return (
        acties_within(acties, actor.scope(Noun.ACTIE, Verb.ZIEN), actor),
        verplichtingen_within(taken, actor.scope(Noun.TAAK, Verb.ZIEN), actor),
        plannen_within(plannen, actor.scope(Noun.PLAN, Verb.ZIEN), actor),
        trajecten_within(trajecten, actor.scope(Noun.PLAN, Verb.ZIEN), actor),
        punten_within(punten, actor.scope(Noun.OVERLEG, Verb.ZIEN), actor, today),
        scores_seen(actor).filter(document=document),
        answers_seen(actor).filter(document=document),
        voorstellen_seen(actor, today).filter(document=document),
        besluiten_within(
            Besluit.objects.filter(geschilregels__document=document),
            actor.scope(Noun.BESLUIT, Verb.ZIEN),
            actor,
            localdate(),
        ),
    )
