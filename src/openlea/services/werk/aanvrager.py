"""As whom work in the background acts: who asked it, with the rights of this moment."""

from django.utils import timezone

from openlea.core.errors import NotAllowed
from openlea.policy.rechten import Actor, LidRol, Recht
from openlea.storage.records.lidmaatschap import Lidmaatschap
from openlea.storage.records.werk import Werk


def asker_of(werk: Werk, recht: Recht) -> Actor:
    """Return who asked; NotAllowed when the membership or the right ended in between."""
    actor = _actor(werk)
    if not actor.may(*recht):
        raise NotAllowed("Wie dit vroeg, mag dit niet meer.")
    return actor


def _actor(werk: Werk) -> Actor:
    if werk.lid_id is None:
        return Actor(werkruimte=werk.werkruimte_id, rol=LidRol(werk.rol), naam="Open LEA")
    members = Lidmaatschap.objects.of(werk.werkruimte_id).active_on(timezone.localdate())
    lid = members.filter(pk=werk.lid_id, persoon__is_active=True).first()
    if lid is None:
        raise NotAllowed("Wie dit vroeg, doet niet meer mee in deze werkruimte.")
    return Actor(
        werkruimte=werk.werkruimte_id,
        rol=LidRol(lid.rol),
        persoon=lid.persoon_id,
        lid=lid.pk,
        partij=lid.partij_id,
        naam=lid.persoon.naam,
    )
