"""Record how an action goes: what its owner tells, and what was measured."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from openlea.core.agenda import ActieStaat
from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.core.verzoek import OnderwerpSoort, VerzoekSoort
from openlea.policy.actie_staat import check_melding
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.close_verzoeken import close_verzoeken
from openlea.services.find_actie import find_actie
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.record_jaarwaarde import record_jaarwaarde
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """What a target (by code) came to in a year; read today when no day is given."""

    streefwaarde: str
    jaar: int
    werkelijk: Decimal
    peildatum: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Melding:
    """What is told of an action today."""

    staat: ActieStaat
    gedaan: str = ""
    blokkade: str = ""
    metingen: tuple[Meting, ...] = ()


def record_voortgang(actor: Actor, code: str, melding: Melding) -> records.Voortgang:
    """Keep what is told of an action (by code), set its state, and close what was asked.

    Everything or nothing. Raises BadInput with the field, NotFound and NotAllowed as every verb.
    """
    actie = find_actie(actor, Noun.VOORTGANG, Verb.MAKEN, code)
    if fouten := check_melding(melding.staat, melding.gedaan, melding.blokkade):
        raise BadInput(fouten)
    with transaction.atomic():
        # Two who tell of one action at once come one after the other; both stories are kept.
        actie = records.Actie.objects.select_for_update(no_key=True).get(pk=actie.pk)
        told = keep_record(actor, _voortgang(actor, actie, melding))
        _renew(actor, actie, melding)
        for meting in melding.metingen:
            _measure(actor, meting)
        close_verzoeken(actor, VerzoekSoort.BIJWERKEN, OnderwerpSoort.ACTIE, code)
        log_deed(
            actor,
            "voortgang gemeld",
            code,
            str(melding.staat),
            soort=Logsoort.MAKEN,
            noun=Noun.VOORTGANG,
        )
    return told


def _voortgang(actor: Actor, actie: records.Actie, melding: Melding) -> records.Voortgang:
    return records.Voortgang(
        werkruimte_id=actor.werkruimte,
        actie=actie,
        op=timezone.localdate(),
        door_id=actor.persoon,
        door_naam=actor.naam,
        staat=melding.staat,
        gedaan=melding.gedaan.strip(),
        blokkade=melding.blokkade.strip(),
    )


def _renew(actor: Actor, actie: records.Actie, melding: Melding) -> None:
    """Set the state that was told; a reason goes with its state and is replaced with it."""
    if actie.staat != melding.staat:
        actie.staat_reden = melding.blokkade.strip()
        actie.samengevoegd_met = actie.opgevolgd_door = None
    actie.staat = melding.staat
    actie.bijgewerkt_op = timezone.localdate()
    keep_record(actor, actie)


def _measure(actor: Actor, meting: Meting) -> None:
    """Keep one measurement; a fault names the field of its target, as 'werkelijk 1A1-gezinnen'."""
    try:
        record_jaarwaarde(
            actor, meting.streefwaarde, meting.jaar, meting.werkelijk, meting.peildatum
        )
    except BadInput as refused:
        raise BadInput(
            [Fout("", f"{one.cel} {meting.streefwaarde}", one.reden) for one in refused.fouten]
        ) from refused
