"""What `openlea thuiszitters --json` says: the contract, in Dutch keys and protected numbers."""

from collections.abc import Sequence
from typing import Any

from openlea.core.onthulling import Bereik
from openlea.core.telling import Telstaat
from openlea.policy import verzuim as maat

Waarde = int | dict[str, float] | None


def thuiszitters_as_plain(reeks: Sequence[Telstaat]) -> dict[str, Any]:
    """Return the numbers of the last schooljaar, with those of all as `trend`; from old to new."""
    staat = reeks[-1]
    return {
        **_main(staat),
        "geen_thuiszitter": {
            "vrijstelling_5a": plain(staat.bereik("vrijstelling_5a")),
            "vrijstelling_5b": plain(staat.bereik("vrijstelling_5b")),
            "vrijstelling_5c": plain(staat.bereik("vrijstelling_5c")),
            "geoorloofd": plain(staat.bereik("geoorloofd")),
            "korter_dan_4_weken": plain(staat.bereik(maat.KORT_VERZUIM)),
        },
        "per_soort": {str(one): plain(staat.bereik(str(one))) for one in maat.Zaaksoort},
        "terug_naar_school": plain(staat.bereik(maat.TERUG)),
        "peildatum": staat.peildatum,
        "trend": [_main(one) for one in reeks],
        "let_op": list(staat.let_op),
    }


def _main(staat: Telstaat) -> dict[str, Any]:
    return {
        "schooljaar": staat.periode,
        "absoluut": plain(staat.bereik("absoluut")),
        "langdurig_relatief": plain(staat.bereik("langdurig_relatief")),
        "thuiszitters": plain(staat.bereik(maat.THUISZITTERS)),
        "langer_dan_3_maanden": plain(staat.bereik(maat.LANGER)),
    }


def plain(bereik: Bereik | None) -> Waarde:
    """Return a number, its lowest and highest when it is hidden, None when it isn't known."""
    if bereik is None:
        return None
    if bereik.precies is not None:
        return int(bereik.precies)
    return {"laag": bereik.laag, "hoog": bereik.hoog}
