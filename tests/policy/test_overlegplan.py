"""The plan of a year: the law is met by what was dealt with, never by what was only on paper."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.catalogue import SHIPPED
from openlea.core.overleg import PuntStaat, VergaderingStaat
from openlea.core.overlegplank import read_overlegkaarten
from openlea.core.plicht import Houder
from openlea.core.plichtenplank import read_plichten
from openlea.policy.overlegplan import Overlegplan, Overlegvraag, plan_of
from openlea.policy.vergaderregel import Puntregel, Reeksregel, Vergaderregel
from openlea.policy.vergadervenster import windows
from openlea.policy.wetsonderwerp import BehandelStaat

KAARTEN = read_overlegkaarten((SHIPPED,))
PLICHTEN = read_plichten((SHIPPED,))
TODAY = date(2027, 5, 1)
TOPICS = ("segregatie", "integratie", "achterstanden", "toelating", "verdeling")
LEA = Reeksregel(nummer=1, naam="Bestuurlijk overleg", soort="bestuurlijk_overleg_lea", per_jaar=2)
VRAAG = Overlegvraag(jaar=2027, today=TODAY, kaarten=KAARTEN, plichten=PLICHTEN, reeksen=(LEA,))
HELD, ASKED = VergaderingStaat.GEHOUDEN, VergaderingStaat.UITGENODIGD
DONE, OPEN = PuntStaat.BEHANDELD, PuntStaat.OPEN


def meeting(
    op: date, staat: VergaderingStaat, *punten: Puntregel, nummer: int = 1
) -> Vergaderregel:
    return Vergaderregel(nummer=nummer, titel="", reeks=1, op=op, staat=staat, punten=punten)


def about(code: str, staat: PuntStaat, plicht: str = "LEA-01") -> Puntregel:
    return Puntregel(staat=staat, plicht=plicht, onderwerp=code)


def plan(*meetings: Vergaderregel, vraag: Overlegvraag = VRAAG) -> Overlegplan:
    return plan_of(replace(vraag, vergaderingen=meetings))


def staat(found: Overlegplan, code: str, plicht: str = "LEA-01") -> BehandelStaat:
    return next(o.staat for o in found.onderwerpen if (o.plicht, o.code) == (plicht, code))


def test_without_any_series_the_law_and_the_agenda_still_ask() -> None:
    found = plan_of(replace(VRAAG, reeksen=()))
    assert [one.kaart.id for one in found.regels] == [
        *("bestuurlijk_overleg_lea", "oogo_jeugd", "oogo_huisvesting", "werkgroep")
    ]
    lea = found.regels[0]
    assert [str(law) for _, law in lea.grondslagen[:2]] == [
        *("WPO, artikel 161, eerste lid", "WVO 2020, artikel 3.42")
    ]
    assert (lea.gevraagd, lea.wet_vraagt, lea.reeks) == (1, True, None)
    assert [one.voor for one in lea.nog_te_plannen] == [date(2027, 12, 31)]


def test_a_plan_asks_its_consultation_at_an_event_and_not_each_year() -> None:
    oogo = plan_of(replace(VRAAG, reeksen=())).regels[1]
    assert not oogo.wet_vraagt
    assert oogo.open_onderwerpen == ()
    assert oogo.onderwerpen[0].wanneer == "aflopen of herzien van het jeugdplan"


def test_an_ambitie_without_werkgroep_is_named() -> None:
    vraag = replace(VRAAG, ambities={"1": "Gelijke start", "2": "Iedereen doet mee"})
    own = Reeksregel(nummer=2, naam="Werkgroep 1", soort="werkgroep", ambitie="1")
    found = plan_of(replace(vraag, reeksen=(LEA, own)))
    assert [(r.titel, r.ambitie) for r in found.regels if r.kaart.id == "werkgroep"] == [
        *(("Werkgroep 1", ""), ("Werkgroep", "Iedereen doet mee"))
    ]


def test_a_regional_consultation_takes_the_place_of_the_local_one() -> None:
    rea = replace(LEA, soort="rea")
    found = plan_of(replace(VRAAG, reeksen=(rea,)))
    assert "bestuurlijk_overleg_lea" not in {one.kaart.id for one in found.regels}
    assert len(found.onderwerpen) == 15, "its topics are still asked"


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (meeting(TODAY, HELD, about("segregatie", DONE)), BehandelStaat.BEHANDELD),
        (meeting(TODAY, HELD, about("segregatie", OPEN)), BehandelStaat.OPEN),
        (meeting(TODAY, HELD, about("segregatie", PuntStaat.DOORGESCHOVEN)), BehandelStaat.OPEN),
        (meeting(TODAY, HELD, about("segregatie", PuntStaat.VERVALLEN)), BehandelStaat.OPEN),
        (meeting(TODAY, ASKED, about("segregatie", OPEN)), BehandelStaat.GEPLAND),
        (meeting(TODAY, ASKED, about("segregatie", PuntStaat.VERVALLEN)), BehandelStaat.OPEN),
        (
            meeting(TODAY, VergaderingStaat.AFGELAST, about("segregatie", OPEN)),
            BehandelStaat.OPEN,
        ),
        (meeting(date(2027, 4, 30), ASKED, about("segregatie", OPEN)), BehandelStaat.OPEN),
        (meeting(date(2026, 5, 1), HELD, about("segregatie", DONE)), BehandelStaat.OPEN),
        (meeting(TODAY, HELD, about("", DONE)), BehandelStaat.OPEN),
    ],
    ids=[
        *("dealt_with", "held_and_left", "moved_on", "lapsed", "to_come", "lapsed_before"),
        *("called_off", "day_over_and_not_closed", "another_year", "no_topic_named"),
    ],
)
def test_a_topic_is_covered_only_by_what_was_dealt_with(
    one: Vergaderregel, expected: BehandelStaat
) -> None:
    assert staat(plan(one), "segregatie") is expected


def test_one_item_covers_the_same_topic_of_po_and_vo_when_both_sit_there() -> None:
    done = meeting(TODAY, HELD, about("segregatie", DONE))
    vo = frozenset({Houder.COLLEGE, Houder.SCHOOLBESTUUR_PO, Houder.SCHOOLBESTUUR_VO})
    both = plan(replace(done, houders=vo))
    without = plan(replace(done, houders=vo - {Houder.SCHOOLBESTUUR_VO}))
    assert staat(both, "segregatie", "LEA-05") is BehandelStaat.BEHANDELD
    assert staat(without, "segregatie", "LEA-05") is BehandelStaat.OPEN
    assert staat(without, "segregatie", "LEA-01") is BehandelStaat.BEHANDELD


def test_a_werkgroep_cannot_cover_a_topic_of_the_law() -> None:
    group = Reeksregel(nummer=1, naam="Werkgroep", soort="werkgroep")
    vraag = replace(VRAAG, reeksen=(group,))
    done = meeting(TODAY, HELD, about("segregatie", DONE))
    assert staat(plan(done, vraag=vraag), "segregatie") is BehandelStaat.OPEN


def test_a_coming_agenda_without_the_standing_item_is_named() -> None:
    with_item = meeting(TODAY, ASKED, Puntregel(staat=OPEN, vast="personeelstekort"), nummer=7)
    without = meeting(TODAY + timedelta(days=90), ASKED, nummer=8)
    row = plan(with_item, without).regels[0]
    staff = next(one for one in row.vaste_punten if one.vast == "personeelstekort")
    assert (staff.behandeling.staat, staff.ontbreekt) == (BehandelStaat.GEPLAND, (8,))


def test_a_meeting_that_nobody_closed_is_asked_after() -> None:
    row = plan(meeting(TODAY - timedelta(days=9), ASKED)).regels[0]
    assert len(row.niet_gesloten) == 1
    assert (row.gehouden, row.gepland) == ((), ())


def test_a_series_of_a_kind_that_left_the_shelf_asks_nothing_and_stays_in_sight() -> None:
    gone = replace(LEA, soort="bestaat_niet", per_jaar=1)
    row = plan_of(replace(VRAAG, reeksen=(gone,))).regels[-1]
    assert (row.titel, row.onderwerpen, row.gevraagd) == ("Bestuurlijk overleg", (), 1)


days = st.dates(date(2026, 12, 1), date(2028, 1, 31))
punten = st.builds(
    Puntregel,
    staat=st.sampled_from(list(PuntStaat)),
    plicht=st.sampled_from(["", "LEA-01", "LEA-05", "VVE-02", "HUI-03"]),
    onderwerp=st.sampled_from(["", *TOPICS]),
)
meetings = st.builds(
    Vergaderregel,
    nummer=st.integers(1, 9),
    titel=st.just(""),
    reeks=st.just(1),
    op=days,
    staat=st.sampled_from(list(VergaderingStaat)),
    punten=st.lists(punten, max_size=6).map(tuple),
    houders=st.sampled_from([None, frozenset({Houder.COLLEGE})]),
)
RANK = {BehandelStaat.OPEN: 0, BehandelStaat.GEPLAND: 1, BehandelStaat.BEHANDELD: 2}


@given(st.lists(meetings, max_size=6))
def test_every_topic_is_covered_planned_or_open(found: list[Vergaderregel]) -> None:
    made = plan(*found)
    assert sum(made.count(one) for one in BehandelStaat) == len(made.onderwerpen) == 15


@given(st.lists(meetings, max_size=5), meetings)
def test_one_more_meeting_never_uncovers_a_topic(
    found: list[Vergaderregel], more: Vergaderregel
) -> None:
    before, after = plan(*found), plan(*found, more)
    for old, new in zip(before.onderwerpen, after.onderwerpen, strict=True):
        assert RANK[new.staat] >= RANK[old.staat]


@given(st.lists(meetings, max_size=6))
def test_called_off_meetings_and_items_that_moved_on_count_for_nothing(
    found: list[Vergaderregel],
) -> None:
    gone = {PuntStaat.DOORGESCHOVEN, PuntStaat.VERVALLEN}
    found = [replace(one, nummer=number) for number, one in enumerate(found)]
    kept = [
        replace(one, punten=tuple(p for p in one.punten if p.staat not in gone))
        for one in found
        if one.staat is not VergaderingStaat.AFGELAST
    ]
    assert plan(*found).onderwerpen == plan(*kept).onderwerpen


@given(st.integers(0, 14), st.lists(days, max_size=16), days)
def test_each_lacking_meeting_gets_a_window_in_the_rest_of_the_year(
    asked: int, taken: list[date], today: date
) -> None:
    found = windows(2027, asked, taken, today, date(2027, 12, 31))
    over = today > date(2027, 12, 31)
    assert len(found) == (0 if over else max(0, asked - sum(op.year == 2027 for op in taken)))
    for one in found:
        assert max(today, date(2027, 1, 1)) <= one.van <= one.voor <= date(2027, 12, 31)


def test_two_meetings_lie_in_two_halves_and_a_planned_one_fills_its_half() -> None:
    new_year = date(2026, 11, 22)
    assert [one.voor for one in windows(2027, 2, [], new_year)] == [
        *(date(2027, 6, 30), date(2027, 12, 31))
    ]
    (second,) = windows(2027, 2, [date(2027, 3, 3)], new_year)
    assert (second.van, second.voor) == (date(2027, 7, 1), date(2027, 12, 31))
