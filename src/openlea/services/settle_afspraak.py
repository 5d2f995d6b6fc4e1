"""Say what came of an agreement: met, in part or not, with the value and in words."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from openlea.core.afspraak import AfspraakStaat
from openlea.core.errors import BadInput, Fout
from openlea.core.verzoek import VerzoekStaat
from openlea.policy.rechten import Actor, Noun
from openlea.policy.schrijfwijze import day
from openlea.services.afspraken.vinden import find_to_change
from openlea.services.afspraken.vragen import close_asks
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True, kw_only=True)
class Afloop:
    """How an agreement ended: its state, what was measured on which day, and the words."""

    staat: AfspraakStaat
    werkelijk: Decimal | None = None
    werkelijk_op: date | None = None
    uitkomst: str = ""


@transaction.atomic
def settle_afspraak(
    actor: Actor, nummer: int, afloop: Afloop, versie: int, today: date
) -> records.Afspraak:
    """Keep what came of it and return the agreement; 'loopt' opens it again.

    Raises BadInput per field, Conflict when somebody was first, NotFound and NotAllowed.
    """
    one = find_to_change(actor, nummer, today)
    if faults := _faults(afloop, today):
        raise BadInput(faults)
    one.staat, one.uitkomst = afloop.staat, afloop.uitkomst.strip()
    one.werkelijk = afloop.werkelijk
    measured = afloop.werkelijk is not None
    one.werkelijk_op = (afloop.werkelijk_op or today) if measured else None
    keep_record(actor, one, versie=versie)
    if afloop.staat is not AfspraakStaat.LOPEND:
        close_asks(actor, nummer, VerzoekStaat.VERVALLEN)
    log_deed(actor, "afspraak afgesloten", str(nummer), str(afloop.staat), noun=Noun.AFSPRAAK)
    return one


def _faults(afloop: Afloop, today: date) -> list[Fout]:
    faults = []
    if afloop.werkelijk_op is not None and afloop.werkelijk_op > today:
        faults.append(Fout("", "werkelijk_op", f"{day(afloop.werkelijk_op)} ligt in de toekomst."))
    in_words = {AfspraakStaat.DEELS, AfspraakStaat.NIET_GEHAALD, AfspraakStaat.VERVALLEN}
    if afloop.staat in in_words and not afloop.uitkomst.strip():
        faults.append(Fout("", "uitkomst", "Zeg in een zin wat ervan kwam, of waarom niet."))
    return faults
