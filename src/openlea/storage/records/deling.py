"""Reads sharings, and what of another werkruimte crosses: the one place where walls have a window.

A row of another werkruimte is read here and nowhere else. What is read is what its partners may
see of the chosen speerpunten, on the days that both sides agreed to, and no longer.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from openlea.core.agenda import ActieStaat
from openlea.core.deling import Gedeeldeactie, Gedeelderoute
from openlea.core.samenwerking import DelingStaat
from openlea.policy.deling import GEDEELD
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.actie import Actie
from openlea.storage.records.agenda import Agenda
from openlea.storage.records.samenwerking import Deling
from openlea.storage.records.voortgang import Voortgang


def offered_by(werkruimte: int) -> QuerySet[Deling]:
    """Return the sharings that a werkruimte offered, newest first; who it is stays unknown."""
    return Deling.objects.filter(werkruimte_id=werkruimte).select_related("met")


def received_by(werkruimte: int) -> QuerySet[Deling]:
    """Return the sharings that were offered to a werkruimte, newest first."""
    return Deling.objects.filter(met_id=werkruimte).select_related("werkruimte")


def in_force_for(werkruimte: int, day: date) -> QuerySet[Deling]:
    """Return the sharings by which a werkruimte may read another one on a day."""
    until = Q(tot__isnull=True) | Q(tot__gte=day)
    found = received_by(werkruimte).filter(until, staat=DelingStaat.AANVAARD, van__lte=day)
    return found.order_by("werkruimte__naam", "van", "id")


def waiting_for(actor: Actor, day: date) -> tuple[str, ...]:
    """Return who waits for the answer of this actor on an offer; nobody for who can't answer."""
    if actor.scope(Noun.DELING, Verb.WIJZIGEN) is not Scope.ALLES:
        return ()
    until = Q(tot__isnull=True) | Q(tot__gte=day)
    found = received_by(actor.werkruimte).filter(until, staat=DelingStaat.AANGEBODEN)
    return tuple(found.order_by("werkruimte__naam").values_list("werkruimte__naam", flat=True))


def shared_with(actor: Actor, day: date) -> tuple[Gedeelderoute, ...]:
    """Return what others show the werkruimte of an actor on a day, by name; a fixed few queries.

    Who may not see how the parties work together there, sees none of it.
    """
    if actor.scope(Noun.SAMENWERKING, Verb.ZIEN) is Scope.NIETS:
        return ()
    delingen = list(in_force_for(actor.werkruimte, day))
    found = _crossing(delingen)
    return tuple(
        Gedeelderoute(
            naam=one.werkruimte.naam,
            sinds=one.van,
            acties=tuple(_told(actie) for actie in found if _covers(one, actie)),
        )
        for one in delingen
    )


def _crossing(delingen: Iterable[Deling]) -> list[Actie]:
    """Return the actions of the current agendas of who shares, as far as partners see them."""
    sharing = {one.werkruimte_id for one in delingen}
    newest = Agenda.objects.filter(werkruimte=OuterRef("werkruimte")).order_by("-van", "-id")
    last = Voortgang.objects.filter(actie=OuterRef("pk")).order_by("-op", "-id")
    found = Actie.objects.filter(
        werkruimte_id__in=sharing,
        agenda=Subquery(newest.values("pk")[:1]),
        zichtbaarheid__in=[str(one) for one in GEDEELD],
    )
    told = found.annotate(
        laatst_op=Subquery(last.values("op")[:1]), laatst_gedaan=Subquery(last.values("gedaan")[:1])
    )
    return list(told.select_related("speerpunt"))


def _covers(deling: Deling, actie: Actie) -> bool:
    if actie.werkruimte_id != deling.werkruimte_id:
        return False
    return not deling.speerpunten or actie.speerpunt.code in deling.speerpunten


def _told(actie: Actie) -> Gedeeldeactie:
    return Gedeeldeactie(
        code=actie.code,
        naam=actie.naam,
        speerpunt=actie.speerpunt.naam,
        staat=ActieStaat(actie.staat),
        van=actie.van,
        tot=actie.tot,
        gemeld_op=actie.laatst_op,  # type: ignore[attr-defined]  # annotated above
        gedaan=actie.laatst_gedaan or "",  # type: ignore[attr-defined]
    )
