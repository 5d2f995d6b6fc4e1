"""Give an action that nobody leads a trekker."""

from django.db import transaction

from openlea.core.agenda import Rol
from openlea.core.errors import BadInput, Conflict, Fout
from openlea.policy.eigenaar import EIGENAAR_ROLLEN
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.find_actie import find_actie
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records


def assign_eigenaar(actor: Actor, code: str, partij: str) -> records.Betrokkenheid:
    """Make a partij (by code) the trekker of an action (by code), and return its part in it.

    A partij that was only 'betrokken' keeps its quote. Raises Conflict, naming who, when the action
    has got an owner in between, and BadInput when there is no such partij.
    """
    actie = find_actie(actor, Noun.ACTIE, Verb.WIJZIGEN, code)
    found = records.Partij.objects.of(actor.werkruimte).filter(code=partij).first()
    if found is None:
        raise BadInput([Fout("", "partij", "Kies een partij van deze werkruimte.")])
    with transaction.atomic():
        # Locking the action makes two people who do this at once come one after the other.
        records.Actie.objects.select_for_update().get(pk=actie.pk)
        _refuse_second(actie)
        kept = keep_record(actor, _part(actor, actie, found))
        log_deed(actor, "trekker aangewezen", actie.code, found.naam, noun=Noun.ACTIE)
    return kept


def _refuse_second(actie: records.Actie) -> None:
    owning = actie.betrokkenen.filter(rol__in=[str(rol) for rol in EIGENAAR_ROLLEN])
    names = ", ".join(owning.values_list("partij__naam", flat=True))
    if names:
        raise Conflict(f"Actie {actie.code} heeft intussen een eigenaar: {names}.")


def _part(actor: Actor, actie: records.Actie, partij: records.Partij) -> records.Betrokkenheid:
    known = actie.betrokkenen.filter(partij=partij).first()
    part = known or records.Betrokkenheid(
        werkruimte_id=actor.werkruimte,
        actie=actie,
        partij=partij,
        volgorde=actie.betrokkenen.count(),
    )
    part.rol = Rol.TREKKER
    return part
