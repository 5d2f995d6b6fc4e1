"""Who pulls an action, set from the grid: nobody who was named is forgotten."""

from collections.abc import Mapping, Sequence
from typing import Any

from openlea.core.agenda import Rol
from openlea.services.inlezen.reconcile import Reconciler
from openlea.storage.records import models as records


def keep_trekkers(
    told: Reconciler, found: Mapping[str, records.Actie], trekkers: Mapping[str, Sequence[str]]
) -> None:
    """Make these partijen (by code) the trekkers of each action (by code).

    Who was trekker and is no longer, stays 'betrokken': the words that named it are kept.
    """
    partijen = {one.code: one for one in records.Partij.objects.of(told.actor.werkruimte)}
    code_of = {actie.pk: code for code, actie in found.items()}
    old = [b for code in trekkers for b in found[code].betrokkenen.all()]
    wanted: dict[Any, dict[str, Any]] = {}
    for one in old:
        code = code_of[one.actie_id]
        pulls = one.partij.code in trekkers[code]
        was = Rol.BETROKKEN if one.rol == Rol.TREKKER else Rol(one.rol)
        wanted[code, one.partij.code] = {"rol": Rol.TREKKER if pulls else was}
    for code, wished in trekkers.items():
        # A trekker stands first, as on the page of the action.
        for place, partij in enumerate(wished):
            wanted.setdefault(
                (code, partij),
                {
                    "actie": found[code],
                    "partij": partijen[partij],
                    "rol": Rol.TREKKER,
                    "volgorde": place,
                },
            )
    told.rows(
        "Betrokkenen",
        records.Betrokkenheid,
        old,
        lambda one: (code_of[one.actie_id], one.partij.code),
        wanted,
    )
