"""What a meeting that was held may prove: topics that it dealt with, and what was agreed there."""

from collections.abc import Iterator, Mapping

from openlea.core.afspraak import Afspraak, AfspraakStaat
from openlea.core.overleg import Overlegkaart, PuntStaat
from openlea.core.plicht import Plicht
from openlea.policy.afspraak import is_measurable
from openlea.policy.bewijsvoorstel import Gemaakt
from openlea.policy.vergaderregel import Vergaderregel
from openlea.policy.wetsonderwerp import covers, duties_of, parts_of

MEETBARE_DOELEN: Mapping[str, str] = {"LEA-01": "LEA-02"}
"""The duty whose agreements must be goals that can be measured, and the duty that says so."""


def covered_by(
    kaart: Overlegkaart, plichten: Mapping[str, Plicht], meeting: Vergaderregel
) -> dict[str, tuple[str, ...]]:
    """Return per duty the codes of the topics that a meeting dealt with; none is the whole duty.

    A meeting that was not held covers nothing.
    """
    return dict(_covered(kaart, plichten, meeting)) if meeting.is_held else {}


def made_in(afspraak: Afspraak, plicht: str) -> Gemaakt | None:
    """Return what an agreement may prove; `plicht` is that of its item, when it names none itself.

    Only one that can be measured, and that stands, is offered as a measurable goal.
    """
    served = MEETBARE_DOELEN.get(afspraak.plicht or plicht)
    gone = afspraak.staat is AfspraakStaat.VERVALLEN
    if served is None or gone or not is_measurable(afspraak.meting):
        return None
    return Gemaakt(
        nummer=afspraak.nummer,
        wat=afspraak.wat,
        op=afspraak.op,
        plichten=(served,),
        partijen=tuple(one.partij for one in afspraak.partijen),
    )


def _covered(
    kaart: Overlegkaart, plichten: Mapping[str, Plicht], meeting: Vergaderregel
) -> Iterator[tuple[str, tuple[str, ...]]]:
    dealt = [punt for punt in meeting.punten if punt.staat is PuntStaat.BEHANDELD]
    for plicht, _ in duties_of(kaart, plichten, meeting.op.year):
        codes = tuple(
            one.code
            for one in parts_of(plicht)
            if any(covers(kaart, plicht, one.code, meeting, punt) for punt in dealt)
        )
        if codes:
            yield plicht.id, tuple(code for code in codes if code)
