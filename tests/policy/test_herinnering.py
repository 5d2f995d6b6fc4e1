"""One mail per person per week, over all werkruimten; twice a day sends nothing twice."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.verzoek import (
    Afwezigheid,
    Lid,
    OnderwerpSoort,
    Verzoek,
    VerzoekSoort,
    VerzoekStaat,
    Waarom,
)
from openlea.policy.herinnering import Digest, Openstaand, body, digest_key, digests, subject

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)
LEDEN = (
    Lid(id=1, persoon=10, partij="GEM"),
    Lid(id=2, persoon=20, partij="BIEB"),
    Lid(id=3, persoon=10, partij="REGIO"),
)


def ask(code: str, aan: int, ruimte: str = "hilversum", voor: date = MONDAY) -> Openstaand:
    """Return an open ask in a werkruimte."""
    verzoek = Verzoek(
        soort=VerzoekSoort.BIJWERKEN,
        onderwerp=OnderwerpSoort.ACTIE,
        code=code,
        aan=aan,
        partij="GEM",
        periode="2026-10-01",
        vraag=f"Hoe staat het met {code}?",
        waarom=Waarom.AGENDA,
        voor=voor,
        gemaakt_op=date(2026, 10, 1),
    )
    return Openstaand(werkruimte=ruimte, naam=ruimte.capitalize(), verzoek=verzoek)


def persons(found: tuple[Digest, ...]) -> list[int]:
    """Return who gets a digest."""
    return [one.persoon for one in found]


def test_a_person_with_asks_in_two_werkruimten_gets_one_mail_with_two_groups() -> None:
    found = digests([ask("1A1", 1), ask("R1", 3, "regio"), ask("1A2", 2)], LEDEN, MONDAY, ())
    assert persons(found) == [10, 20]
    assert [groep.werkruimte for groep in found[0].groepen] == ["hilversum", "regio"]
    assert [groep.naam for groep in found[0].groepen] == ["Hilversum", "Regio"]
    assert [one.aantal for one in found] == [2, 1]


def test_the_most_pressing_werkruimte_and_ask_come_first() -> None:
    each = [
        ask("B", 1),
        ask("A", 1),
        ask("C", 1, voor=MONDAY - DAY),
        ask("R1", 3, "regio", MONDAY - 2 * DAY),
    ]
    (one,) = digests(each, LEDEN, MONDAY, ())
    assert [groep.werkruimte for groep in one.groepen] == ["regio", "hilversum"]
    assert [regel.verzoek.code for regel in one.groepen[1].regels] == ["C", "A", "B"]


def test_running_twice_a_day_or_later_in_the_week_sends_nothing_twice() -> None:
    each = [ask("1A1", 1), ask("1A2", 2)]
    sent = {one.sleutel for one in digests(each, LEDEN, MONDAY, ())}
    assert sent == {"10/2026-W48", "20/2026-W48"}
    for days in range(7):
        assert digests([*each, ask("1A3", 1)], LEDEN, MONDAY + days * DAY, sent) == ()
    assert persons(digests(each, LEDEN, MONDAY + 7 * DAY, sent)) == [10, 20]


def test_who_was_mailed_does_not_keep_another_from_being_mailed() -> None:
    each = [ask("1A1", 1), ask("1A2", 2)]
    assert persons(digests(each, LEDEN, MONDAY, {digest_key(10, MONDAY)})) == [20]


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2026, 1, 5), "7/2026-W02"),
        (date(2025, 12, 29), "7/2026-W01"),
        (date(2026, 12, 31), "7/2026-W53"),
        (date(2027, 1, 3), "7/2026-W53"),
        (date(2027, 1, 4), "7/2027-W01"),
    ],
)
def test_a_week_runs_from_monday_across_new_year(day: date, key: str) -> None:
    assert digest_key(7, day) == key


@given(st.dates(date(2000, 1, 3), date(2099, 12, 31)))
def test_every_seven_days_there_is_a_new_week(day: date) -> None:
    assert digest_key(7, day) != digest_key(7, day + 7 * DAY)
    assert digest_key(7, day) == digest_key(7, day - day.weekday() * DAY)


def test_nothing_to_ask_is_no_mail() -> None:
    assert digests([], LEDEN, MONDAY, ()) == ()


@pytest.mark.parametrize("staat", sorted(set(VerzoekStaat) - {VerzoekStaat.OPEN}))
def test_nobody_is_mailed_about_an_ask_that_is_closed(staat: VerzoekStaat) -> None:
    one = ask("1A1", 1)
    closed = replace(one, verzoek=replace(one.verzoek, staat=staat))
    assert digests([closed], LEDEN, MONDAY, ()) == ()


def test_nobody_is_mailed_who_left_or_was_never_there() -> None:
    left = replace(LEDEN[0], tot=MONDAY - DAY)
    assert digests([ask("1A1", 1), ask("1A1", 99)], [left], MONDAY, ()) == ()
    last_day = replace(LEDEN[0], tot=MONDAY)
    assert persons(digests([ask("1A1", 1)], [last_day], MONDAY, ())) == [10]


@pytest.mark.parametrize(("vervanger", "persoon"), [(2, 20), (None, 10)])
def test_who_stands_in_is_mailed_and_without_a_stand_in_the_mail_waits_for_who_is_away(
    vervanger: int | None, persoon: int
) -> None:
    weg = Afwezigheid(van=MONDAY, tot=MONDAY, vervanger=vervanger)
    leden = (replace(LEDEN[0], afwezigheden=(weg,)), LEDEN[1])
    assert persons(digests([ask("1A1", 1)], leden, MONDAY, ())) == [persoon]
    assert persons(digests([ask("1A1", 1)], leden, MONDAY + DAY, ())) == [10]


ASKS = st.lists(
    st.builds(
        ask,
        st.sampled_from(["1A1", "1A2", "1B1"]),
        st.sampled_from([1, 2, 3, 99]),
        st.sampled_from(["hilversum", "regio"]),
        st.dates(MONDAY - 30 * DAY, MONDAY + 30 * DAY),
    ),
    max_size=8,
)


@given(ASKS)
def test_every_open_ask_of_somebody_is_in_exactly_one_mail(each: list[Openstaand]) -> None:
    found = digests(each, LEDEN, MONDAY, ())
    assert len(persons(found)) == len(set(persons(found)))
    assert sum(one.aantal for one in found) == sum(one.verzoek.aan != 99 for one in each)
    assert digests(each, LEDEN, MONDAY, {one.sleutel for one in found}) == ()


def test_the_mail_groups_by_werkruimte_and_keeps_a_place_for_each_link() -> None:
    each = [ask("1A1", 1, voor=MONDAY - DAY), ask("1A2", 1), ask("R1", 3, "regio")]
    (one,) = digests(each, LEDEN, MONDAY, ())
    assert subject(one) == "3 vragen voor jou in de educatieve agenda"
    text = body(one, {each[0].plaatshouder: "https://lea.example/v/abc"})
    assert text.split("\n") == [
        "Goedemorgen,",
        "",
        "Wil je deze vragen beantwoorden? Per vraag kost dat een minuut.",
        "",
        "Hilversum",
        "- Hoe staat het met 1A1? Dit had op 22 november 2026 gemoeten.",
        "  https://lea.example/v/abc",
        "- Hoe staat het met 1A2? Graag uiterlijk op 23 november 2026.",
        "  [[hilversum/bijwerken/actie/1A2/GEM/2026-10-01]]",
        "",
        "Regio",
        "- Hoe staat het met R1? Graag uiterlijk op 23 november 2026.",
        "  [[regio/bijwerken/actie/R1/GEM/2026-10-01]]",
        "",
        "Een link werkt 14 dagen en opent alleen die ene vraag.",
    ]


def test_one_question_is_asked_in_the_singular() -> None:
    (one,) = digests([ask("1A1", 1)], LEDEN, MONDAY, ())
    assert subject(one) == "1 vraag voor jou in de educatieve agenda"
    assert body(one).split("\n")[2] == "Wil je deze vraag beantwoorden? Dat kost een minuut."


def of_law(code: str, voor: date) -> Openstaand:
    """Return an open ask about a legal task."""
    plain = ask(code, 1, voor=voor)
    law = replace(
        plain.verzoek, soort=VerzoekSoort.BEWIJS, onderwerp=OnderwerpSoort.VERPLICHTING, partij=""
    )
    return replace(plain, verzoek=law)


def test_of_many_legal_tasks_a_mail_holds_the_first_five_and_says_how_many_more() -> None:
    asks = [of_law(str(number), MONDAY + number * DAY) for number in range(12)]
    (found,) = digests([*asks, ask("1A1", 1, voor=MONDAY + 99 * DAY)], LEDEN, MONDAY, ())
    (groep,) = found.groepen
    assert [one.verzoek.code for one in groep.regels] == ["0", "1", "2", "3", "4", "1A1"]
    assert groep.meer == 7
    text = body(found)
    assert "En nog 7 taken van de wet: die staan bij Taken." in text
    assert "log je eerst in" in text


def test_a_mail_without_the_law_says_nothing_of_it() -> None:
    (found,) = digests([ask("1A1", 1)], LEDEN, MONDAY, ())
    assert "wet" not in body(found)
