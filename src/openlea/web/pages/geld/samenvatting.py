"""The money in a few sentences: whether it adds up, and until when."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from openlea.core.notatie import euro
from openlea.policy.middelen import Balans
from openlea.policy.schrijfwijze import listing


def saldo_zin(balansen: Sequence[Balans]) -> str:
    """Return where the money ends, and in which years there is too little."""
    if not balansen:
        return ""
    short = [balans for balans in balansen if balans.saldo < 0]
    if short:
        years = listing([f"{b.jaar} ({euro(-b.saldo)})" for b in short])
        return f"Er is te weinig geld in {years}."
    last = balansen[-1]
    return f"Het geld is genoeg tot en met {last.jaar}. Dan is er nog {euro(last.saldo)} over."


def structureel_zinnen(balansen: Sequence[Balans]) -> Iterator[str]:
    """Yield the shortage without one-off money, years with the same amount together."""
    for amount, group in groupby(balansen, key=lambda balans: balans.structureel_tekort):
        years = [balans.jaar for balans in group]
        if not amount:
            continue
        each = " elk jaar" if len(years) > 1 else ""
        yield f"Zonder eenmalig geld komt er in {_span(years)}{each} {euro(amount)} te kort."


def _span(years: Sequence[int]) -> str:
    """Return '2026', '2026 en 2027' or '2024 tot en met 2027'."""
    first, *between, last = [years[0], *years[1:-1], years[-1]]
    if between:
        return f"{first} tot en met {last}"
    return listing([str(year) for year in years])
