"""A name in a table can be anything that somebody typed: in no drawing does it become markup."""

import pytest
from django.template import Context, Template

from openlea.core.onthulling import Bereik
from openlea.web.charts.figuur import figure
from openlea.web.charts.kaart import Stip, kaart_chart

NAMEN = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg/onload=alert(1)>",
    "]]><x>",
    "&lt;b&gt;<!--",
    "{{7*7}}",
]


@pytest.mark.parametrize("naam", NAMEN)
def test_a_name_on_the_map_stays_a_name(naam: str) -> None:
    dots = [
        Stip(naam=naam, lon=5.1, lat=52.2, bereik=Bereik(1, 4), omvang=3.0, bijschrift=naam),
        Stip(naam="Gewoon", lon=5.2, lat=52.3, bereik=Bereik(2, 2), omvang=9.0),
    ]
    made = figure(kaart_chart("kaart", f"Kaart {naam}", dots, (), eenheid=naam))
    page = '{% load onderdelen %}{% deel "grafiek" figuur=figuur %}'
    drawn = Template(page).render(Context({"figuur": made}))
    assert "Gewoon" in drawn
    for markup in ("<script>alert", "<img", "<svg/onload", "<x>", "<b>", "<!--"):
        assert markup not in drawn
