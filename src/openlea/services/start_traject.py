"""Start a process of public schools, such as a change of statutes or the closing of a school."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from openlea.catalogue.kaartenkast import open_trajecten
from openlea.core.agenda import Zichtbaarheid
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.policy.plancontrole import fault_of_year
from openlea.policy.rechten import Actor, Noun, Verb, reach
from openlea.services.find_partij import find_partij
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Traject


@dataclass(frozen=True, slots=True, kw_only=True)
class Trajectopzet:
    """What is started: which kind, for which partij (by code), and from which day it counts."""

    soort: str
    titel: str
    partij: str
    begonnen_op: date
    zichtbaarheid: Zichtbaarheid = Zichtbaarheid.PARTNERS


def start_traject(actor: Actor, opzet: Trajectopzet) -> Traject:
    """Start a process and return it. Raises BadInput with the field, NotFound and NotAllowed."""
    partij = find_partij(actor, Noun.PLAN, Verb.MAKEN, opzet.partij)
    if opzet.soort not in open_trajecten(find_roots(settings.CATALOGUE)):
        raise BadInput([Fout("", "soort", "Kies een proces uit de lijst.")])
    if opzet.zichtbaarheid not in reach(actor.scope(Noun.PLAN, Verb.MAKEN)):
        raise BadInput([Fout("", "zichtbaarheid", "Alleen de gemeente kan iets intern houden.")])
    if reden := fault_of_year(opzet.begonnen_op, timezone.localdate()):
        raise BadInput([Fout("", "begonnen_op", reden)])
    with transaction.atomic():
        kept = keep_record(
            actor,
            Traject(
                werkruimte_id=actor.werkruimte,
                soort=opzet.soort,
                titel=opzet.titel.strip(),
                partij=partij,
                begonnen_op=opzet.begonnen_op,
                zichtbaarheid=opzet.zichtbaarheid,
            ),
        )
        log_deed(
            actor,
            "traject begonnen",
            partij.code,
            kept.titel,
            soort=Logsoort.MAKEN,
            noun=Noun.SAMENWERKING,
        )
    return kept
