"""Record what was decided on an item: the words, what every partij thought, and how it ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.core.besluit import Standpunt
from openlea.core.logboek import Logsoort
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.vergaderen.besluiten import (
    check_besluit,
    find_item_to_decide,
    keep_standpunten,
    narrowest_seen,
    next_nummer,
    settled_outcome,
)
from openlea.storage.records.models import Besluit


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitopzet:
    """A decision as it is put down; `standpunten` is the code of a partij to what it thinks.

    Who is away and isn't named is absent. `rest` is what every other partij that is there thinks.
    Without `uitkomst` it follows from the positions.
    """

    tekst: str
    standpunten: Mapping[str, Standpunt] = field(default_factory=dict)
    rest: Standpunt | None = None
    uitkomst: OverlegUitkomst | None = None
    toelichting: str = ""
    zichtbaarheid: Zichtbaarheid = Zichtbaarheid.PARTNERS


@transaction.atomic
def record_besluit(actor: Actor, punt: int, opzet: Besluitopzet) -> Besluit:
    """Keep a decision on an item and return it; the same words on the same item are kept once.

    It gets the next number of that day. Raises BadInput with the field when a partij that may
    decide was not heard or the outcome can't be, NotFound and NotAllowed.
    """
    item = find_item_to_decide(actor, Verb.MAKEN, punt)
    meeting = item.vergadering
    assert meeting is not None  # noqa: S101 - the item was found with its meeting
    same = item.besluiten.filter(tekst=opzet.tekst.strip()).first()
    if same is not None:
        return same
    said = check_besluit(meeting, opzet.tekst, opzet.standpunten, opzet.rest)
    besluit = Besluit(
        werkruimte_id=actor.werkruimte,
        punt=item,
        nummer=next_nummer(meeting),
        tekst=opzet.tekst.strip(),
        toelichting=opzet.toelichting.strip(),
        op=meeting.op,
        uitkomst=settled_outcome(meeting, said, opzet.uitkomst),
        zichtbaarheid=narrowest_seen(opzet.zichtbaarheid, Zichtbaarheid(item.zichtbaarheid)),
    )
    keep_record(actor, besluit)
    keep_standpunten(actor, besluit, said)
    log_deed(
        actor,
        "besluit vastgelegd",
        f"besluit {besluit.nummer}",
        str(besluit.uitkomst),
        soort=Logsoort.MAKEN,
        noun=Noun.BESLUIT,
    )
    return besluit
