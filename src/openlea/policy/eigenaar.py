"""Which parties own an action: those that pull it, share it or carry it out."""

from openlea.core.agenda import Actie, Betrokkene, Rol

EIGENAAR_ROLLEN: frozenset[Rol] = frozenset({Rol.TREKKER, Rol.MEDE_EIGENAAR, Rol.UITVOERDER})
"""A partij that is only 'betrokken' is named by the action, and may not change it."""


def owners(actie: Actie) -> tuple[Betrokkene, ...]:
    """Return the parties that own an action, the trekker first."""
    owning = [one for one in actie.betrokkenen if one.rol in EIGENAAR_ROLLEN]
    return tuple(sorted(owning, key=lambda one: one.rol is not Rol.TREKKER))
