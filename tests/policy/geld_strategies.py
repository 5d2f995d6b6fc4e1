"""Begrotingen for the identities of the money: rows with rows under them, streams, changes."""

from datetime import date

from hypothesis import strategies as st

from openlea.core.agenda import Actie, Ambitie, Speerpunt
from openlea.core.begroting import Begroting, Geldstroom, Post, Stand, StroomSoort, Wijziging

JAREN = (2024, 2025, 2026)
AMBITIES = (
    Ambitie(
        code="1",
        naam="een",
        speerpunten=(Speerpunt(code="1A", naam="a", acties=(Actie(code="1A1", naam="x"),)),),
    ),
    Ambitie(code="2", naam="twee", speerpunten=(Speerpunt(code="2A", naam="b"),)),
)
PLEKKEN = ("", "1", "1A", "1A1", "2", "2A", "zoek")
cents = st.integers(-(10**9), 10**9)
bedragen = st.dictionaries(st.sampled_from(JAREN), cents, max_size=3)


@st.composite
def posten(draw: st.DrawFn) -> tuple[Post, ...]:
    """Return rows whose header row is any row at all: also themselves, a loop, or nothing."""
    codes = [f"P{n}" for n in range(draw(st.integers(0, 6)))]
    return tuple(
        Post(
            code=code,
            bij=draw(st.sampled_from(PLEKKEN)),
            omschrijving=code,
            kop=draw(st.sampled_from(["", "", *codes, "weg"])),
            bedragen=draw(bedragen),
            taakveld=draw(st.sampled_from(["", "4.3", "6.1"])),
            geldstroom=draw(st.sampled_from(["", "G0", "G1"])),
            categorie=draw(st.sampled_from(["", "ve"])),
        )
        for code in codes
    )


@st.composite
def begrotingen(draw: st.DrawFn) -> Begroting:
    """Return a begroting without bookings."""
    rijen = draw(posten())
    stromen = [
        Geldstroom(code=f"G{n}", naam="stroom", soort=soort, bedragen=draw(bedragen))
        for n, soort in enumerate(draw(st.lists(st.sampled_from(StroomSoort), max_size=4)))
    ]
    wijzigingen = st.builds(
        Wijziging,
        post=st.sampled_from([post.code for post in rijen] or ["weg"]),
        jaar=st.sampled_from(JAREN),
        stand=st.sampled_from(Stand),
        bedrag=cents,
        op=st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    )
    return Begroting(
        geldstromen=tuple(stromen),
        posten=rijen,
        wijzigingen=tuple(draw(st.lists(wijzigingen, max_size=4))),
    )
