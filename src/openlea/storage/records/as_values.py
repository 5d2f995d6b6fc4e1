"""Reads an agenda out of the records as plain values, in a fixed number of queries."""

from dataclasses import dataclass

from django.db.models import Count

from openlea.core.agenda import (
    Actie,
    ActieStaat,
    Agenda,
    AgendaStaat,
    Ambitie,
    Betrokkene,
    Rol,
    Schaal,
    Speerpunt,
    Verwijzing,
    VerwijzingSoort,
    Voortgang,
    Zichtbaarheid,
)
from openlea.core.begroting import Begroting
from openlea.core.netwerk import Netwerk
from openlea.core.partij import Partij, PartijSoort
from openlea.policy.rechten import Actor, LidRol, Noun, Scope, Verb, reach
from openlea.policy.zichtbaarheid import shows_field
from openlea.storage.records import models as records
from openlea.storage.records.money_values import money_values
from openlea.storage.records.netwerk_values import netwerk_values, streefwaarde_values
from openlea.storage.records.scope import acties_within


@dataclass(frozen=True, slots=True)
class Sight:
    """What of an agenda is seen: whose eyes, and how far they reach."""

    actor: Actor
    scope: Scope

    def shows(self, noun: str, veld: str) -> bool:
        """Return whether a field of a seen record is seen."""
        return shows_field(self.scope, noun, veld)


def everything(werkruimte_id: int) -> Sight:
    """Return the sight of the product itself: exports by the beheerder, signals, reminders."""
    return Sight(Actor(werkruimte=werkruimte_id, rol=LidRol.AGENDABEHEERDER), Scope.ALLES)


def sight_of(actor: Actor) -> Sight:
    """Return what an actor sees of an agenda."""
    return Sight(actor, actor.scope(Noun.ACTIE, Verb.ZIEN))


def agenda_values(agenda: "records.Agenda", sight: Sight) -> Agenda:
    """Return an agenda as plain values, with only what the sight reaches.

    Who sees no action at all, sees no target, no money and no network of them either.
    """
    content = sight.scope is not Scope.NIETS
    ambities = _ambities(agenda, sight)
    seen = frozenset(
        actie.code for ambitie in ambities for sp in ambitie.speerpunten for actie in sp.acties
    )
    return Agenda(
        titel=agenda.titel,
        van=agenda.van,
        tot=agenda.tot,
        visie=agenda.visie,
        staat=AgendaStaat(agenda.staat),
        besluit_door=agenda.besluit_door,
        besluit_op=agenda.besluit_op,
        geraadpleegd=agenda.geraadpleegd,
        ondertekenaars=_ondertekenaars(agenda),
        voorganger=agenda.voorganger,
        opvolger=agenda.opvolger,
        bron=agenda.bron,
        bijwerken_dagen=agenda.bijwerken_dagen,
        te_laat_dagen=agenda.te_laat_dagen,
        partijen=_partijen(agenda),
        werkgroepen=_werkgroepen(agenda, ambities, sight),
        ambities=ambities,
        streefwaarden=streefwaarde_values(agenda, seen) if content else (),
        begroting=money_values(agenda, seen, sight.scope) if content else Begroting(),
        netwerk=netwerk_values(agenda, seen) if content else Netwerk(),
    )


def _ondertekenaars(agenda: "records.Agenda") -> tuple[str, ...]:
    """Return the codes of who signed, in the order in which they were named."""
    signed = records.Agenda.ondertekenaars.through.objects.filter(agenda_id=agenda.pk)
    return tuple(signed.order_by("id").values_list("partij__code", flat=True))


def _werkgroepen(
    agenda: "records.Agenda", ambities: tuple[Ambitie, ...], sight: Sight
) -> tuple[str, ...]:
    """Return the names of the groups; one that works on nothing but what is hidden, is hidden."""
    # Counting makes Django forget the order of the groups, which is part of the agenda.
    counted = agenda.werkgroepen.annotate(aantal=Count("acties")).order_by("volgorde", "id")
    rows = counted.values_list("naam", "aantal")
    if sight.scope is Scope.ALLES:
        return tuple(naam for naam, _ in rows)
    seen = {actie.werkgroep for one in ambities for sp in one.speerpunten for actie in sp.acties}
    return tuple(naam for naam, aantal in rows if naam in seen or not aantal)


