"""Keep who uses a building: a school or somebody else, how much of it, and how much gym."""

from dataclasses import dataclass
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
)
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Gebouwgebruik

CODE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebruikopzet:
    """Who uses which building; `school` is the code of a vestiging, empty for who is none."""

    gebouw: int
    naam: str
    school: str = ""
    m2: Decimal | None = None
    klokuren: Decimal | None = None
    zichtbaarheid: str = Zichtbaarheid.PARTNERS


@transaction.atomic
def keep_gebouwgebruik(
    actor: Actor, opzet: Gebruikopzet, nummer: int | None = None, versie: int | None = None
) -> Gebouwgebruik:
    """Return the use, new without a number; BadInput, Conflict, NotFound and NotAllowed."""
    record = find_to_change(actor, Gebouwgebruik, nummer)
    gebouw = gebouw_named(actor, opzet.gebouw)
    fouten = not_below_zero(m2=opzet.m2, klokuren=opzet.klokuren)
    if opzet.school and len(opzet.school) != CODE:
        fouten.append(Fout("", "school", "Een school heeft een code van zes tekens, zoals 12AB00."))
    refuse(fouten)
    record.gebouw, record.naam, record.school = gebouw, opzet.naam, opzet.school
    record.m2, record.klokuren = opzet.m2, opzet.klokuren
    record.zichtbaarheid = opzet.zichtbaarheid
    kept = keep_record(actor, record, versie=versie)
    werk = "gebruiker van gebouw toegevoegd" if nummer is None else "gebruiker van gebouw gewijzigd"
    log_deed(actor, werk, f"gebouw {kept.gebouw_id}", noun=Noun.HUISVESTING)
    return kept
