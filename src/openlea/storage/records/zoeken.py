"""Everything that one actor may find, as places with words; in a fixed number of queries.

What may not be seen is left out before anything is counted or compared, so that no answer, and no
number of answers, tells of it.
"""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.timezone import localtime

from openlea.core.agenda import Actie, Agenda
from openlea.policy.rechten import Actor, LidRol, Noun, Scope, Verb
from openlea.policy.schrijfwijze import day
from openlea.policy.streefwaarde import describe
from openlea.storage.records import models as records
from openlea.storage.records.as_values import agenda_values, sight_of
from openlea.storage.records.money_values import VERBORGEN
from openlea.storage.records.scope import acties_within, documents_within, opmerkingen_within
from openlea.storage.records.vindplaats import Vindplaats, Vindsoort
from openlea.storage.records.zoeken_overleg import overleg_places


def places(agenda: records.Agenda | None, actor: Actor, today: date) -> Iterator[Vindplaats]:
    """Yield everything that an actor may find in a werkruimte, and in its agenda if it has one."""
    yield from overleg_places(actor, today)
    if agenda is None:
        yield from _partijen(actor)
        yield from _mensen(actor, today)
        return
    values = agenda_values(agenda, sight_of(actor))
    namen = {partij.code: partij.naam for partij in values.partijen}
    yield from _tree(values, namen)
    yield from _measures(values)
    if actor.may(Noun.GELD, Verb.ZIEN):
        yield from _posten(values)
    yield from _mensen(actor, today)
    yield from _opmerkingen(agenda, actor)
    yield from _documents(agenda, actor)


def _tree(agenda: Agenda, namen: dict[str, str]) -> Iterator[Vindplaats]:
    for ambitie in agenda.ambities:
        yield Vindplaats(
            soort=Vindsoort.AMBITIE,
            code=ambitie.code,
            titel=ambitie.naam,
            teksten=(ambitie.omschrijving,),
        )
    for punt in agenda.speerpunten:
        yield Vindplaats(
            soort=Vindsoort.SPEERPUNT,
            code=punt.code,
            titel=punt.naam,
            teksten=(punt.doel, punt.omschrijving, namen.get(punt.trekker, "")),
        )
    for actie in agenda.acties:
        yield _actie(actie, namen)
        yield from _story(actie)
    for partij in agenda.partijen:
        yield Vindplaats(
            soort=Vindsoort.PARTIJ,
            code=partij.code,
            titel=partij.naam,
            teksten=(partij.soort.label,),
        )


def _actie(actie: Actie, namen: dict[str, str]) -> Vindplaats:
    wie = ", ".join(namen.get(one.partij, one.partij) for one in actie.betrokkenen)
    waarom = " ".join(one.toelichting for one in actie.betrokkenen if one.toelichting)
    teksten = (actie.omschrijving, wie, actie.doelgroep, actie.werkgroep, actie.staat_reden, waarom)
    return Vindplaats(soort=Vindsoort.ACTIE, code=actie.code, titel=actie.naam, teksten=teksten)


def _story(actie: Actie) -> Iterator[Vindplaats]:
    for one in actie.voortgang:
        yield Vindplaats(
            soort=Vindsoort.VOORTGANG,
            titel=f"{actie.code} {actie.naam}, {day(one.op)}",
            bij=actie.code,
            teksten=(one.gedaan, one.blokkade, one.door, one.staat.label),
        )