def _partijen(agenda: "records.Agenda") -> tuple[Partij, ...]:
    return tuple(
        Partij(code=one.code, naam=one.naam, soort=PartijSoort(one.soort), plaats=one.plaats)
        for one in records.Partij.objects.of(agenda.werkruimte_id).taking_part().order_by("id")
    )


def _ambities(agenda: "records.Agenda", sight: Sight) -> tuple[Ambitie, ...]:
    seen = acties_within(
        records.Actie.objects.of_agenda(agenda).with_story(), sight.scope, sight.actor
    )
    by_speerpunt: dict[int, list[Actie]] = {}
    for actie in seen:
        by_speerpunt.setdefault(actie.speerpunt_id, []).append(_actie(actie, sight))
    by_ambitie: dict[int, list[Speerpunt]] = {}
    for speerpunt in agenda.speerpunten.select_related("trekker"):
        by_ambitie.setdefault(speerpunt.ambitie_id, []).append(
            _speerpunt(speerpunt, by_speerpunt.get(speerpunt.pk, []))
        )
    return tuple(
        Ambitie(
            code=one.code,
            naam=one.naam,
            omschrijving=one.omschrijving,
            speerpunten=tuple(by_ambitie.get(one.pk, [])),
        )
        for one in agenda.ambities.all()
    )


def _speerpunt(one: "records.Speerpunt", acties: list[Actie]) -> Speerpunt:
    return Speerpunt(
        code=one.code,
        naam=one.naam,
        omschrijving=one.omschrijving,
        doel=one.doel,
        trekker=one.trekker.code if one.trekker else "",
        acties=tuple(acties),
    )


def _actie(one: "records.Actie", sight: Sight) -> Actie:
    return Actie(
        code=one.code,
        naam=one.naam,
        omschrijving=one.omschrijving,
        schaal=Schaal(one.schaal),
        doelgroep=one.doelgroep,
        leeftijd_van=one.leeftijd_van,
        leeftijd_tot=one.leeftijd_tot,
        van=one.van,
        tot=one.tot,
        werkgroep=one.werkgroep.naam if one.werkgroep else "",
        staat=ActieStaat(one.staat),
        staat_reden=one.staat_reden if sight.shows("actie", "staat_reden") else "",
        samengevoegd_met=_code_if_seen(one.samengevoegd_met, sight),
        opgevolgd_door=_code_if_seen(one.opgevolgd_door, sight),
        zichtbaarheid=Zichtbaarheid(one.zichtbaarheid),
        betrokkenen=tuple(_betrokkene(each, sight) for each in one.betrokkenen.all()),
        verwijzingen=tuple(_verwijzing(each) for each in one.verwijzingen.all()),
        voortgang=tuple(_voortgang(each, sight) for each in one.voortgang.all()),
    )


def _code_if_seen(other: "records.Actie | None", sight: Sight) -> str:
    """Return the code of another action, unless the sight does not reach it."""
    if other is None or Zichtbaarheid(other.zichtbaarheid) not in reach(sight.scope):
        return ""
    return other.code


def _betrokkene(one: "records.Betrokkenheid", sight: Sight) -> Betrokkene:
    toelichting = one.toelichting if sight.shows("betrokkene", "toelichting") else ""
    return Betrokkene(partij=one.partij.code, rol=Rol(one.rol), toelichting=toelichting)


def _verwijzing(one: "records.Verwijzing") -> Verwijzing:
    return Verwijzing(soort=VerwijzingSoort(one.soort), naar=one.naar, toelichting=one.toelichting)


def _voortgang(one: "records.Voortgang", sight: Sight) -> Voortgang:
    return Voortgang(
        op=one.op,
        door=one.door_naam if sight.shows("voortgang", "door") else "",
        staat=ActieStaat(one.staat),
        gedaan=one.gedaan,
        blokkade=one.blokkade if sight.shows("voortgang", "blokkade") else "",
    )
