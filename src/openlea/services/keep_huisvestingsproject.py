"""Keep a project of the IHP: when it is done, what it costs, who pays, and what it solves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import Fout
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
from openlea.storage.records.models import Actie, Huisvestingsproject

FIRST = 2000
SOORTEN: Mapping[str, str] = {
    "nieuwbouw": "Nieuwbouw",
    "uitbreiding": "Uitbreiding",
    "renovatie": "Renovatie",
    "verduurzaming": "Verduurzaming",
    "tijdelijk": "Tijdelijk gebouw",
    "afstoten": "Gebouw niet meer gebruiken",
}
FASEN: Mapping[str, str] = {
    "idee": "Idee",
    "plan": "In het plan",
    "voorbereiding": "In voorbereiding",
    "uitvoering": "In uitvoering",
    "klaar": "Klaar",
}
INCLUSIEF: Mapping[str, str] = {
    "drempelvrij": "Drempelvrij",
    "lift": "Lift",
    "toilet": "Aangepast toilet",
    "rustruimte": "Rustige ruimte",
    "behandelruimte": "Ruimte voor zorg of therapie",
    "samen": "Regulier en speciaal onder één dak",
}
GEMEENTE, BESTUUR, ANDERS = "gemeente", "schoolbestuur", "anders"
TOO_MUCH = "Samen betalen zij meer dan het project kost."


@dataclass(frozen=True, slots=True, kw_only=True)
class Projectopzet:
    """A project: its year, its cost in euros, and in `dekking` who pays how many euros."""

    naam: str
    soort: str
    jaar: int
    gebouw: int | None = None
    actie: int | None = None
    kosten: Decimal | None = None
    dekking: Mapping[str, Decimal] = field(default_factory=dict)
    m2: Decimal | None = None
    inclusief: tuple[str, ...] = ()
    fase: str = "plan"
    lost_op: str = ""
    bron: str = ""
    zichtbaarheid: str = Zichtbaarheid.PARTNERS


@transaction.atomic
def keep_huisvestingsproject(
    actor: Actor, opzet: Projectopzet, nummer: int | None = None, versie: int | None = None
) -> Huisvestingsproject:
    """Return the project, new without a number; BadInput, Conflict, NotFound and NotAllowed."""
    record = find_to_change(actor, Huisvestingsproject, nummer)
    gebouw = None if opzet.gebouw is None else gebouw_named(actor, opzet.gebouw)
    actie = Actie.objects.filter(werkruimte_id=actor.werkruimte, pk=opzet.actie or 0).first()
    fouten = _faults(opzet)
    if opzet.actie is not None and actie is None:
        fouten.append(Fout("", "actie", "Deze actie is er niet. Kies een actie uit de lijst."))
    refuse(fouten)
    for name in ("naam", "soort", "jaar", "kosten", "m2", "fase", "lost_op", "bron"):
        setattr(record, name, getattr(opzet, name))
    record.gebouw, record.actie, record.zichtbaarheid = gebouw, actie, opzet.zichtbaarheid
    record.dekking = {who: str(euro) for who, euro in opzet.dekking.items() if euro}
    record.inclusief = list(opzet.inclusief)
    kept = keep_record(actor, record, versie=versie)
    werk = "project huisvesting toegevoegd" if nummer is None else "project huisvesting gewijzigd"
    log_deed(actor, werk, f"project {kept.pk}", noun=Noun.HUISVESTING)
    return kept


def _faults(opzet: Projectopzet) -> list[Fout]:
    fouten = not_below_zero(kosten=opzet.kosten) + year_fault("jaar", opzet.jaar, FIRST)
    for who, euro in opzet.dekking.items():
        fouten += not_below_zero(**{f"dekking_{who}": euro})
    if opzet.soort not in SOORTEN:
        fouten.append(Fout("", "soort", f"Kies uit: {', '.join(SOORTEN)}."))
    if opzet.fase not in FASEN:
        fouten.append(Fout("", "fase", f"Kies uit: {', '.join(FASEN)}."))
    if not set(opzet.inclusief) <= set(INCLUSIEF):
        fouten.append(Fout("", "inclusief", f"Kies uit: {', '.join(INCLUSIEF)}."))
    if opzet.kosten is not None and sum(opzet.dekking.values()) > opzet.kosten:
        fouten.append(Fout("", "kosten", TOO_MUCH))
    return fouten
