"""The tables under a transition, as text in Dutch."""

from collections.abc import Iterable

from openlea.core.onthulling import Bereik
from openlea.core.telling import Telstaat
from openlea.policy.advies import BREUK
from openlea.policy.cijfertekst import bereik_tekst, periode_tekst
from openlea.policy.overgangtekst import known_text, share_text
from openlea.services.overgangen.beelden import Overgangsbeeld
from openlea.services.overgangen.delen import Groepsdeel, Moment, Schooldeel, aftercare

AFGESCHERMD = "afgeschermd"
NAZORG = {
    "leerlingoverleg": "Besproken in een leerlingoverleg met de gemeente",
    "doelgroepregister": "Staat in het doelgroepregister",
}
NU = ("bij vertrek", "na een jaar", "na twee jaar")


def count_text(bereik: Bereik | None) -> str:
    """Return a count, or that it is hidden."""
    if bereik is None or bereik.precies is None:
        return AFGESCHERMD
    return bereik_tekst(bereik, 0)


def school_rows(parts: Iterable[Schooldeel]) -> list[dict[str, str]]:
    """Return a line per school."""
    return [
        {
            "naam": one.naam,
            "aandeel": share_text(one.stand) or AFGESCHERMD,
            "van": known_text(one.stand) or AFGESCHERMD,
        }
        for one in parts
    ]


def group_rows(parts: Iterable[Groepsdeel]) -> list[dict[str, str]]:
    """Return a line per group of pupils; the interval says what chance alone leaves."""
    return [
        {
            "naam": f"{one.kenmerk}: {one.groep}",
            "leerlingen": count_text(one.leerlingen),
            "lager": bereik_tekst(one.lager, 0, "%") if one.lager else AFGESCHERMD,
            "toeval": bereik_tekst(one.toeval, 0, "%") if one.toeval else AFGESCHERMD,
        }
        for one in parts
    ]


def aftercare_rows(staat: Telstaat) -> list[dict[str, str]]:
    """Return a line per thing that may be done for who leaves pro or vso."""
    return [
        {
            "naam": NAZORG[kind],
            "aandeel": share_text(stand) or AFGESCHERMD,
            "van": known_text(stand) or AFGESCHERMD,
        }
        for kind, stand in aftercare(staat)
    ]


def moment_rows(moments: Iterable[Moment]) -> list[dict[str, object]]:
    """Return a line per moment with a cell per destination."""
    return [
        {
            "naam": NU[one.jaren],
            "totaal": count_text(one.totaal),
            "cellen": [(where.label, count_text(n)) for where, n in one.bestemmingen],
        }
        for one in moments
    ]


def trend_rows(beeld: Overgangsbeeld) -> list[dict[str, str]]:
    """Return a line per period, newest first; before the break of advice nothing is comparable."""
    adviced = str(beeld.kaart.id) == "po_vo"
    return [
        {
            "naam": periode_tekst(periode),
            "aandeel": share_text(stand) or AFGESCHERMD,
            "van": known_text(stand) or AFGESCHERMD,
            "breuk": "andere regels" if adviced and periode < BREUK else "",
        }
        for periode, stand in reversed(beeld.reeks)
    ]
