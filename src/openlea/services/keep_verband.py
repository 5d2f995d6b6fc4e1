"""Keep a link of the Doelen-Inspanningen-Netwerk: a new one, or a better word on a known one."""

from django.db import transaction
from django.db.models import Max

from openlea.core.errors import BadInput, Fout
from openlea.core.netwerk import Verband
from openlea.policy.netwerk import check_netwerk
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.storage.records import models as records
from openlea.storage.records.as_values import agenda_values, everything


def keep_verband(actor: Actor, new: Verband) -> records.Verband:
    """Write a link between two codes of the agenda, and return it.

    A link that is there already (same ends, same sign) gets the confidence and the words of the
    new one. Raises BadInput for ends that do not exist, are the same, or already have the other
    sign.
    """
    agenda = open_agenda(actor, Noun.NETWERK, Verb.MAKEN)
    ends = {"van": new.van, "naar": new.naar, "teken": str(new.teken)}
    known = agenda.verbanden.filter(**ends).first()
    link = known or _added(actor, agenda, ends)
    link.zekerheid, link.toelichting = str(new.zekerheid), new.toelichting.strip()
    with transaction.atomic():
        keep_record(actor, link)
        _check(agenda, f"{new.van} naar {new.naar}")
        log_deed(actor, "verband bewaard", f"{new.van} {new.teken} {new.naar}", noun=Noun.NETWERK)
    return link


def _added(actor: Actor, agenda: records.Agenda, ends: dict[str, str]) -> records.Verband:
    last = agenda.verbanden.aggregate(Max("volgorde"))["volgorde__max"]
    return records.Verband(
        werkruimte_id=actor.werkruimte,
        agenda=agenda,
        volgorde=0 if last is None else last + 1,
        **ends,
    )


def _check(agenda: records.Agenda, place: str) -> None:
    """Raise what is wrong with this link, held against the whole network."""
    values = agenda_values(agenda, everything(agenda.werkruimte_id))
    found = [fault for fault in check_netwerk(values) if fault.cel == place]
    if found:
        raise BadInput([Fout("", "naar", fault.reden) for fault in found])
