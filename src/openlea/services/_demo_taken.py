"""The law in the demo: its tasks, and what in the agenda of Hilversum serves which duty.

Source: gemeente Hilversum, 'Hilversumse Educatieve Agenda 2024-2027: Verder leren!'. Only what the
text itself says is linked. No proof is made up: the text names no report and no decision.
"""

from datetime import date

from openlea.core.agenda import Zichtbaarheid
from openlea.core.plansoort import PlanSoort
from openlea.policy.rechten import Actor
from openlea.services.keep_record import keep_record
from openlea.services.make_taken import make_taken
from openlea.storage.records import models as records

DIENT: tuple[tuple[str, str, str], ...] = (
    ("1B1", "VVE-01", "Peuterspeelzalen die VVE bieden worden gesubsidieerd (HEA, actie B1)."),
    ("1B3", "VVE-03", "Inzet op deelname van alle doelgroeppeuters (HEA, actie B3; bijlage 1)."),
    ("1B6", "VVE-05", "Afspraken over de resultaten van VVE (HEA, actie B6; bijlage 1)."),
    ("1C1", "VVE-04", "Warme overdracht van peuteropvang naar basisschool (HEA, actie C1)."),
    (
        "1C6",
        "RMC-04",
        "Jongeren worden begeleid naar werk of onderwijs (HEA, actie C6; bijlage 1).",
    ),
    ("2A1", "JGD-02", "Passend onderwijs en jeugdhulp sluiten aan (HEA, actie A1; bijlage 1)."),
    ("2A1", "PO-09", "De ondersteuningsplannen vormen de basis (HEA, actie A1; bijlage 1)."),
)
"""Action, duty, and where the text says so."""
_GEEN_BESLUIT = "De tekst noemt geen besluit over de agenda zelf; vul dat in als het er is."


def fill_law(actor: Actor, today: date, *, is_hilversum: bool) -> None:
    """Make the tasks of this year and next year, and in Hilversum what serves them."""
    for jaar in (today.year, today.year + 1):
        make_taken(actor, jaar)
    if is_hilversum:
        _link(actor)
        _register(actor)


def _link(actor: Actor) -> None:
    agenda = records.Agenda.objects.current(actor.werkruimte)
    acties = {one.code: one for one in records.Actie.objects.filter(agenda=agenda)}
    for code, plicht, toelichting in DIENT:
        koppeling = records.Plichtkoppeling(
            werkruimte_id=actor.werkruimte,
            plicht=plicht,
            actie=acties[code],
            toelichting=toelichting,
        )
        keep_record(actor, koppeling)


def _register(actor: Actor) -> None:
    """Put the agenda itself in the register of plans, with the years that it names."""
    houder = records.Partij.objects.of(actor.werkruimte).get(code="gemeente")
    plan = records.Plan(
        werkruimte_id=actor.werkruimte,
        soort=PlanSoort.LEA,
        titel="Hilversumse Educatieve Agenda 2024-2027",
        houder=houder,
        van=date(2024, 1, 1),
        tot=date(2027, 12, 31),
        toelichting=_GEEN_BESLUIT,
        zichtbaarheid=Zichtbaarheid.PUBLIEK,
    )
    keep_record(actor, plan)
