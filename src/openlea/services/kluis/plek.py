"""Where a delivery lies: its registration as it is declared, and its place in the vault."""

from django.conf import settings

from openlea.catalogue.registratiekast import open_registraties
from openlea.core.catalogue import find_roots
from openlea.core.errors import Conflict, NotFound
from openlea.core.registratie import Registratie
from openlea.policy.rechten import Actor
from openlea.storage.records.models import Aanlevering, Werkruimte
from openlea.storage.vault.envelop import Vak
from openlea.storage.vault.kluis import is_readable


def registraties() -> dict[str, Registratie]:
    """Return every declared registration by id, in order of title."""
    found = open_registraties(find_roots(settings.CATALOGUE)).values()
    return {one.id: one for one in sorted(found, key=lambda one: one.titel)}


def registratie_of(id_: str) -> Registratie:
    """Return a declared registration; NotFound when nobody declared it."""
    found = registraties().get(id_)
    if found is None:
        raise NotFound("Deze registratie is er niet.")
    return found


def refuse_own_door(registratie: Registratie) -> None:
    """Raise Conflict for a registration that is delivered on a page of its own."""
    if registratie.deur:
        raise Conflict("Dit lever je aan op een eigen bladzijde.")


def slug_of(actor: Actor) -> str:
    """Return the address of the werkruimte of an actor, under which its keys and files lie."""
    return Werkruimte.objects.values_list("slug", flat=True).get(pk=actor.werkruimte)


def can_be_read(one: Aanlevering) -> bool:
    """Return whether rows and key are here; after a restore of an older copy they may not be."""
    return is_readable(vak_of(one))


def vak_of(one: Aanlevering) -> Vak:
    """Return where the rows of a delivery lie."""
    return Vak(werkruimte=one.werkruimte.slug, registratie=one.registratie, nummer=one.kluis)
