"""An action that nobody leads gets a trekker, once."""

import pytest

from openlea.core.agenda import Rol
from openlea.core.errors import BadInput, Conflict, NotAllowed
from openlea.policy.rechten import LidRol
from openlea.services.assign_eigenaar import assign_eigenaar
from openlea.storage.records.models import Partij
from tests.world import World

ALONE = "1A1"
"""An action of the Hilversum agenda for which the text names no owner."""


def test_the_second_who_assigns_is_told_who_was_first(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.REDACTEUR)
    one, other = Partij.objects.of(hilversum.werkruimte.pk).order_by("id")[:2]
    kept = assign_eigenaar(actor, ALONE, one.code)
    assert (kept.rol, kept.partij) == (Rol.TREKKER, one)
    with pytest.raises(Conflict, match=one.naam):
        assign_eigenaar(actor, ALONE, other.code)


def test_a_partij_that_was_involved_already_keeps_its_quote(hilversum: World) -> None:
    actie = hilversum.agenda.acties.get(code="1B2")
    part = actie.betrokkenen.get()
    assign_eigenaar(hilversum.actor(LidRol.REDACTEUR), "1B2", part.partij.code)
    after = actie.betrokkenen.get()
    assert (after.rol, after.toelichting) == (Rol.TREKKER, part.toelichting)


def test_a_partij_that_is_not_there_is_named_by_its_field(hilversum: World) -> None:
    with pytest.raises(BadInput, match="partij"):
        assign_eigenaar(hilversum.actor(LidRol.REDACTEUR), ALONE, "bestaat-niet")


@pytest.mark.parametrize("rol", [LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER])
def test_nobody_makes_himself_the_owner(hilversum: World, rol: LidRol) -> None:
    partij = Partij.objects.of(hilversum.werkruimte.pk)[0]
    with pytest.raises(NotAllowed):
        assign_eigenaar(hilversum.actor(rol), ALONE, partij.code)
