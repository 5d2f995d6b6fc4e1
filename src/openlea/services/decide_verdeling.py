"""Decide on a division: what came out is frozen with the fingerprints of what it came from."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_besluit import find_besluit
from openlea.services.find_verdeling import find_verdeling
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.verdelen.bewaard import fingerprint
from openlea.services.verdelen.narekenen import reckon
from openlea.storage.records.models import Verdeling
from openlea.storage.records.verdeling import VerdelingStaat


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdeelbesluit:
    """Who decided and when; `besluit` is the key of a decision that was noted in a meeting."""

    door: str
    op: date
    besluit: int | None = None


@transaction.atomic
def decide_verdeling(
    actor: Actor, nummer: int, besluit: Verdeelbesluit, versie: int | None = None
) -> Verdeling:
    """Return the division as decided; from now on it can't change.

    Raises BadInput when it can't be reckoned or the day is to come, Conflict when somebody was
    first or it was decided, NotFound and NotAllowed.
    """
    record = find_verdeling(actor, Verb.WIJZIGEN, nummer, hold=True, concept=True)
    if besluit.op > timezone.localdate():
        raise BadInput([Fout("", "op", "Deze dag komt nog. Leg het besluit vast als het er is.")])
    if not besluit.door.strip():
        raise BadInput([Fout("", "door", "Vul in wie het besluit nam.")])
    record.uitkomst = _frozen(record)
    if besluit.besluit is not None:
        record.besluit = find_besluit(actor, Verb.ZIEN, besluit.besluit)
    record.besluit_door = " ".join(besluit.door.split())
    record.besluit_op, record.staat = besluit.op, VerdelingStaat.BESLOTEN
    kept = keep_record(actor, record, versie=versie)
    log_deed(actor, "verdeling besloten", f"verdeling {kept.pk}", str(kept), noun=Noun.VERDELING)
    return kept


def _frozen(record: Verdeling) -> dict[str, object]:
    found = reckon(record)
    if found.fouten:
        raise BadInput(found.fouten)
    if found.uitkomst is None:
        raise BadInput([Fout("", "", "Er zijn nog geen scholen om het geld over te verdelen.")])
    return {
        "verdeling": found.uitkomst.as_plain(),
        "tabel_sha256": fingerprint(record.tabel),
        "criteria_sha256": fingerprint(record.criteria),
        "bronnen": record.bronnen,
    }
