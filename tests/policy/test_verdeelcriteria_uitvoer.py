"""Criteria that are written come back as they were, whatever people call things."""

import tomllib
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.verdeelcriteria import (
    BARE,
    NUMERIC,
    Criterium,
    Drempelregel,
    Puntrichting,
    Telwijze,
    Uitsluiting,
    Verdeelcriteria,
    Verdeelmethode,
    Voorwaarde,
)
from openlea.policy.verdeelcriteria_invoer import read_verdeelcriteria
from openlea.policy.verdeelcriteria_uitvoer import compose_verdeelcriteria

# One space between words, as the reader leaves them; quotation marks and controls included.
WORDS = st.text(st.characters(exclude_categories=("Cs", "Zs", "Zl", "Zp")), max_size=12)
NAMES = WORDS.map(lambda text: " ".join(text.split())).filter(bool)
TEXTS = WORDS.map(lambda text: " ".join(text.split()))
NUMBERS = st.integers(-10_000, 10_000).map(lambda whole: Decimal(whole) / 4)
WEIGHTS = st.integers(1, 1000).map(lambda whole: Decimal(whole) / 8)


@st.composite
def criterium(draw: st.DrawFn, naam: str) -> Criterium:
    richting = draw(st.sampled_from(Puntrichting))
    drempel = draw(NUMBERS if richting is Puntrichting.MINDER else st.none() | NUMBERS)
    whole = drempel is not None and richting is Puntrichting.MEER and draw(st.booleans())
    low, high = sorted([draw(NUMBERS), draw(NUMBERS)])
    return Criterium(
        naam=naam,
        kolom=draw(NAMES),
        gewicht=draw(WEIGHTS),
        richting=richting,
        per=draw(st.sampled_from(Telwijze)),
        drempel=drempel,
        drempel_telt=Drempelregel.ALLES if whole else Drempelregel.MEERDERE,
        minimum=draw(st.sampled_from([None, low])),
        maximum=draw(st.sampled_from([None, high])),
        leeg_mag=draw(st.booleans()),
        toelichting=draw(TEXTS),
        bron=draw(TEXTS),
    )


@st.composite
def uitsluiting(draw: st.DrawFn) -> Uitsluiting:
    als = draw(st.sampled_from(Voorwaarde))
    held: str | Decimal = "" if als in BARE else draw(NUMBERS if als in NUMERIC else NAMES)
    return Uitsluiting(naam=draw(NAMES), kolom=draw(NAMES), als=als, waarde=held, reden=draw(NAMES))


@st.composite
def everything(draw: st.DrawFn) -> Verdeelcriteria:
    namen = draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
    step = draw(st.sampled_from([1, 50, 100]))
    floor = draw(st.integers(0, 100)) * step
    return Verdeelcriteria(
        titel=draw(NAMES),
        criteria=tuple(draw(criterium(naam)) for naam in namen),
        uitsluitingen=tuple(draw(st.lists(uitsluiting(), max_size=2))),
        school=draw(NAMES),
        leerlingen=draw(NAMES),
        methode=draw(st.sampled_from(Verdeelmethode)),
        afronding=step,
        ondergrens=floor,
        bovengrens=draw(st.sampled_from([None, floor + step])),
        bij_gelijk=draw(TEXTS),
        toelichting=draw(TEXTS),
        bron=draw(TEXTS),
    )


@given(everything())
def test_what_is_written_reads_back_the_same(criteria: Verdeelcriteria) -> None:
    assert read_verdeelcriteria(tomllib.loads(compose_verdeelcriteria(criteria))) == criteria


def test_what_is_as_it_always_is_is_not_written() -> None:
    one = Criterium(naam='De "score"', kolom="score", gewicht=Decimal("12.50"))
    assert compose_verdeelcriteria(Verdeelcriteria(titel="Proef", criteria=(one,))) == (
        'titel = "Proef"\n\n[[criterium]]\nnaam = "De \\"score\\""\nkolom = "score"\n'
        "gewicht = 12.50\n"
    )
