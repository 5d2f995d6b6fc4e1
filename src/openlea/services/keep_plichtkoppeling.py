"""Keep that an action of the agenda serves a duty, or one topic of it."""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_actie import find_actie
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Actie, Plichtkoppeling, Streefwaarde


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppelopzet:
    """Which action (by code) serves which duty (by id); topic and target need not be named."""

    plicht: str
    actie: str
    onderwerp: str = ""
    streefwaarde: str = ""
    toelichting: str = ""


def keep_plichtkoppeling(actor: Actor, opzet: Koppelopzet) -> Plichtkoppeling:
    """Keep a link and return it; the same link twice is kept once.

    Raises BadInput with the field, NotFound and NotAllowed.
    """
    actie = find_actie(actor, Noun.ACTIE, Verb.WIJZIGEN, opzet.actie)
    _check(opzet)
    target = _target(actie, opzet.streefwaarde)
    with transaction.atomic():
        same = Plichtkoppeling.objects.of(actor.werkruimte).filter(
            plicht=opzet.plicht, onderwerp=opzet.onderwerp, actie=actie, streefwaarde=target
        )
        record = same.first() or Plichtkoppeling(
            werkruimte_id=actor.werkruimte,
            plicht=opzet.plicht,
            onderwerp=opzet.onderwerp,
            actie=actie,
            streefwaarde=target,
        )
        record.toelichting = opzet.toelichting.strip()
        kept = keep_record(actor, record)
        log_deed(actor, "plicht gekoppeld", actie.code, opzet.plicht, noun=Noun.TAAK)
    return kept


def _check(opzet: Koppelopzet) -> None:
    plicht = open_plichten(find_roots(settings.CATALOGUE)).plichten.get(opzet.plicht)
    if plicht is None:
        raise BadInput([Fout("", "plicht", "Kies een plicht uit de lijst.")])
    if opzet.onderwerp not in {"", *(one.code for one in plicht.onderwerpen)}:
        raise BadInput([Fout("", "onderwerp", "Dit onderwerp hoort niet bij deze plicht.")])


def _target(actie: Actie, code: str) -> Streefwaarde | None:
    if not code:
        return None
    found = Streefwaarde.objects.filter(actie=actie, code=code).first()
    if found is None:
        raise BadInput([Fout("", "streefwaarde", "Deze streefwaarde hoort niet bij deze actie.")])
    return found
