"""The agreements and decisions around an action, as far as somebody may see them."""

from datetime import date
from decimal import Decimal

from django.db.models import Q

from openlea.core.afspraak import AfspraakStaat
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.actie import Actie
from openlea.storage.records.afspraak import Afspraak
from openlea.storage.records.afspraak_values import with_partijen
from openlea.storage.records.besluit import Besluit
from openlea.storage.records.scope_overleg import afspraken_within, besluiten_within
from openlea.storage.records.streefwaarde import Jaarwaarde


def afspraken_of(actie: Actie, actor: Actor) -> list[Afspraak]:
    """Return the agreements that became this action, newest first."""
    scope = actor.scope(Noun.AFSPRAAK, Verb.ZIEN)
    every = Afspraak.objects.of(actor.werkruimte).filter(actie_id=actie.pk)
    return list(with_partijen(afspraken_within(every, scope, actor)))


def besluiten_of(actie: Actie, actor: Actor, day: date) -> list[Besluit]:
    """Return the decisions on items about this action, or behind an agreement that it came of."""
    scope = actor.scope(Noun.BESLUIT, Verb.ZIEN)
    seen = afspraken_within(
        Afspraak.objects.filter(actie_id=actie.pk), actor.scope(Noun.AFSPRAAK, Verb.ZIEN), actor
    )
    about = Q(punt__actie_id=actie.pk) | Q(afspraken__in=seen)
    every = Besluit.objects.of(actor.werkruimte).filter(about)
    return list(besluiten_within(every, scope, actor, day).distinct())


def measured_by_actie(one: Afspraak) -> tuple[Decimal, date | None] | None:
    """Return what the action of an agreement measured in the year of its day, with that day.

    The target of an agreement ends in '-A' and its number, whatever code the action has now.
    """
    if one.actie is None or one.peildatum is None:
        return None
    rows = Jaarwaarde.objects.filter(
        streefwaarde__actie=one.actie,
        streefwaarde__code__endswith=f"-A{one.pk}",
        jaar=one.peildatum.year,
    )
    found = rows.values_list("werkelijk", "peildatum").first()
    return None if found is None or found[0] is None else (found[0], found[1])


def running_afspraken(actor: Actor) -> list[Afspraak]:
    """Return the running agreements that somebody answers for: the own ones, or all for a keeper.

    A keeper is who may change every agreement; who only reads answers for none.
    """
    scope = actor.scope(Noun.AFSPRAAK, Verb.WIJZIGEN)
    every = Afspraak.objects.of(actor.werkruimte).filter(staat=AfspraakStaat.LOPEND)
    if scope is Scope.NIETS:
        return []
    return list(with_partijen(afspraken_within(every, scope, actor)))
