"""The wheel of the year shows every task once, within its month, and what is late always."""

import re
from datetime import date
from math import atan2, hypot, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.verplichting import TaakStaat
from openlea.web.charts.jaarwiel_svg import INNER, MIDDLE, OUTER, Wielmaand, draw_jaarwiel

STATEN = st.lists(st.sampled_from(list(TaakStaat)), max_size=300)


def drawn(*maanden: Wielmaand, vandaag: date | None = None) -> str:
    return draw_jaarwiel(maanden, groot="1", klein="van 2 bewezen", vandaag=vandaag)


def marks(svg: str) -> list[str]:
    """Return every mark; the half of one that is under way belongs to its ring."""
    return re.findall(r'<\w+[^>]*class="tk-teken tk-teken--\w+"[^>]*/?>', svg)


@given(staten=STATEN, nummer=st.integers(1, 12))
def test_every_task_of_a_month_is_one_mark(staten: list[TaakStaat], nummer: int) -> None:
    svg = drawn(Wielmaand(nummer=nummer, staten=tuple(staten)))
    assert len(marks(svg)) == len(staten)
    for staat in TaakStaat:
        ours = [one for one in marks(svg) if f"tk-teken--{staat.value}" in one]
        assert len(ours) == staten.count(staat)


@given(amount=st.integers(1, 400), nummer=st.integers(1, 12))
def test_a_mark_lies_in_the_ring_and_in_its_own_month(amount: int, nummer: int) -> None:
    svg = drawn(Wielmaand(nummer=nummer, staten=(TaakStaat.OPEN,) * amount))
    for x, y in re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', svg):
        right, up = float(x) - MIDDLE, MIDDLE - float(y)
        assert INNER < hypot(right, up) < OUTER
        turned = atan2(right, up) % (2 * pi)
        assert nummer - 1 < turned * 12 / (2 * pi) < nummer


def test_in_a_month_that_is_too_full_what_is_late_still_shows() -> None:
    staten = (TaakStaat.BEWEZEN,) * 9000 + (TaakStaat.TE_LAAT,)
    svg = drawn(Wielmaand(nummer=12, staten=staten, adres="#maand-12"))
    assert "tk-teken--te_laat" in svg
    assert 'aria-label="dec (december): 9.001 taken, 1 te laat"' in svg


@pytest.mark.parametrize(
    ("staten", "said"),
    [
        ((), ""),
        ((TaakStaat.OPEN,), "mei: 1 taak"),
        ((TaakStaat.OPEN, TaakStaat.TE_LAAT), "mei: 2 taken, 1 te laat"),
    ],
)
def test_a_month_is_a_link_only_when_there_is_something_to_go_to(
    staten: tuple[TaakStaat, ...], said: str
) -> None:
    svg = drawn(Wielmaand(nummer=5, staten=staten, adres="#maand-5" if staten else ""))
    assert re.findall(r'<a [^>]*aria-label="([^"]*)"', svg) == ([said] if said else [])


def test_the_hand_points_at_today_and_only_in_the_year_that_runs() -> None:
    assert "tk-wiel__nu" in drawn(vandaag=date(2026, 11, 22))
    assert "tk-wiel__nu" not in drawn()


def test_every_state_has_a_shape_of_its_own() -> None:
    shapes = set()
    for staat in TaakStaat:
        svg = drawn(Wielmaand(nummer=1, staten=(staat,)))
        shapes.add((re.findall(r"<(\w+)[^>]*tk-teken", svg)[0], svg.count("tk-teken--half")))
    # Open and proven are a ring and a disc: the same outline, empty and full.
    assert shapes == {("circle", 0), ("circle", 1), ("path", 0), ("line", 0)}


def test_march_is_written_as_everywhere_else() -> None:
    assert Wielmaand(nummer=3, staten=()).kort == "mrt"
