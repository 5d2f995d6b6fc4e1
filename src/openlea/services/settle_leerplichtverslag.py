"""Settle a report: its figures are frozen, it is kept as a document, and proof is proposed."""

from datetime import date

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Conflict, Fout
from openlea.policy.leerplichtverslag import missing_parts, refuse_open
from openlea.policy.rechten import Actor, Noun
from openlea.services.describe_leerplichtverslag import describe_leerplichtverslag
from openlea.services.keep_document import Stuk, keep_document
from openlea.services.keep_leerplichtverslag import VAST
from openlea.services.keep_record import keep_record
from openlea.services.leerplicht.vasthouden import held_leerplichtverslag
from openlea.services.log_deed import log_deed
from openlea.services.papier.leerplichtverslag import compose_leerplichtverslag
from openlea.services.propose_bewijs import propose_bewijs
from openlea.services.write_stuk import write_stuk
from openlea.storage.records.models import Verslag
from openlea.storage.records.verslag import VerslagSoort, VerslagStaat

GEEN_CIJFERS = "Er zijn geen cijfers over dit schooljaar. Lever eerst de registratie aan."


@transaction.atomic
def settle_leerplichtverslag(
    actor: Actor, schooljaar: str, soort: VerslagSoort, today: date, versie: int | None = None
) -> Verslag:
    """Return the settled report.

    BadInput with every part that still misses its text, or for a schooljaar that isn't over.
    """
    refuse_open(schooljaar, today)
    record = held_leerplichtverslag(actor, schooljaar, soort)
    if record.staat == VerslagStaat.VASTGESTELD:
        raise Conflict(VAST)
    lacking = missing_parts(str(soort), record.blokken)
    if lacking:
        raise BadInput([Fout("", one.naam, f"Schrijf nog: {one.titel}.") for one in lacking])
    beeld = describe_leerplichtverslag(actor, schooljaar, soort)
    if not beeld.heeft_cijfers:
        raise BadInput([Fout("", "", GEEN_CIJFERS)])
    record.cijfers = beeld.as_plain()
    record.staat, record.vastgesteld_op = str(VerslagStaat.VASTGESTELD), today
    kept = keep_record(actor, record, versie=versie)
    _put_away(actor, kept, today)
    log_deed(actor, "verslag vastgesteld", str(kept), noun=Noun.VERSLAG)
    return kept


def _put_away(actor: Actor, record: Verslag, today: date) -> None:
    """Keep it as a PDF under a title by which it is found as proof."""
    soort = VerslagSoort(record.soort)
    beeld = describe_leerplichtverslag(actor, record.schooljaar, soort)
    pdf = write_stuk(compose_leerplichtverslag(beeld, today), "pdf")
    titel = f"{soort.label} {record.schooljaar}"
    keep_document(
        actor, Stuk(titel=titel, zichtbaarheid=Zichtbaarheid(record.zichtbaarheid), inhoud=pdf)
    )
    propose_bewijs(actor.werkruimte, today)
