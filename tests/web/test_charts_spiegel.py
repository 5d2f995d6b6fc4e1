"""A school in the mirror of its neighbourhood; a frontier of what a spread costs; a judged map."""

from typing import Any

from openlea.core.onthulling import Bereik
from openlea.web.charts.figuur import figure
from openlea.web.charts.grens import Grenspunt, grens_chart
from openlea.web.charts.klassen import NARROWED
from openlea.web.charts.spiegel import Spiegelstip, spiegel_chart
from openlea.web.charts.stippen import BINNEN, OP_TWINTIG
from openlea.web.charts.vlakken import Kleur, Kleuring, Vlak, vlakken_chart
from tests.web.test_charts_vlakken import LAND, classes

STIPPEN = [
    Spiegelstip(naam="A", buurt=Bereik(30, 30), school=Bereik(35, 35), leerlingen=Bereik(40, 40)),
    Spiegelstip(naam="B", buurt=Bereik(30, 31), school=Bereik(60, 66), leerlingen=Bereik(20, 23)),
]
NU = Grenspunt(band=0, reisgrens=None, wisselt="0", reis=1.2, ongelijk=25)
PUNTEN = [
    Grenspunt(band=10, reisgrens=2, wisselt="50", reis=1.3, ongelijk=12, is_gevraagd=True),
    Grenspunt(band=20, reisgrens=None, wisselt="<5", reis=1.25, ongelijk=20, is_bewezen=False),
]


def test_a_school_is_judged_beside_its_own_neighbourhood() -> None:
    chart = spiegel_chart("spiegel", "T", STIPPEN)
    assert [row[-1] for row in chart.rijen] == [BINNEN, OP_TWINTIG]
    assert "van 2 scholen" in chart.beschrijving
    assert "<svg" in str(figure(chart).breed)


def test_without_schools_the_mirror_says_so() -> None:
    assert spiegel_chart("spiegel", "T", []).spec is None


def test_the_frontier_tells_today_first_and_never_a_handful() -> None:
    chart = grens_chart("grens", "T", PUNTEN, nu=NU)
    assert chart.rijen[0][0] == "Nu"
    assert chart.rijen[1][0] == "±10 pp, gevraagd"
    assert chart.rijen[2][2] == "<5"
    assert chart.rijen[2][5] == "nee, de tijd was op"
    assert "<svg" in str(figure(chart).smal)
    assert grens_chart("grens", "T", [], nu=NU).spec is None


VLAKKEN = [
    Vlak(naam="Aa", bereik=Bereik(2, 2), eigen=True, oordeel="meer"),
    Vlak(naam="Bee", bereik=Bereik(1, 9), oordeel="niets te zeggen"),
    Vlak(naam="Cee", bereik=None, woord="niet bekend"),
]


def test_a_judgement_colours_and_one_without_colour_is_grey_with_its_word() -> None:
    chart: Any = vlakken_chart(
        "land", "T", VLAKKEN, LAND, kleuring=Kleuring(Kleur.OORDEEL, ("toeval", "meer"))
    )
    assert classes(chart) == {"Aa": "meer", "Bee": "niets te zeggen", "Cee": "niet bekend"}
    assert chart.rijen[1] == ("Bee", 1, 9, "niets te zeggen")
    assert "1 meer" in chart.beschrijving


def test_a_middle_colours_every_number_and_a_dot_marks_what_may_be_in_another_class() -> None:
    chart: Any = vlakken_chart("land", "T", VLAKKEN, LAND, kleuring=Kleuring(Kleur.MIDDEN))
    found = classes(chart)
    assert NARROWED not in found.values()
    dotted = [one for one in chart.spec["layer"] if one["mark"]["type"] == "point"]
    assert len(dotted) == 1
    assert len(dotted[0]["data"]["values"]) == 1
    assert "<svg" in str(figure(chart).breed)
