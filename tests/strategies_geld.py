"""Strategies for the money of an agenda: streams, posts with sub-rows, bookings, grants."""

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from openlea.core.begroting import (
    Bedragen,
    Begroting,
    Boeking,
    BoekingSoort,
    Geldstroom,
    Post,
    Stand,
    StroomSoort,
    Subsidie,
    Verschil,
    Wijziging,
)
from tests.strategies_woorden import cents, days, optional_regels, references, regels, teksten


def bedragen(jaren: Sequence[int]) -> st.SearchStrategy[Bedragen]:
    """Return cents per year; a year may be absent, and the years are in order."""
    return st.dictionaries(st.sampled_from(jaren), cents).map(lambda b: dict(sorted(b.items())))


@st.composite
def _geldstromen(draw: st.DrawFn, jaren: Sequence[int]) -> tuple[Geldstroom, ...]:
    soorten = draw(st.lists(st.sampled_from(StroomSoort), max_size=3, unique=True))
    return tuple(
        Geldstroom(
            code=f"G{n}",
            naam=draw(regels()),
            soort=soort,
            voorwaarden=draw(st.sampled_from(("", "oab-2022"))),
            bedragen=draw(bedragen(jaren)),
        )
        for n, soort in enumerate(soorten, start=1)
    )


@st.composite
def _post(
    draw: st.DrawFn, code: str, kop: str, bij: str, stromen: Sequence[str], jaren: Sequence[int]
) -> Post:
    return Post(
        code=code,
        bij=bij,
        omschrijving=draw(regels()),
        kop=kop,
        bedragen=draw(bedragen(jaren)),
        verschil=draw(st.sampled_from(Verschil)),
        elders_gedekt_door=draw(optional_regels()),
        geldstroom=draw(references(stromen)),
        categorie=draw(st.sampled_from(("", "ve-aanbod"))),
        taakveld=draw(st.sampled_from(("", "4.3", "6.1"))),
        toelichting=draw(teksten()),
    )


@st.composite
def _posten(
    draw: st.DrawFn, bij: Sequence[str], stromen: Sequence[str], jaren: Sequence[int]
) -> tuple[Post, ...]:
    """Return header rows P1, P2 … each followed by its sub-rows, on the same place."""
    posten: list[Post] = []
    for subs in draw(st.lists(st.integers(0, 2), max_size=3)):
        kop, place = f"P{len(posten) + 1}", draw(references(bij))
        posten.append(draw(_post(kop, "", place, stromen, jaren)))
        for _ in range(subs):
            posten.append(draw(_post(f"P{len(posten) + 1}", kop, place, stromen, jaren)))
    return tuple(posten)


@st.composite
def _wijzigingen(
    draw: st.DrawFn, posten: Sequence[str], jaren: Sequence[int]
) -> tuple[Wijziging, ...]:
    keys = st.tuples(st.sampled_from(posten), st.sampled_from(jaren), st.sampled_from(Stand))
    return tuple(
        Wijziging(
            post=post,
            jaar=jaar,
            stand=stand,
            bedrag=draw(cents),
            op=draw(days),
            besluit=draw(optional_regels()),
            reden=draw(teksten()),
        )
        for post, jaar, stand in draw(st.lists(keys, max_size=2, unique=True))
    )


@st.composite
def _boekingen(
    draw: st.DrawFn, posten: Sequence[str], stromen: Sequence[str], jaren: Sequence[int]
) -> tuple[Boeking, ...]:
    return tuple(
        Boeking(
            post=draw(st.sampled_from(posten)),
            jaar=draw(st.sampled_from(jaren)),
            soort=draw(st.sampled_from(BoekingSoort)),
            op=draw(days),
            bedrag=draw(cents),
            omschrijving=draw(optional_regels()),
            geldstroom=draw(references(stromen)),
            kenmerk=draw(st.sampled_from(("", f"B-{n}"))),
        )
        for n in range(draw(st.integers(0, 2)))
    )


def _days_from(first: date) -> st.SearchStrategy[date]:
    """Return days that a grant decided on the first can know."""
    return st.dates(first, date(2032, 12, 31))


@st.composite
def _subsidies(
    draw: st.DrawFn, posten: Sequence[str], partij: Sequence[str], jaren: Sequence[int]
) -> tuple[Subsidie, ...]:
    return tuple(
        Subsidie(
            kenmerk=f"SUB-{n}",
            post=draw(st.sampled_from(posten)),
            regeling=draw(regels()),
            ontvanger=draw(st.sampled_from(partij)),
            jaar=draw(st.sampled_from(jaren)),
            beschikt=draw(st.integers(0, 10**11)),
            beschikt_op=(decided := draw(days)),
            voorwaarden=draw(teksten()),
            prestatie=draw(teksten()),
            tussenrapportage_op=draw(st.one_of(st.none(), _days_from(decided))),
            vastgesteld=(final := draw(st.one_of(st.none(), st.integers(0, 10**11)))),
            vastgesteld_op=None if final is None else draw(_days_from(decided)),
            teruggevorderd=0 if final is None else draw(st.integers(0, final)),
        )
        for n in range(draw(st.integers(0, 2)))
    )


@st.composite
def begrotingen(
    draw: st.DrawFn, bij: Sequence[str], partij: Sequence[str], jaren: Sequence[int]
) -> Begroting:
    """Return money on the given codes: streams, posts with sub-rows, changes, bookings, grants."""
    stromen = draw(_geldstromen(jaren))
    posten = draw(_posten(bij, [s.code for s in stromen], jaren))
    codes = [post.code for post in posten]
    return Begroting(
        geldstromen=stromen,
        posten=posten,
        wijzigingen=draw(_wijzigingen(codes, jaren)) if codes else (),
        boekingen=draw(_boekingen(codes, [s.code for s in stromen], jaren)) if codes else (),
        subsidies=draw(_subsidies(codes, partij, jaren)) if codes and partij else (),
    )
