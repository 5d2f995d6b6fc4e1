"""Bring a file of rows about persons to the door: what may be kept goes into the vault, sealed.

It does not count before somebody looked at it (keep_aanlevering). Of a file whose columns nobody
knows yet the bytes wait in the vault too, for at most a day; its name is kept nowhere.
"""

import polars as pl
from django.db import transaction
from django.utils import timezone

from openlea.core.bron import Bestand
from openlea.core.errors import NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.core.registratie import Registratie
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.registratieperiode import kept_until
from openlea.services.keep_record import keep_record
from openlea.services.kluis.concept import KOLOMMEN, resealed, seal_raw, take_up
from openlea.services.kluis.concepten import drop_expired
from openlea.services.kluis.deur import open_bladen, treat_blad
from openlea.services.kluis.ketting import keys_of, needed_chain
from openlea.services.kluis.koppelen import askable, couple
from openlea.services.kluis.plek import refuse_own_door, registratie_of, slug_of
from openlea.services.kluis.vergelijken import note_difference
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Aanlevering, Partij


def offer_aanlevering(
    actor: Actor, registratie: str, bestand: Bestand, periode: str, *, partij: int | None = None
) -> Aanlevering:
    """Return the delivery to look at. `partij` is who sends it; None is the gemeente itself.

    It waits (`wacht_op`) when nobody knows its columns yet, or when rows must be mended. Call it
    outside a transaction. NotAllowed, NotFound for an unknown registration; BadInput names the
    field, or the line and column of the file, never a value; Conflict when keys were lost.
    """
    found = registratie_of(registratie)
    refuse_own_door(found)
    sender = _sender(actor, partij)
    until = kept_until(found, periode, timezone.localdate())
    drop_expired(timezone.now())
    slug = slug_of(actor)
    new = Aanlevering(
        werkruimte_id=actor.werkruimte,
        registratie=found.id,
        partij=sender,
        periode=periode,
        sleutels=needed_chain(actor.werkruimte, slug),
        bewaren_tot=until,
        door_id=actor.persoon,
    )
    with resealed(new, _rows(actor, found, new, bestand)):
        _kept(actor, new)
    return new


def _rows(actor: Actor, found: Registratie, new: Aanlevering, bestand: Bestand) -> pl.DataFrame:
    """Return what must lie in the vault: treated rows, or the file itself while it is asked."""
    bladen = open_bladen(bestand)
    coupled = couple(actor.werkruimte, found, bladen)
    if coupled is None:
        new.wacht_op = KOLOMMEN
        new.koppeling = {"koppen": len(askable(found, bladen).koppen)}
        return seal_raw(bestand)
    new.koppeling = {"hoe": coupled.hoe}
    treated = treat_blad(coupled.kop, coupled.blad, keys_of(new))
    rows = take_up(new, treated, coupled.kop.persoon.naam)
    note_difference(actor, new, rows)
    return rows


def _sender(actor: Actor, partij: int | None) -> Partij | None:
    """Return whose delivery this is; NotAllowed for one of another partij."""
    scope = actor.scope(Noun.REGISTRATIE, Verb.MAKEN)
    wanted = partij
    if scope is Scope.EIGEN_PARTIJ and actor.partij and partij in {None, actor.partij}:
        wanted = actor.partij
    elif scope is not Scope.ALLES:
        raise NotAllowed("Je kunt alleen aanleveren namens je eigen partij.")
    if wanted is None:
        return None
    found = Partij.objects.of(actor.werkruimte).filter(pk=wanted).first()
    if found is None:
        raise NotFound("Deze partij is er niet.")
    return found


def _kept(actor: Actor, new: Aanlevering) -> None:
    with transaction.atomic():
        keep_record(actor, new)
        log_deed(
            actor,
            "aanlevering bekeken",
            f"{new.registratie} {new.periode}",
            soort=Logsoort.MAKEN,
            noun=Noun.REGISTRATIE,
        )
