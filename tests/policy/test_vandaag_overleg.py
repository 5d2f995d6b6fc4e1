"""The day asks for topics of the law while an agenda can still take them."""

from dataclasses import replace
from datetime import date, timedelta

from openlea.core.overleg import PuntStaat, VergaderingStaat
from openlea.policy.overlegplan import plan_of
from openlea.policy.vandaag import Punt, PuntSoort
from openlea.policy.vandaag_overleg import of_overleg
from openlea.policy.vergaderregel import Puntregel, Vergaderregel
from tests.policy.test_overlegplan import ASKED, TODAY, TOPICS, VRAAG, about, meeting

SOON = TODAY + timedelta(days=30)


def asked(
    *meetings: Vergaderregel, today: date = TODAY, own: frozenset[int] = frozenset({1})
) -> list[Punt]:
    plan = plan_of(replace(VRAAG, vergaderingen=meetings, today=today))
    return list(of_overleg(plan, today, own))


def test_open_topics_are_asked_on_the_day_of_the_coming_meeting() -> None:
    items = [about(code, PuntStaat.OPEN) for code in TOPICS]
    law = [Puntregel(staat=PuntStaat.OPEN, plicht=f"VVE-0{one}") for one in (2, 3)]
    (punt,) = asked(meeting(SOON, ASKED, *items, *law, nummer=7))
    assert punt.tekst.endswith("31 mei 2027: 2 verplichte onderwerpen open")
    assert (punt.soort, punt.op, punt.waar, punt.aantal) == (PuntSoort.OVERLEG, SOON, "7", 2)


def test_a_full_agenda_and_a_far_one_ask_nothing() -> None:
    items = [about(code, PuntStaat.OPEN) for code in TOPICS]
    law = [Puntregel(staat=PuntStaat.OPEN, plicht=f"VVE-0{one}") for one in (2, 3, 4, 5)]
    assert asked(meeting(SOON, ASKED, *items, *law)) == []
    assert asked(meeting(TODAY + timedelta(days=61), ASKED)) == []


def test_without_a_meeting_the_day_asks_for_one_when_the_year_ends() -> None:
    assert asked() == []
    (punt,) = asked(today=date(2027, 10, 1))
    assert punt.tekst == (
        "Bestuurlijk overleg: 9 verplichte onderwerpen open en geen vergadering gepland"
    )
    assert punt.waar == "plan1"


def test_a_meeting_that_is_over_is_asked_after_until_somebody_closes_it() -> None:
    over = meeting(TODAY - timedelta(days=3), VergaderingStaat.UITGENODIGD, nummer=4)
    assert [one.waar for one in asked(over)] == ["4"]


def test_who_leads_no_series_is_asked_nothing() -> None:
    assert asked(meeting(SOON, ASKED), own=frozenset({2})) == []
