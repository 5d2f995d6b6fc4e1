"""Keep who belongs to the doelgroep from a day on; the definition before it ends the day before."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.voorschool.definities import kept_reasons
from openlea.storage.records.models import Doelgroepdefinitie

NIET = "De doelgroep vastleggen kan alleen wie de voorschool van deze werkruimte beheert."
YOUNGEST, OLDEST = 18, 47
ALL = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Opzet:
    """A definition: from which age in months, why, and above which percentage a group is heavy."""

    naam: str
    tekst: str
    van: date
    vanaf_maanden: int = 30
    redenen: tuple[str, ...] = ()
    zwaar_boven: int = 50
    bron: str = ""


@transaction.atomic
def keep_doelgroepdefinitie(actor: Actor, opzet: Opzet) -> Doelgroepdefinitie:
    """Return the new definition. BadInput with the field, NotAllowed.

    A definition is never changed: what was counted under it would then be of another doelgroep.
    """
    if actor.scope(Noun.VOORSCHOOL, Verb.MAKEN) is not Scope.ALLES:
        raise NotAllowed(NIET)
    there = Doelgroepdefinitie.objects.of(actor.werkruimte)
    if fouten := _faults(opzet, there.first()):
        raise BadInput(fouten)
    before = there.first()
    if before is not None:
        before.tot = opzet.van - timedelta(days=1)
        keep_record(actor, before)
    kept = keep_record(
        actor,
        Doelgroepdefinitie(
            werkruimte_id=actor.werkruimte,
            naam=" ".join(opzet.naam.split()),
            tekst=opzet.tekst.strip(),
            vanaf_maanden=opzet.vanaf_maanden,
            redenen=kept_reasons(opzet.redenen, opzet.zwaar_boven),
            van=opzet.van,
            bron=" ".join(opzet.bron.split()),
        ),
    )
    log_deed(actor, "doelgroep vastgelegd", str(kept), f"{kept.van}", noun=Noun.VOORSCHOOL)
    return kept


def _faults(opzet: Opzet, newest: Doelgroepdefinitie | None) -> list[Fout]:
    fouten = []
    if not opzet.naam.strip():
        fouten.append(Fout("", "naam", "Geef de definitie een naam."))
    if not opzet.tekst.strip():
        fouten.append(Fout("", "tekst", "Schrijf wie er tot de doelgroep hoort."))
    if not YOUNGEST <= opzet.vanaf_maanden <= OLDEST:
        reden = f"Kies een leeftijd van {YOUNGEST} tot en met {OLDEST} maanden."
        fouten.append(Fout("", "vanaf_maanden", reden))
    if not 0 < opzet.zwaar_boven < ALL:
        fouten.append(Fout("", "zwaar_boven", "Kies een percentage van 1 tot en met 99."))
    if newest is not None and opzet.van <= newest.van:
        reden = f"Kies een dag na {newest.van:%d-%m-%Y}: toen begon de vorige definitie."
        fouten.append(Fout("", "van", reden))
    return fouten
