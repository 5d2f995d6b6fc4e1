"""Note that a step of a process was taken: on which day, and what shows it."""

from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.db import transaction

from openlea.catalogue.kaartenkast import open_trajecten
from openlea.core.agenda import Zichtbaarheid
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout, NotFound
from openlea.policy.rechten import Actor, Noun
from openlea.services.find_traject import find_traject
from openlea.services.keep_document import Stuk, keep_document
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Trajectstap


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapmelding:
    """What was done: the day (None takes it back), words, and what shows it; none keeps the old.

    What shows it is as visible as the process itself.
    """

    stap: str
    gedaan_op: date | None
    notitie: str = ""
    stuk: Stuk | None = None


def take_stap(
    actor: Actor, nummer: int, melding: Stapmelding, today: date, versie: int | None = None
) -> Trajectstap:
    """Keep what was done of one step of a process and return it.

    Raises BadInput with the field, Conflict, NotFound and NotAllowed.
    """
    with transaction.atomic():
        traject = find_traject(actor, nummer)
        _check(traject.soort, melding, today)
        here = traject.stappen.filter(stap=melding.stap).first()
        record = here or Trajectstap(
            werkruimte_id=actor.werkruimte, traject=traject, stap=melding.stap
        )
        record.gedaan_op, record.notitie = melding.gedaan_op, melding.notitie.strip()
        if melding.stuk is not None:
            seen = Zichtbaarheid(traject.zichtbaarheid)
            record.document = keep_document(actor, replace(melding.stuk, zichtbaarheid=seen))
        kept = keep_record(actor, record, versie=versie if here else None)
        log_deed(actor, "stap bewaard", traject.titel, melding.stap, noun=Noun.SAMENWERKING)
    return kept


def _check(soort: str, melding: Stapmelding, today: date) -> None:
    kaart = open_trajecten(find_roots(settings.CATALOGUE)).get(soort)
    if kaart is None or melding.stap not in {one.code for one in kaart.stappen}:
        raise NotFound("Deze stap is er niet.")
    if melding.gedaan_op is not None and melding.gedaan_op > today:
        raise BadInput([Fout("", "gedaan_op", "Deze dag is nog niet geweest.")])
