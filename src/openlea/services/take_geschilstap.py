"""Take a step in a dispute on a decision, as the kind of consultation allows."""

from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.core.besluit import GeschilStap, Standpunt
from openlea.core.errors import BadInput, Fout
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.geschil import last_day_after, next_steps
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_besluit import find_besluit
from openlea.services.keep_document import Stuk, keep_document
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.vergaderen.tafel import kaart_of
from openlea.storage.records.models import Besluit, Geschilregel, Partij, Standpuntregel


@dataclass(frozen=True, slots=True, kw_only=True)
class Geschilmelding:
    """What was done in a dispute on which day; `partijen` are codes, for an extension only."""

    stap: GeschilStap
    op: date
    toelichting: str = ""
    stuk: Stuk | None = None
    partijen: tuple[str, ...] = ()


@transaction.atomic
def take_geschilstap(
    actor: Actor, besluit: int, melding: Geschilmelding, today: date
) -> Geschilregel:
    """Keep a step of a dispute and return it, with the day by which the next must follow.

    The first step makes the decision a dispute. Solved, it is agreed to only if a person changes
    what the parties think. Raises BadInput with the field, NotFound and NotAllowed.
    """
    found = find_besluit(actor, Verb.WIJZIGEN, besluit)
    kaart = kaart_of(found.punt.reeks)
    taken = list(found.geschilregels.all())
    _check(found, melding, taken, today)
    if melding.stap not in next_steps(kaart, [GeschilStap(one.stap) for one in taken]):
        raise BadInput([Fout("", "stap", "Deze stap kan nu niet.")])
    regel = Geschilregel(
        werkruimte_id=actor.werkruimte,
        besluit=found,
        stap=melding.stap,
        op=melding.op,
        voor=last_day_after(kaart, melding.stap, melding.op),
        toelichting=melding.toelichting.strip(),
    )
    if melding.stuk is not None:
        seen = Zichtbaarheid(found.zichtbaarheid)
        regel.document = keep_document(actor, replace(melding.stuk, zichtbaarheid=seen))
    keep_record(actor, regel)
    if melding.stap is GeschilStap.UITGEBREID:
        _extend(actor, found, melding)
    if found.uitkomst != OverlegUitkomst.GESCHIL:
        found.uitkomst = OverlegUitkomst.GESCHIL
        keep_record(actor, found)
    log_deed(
        actor,
        "stap in een geschil",
        f"besluit {found.nummer}",
        str(melding.stap),
        noun=Noun.SAMENWERKING,
    )
    return regel


def _check(
    besluit: Besluit, melding: Geschilmelding, taken: list[Geschilregel], today: date
) -> None:
    first = taken[-1].op if taken else besluit.op
    if besluit.uitkomst == OverlegUitkomst.OVEREENSTEMMING:
        raise BadInput([Fout("", "stap", "Over dit besluit is overeenstemming.")])
    if melding.op > today:
        raise BadInput([Fout("", "op", "Deze dag is nog niet geweest.")])
    if melding.op < first:
        raise BadInput([Fout("", "op", "Deze dag ligt voor de vorige stap.")])
    if melding.stap is GeschilStap.UITGEBREID and not melding.partijen:
        raise BadInput([Fout("", "partijen", "Kies naar welke partijen het wordt uitgebreid.")])


def _extend(actor: Actor, besluit: Besluit, melding: Geschilmelding) -> None:
    """Add a line per partij that did not sign; being bound says nothing of what it thinks."""
    chosen = Partij.objects.of(actor.werkruimte).filter(code__in=melding.partijen)
    if chosen.count() != len(set(melding.partijen)):
        raise BadInput([Fout("", "partijen", "Een van deze partijen is er niet.")])
    here = {one.partij_id: one for one in besluit.standpunten.all()}
    for partij in chosen.order_by("naam"):
        line = here.get(partij.pk) or Standpuntregel(
            werkruimte_id=actor.werkruimte,
            besluit=besluit,
            partij=partij,
            standpunt=Standpunt.AFWEZIG,
        )
        line.toelichting = f"Uitgebreid naar deze partij op {melding.op.isoformat()}."
        keep_record(actor, line)
