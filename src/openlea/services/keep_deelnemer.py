"""Keep who takes part in a meeting: a guest, a stand-in, or who said not to come."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from openlea.core.errors import BadInput, Fout, NotFound
from openlea.core.overleg import Aanwezigheid, Mandaat, Overlegrol
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_vergadering import find_vergadering
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.overleg.gastlinks import end_links
from openlea.services.overleg.plaats import refuse_unless_prepared
from openlea.storage.records.models import Deelnemer, Lidmaatschap, Partij, Vergadering


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafelplaats:
    """Somebody at the table of one meeting; `partij` is a code, empty for a guest."""

    naam: str = ""
    email: str = ""
    partij: str = ""
    lid: int | None = None
    rol: Overlegrol = Overlegrol.LID
    mandaat: Mandaat = Mandaat.ZONDER
    aanwezigheid: Aanwezigheid = Aanwezigheid.ONBEKEND


@transaction.atomic
def keep_deelnemer(
    actor: Actor,
    vergadering: int,
    plaats: Tafelplaats,
    nummer: int | None = None,
    versie: int | None = None,
) -> Deelnemer:
    """Keep a participant and return it: a new one, or that of `nummer`.

    Nobody is mailed: that is done with the invitation, which then goes to the new one alone. With
    another address the link that was mailed to the old one opens nothing any more.
    Raises BadInput with the field, Conflict, NotFound and NotAllowed.
    """
    meeting = find_vergadering(actor, Verb.WIJZIGEN, vergadering)
    refuse_unless_prepared(meeting)
    record = Deelnemer(werkruimte_id=actor.werkruimte, vergadering=meeting)
    if nummer is not None:
        record = _find(meeting, nummer)
    lid = Lidmaatschap.objects.of(actor.werkruimte).filter(pk=plaats.lid or 0).first()
    partij = Partij.objects.of(actor.werkruimte).filter(code=plaats.partij).first()
    before = record.email
    _fill(record, plaats, lid, partij)
    if faults := list(_faults(record, plaats)):
        raise BadInput(faults)
    kept = keep_record(actor, record, versie=versie)
    if before != kept.email:
        end_links(actor, kept)
    log_deed(actor, "deelnemer bewaard", f"vergadering {meeting.pk}", noun=Noun.OVERLEG)
    return kept


def _find(meeting: Vergadering, nummer: int) -> Deelnemer:
    found = Deelnemer.objects.of(meeting.pk).filter(pk=nummer).first()
    if found is None:
        raise NotFound("Deze deelnemer is er niet.")
    return found


def _fill(
    record: Deelnemer, plaats: Tafelplaats, lid: Lidmaatschap | None, partij: Partij | None
) -> None:
    record.lid, record.partij = lid, partij or (lid.partij if lid else None)
    record.naam = plaats.naam.strip() or (lid.persoon.naam if lid else "")
    email = plaats.email.strip() or (lid.persoon.email if lid else "")
    if record.email != email:
        record.email, record.uitgenodigd_tot = email, -1
    record.rol, record.mandaat = plaats.rol, plaats.mandaat
    record.aanwezigheid = plaats.aanwezigheid


def _faults(record: Deelnemer, plaats: Tafelplaats) -> Iterator[Fout]:
    if plaats.partij and record.partij is None:
        yield Fout("", "partij", "Kies een partij uit de lijst.")
    if plaats.lid and record.lid is None:
        yield Fout("", "lid", "Kies iemand uit de lijst.")
    if not record.naam:
        yield Fout("", "naam", "Vul een naam in.")
    if record.email:
        try:
            validate_email(record.email)
        except ValidationError:
            yield Fout("", "email", "Vul een e-mailadres in, zoals naam@voorbeeld.nl.")
        others = Deelnemer.objects.of(record.vergadering_id).exclude(pk=record.pk)
        if others.filter(email__iexact=record.email).exists():
            yield Fout("", "email", "Dit adres staat al op de lijst.")
