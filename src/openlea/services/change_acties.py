"""Change many actions at once, as one does in a grid: all of them are kept, or none."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from openlea.core.errors import BadInput, Conflict, Fout, NotAllowed
from openlea.policy.agenda_controle import Bevinding, find_faults
from openlea.policy.agenda_rijen import ACTIES, BETROKKENEN
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.inlezen.reconcile import Reconciler
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.rooster.rijen import (
    TREKKERS,
    changed_agenda,
    editable,
    missing_reasons,
    stored_fields,
)
from openlea.services.rooster.trekkers import keep_trekkers
from openlea.storage.records import models as records
from openlea.storage.records.as_values import agenda_values, everything


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijwijziging:
    """The new values of some fields of one action; `versie` is the version that the writer saw.

    Fields are those of core's Actie, and `trekkers`: the codes of the partijen that pull it.
    """

    code: str
    versie: int
    velden: Mapping[str, Any]


class RijenGewijzigd(Conflict):
    """Somebody else changed some of these actions; `nu` holds them as they are now stored."""

    def __init__(self, nu: Sequence[Rijwijziging]) -> None:
        """Keep what is stored now, for whoever has to choose."""
        self.nu = tuple(nu)
        super().__init__("Iemand anders heeft deze acties intussen gewijzigd.")


def change_acties(actor: Actor, changes: Sequence[Rijwijziging]) -> tuple[Rijwijziging, ...]:
    """Keep the changes, and return what would undo them.

    Raises BadInput with the code of the action as `blad` and the field as `cel`, RijenGewijzigd
    when somebody was first, NotFound and NotAllowed as every verb; then nothing is kept.
    """
    with transaction.atomic():
        agenda, found = editable(actor, [one.code for one in changes])
        _refuse_reach(actor, changes)
        if moved := [one for one in changes if found[one.code].versie != one.versie]:
            raise RijenGewijzigd([_now(one, found[one.code]) for one in moved])
        undo = [_now(one, found[one.code]) for one in changes]
        _refuse_faults(agenda, changes)
        _keep(actor, agenda, found, changes)
        log_deed(actor, "acties gewijzigd", "rooster", f"{len(changes)} acties", noun=Noun.ACTIE)
    return tuple(
        Rijwijziging(code=one.code, versie=found[one.code].versie, velden=one.velden)
        for one in undo
    )


def _refuse_reach(actor: Actor, changes: Sequence[Rijwijziging]) -> None:
    """Raise when a partner changes what only the municipality decides."""
    if actor.scope(Noun.ACTIE, Verb.WIJZIGEN) is Scope.ALLES:
        return
    if any("zichtbaarheid" in one.velden for one in changes):
        raise NotAllowed("Wie een actie ziet, bepaalt de gemeente.")
    if any(TREKKERS in one.velden for one in changes):
        raise NotAllowed("Welke partijen een actie uitvoeren, bepaalt de gemeente.")


def _now(change: Rijwijziging, actie: records.Actie) -> Rijwijziging:
    """Return the same fields as they are stored."""
    stored = stored_fields(actie)
    velden = {veld: stored[veld] for veld in change.velden}
    return Rijwijziging(code=change.code, versie=actie.versie, velden=velden)


def _refuse_faults(agenda: records.Agenda, changes: Sequence[Rijwijziging]) -> None:
    """Raise what the rules of the agenda would say of the changed actions, before any is kept."""
    values = agenda_values(agenda, everything(agenda.werkruimte_id))
    velden = {one.code: one.velden for one in changes}
    new = changed_agenda(values, velden)
    fouten = missing_reasons(new, velden)
    for fault in find_faults(new):
        if (code := _row_of(fault, velden)) is not None:
            fouten.append(Fout(code, _SHOWN.get(fault.veld, fault.veld), fault.reden))
    if fouten:
        raise BadInput(fouten)


def _row_of(fault: Bevinding, codes: Collection[str]) -> str | None:
    """Return the changed action that a fault is about, if it is about one."""
    if fault.blad == ACTIES:
        return fault.sleutel if fault.sleutel in codes else None
    begins = (code for code in codes if fault.sleutel.startswith(f"{code} "))
    return next(begins, None) if fault.blad == BETROKKENEN else None


_SHOWN = {"partij": TREKKERS}
"""Field of a fault to the field of the row that shows it."""


def _keep(
    actor: Actor,
    agenda: records.Agenda,
    found: Mapping[str, records.Actie],
    changes: Sequence[Rijwijziging],
) -> None:
    told = Reconciler(actor)
    groups = {one.naam: one for one in agenda.werkgroepen.all()}
    wanted: dict[Any, dict[str, Any]] = {}
    for one in changes:
        velden = {veld: value for veld, value in one.velden.items() if veld != TREKKERS}
        if "werkgroep" in velden:
            velden["werkgroep"] = groups.get(velden["werkgroep"])
        wanted[one.code] = velden
    told.rows("Acties", records.Actie, found.values(), lambda one: one.code, wanted, keep=True)
    pulled = {one.code: one.velden[TREKKERS] for one in changes if TREKKERS in one.velden}
    keep_trekkers(told, found, pulled)
    for one in changes:
        # The row is what somebody looks at: it gets a new version when only its trekker changed.
        if found[one.code].versie == one.versie:
            keep_record(actor, found[one.code])