def _measures(agenda: Agenda) -> Iterator[Vindplaats]:
    kinds = {punt.code: Vindsoort.SPEERPUNT for punt in agenda.speerpunten}
    kinds |= {each.code: Vindsoort.INDICATOR for each in agenda.netwerk.indicatoren}
    for one in agenda.streefwaarden:
        yield Vindplaats(
            soort=Vindsoort.STREEFWAARDE,
            titel=one.maat,
            bij=one.bij,
            bij_soort=kinds.get(one.bij, Vindsoort.ACTIE),
            teksten=(describe(one), one.eenheid, one.bron),
        )
    for doel in agenda.netwerk.doelen:
        yield Vindplaats(
            soort=Vindsoort.INDICATOR,
            code=doel.code,
            titel=doel.naam,
            teksten=(doel.omschrijving,),
        )
    for each in agenda.netwerk.indicatoren:
        yield Vindplaats(
            soort=Vindsoort.INDICATOR,
            code=each.code,
            titel=each.naam,
            teksten=(each.soort.label, each.eenheid),
        )


def _posten(agenda: Agenda) -> Iterator[Vindplaats]:
    for post in agenda.begroting.posten:
        if post.omschrijving != VERBORGEN:
            yield Vindplaats(
                soort=Vindsoort.POST,
                code=post.code,
                titel=post.omschrijving,
                bij=post.bij,
                teksten=(post.toelichting, post.elders_gedekt_door),
            )


def _mensen(actor: Actor, today: date) -> Iterator[Vindplaats]:
    for lid in _leden(actor, today):
        partij = lid.partij.naam if lid.partij else ""
        yield Vindplaats(
            soort=Vindsoort.MENS,
            titel=lid.persoon.naam,
            teksten=(", ".join(filter(None, (LidRol(lid.rol).label, partij))),),
        )


def _partijen(actor: Actor) -> Iterator[Vindplaats]:
    """Yield the parties of a werkruimte that has no agenda yet, for who may see its people."""
    if actor.may(Noun.LID, Verb.ZIEN):
        for one in records.Partij.objects.of(actor.werkruimte).taking_part().order_by("naam"):
            yield Vindplaats(soort=Vindsoort.PARTIJ, code=one.code, titel=one.naam)


def _leden(actor: Actor, today: date) -> QuerySet[records.Lidmaatschap]:
    """Return the people that the actor may see: all, those of the own partij, or nobody."""
    scope = actor.scope(Noun.LID, Verb.ZIEN)
    found = records.Lidmaatschap.objects.of(actor.werkruimte).active_on(today)
    if scope is Scope.ALLES:
        return found
    own = scope is Scope.EIGEN_PARTIJ
    return found.filter(partij_id=actor.partij or 0) if own else found.none()


def _seen(agenda: records.Agenda, actor: Actor) -> QuerySet[records.Actie]:
    every = records.Actie.objects.of_agenda(agenda)
    return acties_within(every, actor.scope(Noun.ACTIE, Verb.ZIEN), actor)


def _opmerkingen(agenda: records.Agenda, actor: Actor) -> Iterator[Vindplaats]:
    every = records.Opmerking.objects.filter(actie__in=_seen(agenda, actor))
    within = opmerkingen_within(every, actor.scope(Noun.OPMERKING, Verb.ZIEN), actor)
    for one in within.select_related("actie"):
        yield Vindplaats(
            soort=Vindsoort.OPMERKING,
            titel=f"{one.actie.code} {one.actie.naam}, {day(localtime(one.gemaakt_op).date())}",
            bij=one.actie.code,
            teksten=(one.tekst, one.door_naam),
        )


def _documents(agenda: records.Agenda, actor: Actor) -> Iterator[Vindplaats]:
    """Yield the documents that may be opened and hang on an action that may be seen."""
    pointed = records.Verwijzing.objects.filter(
        Q(document__isnull=False), actie__in=_seen(agenda, actor)
    ).select_related("actie", "document")
    scope = actor.scope(Noun.DOCUMENT, Verb.ZIEN)
    open_to = documents_within(records.Document.objects.all(), scope, actor)
    for one in pointed.filter(document__in=open_to):
        if one.document is not None:
            yield Vindplaats(
                soort=Vindsoort.DOCUMENT,
                code=str(one.document.pk),
                titel=one.document.titel,
                bij=one.actie.code,
                teksten=(f"{one.actie.code} {one.actie.naam}", one.document.adres),
            )
