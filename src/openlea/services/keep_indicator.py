"""Say of an indicator what kind it is: an effect in society, or a prestatie of our own."""

from django.db import transaction

from openlea.core.errors import NotFound
from openlea.core.netwerk import IndicatorSoort
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.storage.records import models as records


def keep_indicator(
    actor: Actor, code: str, soort: IndicatorSoort, eenheid: str, *, versie: int
) -> records.Indicator:
    """Write the kind and the unit of an indicator (by code) and return it.

    `versie` is the version that the writer saw. Raises Conflict, NotFound and NotAllowed.
    """
    agenda = open_agenda(actor, Noun.NETWERK, Verb.WIJZIGEN)
    indicator = agenda.indicatoren.filter(code=code).first()
    if indicator is None:
        raise NotFound(f"Er is geen indicator {code}.")
    indicator.soort, indicator.eenheid = str(soort), eenheid.strip()
    with transaction.atomic():
        keep_record(actor, indicator, versie=versie)
        log_deed(actor, "indicator gewijzigd", code, noun=Noun.CIJFER)
    return indicator
