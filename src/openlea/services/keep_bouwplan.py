"""Keep a building plan: how many houses in which year, and how many pupils live in one."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Bouwplan

LEEFTIJDEN = range(4, 12)
"""The ages of the basisschool, over which the pupils of a house are spread evenly."""
VER = 30
MEESTE, MEESTE_PER_WONING = 100_000, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Bouwplanopzet:
    """What is typed; `leerlingen` is how many children of 4 to 11 years live in one house."""

    naam: str
    jaar: int
    woningen: int
    leerlingen: Decimal
    bron: str


@transaction.atomic
def keep_bouwplan(actor: Actor, opzet: Bouwplanopzet) -> Bouwplan:
    """Return the new plan; BadInput with the field and the reason, NotAllowed."""
    if actor.scope(Noun.PROGNOSE, Verb.MAKEN) is not Scope.ALLES:
        raise NotAllowed("Bouwplannen vult de gemeente in.")
    if fouten := _faults(opzet):
        raise BadInput(fouten)
    per_age = float(opzet.leerlingen) / len(LEEFTIJDEN)
    kept = keep_record(
        actor,
        Bouwplan(
            werkruimte_id=actor.werkruimte,
            naam=opzet.naam,
            jaar=opzet.jaar,
            woningen=opzet.woningen,
            kinderen_per_woning={str(age): per_age for age in LEEFTIJDEN},
            bron=opzet.bron,
            eigenaar=actor.naam,
        ),
    )
    log_deed(actor, "bouwplan toegevoegd", str(kept), noun=Noun.PROGNOSE)
    return kept


def _faults(opzet: Bouwplanopzet) -> list[Fout]:
    this_year = timezone.localdate().year
    fouten = []
    if not this_year <= opzet.jaar <= this_year + VER:
        told = f"Kies een jaar van {this_year} tot en met {this_year + VER}."
        fouten.append(Fout("", "jaar", told))
    if not 1 <= opzet.woningen <= MEESTE:
        fouten.append(Fout("", "woningen", f"Schrijf 1 tot en met {MEESTE} woningen."))
    if not 0 <= opzet.leerlingen <= MEESTE_PER_WONING:
        fouten.append(Fout("", "leerlingen", f"Schrijf een getal van 0 tot {MEESTE_PER_WONING}."))
    if not opzet.naam.strip():
        fouten.append(Fout("", "naam", "Geef een naam."))
    if not opzet.bron.strip():
        fouten.append(Fout("", "bron", "Schrijf waar deze aantallen staan."))
    return fouten
