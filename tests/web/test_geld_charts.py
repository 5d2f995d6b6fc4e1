"""The pictures of the money say what the table says, and carry no style that the CSP forbids."""

import re

from openlea.web.charts.begroting_svg import Deel, draw_begroting
from openlea.web.charts.saldo_svg import Jaarsaldo, draw_saldo

JAREN = (
    Jaarsaldo(jaar=2026, begin=100_000, erbij=50_000, eraf=30_000),
    Jaarsaldo(jaar=2027, begin=120_000, erbij=0, eraf=150_000),
)


def test_the_waterfall_ends_where_the_saldo_ends() -> None:
    drawn = draw_saldo(JAREN, "Saldo").replace("\N{NO-BREAK SPACE}", " ")
    assert "€ 1.200" in drawn
    assert "€ -300" in drawn
    assert drawn.count("geld-tekort") == 1


def test_every_bar_lies_within_the_room_for_bars() -> None:
    for x, width in re.findall(
        r'x="([\d.]+)%" y="[\d.]+" width="([\d.]+)%"', draw_saldo(JAREN, "S")
    ):
        assert float(x) >= 27.0
        assert float(x) + float(width) <= 72.4


def test_a_stacked_bar_is_as_wide_as_its_share_of_the_greatest_year() -> None:
    parts = (
        Deel(merk="1", naam="Een", bedragen=(100, 50)),
        Deel(merk="2", naam="Twee", bedragen=(100, 50)),
    )
    drawn = draw_begroting((2026, 2027), parts, "Uitgaven")
    assert re.findall(r'width="([\d.]+\.\d\d)%"', drawn) == ["29.00", "29.00", "14.50", "14.50"]


def test_words_in_a_picture_are_escaped_and_nothing_is_styled() -> None:
    parts = (Deel(merk="<b>", naam='"><script>', bedragen=(100,)),)
    drawn = draw_begroting((2026,), parts, "<i>") + draw_saldo((), "<i>")
    assert "<script>" not in drawn
    assert "<i>" not in drawn
    assert "style=" not in drawn


def test_a_part_below_nought_has_no_bar_but_counts_in_the_total() -> None:
    parts = (
        Deel(merk="1", naam="Een", bedragen=(100_00,)),
        Deel(merk="2", naam="Restant", bedragen=(-40_00,)),
    )
    drawn = draw_begroting((2026,), parts, "Middelen")
    assert drawn.count("<rect") == 1
    assert "€\N{NO-BREAK SPACE}60" in drawn
