"""Keep an assignment: a new one as a draft, or the changed text of one that stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.core.opdracht import OpdrachtStaat
from openlea.policy.opdracht import OpdrachtStap, after_change
from openlea.policy.opdrachtvorm import DELEN
from openlea.policy.rechten import Actor, Noun, Verb, reach
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.opdracht.vinden import find_opdracht
from openlea.storage.records.models import Agenda, Agendapunt, Opdracht, Overlegreeks, Speerpunt
from openlea.storage.records.opdracht_seen import place_of, series_seen
from openlea.storage.records.scope_overleg import punten_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtopzet:
    """What is asked: `opdrachtgever` and `werkgroep` are numbers of series, `speerpunt` a code.

    `punt` is the number of the item on which the board asked it. `voor` is the last day for a
    proposal.
    """

    titel: str
    opdrachtgever: int
    werkgroep: int
    aanleiding: str = ""
    doel: str = ""
    resultaat: str = ""
    planning: str = ""
    middelen: str = ""
    samenstelling: str = ""
    voor: date | None = None
    speerpunt: str = ""
    punt: int | None = None
    zichtbaarheid: Zichtbaarheid = Zichtbaarheid.PARTNERS


def keep_opdracht(
    actor: Actor,
    opzet: Opdrachtopzet,
    today: date,
    nummer: int | None = None,
    versie: int | None = None,
) -> Opdracht:
    """Keep an assignment and return it: a new draft, or that of `nummer`.

    An accepted one that changes must be accepted again. Raises BadInput with the field, Conflict,
    NotFound and NotAllowed.
    """
    with transaction.atomic():
        record = _start(actor, nummer, today)
        if faults := list(_faults(actor, opzet, record, today)):
            raise BadInput(faults)
        _fill(actor, record, opzet, today)
        kept = keep_record(actor, record, versie=versie)
        deed = "opdracht gewijzigd" if nummer else "opdracht opgesteld"
        log_deed(actor, deed, kept.titel, kept.werkgroep.naam, noun=Noun.OPDRACHT)
    return kept


def _start(actor: Actor, nummer: int | None, today: date) -> Opdracht:
    if nummer is not None:
        record = find_opdracht(actor, nummer, OpdrachtStap.WIJZIGEN, today)
        record.staat = after_change(OpdrachtStaat(record.staat))
        return record
    if not actor.may(Noun.OPDRACHT, Verb.MAKEN):
        raise NotAllowed("Een opdracht stelt op wie het overleg leidt.")
    return Opdracht(werkruimte_id=actor.werkruimte)


def _faults(actor: Actor, opzet: Opdrachtopzet, record: Opdracht, today: date) -> Iterator[Fout]:
    running = set(series_seen(actor, today, running=True).values_list("pk", flat=True))
    here = running | {record.opdrachtgever_id, record.werkgroep_id}
    if not opzet.titel.strip():
        yield Fout("", "titel", "Geef de opdracht een titel.")
    if opzet.opdrachtgever not in here:
        yield Fout("", "opdrachtgever", "Kies het overleg dat de opdracht geeft.")
    elif opzet.opdrachtgever != record.opdrachtgever_id and not _gives(actor, opzet, today):
        yield Fout("", "opdrachtgever", "Kies een overleg dat je zelf leidt.")
    if opzet.werkgroep not in here:
        yield Fout("", "werkgroep", "Kies de werkgroep die de opdracht krijgt.")
    elif opzet.werkgroep == opzet.opdrachtgever:
        yield Fout("", "werkgroep", "Een overleg geeft geen opdracht aan zichzelf.")
    if opzet.zichtbaarheid not in reach(actor.scope(Noun.OPDRACHT, Verb.WIJZIGEN)):
        yield Fout("", "zichtbaarheid", "Alleen de gemeente kan iets intern houden.")
    if opzet.voor is not None and opzet.voor < today and opzet.voor != record.voor:
        yield Fout("", "voor", "Deze dag is al geweest. Kies een dag die nog komt.")
    if opzet.speerpunt and _speerpunt(actor, opzet.speerpunt) is None:
        yield Fout("", "speerpunt", "Kies een speerpunt uit de lijst.")
    if opzet.punt is not None and _punt(actor, opzet, today) is None:
        yield Fout("", "punt", "Dit agendapunt hoort niet bij dit overleg.")


def _gives(actor: Actor, opzet: Opdrachtopzet, today: date) -> bool:
    plek = place_of(actor, today)
    return plek.overal or opzet.opdrachtgever in plek.geeft


def _fill(actor: Actor, record: Opdracht, opzet: Opdrachtopzet, today: date) -> None:
    series = Overlegreeks.objects.of(actor.werkruimte)
    record.titel = opzet.titel.strip()
    record.opdrachtgever = series.get(pk=opzet.opdrachtgever)
    record.werkgroep = series.get(pk=opzet.werkgroep)
    for deel in DELEN:
        setattr(record, deel.veld, getattr(opzet, deel.veld).strip())
    record.voor, record.zichtbaarheid = opzet.voor, opzet.zichtbaarheid
    record.speerpunt = _speerpunt(actor, opzet.speerpunt)
    record.punt = _punt(actor, opzet, today)


def _speerpunt(actor: Actor, code: str) -> Speerpunt | None:
    agenda = Agenda.objects.current(actor.werkruimte)
    return Speerpunt.objects.filter(agenda=agenda, code=code).first() if code and agenda else None


def _punt(actor: Actor, opzet: Opdrachtopzet, today: date) -> Agendapunt | None:
    """Return the item on which it was asked, if it is seen and lies with the giver."""
    if opzet.punt is None:
        return None
    asked = Agendapunt.objects.of(actor.werkruimte).filter(pk=opzet.punt)
    seen = punten_within(asked, actor.scope(Noun.OVERLEG, Verb.ZIEN), actor, today)
    return seen.filter(reeks_id=opzet.opdrachtgever).first()
