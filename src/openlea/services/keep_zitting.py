"""Keep a seat in the oversight of public schools: its term, and whether parents nominated."""

from django.db import transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout, NotFound
from openlea.policy.plancontrole import fault_of_year
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.zitting import Zetel
from openlea.services.find_partij import find_partij
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Zittingstermijn


def keep_zitting(
    actor: Actor,
    partij: str,
    zetel: Zetel,
    nummer: int | None = None,
    versie: int | None = None,
) -> Zittingstermijn:
    """Keep a seat of a partij (by code) and return it: a new one, or that of `nummer`.

    Raises BadInput with the field, Conflict, NotFound and NotAllowed.
    """
    found = find_partij(actor, Noun.PLAN, Verb.WIJZIGEN, partij)
    if faults := _faults(zetel):
        raise BadInput(faults)
    with transaction.atomic():
        record = _record(actor, found.pk, nummer)
        record.zetel, record.voordracht_ouders = zetel.naam, zetel.voordracht_ouders
        record.benoemd_op, record.tot = zetel.benoemd_op, zetel.tot
        record.termijn, record.hoogste_termijn = zetel.termijn, zetel.hoogste_termijn
        kept = keep_record(actor, record, versie=versie)
        log_deed(
            actor,
            "zetel gewijzigd" if nummer else "zetel toegevoegd",
            found.code,
            zetel.naam,
            noun=Noun.SAMENWERKING,
        )
    return kept


def _record(actor: Actor, partij: int, nummer: int | None) -> Zittingstermijn:
    if nummer is None:
        return Zittingstermijn(werkruimte_id=actor.werkruimte, partij_id=partij)
    found = Zittingstermijn.objects.of(actor.werkruimte).filter(pk=nummer, partij=partij).first()
    if found is None:
        raise NotFound("Deze zetel is er niet.")
    return found


def _faults(zetel: Zetel) -> list[Fout]:
    days, today = (("benoemd_op", zetel.benoemd_op), ("tot", zetel.tot)), timezone.localdate()
    faults = [Fout("", veld, reden) for veld, op in days if (reden := fault_of_year(op, today))]
    if zetel.tot < zetel.benoemd_op:
        faults.append(Fout("", "tot", "De laatste dag ligt voor de benoeming."))
    if not 1 <= zetel.termijn <= zetel.hoogste_termijn:
        reden = "De termijn is hoger dan het hoogste aantal termijnen."
        faults.append(Fout("", "termijn", reden))
    return faults
