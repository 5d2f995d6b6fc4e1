"""The transition within secondary school, from what DUO publishes per vestiging."""

from collections.abc import Sequence

from openlea.core.onthulling import NUL, Bereik
from openlea.policy.overgang import Stand
from openlea.storage.warehouse.doorstroomtabel import Doorstroom


def stand_within(schools: Sequence[Doorstroom]) -> Stand:
    """Return how pupils moved on; who stayed down and moved down is counted in both by DUO.

    So between the larger of the two and their sum did not go on without trouble.
    """
    total, low, high = NUL, 0.0, 0.0
    for one in schools:
        total += one.leerlingen
        low += max(one.blijven_zitten.laag, one.stromen_af.laag)
        high += min(one.blijven_zitten.hoog + one.stromen_af.hoog, one.leerlingen.hoog)
    return Stand(
        ja=Bereik(max(total.laag - high, 0), max(total.hoog - low, 0)),
        nee=Bereik(low, high),
        onbekend=NUL,
        totaal=total,
    )
