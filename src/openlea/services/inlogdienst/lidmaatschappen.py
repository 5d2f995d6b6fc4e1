"""Writes what a sign-in changes in memberships, each with its line in the log."""

from datetime import date, timedelta

from django.utils import timezone

from openlea.core.inlogdienst import Regel, Stand, Wijziging
from openlea.core.logboek import Logsoort
from openlea.policy.rechten import Actor, LidRol, Noun
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.rondvraag.doorgeven import hand_on
from openlea.storage.records import models as records


def regels_of(slug: str) -> tuple[Regel, ...]:
    """Return the rules of a service over all werkruimten, as plain values."""
    return tuple(
        Regel(
            id=one.pk,
            werkruimte=one.werkruimte_id,
            rol=one.rol,
            claim=one.claim,
            waarde=one.waarde,
            partij=one.partij_id,
        )
        for one in records.Inlogregel.objects.of_dienst(slug)
    )


def standen_of(persoon: int) -> tuple[Stand, ...]:
    """Return the memberships of somebody over all werkruimten, as they are today."""
    today = timezone.localdate()
    return tuple(
        Stand(
            id=one.pk,
            werkruimte=one.werkruimte_id,
            rol=one.rol,
            partij=one.partij_id,
            via=one.via_id,
            is_geldig=one.van <= today and (one.tot is None or one.tot >= today),
            is_later=one.van > today,
            is_beeindigd=one.is_beeindigd,
        )
        for one in records.Lidmaatschap.objects.of_persoon(persoon)
    )


def write(persoon: records.Persoon, wijziging: Wijziging) -> None:
    """Make, take up again, hand to another rule and end what the change says."""
    for regel in wijziging.maken:
        _make(persoon, regel)
    for lid, regel_id in wijziging.hervat:
        _resume(persoon, lid, regel_id)
    for lid, regel_id in wijziging.via:
        found = records.Lidmaatschap.objects.get(pk=lid)
        found.via_id = regel_id
        keep_record(_actor(persoon, found), found)
    for lid in wijziging.eindigen:
        end(persoon, records.Lidmaatschap.objects.get(pk=lid))


def end(persoon: records.Persoon, lid: records.Lidmaatschap) -> None:
    """End a membership that a rule gave: from now on, or after today when it began today."""
    lid.tot = max(lid.van, timezone.localdate() - timedelta(days=1))
    actor = _actor(persoon, lid)
    keep_record(actor, lid)
    _log(actor, "rol beëindigd door een inlogregel", lid)
    hand_on(actor, zonder=lid.pk)


def _make(persoon: records.Persoon, regel: Regel) -> None:
    lid = records.Lidmaatschap(
        werkruimte_id=regel.werkruimte,
        persoon=persoon,
        partij_id=regel.partij,
        rol=regel.rol,
        via_id=regel.id,
        van=timezone.localdate(),
    )
    actor = _actor(persoon, lid)
    _log(actor, "rol gegeven door een inlogregel", keep_record(actor, lid))


def _resume(persoon: records.Persoon, lid: int, regel: int) -> None:
    """Let a membership that ended begin again today; what stood before is in its history."""
    found = records.Lidmaatschap.objects.get(pk=lid)
    today: date = timezone.localdate()
    found.van, found.tot, found.via_id = today, None, regel
    actor = _actor(persoon, found)
    _log(actor, "rol gegeven door een inlogregel", keep_record(actor, found))


def _actor(persoon: records.Persoon, lid: records.Lidmaatschap) -> Actor:
    return Actor(werkruimte=lid.werkruimte_id, rol=LidRol(lid.rol), persoon=persoon.pk)


def _log(actor: Actor, werk: str, lid: records.Lidmaatschap) -> None:
    wat = f"{lid.rol}, inlogregel {lid.via_id}"
    log_deed(actor, werk, f"lid {lid.pk}", wat, soort=Logsoort.RECHT, noun=str(Noun.LID))
