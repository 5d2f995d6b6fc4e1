"""Hold a change against the rules of the whole agenda, before it is kept."""

from collections.abc import Callable

from openlea.core.errors import BadInput, Fout
from openlea.policy.agenda_controle import Bevinding, find_faults
from openlea.storage.records import models as records
from openlea.storage.records.as_values import agenda_values, everything


def check_change(agenda: records.Agenda, concerns: Callable[[Bevinding], bool]) -> None:
    """Raise BadInput, per field, when what was just changed breaks a rule of the agenda.

    Runs inside the transaction of the change; `concerns` says which faults the change can have
    made, so that an old fault elsewhere does not stop today's work.
    """
    found = find_faults(agenda_values(agenda, everything(agenda.werkruimte_id)))
    if mine := [Fout("", fault.veld, fault.reden) for fault in found if concerns(fault)]:
        raise BadInput(mine)
