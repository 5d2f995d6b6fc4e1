"""Who owns an action, and who is only named by it."""

from openlea.core.agenda import Actie, Betrokkene, Rol
from openlea.policy.eigenaar import owners


def actie(*rollen: Rol) -> Actie:
    """Return an action in which each role is played by a party of its own number."""
    parties = (Betrokkene(partij=f"P{n}", rol=rol) for n, rol in enumerate(rollen))
    return Actie(code="1A1", naam="x", betrokkenen=tuple(parties))


def test_who_is_only_involved_owns_nothing() -> None:
    owning = owners(actie(Rol.BETROKKEN, Rol.UITVOERDER, Rol.BETROKKEN))
    assert [one.partij for one in owning] == ["P1"]


def test_who_pulls_comes_first_and_the_others_keep_their_order() -> None:
    owning = owners(actie(Rol.UITVOERDER, Rol.MEDE_EIGENAAR, Rol.TREKKER, Rol.UITVOERDER))
    assert [one.partij for one in owning] == ["P2", "P0", "P1", "P3"]


def test_an_action_may_have_nobody() -> None:
    assert owners(actie(Rol.BETROKKEN)) == ()
