"""Keep a school building: how big it is, what was measured about it, and where that stands."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import Fout
from openlea.policy.rechten import Actor, Noun
from openlea.services.huisvesting.vinden import find_to_change, not_below_zero, refuse, year_fault
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Gebouw

KLASSEN = ("A", "B", "C")
TOEGANKELIJK = ("volledig", "deels", "niet")
PC4 = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebouwopzet:
    """What is kept of a building; m2 gross floor area, CO2 in ppm."""

    naam: str
    adres: str = ""
    pc4: str = ""
    bouwjaar: int | None = None
    bvo: Decimal | None = None
    gym: bool = False
    fris: str = ""
    co2: int | None = None
    energie: str = ""
    toegankelijk: str = ""
    keuring: date | None = None
    bron: str = ""
    zichtbaarheid: str = Zichtbaarheid.PARTNERS


@transaction.atomic
def keep_gebouw(
    actor: Actor, opzet: Gebouwopzet, nummer: int | None = None, versie: int | None = None
) -> Gebouw:
    """Return the building, new without a number; BadInput, Conflict, NotFound and NotAllowed."""
    record = find_to_change(actor, Gebouw, nummer)
    refuse(_faults(opzet))
    for name, value in asdict(opzet).items():
        setattr(record, name, value)
    kept = keep_record(actor, record, versie=versie)
    werk = "gebouw toegevoegd" if nummer is None else "gebouw gewijzigd"
    log_deed(actor, werk, f"gebouw {kept.pk}", noun=Noun.HUISVESTING)
    return kept


def _faults(opzet: Gebouwopzet) -> list[Fout]:
    fouten = not_below_zero(bvo=opzet.bvo, co2=opzet.co2) + year_fault("bouwjaar", opzet.bouwjaar)
    if opzet.pc4 and not (len(opzet.pc4) == PC4 and opzet.pc4.isascii() and opzet.pc4.isdigit()):
        fouten.append(Fout("", "pc4", "Schrijf vier cijfers, zoals 1211."))
    if opzet.fris not in ("", *KLASSEN):
        fouten.append(Fout("", "fris", f"Kies uit: {', '.join(KLASSEN)}."))
    if opzet.toegankelijk not in ("", *TOEGANKELIJK):
        fouten.append(Fout("", "toegankelijk", f"Kies uit: {', '.join(TOEGANKELIJK)}."))
    return fouten
