"""When something crosses between two werkruimten, and who may take which step in a sharing.

Nothing crosses before the other side agreed, outside its days, or after either side stopped it.
"""

from collections.abc import Mapping
from datetime import date

from openlea.core.agenda import Zichtbaarheid
from openlea.core.deling import Delingstap, Delingzijde
from openlea.core.samenwerking import DelingStaat
from openlea.policy.rechten import Scope, reach

MEEST_OPEN = 20
"""How many offers of one werkruimte may wait for an answer at once."""

GEDEELD: frozenset[Zichtbaarheid] = reach(Scope.GEDEELD)
"""What of an action's visibility may cross: what partners see, never what is internal."""

_STAPPEN: Mapping[tuple[DelingStaat, Delingzijde], Mapping[Delingstap, DelingStaat]] = {
    (DelingStaat.AANGEBODEN, Delingzijde.ONTVANGER): {
        Delingstap.AANVAARDEN: DelingStaat.AANVAARD,
        Delingstap.WEIGEREN: DelingStaat.GEWEIGERD,
    },
    (DelingStaat.AANGEBODEN, Delingzijde.AANBIEDER): {
        Delingstap.INTREKKEN: DelingStaat.INGETROKKEN
    },
    (DelingStaat.AANVAARD, Delingzijde.ONTVANGER): {Delingstap.INTREKKEN: DelingStaat.INGETROKKEN},
    (DelingStaat.AANVAARD, Delingzijde.AANBIEDER): {Delingstap.INTREKKEN: DelingStaat.INGETROKKEN},
}


def steps_of(staat: DelingStaat, zijde: Delingzijde) -> tuple[Delingstap, ...]:
    """Return what one side can do now; nothing once a sharing was refused or stopped."""
    return tuple(_STAPPEN.get((staat, zijde), {}))


def after_step(staat: DelingStaat, zijde: Delingzijde, stap: Delingstap) -> DelingStaat | None:
    """Return the state after a step, or None when this side can't take it now."""
    return _STAPPEN.get((staat, zijde), {}).get(stap)


def crosses_on(staat: DelingStaat, van: date, tot: date | None, day: date) -> bool:
    """Return whether anything crosses on a day; `tot` is the last day."""
    return staat is DelingStaat.AANVAARD and van <= day and (tot is None or day <= tot)


def is_waiting(staat: DelingStaat, tot: date | None, day: date) -> bool:
    """Return whether an offer still asks an answer."""
    return staat is DelingStaat.AANGEBODEN and (tot is None or day <= tot)
