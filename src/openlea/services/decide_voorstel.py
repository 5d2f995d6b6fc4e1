"""Keep what the board made of a proposal: adopted, held for a change, or turned down."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.opdracht import VoorstelStaat
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.opdracht import AAN_ZET, UITKOMSTEN, VoorstelStap
from openlea.policy.rechten import Actor, Noun
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.opdracht.vinden import bring_along, find_voorstel
from openlea.storage.records.models import Besluit, Voorstel
from openlea.storage.records.opdracht_seen import chain_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Beslissing:
    """How it ended at the board; `klaar` says that the whole assignment is done with it."""

    uitkomst: VoorstelStaat
    reden: str = ""
    klaar: bool = False


def decide_voorstel(
    actor: Actor, nummer: int, beslissing: Beslissing, today: date, versie: int | None = None
) -> Voorstel:
    """Keep the outcome of a proposal and return it; its assignment follows.

    Adopted rests on a decision with the item that the parties agreed on. Held or turned down goes
    back to the werkgroep with a reason. Raises BadInput with the field, Conflict, NotFound and
    NotAllowed.
    """
    with transaction.atomic():
        record = find_voorstel(actor, nummer, VoorstelStap.BESLISSEN, today)
        if faults := list(_faults(record, beslissing)):
            raise BadInput(faults)
        record.staat, record.reden = beslissing.uitkomst, beslissing.reden.strip()
        kept = keep_record(actor, record, versie=versie)
        bring_along(actor, kept.opdracht, klaar=beslissing.klaar)
        log_deed(
            actor,
            f"voorstel {beslissing.uitkomst}",
            kept.opdracht.titel,
            kept.titel,
            noun=Noun.OPDRACHT,
        )
    return kept


def _faults(voorstel: Voorstel, beslissing: Beslissing) -> Iterator[Fout]:
    adopted = beslissing.uitkomst is VoorstelStaat.VASTGESTELD
    if beslissing.uitkomst not in UITKOMSTEN:
        yield Fout("", "uitkomst", "Kies wat het overleg besloot.")
    elif adopted and not _is_decided(voorstel):
        reden = "Leg eerst bij het agendapunt een besluit vast waar overeenstemming over is."
        yield Fout("", "uitkomst", reden)
    elif not adopted and not beslissing.reden.strip():
        yield Fout("", "reden", "Schrijf op waarom. De werkgroep gaat ermee verder.")
    if beslissing.klaar and not adopted:
        yield Fout("", "klaar", "Alleen een vastgesteld voorstel rondt de opdracht af.")
    if beslissing.klaar and _others_wait(voorstel):
        yield Fout("", "klaar", "Er ligt nog een ander voorstel bij het overleg.")


def _is_decided(voorstel: Voorstel) -> bool:
    if voorstel.punt_id is None:
        return False
    punten = chain_of(voorstel.werkruimte_id, voorstel.punt_id)
    agreed = Besluit.objects.filter(uitkomst=OverlegUitkomst.OVEREENSTEMMING)
    return agreed.filter(punt__in=punten).exists()


def _others_wait(voorstel: Voorstel) -> bool:
    others = Voorstel.objects.filter(opdracht_id=voorstel.opdracht_id).exclude(pk=voorstel.pk)
    return others.filter(staat__in=[str(one) for one in AAN_ZET]).exists()
