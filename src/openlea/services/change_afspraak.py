"""Change an agreement; who agreed to another text is asked again."""

from datetime import date

from django.db import transaction

from openlea.core.afspraak import AfspraakStaat
from openlea.core.errors import NotAllowed
from openlea.core.verzoek import VerzoekStaat
from openlea.policy.rechten import Actor, Noun
from openlea.services.afspraken.opzet import (
    Afspraakopzet,
    ask_all_again,
    essence,
    keep_partijen,
    partijen_of,
    take_over,
)
from openlea.services.afspraken.vinden import find_to_change, refuse_publishing
from openlea.services.afspraken.vragen import close_asks
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records


@transaction.atomic
def change_afspraak(
    actor: Actor, nummer: int, opzet: Afspraakopzet, versie: int, today: date
) -> records.Afspraak:
    """Make an agreement equal to what was written, and return it; `versie` is what was seen.

    Another what, who, when or measure asks every partij again: what it said of the old text stays
    in its history. Item, decision and day stay as they were. Raises Conflict when somebody was
    first, BadInput per field, NotAllowed when it is over or of others.
    """
    one = find_to_change(actor, nummer, today)
    if one.staat != AfspraakStaat.LOPEND:
        raise NotAllowed("Deze afspraak is afgesloten. Maak een nieuwe.")
    before = essence(one)
    partijen = partijen_of(actor, opzet)
    if opzet.zichtbaarheid != one.zichtbaarheid:
        keys, reeks = (
            [each.pk for each in partijen.values()],
            one.punt.reeks_id if one.punt else None,
        )
        refuse_publishing(actor, opzet.zichtbaarheid, keys, reeks, today)
    take_over(actor, one, opzet, partijen, today)
    keep_record(actor, one, versie=versie)
    keep_partijen(actor, one, opzet, partijen)
    one.refresh_from_db()
    if essence(one) != before:
        ask_all_again(actor, one)
        close_asks(actor, nummer, VerzoekStaat.VERVALLEN)
    log_deed(actor, "afspraak gewijzigd", str(nummer), noun=Noun.AFSPRAAK)
    return one
