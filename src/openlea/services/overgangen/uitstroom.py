"""Counts where leavers are, when they leave and after one and two years."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openlea.core.overgang import Bestemming, Overgang
from openlea.core.telling import Gebied, Telrij
from openlea.policy import overgang as maat
from openlea.policy.telscherm import screened

LEAVING = (Overgang.PRO_VSO_WERK, Overgang.MBO_WERK)
NAZORG = ("leerlingoverleg", "doelgroepregister")
"""What may be done for who leaves praktijkonderwijs or vso."""
Rij = Mapping[str, Any]


def left_for(bestemming: str | None) -> str:
    """Return 'ja' for work, learning or both; 'onbekend' when nobody knows."""
    if not bestemming or bestemming == Bestemming.ONBEKEND:
        return maat.ONBEKEND
    return maat.JA if bestemming in maat.GOED else maat.NEE


def count_bestemmingen(rows: Sequence[Rij], shown: Callable[[Overgang], bool]) -> list[Telrij]:
    """Return destinations per transition and year, and what was done for those of pro and vso.

    `shown` says whether the whole of a transition is told exactly: only then its parts are.
    """
    found: list[Telrij] = []
    for overgang in filter(shown, LEAVING):
        mine = [row for row in rows if row["overgang"] == overgang]
        for n in maat.JAREN:
            found += _at(f"{overgang} na_{n}", [row[f"bestemming_{n}"] for row in mine])
        if overgang is Overgang.PRO_VSO_WERK:
            found += [one for kind in NAZORG for one in _aftercare(mine, kind)]
    return found


def _at(code: str, told: Sequence[str | None]) -> list[Telrij]:
    """Return who goes on, who doesn't and who isn't known at one moment, and each in its parts.

    Parts are told when what they add up to is: else they would give it away.
    """
    went = Counter(left_for(one) for one in told)
    whole = _row(code, went, maat.UITKOMSTEN, maat.VERLIETEN)
    if not _exact(whole):
        return whole
    where = Counter(one or str(Bestemming.ONBEKEND) for one in told)
    good = [str(one) for one in Bestemming if one in maat.GOED]
    other = [str(one) for one in Bestemming if one not in {*maat.GOED, Bestemming.ONBEKEND}]
    parts = [
        _row(code, where, kinds, total) for kinds, total in ((good, maat.JA), (other, maat.NEE))
    ]
    return [*whole, *(row for part in parts if _total_told(part) for row in part[:-1])]


def _aftercare(mine: Sequence[Rij], kind: str) -> list[Telrij]:
    told = Counter(row[kind] or maat.ONBEKEND for row in mine)
    return _row(kind, told, maat.UITKOMSTEN, maat.VERLIETEN)


def _row(code: str, told: Counter[str], kinds: Sequence[str], totaal: str) -> list[Telrij]:
    """Return one line of counts with its total last, protected by itself."""
    counts = {(code, kind): told[kind] for kind in kinds}
    found = screened(counts, (code,), kinds, gebied=Gebied.KLASSE, totaal=totaal)
    return [one for one in found if one.gebied is Gebied.KLASSE]


def _exact(rows: Sequence[Telrij]) -> bool:
    return all(one.bereik is not None and one.bereik.precies is not None for one in rows)


def _total_told(rows: Sequence[Telrij]) -> bool:
    return _exact(rows[-1:])
