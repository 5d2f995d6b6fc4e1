"""Prepare a round of questions: which list, which groups, from which day to which."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from openlea.catalogue.vragenlijstkast import open_vragenlijsten
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Conflict, Fout, NotAllowed
from openlea.core.raadpleging import RaadplegingStaat
from openlea.policy.plancontrole import fault_of_year
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.find_raadpleging import NIET, find_raadpleging
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Partij, Raadpleeggroep, Raadpleging

MEESTE = 60
"""Groups in one round; of more nobody can keep the links apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepopzet:
    """A group that is asked: its name, the code of its partij if it is one, and how many people."""

    naam: str
    partij: str = ""
    gevraagd: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Raadplegingopzet:
    """What is asked (the id of a list on the shelf), of whom, and when."""

    vragenlijst: str
    titel: str
    opent_op: date
    sluit_op: date
    groepen: Sequence[Groepopzet]
    toelichting: str = ""


@transaction.atomic
def keep_raadpleging(
    actor: Actor, opzet: Raadplegingopzet, nummer: int | None = None, versie: int | None = None
) -> Raadpleging:
    """Return the round: a new concept, or the one of this number changed while it is a concept.

    An open round only takes another last day. Raises BadInput with the field, Conflict when
    somebody was first or the round is closed, NotFound and NotAllowed.
    """
    record = _found(actor, nummer)
    if record.staat == RaadplegingStaat.GESLOTEN:
        raise Conflict("Deze raadpleging is gesloten. Herhaal hem om opnieuw te vragen.")
    if fouten := list(_faults(actor, opzet, record)):
        raise BadInput(fouten)
    record.sluit_op = opzet.sluit_op
    if record.staat == RaadplegingStaat.OPEN:
        return keep_record(actor, record, versie=versie)
    record.vragenlijst, record.titel = opzet.vragenlijst, " ".join(opzet.titel.split())
    record.toelichting, record.opent_op = opzet.toelichting.strip(), opzet.opent_op
    kept = keep_record(actor, record, versie=versie)
    _keep_groups(actor, kept, opzet.groepen)
    log_deed(
        actor, "raadpleging voorbereid", f"raadpleging {kept.pk}", kept.titel, noun=Noun.RAADPLEGING
    )
    return kept


def _found(actor: Actor, nummer: int | None) -> Raadpleging:
    if nummer is not None:
        return find_raadpleging(actor, Verb.WIJZIGEN, nummer, hold=True)
    if actor.scope(Noun.RAADPLEGING, Verb.MAKEN) is not Scope.ALLES:
        raise NotAllowed(NIET)
    return Raadpleging(werkruimte_id=actor.werkruimte)


def _faults(actor: Actor, opzet: Raadplegingopzet, record: Raadpleging) -> Iterator[Fout]:
    today = timezone.localdate()
    if reden := fault_of_year(opzet.sluit_op, today):
        yield Fout("", "sluit_op", reden)
    if opzet.sluit_op < today:
        yield Fout("", "sluit_op", "Kies een dag die nog komt.")
    if record.staat == RaadplegingStaat.OPEN:
        return
    if opzet.vragenlijst not in open_vragenlijsten(find_roots(settings.CATALOGUE)).lijsten:
        yield Fout("", "vragenlijst", "Kies een vragenlijst.")
    if not opzet.titel.strip():
        yield Fout("", "titel", "Geef de raadpleging een naam.")
    if opzet.sluit_op < opzet.opent_op:
        yield Fout("", "sluit_op", "De laatste dag ligt voor de eerste dag.")
    yield from _group_faults(actor, opzet.groepen)


def _group_faults(actor: Actor, groepen: Sequence[Groepopzet]) -> Iterator[Fout]:
    names = [one.naam.strip().casefold() for one in groepen]
    if not any(names):
        yield Fout("", "groepen", "Kies ten minste één groep die je iets vraagt.")
    if len(names) > MEESTE:
        yield Fout("", "groepen", f"Kies hoogstens {MEESTE} groepen.")
    if len(set(names)) < len(names):
        yield Fout("", "groepen", "Een groep staat er twee keer in.")
    codes = {one.partij for one in groepen if one.partij}
    known = Partij.objects.of(actor.werkruimte).filter(code__in=codes)
    if known.count() != len(codes):
        yield Fout("", "groepen", "Kies partijen uit de lijst.")


def _keep_groups(actor: Actor, kept: Raadpleging, groepen: Sequence[Groepopzet]) -> None:
    """Make the groups of a concept what was asked; a name that stays keeps its record."""
    there = {one.naam: one for one in kept.groepen.all()}
    partijen = {one.code: one for one in Partij.objects.of(actor.werkruimte)}
    for opzet in groepen:
        naam = " ".join(opzet.naam.split())
        groep = there.pop(naam, None) or _new_group(kept, naam)
        groep.partij, groep.gevraagd = partijen.get(opzet.partij), opzet.gevraagd
        keep_record(actor, groep)
    for gone in there.values():
        gone.delete()


def _new_group(raadpleging: Raadpleging, naam: str) -> Raadpleeggroep:
    """Return a group with a link that nobody knows: a known one is made when it is wanted."""
    return Raadpleeggroep(
        werkruimte_id=raadpleging.werkruimte_id,
        raadpleging=raadpleging,
        naam=naam,
        kenmerk=sha256(secrets.token_bytes()).hexdigest(),
    )
