"""The story of one action, as far as somebody may read it: comments, documents, who owns it."""

from django.utils import timezone

from openlea.core.agenda import AgendaStaat
from openlea.policy.actie_staat import may_take_back
from openlea.policy.agenda_staat import is_open
from openlea.policy.eigenaar import EIGENAAR_ROLLEN
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.storage.records.actie import Actie, Verwijzing
from openlea.storage.records.agenda import Agenda
from openlea.storage.records.document import Document
from openlea.storage.records.scope import acties_within, documents_within, opmerkingen_within
from openlea.storage.records.voortgang import Opmerking, Voortgang


def actie_seen(agenda: Agenda, code: str, actor: Actor) -> Actie | None:
    """Return the action of this code if the actor may see it, else None."""
    every = Actie.objects.of_agenda(agenda).filter(code=code)
    scope = actor.scope(Noun.ACTIE, Verb.ZIEN)
    return acties_within(every, scope, actor).select_related("speerpunt", "agenda").first()


def codes_to_change(actor: Actor) -> frozenset[str]:
    """Return the codes of the actions of the current agenda that the actor may change."""
    agenda = Agenda.objects.current(actor.werkruimte)
    if agenda is None or not is_open(AgendaStaat(agenda.staat)):
        return frozenset()
    scope = actor.scope(Noun.ACTIE, Verb.WIJZIGEN)
    found = acties_within(Actie.objects.of_agenda(agenda), scope, actor)
    return frozenset(found.values_list("code", flat=True))


def own_melding(actie: Actie, actor: Actor) -> Voortgang | None:
    """Return the newest update of an action if the actor may still take it back, else None."""
    newest = actie.voortgang.order_by("-id").first()
    if newest is None:
        return None
    mine = may_take_back(newest.door_id, actor.persoon, newest.gemaakt_op, timezone.now())
    return newest if mine else None


def opmerkingen_of(actie: Actie, actor: Actor) -> list[Opmerking]:
    """Return the comments on an action that the actor may read, oldest first."""
    scope = actor.scope(Noun.OPMERKING, Verb.ZIEN)
    return list(opmerkingen_within(actie.opmerkingen.all(), scope, actor))


def documents_of(actie: Actie, actor: Actor) -> list[Document]:
    """Return the documents of an action that the actor may open, newest first."""
    scope = actor.scope(Noun.DOCUMENT, Verb.ZIEN)
    pointed = Verwijzing.objects.filter(actie=actie, document__isnull=False)
    every = Document.objects.filter(pk__in=pointed.values("document"))
    return list(documents_within(every, scope, actor).select_related("door"))


def may_do(actie: Actie, noun: Noun, verb: Verb, actor: Actor) -> bool:
    """Return whether the right of the actor reaches this action."""
    return acties_within(Actie.objects.filter(pk=actie.pk), actor.scope(noun, verb), actor).exists()


def is_owned_by(actie: Actie, partij: int | None) -> bool:
    """Return whether a partij owns the action: leads it, shares it or carries it out."""
    roles = [str(rol) for rol in EIGENAAR_ROLLEN]
    return actie.betrokkenen.filter(partij_id=partij or 0, rol__in=roles).exists()


def stored_versies(agenda: Agenda) -> dict[str, int]:
    """Return which version of every speerpunt and action is stored, by code.

    Ask it before the values: a change in between is then refused as a conflict. Asked after them
    it would let somebody write over what they never saw.
    """
    rows = (agenda.speerpunten.all(), agenda.acties.all())
    return {code: versie for each in rows for code, versie in each.values_list("code", "versie")}
