"""Each kind of chart says what is known, as narrow as it is known, and when nothing is."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.onthulling import Bereik
from openlea.web.charts.band import Strook, band_chart
from openlea.web.charts.figuur import BREED, SMAL, Grafiek, picture
from openlea.web.charts.kaart import Stip, kaart_chart
from openlea.web.charts.klassen import MOST, NARROWED, class_of, classes_of
from openlea.web.charts.sparkline_svg import draw_sparkline
from openlea.web.charts.staven import Maat, Staaf, staven_chart
from openlea.web.charts.strook_svg import draw_strook
from openlea.web.charts.trend import Breuk, Punt, Reeks, trend_chart
from openlea.web.pages.stijlgids.grafieken import exact, gebieden

STROOK = Strook(
    naam="Speciaal onderwijs",
    eigen=exact(4.4),
    band=Bereik(2.1, 3.9),
    uitersten=Bereik(1.2, 5.3),
    midden=3,
)
VAST = "\N{NO-BREAK SPACE}"


def words(grafiek: Grafiek, width: int = BREED) -> list[str]:
    """Return every text of a picture."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", picture(grafiek, width))


def has_dot(markup: str) -> bool:
    """Say whether a picture has a dot: a group of symbols that isn't empty."""
    return bool(re.search(r"mark-symbol[^>]*[^/]><path", markup))


def band(strook: Strook) -> Grafiek:
    return band_chart("proef", "Proef", [strook], wie="Ons")


def trend(*punten: Punt, breuken: tuple[Breuk, ...] = ()) -> Grafiek:
    return trend_chart(
        "proef", "Proef", [Reeks(naam="Ons", punten=punten, eigen=True)], breuken=breuken
    )


@pytest.mark.parametrize("width", [BREED, SMAL])
def test_a_strip_names_us_and_the_others_beside_their_marks(width: int) -> None:
    said = words(band(STROOK), width)
    assert f"Ons 4,4{VAST}%" in said
    assert f"Vergelijkbaar: 2,1–3,9{VAST}%, de middelste 3{VAST}%" in said


def test_the_sentence_of_a_strip_has_its_numbers() -> None:
    assert band(STROOK).beschrijving == (
        f"Speciaal onderwijs: Ons 4,4{VAST}%; "
        f"vergelijkbare gemeenten meestal tussen 2,1 en 3,9{VAST}%."
    )


def test_a_hidden_number_is_drawn_as_wide_as_it_is_and_never_as_a_dot() -> None:
    hidden = band(Strook(naam="Proef", eigen=Bereik(1, 4), band=Bereik(2, 3)))
    assert f"Ons 1–4{VAST}%" in words(hidden)
    assert has_dot(picture(band(STROOK), BREED))
    assert not has_dot(picture(hidden, BREED))
    assert hidden.rijen[0][1:3] == (1, 4)


def test_a_strip_without_a_number_of_ours_says_why() -> None:
    said = words(band(Strook(naam="P", eigen=None, band=Bereik(2, 3), woord="niet bekend")))
    assert "Ons niet bekend" in said
    assert "null" not in said


def test_a_strip_with_nobody_to_compare_says_so() -> None:
    alone = band(Strook(naam="P", eigen=exact(4)))
    assert "Geen vergelijking" in words(alone)
    assert alone.beschrijving.endswith("er is geen vergelijking.")


def test_a_line_is_cut_where_counting_changed_and_where_nothing_is_exactly_known() -> None:
    def stretches(*punten: Punt, breuken: tuple[Breuk, ...] = ()) -> int:
        spec = trend(*punten, breuken=breuken).spec
        assert spec is not None
        return len({row["stuk"] for row in spec["data"]["values"] if row["precies"]})

    years = [Punt(periode=str(2020 + n), bereik=exact(n + 1)) for n in range(4)]
    hidden = Punt(periode="2022", bereik=Bereik(1, 4))
    gone = Punt(periode="2022", bereik=None)
    assert stretches(*years) == 1
    assert stretches(*years, breuken=(Breuk(periode="2022", tekst="anders"),)) == 2
    assert stretches(*years[:2], hidden, years[3]) == 2
    assert stretches(*years[:2], gone, years[3]) == 2


def test_a_break_is_told_in_the_picture_and_in_the_sentence() -> None:
    broken = trend(
        Punt(periode="2023", bereik=exact(3)),
        Punt(periode="2024", bereik=exact(5)),
        breuken=(Breuk(periode="2024", tekst="nieuwe telling"),),
    )
    assert "nieuwe telling" in words(broken)
    assert broken.beschrijving == (
        f"Ons: van 3{VAST}% in 2023 naar 5{VAST}% in 2024. Vanaf 2024: nieuwe telling."
    )


def test_on_a_phone_fewer_periods_are_named_and_always_the_last() -> None:
    many = trend(*(Punt(periode=str(2010 + n), bereik=exact(n)) for n in range(20)))
    wide = [word for word in words(many, BREED) if word.isdigit() and len(word) == 4]
    narrow = [word for word in words(many, SMAL) if word.isdigit() and len(word) == 4]
    assert len(narrow) < len(wide) < 20
    assert narrow[-1] == wide[-1] == "2029"


