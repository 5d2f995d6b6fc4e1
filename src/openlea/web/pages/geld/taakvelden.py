"""The same money under the headings of the BBV, by which every municipality books it."""

from collections.abc import Mapping, Sequence

from django.conf import settings

from openlea.core.begroting import Begroting
from openlea.core.catalogue import find_roots
from openlea.core.taakveld import read_taakvelden
from openlea.policy.begroting import ONBEKEND, Totalen, per_taakveld
from openlea.policy.realisatie import mutaties
from openlea.policy.rijen import rijen_van
from openlea.web.pages.geld.tabel import Regel
from openlea.web.pages.geld.weergave import Weergave


def taakveld_namen() -> Mapping[str, str]:
    """Return the titles of the taakvelden by number."""
    shelf = read_taakvelden(find_roots(settings.CATALOGUE))
    return {code: taakveld.titel for code, taakveld in shelf.items()}


def taakveld_regels(
    begroting: Begroting, jaren: Sequence[int], weergave: Weergave
) -> tuple[Regel, ...]:
    """Return a line per taakveld by number, last what has none."""
    namen = taakveld_namen()
    if weergave.is_realisatie:
        totalen = _realised(begroting, jaren, weergave)
    else:
        totalen = per_taakveld(begroting, jaren, weergave.stand)
    codes = sorted(totalen, key=lambda code: (code == ONBEKEND, code))
    return tuple(
        Regel(
            soort="post",
            code="" if code == ONBEKEND else code,
            naam="Geen taakveld ingevuld" if code == ONBEKEND else namen.get(code, "Onbekend"),
            bedragen=tuple(totalen[code][jaar] for jaar in jaren),
        )
        for code in codes
    )


def _realised(begroting: Begroting, jaren: Sequence[int], weergave: Weergave) -> Totalen:
    rijen = rijen_van(begroting)
    totalen: Totalen = {}
    for one in mutaties(begroting):
        if one.jaar in jaren:
            code = rijen.taakveld(rijen.posten.get(one.post)) or ONBEKEND
            years = totalen.setdefault(code, dict.fromkeys(jaren, 0))
            verplicht = weergave is Weergave.VERPLICHT
            years[one.jaar] += one.geld.verplicht if verplicht else one.geld.besteed
    return totalen
