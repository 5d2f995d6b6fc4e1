"""What asks attention today: at most seven, by date, each with the button that does it."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.agenda import ActieStaat, Agenda, AgendaStaat
from openlea.core.verzoek import OnderwerpSoort, Verzoek, VerzoekSoort, VerzoekStaat, Waarom
from openlea.policy.vandaag import Punt, PuntSoort, Vandaag, rank, today_of, what_comes_next
from tests.policy.agenda_voorbeeld import SINCE, actie, agenda, complete, speerpunt

DAY = timedelta(days=1)
TODAY = SINCE + 10 * DAY
QUIET = agenda(speerpunt("1A", actie("1A1")), streef=(complete("S1", "1A1"),))
ASK = Verzoek(
    soort=VerzoekSoort.BIJWERKEN,
    onderwerp=OnderwerpSoort.ACTIE,
    code="1A1",
    aan=1,
    partij="GEM",
    periode="2024-01-01",
    vraag="Hoe staat het met Opstapje?",
    waarom=Waarom.AGENDA,
    voor=date(2024, 2, 1),
    gemaakt_op=SINCE,
)


def only(day: Vandaag) -> Punt:
    """Return the one thing that asks attention."""
    (punt,) = day.punten
    return punt


def test_a_quiet_day_has_nothing_to_do_and_says_what_comes_next() -> None:
    day = today_of(QUIET, SINCE, TODAY)
    assert day.is_leeg
    assert day.later == ()
    assert day.daarna == "Op 30 april 2024 vragen we hoe het staat met 1 actie."


def test_an_own_open_ask_stands_on_the_day_it_is_wanted() -> None:
    closed = replace(ASK, staat=VerzoekStaat.GEDAAN)
    punt = only(today_of(QUIET, SINCE, TODAY, own=[ASK, closed]))
    assert punt == Punt(
        soort=PuntSoort.VERZOEK,
        tekst="Hoe staat het met Opstapje?",
        knop="Beantwoord",
        op=date(2024, 2, 1),
        waar=ASK.sleutel,
    )


def test_two_own_asks_stand_apart_and_three_are_one_point_on_the_day_of_the_first() -> None:
    later, last = (replace(ASK, code=f"1A{n}", voor=ASK.voor + n * DAY) for n in (2, 3))
    closed = replace(ASK, code="1A0", voor=SINCE, staat=VerzoekStaat.GEDAAN)
    two = today_of(QUIET, SINCE, TODAY, own=[later, closed, ASK]).punten
    assert [(punt.waar, punt.aantal) for punt in two] == [(ASK.sleutel, 1), (later.sleutel, 1)]
    assert only(today_of(QUIET, SINCE, TODAY, own=[last, later, closed, ASK])) == Punt(
        soort=PuntSoort.VERZOEK,
        tekst="3 vragen wachten op jouw antwoord",
        knop="Beantwoord",
        op=ASK.voor,
        aantal=3,
        waar=ASK.sleutel,
    )


def late(*trekkers: str) -> Agenda:
    """Return an agenda with an action for each trekker, never updated."""
    acties = [actie(f"1A{n}", trekker) for n, trekker in enumerate(trekkers)]
    return agenda(speerpunt("1A", *acties), streef=(complete("S1", "1A0"),))


@pytest.mark.parametrize(
    ("trekkers", "tekst", "knop"),
    [
        (("GEM",), "1 actie is te lang niet bijgewerkt", "Stuur herinnering (1)"),
        (("GEM", "GEM", "BIEB"), "3 acties zijn te lang niet bijgewerkt", "Stuur herinnering (2)"),
        (("",), "1 actie is te lang niet bijgewerkt", "Wijs eigenaren aan"),
    ],
)
def test_late_actions_are_one_point_and_the_button_says_how_many_are_reminded(
    trekkers: tuple[str, ...], tekst: str, knop: str
) -> None:
    on_time, too_late = SINCE + 150 * DAY, SINCE + 151 * DAY
    kinds = [punt.soort for punt in today_of(late(*trekkers), SINCE, on_time).punten]
    assert PuntSoort.TE_LAAT not in kinds
    punt = today_of(late(*trekkers), SINCE, too_late).punten[0]
    assert (punt.soort, punt.tekst, punt.knop) == (PuntSoort.TE_LAAT, tekst, knop)
    assert (punt.op, punt.aantal) == (too_late, len(trekkers))


def test_late_stands_on_the_day_the_first_of_them_became_late() -> None:
    newer = actie("1A2", updates=(SINCE + DAY,))
    two = agenda(speerpunt("1A", newer, actie("1A1")), streef=(complete("S1", "1A1"),))
    punt = only(today_of(two, SINCE, SINCE + 200 * DAY))
    assert (punt.op, punt.aantal) == (SINCE + 151 * DAY, 2)


def test_the_first_year_below_nought_is_named_with_its_amount() -> None:
    saldi = {2027: -3_974_000, 2028: -100, 2026: 37_894_500, 2025: 0}
    punt = only(today_of(QUIET, SINCE, TODAY, saldi=saldi))
    assert punt.soort is PuntSoort.SALDO
    assert punt.tekst == "2027 komt uit op € -39.740"
    assert (punt.op, punt.waar, punt.aantal) == (date(2027, 12, 31), "2027", 2)
    assert punt.knop == "Bekijk de begroting"


@pytest.mark.parametrize(
    ("today", "tekst"),
    [
        (date(2026, 12, 30), None),
        (date(2026, 12, 31), "De agenda loopt af op 31 december 2027"),
        (date(2027, 12, 31), "De agenda loopt af op 31 december 2027"),
        (date(2028, 1, 1), "De agenda liep af op 31 december 2027"),
    ],
)
def test_the_end_is_announced_a_year_ahead(today: date, tekst: str | None) -> None:
    fresh = agenda(speerpunt("1A", actie("1A1", updates=(today,))), streef=(complete("S1", "1A1"),))
    found = [(punt.tekst, punt.knop, punt.op) for punt in today_of(fresh, SINCE, today).punten]
    expected = (tekst, "Begin de volgende agenda", date(2027, 12, 31))
    assert found == ([] if tekst is None else [expected])
    for settled in (
        replace(fresh, opvolger="2028-2031"),
        replace(fresh, staat=AgendaStaat.AFGESLOTEN),
    ):
        assert today_of(settled, SINCE, today).is_leeg


@pytest.mark.parametrize(
    ("orphans", "tekst"),
    [(1, "1 actie heeft geen eigenaar"), (2, "2 acties hebben geen eigenaar")],
)
def test_running_actions_that_nobody_leads_are_one_point(orphans: int, tekst: str) -> None:
    acties = [actie(f"1A{n}", trekker="") for n in range(orphans)]
    ended = actie("1A9", trekker="", staat=ActieStaat.GESTOPT)
    one = agenda(speerpunt("1A", *acties, ended), streef=(complete("S1", "1A"),))
    punt = only(today_of(one, SINCE, TODAY))
    assert (punt.soort, punt.tekst) == (PuntSoort.ZONDER_EIGENAAR, tekst)
    assert (punt.aantal, punt.op, punt.knop) == (orphans, None, "Wijs een eigenaar aan")


@pytest.mark.parametrize(
    ("codes", "tekst"),
    [("A", "1 speerpunt is nog niet meetbaar"), ("AB", "2 speerpunten zijn nog niet meetbaar")],
)
def test_speerpunten_that_cannot_be_measured_are_one_point(codes: str, tekst: str) -> None:
    punten = [speerpunt(f"2{letter}") for letter in codes]
    punt = only(today_of(replace(agenda(*punten)), SINCE, TODAY))
    assert (punt.soort, punt.tekst, punt.aantal) == (PuntSoort.MEETBAAR, tekst, len(codes))
    assert punt.knop == "Bekijk wat ontbreekt"


@pytest.mark.parametrize(
    ("known", "aantal"), [(None, 0), ({"GEM", "BIEB"}, 0), ({"GEM"}, 1), (set(), 2)]
)
def test_a_party_that_owes_an_answer_and_has_nobody_to_ask_is_pointed_out(
    known: set[str] | None, aantal: int
) -> None:
    ended = actie("1A9", trekker="OUD", staat=ActieStaat.GESTOPT)
    two = agenda(
        speerpunt("1A", actie("1A1"), actie("1A2", trekker="BIEB"), ended),
        streef=(complete("S1", "1A1"),),
    )
    found = today_of(two, SINCE, TODAY, met_mensen=known).punten
    assert [punt.aantal for punt in found] == ([aantal] if aantal else [])
    assert all(punt.soort is PuntSoort.ZONDER_MENSEN for punt in found)
    assert all(punt.knop == "Nodig iemand uit" for punt in found)
    said = {
        1: "1 partij heeft een actie, en geen account",
        2: "2 partijen hebben een actie, en geen account",
    }
    assert [punt.tekst for punt in found] == [said[punt.aantal] for punt in found]


PUNTEN = st.builds(
    Punt,
    soort=st.sampled_from(PuntSoort),
    tekst=st.just("Iets"),
    knop=st.just("Doe het"),
    op=st.none() | st.dates(date(2024, 1, 1), date(2024, 1, 9)),
    waar=st.sampled_from(["", "1A1", "1B3"]),
)


@given(st.lists(PUNTEN, max_size=12), st.randoms())
def test_the_first_seven_by_date_stand_now_and_none_is_lost(
    punten: list[Punt], chance: Random
) -> None:
    day = rank(punten, "Er staat niets meer gepland.")
    every = (*day.punten, *day.later)
    assert len(day.punten) == min(len(punten), 7)
    assert sorted(map(repr, every)) == sorted(map(repr, punten))
    dates = [punt.op or date.max for punt in every]
    assert dates == sorted(dates)
    chance.shuffle(punten)
    assert rank(punten, "Er staat niets meer gepland.") == day


def test_things_without_a_date_come_last_and_the_most_pressing_of_them_first() -> None:
    def punt(soort: PuntSoort, op: date | None = None, waar: str = "") -> Punt:
        return Punt(soort=soort, tekst="Iets", knop="Doe het", op=op, waar=waar)

    owner, measure = punt(PuntSoort.ZONDER_EIGENAAR), punt(PuntSoort.MEETBAAR)
    dated, other = punt(PuntSoort.EINDE, TODAY), punt(PuntSoort.VERZOEK, TODAY, "b")
    first = punt(PuntSoort.VERZOEK, TODAY, "a")
    ranked = rank([measure, owner, dated, other, first], "").punten
    assert ranked == (first, other, dated, owner, measure)


@pytest.mark.parametrize(
    ("one", "today", "expected"),
    [
        (late("GEM", "GEM"), SINCE + 119 * DAY,
         "Op 30 april 2024 vragen we hoe het staat met 2 acties."),
        (late("GEM"), SINCE + 120 * DAY, "De agenda loopt tot en met 31 december 2027."),
        (agenda(), date(2027, 12, 30), "De agenda loopt tot en met 31 december 2027."),
        (agenda(), date(2027, 12, 31), "Er staat niets meer gepland."),
        (agenda(speerpunt("1A", actie("1A1", updates=(date(2027, 9, 2),)))), date(2027, 12, 1),
         "Op 31 december 2027 vragen we hoe het staat met 1 actie."),
        (agenda(speerpunt("1A", actie("1A1", updates=(date(2027, 9, 3),)))), date(2027, 12, 1),
         "De agenda loopt tot en met 31 december 2027."),
        (agenda(speerpunt("1A", actie("1A1", staat=ActieStaat.AFGEROND))), TODAY,
         "De agenda loopt tot en met 31 december 2027."),
    ],
)  # fmt: skip
def test_what_comes_next_is_the_first_round_before_the_end_or_the_end(
    one: Agenda, today: date, expected: str
) -> None:
    assert what_comes_next(one, SINCE, today) == expected
