"""Offer another werkruimte to see how far the own routes are; it shows nothing until it agrees."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q

from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.core.logboek import Logsoort
from openlea.core.samenwerking import DelingStaat
from openlea.policy.deling import MEEST_OPEN, is_waiting
from openlea.policy.plancontrole import fault_of_year
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.deling import offered_by
from openlea.storage.records.models import Agenda, Deling, Werkruimte


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbod:
    """What is offered: to which address, which speerpunten (codes; none for all), from when."""

    adres: str
    van: date
    tot: date | None = None
    speerpunten: Sequence[str] = ()
    waarom: str = ""


def offer_deling(actor: Actor, aanbod: Aanbod, today: date) -> Deling:
    """Keep the offer and return it.

    An address that is of nobody is kept like any other, so that the answer never tells which
    werkruimten there are. Raises BadInput with the field, and NotAllowed.
    """
    if actor.scope(Noun.DELING, Verb.MAKEN) is not Scope.ALLES:
        raise NotAllowed("Alleen de agendabeheerder deelt met een andere werkruimte.")
    if faults := list(_faults(actor, aanbod, today)):
        raise BadInput(faults)
    other = Werkruimte.objects.filter(slug=aanbod.adres).first()
    with transaction.atomic():
        kept = keep_record(
            actor,
            Deling(
                werkruimte_id=actor.werkruimte,
                adres=aanbod.adres,
                met=other,
                waarom=aanbod.waarom.strip(),
                speerpunten=sorted(set(aanbod.speerpunten)),
                van=aanbod.van,
                tot=aanbod.tot,
                aangeboden_door_id=actor.persoon,
            ),
        )
        log_deed(actor, "deling aangeboden", aanbod.adres, soort=Logsoort.MAKEN, noun=Noun.DELING)
    return kept


def _faults(actor: Actor, aanbod: Aanbod, today: date) -> Iterator[Fout]:
    yield from _address_faults(actor, aanbod.adres, today)
    for veld, op in (("van", aanbod.van), ("tot", aanbod.tot)):
        if op and (reden := fault_of_year(op, today)):
            yield Fout("", veld, reden)
    if aanbod.tot and aanbod.tot < aanbod.van:
        yield Fout("", "tot", "De laatste dag ligt voor de eerste dag.")
    elif aanbod.tot and aanbod.tot < today:
        yield Fout("", "tot", "Deze dag is al voorbij.")
    agenda = Agenda.objects.current(actor.werkruimte)
    known = set(agenda.speerpunten.values_list("code", flat=True)) if agenda else set()
    if unknown := sorted(set(aanbod.speerpunten) - known):
        reden = f"Speerpunt {unknown[0]} staat niet in de agenda."
        yield Fout("", "speerpunten", reden)


def _address_faults(actor: Actor, adres: str, today: date) -> Iterator[Fout]:
    """Yield what is wrong with an address, the same for one that exists and one that doesn't."""
    if not adres:
        yield Fout("", "adres", "Vul het adres van de andere werkruimte in.")
    if Werkruimte.objects.filter(pk=actor.werkruimte, slug=adres).exists():
        yield Fout("", "adres", "Dit is je eigen werkruimte. Vul het adres van een andere in.")
    mine = offered_by(actor.werkruimte).filter(Q(tot__isnull=True) | Q(tot__gte=today))
    staten = [str(DelingStaat.AANGEBODEN), str(DelingStaat.AANVAARD)]
    if mine.filter(adres=adres, staat__in=staten).exists():
        yield Fout("", "adres", "Aan dit adres bied je al iets aan. Stop dat eerst.")
    waiting = [one for one in mine if is_waiting(DelingStaat(one.staat), one.tot, today)]
    if len(waiting) >= MEEST_OPEN:
        reden = f"Er wachten al {MEEST_OPEN} aanbiedingen op antwoord. Trek er eerst een in."
        yield Fout("", "adres", reden)
