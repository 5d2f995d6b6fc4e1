"""Keep what the gemeente pays for an hour of voorschool in a year, per kind of child."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from openlea.core.errors import BadInput, Conflict, Fout, NotAllowed
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Voorschoolafrekening, Voorschooltarief

NIET = "Tarieven vastleggen kan alleen wie de voorschool van deze werkruimte beheert."
FIRST, LAST, MOST_EURO, MOST_HOURS = 2020, 2100, 100, 3000
AL_AFGEREKEND = "Over dit jaar is al iets vastgesteld. Het tarief kan niet meer anders."


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariefopzet:
    """Euros an hour for one kind of child in a year; hours a child may use at most."""

    jaar: int
    indicatie: bool
    toeslag: bool
    uurtarief: Decimal
    ouderbijdrage: Decimal = Decimal(0)
    meeste_uren: int = 640


@transaction.atomic
def keep_voorschooltarief(actor: Actor, opzet: Tariefopzet) -> Voorschooltarief:
    """Return the tariff, new or changed; Conflict when a settlement of the year was decided."""
    if actor.scope(Noun.VOORSCHOOL, Verb.MAKEN) is not Scope.ALLES:
        raise NotAllowed(NIET)
    if fouten := _faults(opzet):
        raise BadInput(fouten)
    settled = Voorschoolafrekening.objects.of(actor.werkruimte).filter(jaar=opzet.jaar)
    if settled.exclude(vastgesteld_op=None).exists():
        raise Conflict(AL_AFGEREKEND)
    kind = {"jaar": opzet.jaar, "indicatie": opzet.indicatie, "toeslag": opzet.toeslag}
    there = Voorschooltarief.objects.of(actor.werkruimte).filter(**kind).first()
    record = there or Voorschooltarief(werkruimte_id=actor.werkruimte, **kind)
    record.uurtarief, record.ouderbijdrage = opzet.uurtarief, opzet.ouderbijdrage
    record.meeste_uren = opzet.meeste_uren
    kept = keep_record(actor, record)
    log_deed(actor, "tarief voorschool vastgelegd", f"{opzet.jaar}", noun=Noun.VOORSCHOOL)
    return kept


def _faults(opzet: Tariefopzet) -> list[Fout]:
    fouten = []
    if not FIRST <= opzet.jaar <= LAST:
        fouten.append(Fout("", "jaar", f"Kies een jaar van {FIRST} tot {LAST}."))
    if not 0 < opzet.uurtarief <= MOST_EURO:
        fouten.append(Fout("", "uurtarief", f"Kies een bedrag tot {MOST_EURO} euro per uur."))
    if not 0 <= opzet.ouderbijdrage <= opzet.uurtarief:
        reden = "Ouders betalen niet meer dan het hele uur kost."
        fouten.append(Fout("", "ouderbijdrage", reden))
    if not 0 < opzet.meeste_uren <= MOST_HOURS:
        fouten.append(Fout("", "meeste_uren", f"Kies 1 tot {MOST_HOURS} uur."))
    return fouten
