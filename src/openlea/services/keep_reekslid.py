"""Give a partij a seat in a series of meetings, or change one; meetings that come follow."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.overleg import Mandaat, Overlegrol
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_reeks import find_reeks
from openlea.services.find_reekslid import find_reekslid
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.overleg.aan_tafel import seat_coming
from openlea.storage.records.models import Lidmaatschap, Partij, Reekslid


@dataclass(frozen=True, slots=True, kw_only=True)
class Reekszetel:
    """Who sits for a partij (its code): a lidmaatschap, or a name with or without an address."""

    partij: str
    van: date
    lid: int | None = None
    naam: str = ""
    email: str = ""
    rol: Overlegrol = Overlegrol.LID
    mandaat: Mandaat = Mandaat.MET


@transaction.atomic
def keep_reekslid(
    actor: Actor,
    reeks: int,
    zetel: Reekszetel,
    nummer: int | None = None,
    versie: int | None = None,
) -> Reekslid:
    """Keep a seat and return it: a new one, or that of `nummer`.

    Somebody new is put at the table of meetings that still come, and told only with the next
    invitation. Meetings that were held stay as they were. Raises BadInput with the field, Conflict,
    NotFound and NotAllowed.
    """
    series = find_reeks(actor, Verb.WIJZIGEN, reeks)
    record = Reekslid(werkruimte_id=actor.werkruimte, reeks=series)
    if nummer is not None:
        record = find_reekslid(series, nummer)
    lid = _lid(actor, zetel)
    partij = Partij.objects.of(actor.werkruimte).filter(code=zetel.partij).first()
    if partij is None or (faults := list(_faults(record, zetel, lid, partij))):
        raise BadInput(faults if partij else [Fout("", "partij", "Kies een partij uit de lijst.")])
    was = record.naam
    record.partij, record.lid, record.van = partij, lid, zetel.van
    record.naam = zetel.naam.strip() or (lid.persoon.naam if lid else f"Namens {partij.naam}")
    record.email = zetel.email.strip() or (lid.persoon.email if lid else "")
    record.rol, record.mandaat = zetel.rol, zetel.mandaat
    kept = keep_record(actor, record, versie=versie)
    seat_coming(actor, kept, was)
    log_deed(actor, "in overleg gezet", series.naam, partij.naam, noun=Noun.OVERLEG)
    return kept


def _lid(actor: Actor, zetel: Reekszetel) -> Lidmaatschap | None:
    return Lidmaatschap.objects.of(actor.werkruimte).filter(pk=zetel.lid or 0).first()


def _faults(
    record: Reekslid, zetel: Reekszetel, lid: Lidmaatschap | None, partij: Partij
) -> Iterator[Fout]:
    if zetel.lid and lid is None:
        yield Fout("", "lid", "Kies iemand uit de lijst.")
    if lid is not None and lid.partij_id not in {None, partij.pk}:
        yield Fout("", "lid", f"Deze persoon hoort niet bij {partij.naam}.")
    if record.pk is None and _sits_already(record, zetel, lid, partij):
        yield Fout("", "lid" if lid else "naam", "Deze persoon zit al in dit overleg.")
    if record.tot and zetel.van > record.tot:
        yield Fout("", "van", "Het begin ligt na de laatste dag.")
    if zetel.email.strip():
        try:
            validate_email(zetel.email.strip())
        except ValidationError:
            yield Fout("", "email", "Vul een e-mailadres in, zoals naam@voorbeeld.nl.")


def _sits_already(
    record: Reekslid, zetel: Reekszetel, lid: Lidmaatschap | None, partij: Partij
) -> bool:
    sits = Reekslid.objects.filter(reeks=record.reeks, tot=None, partij=partij)
    if lid is not None:
        return sits.filter(lid=lid).exists()
    return sits.filter(lid=None, naam=zetel.naam.strip()).exists()
