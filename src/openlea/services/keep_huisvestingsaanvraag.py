"""Keep what a school board asked in the round of a year, and what was decided about it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import Fout
from openlea.policy.huisvestingsronde import VOORZIENINGEN
from openlea.policy.rechten import Actor, Noun
from openlea.services.huisvesting.vinden import (
    find_to_change,
    gebouw_named,
    not_below_zero,
    refuse,
    year_fault,
)
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.huisvesting import AanvraagStaat
from openlea.storage.records.models import Huisvestingsaanvraag, Partij

FIRST = 2000
WHY = "Schrijf waarom. De wet vraagt op het overzicht een reden (WPO 96)."
GEEN_PARTIJ = "Deze partij is er niet. Kies een partij uit de lijst."
TE_VROEG = "De beschikking kan niet voor de aanvraag komen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvraagopzet:
    """What is asked for the programme of a year; euros."""

    jaar: int
    soort: str
    omschrijving: str
    gebouw: int | None = None
    partij: int | None = None
    bedrag: Decimal | None = None
    ingediend_op: date | None = None
    besloten_op: date | None = None
    reden: str = ""
    staat: str = AanvraagStaat.INGEDIEND
    zichtbaarheid: str = Zichtbaarheid.PARTNERS


@transaction.atomic
def keep_huisvestingsaanvraag(
    actor: Actor, opzet: Aanvraagopzet, nummer: int | None = None, versie: int | None = None
) -> Huisvestingsaanvraag:
    """Return the aanvraag, new without a number; BadInput, Conflict, NotFound and NotAllowed.

    What stands on the overzicht must say why (WPO 96).
    """
    record = find_to_change(actor, Huisvestingsaanvraag, nummer)
    gebouw = None if opzet.gebouw is None else gebouw_named(actor, opzet.gebouw)
    partij = Partij.objects.of(actor.werkruimte).filter(pk=opzet.partij or 0).first()
    fouten = _faults(opzet)
    if opzet.partij is not None and partij is None:
        fouten.append(Fout("", "partij", GEEN_PARTIJ))
    refuse(fouten)
    for name in ("jaar", "soort", "omschrijving", "bedrag", "ingediend_op", "besloten_op"):
        setattr(record, name, getattr(opzet, name))
    record.gebouw, record.partij = gebouw, partij
    record.reden, record.staat = opzet.reden, opzet.staat
    record.zichtbaarheid = opzet.zichtbaarheid
    kept = keep_record(actor, record, versie=versie)
    werk = "aanvraag huisvesting toegevoegd" if nummer is None else "aanvraag huisvesting gewijzigd"
    log_deed(actor, werk, f"{kept.jaar}, aanvraag {kept.pk}", noun=Noun.HUISVESTING)
    return kept


def _faults(opzet: Aanvraagopzet) -> list[Fout]:
    fouten = not_below_zero(bedrag=opzet.bedrag) + year_fault("jaar", opzet.jaar, FIRST)
    if opzet.soort not in VOORZIENINGEN:
        fouten.append(Fout("", "soort", "Kies een voorziening uit de wet (WPO 92)."))
    if opzet.staat == AanvraagStaat.OVERZICHT and not opzet.reden.strip():
        fouten.append(Fout("", "reden", WHY))
    if opzet.besloten_op and opzet.ingediend_op and opzet.besloten_op < opzet.ingediend_op:
        fouten.append(Fout("", "besloten_op", TE_VROEG))
    return fouten