def test_what_a_school_may_have_more_is_striped() -> None:
    def drawn(bereik: Bereik) -> str:
        return picture(staven_chart("p", "P", [Staaf(naam="De school", bereik=bereik)]), BREED)

    assert "stroke-dasharray" in drawn(Bereik(1, 4))
    assert "stroke-dasharray" not in drawn(exact(4))


@pytest.mark.parametrize("width", [BREED, SMAL])
def test_bars_stand_in_the_order_given_with_their_names_and_numbers(width: int) -> None:
    staven = [
        Staaf(naam="Aap", bereik=exact(2)),
        Staaf(naam="Noot", bereik=Bereik(10, 30), eigen=True),
        Staaf(naam="Mies", bereik=None, woord="niet bekend"),
    ]
    said = words(staven_chart("p", "P", staven, maat=Maat(naam="Gemeente", waarde=12)), width)
    assert [word for word in said if word in {"Aap", "Noot", "Mies"}] == ["Aap", "Noot", "Mies"]
    assert {f"2{VAST}%", f"10–30{VAST}%", "niet bekend", f"Gemeente: 12{VAST}%"} <= set(said)


def test_a_map_tells_its_classes_and_who_has_no_figure() -> None:
    stippen = [
        Stip(naam="A", lon=5.15, lat=52.12, bereik=exact(4), bijschrift="School A"),
        Stip(naam="B", lon=5.2, lat=52.15, bereik=exact(38)),
        Stip(naam="C", lon=5.22, lat=52.16, bereik=None),
        Stip(naam="D", lon=5.24, lat=52.14, bereik=Bereik(4, 35)),
    ]
    grafiek = kaart_chart("k", "K", stippen, gebieden())
    said = words(grafiek)
    assert {f"0 tot 10{VAST}%", "geen cijfer", NARROWED, "School A"} <= set(said)
    assert grafiek.beschrijving == (
        f"Kaart met 4 plekken (school): van 4 tot 38{VAST}%; 1 zonder cijfer."
    )
    assert [rij[0] for rij in grafiek.rijen] == ["A", "B", "C", "D"]


def test_a_map_of_one_place_and_of_places_without_figures_can_be_drawn() -> None:
    alone = kaart_chart("k", "K", [Stip(naam="A", lon=5.2, lat=52.1, bereik=None)], [])
    assert "geen cijfer" in words(alone)


@pytest.mark.parametrize(
    "empty",
    [
        band_chart("e", "E", [Strook(naam="P", eigen=None)], wie="Ons"),
        trend(Punt(periode="2024", bereik=None)),
        trend(),
        staven_chart("e", "E", [Staaf(naam="A", bereik=None)]),
        kaart_chart("e", "E", [], gebieden()),
    ],
    ids=["band", "trend", "trend-leeg", "staven", "kaart"],
)
def test_a_chart_of_nothing_is_words(empty: Grafiek) -> None:
    assert empty.spec is None
    assert empty.leeg.endswith(".")


def test_a_sparkline_keeps_its_gap_its_range_and_its_last_number() -> None:
    drawn = draw_sparkline(
        [
            ("2020", exact(1)),
            ("2021", exact(2)),
            ("2022", None),
            ("2023", Bereik(1, 3)),
            ("2024", exact(4)),
            ("2025", exact(3.5)),
        ]
    )
    assert drawn.count("<polyline") == 2
    assert drawn.count("ol-vonk__bereik") == 1
    assert drawn.count("ol-vonk__eind") == 1
    assert f'aria-label="Van 1{VAST}% in 2020 naar 3,5{VAST}% in 2025."' in drawn
    assert "geen cijfer" in draw_sparkline([("2020", None)])
    assert "geen cijfer" in draw_sparkline([])


def test_a_small_strip_needs_somebody_to_compare_with() -> None:
    assert "<circle" in draw_strook(STROOK, wie="Ons")
    assert draw_strook(Strook(naam="P", eigen=exact(4)), wie="Ons") == ""
    hidden = draw_strook(Strook(naam="P", eigen=Bereik(1, 4), band=Bereik(2, 3)), wie="Ons")
    assert "<circle" not in hidden
    assert f"Ons tussen 1 en 4{VAST}%" in hidden


numbers = st.floats(0, 1e6, allow_nan=False).map(lambda value: round(value, 2))


@given(numbers, numbers)
def test_classes_hold_every_number_and_are_few(one: float, other: float) -> None:
    whole = Bereik(min(one, other), max(one, other))
    klassen = classes_of(whole)
    assert 1 <= len(klassen) <= MOST
    assert klassen[0].laag <= whole.laag + 1e-6
    assert klassen[-1].hoog >= whole.hoog - 1e-6
    assert class_of(exact(whole.laag), klassen, "?") == klassen[0].naam
    assert class_of(exact(whole.hoog), klassen, "?") == klassen[-1].naam
    assert all(a.hoog == b.laag for a, b in pairwise(klassen))
