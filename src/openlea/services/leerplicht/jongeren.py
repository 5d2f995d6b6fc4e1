"""Counts the young people without startkwalificatie, by age and by whether they are helped."""

from collections import Counter
from datetime import date

import polars as pl

from openlea.core.telling import Gebied, Telrij
from openlea.policy.telscherm import screened, together

DOORSTROOMPUNT = "doorstroompunt"
STANDEN = {
    "in traject": "jongeren_in_traject",
    "geen traject": "jongeren_geen_traject",
    "uitgestroomd": "jongeren_uitgestroomd",
    "onbekend": "jongeren_onbekend",
}
"""By how it is written in the registration the name under which it is counted."""
JONGEREN = "jongeren_zonder_startkwalificatie"
LEEFTIJDEN = (("tot en met 17", 18), ("18 tot en met 22", 23), ("23 tot en met 26", 27))
OUDER = "leeftijd onbekend"
UITSTROOM = {
    "school": "uitstroom_school",
    "werk": "uitstroom_werk",
    "school en werk": "uitstroom_school_en_werk",
    "uitkering": "uitstroom_uitkering",
    "verhuisd": "uitstroom_verhuisd",
    "anders": "uitstroom_anders",
    "onbekend": "uitstroom_onbekend",
}


def count_jongeren(rows: pl.DataFrame, peil: date) -> tuple[Telrij, ...]:
    """Return how many there are by age and stand, and where they went; no rows is no number.

    Who got a startkwalificatie is in the group no more, and isn't counted.
    """
    if rows.is_empty():
        return ()
    last = {row.get("pseudoniem") or f"rij {n}": row for n, row in enumerate(_plain(rows))}
    kept = [row for row in last.values() if row.get("startkwalificatie") != "ja"]
    ages = [age_group(row.get("geboortemaand"), peil) for row in kept]
    stands = [STANDEN.get(row.get("stand") or "", STANDEN["onbekend"]) for row in kept]
    table = screened(
        Counter(zip(ages, stands, strict=True)),
        [*(name for name, _ in LEEFTIJDEN), OUDER],
        list(STANDEN.values()),
        gebied=Gebied.KLASSE,
        totaal=JONGEREN,
    )
    return together(table, _went(table, kept))


def _plain(rows: pl.DataFrame) -> list[dict[str, str | None]]:
    return list(rows.iter_rows(named=True))


def _went(table: tuple[Telrij, ...], kept: list[dict[str, str | None]]) -> tuple[Telrij, ...]:
    """Return where who left went to, when the number of who left is told."""
    gone = [row for row in kept if row.get("stand") == "uitgestroomd"]
    told = [UITSTROOM.get(row.get("uitstroom") or "", "uitstroom_onbekend") for row in gone]
    shown = {one.bereik for one in table if _is_total(one, STANDEN["uitgestroomd"])}
    if not all(one is not None and one.precies is not None for one in shown):
        return ()
    rows = screened(
        Counter(("alle", one) for one in told),
        ("alle",),
        list(UITSTROOM.values()),
        gebied=Gebied.KLASSE,
        totaal=STANDEN["uitgestroomd"],
    )
    return tuple(one for one in rows if one.gebied is Gebied.GEHEEL)


def _is_total(one: Telrij, maat: str) -> bool:
    return one.maat == maat and one.gebied is Gebied.GEHEEL


def age_group(geboren: str | None, peil: date) -> str:
    """Return in which group of ages somebody of a birth month ('2007-05') falls on a day."""
    year, month = (geboren or "")[:4], (geboren or "")[5:7]
    if not (year.isdecimal() and month.isdecimal()):
        return OUDER
    age = peil.year - int(year) - (int(month) > peil.month)
    return next((name for name, under in LEEFTIJDEN if age < under), OUDER)
