"""What the agenda costs: in total and per ambitie, speerpunt, actie and taakveld, year by year.

Header rows count, the rows under them don't. An absent amount counts as nought in a total.
"""

from collections.abc import Iterable, Mapping, Sequence

from openlea.core.agenda import Ambitie
from openlea.core.begroting import Begroting, Stand
from openlea.policy.rijen import eigen_bedragen, rijen_van
from openlea.policy.stand import bedragen_per_post

OVERIG = "overig"
ONBEKEND = "onbekend"

Totalen = dict[str, dict[int, int]]
"""Code → year → whole cents; every asked year is there."""


def uitgaven_per_jaar(
    begroting: Begroting, jaren: Iterable[int], stand: Stand = Stand.BIJGESTELD
) -> dict[int, int]:
    """Return year → total spending in cents."""
    bedragen = bedragen_per_post(begroting, stand)
    hoofdrijen = rijen_van(begroting).hoofdrijen()
    return {jaar: sum(bedragen[rij.code].get(jaar, 0) for rij in hoofdrijen) for jaar in jaren}


def per_ambitie(
    begroting: Begroting,
    ambities: Sequence[Ambitie],
    jaren: Sequence[int],
    stand: Stand = Stand.BIJGESTELD,
) -> Totalen:
    """Return ambitie code → year → cents, then 'overig': rows of no known place."""
    plek = {code: a.code for a in ambities for code in (a.code, *_codes_onder(a))}
    return _per_plek(begroting, plek, [*(a.code for a in ambities), OVERIG], jaren, stand)


def per_speerpunt(
    begroting: Begroting,
    ambities: Sequence[Ambitie],
    jaren: Sequence[int],
    stand: Stand = Stand.BIJGESTELD,
) -> Totalen:
    """Return speerpunt code → year → cents; a row on an ambitie itself stays with its code."""
    speerpunten = [s for a in ambities for s in a.speerpunten]
    plek = {a.code: a.code for a in ambities}
    plek |= {s.code: s.code for s in speerpunten}
    plek |= {actie.code: s.code for s in speerpunten for actie in s.acties}
    return _per_plek(begroting, plek, [*(s.code for s in speerpunten), OVERIG], jaren, stand)


def per_actie(
    begroting: Begroting,
    ambities: Sequence[Ambitie],
    jaren: Sequence[int],
    stand: Stand = Stand.BIJGESTELD,
) -> Totalen:
    """Return actie code → year → cents; a row on a higher place stays with that code."""
    acties = [actie.code for a in ambities for s in a.speerpunten for actie in s.acties]
    plek = {code: code for a in ambities for code in (a.code, *_codes_onder(a))}
    return _per_plek(begroting, plek, [*acties, OVERIG], jaren, stand)


def per_taakveld(
    begroting: Begroting, jaren: Sequence[int], stand: Stand = Stand.BIJGESTELD
) -> Totalen:
    """Return taakveld → year → cents, sub-rows under their own taakveld; 'onbekend' without one."""
    rijen = rijen_van(begroting)
    totalen: Totalen = {}
    for jaar in jaren:
        for code, bedrag in eigen_bedragen(begroting, jaar, stand).items():
            taakveld = rijen.taakveld(rijen.posten[code]) or ONBEKEND
            totalen.setdefault(taakveld, dict.fromkeys(jaren, 0))[jaar] += bedrag
    return totalen


def _codes_onder(ambitie: Ambitie) -> list[str]:
    speerpunten = [speerpunt.code for speerpunt in ambitie.speerpunten]
    return speerpunten + [a.code for speerpunt in ambitie.speerpunten for a in speerpunt.acties]


def _per_plek(
    begroting: Begroting,
    plek: Mapping[str, str],
    codes: Sequence[str],
    jaren: Sequence[int],
    stand: Stand,
) -> Totalen:
    bedragen = bedragen_per_post(begroting, stand)
    totalen: Totalen = {code: dict.fromkeys(jaren, 0) for code in codes}
    for rij in rijen_van(begroting).hoofdrijen():
        per_jaar = totalen.setdefault(plek.get(rij.bij, OVERIG), dict.fromkeys(jaren, 0))
        for jaar in jaren:
            per_jaar[jaar] += bedragen[rij.code].get(jaar, 0)
    return totalen
