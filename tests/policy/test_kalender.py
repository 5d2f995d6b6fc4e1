"""The days of a year: nothing the law names is left out, and an id outlives every change."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.errors import BadInput
from openlea.core.geldvoorwaarden import Controle
from openlea.core.plicht import Aard, Grondslag, Houder, Plicht, Versie
from openlea.core.termijn import (
    Altijd,
    Bij,
    Jaarlijks,
    Jaarsoort,
    OmDe,
    Over,
    Periode,
    PerJaar,
    Regel,
    Termijn,
)
from openlea.core.verplichting import TaakStaat, Verplichting
from openlea.policy.kalender import houders_named, kalender_of, punt_of
from openlea.policy.kalenderregel import LANGSTE_VENSTER, line_of

TODAY = date(2026, 11, 22)
OCTOBER = Jaarlijks(10, 1, voor=True)
NEVER_DATED: list[Regel] = [Altijd(), Bij("wijziging"), OmDe(4)]


def versie(
    *termijnen: Termijn, van: int = 2017, tot: int | None = None, wet: str = "Wet"
) -> Versie:
    return Versie(
        van=date(van, 1, 1),
        tot=date(tot, 12, 31) if tot else None,
        grondslagen=(Grondslag(wet=wet, artikel="1"),),
        termijnen=termijnen,
    )


def plicht(*versies: Versie, aard: Aard = Aard.PLICHT, houder: Houder = Houder.COLLEGE) -> Plicht:
    return Plicht(
        id="PROEF-1",
        veld="leerplicht",
        titel="Een verslag",
        aard=aard,
        houders=(houder,),
        wat="Het college doet verslag.",
        controles=(Controle.WETTEKST,),
        nagelezen_op=TODAY,
        versies=versies,
        file=Path("proef.toml"),
    )


def days(one: Plicht, jaar: int = 2027) -> list[tuple[str, date, str]]:
    return [(p.id, p.uiterlijk, p.tekst) for p in kalender_of([one], jaar, TODAY)]


@pytest.mark.parametrize(
    ("termijn", "uiterlijk", "tekst"),
    [
        (Termijn(regel=OCTOBER), date(2027, 9, 30), "vóór 1 oktober"),
        (Termijn(regel=Jaarlijks(3, 24)), date(2027, 3, 24), "uiterlijk 24 maart"),
        (
            Termijn(regel=Jaarlijks(1, 31, vanaf=(1, 10))),
            date(2027, 1, 31),
            "van 10 tot en met 31 januari",
        ),
        (Termijn(regel=Jaarlijks(10, 1), telling=True), date(2027, 10, 1), "op 1 oktober"),
        (
            Termijn(regel=PerJaar(Jaarsoort.KALENDERJAAR)),
            date(2027, 12, 31),
            "in 2027, dag vrij te kiezen",
        ),
        (
            Termijn(regel=OmDe(4, Jaarlijks(5, 1, voor=True))),
            date(2027, 4, 30),
            "vóór 1 mei, minstens eens per 4 jaar",
        ),
    ],
)
def test_a_day_is_said_as_the_law_says_it(termijn: Termijn, uiterlijk: date, tekst: str) -> None:
    assert days(plicht(versie(termijn))) == [("PROEF-1/1/1/2027", uiterlijk, tekst)]


@pytest.mark.parametrize("regel", NEVER_DATED, ids=str)
def test_what_has_no_day_of_its_own_is_in_no_year(regel: Regel) -> None:
    assert days(plicht(versie(Termijn(regel=regel)))) == []


def test_policy_is_no_law_and_what_one_may_do_is() -> None:
    dated = versie(Termijn(regel=OCTOBER))
    assert days(plicht(dated, aard=Aard.BELEID)) == []
    assert days(plicht(dated, aard=Aard.BEVOEGDHEID)) != []


def test_a_period_stands_in_the_year_of_its_last_day_alone() -> None:
    one = plicht(versie(Termijn(regel=Periode(date(2026, 1, 1), date(2029, 12, 31)))))
    assert [jaar for jaar in range(2024, 2032) if days(one, jaar)] == [2029]


def test_the_law_of_the_last_day_is_named_whatever_came_before_or_after() -> None:
    term = Termijn(regel=OCTOBER)
    one = plicht(versie(term, tot=2026, wet="Oude wet"), versie(term, van=2027, wet="Nieuwe wet"))
    laws = [kalender_of([one], jaar, TODAY)[0].grondslag for jaar in (2026, 2027)]
    assert [law.wet for law in laws if law] == ["Oude wet", "Nieuwe wet"]
    assert [p[0] for jaar in (2026, 2027) for p in days(one, jaar)] == [
        "PROEF-1/1/1/2026",
        "PROEF-1/1/1/2027",
    ]


def test_a_day_that_moves_within_a_year_never_gives_two_points_one_id() -> None:
    spring = Versie(
        van=date(2017, 1, 1),
        tot=date(2027, 6, 30),
        grondslagen=(Grondslag(wet="Oud", artikel="1"),),
        termijnen=(Termijn(regel=Jaarlijks(3, 1)),),
    )
    autumn = replace(spring, van=date(2027, 7, 1), tot=None, termijnen=(Termijn(regel=OCTOBER),))
    assert [(naam, day) for naam, day, _ in days(plicht(spring, autumn))] == [
        ("PROEF-1/1/1/2027", date(2027, 3, 1)),
        ("PROEF-1/1/2/2027", date(2027, 9, 30)),
    ]


def test_a_term_of_another_holder_is_in_the_calendar_of_that_one() -> None:
    one = plicht(versie(Termijn(regel=OCTOBER, houder="ouders")))
    assert kalender_of([one], 2027, TODAY, {Houder.COLLEGE}) == ()
    [punt] = kalender_of([one], 2027, TODAY, {Houder.OUDERS})
    assert punt.houders == (Houder.OUDERS,)


def test_a_kind_of_party_means_every_holder_that_it_answers_for() -> None:
    assert {Houder.COLLEGE, Houder.GEMEENTERAAD, Houder.CONTACTGEMEENTE} <= houders_named(
        "gemeente"
    )
    assert houders_named("swv") == houders_named("samenwerkingsverband") == {Houder.SWV}
    assert houders_named("college") == {Houder.COLLEGE}
    assert houders_named("minister") == {Houder.MINISTER}
    with pytest.raises(BadInput, match="'bakker' is geen houder"):
        houders_named("bakker")


def test_an_obligation_keeps_its_day_when_the_shelf_no_longer_knows_the_duty() -> None:
    one = Verplichting(
        plicht="WEG-1",
        termijn="1",
        nummer=1,
        jaar=2026,
        partij="gemeente",
        titel="Een verslag",
        uiterlijk=date(2026, 9, 30),
    )
    punt = punt_of(one, None, TODAY, "Gemeente", TaakStaat.TE_LAAT)
    assert (punt.id, punt.tekst) == ("WEG-1/1/1/2026/gemeente", "uiterlijk 30 september")
    assert line_of(punt).tot == date(2026, 9, 30)


MONTH_DAYS = st.dates(date(2025, 1, 1), date(2025, 12, 31)).map(lambda day: (day.month, day.day))
RULES = st.one_of(
    st.builds(
        lambda day, voor, vanaf: Jaarlijks(day[0], day[1], voor, vanaf),
        MONTH_DAYS,
        st.booleans(),
        st.none() | MONTH_DAYS,
    ),
    st.builds(PerJaar, st.sampled_from(Jaarsoort), st.sampled_from([1, 2, 3, 4, 6, 12])),
    st.builds(lambda day: OmDe(4, Jaarlijks(day[0], day[1])), MONTH_DAYS),
)
TERMS = st.builds(
    Termijn,
    regel=RULES,
    code=st.uuids().map(str),
    over=st.sampled_from(Over),
    telling=st.booleans(),
)


@given(st.lists(TERMS, min_size=1, max_size=5), st.integers(2015, 2099))
def test_every_point_has_an_id_of_its_own_and_a_window_that_does_not_end_before_it_begins(
    termijnen: list[Termijn], jaar: int
) -> None:
    found = kalender_of([plicht(versie(*termijnen))], jaar, TODAY)
    assert len({one.id for one in found}) == len(found)
    assert all(one.vanaf is None or one.vanaf <= one.uiterlijk for one in found)
    assert [one.uiterlijk for one in found] == sorted(one.uiterlijk for one in found)
    lines = [line_of(one) for one in found]
    assert all(one.tot - one.van <= LANGSTE_VENSTER for one in lines)
    assert all(one.tekst[0].isupper() for one in lines)


@given(TERMS, st.integers(2018, 2098))
def test_each_year_asks_it_once_more_and_never_the_same_day_twice(
    termijn: Termijn, jaar: int
) -> None:
    one = plicht(versie(termijn))
    this, following = (kalender_of([one], each, TODAY) for each in (jaar, jaar + 1))
    assert len(this) == len(following)
    for now, then in zip(this, following, strict=True):
        assert timedelta(days=364) <= then.uiterlijk - now.uiterlijk <= timedelta(days=367)
    assert not {p.id for p in this} & {p.id for p in following}


def test_a_long_window_stands_on_its_last_day_and_a_short_one_in_full() -> None:
    def first_day(regel: Regel) -> date:
        [punt] = kalender_of([plicht(versie(Termijn(regel=regel)))], 2027, TODAY)
        return line_of(punt).van

    assert first_day(Jaarlijks(1, 31, vanaf=(1, 10))) == date(2027, 1, 10)
    assert first_day(Jaarlijks(6, 1, vanaf=(1, 10))) == date(2027, 6, 1)
    assert first_day(PerJaar(Jaarsoort.KALENDERJAAR)) == date(2027, 12, 31)


def test_what_is_not_verified_says_so_in_the_line_itself() -> None:
    one = replace(plicht(versie(Termijn(regel=OCTOBER))), controles=(Controle.KENNIS,))
    [punt] = kalender_of([one], 2027, TODAY)
    assert "Niet geverifieerd" in line_of(punt).tekst
    assert "22 november 2026" in line_of(punt).tekst
    [sure] = kalender_of([plicht(versie(Termijn(regel=OCTOBER)))], 2027, TODAY)
    assert "geverifieerd" not in line_of(sure).tekst


def test_a_day_of_counting_asks_nothing_and_rings_no_bell() -> None:
    one = plicht(versie(Termijn(regel=Jaarlijks(10, 1), telling=True)))
    [punt] = kalender_of([one], 2027, TODAY)
    regel = line_of(punt)
    assert "Je hoeft niets in te leveren." in regel.tekst
    assert regel.herinner_dagen is None
    assert "Teldag" in regel.categorieen
