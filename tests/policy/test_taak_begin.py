"""A task that was over before the werkruimte began is late, but nobody is blamed for it."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from openlea.core.catalogue import find_roots
from openlea.core.partij import PartijSoort
from openlea.core.plicht import Houder
from openlea.core.plichtenplank import read_plichten
from openlea.core.verplichting import TaakStaat
from openlea.policy.houderschap import NARROW
from openlea.policy.taak import Taak, condition_of, first_to_do
from openlea.policy.taaktelling import count_taken, late_since_before
from openlea.policy.verplichting import PARTIJSOORTEN

PLICHTEN = read_plichten(find_roots())
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
LATE = [(TaakStaat.TE_LAAT, False)]


@given(st.sampled_from(TaakStaat), DAYS, DAYS)
def test_only_what_is_late_can_be_late_since_before_the_beginning(
    staat: TaakStaat, uiterlijk: date, begonnen_op: date
) -> None:
    found = late_since_before(staat, uiterlijk, begonnen_op)
    assert found == (staat is TaakStaat.TE_LAAT and uiterlijk < begonnen_op)


@given(DAYS)
def test_a_last_day_on_the_day_of_the_beginning_could_still_be_met(day: date) -> None:
    assert not late_since_before(TaakStaat.TE_LAAT, day, day)
    assert late_since_before(TaakStaat.TE_LAAT, day - timedelta(days=1), day)


def test_the_sentence_says_how_many_are_from_before_and_is_silent_without_any() -> None:
    told = count_taken(LATE * 3, voor_begin=2).zin()
    assert told.endswith("3 te laat (waarvan 2 van vóór deze werkruimte).")
    assert "waarvan" not in count_taken(LATE * 3).zin()


def test_a_task_from_before_stays_in_the_totals_as_late() -> None:
    assert count_taken(LATE * 3, voor_begin=3).te_laat == 3


@given(st.sampled_from(sorted(PLICHTEN)), st.sampled_from(PartijSoort))
def test_a_condition_names_a_holder_of_this_kind_of_partij(naam: str, soort: PartijSoort) -> None:
    plicht = PLICHTEN[naam]
    told = condition_of(plicht, plicht.houders, soort)
    narrow = {
        f"Alleen voor: {one.label.lower()}."
        for one in plicht.houders
        if one in NARROW and soort in PARTIJSOORTEN[one]
    }
    assert told in {plicht.voorwaarde, "", *narrow}


def test_what_is_known_of_a_board_needs_no_condition() -> None:
    plicht, vo = PLICHTEN["RMC-09"], Houder.SCHOOLBESTUUR_VO
    asked, board = (Houder.MBO, vo), PartijSoort.SCHOOLBESTUUR
    assert vo.label.lower() in condition_of(plicht, asked, board)
    assert condition_of(plicht, asked, board, frozenset({vo})) == ""
    assert condition_of(plicht, asked, PartijSoort.MBO) == ""


def task(uiterlijk: date, **told: Any) -> Taak:
    """Return a task that its reader may change."""
    return Taak(
        **{
            "nummer": 1,
            "versie": 1,
            "plicht": "LPL-04",
            "termijn": "1",
            "titel": "Verslag",
            "over": "",
            "partij": "Gemeente",
            "partij_code": "gemeente",
            "veld": "leerplicht",
            "veld_naam": "Leerplicht",
            "grondslag": "",
            "link": "",
            "jaar": 2026,
            "vanaf": None,
            "uiterlijk": uiterlijk,
            "wanneer": "",
            "staat": TaakStaat.OPEN,
            "mag_wijzigen": True,
        }
        | told
    )


def test_first_comes_the_soonest_that_waits_and_what_was_over_before_the_beginning_comes_last() -> (
    None
):
    before = task(date(2026, 1, 31), staat=TaakStaat.TE_LAAT, voor_begin=True)
    some = task(date(2026, 12, 31), voorwaarde="Alleen de contactgemeente")
    every = task(date(2026, 12, 31))
    done = task(date(2026, 11, 30), staat=TaakStaat.BEWEZEN)
    other = task(date(2026, 11, 30), mag_wijzigen=False)
    late = task(date(2026, 9, 30), staat=TaakStaat.TE_LAAT)
    assert first_to_do([before, some, every, done, other, late]) is late
    assert first_to_do([before, some, every, done, other]) is every
    assert first_to_do([before, done, other]) is before
    assert first_to_do([done, other]) is None
