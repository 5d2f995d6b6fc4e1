"""Strategies for the network of an agenda: goals, indicators and links without a circle."""

from collections.abc import Sequence

from hypothesis import strategies as st

from openlea.core.netwerk import (
    Doel,
    Indicator,
    IndicatorSoort,
    Netwerk,
    Teken,
    Verband,
    Zekerheid,
)
from tests.strategies_woorden import optional_regels, regels, teksten


@st.composite
def netwerken(
    draw: st.DrawFn, acties: Sequence[str] = (), speerpunten: Sequence[str] = ()
) -> Netwerk:
    """Return goals, indicators and links without a circle over the given codes."""
    indicatoren = tuple(
        Indicator(
            code=f"I{n}",
            naam=draw(regels()),
            soort=draw(st.sampled_from(IndicatorSoort)),
            eenheid=draw(optional_regels()),
            catalogus=draw(st.sampled_from(("", "I-VVE-2"))),
        )
        for n in range(1, draw(st.integers(0, 2)) + 1)
    )
    doelen = tuple(
        Doel(code=f"D{n}", naam=draw(regels()), omschrijving=draw(teksten()))
        for n in range(1, draw(st.integers(0, 2)) + 1)
    )
    order = [*(i.code for i in indicatoren), *acties, *speerpunten, *(d.code for d in doelen)]
    pairs = [(van, naar) for n, van in enumerate(order) for naar in order[n + 1 :]]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True)) if pairs else []
    verbanden = tuple(
        Verband(
            van=van,
            naar=naar,
            teken=draw(st.sampled_from(Teken)),
            zekerheid=draw(st.sampled_from(Zekerheid)),
            toelichting=draw(teksten()),
        )
        for van, naar in chosen
    )
    return Netwerk(doelen=doelen, indicatoren=indicatoren, verbanden=verbanden)
