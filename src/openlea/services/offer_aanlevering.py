"""Bring a file of rows about persons to the door: what may be kept goes into the vault, sealed.

It does not count before somebody looked at it (keep_aanlevering). The file itself, its name, and
the value of a row that was rejected are kept nowhere.
"""

from datetime import date

from django.db import transaction
from django.utils import timezone

from openlea.core.bron import Bestand
from openlea.core.errors import NotAllowed, NotFound
from openlea.core.logboek import Logsoort
from openlea.core.registratie import Registratie
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.registratieperiode import kept_until
from openlea.services.keep_record import keep_record
from openlea.services.kluis.concepten import drop_expired
from openlea.services.kluis.deur import Behandeld, pass_door
from openlea.services.kluis.ketting import needed_chain
from openlea.services.kluis.keuren import Sleutels
from openlea.services.kluis.plek import refuse_own_door, registratie_of, slug_of
from openlea.services.log_deed import log_deed
from openlea.storage.records.models import Aanlevering, Partij
from openlea.storage.vault import kluis
from openlea.storage.vault.envelop import Vak
from openlea.storage.vault.pseudoniemsleutels import chain_keys, sender_key


def offer_aanlevering(
    actor: Actor, registratie: str, bestand: Bestand, periode: str, *, partij: int | None = None
) -> Aanlevering:
    """Return the delivery to look at. `partij` is who sends it; None is the gemeente itself.

    Call it outside a transaction. NotAllowed, NotFound for an unknown registration; BadInput names
    the field, or the line and column of the file, never a value; Conflict when keys were lost.
    """
    found = registratie_of(registratie)
    refuse_own_door(found)
    sender = _sender(actor, partij)
    until = kept_until(found, periode, timezone.localdate())
    drop_expired(timezone.now())
    slug = slug_of(actor)
    length = needed_chain(actor.werkruimte, slug)
    keys = Sleutels(
        afzender=sender_key(slug),
        keten=chain_keys(slug, to=length),
        van=sender.code if sender else slug,
    )
    treated = pass_door(found, bestand, keys)
    vak = Vak(werkruimte=slug, registratie=found.id, nummer=kluis.new_number())
    sealed = kluis.write(vak, treated.rijen)
    new = _record(actor, found, treated, until)
    new.partij, new.periode, new.sleutels = sender, periode, length
    new.kluis, new.sha256, new.grootte = vak.nummer, sealed.sha256, sealed.grootte
    try:
        return _kept(actor, new)
    except BaseException:
        kluis.erase(vak)
        raise


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


def _record(actor: Actor, found: Registratie, treated: Behandeld, until: date) -> Aanlevering:
    return Aanlevering(
        werkruimte_id=actor.werkruimte,
        registratie=found.id,
        rijen=treated.rijen.height,
        afgekeurd=list(treated.afgekeurd),
        afgekeurde_rijen=treated.afgekeurde_rijen,
        kolommen=list(treated.kolommen),
        vervallen=list(treated.vervallen),
        bewaren_tot=until,
        door_id=actor.persoon,
    )


def _kept(actor: Actor, new: Aanlevering) -> Aanlevering:
    with transaction.atomic():
        kept = keep_record(actor, new)
        log_deed(
            actor,
            "aanlevering bekeken",
            f"{new.registratie} {new.periode}",
            soort=Logsoort.MAKEN,
            noun=Noun.REGISTRATIE,
        )
    return kept
